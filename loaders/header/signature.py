"""The end of a document: Nơi nhận, in whose place and office it is signed, and by whom."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from graph.words.authorities import by_name
from graph.words.patterns import any_of
from graph.words.unit_words import begins_organ
from loaders.header.beside import find_beside
from loaders.layout.casing import cased
from loaders.layout.kinds import type_named_alone
from loaders.layout.letters import LOWER, UPPER
from loaders.layout.markers import Style, read_marker
from loaders.layout.mottos import motto_at
from loaders.layout.signing import (
    after_order,
    after_rank,
    begins_with_surname,
    is_charge,
    is_officer,
    last_office_at,
    without_mark,
)
from loaders.layout.thethuc import flat, letterhead_words
from loaders.layout.words import ends_body
from loaders.mentions import Span
from loaders.text import ASIDE, Block, Text

#: a word of a name, as the peoples of the highlands write theirs too (H'Yâo Knul, Y-Thông)
_PART = rf"(?:[{UPPER}]['’-])?[{UPPER}][{LOWER}]{{0,6}}"
_NAME = re.compile(rf"(?:{_PART}\s){{1,4}}{_PART}\Z")
#: "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐCHồ Ví Dụ"
_GLUED = re.compile(
    rf"(?P<office>[{UPPER}][{UPPER}\s.]*[{UPPER}])\s?"
    rf"(?P<name>(?:[{UPPER}][{LOWER}]{{1,6}}\s){{1,4}}[{UPPER}][{LOWER}]{{1,6}})\Z"
)
#: words of an office alone, letters of a line that is a name
_OFFICE_WORDS, _LONGEST_NAME = 4, 40
#: blocks between the office and the name, and after the list of recipients
_NEAR = 4
#: blocks at the end of a text in which one stands that nothing else tells
_LAST = 8
#: markers that open no line of a signature
_HEADINGS = frozenset({Style.ANNEX, Style.PART, Style.CHAPTER, Style.DIVISION, Style.ARTICLE})


@dataclass(frozen=True, slots=True)
class Signature:
    """Where the running text ends, and who signed (chữ ký)."""

    body_end: int
    signer: str | None = None
    title: str | None = None
    spans: tuple[tuple[str, Span], ...] = ()


def read_signature(text: Text, body_start: int) -> Signature:
    """The signature of the document itself, not of what is attached to it."""
    blocks = [b for b in text.blocks if b.kind not in ASIDE and b.start >= body_start]
    end = next((i for i, b in enumerate(blocks) if _is_end(text, b)), None)
    if end is None:
        return _bare_signature(text, blocks)
    pair = _pair(text, blocks[:end])
    if pair is not None:
        return pair
    office = _office(text, blocks, end)
    if office is None:
        return _signed_beside(text, blocks[end:], Signature(blocks[end].start))
    first, last = office
    body_end = min(blocks[end].start, blocks[first].start)
    signature = _signed(text, blocks, body_end, last)
    return signature if signature.signer else _signed_beside(text, blocks[last + 1 :], signature)


def _bare_signature(text: Text, blocks: Sequence[Block]) -> Signature:
    """An office in capitals with a name under it, or a name at "(Đã ký)", not announced."""
    pair = _pair(text, blocks) or _marked_signature(text, blocks) or _last_pair(text, blocks)
    return pair or Signature(len(text.content))


def _last_pair(text: Text, blocks: Sequence[Block]) -> Signature | None:
    """An office in small letters with a name under it, at the very end: "Phó Thủ tướng"."""
    for index in range(len(blocks) - 2, max(-1, len(blocks) - _LAST), -1):
        if _is_office(text.words(blocks[index])) and person_of(text.words(blocks[index + 1])):
            first = index - 1 if index and after_order(text.words(blocks[index - 1])) else index
            return _signed(text, blocks, blocks[first].start, index)
    return None


def _pair(text: Text, blocks: Sequence[Block]) -> Signature | None:
    """An office in capitals with a name under it, "(Ký, đóng dấu)" between them or not."""
    for index, block in enumerate(blocks):
        words = text.words(block)
        if len(words) < 80 and is_officer(words.rstrip(" :")):
            below = (text.words(b) for b in blocks[index + 1 : index + 3])
            name = next((line for line in below if line[:1] + line[-1:] != "()"), "")
            if person_of(name):
                return _signed(text, blocks, block.start, index)
        elif pair := _in_one_line(text, block):
            return pair
    return None


def _in_one_line(text: Text, block: Block) -> Signature | None:
    """An office in capitals and the name behind it, glued or not: "GIÁM ĐỐCHồ Ví Dụ"."""
    words = text.words(block)
    signed = _GLUED.match(words) if len(words) < 80 else None
    if signed is None or not is_officer(signed["office"]) or person_of(signed["name"]) is None:
        return None
    at = block.start + signed.start("name")
    spans = (
        ("signer_title", Span(block.start, block.start + signed.end("office"))),
        ("signer", Span(at, at + len(signed["name"]))),
    )
    return Signature(block.start, signed["name"], _title(signed["office"], text), spans)


def _signed_beside(text: Text, blocks: Sequence[Block], signature: Signature) -> Signature:
    """Office and name in the lines of the recipients, two columns read as one."""
    found, spans = find_beside(text, blocks), dict(signature.spans)
    if found.name is None:
        return signature
    title = signature.title
    if found.office is not None:
        title = _title(text.content[found.office.start : found.office.end], text)
        spans["signer_title"] = found.office
    spans["signer"] = found.name
    signer = text.content[found.name.start : found.name.end]
    return replace(signature, signer=signer, title=title, spans=tuple(spans.items()))


def _marked_signature(text: Text, blocks: Sequence[Block]) -> Signature | None:
    """What stands at "(Đã ký)": the name in its line, above or below, and the office above that."""
    for index, block in enumerate(blocks):
        words = text.words(block)
        if len(words) > _LONGEST_NAME or without_mark(words) == words:
            continue
        near = (index, index - 1, index + 1)
        name = next(
            (i for i in near if 0 <= i < len(blocks) and person_of(text.words(blocks[i]))), -1
        )
        first = min(index, name)
        if name < 0:
            continue
        if first and _is_office(text.words(blocks[first - 1])):
            return _signed(text, blocks, blocks[first - 1].start, first - 1)
        span = Span(blocks[name].start, blocks[name].end)
        return Signature(
            blocks[first].start, person_of(text.words(blocks[name])), None, (("signer", span),)
        )
    return None


def person_of(words: str) -> str | None:
    """The name of a person that a line is, without "(Đã ký)" and rank; None for any other line."""
    alone = without_mark(words[after_rank(words) :]).strip(" |*")
    return alone if len(alone) < _LONGEST_NAME and _NAME.match(alone) else None


def _is_office(words: str) -> bool:
    """Whether a line is an office alone, also in small letters: "Phó Chủ tịch"."""
    if begins_with_surname(words):
        return False
    return len(words.split()) <= _OFFICE_WORDS and is_officer(words.upper())


def _is_end(text: Text, block: Block) -> bool:
    words = text.content[block.start : min(block.end, block.start + 40)]
    if ends_body(words):
        return True
    return block.end - block.start < 60 and after_order(words) > 0 and words.isupper()


def _office(text: Text, blocks: Sequence[Block], end: int) -> tuple[int, int] | None:
    """The first and last of the lines that say in whose place and office it is signed."""
    index, first, last = end, None, None
    while index < len(blocks):
        words = text.words(blocks[index])
        if is_officer(words.rstrip(" :")) and len(words) < 80:
            first, last = index if first is None else first, index
        elif first is not None or not _is_recipient(text, blocks[index]):
            break
        index += 1
    return (first, last) if first is not None and last is not None else None


def _is_recipient(text: Text, block: Block) -> bool:
    """Whether a line may stand in the list of recipients, or is a scanner's stray sign."""
    words = text.words(block)
    if ends_body(words) or block.end - block.start < 4:
        return True
    marker = read_marker(words)
    return marker is not None or words[-1] in ";:,." or words[:1].islower() or len(words) < 60


