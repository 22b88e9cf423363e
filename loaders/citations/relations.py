"""Why a document is cited (quan hệ): the cue before it, and whose act it is.

A cue at the start of a paragraph (Căn cứ, Thực hiện, Theo đề nghị) governs all citations of the
paragraph; a cue near a citation overrules it. What stands in the title of another citation is about
that one (``subject``). Amending, replacing and repealing are acts of the document that speaks only
where it says so of itself: in its title, in an article (Điều), or as "Quyết định này".
"""

import re

from msgspec.structs import replace

from graph.vocabulary import Trait, types_with
from graph.vocabulary.cues import (
    RelationCueRow,
    cue_pattern,
    filler_pattern,
    relation_cues,
)
from graph.words.symbols import read_symbol
from loaders.citations.changes import change_said, changed_by_last
from loaders.citations.consolidating import (
    is_consolidated,
    is_consolidation,
    is_titled,
    of_the_consolidated,
)
from loaders.citations.fates import announced, fate_of
from loaders.citations.laws import LawMention
from loaders.citations.neighbours import (
    ASIDE,
    CITES,
    Found,
    acts,
    gap_between,
    told_by_neighbour,
)
from loaders.layout.paragraphs import (
    ENUMERATOR,
    Paragraph,
    Paragraphs,
    may_act,
    this_document,
)
from loaders.mentions import Citation, Header, PartialDate
from loaders.text import Text

#: an article number anywhere in a text that may hold long rows of signs
_ARTICLE = re.compile(r"(?:Điều|ĐIỀU)\s+\d+[a-z]?\s*[.:]?\s*\W*")
_TO_LAST_WORD = re.compile(r"(?s:.*)\w")
_SENTENCE = re.compile(r"\.\s+(?=[A-ZĐÂÊÔƠƯÁÀẢÃẠ]|$)|;|:\s")
#: what only says that an act is one of today: "Điều 1. Nay bãi bỏ"
_NOW = re.compile(r"^\W*(?:Nay|nay)(?=\s|$)")
_CLAUSE_ENDS = (";", ".")
_PASSIVE = re.compile(r"(?:được|bị|ĐƯỢC|BỊ)\s\Z")
#: "theo quy định tại Quy chế ban hành kèm theo Quyết định …"
_AS_RULED = re.compile(r"\s(?:đúng\s)?(?:các\s)?(?:quy định|Quy|hướng dẫn|nội dung)(?!\w)", re.I)
#: a part of it is meant: "thay thế Danh mục … tại" Quyết định số …
_WITHIN = re.compile(r"\w\s(?:tại|trong)(?:\s(?:các|Phụ lục))?\s\Z")
#: what is announced or spoken of, its number not said or left blank ("số …/2024/NĐ-CP ngày …")
_UNMADE = re.compile(
    r"(?P<kind>Nghị định|Thông tư liên tịch|Thông tư|Pháp lệnh)"
    r"(?:(?:\ssố[\s.…_]*(?:/[\w/-]+)?(?:\s?ngày[\s.…_/]*(?:tháng[\s.…_]*)?(?:năm[\s.…_\d]*)?)?)?"
    r"\s?của\s(?:Chính phủ|Bộ(?: trưởng)?[^,;:.]{2,60}?))?"
    r"(?:\s(?:quy định|chi tiết|và|hướng dẫn|mới|để))*\s\Z"
)


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
    paragraph: Paragraph | None = None
    for item in found:
        before, paragraph = paragraph, paragraphs.at(item.lead)
        if not _goes_on(before, paragraph):
            previous, governing = None, ""
        relation, subject = _relation(
            text.content, header, paragraph, previous, item, related, at, governing
        )
        if subject is None and paragraph.silent:
            relation = CITES
        if subject is not None and _is_upside_down(relation, related[subject], item):
            relation, subject = CITES, None
        governing = governing or (relation if subject is None else CITES)
        plain = relation == CITES and subject is None  # as every citation is made
        related.append(
            item.citation if plain else replace(item.citation, relation=relation, subject=subject)
        )
        change = (
            change_said(gap_between(text.content, previous, item), change) if previous else None
        )
        changed = changed_by_last(related, changes, paragraph.block.start) if change else None
        previous, at = item, len(related) - 1
        if change and changed:
            changes.append(replace(changed, relation=change, subject=at, rule="changed_by"))
        if len(item.amended) == 1:
            related.append(_amended(item.amended[0], item.amended_date, at))
    if is_consolidation(header):
        related = of_the_consolidated(text.content, related)
    return related + changes


