"""What the members of a list share: the date or issuer of the last, the issuer before the first."""

import re

from msgspec.structs import replace

from graph.words.folding import fold
from loaders.citations.found import Found
from loaders.citations.issuer_names import plausible
from loaders.citations.issuers import issuer_of_list
from loaders.mentions import Citation, Doubt, PartialDate

_LISTED = re.compile(r"\s*[,;]?\s*(?:và|VÀ)?\s*")
#: between what is changed and what changes it, both of one organ
_AMENDED_BY = re.compile(r",?\s*(?:đã\s)?được sửa đổi(?:, bổ sung)?\s(?:tại|bởi|theo)\s*")
#: between two of a list that each have a title in quotes
_TITLED = re.compile(r",?\s*về\s*(?:việc\s*)?[“\"][^“”\".;]{3,300}[”\"]\s*(?:[;,]|\s)\s*(?:và\s+)?")
#: between two documents that one date follows
_AND = re.compile(r"\s(?:và|cùng)\s(?:kèm theo\s)?")
#: how far before a citation the name of its issuer stands
_NEAR = 170


def share(content: str, found: list[Found]) -> list[Found]:
    """The citations with what their lists say of them all (danh sách viện dẫn)."""
    listed = _from_the_first(content, _from_the_last(content, found))
    return _on_the_same_day(content, _numbered_together(content, listed))


def _from_the_last(content: str, found: list[Found]) -> list[Found]:
    """The issuer that follows the last member; its date too, where the list is one of "các"."""
    shared = list(found)
    for index in range(len(shared) - 2, -1, -1):
        here, after = shared[index].citation, shared[index + 1].citation
        gap = content[shared[index].tail : after.span.start]
        if fold(here.symbol or "") != fold(after.symbol or ""):
            continue  # "số 2062/QD-UBND và số 2063/QĐ-UBND" are of one organ
        if here.issuer is None and (_AMENDED_BY.fullmatch(gap) or _TITLED.fullmatch(gap)):
            shared[index] = replace(shared[index], citation=replace(here, issuer=after.issuer))
        if not _LISTED.fullmatch(gap):
            continue
        if here.issuer is None and after.issuer is not None:
            here = replace(here, issuer=after.issuer)
        head = content[max(0, here.span.start - 12) : here.span.start].lower()
        plural = head.rstrip().endswith(("các", ":")) or "citation.shared_date" in (
            d.rule for d in here.doubts
        )
        if here.date == PartialDate() and after.date.iso and (plural or _in_plural(content, here)):
            doubt = Doubt("citation.shared_date", here.span, (("date", after.date.iso),))
            here = replace(here, date=after.date, doubts=(*here.doubts, doubt))
        shared[index] = replace(shared[index], citation=here)
    return shared


def _numbered_together(content: str, found: list[Found]) -> list[Found]:
    """The day after two documents that an organ numbered one after the other.

    "Tờ trình số 402/TTr-CP và Đề án số 403/ĐA-CP ngày 09 tháng 5 năm 2025".
    """
    shared = list(found)
    for index in range(len(shared) - 1):
        here, after = shared[index].citation, shared[index + 1].citation
        gap = content[shared[index].tail : shared[index + 1].lead]
        if here.date != PartialDate() or not after.date.iso or not _AND.fullmatch(gap):
            continue
        if _next_of_one_organ(here, after):
            doubt = Doubt("citation.shared_date", here.span, (("date", after.date.iso),))
            here = replace(here, date=after.date, doubts=(*here.doubts, doubt))
            shared[index] = replace(shared[index], citation=here)
    return shared


def _next_of_one_organ(one: Citation, other: Citation) -> bool:
    """Whether the number of ``other`` is the next of the organ of ``one``."""
    first, second = one.number or "", other.number or ""
    if not (first.isdigit() and second.isdigit()) or int(second) != int(first) + 1:
        return False
    organs = {(citation.symbol or "").rpartition("-")[2] for citation in (one, other)}
    return len(organs) == 1 and bool(organs.pop())


def _in_plural(content: str, citation: Citation) -> bool:
    """Whether "các" stands before the list that the citation is in, in the same clause."""
    window = content[max(0, citation.span.start - 120) : citation.span.start]
    clause = re.split(r"[;.\n]\s", window)[-1].lower()
    return citation.type is not None and f"các {citation.type.lower()}" in clause


def _from_the_first(content: str, found: list[Found]) -> list[Found]:
    """The issuer named before the list: "các Nghị định của Chính phủ: số …; số …"."""
    shared = list(found)
    heading: str | None = None
    for index, item in enumerate(shared):
        bare = content[item.lead : item.lead + 1] in "sS0123456789"
        before = shared[index - 1] if index else None
        gap = content[before.tail : item.lead] if before else "\n"
        if not bare or "\n" in gap or ":" in gap:
            heading = issuer_of_list(content, item.lead) if bare else None
        told = heading
        if told is None and before is not None and _LISTED.fullmatch(gap):
            told = _named_before(content, before, item)
        citation = item.citation
        if told and citation.issuer is None and plausible(told, citation.symbol):
            shared[index] = replace(item, citation=replace(citation, issuer=told))
    return shared


def _named_before(content: str, before: Found, item: Found) -> str | None:
    """The issuer that stands before the first of two members of one kind, or of all that it says
    ("của Bộ Y tế tại Tờ trình số … và Văn bản số …")."""
    issuer = before.citation.issuer
    if issuer is None:
        return None
    window = " ".join(content[max(0, before.lead - _NEAR) : before.lead].split())
    asking = window.endswith(f"{issuer} tại")
    alike = before.citation.type == item.citation.type
    return issuer if asking or (alike and issuer in window) else None


def _on_the_same_day(content: str, found: list[Found]) -> list[Found]:
    """The day of the document before: "Quyết định … ngày 5/3/2020 và Công văn … cùng ngày"."""
    shared = list(found)
    for index in range(1, len(shared)):
        before, item = shared[index - 1], shared[index]
        near = item.same_day and "\n" not in content[before.tail : item.lead]
        if near and before.citation.date.iso and item.citation.date == PartialDate():
            date = before.citation.date
            shared[index] = replace(item, citation=replace(item.citation, date=date))
    return shared
