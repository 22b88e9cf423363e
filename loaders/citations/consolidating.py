"""Which texts a consolidated one is made of, and whose acts it repeats (văn bản hợp nhất).

"Thông tư này thay thế …" in the text of a consolidation is said by the document that is
consolidated, not by the consolidation, which changes nothing; nor does that rest on the bases that
it reprints.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from graph.vocabulary import TypeName
from loaders.citations.acting import acts
from loaders.citations.found import Found, gap_between
from loaders.layout.paragraphs import Paragraph
from loaders.mentions import Citation, Header

#: what it does to the texts that it is made of
_MADE_OF = "consolidates"
#: why the text was made that is consolidated
_REASONS = frozenset({"based_on", "implements", "requested_by"})
#: what parts one text that is consolidated from the next
_AGAIN = re.compile(r"có hiệu lực|được sửa đổi|[;\n]")
#: what a consolidated text says of each text that it is made of
_IN_FORCE = re.compile(
    r"(?:(?:(?!\ssố\s)[^;\n]){0,500}?|[^;\n]{0,160}?\ssửa đổi[^;\n]{0,500}?)"
    r",?\scó hiệu lực (?:thi hành )?(?:kể )?từ ngày"
)
#: how far back a quotation is looked for
_FAR = 3000


def is_consolidation(header: Header) -> bool:
    """Whether the document puts texts together as they are in force."""
    return header.type == TypeName.CONSOLIDATED or (header.symbol or "").startswith("VBHN")


def is_titled(content: str, previous: Found, item: Found, before: Citation) -> bool:
    """Whether the title of a text that is consolidated names it."""
    spoken = before.subject is not None or before.relation == _MADE_OF
    return spoken and not _AGAIN.search(gap_between(content, previous, item))


def is_consolidated(
    content: str, header: Header, paragraph: Paragraph, item: Found, *, opens: bool
) -> bool:
    """Whether a consolidated text says here what it is made of, before its Căn cứ.

    ``opens``: nothing stands before the citation in its paragraph.
    """
    if not is_consolidation(header) or item.citation.provision is not None or paragraph.article:
        return False
    first = opens and paragraph.preamble and not paragraph.title
    return first or bool(_IN_FORCE.match(content, item.tail))


def of_the_consolidated(content: str, related: Sequence[Citation]) -> list[Citation]:
    """The citations, acts and bases being those of the first text that is consolidated.

    What a note quotes of a later one ("Điều 3 … quy định: “…”") is nobody's act here.
    """
    first = next((i for i, one in enumerate(related) if one.relation == _MADE_OF), None)
    return [
        _said_by(content, one, first) if one.subject is None and _is_its(index, one, first) else one
        for index, one in enumerate(related)
    ]


def _is_its(index: int, one: Citation, first: int | None) -> bool:
    """Whether the text that is consolidated does it: an act, or what it rests on."""
    reprinted = first is not None and index > first and one.relation in _REASONS
    return reprinted or (one.relation in acts() and one.relation != _MADE_OF)


def _said_by(content: str, act: Citation, first: int | None) -> Citation:
    before = content[max(0, act.span.start - _FAR) : act.span.start]
    if first is None or before.rfind("“") > before.rfind("”"):
        return replace(act, relation="cites")
    return replace(act, subject=first)
