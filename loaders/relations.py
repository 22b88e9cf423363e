"""Why a document is cited (quan hệ): the cue before it, and whose act it is.

A cue at the start of a paragraph (Căn cứ, Thực hiện, Theo đề nghị) governs all citations of the
paragraph; a cue near a citation overrules it. What stands in the title of another citation is about
that one (``subject``). Amending, replacing and repealing are acts of the document that speaks only
where it says so of itself: in its title, in an article (Điều), or as "Quyết định này".
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from graph.vocabulary.cues import (
    RelationCueRow,
    cue_pattern,
    fate_cues,
    filler_pattern,
    passive_cues,
    passive_pattern,
    phrases,
    relation_cues,
    title_words,
)
from loaders.laws import LawMention
from loaders.mentions import Citation, Header
from loaders.paragraphs import (
    ARTICLE,
    ENUMERATOR,
    Paragraph,
    Paragraphs,
    kind_start,
    may_act,
    this_document,
)
from loaders.text import Text


@dataclass(frozen=True, slots=True)
class Found:
    """A citation with the place where its words begin (provision) and end (date, issuer)."""

    citation: Citation
    lead: int
    tail: int
    amended: tuple[LawMention, ...] = ()


CITES = "cites"
_SENTENCE = re.compile(r"\.\s+(?=[A-ZĐÂÊÔƠƯÁÀẢÃẠ])|;|:\s")
_CONNECTOR = re.compile(r"[\s,;)”\"*]*(?:và|hoặc|cùng|cùng với|với)?\s*(?:tại\s)?[\s(“\"]*$")
_AND = re.compile(r"\s(?:và|cùng với|cùng)\s(?:tại\s)?$")
#: how many citations are looked back, and how far what becomes of one is looked for
_MANY, _FAR = 40, 600
_ASIDE = re.compile(r"\s*\([^()]*\)")
_ISSUING = re.compile(r"(?:ban hành|ký|ra|có)\s+$")


def relate(text: Text, header: Header, found: list[Found]) -> list[Citation]:
    """The citations with their relation and subject, amended laws added after the amending one.

    What one citation did to another before it ("được sửa đổi bởi") follows at the end: the changed
    one once more, with the changing one as its subject.
    """
    related: list[Citation] = []
    paragraphs = Paragraphs(text, header)
    previous: Found | None = None
    governing, at = CITES, -1
    change: str | None = None
    changes: list[Citation] = []
    for item in found:
        paragraph = paragraphs.at(item.lead)
        if previous is None or paragraph.block.start > previous.lead:
            previous, governing = None, ""
        relation, subject = _relation(
            text.content, header, paragraph, previous, item, related, at, governing
        )
        governing = governing or (relation if subject is None else CITES)
        related.append(replace(item.citation, relation=relation, subject=subject))
        change = _change(text.content, previous, item, change)
        changed = _changed(related, changes, paragraph.block.start) if change else None
        previous, at = item, len(related) - 1
        if change and changed:
            changes.append(replace(changed, relation=change, subject=at, rule="changed_by"))
        if len(item.amended) == 1:
            related.append(_amended(item.amended[0], at))
    return related + changes


def near_relation(content: str, floor: int, position: int) -> str:
    """The relation that a cue right before ``position`` says: implements, or plain cites."""
    window = content[max(floor, position - 80) : position]
    for match in reversed(list(cue_pattern().finditer(window))):
        row = relation_cues()[" ".join(match.group().lower().split())]
        near = filler_pattern().fullmatch(window[match.end() :])
        return row.relation if near and row.relation == "implements" else CITES
    return CITES


def _change(content: str, previous: Found | None, item: Found, change: str | None) -> str | None:
    """What the citation did to one before it ("được sửa đổi bởi"), a list going on with it."""
    if previous is None:
        return None
    gap = content[min(previous.tail, item.lead) : item.lead]
    said = passive_pattern().search(gap) if ";" not in gap else None
    if said is not None:
        return passive_cues()[" ".join(said.group().lower().split())].relation
    return change if ";" not in gap and _CONNECTOR.fullmatch(gap) else None


def _changed(related: list[Citation], changes: list[Citation], floor: int) -> Citation | None:
    """What the last citation changed: the one before it of its own kind, itself no changer."""
    last, changers = related[-1], {change.subject for change in changes[-_MANY:]}
    for index in range(len(related) - 2, max(-1, len(related) - _MANY), -1):
        citation = related[index]
        if citation.span.start < floor:
            return None
        if index not in changers and citation.type == last.type:
            return citation
    return None


def _amended(law: LawMention, subject: int) -> Citation:
    return Citation(
        law.span, "law_amended", law.kind, name=law.name, relation="amends", subject=subject
    )


def _relation(
    content: str, header: Header, paragraph: Paragraph, previous: Found | None, item: Found,
    related: list[Citation], at: int, governing: str,
) -> tuple[str, int | None]:  # fmt: skip
    start = previous.tail if previous else paragraph.block.start
    gap = content[min(start, item.lead) : item.lead]
    if previous is not None:
        before = related[at]
        if gap.endswith("(") and (repeated := _repeated(item, related, paragraph.block.start)):
            return repeated.relation, repeated.subject
        if passive_pattern().search(gap) and ";" not in gap:
            return (governing if governing == "based_on" else CITES), None
        gap = _ASIDE.sub("", gap)
        if _CONNECTOR.fullmatch(gap.replace(item.citation.issuer or "\n", "")):
            return _coordinate(gap, before, governing)
        if ";" not in gap and _opens_title(gap) and not _new_clause(gap, item.citation):
            if not _AND.search(gap):
                return _nested(gap), at
            if before.type == item.citation.type or not _speaks_of_a_document(gap):
                return before.relation, before.subject
            return CITES, None
        gap = _SENTENCE.split(gap)[-1]
        if not gap.strip(' (“"*,'):
            return governing, None
    cue = _cue(content, header, paragraph, gap, item, first=previous is None)
    if cue is not None:
        return cue, None
    if previous is None and not ENUMERATOR.sub("", gap, count=1).strip():
        return paragraph.inherited or _fate(content, header, item) or CITES, None
    return _fate(content, header, item) or CITES, None


def _repeated(item: Found, related: list[Citation], floor: int) -> Citation | None:
    """The citation of the paragraph that a parenthesis says again: "… (Chỉ thị số 38-CT/TW)"."""
    for citation in reversed(related[-_MANY:]):
        if citation.span.start < floor:
            return None
        same = citation.number == item.citation.number and citation.symbol == item.citation.symbol
        if same and citation.number:
            return citation
    return None


def _coordinate(gap: str, before: Citation, governing: str) -> tuple[str, int | None]:
    """A member of a list: as the one before; after a title, only ";" returns to the list."""
    if before.subject is None:
        return before.relation, None
    return (governing, None) if ";" in gap else (CITES, None)


def _opens_title(gap: str) -> bool:
    """Whether the words after a citation are its title, so that what they cite is its affair."""
    return bool(title_start().match(gap))


def _new_clause(gap: str, citation: Citation) -> bool:
    """Whether the title has ended: "…), Ủy ban nhân dân tỉnh đã ban hành" Quyết định số …"""
    return bool(citation.issuer and citation.issuer in gap and _ISSUING.search(gap))


def _speaks_of_a_document(gap: str) -> bool:
    """Whether the title speaks of some document, so that "và" may go on with that one."""
    return bool(kind_start().search(gap))


def _nested(gap: str) -> str:
    """The relation between two cited documents: the last cue in the title between them."""
    for match in reversed(list(cue_pattern().finditer(gap))):
        row = relation_cues()[" ".join(match.group().lower().split())]
        if row.where == "skip":
            continue
        if row.acts or row.where == "clause" or filler_pattern().fullmatch(gap[match.end() :]):
            return row.relation
    return CITES


def _cue(
    content: str, header: Header, paragraph: Paragraph, gap: str, item: Found, *, first: bool
) -> str | None:
    """The relation that the nearest cue of the gap says; None when no cue is there."""
    yielding: str | None = None
    for match in reversed(list(cue_pattern().finditer(gap))):
        row = relation_cues()[" ".join(match.group().lower().split())]
        opening = first and not _opening(gap[: match.start()])
        if row.where == "skip":
            continue
        if row.acts:
            if _acts(header, paragraph, gap[: match.start()], opening=opening):
                part = item.citation.provision is not None and row.relation == "replaces"
                return "amends" if part else row.relation
            continue
        if _holds(row, paragraph, gap[match.end() :], opening=opening):
            yielding = yielding or row.relation
            if not row.yields:
                break
    return yielding


def _holds(row: RelationCueRow, paragraph: Paragraph, after: str, *, opening: bool) -> bool:
    if row.where == "clause":
        return True
    if row.where == "start":
        return opening and paragraph.preamble
    near = bool(filler_pattern().fullmatch(after))
    return near or (opening and paragraph.preamble and row.relation == "implements")


def _opening(words: str) -> str:
    """What stands before a cue besides an enumerator or "Điều 1."."""
    return ENUMERATOR.sub("", ARTICLE.sub("", words, count=1), count=1).strip(' *“"')


def _acts(header: Header, paragraph: Paragraph, before: str, *, opening: bool) -> bool:
    """Whether the document itself does what the cue says."""
    if this_document().search(before):
        return True
    if not may_act(header):
        return False
    if paragraph.title or (opening and paragraph.article):
        return True
    own = header.type or ""
    return bool(own) and bool(re.search(rf"ban hành\s+{re.escape(own)}\s*$", before, re.IGNORECASE))


def _fate(content: str, header: Header, item: Found) -> str | None:
    """Quyết định số … hết hiệu lực kể từ ngày Quyết định này có hiệu lực."""
    sentence = re.split(r";|\.\s|\n", content[item.tail : item.tail + _FAR], maxsplit=1)[0]
    for words, row in fate_cues().items():
        if words in sentence and this_document().search(sentence):
            return row.relation
    return None


@cache
def title_start() -> re.Pattern[str]:
    """The word that a title begins with (về việc, phê duyệt)."""
    words = phrases([row.words for row in title_words() if row.title])
    return re.compile(rf"[\s,:(“\"]*(?:{words})(?![^\W_])")
