"""The head of a document, from its letterhead to the first words of its text."""

from collections.abc import Sequence
from itertools import islice, takewhile

from graph.vocabulary import TypeName
from graph.words.symbols import kinds_of, read_symbol
from graph.words.unit_words import begins_organ
from loaders.header.captions import read_caption
from loaders.header.columns import part_lines
from loaders.header.deciding import decided_kind
from loaders.header.gathering import Head
from loaders.header.headlines import is_subject, take_line, take_subject
from loaders.header.line_kinds import (
    LONGEST_LINE,
    goes_on_with_motto,
    is_addressed,
    is_body,
    is_line,
    is_motto,
)
from loaders.header.numbering import read_number
from loaders.header.organs import Line
from loaders.header.recipient_lines import take_recipients
from loaders.header.running import (
    runs_on,
    take_kind_of_organ,
    take_letter_title,
    take_running_title,
)
from loaders.header.subject_lines import take_subject_lines
from loaders.header.titled import take_titled
from loaders.header.titles import add_title_line, take_title
from loaders.header.type_lines import take_type
from loaders.header.wrapped import title_lines
from loaders.layout.kinds import type_at, type_named_alone
from loaders.layout.mottos import motto_at
from loaders.layout.signing import decides
from loaders.layout.thethuc import goes_on_with_organ
from loaders.layout.words import find_notices, is_basis
from loaders.mentions import Span
from loaders.text import ASIDE, Block, BlockKind, Text

LETTER = TypeName.LETTER.value
_BESIDE = ASIDE | {BlockKind.CELL}
#: paragraphs looked at for a letterhead
_FAR = 160
#: a letterhead without kind and number that stands deeper is quoted by a page or form
_DEEP = 1500
#: what a title that says who issues goes on with under the kind
_OF = "CỦA "
#: lines of a letterhead above its motto
_TALLEST = 8
#: lines of the subject of a letter between its number and the heading of the other column
_SUBJECT_LINES = 4


def read_head(text: Text) -> Head:
    """The letterhead of a text (phần đầu thể thức); what a portal prints before it is left out."""
    blocks = part_lines(text, _said_by_itself(text))
    first = _first_line(text, blocks)
    if first:
        head = _read(text, blocks, first)
        told = "type" in head.spans or head.letter
        if told and (head.number or head.issued.year):
            return head
    return _read(text, blocks, 0)


def _said_by_itself(text: Text) -> list[Block]:
    """The paragraphs that may hold a letterhead, up to what a portal tells its readers.

    What it tells them above the motto, or above a kind with its number in the next line, is no end.
    """
    blocks = list(islice((b for b in text.blocks if b.kind not in _BESIDE), _FAR))
    notice = next(find_notices(text.content), None)
    if notice is None or not blocks or notice[0] >= blocks[-1].end:
        return blocks
    end = next(i for i, b in enumerate(blocks) if b.end > notice[0])
    if any(is_motto(text.words(block)) for block in blocks[end:]):
        return blocks
    above = any(type_named_alone(text.words(block)) for block in blocks[:end])
    if not above and any(
        runs_on(text.words(block), " ".join(_capitals(text, blocks[index + 1 :])))
        for index, block in enumerate(blocks[end:], end)
    ):
        return blocks
    if end and type_named_alone(text.words(blocks[end - 1])):
        end -= 1  # "THÔNG BÁO" above it is the portal's too
    return blocks[:end]


def _first_line(text: Text, blocks: Sequence[Block]) -> int:
    """The first line of the letterhead, by the motto in it; 0 when the text begins with it."""
    motto = next((i for i, b in enumerate(blocks) if is_motto(text.words(b))), 0)
    first = motto
    while first and motto - first < _TALLEST:
        if is_line(text.words(blocks[first - 1])):
            first -= 1
        elif above := _lines_of_subject(text, blocks, first):
            first -= above
        else:
            break
    while first < motto and type_at(text.words(blocks[first])) is not None:
        first += 1  # what a page calls the document, above its letterhead
    captions = (read_caption(text.content, block) for block in blocks[:first])
    return 0 if any(note is not None for note in captions) else first


def _lines_of_subject(text: Text, blocks: Sequence[Block], end: int) -> int:
    """How many lines above ``end`` are the subject under a number (V/v …); 0 when none is."""
    for count in range(1, min(end, _SUBJECT_LINES) + 1):
        if is_subject(text.words(blocks[end - count])):
            above = end > count and read_number(text.words(blocks[end - count - 1])) is not None
            return count if above else 0
    return 0


