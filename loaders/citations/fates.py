"""What becomes of a cited document, by the words after it or before its list (số phận văn bản).

"Quyết định số … hết hiệu lực kể từ ngày Quyết định này có hiệu lực".
"""

import re
from collections.abc import Iterable

from graph.vocabulary.cues import fate_cues
from loaders.citations.found import Found
from loaders.layout.paragraphs import Paragraph, kind_start, may_act, this_document
from loaders.mentions import Citation, Header

#: how far what becomes of a citation is looked for
_FAR = 1000
_PAST = re.compile(r"\sđã\s(?:được\s)?\Z")
_SENTENCE_END = re.compile(r"\.\s|\n")
#: what ends a document as a whole
_ENDING = frozenset({"replaces", "repeals"})
_EXPIRED = "hết hiệu lực"
#: a document whose kind a scanner misread: "Thông trr số 5/2009/TT-BQP"
_NUMBERED = re.compile(r"\s[A-ZĐ][^\W\d]*(?:\s[^\W\d]+){0,4}\ssố\s\d")


def fate_of(content: str, header: Header, paragraph: Paragraph, item: Found) -> str | None:
    """The relation that the sentence after a citation says; None when it says none."""
    sentence = _with_list(_SENTENCE_END.split(content[item.tail : item.tail + _FAR], maxsplit=1)[0])
    here = paragraph.article and may_act(header)
    for words, row in fate_cues().items():
        said = sentence.find(words)
        if said < 0 or _PAST.search(sentence[:said]):
            continue
        if (row.own and here) or this_document().search(sentence):
            return row.relation
    return None


def announced(gap: str, header: Header, paragraph: Paragraph) -> str | None:
    """What the words before a list say: "Các Nghị định sau đây hết hiệu lực …:" Nghị định A; B."""
    if _EXPIRED not in gap or not gap.rstrip().endswith(":"):
        return None
    here = paragraph.article and may_act(header) and this_document().search(gap)
    return "repeals" if here else None


def is_ended(mentions: Iterable[Citation]) -> bool:
    """Whether the text says that a document as a whole is replaced or repealed."""
    return any(c.relation in _ENDING and c.provision is None for c in mentions)


def _with_list(sentence: str) -> str:
    """The first clause, with those of the documents that share its end.

    "Luật A số 86/2015/QH13; Luật B số 24/2018/QH14 hết hiệu lực kể từ ngày Luật này có hiệu lực".
    """
    first, *others = sentence.split(";")
    if _EXPIRED not in sentence:
        return first
    for clause in others:
        named = kind_start().match(clause, 1) or _NUMBERED.match(clause)
        if "hiệu lực" in first or not named:
            break
        first += clause
    return first
