"""Why a document is cited (quan hệ): the cue before it, and whose act it is.

A cue at the start of a paragraph (Căn cứ, Thực hiện, Theo đề nghị) governs all citations of the
paragraph; a cue near a citation overrules it. What stands in the title of another citation is about
that one (``subject``). Amending, replacing and repealing are acts of the document that speaks only
where it says so of itself: in its title, in an article (Điều), or as "Quyết định này".
"""

import re

from msgspec.structs import replace

from graph.vocabulary import Trait, types_with
from loaders.citations.acting import acts
from loaders.citations.changed_rows import changed_in_row
from loaders.citations.changes import change_said, changed_by_last
from loaders.citations.consolidating import (
    is_consolidated,
    is_consolidation,
    is_titled,
    of_the_consolidated,
)
from loaders.citations.cues_before import cue_before, opening_words
from loaders.citations.fates import announced, fate_of
from loaders.citations.found import ASIDE, CITES, Found, gap_between
from loaders.citations.laws import LawMention
from loaders.citations.neighbours import told_by_neighbour
from loaders.layout.letters import UPPER
from loaders.layout.paragraphs import ENUMERATOR, Paragraph, Paragraphs
from loaders.mentions import Citation, Header, PartialDate
from loaders.text import Text

_SENTENCE = re.compile(rf"\.\s+(?=[{UPPER}]|$)|;|:\s")
_CLAUSE_ENDS = (";", ".")


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
        if previous:
            change = change_said(gap_between(text.content, previous, item), change)
            changed = changed_by_last(related, changes, paragraph.block.start) if change else None
        else:
            words = _before(text.content, paragraph, item)
            changed, change = changed_in_row(text, paragraph.block, words, related) or (None, None)
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
        content, header, paragraph, item, opens=not opening_words(_before(content, paragraph, item))
    ):
        return "consolidates", None
    sign = ""
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
    cue = cue_before(header, paragraph, gap, item, first=previous is None, fresh=fresh, acted=acted)
    if cue == "implements" and governing == "based_on" and previous and not sign:
        return cue, at  # what is a basis carries it out, not who rests on it
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
