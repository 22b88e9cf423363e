"""What a document says that it is to be called itself (tên gọi tắt của chính văn bản).

"Điều 1. Phê duyệt Đề án … (gọi tắt là Đề án 996)", "Kế hoạch này (sau đây gọi tắt là Kế hoạch 12)";
a law is called by its title. What it calls another document is that one's name, and a bare kind
("sau đây gọi tắt là Chương trình") is nobody's.
"""

import re
from collections.abc import Sequence
from functools import cache

from graph.vocabulary import Trait, TypeName, document_types, types_with
from graph.vocabulary.cues import title_words
from graph.words.folding import fold
from loaders.citations.alias_names import Announced, announced, is_cited
from loaders.citations.own_kinds import given_out
from loaders.header.promulgation import find_enactment
from loaders.layout.casing import cased
from loaders.layout.kinds import type_named
from loaders.layout.paragraphs import ARTICLE, ENUMERATOR, this_document
from loaders.mentions import Citation, Header, Told
from loaders.text import ASIDE, Text

#: a title by which nobody calls a law is longer
_LONGEST_TITLE = 100
#: words behind a kind that tell it from others though they have no figure and no capital
_TELLING = 3
#: the end of a sentence
_SENTENCE = re.compile(r"[.;]\s")
_FIGURES = re.compile(r"\d+")
#: what may stand between a document and the words that give it a name
_ALONE = re.compile(r"\W*(?:sau đây\s|từ đây\s)?(?:được\s)?\Z")
#: what stands before "ban hành" where it tells of what was issued before
_BEFORE = (" đã", " được")


def find_own_name(text: Text, header: Header, citations: Sequence[Citation]) -> Told | None:
    """The short name of the document itself; the first that it tells."""
    if header.type in types_with(Trait.LAW):
        return _law_name(text, header)
    if header.type is None or header.type in types_with(Trait.PUBLISHED):
        return None
    return next(
        (
            Told(told.name, told.span)
            for told in announced(text.content)
            if _says_something(told.name)
            and not is_cited(citations, told.span)
            and _is_own(text, header, citations, told)
        ),
        None,
    )


def _law_name(text: Text, header: Header) -> Told | None:
    """The title of a law by which others cite it; one that changes laws is cited by its number."""
    title = header.title or ""
    if not title or len(title) > _LONGEST_TITLE or _changes().match(title):
        return None
    written = cased(title, text.content)
    return Told(f"{header.type} {written[:1].upper()}{written[1:]}", header.spans["title"])


def _says_something(name: str) -> bool:
    """Whether a name has more than a kind: "Đề án 06", "Chương trình OCOP"."""
    row = type_named(name)
    rest = name[len(row.name) :].strip() if row else ""
    if not row or fold(name) in _kinds() or not rest:
        return False
    return not rest.islower() or len(rest.split()) >= _TELLING


def _is_own(text: Text, header: Header, citations: Sequence[Citation], told: Announced) -> bool:
    """Whether the sentence names the document itself, and only that by this kind."""
    found = _named(text, header, told.at)
    if found is None:
        return False
    kind, at = found
    words = fold(text.content[at : told.at])
    return (
        fold(told.name).startswith(f"{fold(kind)} ")
        and len(re.findall(rf"(?<!\w){re.escape(fold(kind))}(?!\w)", words)) <= 1
        and not any(_may_be_meant(c, told, kind) for c in citations if at <= c.span.start < told.at)
    )


def _may_be_meant(citation: Citation, told: Announced, kind: str) -> bool:
    """Whether a name may stand for a citation before it: by its number, where that has the kind or
    may have given it out."""
    numbers = {figure.lstrip("0") for figure in _FIGURES.findall(told.name)}
    number = (citation.number or "").split("/")[0].lstrip("0")
    return number in numbers and citation.type in (None, kind, TypeName.DECISION)


def _named(text: Text, header: Header, position: int) -> tuple[str, int] | None:
    """The kind by which the sentence before ``position`` names the document, and where it does."""
    block = text.block_at(position)
    title = header.spans.get("title")
    if title and title.start <= position <= title.end:
        out = given_out(text.content[title.start : position])
        return (out[0].name, title.start + out[1]) if out else (header.type or "", title.start)
    if block is None or block.kind in ASIDE:
        return None
    start = _sentence(text.content, block.start, position)
    words = text.content[start:position]
    if out := given_out(words):
        return out[0].name, start + out[1]
    return _by_itself(header, words, start) or _enacted(text, header, start, position)


def _sentence(content: str, floor: int, position: int) -> int:
    """Where the sentence before ``position`` begins, behind its number."""
    ends = [sign.end() for sign in _SENTENCE.finditer(content, floor, position)]
    for number in (ARTICLE, ENUMERATOR):
        if opening := number.match(content, floor, position):
            floor = opening.end()
    return max([floor, *ends])


def _by_itself(header: Header, words: str, start: int) -> tuple[str, int] | None:
    """ "Kế hoạch này (gọi tắt là …)", "kèm theo Quyết định này Quy chế … (gọi tắt là …)"."""
    this = next(reversed(list(this_document().finditer(words))), None)
    if this is None:
        return None
    row = type_named(words[this.end() :].strip())
    if row is not None and words[: this.start()].rstrip().endswith("theo"):
        return row.name, start + this.end()
    alone = _ALONE.match(words, this.end()) is not None
    return (header.type or "", start + this.start()) if alone else None


def _enacted(text: Text, header: Header, start: int, position: int) -> tuple[str, int] | None:
    """ "Ủy ban nhân dân tỉnh ban hành Kế hoạch … (gọi tắt là …) như sau"."""
    found = find_enactment(text, header.type, header.body_start)
    if found is None or not start <= found.span.start < position:
        return None
    return None if found.organ.endswith(_BEFORE) else (header.type or "", found.span.end)


@cache
def _kinds() -> frozenset[str]:
    return frozenset(fold(row.name) for row in document_types())


@cache
def _changes() -> re.Pattern[str]:
    changing = "|".join(re.escape(row.words) for row in title_words() if row.changes)
    return re.compile(rf"(?:{changing})(?![^\W_])", re.IGNORECASE)
