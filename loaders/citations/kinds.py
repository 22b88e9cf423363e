"""The kind of document that the words before a number name (loại văn bản đứng trước số)."""

import re
from functools import cache

from graph.vocabulary import document_types, rows
from graph.vocabulary.cues import FormWordRow, stage_pattern
from graph.words.folding import fold
from graph.words.symbols import Symbol, kinds_of, read_symbol
from loaders.layout.letters import LOWER

TYPE_WINDOW = 64
#: what is said of a kind between it and its number: "Nghị quyết (dự thảo) số"
_DRAFT = re.compile(
    r"\s\((?:dự thảo|bổ sung|sửa đổi)\)\s*\Z"
    r"|(?<=uật)\ssửa đổi(?:, bổ sung)?\s*\Z"  # "các Luật sửa đổi, bổ sung số 31/2013/QH13, số …"
    r"|(?<=áo cáo)\s(?:kết quả\s)?thẩm (?:định|tra)\s*\Z"  # a Báo cáo, whatever its number says
)
#: how the words end that a stage of a trial ends
_STAGED = ("thẩm", "thẩm ")
#: a word; what is glued before a capital ("aQuyết định", "cácNghị định") is another
_WORD = re.compile(rf"[^\W\d_](?:(?!(?<=[{LOWER}])[A-ZĐ])[^\W\d_])*")
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST_KIND = 5  # words
#: an abbreviation at the end, a word of its own
_ABBREVIATION = re.compile(r"(?:^|(?<=[\s(]))([A-ZĐ][A-Za-zĐ]{1,4})\s*\Z")


def type_before(words: str) -> tuple[str, int] | None:
    """The kind of document that ``words`` end with, and where it begins there."""
    words = _DRAFT.sub("", words)
    words = stage_pattern().sub("", words) if words.endswith(_STAGED) else words
    window = words[-TYPE_WINDOW:]
    last = list(_LETTERS.finditer(window))[-_LONGEST_KIND:]
    found = list(_WORD.finditer(window, last[0].start()))[-_LONGEST_KIND:] if last else []
    if not found or window[found[-1].end() :].strip(' \n:,*“"('):
        return None
    folded = tuple(fold(word.group()) for word in found)
    while folded and folded[-1] in _marks():
        folded = folded[:-1]
    for first in range(len(folded)):
        name = _kinds().get(folded[first:])
        if name:
            return name, len(words) - len(window) + found[first].start()
    return None


def abbreviated(words: str, symbol: Symbol) -> tuple[str, int] | None:
    """The kind that ``words`` end with the abbreviation of ("NĐ 14/2000/NĐ-CP", "TT số").

    The symbol says the same kind, or none where its organ is known
    ("CV 540/UBND-TH", "QĐ 176/HĐBT", "NQ 25/2021/QH15").
    """
    last = _ABBREVIATION.search(words)
    if last is None:
        return None
    if last[1] == symbol.abbreviation:
        kinds = kinds_of(symbol)
    elif symbol.abbreviation is None and symbol.organ:
        kinds = kinds_of(read_symbol(f"{last[1]}-{symbol.code}"))
    else:
        return None
    return (kinds[0].name, last.start(1)) if kinds else None


@cache
def _marks() -> frozenset[str]:
    """What says how urgent a document is, after its kind (Công điện hỏa tốc số …)."""
    found = rows("cues", "urgent_word", FormWordRow)
    return frozenset(word for row in found for word in fold(row.words).split())


@cache
def _kinds() -> dict[tuple[str, ...], str]:
    """Folded words of a kind of document → its name; "văn bản" stays as it is written."""
    found: dict[tuple[str, ...], str] = {}
    for row in document_types():
        if row.rank not in ("other", "named"):
            for name in (*row.aliases, row.name):
                key = tuple(fold(word) for word in name.split())
                found.setdefault(key, name[0].upper() + name[1:])
                found.setdefault(("".join(key),), name[0].upper() + name[1:])  # "Nghịquyết"
    return found