def _signed(text: Text, blocks: Sequence[Block], body_end: int, last: int) -> Signature:
    office = blocks[last]
    printed = text.words(office)
    spans = [("signer_title", Span(office.start, office.end))]
    signer = None
    for block in blocks[last + 1 : last + 1 + _NEAR]:
        words = text.words(block)
        if _begins_attached(words):
            break
        if is_charge(words):
            printed = f"{printed} {words}"
        elif _is_office(words):
            printed = words
            spans[0] = ("signer_title", Span(block.start, block.end))
        elif signer := person_of(words) or _name_in_capitals(words):
            spans.append(("signer", Span(block.start + after_rank(words), block.end)))
            break
    return Signature(body_end, signer, _title(printed, text), tuple(spans))


def _begins_attached(words: str) -> bool:
    """Whether a line is the heading of what is attached behind the signature (phụ lục)."""
    marker = read_marker(words)
    headed = marker is not None and marker.style in _HEADINGS
    return headed or type_named_alone(words) or _attached().match(flat(words)) is not None


@cache
def _attached() -> re.Pattern[str]:
    return re.compile(rf"{any_of(map(flat, letterhead_words('attached')))}(?![a-z0-9])")


def _name_in_capitals(words: str) -> str | None:
    """A name in capitals under an office, as it is written in small letters."""
    alone = without_mark(words[after_rank(words) :]).strip(" |*")
    written = " ".join(word.capitalize() for word in alone.split())
    named = alone.isupper() and not is_officer(alone) and not begins_organ(alone)
    return person_of(written) if named and motto_at(alone) is None else None


def _title(printed: str, text: Text) -> str | None:
    """The office that a line says, without what it stands for; None for an organ ("TM. …")."""
    office = _last_office(printed[after_order(printed) :])
    if (by_name(office) or begins_organ(office)) and not is_officer(office.upper()):
        return None
    office = cased(office, text.content)
    office = _kinds().sub(lambda kind: kind[0].capitalize(), office)
    return f"Phó {office[4].upper()}{office[5:]}" if office[:4] == "Phó " and office[5:] else office


@cache
def _kinds() -> re.Pattern[str]:
    """The kind of the organ whose name follows an office: ``Vụ trưởng Vụ Pháp chế``."""
    return re.compile(rf"(?<=\s){any_of(letterhead_words('organ_kind'))}(?=\s[{UPPER}])")


def _last_office(printed: str) -> str:
    """Of an organ and an office, or two offices, in one line the one that signs."""
    at = last_office_at(printed)
    return printed[at:] if at and printed[:at].rstrip()[-1:] != "," else printed