def _goes_on(before: Paragraph | None, here: Paragraph) -> bool:
    """Whether a paragraph is the one before, or goes on with its title in another line."""
    return before is not None and (before.block == here.block or (before.title and here.title))


def _is_upside_down(relation: str, subject: Citation, item: Found) -> bool:
    """Whether a law would implement what is none: the words before are misread or stand aside."""
    laws = types_with(Trait.LAW)
    return relation == "implements" and subject.type in laws and item.citation.type not in laws


def near_relation(content: str, floor: int, position: int) -> str:
    """The relation that a cue right before ``position`` says: implements, or plain cites."""
    window = content[max(floor, position - 80) : position]
    for match in reversed(list(cue_pattern().finditer(window))):
        row = relation_cues()[" ".join(match.group().lower().split())]
        near = filler_pattern().fullmatch(window[match.end() :])
        return row.relation if near and row.relation == "implements" else CITES
    return CITES


def _amended(law: LawMention, date: PartialDate, subject: int) -> Citation:
    return Citation(
        law.span, "law_amended", law.kind, name=law.name, date=date, relation="amends",
        subject=subject,
    )  # fmt: skip


def _relation(
    content: str, header: Header, paragraph: Paragraph, previous: Found | None, item: Found,
    related: list[Citation], at: int, governing: str,
) -> tuple[str, int | None]:  # fmt: skip
    floor = paragraph.block.start
    titled = previous is not None and is_titled(content, previous, item, related[at])
    if not titled and is_consolidated(
        content, header, paragraph, item, opens=not _opening(_before(content, paragraph, item))
    ):
        return "consolidates", None
    if previous is None:
        gap, fresh = _before(content, paragraph, item), True
    else:
        told = told_by_neighbour(content, floor, previous, item, related, at, governing)
        if told is not None:
            ends = told == (CITES, None) and ";" in gap_between(content, previous, item)
            return (fate_of(content, header, paragraph, item) or CITES, None) if ends else told
        gap, sign = _clause(ASIDE.sub("", gap_between(content, previous, item)))
        if not gap.strip(' (“"*,'):
            ended = sign == "." and governing != "based_on"  # a list of bases has such signs too
            said = CITES if ended else governing
            return fate_of(
                content, header, paragraph, item
            ) or said if said == CITES else said, None
        fresh = sign in _CLAUSE_ENDS and (sign == ";" or _has_acted(related))
    acted = fresh and _has_acted(related)
    cue = _cue(header, paragraph, gap, item, first=previous is None, fresh=fresh, acted=acted)
    if cue is not None:
        return cue, None
    fate = fate_of(content, header, paragraph, item) or announced(gap, header, paragraph)
    if previous is None and not ENUMERATOR.sub("", gap, count=1).strip():
        return paragraph.inherited or fate or CITES, None
    return fate or CITES, None


def _has_acted(related: list[Citation]) -> bool:
    """Whether the citation before was acted upon: another act may follow (thay thế A; bãi bỏ B)."""
    return bool(related) and related[-1].subject is None and related[-1].relation in acts()


def _before(content: str, paragraph: Paragraph, item: Found) -> str:
    """The words of its paragraph before a citation."""
    return content[min(paragraph.block.start, item.lead) : item.lead]


def _clause(gap: str) -> tuple[str, str]:
    """The last clause of the words before a citation, and the sign that it follows."""
    signs = list(_SENTENCE.finditer(gap))
    return (gap[signs[-1].end() :], signs[-1].group().strip()) if signs else (gap, "")


