"""Two checkouts read the same files in turns: which one takes less CPU time, on a busy machine too.

``python tests/bench_turns.py OTHER FOLDER`` compares the checkout at ``OTHER`` (``git worktree add
OTHER COMMIT``) with this one. Each file counts with the best of its rounds; dictionaries are laid
out alike on both sides, or two runs of the same checkout differ by a twentieth.
"""

import json
import os
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

ROUNDS = 5
STEPS = ("file to text", "text to reading", "reading to delta")
HERE = Path(__file__).resolve().parents[1]


def serve(folder: Path) -> None:
    """Read the files of a folder once for each line of the input; print CPU seconds per step."""
    from api.intake.worker import look_for_garbage_seldom
    from loaders import delta, read, understand

    look_for_garbage_seldom()
    paths = sorted(p for p in folder.rglob("*") if p.suffix in (".txt", ".md", ".html"))
    for _ in sys.stdin:
        seconds = []
        for path in paths:
            at = [time.process_time()]
            text = read(path)
            at.append(time.process_time())
            reading = understand(text)
            at.append(time.process_time())
            delta(reading)
            at.append(time.process_time())
            seconds.append([after - before for before, after in pairwise(at)])
        print(json.dumps(seconds), flush=True)


def compare(other: Path, folder: Path) -> None:
    """Print what this checkout takes of the time of the other, step by step."""
    sides = [_start(root, folder) for root in (other, HERE)]
    rounds: list[list[list[list[float]]]] = [[], []]
    for _ in range(ROUNDS + 1):
        for side, found in zip(sides, rounds, strict=True):
            assert side.stdin and side.stdout
            side.stdin.write("\n")
            side.stdin.flush()
            found.append(json.loads(side.stdout.readline()))
    for side in sides:
        side.communicate()
    before, after = (_best(found[1:]) for found in rounds)  # the first reads the vocabulary too
    for step, old, new in zip(STEPS, before, after, strict=True):
        print(f"{step:<18}{new / old:6.2f} of the time")
    print(f"{'all':<18}{sum(after) / sum(before):6.2f} of the time")


def _start(root: Path, folder: Path) -> "subprocess.Popen[str]":
    """A process that reads with the checkout at ``root``."""
    command = [sys.executable, __file__, "--serve", str(folder.resolve())]
    environment = {**os.environ, "PYTHONPATH": str(root.resolve()), "PYTHONHASHSEED": "0"}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment)


def _best(rounds: list[list[list[float]]]) -> list[float]:
    """Seconds of each step over all files, each file with its best round."""
    best = [[min(step) for step in zip(*file, strict=True)] for file in zip(*rounds, strict=True)]
    return [sum(step) for step in zip(*best, strict=True)]


if __name__ == "__main__":
    if sys.argv[1] == "--serve":
        serve(Path(sys.argv[2]))
    else:
        compare(Path(sys.argv[1]), Path(sys.argv[2]))
