"""Where a paragraph stands, as far as relations need it: preamble, article, title, list.

Căn cứ counts as a basis only in the preamble; an act (bãi bỏ, sửa đổi) is the document's own in its
title and in its articles (Điều); the items of a list take what its heading says.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.vocabulary import Trait, TypeName, document_types, types_with
from graph.vocabulary.cues import cues_from_last, fate_cues, lasting_pattern, phrases
from graph.words.provisions import provision_end
from loaders.layout.forms import Forms
from loaders.mentions import Header
from loaders.text import Block, BlockKind, Text

ENUMERATOR = re.compile(
    r"\W*(?:\(?\d{1,3}[.)/]\s?|\(?[a-zđ]\)\s?|\d+(?:\.\d+)+\.?\s|[-+•*]\s*)?\W*"
)
ARTICLE = re.compile(r"\W*(?:Điều|ĐIỀU)\s+\d+[a-z]?\s*[.:]?\s*\W*")
#: the heading of what a plan or a submission is based on; the point after it
_BASES = re.compile(
    r"\W*(?P<sign>[IVX]{1,5}|[A-H]|1)\s*[.\-–)/]\s*(?:(?:CÁC|Các|NHỮNG|Những)\s)?"
    r"(?:CƠ SỞ PHÁP LÝ|Cơ sở pháp lý|(?:CĂN CỨ|Căn cứ)"
    r"(?:\s(?:PHÁP LÝ|pháp lý|XÂY DỰNG|xây dựng|BAN HÀNH|ban hành|LẬP|lập)[^;.\d]{0,60})?)\W*\Z"
)
_SECOND = re.compile(r"\W*2\s*[.)/]")
_PART = re.compile(
    r"\W*(?:(?P<great>(?:PHẦN|Phần)\s+[IVXLC\d]+|[IVX]{1,5}\s*[.\-–]\s)"
    r"|(?:CHƯƠNG|Chương|MỤC|Mục)\s+[IVXLC\d]+|[A-H]\.\s|1\s*[.)/])"
)
#: "Quyết định này thay thế các Quyết định sau:" announces a list and is no item of one
_THIS = re.compile(r"\snày(?![^\W_])")
#: bases that a text quotes of another
_QUOTED = re.compile(r"\n([“\"]\s*Căn cứ [^“”\"]{0,5000}[”\"])")
#: what the first sign of an article or part can be
_BEGINNINGS = frozenset("ĐPCMIVXABCDEFGH12*_(“\"'‘ ")
#: what announces a list though a full stop ends it: "Bãi bỏ các Quyết định sau đây."
_FOLLOWING = re.compile(r"\ssau(?: đây)?\s?\.\s*\Z|\A\W*(?:Điều|ĐIỀU)\s\d")
#: a heading without colon is short; how far into a heading to look
_SHORT, _FAR = 200, 400


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Where a paragraph stands in the document, as far as relations need it."""

    block: Block
    preamble: bool  # before the first numbered part
    article: bool  # within an article (Điều)
    title: bool  # the document's own title
    inherited: str | None  # relation that the heading of this list says
    silent: bool = False  # it tells of others, or is a form that nobody has filled in yet


@dataclass(frozen=True, slots=True)
class Part:
    """Where the text changes what it is: an article or a numbered part begins (điều, phần)."""

    start: int
    article: bool
    first: bool  # the first numbered part: the preamble ends here
    bases: bool = False  # it tells what the document is based on ("I. Căn cứ pháp lý")


