"""The formats part of `make bench`: what PDF and Word files take, beside the bare library.

A page is timed from the bytes of its file to its ``Text``, in CPU seconds; the floor is PDFium
asked for the same page's characters and nothing else, in the same run. A Word file's floor is
lxml parsing its main part. ``python tests/bench_formats.py FOLDER`` does the same for another
folder; scans are left out, they take a second a page.
"""

import io
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pypdfium2
from lxml import etree

from api.intake.worker import look_for_garbage_seldom
from loaders import read_bytes
from loaders.text import Text

TESTS = Path(__file__).parent
ROUNDS = 9
#: a pdf with fewer characters a page is a scan
_SCANNED = 100


def formats(*folders: Path) -> None:
    """Print the figures, one a line."""
    look_for_garbage_seldom()
    paths = sorted(path for folder in folders for path in folder.iterdir())
    print("                                      floor    ours")
    for path in paths:
        if path.suffix == ".pdf" and (pages := _pages(path.read_bytes())):
            floor, ours = _turns(path, _characters)
            figures = f"{pages / floor:7.0f} {pages / ours:7.0f} pages/s {ours / floor:6.1f} x"
            print(f"{path.name[:34]:34} {figures}, {pages} pages")
    for path in paths:
        if path.suffix == ".docx":
            floor, ours = _turns(path, _parsed)
            figures = f"{1000 * floor:7.2f} {1000 * ours:7.2f} ms {ours / floor:11.1f} x"
            print(f"{path.name[:34]:34} {figures}, {path.stat().st_size // 1000} KB")


def _turns(path: Path, floor: Callable[[bytes], object]) -> tuple[float, float]:
    """Seconds of the floor and of ours, each the best of rounds in which they take turns."""
    data, best = path.read_bytes(), [float("inf"), float("inf")]

    def ours(data: bytes) -> Text:
        return read_bytes(data, path.name)

    for _ in range(ROUNDS):
        for side, work in enumerate((floor, ours)):
            began = time.process_time()
            work(data)
            best[side] = min(best[side], time.process_time() - began)
    return best[0], best[1]


def _characters(data: bytes) -> list[str]:
    """The characters of each page, as PDFium writes them."""
    with closing(pypdfium2.PdfDocument(data)) as document:
        return list(_each(document))


def _each(document: pypdfium2.PdfDocument) -> Iterator[str]:
    for page in document:
        with closing(page), closing(page.get_textpage()) as text:
            yield text.get_text_range()


def _parsed(data: bytes) -> object:
    """The main part of a Word file, unpacked and parsed."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read("word/document.xml"))


def _pages(data: bytes) -> int:
    """How many pages of text a pdf has; 0 for a scan and for one that is locked."""
    try:
        said = _characters(data)
    except pypdfium2.PdfiumError:
        return 0
    return len(said) if sum(map(len, said)) > _SCANNED * len(said) else 0


if __name__ == "__main__":
    formats(*map(Path, sys.argv[1:])) if sys.argv[1:] else formats(TESTS / "pages", TESTS / "word")
