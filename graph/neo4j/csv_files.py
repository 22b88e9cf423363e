"""Tables in the form that ``neo4j-admin database import`` reads (bảng CSV).

Text is always quoted and an absent value never, which is how the importer tells an empty text from
no property.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Self

#: stands between the members of a list; no text of ours holds it
SEPARATOR = "\x1f"


@cache
def column(name: str, kind: type) -> str:
    """The heading of a property: its name and the type of its values in the importer's words."""
    return f"{name.replace(':', '_')}:{_type(kind)}"


def _type(kind: type) -> str:
    for known, name in ((bool, "boolean"), (int, "long"), (float, "double"), (date, "date")):
        if issubclass(kind, known):
            return name
    return "string[]" if issubclass(kind, list) else "string"


class Table:
    """One file with a heading; rows are mappings from headings to values."""

    def __init__(self, path: Path, headings: Sequence[str]) -> None:
        self.path = path
        self._headings = list(headings)
        self._file = path.open("w", encoding="utf-8", newline="\n")
        self._file.write(",".join(map(_quoted, self._headings)) + "\n")

    def add(self, row: Mapping[str, Any]) -> None:
        """Write one row; a heading without a value is left empty."""
        self.put(map(row.get, self._headings))

    def put(self, values: Iterable[Any]) -> None:
        """Write one row of values in the order of the headings."""
        self._file.write(",".join(map(_cell, values)) + "\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


def _cell(value: Any) -> str:
    if type(value) is str:
        return _quoted(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float | date):
        return str(value)
    if isinstance(value, list):
        return _quoted(SEPARATOR.join(part.replace(SEPARATOR, " ") for part in value))
    return _quoted(str(value))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
