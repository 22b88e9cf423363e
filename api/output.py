"""What commands write to standard output: one JSON answer, or tables for people (kết quả in ra)."""

import json
import os
import sys
from collections.abc import Callable, Mapping
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
