"""What commands write to standard output: one JSON answer, or tables for people (kết quả in ra)."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import CancuError

if TYPE_CHECKING:
    from rich.console import RenderableType

Answer = Mapping[str, Any]

#: columns where the output is not a terminal
WIDTH = 120


def put(answer: Answer, table: "Callable[[Answer], RenderableType]", *, as_json: bool) -> None:
    """The answer as JSON, or drawn by ``table``."""
    if as_json:
        put_json(answer)
    else:
        draw(table(answer))


def put_json(answer: Answer, *, one_line: bool = False) -> None:
    """One JSON value and nothing else."""
    text = json.dumps(answer, ensure_ascii=False, indent=None if one_line else 2)
    sys.stdout.write(text + "\n")


def draw(*renderables: "RenderableType") -> None:
    """Draw tables and sentences as wide as the terminal."""
    from rich.console import Console

    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else WIDTH
    console = Console(markup=False, highlight=False, emoji=False, width=width)
    for renderable in renderables:
        console.print(renderable)


def note(message: str, message_en: str) -> None:
    """A word beside the answer, on standard error, in Vietnamese and English."""
    print(message, message_en, sep="\n", file=sys.stderr)


def note_failure(path: str, error: CancuError) -> None:
    """Why a file was not read."""
    note(f"{path}: {error.text('vi')}", f"  {error.text('en')}")


def note_shape(shape: Mapping[str, Any], *, as_json: bool) -> None:
    """A failure on standard error: its two sentences, or as JSON its one object on a line."""
    if as_json:
        print(json.dumps(shape, ensure_ascii=False), file=sys.stderr)
    else:
        note(shape["error"]["message"], shape["error"]["message_en"])


def write_file(path: Path, lines: Iterable[str]) -> None:
    """Write a whole text file or leave what was there (ghi tệp); OSError names the file."""
    write_bytes(path, (line.encode("utf-8") for line in lines))


def write_bytes(path: Path, parts: Iterable[bytes]) -> None:
    """Write a whole file or leave what was there; OSError names the file."""
    whole = path.is_file() or not path.exists()  # a pipe or device is written to as it is
    target = path.with_name(path.name + ".part") if whole else path
    try:
        with target.open("wb") as file:
            file.writelines(parts)
        if whole:
            target.replace(path)
    except OSError as error:
        if whole:
            target.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(path)) from error
