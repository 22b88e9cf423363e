"""Tables in the form that ``neo4j-admin database import`` reads (bảng CSV).

Text is always quoted and an absent value never, which is how the importer tells an empty text from
no property.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Self

#: stands between the members of a list; no text of ours holds it
SEPARATOR = "\x1f"


def column(name: str, value: Any) -> str:
    """The heading of a property: its name and its type in the importer's words."""
    return f"{name.replace(':', '_')}:{_type(value)}"


def _type(value: Any) -> str:
    for kind, name in ((bool, "boolean"), (int, "long"), (float, "double"), (date, "date")):
        if isinstance(value, kind):
            return name
    return "string[]" if isinstance(value, list) else "string"


class Table:
    """One file with a heading; rows are mappings from headings to values."""

    def __init__(self, path: Path, headings: Sequence[str]) -> None:
        self.path = path
        self._headings = list(headings)
        self._file = path.open("w", encoding="utf-8", newline="\n")
        self._file.write(",".join(map(_quoted, self._headings)) + "\n")

    def add(self, row: Mapping[str, Any]) -> None:
        """Write one row; a heading without a value is left empty."""
        self._file.write(",".join(_cell(row.get(name)) for name in self._headings) + "\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()


def _cell(value: Any) -> str:
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
