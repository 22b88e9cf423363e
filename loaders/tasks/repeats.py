"""Cells that say what another row says: "như trên", "nt", ditto marks, "như mục 1" (ô lặp lại)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

_Row = TypeVar("_Row")

#: the cell says what the one above it says
_ABOVE = re.compile(
    r"[-–\"”“'″〃/(]*\s*(?:như|tương tự(?: như)?) (?:ở )?(?:(?:mục|dòng|ô|ý|phần) )?trên"
    r"[-–\"”“'″/).\s]*"
    r"|[-–\"”“'″(]*\s*(?:n\.?t|n/t|tương tự)[-–\"”“'″).\s]*"
    r"|[\"”“″〃]{1,2}|''|//|,,",
    re.I,
)
#: the cell says what the row of that number says
_OTHER = re.compile(
    r"[-–(]*\s*(?:như|tương tự(?: như)?|theo) (?:tại |ở )?"
    r"(?:mục|ý|điểm|số|stt|tt|số thứ tự|nhiệm vụ|nội dung|dòng)(?: số)? "
    r"(?P<label>(?:\d{1,3}|[IVX]{1,5}|[A-Z])(?:\.\d{1,2}){0,3}|[a-zđ])[).\s]*",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Before(Generic[_Row]):
    """What the rows before say: the one above, and each by its number."""

    above: _Row | None
    numbered: Mapping[str, _Row]


def is_repeat(words: str) -> bool:
    """Whether the words of a cell only point to another row."""
    return _ABOVE.fullmatch(words) is not None or _OTHER.fullmatch(words) is not None


def repeated(words: str, before: Before[_Row]) -> _Row | None:
    """The row whose cell the words point to; None where it has not been read."""
    other = _OTHER.fullmatch(words)
    return before.numbered.get(other["label"]) if other else before.above
