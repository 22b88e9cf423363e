"""Where a paragraph stands, as far as relations need it: preamble, article, title, list.

Căn cứ counts as a basis only in the preamble; an act (bãi bỏ, sửa đổi) is the document's own in its
title and in its articles (Điều); the items of a list take what its heading says.
"""

import re
from dataclasses import dataclass
from functools import cache

from graph.vocabulary import document_types
from graph.vocabulary.cues import cue_pattern, fate_cues, phrases, relation_cues
from loaders.mentions import Header
from loaders.text import Block, BlockKind, Text

#: kinds of documents that change others by their articles
_ACTING = (
    "hp", "bl", "luat", "pl", "l", "sl", "nd", "nq", "nqlt", "tt", "ttlt", "ttlb", "qd", "qyd",
)  # fmt: skip
ENUMERATOR = re.compile(
    r"\W*(?:\(?\d{1,3}[.)/]\s?|\(?[a-zđ]\)\s?|\d+(?:\.\d+)+\.?\s|[-+•*]\s*)?\W*"
)
ARTICLE = re.compile(r"\W*(?:Điều|ĐIỀU)\s+\d+[a-z]?\s*[.:]?\s*\W*")
_PART = re.compile(
    r"\W*(?:(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục)\s+[IVXLC\d]+|[IVXLC]{1,5}\s*[.\-–]\s|[A-H]\.\s|1\s*[.)/])"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Where a paragraph stands in the document, as far as relations need it."""

    block: Block
    preamble: bool  # before the first numbered part
    article: bool  # within an article (Điều)
    title: bool  # the document's own title
    inherited: str | None  # relation that the heading of this list says


class Paragraphs:
    """The paragraphs of a text, asked in order of position."""

    def __init__(self, text: Text, header: Header) -> None:
        self.text = text
        self.header = header
        self.index = -1
        self.preamble = True
        self.article = False
        self.heading = ""
        self.first = False  # the heading opens the first numbered part (I. CĂN CỨ PHÁP LÝ)
        self.current: Paragraph | None = None

    def at(self, position: int) -> Paragraph:
        """The paragraph that holds ``position``; positions must not go back."""
        blocks = self.text.blocks
        while self.index + 1 < len(blocks) and blocks[self.index + 1].start <= position:
            self.index += 1
            self.current = self._enter(blocks[self.index])
        if self.current is None:
            whole = Block(BlockKind.PARAGRAPH, 0, len(self.text.content))
            return Paragraph(whole, True, False, False, None)
        return self.current

    def _enter(self, block: Block) -> Paragraph:
        words = self.text.content[block.start : min(block.end, block.start + 400)]
        opened = self.preamble
        if ARTICLE.match(words):
            self.article, self.preamble = True, False
        elif _PART.match(words) and block.start >= self.header.body_start:
            self.preamble = False
            self.article = self.article and not re.match(r"\W*(?:[IVX]+|PHẦN|Phần)\b", words)
        heading = self.heading
        if not _starts_with_citation(words):
            self.first = opened and not self.preamble
            self.heading = words if _ends_open(self.text.content, block) else ""
            heading = ""
        return Paragraph(
            block, self.preamble, self.article, self._is_title(block), self._said_by(heading)
        )

    def _is_title(self, block: Block) -> bool:
        title = self.header.spans.get("title")
        return title is not None and title.start < block.end and block.start < title.end

    def _said_by(self, heading: str) -> str | None:
        """The relation that the heading of a list gives to its items."""
        if not heading:
            return None
        for match in reversed(list(cue_pattern().finditer(heading))):
            row = relation_cues()[" ".join(match.group().lower().split())]
            acting = row.acts and (self.article or bool(this_document().search(heading)))
            if acting and may_act(self.header):
                return row.relation
            if row.relation == "based_on" and (self.preamble or self.first):
                return row.relation
        fate = next((r for w, r in fate_cues().items() if w in heading), None)
        return fate.relation if fate and self.article and may_act(self.header) else None


def _starts_with_citation(words: str) -> bool:
    return bool(kind_start().match(ENUMERATOR.sub("", words, count=1)))


def _ends_open(content: str, block: Block) -> bool:
    """Whether a paragraph announces a list: it ends with ":" or is a short heading."""
    words = content[block.start : block.end].rstrip(" *")
    return words.endswith(":") or len(words) < 200


def may_act(header: Header) -> bool:
    """Whether documents of this kind change others (Luật, Nghị định, Quyết định, Thông tư…)."""
    if header.type is None:
        return False
    name = header.type.lower()
    return any(row.name.lower() == name and row.slug in _ACTING for row in document_types())


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