def _cue(
    header: Header, paragraph: Paragraph, gap: str, item: Found,
    *, first: bool, fresh: bool, acted: bool,
) -> str | None:  # fmt: skip
    """The relation that the nearest cue of the gap says; None when no cue is there.

    ``first`` of its paragraph; ``fresh``: it may begin a clause that ";" separates; ``acted``: the
    clause before it said an act.
    """
    yielding: str | None = None
    foreign = attached = False
    for match in reversed(list(cue_pattern().finditer(gap))):
        row = relation_cues()[" ".join(match.group().lower().split())]
        opening = first and not _opening(gap[: match.start()])
        if row.where == "skip":
            attached = True
            continue
        if row.acts and _PASSIVE.search(gap[: match.start()]):
            return CITES  # others changed it: "…; được sửa đổi, bổ sung bởi"
        if row.acts:
            begins = opening or (acted and not _opening(gap[: match.start()]))
            if not _is_above(header, item) and _acts(
                header, paragraph, row, gap[: match.start()], opening=begins
            ):
                within = yielding or _WITHIN.search(gap[match.end() :])
                part = item.citation.provision is not None or within is not None
                return "amends" if part and row.relation == "replaces" else row.relation
            foreign = True
            continue
        if foreign and row.relation == "requested_by":
            return CITES  # "theo đề nghị của …; Chính phủ ban hành Nghị định sửa đổi …"
        if row.relation == "implements" and _of_another(gap[: match.start()], header):
            return CITES
        opening = opening or (fresh and not _opening(gap[: match.start()]))
        if _holds(row, paragraph, gap[match.end() :], opening=opening):
            yielding = yielding or row.relation
            if not row.yields and not (attached and _of_a_title(gap, match)):
                break
    return yielding


def _of_a_title(gap: str, cue: re.Match[str]) -> bool:
    """Whether "theo" stands in the title of what is issued with the citation: "sửa đổi Quy định
    phân loại theo kết quả công việc ban hành kèm theo" Quyết định …"""
    return cue.group().lower() == "theo" and not _AS_RULED.match(gap, cue.end())


def _of_another(words: str, header: Header) -> bool:
    """Whether a decree of no number implements it: "trình Nghị định hướng dẫn thi hành Luật A"."""
    unmade = _UNMADE.search(words)
    return unmade is not None and unmade["kind"].lower() != (header.type or "").lower()


def _holds(row: RelationCueRow, paragraph: Paragraph, after: str, *, opening: bool) -> bool:
    if row.where == "clause":
        return True
    if row.where == "start":
        return opening and paragraph.preamble
    near = bool(filler_pattern().fullmatch(after))
    return near or (opening and paragraph.preamble and row.relation == "implements")


def _opening(words: str) -> str:
    """What stands before a cue besides an enumerator or "Điều 1."."""
    if article := _ARTICLE.search(words):
        before = _TO_LAST_WORD.match(words, 0, article.start())
        words = f"{before[0] if before else ''}{words[article.end() :]}"
    return _NOW.sub("", ENUMERATOR.sub("", words, count=1)).strip(' *“"')


def _acts(
    header: Header, paragraph: Paragraph, row: RelationCueRow, before: str, *, opening: bool
) -> bool:
    """Whether the document itself does what the cue says."""
    if this_document().search(before):
        return True
    if not may_act(header):
        return paragraph.title and row.relation == "corrects"  # a letter may put a misprint right
    if paragraph.title or (opening and paragraph.article):
        return True
    own = re.escape(header.type or "")
    said = rf"ban hành\s+{own}\s*$|\b{own}\scó hiệu lực"
    return bool(own) and bool(re.search(said, before, re.IGNORECASE))


def _is_above(header: Header, item: Found) -> bool:
    """Whether a document of this kind changes none of those: a decision no law, the State nothing
    of the Party."""
    laws, cited = types_with(Trait.LAW), item.citation
    if cited.symbol and header.symbol and read_symbol(cited.symbol).party:
        return not read_symbol(header.symbol).party
    return cited.type in laws and header.type not in laws | types_with(Trait.CHANGES_LAWS)
