"""Titles without a number: "TỔ CHỨC THỰC HIỆN" in a line of its own (đề mục không số)."""

from bisect import bisect_right
from dataclasses import dataclass

from loaders.layout.structure import Structure
from loaders.mentions import Header
from loaders.text import ASIDE, CELL, HEADING, Text

_LONGEST = 90  # characters
_SIGNS = " .:;*#_-"


@dataclass(frozen=True, slots=True)
class PartTitles:
    """Where each title without a number stands, and its words in small letters."""

    starts: tuple[int, ...] = ()
    words: tuple[str, ...] = ()

    def over(self, position: int) -> str:
        """The last title before a position; empty where none stands."""
        index = bisect_right(self.starts, position) - 1
        return self.words[index] if index >= 0 else ""


def part_titles(text: Text, structure: Structure, header: Header) -> PartTitles:
    """The titles in the body: lines in capitals, or set apart as headings, without an end."""
    end = header.body_end or len(text.content)
    found: dict[int, str] = {}
    for block in text.blocks:
        if not header.body_start <= block.start < end or block.start in structure.markers:
            continue
        if block.kind is CELL or block.kind in ASIDE or block.end - block.start > _LONGEST:
            continue
        words = text.words(block).strip(_SIGNS)
        set_apart = block.kind is HEADING or block.emphasis
        if words.isupper() or (
            set_apart and words[:1].isupper() and not words.endswith((",", ")"))
        ):
            found[block.start] = words.lower()
    return PartTitles(tuple(found), tuple(found.values()))
