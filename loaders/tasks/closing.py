"""Paragraphs behind the last item of a document that are no part of it (đoạn kết).

Nothing in the text ends the last item. Where no item beside it goes on in paragraphs of its own, a
paragraph without a number that follows it closes the part they stand in.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from msgspec.structs import replace

from loaders.layout.markers import Style
from loaders.layout.structure import Section
from loaders.mentions import Assignment
from loaders.tasks.shared import Source
from loaders.text import ASIDE, CELL

#: what holds paragraphs of its own
_PARTS = (Style.ANNEX, Style.PART, Style.CHAPTER, Style.DIVISION, Style.CAPITAL, Style.ROMAN)
_PROSE = ("prose_assign", "prose_asked", "prose_subject", "report_duty")


@dataclass(slots=True)
class _Goers:
    """The sections that go on in a paragraph of their own, worked out when first asked."""

    source: Source
    starts: set[int] | None = field(default=None)

    def __contains__(self, section: Section) -> bool:
        if self.starts is None:
            self.starts = {*self._found()}
        return section.start in self.starts

    def _found(self) -> Iterator[int]:
        for block in self.source.text.blocks:
            if block.kind is CELL or block.kind in ASIDE:
                continue
            section = self.source.structure.section_at(block.start)
            if section and section.start != block.start:
                yield section.start


def with_closing_paths(source: Source, found: Iterable[Assignment]) -> list[Assignment]:
    """The tasks, those that a closing paragraph gives without the path of the item above it."""
    sections = source.structure.sections
    goers = _Goers(source)
    tasks = []
    for task in found:
        start = task.whole.start if task.whole else task.span.start
        section = source.structure.section_at(start) if task.rule in _PROSE else None
        own = section is not None and source.text.index_at(section.start) == (
            source.text.index_at(start)
        )
        if section is None or own or section.end != sections[-1].end:
            tasks.append(task)
            continue
        path = _path(source, goers, section)
        tasks.append(replace(task, path=path) if path != task.path else task)
    return tasks


def _path(source: Source, goers: _Goers, section: Section) -> str:
    """The path of the innermost part that such a paragraph can belong to."""
    at: Section | None = section
    while at is not None and at.style not in _PARTS:
        others = [
            other
            for other in source.structure.sections
            if other.parent == at.parent and other.style is at.style and other is not at
        ]
        if not others or any(other in goers for other in others):
            return at.path
        at = source.structure.above(at)
    return at.path if at else ""
