"""Who asks in a sentence, and where the unit begins that is asked (yêu cầu, đề nghị, giao).

"Giao Sở X …", "Đồng thời, giao Sở X …", "Chủ tịch UBND tỉnh yêu cầu Sở X …", "Căn cứ Quy chế, Văn
phòng UBND tỉnh đề nghị Sở X …".
"""

import re
from functools import cache

from graph.words.patterns import any_of
from loaders.tasks.comrades import skip_comrades
from loaders.tasks.prose_words import any_word, words_in, words_of
from loaders.tasks.unit_headings import skip
from loaders.units.heads import begins_unit
from loaders.units.phrases import phrase_end

_SIGN = re.compile(r"[.,;:]\s+")
_FARTHEST = 500  # characters of a circumstance before whoever asks


def read_giving(content: str, start: int, end: int, *, later: bool) -> re.Match[str] | None:
    """The words that give something to the unit named next; None where none do.

    ``later``: the sentence is not the first of its paragraph.
    """
    asked = any(content.find(word, start, end) >= 0 for word in words_in("asks"))
    also = _also().match(content, start, end) if asked else None
    if also and (given := words_of("giving").match(content, also.end(), end)):
        return given
    if later:
        given = words_of("giving").match(content, start, end)
        return given or (_organ_asks(content, start, end) if asked else None)
    given = words_of("assign").match(content, start, end)
    return given or (_asks(content, start, end) if asked else None)


def _asks(content: str, start: int, end: int) -> re.Match[str] | None:
    """``Sở X đề nghị``, ``UBND tỉnh yêu cầu`` at the beginning of a clause.

    A sentence that begins with another unit tells what that one does.
    """
    if first := _organ_asks(content, start, end):
        return first
    if phrase_end(content, start, end):
        return None
    then = _then_asks().search(content, start, end)
    if then and _somebody(content, then.end(), end):
        return then
    for sign in _SIGN.finditer(content, start, min(end, start + _FARTHEST)):
        if named := _named_asks(content, sign.end(), end):
            return named
    return None


def _organ_asks(content: str, start: int, end: int) -> re.Match[str] | None:
    asks = _organ_asking().match(content, start, end)
    if asks and _somebody(content, asks.end(), end):
        return asks
    return _named_asks(content, start, end)


def _somebody(content: str, at: int, end: int) -> bool:
    """Whether units stand behind the word of asking: not in "Cảnh sát giao thông"."""
    first = skip_comrades(content, skip(content, at, end), end)
    return begins_unit(content, first) or phrase_end(content, first, end, bare=True) is not None


def _named_asks(content: str, start: int, end: int) -> re.Match[str] | None:
    """Any organ, named in full, with its word of asking right behind it."""
    if not content[start : start + 1].isupper() or not begins_unit(content, start):
        return None
    stop = phrase_end(content, start, end)
    asks = _next_asks().match(content, stop, end) if stop else None
    return asks if asks and _somebody(content, asks.end(), end) else None


@cache
def _asks_word() -> str:
    """A word of asking that asks now: nothing was given, and "giao" is no part of a noun."""
    noun = r"(?<!Ngoại )(?<!bàn )(?<!chuyển )giao(?! ban\s| dịch| lưu| thông)"
    plain = any_of(word for word in words_in("asks") if word != "giao")
    return rf"(?<!được )(?:{noun}|{plain})\s"


@cache
def _asking() -> str:
    return rf"{any_word('asker')}(?!\w)(?:(?!\sđã có\s)[^.,;:]){{0,90}}?\s{_asks_word()}"


@cache
def _organ_asking() -> re.Pattern[str]:
    return re.compile(_asking())


@cache
def _then_asks() -> re.Pattern[str]:
    return re.compile(rf"[.,;:]\s+{_asking()}")


@cache
def _next_asks() -> re.Pattern[str]:
    """Right after the name of whoever asks."""
    politely = rf"(?:{any_word('politely')}\s+)?"
    return re.compile(rf",?\s+{politely}{_asks_word()}(?:cho\s+)?")


@cache
def _also() -> re.Pattern[str]:
    """How a sentence goes on before it gives: "Đồng thời, giao …", "Căn cứ …, giao …"."""
    ground = rf"{any_word('giving_ground')}\s[^.;:]{{3,200}}?,"
    asks = any_word("asks")
    return re.compile(rf"(?:{any_word('connective')},?|{ground})\s+(?={asks}\s)")
