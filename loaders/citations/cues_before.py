"""The cue before a citation and what it says (từ chỉ quan hệ): Căn cứ, thay thế, theo đề nghị."""

import re

from graph.vocabulary import Trait, types_with
from graph.vocabulary.cues import RelationCueRow, cues_from_last, filler_pattern
from graph.words.symbols import read_symbol
from loaders.citations.found import CITES, Found
from loaders.citations.title_guides import guides
from loaders.layout.paragraphs import ENUMERATOR, Paragraph, may_act, this_document
from loaders.mentions import Header

#: an article number anywhere in a text that may hold long rows of signs
_ARTICLE = re.compile(r"(?:Điều|ĐIỀU)\s+\d+[a-z]?\s*[.:]?\s*\W*")
_TO_LAST_WORD = re.compile(r"(?s:.*)\w")
#: what only says that an act is one of today: "Điều 1. Nay bãi bỏ"
_NOW = re.compile(r"^\W*(?:Nay|nay)(?=\s|$)")
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


def cue_before(
    header: Header, paragraph: Paragraph, gap: str, item: Found,
    *, first: bool, fresh: bool, acted: bool,
) -> str | None:  # fmt: skip
    """The relation that the nearest cue of the gap says; None when no cue is there.

    ``first`` of its paragraph; ``fresh``: it may begin a clause that ";" separates; ``acted``: the
    clause before it said an act.
    """
    if guides(gap, header.type) and (paragraph.title or not guides(gap)):
        return "implements"
    yielding: str | None = None
    foreign = attached = False
    for match, row in cues_from_last(gap):
        before, after = gap[: match.start()], gap[match.end() :]
        if row.where == "skip":
            attached = True
        elif row.acts and _PASSIVE.search(before):
            return CITES  # others changed it: "…; được sửa đổi, bổ sung bởi"
        elif row.acts:
            opening = (first or acted) and not opening_words(before)
            own = not _is_above(header, item)
            if own and _acts(header, paragraph, row, before, opening=opening):
                return _act(row, item, within=bool(yielding or _WITHIN.search(after)))
            foreign = True
        elif _of_another(row, before, header, foreign=foreign):
            return CITES
        elif _holds(row, paragraph, after, opening=(first or fresh) and not opening_words(before)):
            yielding = yielding or row.relation
            if not row.yields and not (attached and _of_a_title(gap, match)):
                break
    return yielding


def _act(row: RelationCueRow, item: Found, *, within: bool) -> str:
    """What is done to the document: a part of it that is replaced amends it."""
    part = within or item.citation.provision is not None
    return "amends" if part and row.relation == "replaces" else row.relation


def near_relation(content: str, floor: int, position: int) -> str:
    """The relation that a cue right before ``position`` says: implements, or plain cites."""
    window = content[max(floor, position - 80) : position]
    for match, row in cues_from_last(window):
        near = filler_pattern().fullmatch(window[match.end() :])
        return row.relation if near and row.relation == "implements" else CITES
    return CITES


def _of_a_title(gap: str, cue: re.Match[str]) -> bool:
    """Whether "theo" stands in the title of what is issued with the citation: "sửa đổi Quy định
    phân loại theo kết quả công việc ban hành kèm theo" Quyết định …"""
    return cue.group().lower() == "theo" and not _AS_RULED.match(gap, cue.end())


def _of_another(row: RelationCueRow, words: str, header: Header, *, foreign: bool) -> bool:
    """Whether the cue is about another document: "theo đề nghị của …; Chính phủ ban hành Nghị định
    sửa đổi …", or one without a number: "trình Nghị định hướng dẫn thi hành Luật A"."""
    if row.relation == "requested_by":
        return foreign
    unmade = _UNMADE.search(words) if row.relation == "implements" else None
    return unmade is not None and unmade["kind"].lower() != (header.type or "").lower()


def _holds(row: RelationCueRow, paragraph: Paragraph, after: str, *, opening: bool) -> bool:
    if row.where == "clause":
        return True
    if row.where == "start":
        return opening and paragraph.preamble
    near = bool(filler_pattern().fullmatch(after))
    return near or (opening and paragraph.preamble and row.relation == "implements")


def opening_words(words: str) -> str:
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