class Paragraphs:
    """The paragraphs of a text by position."""

    def __init__(self, text: Text, header: Header) -> None:
        self.text = text
        self.header = header
        self.parts = list(_parts(text, header))
        self.official = header.type not in types_with(Trait.PUBLISHED)
        quoted = (m.span(1) for m in _QUOTED.finditer("\n" + text.content))
        self.quoted = [(start - 1, end - 1) for start, end in quoted]
        self.forms = Forms(text.content, header)
        self.headings: dict[int, int] = {}  # item → the paragraph before its list

    def at(self, position: int) -> Paragraph:
        """The paragraph that holds ``position``."""
        blocks = self.text.blocks
        index = self.text.index_at(position)
        if index < 0:
            whole = Block(BlockKind.PARAGRAPH, 0, len(self.text.content))
            return Paragraph(whole, True, False, False, None)
        block, part = blocks[index], self._part(position)
        return Paragraph(
            block=block,
            preamble=(part is None or part.bases) and self.official and not self._is_quoted(block),
            article=part is not None and part.article,
            title=self._is_title(block),
            inherited=self._said_by(self._heading(index)),
            silent=not self.official or self.forms.hold(position),
        )

    def _is_quoted(self, block: Block) -> bool:
        """Whether the bases here are those of another text, quoted whole (“Căn cứ …;”)."""
        return any(start <= block.start < end for start, end in self.quoted)

    def _part(self, position: int) -> Part | None:
        index = bisect_right(self.parts, position, key=lambda part: part.start) - 1
        return self.parts[index] if index >= 0 else None

    def _is_title(self, block: Block) -> bool:
        title = self.header.spans.get("title")
        return title is not None and title.start < block.end and block.start < title.end

    def _heading(self, index: int) -> Block | None:
        """The paragraph that announces the list in which paragraph ``index`` is an item."""
        blocks, content = self.text.blocks, self.text.content
        if not _is_item(content, blocks[index]):
            return None
        item = index
        while index and index not in self.headings and _is_item(content, blocks[index]):
            index -= 1
        index = self.headings.setdefault(item, self.headings.get(index, index))
        heading = blocks[index]
        if _is_item(content, heading):
            return None  # the list begins the text
        close = content[max(heading.start, heading.end - 8) : heading.end].rstrip(" *")
        short = heading.end - heading.start < _SHORT
        said = close.endswith(".") and not _FOLLOWING.search(content, heading.start, heading.end)
        return heading if (short and not said) or close.endswith(":") else None

    def _said_by(self, heading: Block | None) -> str | None:
        """The relation that the heading of a list gives to its items."""
        if heading is None:
            return None
        words = self.text.content[heading.start : min(heading.end, heading.start + _FAR)]
        if lasting_pattern().search(words):
            return None  # "Khi ngưng hiệu lực Thông tư A, các văn bản sau tiếp tục có hiệu lực:"
        part = self._part(heading.start)
        article, acting = part is not None and part.article, may_act(self.header)
        for match, row in cues_from_last(words):
            passive = words[: match.start()].endswith(("được ", "bị "))
            if row.acts and acting and not passive and (article or this_document().search(words)):
                return row.relation
            opening = part is None or part.bases or (part.first and part.start == heading.start)
            if row.relation == "based_on" and opening:
                return row.relation
        fate = next((row for cue, row in fate_cues().items() if cue in words), None)
        return fate.relation if fate and article and acting else None


def _parts(text: Text, header: Header) -> Iterator[Part]:
    """The articles and numbered parts, in order."""
    article, first, letter = False, True, header.type == TypeName.LETTER
    counted = False  # within a point 1 that tells what it is based on
    for block in text.blocks:
        if text.content[block.start : block.start + 1] not in _BEGINNINGS:
            continue
        if ARTICLE.match(text.content, block.start, block.end):
            article = True
            if letter:  # a letter has no articles: those of a law are quoted
                continue
        elif block.start < header.body_start:
            continue
        elif part := _PART.match(text.content, block.start, block.end):
            if letter and part["great"] is None and (article or part[0].lstrip(" *_")[0] in '“"'):
                continue  # a letter quotes the points of a law: “1. Nội dung chi …
            article = article and part["great"] is None
            bases = _BASES.match(text.content, block.start, block.end)
            if bases is not None and not article:
                counted = bases["sign"] == "1"
                yield Part(block.start, article, first, bases=True)
                continue
        elif not (counted and _SECOND.match(text.content, block.start, block.end)):
            continue
        yield Part(block.start, article, first)
        first = counted = False


def _is_item(content: str, block: Block) -> bool:
    """Whether a paragraph begins with the name of another document, after its number."""
    number = ENUMERATOR.match(content, block.start, block.end)
    start = number.end() if number else block.start
    start = provision_end(content, start, block.end)
    named = kind_start().match(content, start, block.end)
    return named is not None and not _THIS.match(content, named.end(), block.end)


def may_act(header: Header) -> bool:
    """Whether documents of this kind change others (Luật, Nghị định, Quyết định, Thông tư…), or
    repeat what such a one does (Văn bản hợp nhất)."""
    return header.type == TypeName.CONSOLIDATED or header.type in types_with(Trait.ACTS)


@cache
def this_document() -> re.Pattern[str]:
    """The document speaking of itself: Quyết định này, Thông tư này."""
    kinds = phrases([row.name for row in document_types() if row.rank not in ("other", "named")])
    return re.compile(rf"(?:{kinds})\snày(?![^\W_])")


@cache
def kind_start() -> re.Pattern[str]:
    """The name of a kind of document."""
    kinds = phrases([row.name for row in document_types() if row.rank != "other"])
    return re.compile(rf"(?:{kinds})(?![^\W_])")