def _read(text: Text, blocks: Sequence[Block], index: int) -> Head:
    head = Head()
    based = False
    while index < len(blocks):
        words = text.words(blocks[index])
        if head.is_bare and based and decided_kind(words):
            break  # a part of a text: what follows is an annex of its own
        based = based or is_basis(words)
        taken = _take(head, text, blocks, index)
        if taken:
            index += taken
            head.body_start = blocks[index].start if index < len(blocks) else blocks[-1].end
        elif head.is_bare or (head.type is None and not is_body(text.words(blocks[index]))):
            index += 1
        else:
            break
    if head.motto and not head.organs:
        _take_written_organs(head, text, blocks)
    if head.number is None and not head.motto:
        _look_later(head, text, blocks[index:])
    if head.type is None and (head.number or head.letter or (head.recipients and not head.is_bare)):
        head.type = head.named or _type_by_symbol(head)
        head.guessed = head.type == LETTER and head.named is None
    take_titled(head, text, blocks)
    nameless = head.type is None and head.number is None
    if head.is_bare or (nameless and head.body_start > _DEEP):
        return Head(recipients=head.recipients)
    return head


def _take(head: Head, text: Text, blocks: Sequence[Block], index: int) -> int:
    """How many paragraphs from ``index`` belong to the letterhead, and what they say."""
    block = blocks[index]
    words = text.words(block)
    if index and goes_on_with_motto(text.words(blocks[index - 1]), words):
        return 1
    if is_addressed(words):
        return take_recipients(head, text, blocks, index)
    if head.letter and head.recipients and is_body(words):
        return 0  # "Về việc này, …" is no subject behind those it is addressed to
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    if take_letter_title(head, text, block, after) or take_kind_of_organ(head, text, block, after):
        return 1
    if head.title is None and (lines := _take_running_lines(head, text, blocks, index)):
        return lines
    if head.letter and (lines := take_subject_lines(head, text, blocks, index)):
        return lines
    if head.type is None and len(words) <= LONGEST_LINE and take_line(head, text, block):
        return 1
    if head.number and head.type in (None, LETTER) and take_subject(head, words, block.start):
        return 1
    labelled = index > 0 and text.words(blocks[index - 1]).endswith(":")
    if not labelled and take_type(head, text, block):
        return 1
    if head.type is not None and read_caption(text.content, block) is not None:
        return 1
    if head.type is not None and (lines := title_lines(head, text, blocks, index)):
        for line in blocks[index : index + lines]:
            add_title_line(head, text, line)
        return lines
    return 1 if head.type is not None and take_title(head, text, block) else 0


def _take_running_lines(head: Head, text: Text, blocks: Sequence[Block], index: int) -> int:
    """How many paragraphs from ``index`` are a title that says number and day; narrow lines that
    no reader joined are several of them, in capitals, under the kind."""
    block, lines = blocks[index], 1
    if head.type is not None and text.words(block).startswith(_OF):
        lines += len(_capitals(text, blocks[index + 1 :]))
    for count in range(lines, 0, -1):
        last = index + count
        after = blocks[last] if last < len(blocks) else None
        joined = Block(block.kind, block.start, blocks[last - 1].end)
        if take_running_title(head, text, joined, after):
            return count
    return 0


def _capitals(text: Text, blocks: Sequence[Block]) -> list[str]:
    """The lines in capitals that paragraphs begin with, as many as a letterhead may have, up to the
    one that says who decides."""
    lines = map(text.words, blocks[:_TALLEST])
    return list(takewhile(lambda line: line.isupper() and not decides(line, alone=True), lines))


def _type_by_symbol(head: Head) -> str | None:
    """The kind that the symbol says; a letter where it says none."""
    symbol = read_symbol(head.number.symbol) if head.number and head.number.symbol else None
    kinds = kinds_of(symbol) if symbol else ()
    if head.letter or head.recipients or (symbol and symbol.letter and symbol.organ):
        alone = symbol is not None and not symbol.code and head.recipients  # "Số: 12/PC"
        return LETTER if not kinds or head.letter or alone else kinds[0].name
    return kinds[0].name if kinds else None


def _take_written_organs(head: Head, text: Text, blocks: Sequence[Block]) -> None:
    """Organs in small letters right above the motto, as pages set them ("Sở Y tế")."""
    motto = next((i for i, b in enumerate(blocks) if motto_at(text.words(b)) == 0), 0)
    found: list[Line] = []
    for block in reversed(blocks[max(motto - _TALLEST, 0) : motto]):
        words = text.words(block)
        tied = words.endswith(("-", "–", ","))
        organ = begins_organ(words) or goes_on_with_organ(words) or tied
        if len(words) > LONGEST_LINE // 2 or not organ or words[-1] in ".;:!?":
            break
        found.insert(0, Line(words, Span(block.start, block.end)))
    if found and begins_organ(found[0].words):  # else the first line of its name is not known
        head.organs = found


def _look_later(head: Head, text: Text, blocks: Sequence[Block]) -> None:
    """A letterhead that the source prints after the first page's text: around its motto."""
    motto = next((i for i, b in enumerate(blocks) if is_motto(text.words(b))), None)
    if motto is None:
        return
    first = motto
    while first and is_line(text.words(blocks[first - 1])):
        first -= 1
    found = Head()
    for block in blocks[first:]:
        if not is_line(text.words(block)) or not take_line(found, text, block):
            break
    if found.number is not None:
        head.organs, head.number, head.motto = found.organs, found.number, True
        head.issued, head.place, head.letter = found.issued, found.place, found.letter
        head.spans = found.spans | head.spans
