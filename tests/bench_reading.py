"""The reading part of `make bench`: megabytes of text a CPU second, and eyecite in the same run.

The whole way is timed, from the bytes of a file to its delta, on the sample corpus of the project;
``python tests/bench_reading.py FOLDER`` does the same for the text files of another folder. Each
file counts with the best of its rounds, so that what else a machine does weighs little.
"""

import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from api.intake.worker import look_for_garbage_seldom
from loaders import delta, read, read_bytes, understand
from loaders.citations.find import find_citations
from loaders.header.read import read_header

CORPUS = Path(__file__).parent / "corpus"
TEXTS = (".txt", ".md", ".html")
ROUNDS = 5
#: megabytes of one file whose time per byte is compared
SIZES = (1, 4, 10)
ENGLISH = (
    "The board relied on an earlier ruling of the court. Smith v. Jones, 410 U.S. 113 (1973). "
    "It had said as much before, though in other words and with less detail than it gives now. "
    "Green v. Brown, 347 U.S. 483 (1954). Others disagreed. White v. Black, 5 F.3d 10 (1999). "
)


def reading(folder: Path = CORPUS) -> None:
    """Print the figures of reading, one a line."""
    look_for_garbage_seldom()
    paths = sorted(path for path in folder.rglob("*") if path.suffix in TEXTS)
    whole = rate(paths, lambda path: delta(understand(read(path))))
    print(f"read, file to delta     {whole:7.2f} MB/s of text, {len(paths)} files")
    for name, figure in steps(paths):
        print(f"  {name:<22}{figure:7.2f} MB/s")
    yardstick = eyecite()
    if yardstick is None:
        print("eyecite                 not installed: no ratio")
    else:
        print(f"eyecite on English      {yardstick:7.2f} MB/s")
        print(f"reading / eyecite       {whole / yardstick:7.1f} x")
    for size, seconds, memory in growth():
        print(
            f"one file of {size:2} MB       {size / seconds:7.2f} MB/s, {memory:.0f} MB of memory"
        )


def steps(paths: Iterable[Path]) -> Iterator[tuple[str, float]]:
    """The parts of the way: file to text, text to reading, reading to delta, citations alone."""
    paths = list(paths)
    texts = {path: read(path) for path in paths}
    readings = {path: understand(text) for path, text in texts.items()}
    headers = {path: read_header(text) for path, text in texts.items()}
    yield "file to text", rate(paths, read)
    yield "text to reading", rate(paths, lambda path: understand(texts[path]))
    yield "reading to delta", rate(paths, lambda path: delta(readings[path]))
    yield "citations alone", rate(paths, lambda path: find_citations(texts[path], headers[path]))


def eyecite() -> float | None:
    """What eyecite's finder of American citations does in a CPU second, in MB; None without it."""
    try:
        from eyecite import get_citations
    except ImportError:
        return None
    english = ENGLISH * 100
    return len(english) / 1e6 / best(lambda: get_citations(english))


def growth() -> Iterator[tuple[int, float, float]]:
    """Size, CPU seconds and peak memory of one long file, each read in a process of its own."""
    method = multiprocessing.get_context("spawn")
    for size in SIZES:
        with ProcessPoolExecutor(1, mp_context=method) as process:
            seconds, memory = process.submit(long_file, size).result()
        yield size, seconds, memory


def long_file(size: int) -> tuple[float, float]:
    """CPU seconds and peak megabytes of reading ``size`` megabytes of sample text as one file."""
    samples = [path.read_text("utf-8") for path in sorted(CORPUS.glob("*.md"))]
    once = "\n\n".join(samples).encode() + b"\n\n"
    data = (once * (size * 1_000_000 // len(once) + 1))[: size * 1_000_000]
    delta(understand(read_bytes(once, "once.md")))  # the vocabulary is read once a process
    start = time.process_time()
    delta(understand(read_bytes(data.decode("utf-8", "ignore").encode(), "long.md")))
    seconds = time.process_time() - start
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def rate(paths: Iterable[Path], work: Callable[[Path], object]) -> float:
    """Megabytes of files per CPU second, each file with its best round."""
    size = seconds = 0.0
    for path in paths:
        size += path.stat().st_size
        seconds += best(lambda path=path: work(path))  # type: ignore[misc]
    return size / 1e6 / seconds


def best(work: Callable[[], object]) -> float:
    """CPU seconds of the fastest round."""
    seconds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return max(min(seconds), 1e-9)


if __name__ == "__main__":
    reading(*map(Path, sys.argv[1:2]))
