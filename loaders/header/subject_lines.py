"""The lines that the subject of a letter goes on with (V/v …)."""

from collections.abc import Sequence

from graph.words.authorities import by_name
from loaders.header.datelines import is_dateline
from loaders.header.gathering import Head
from loaders.header.line_kinds import is_addressed
from loaders.header.titles import add_title
from loaders.layout.markers import read_marker
from loaders.layout.mottos import motto_at
from loaders.text import Block, Text

#: paragraphs of a letter's subject, whose lines a reader may have joined, and how long one is
_TALLEST_SUBJECT, _LONGEST_SUBJECT_LINE = 12, 300
#: letters of a short form
_SHORT_FORM = 8


def take_subject_lines(head: Head, text: Text, blocks: Sequence[Block], index: int) -> int:
    """The lines that the subject of a letter goes on with, up to the dateline or "Kính gửi".

    How many paragraphs from ``index`` they are: none when another line comes first.
    """
    said = head.spans.get("title")
    above = index - 1
    while above > 0 and is_dateline(text.words(blocks[above])):
        above -= 1  # the other column's, beside the subject
    if head.title is None or said is None or not index or said.end < _end(text, blocks[above]):
        return 0
    for taken, block in enumerate(blocks[index : index + _TALLEST_SUBJECT]):
        words = text.words(block)
        if is_addressed(words) or is_dateline(words):
            for line in blocks[index : index + taken]:
                add_title(head, text.words(line).strip(), line)
            return taken
        if not _is_subject_line(words):
            return 0
    return 0


def _is_subject_line(words: str) -> bool:
    other = motto_at(words) is not None or read_marker(words) is not None
    other = other or (words.isupper() and not _is_short_form(words))
    return len(words) <= _LONGEST_SUBJECT_LINE and not other and words.rstrip()[-1:] not in ".;:"


def _is_short_form(words: str) -> bool:
    """Whether a line is one short form, the last word of a subject (thuế⏎GTGT), and no organ."""
    return words.isalpha() and len(words) <= _SHORT_FORM and by_name(words) is None


def _end(text: Text, block: Block) -> int:
    return block.start + len(text.words(block).rstrip())
