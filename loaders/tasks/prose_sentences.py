"""A sentence that names the unit it gives a duty to: assigned, asked, led or done by it."""

import re
from itertools import pairwise

from loaders.layout.enumerations import read_enumeration
from loaders.layout.letters import LOWER
from loaders.layout.structure import Section
from loaders.mentions import Assignment, Span
from loaders.tasks.asking import read_giving
from loaders.tasks.duties import duty
from loaders.tasks.named_units import for_whom, goes_on_to, named, then_sign
from loaders.tasks.prose_words import pattern_of, read_opening, words_of
from loaders.tasks.sentences import after_circumstance, later_starts, numbered_starts, sentence_end
from loaders.tasks.shared import Source
from loaders.tasks.strangers import called_end, given_stranger_end, stranger_end
from loaders.text import Block
from loaders.units.deeds import begins_deed
from loaders.units.phrases import phrase_end
from loaders.units.read import split_units

_LOWER = re.compile(rf"\s+(?=[{LOWER}])")
_ONE_OR_TWO = re.compile(rf"(?:[{LOWER}]+\s){{1,2}}(?=[{LOWER}])")
_MANY = ("Các ", "các ", "Mỗi ", "Từng ")
#: before what a unit has to do, or how it has to be
_MUST = re.compile(r"(?:luôn\s)?phải\s")
_GOES_ON = re.compile(rf"\s+(?=[{LOWER}])|\s*:[\s*]*(?=[^\W\d_]|\(1\))")


def read_paragraph(
    source: Source,
    section: Section | None,
    block: Block,
    start: int,
    *,
    weak: bool,
    asked: bool,
    beside: bool = False,
    commanded: bool = False,
) -> tuple[list[Assignment] | None, list[Assignment]]:
    """What a paragraph gives to the units it names: in its first sentence, and in those after it.

    None instead of the first where no unit begins it: then it may be an item of a list above.
    ``beside``: it stands beside an item that gives a task to the unit it begins with.
    ``commanded``: the document tells the conclusions of a meeting.
    """
    content = source.text.content
    later = list(later_starts(content, start, block.end))
    stop = next((at for at in later if content[at].islower()), block.end) if later else block.end
    item = section is not None and section.start == block.start
    first = _read_sentence(
        source,
        section,
        block,
        start,
        stop,
        weak=weak or (beside and not _tells_leaders(content, start)),
        asked=asked,
        item=item,
    )
    numbered = numbered_starts(content, start, block.end) if commanded else {}
    if not (later or numbered):
        return first, []
    taken = max((task.span.end for task in first or ()), default=start + 1)
    after: list[Assignment] = []
    finishing = words_of("finishing")  # what says when the duty before is to be done
    begins = [at for at in sorted({*later, *numbered}) if not finishing.match(content, at)]
    for at, following in pairwise([*begins, block.end]):
        if at < taken or words_of("closing").match(content, at):
            continue
        end = min(following, numbered.get(at, block.end))
        found = _read_sentence(
            source,
            section,
            block,
            at,
            end,
            weak=weak or asked or commanded,
            asked=_still_asked(content, first, at, asked=asked, end=sentence_end(content, at, end)),
            later=True,
        )
        if found:
            taken = max(task.span.end for task in found)
            after.extend(found)
    return first, after


def _still_asked(
    content: str, first: list[Assignment] | None, at: int, *, asked: bool, end: int
) -> bool:
    """Whether a further sentence is asked as the first one is: "Đề nghị Sở A …; Sở B …"."""
    clause = content[at - 2 : at].rstrip().endswith(";")  # each is told its own
    if asked:
        return clause or words_of("urging").search(content, at, end) is not None
    return clause and first is not None and any(task.rule == "prose_assign" for task in first)


def _read_sentence(
    source: Source,
    section: Section | None,
    block: Block,
    begin: int,
    end: int,
    *,
    weak: bool,
    asked: bool,
    later: bool = False,
    item: bool = False,
) -> list[Assignment] | None:
    """A sentence that names its unit: assigned to it, ``asked`` of it, led by it, or (``weak``)
    done by it; one duty for each of "(1) …; (2) …". None where no unit begins the sentence.

    ``item``: it begins an item, where what follows one organ's name can only be its duty.
    """
    content = source.text.content
    start = after_circumstance(content, begin, end)
    given = read_giving(content, start, end, later=later)
    told = given or (for_whom(content, start, end) if weak or asked else None)
    at, beside = told.end() if told else start, section if item else None
    first, stop, verb = _doer_and_verb(
        source, beside, at, end, given=given is not None, loose=weak or asked, named_only=later
    )
    if stop is None or verb is None or _names_several(content, first, verb):
        return None
    opening = read_opening(content, verb.end(), end)
    deed = opening is not None or begins_deed(content, verb.end())
    if _tells_how(content, verb.end(), opened=opening is not None, deed=deed, later=later):
        return None
    deed = deed or (item and _does_something(content, first, verb.end()))
    if opening and opening.role == "lead" and _describes(content, first, opening.end, end):
        opening, deed = None, True
    led = opening is not None and opening.role == "lead"
    strong = given is not None or led or (asked and not is_standing(content, verb.end()))
    weak = asked or (weak and (":" in verb[0] or deed))
    weak = weak or words_of("bound").match(content, verb.end(), end) is not None
    if not (strong or weak) or (given and not deed and content[end - 1] == ":"):
        return None
    units = tuple(split_units(source.text, first, stop, source.scope, "prose_subject"))
    rule = "prose_assign" if given else "prose_asked" if asked else "prose_subject"
    return [
        duty(
            source,
            units,
            item.start,
            item.end,
            kind="task" if strong else "duty",
            rule=rule,
            path=section.path if section else "",
            whole=Span(block.start, block.end),
            since=begin if start > begin else None,
        )
        for item in read_enumeration(content, verb.end(), end)
    ]


def _doer_and_verb(
    source: Source,
    section: Section | None,
    start: int,
    end: int,
    *,
    given: bool,
    loose: bool,
    named_only: bool,
) -> tuple[int, int | None, re.Match[str] | None]:
    """Where the doers begin and end, known or not, and the blank before what they do.

    ``loose``: units have their duties here; ``named_only``: no stranger can be one.
    """
    content = source.text.content
    first, stop, after = named(content, start, end, bare=given)
    if stop is None and given:
        stop = given_stranger_end(source, first, end)
    elif stop is None and loose:
        stop = called_end(source, first, end)
        stop = stop or (None if named_only else stranger_end(source, section, first, end))
    after = max(after, stop or first)
    if stop and (given or loose) and (further := goes_on_to(content, stop, end)):
        return first, further, _LOWER.match(content, further, end)
    verb = _verb(content, after, end, loose=loose or given) if stop else None
    if verb and not (given or section) and words_of("wishing").match(content, verb.end(), end):
        return first, stop, None  # who asks all of something does nothing by that
    return first, stop, verb


def _names_several(content: str, unit: int, verb: re.Match[str]) -> bool:
    """Whether a colon only opens names of several units ("Các phòng: Kỹ thuật, Vật tư")."""
    told = ":" in verb[0] and content.startswith(_MANY, unit) and content[verb.end()].isupper()
    return told and not begins_deed(content[verb.end() : verb.end() + 40].lower(), 0)


def _tells_how(content: str, at: int, *, opened: bool, deed: bool, later: bool) -> bool:
    """Whether the words tell what the units are or how they have to be, and nothing to do."""
    must = _MUST.match(content, at) if later else None
    if must and not begins_deed(content, must.end()):
        return True  # "Chính quyền phải gần dân"
    other = words_of("no_deed").match(content, at)
    return other is not None and not opened and not (deed and other[0] == "là")


def _tells_leaders(content: str, start: int) -> bool:
    """Whether the units are those that lead something: "Các cơ quan chủ trì … gửi kết quả"."""
    stop = phrase_end(content, start, len(content))
    opening = read_opening(content, stop + 1, len(content)) if stop else None
    return opening is not None and _describes(content, start, opening.end, len(content))


def _does_something(content: str, unit: int, at: int) -> bool:
    """Whether what follows the name of one organ in an item can only be what it does, in words
    that no list knows."""
    many = content.startswith(_MANY, unit)
    return not many and words_of("no_item").match(content, at) is None


def _verb(content: str, at: int, end: int, *, loose: bool) -> re.Match[str] | None:
    """The blank before what a unit does; ``loose``: a colon may stand there instead."""
    then = then_sign().match(content, at, end)
    return then or (_GOES_ON if loose else _LOWER).match(content, at, end)


def _describes(content: str, unit: int, after: int, end: int) -> bool:
    """Whether "chủ trì" only tells which units: "các cơ quan chủ trì thực hiện nhiệm vụ gửi …"."""
    return content[unit : unit + 3].lower() == "các" and bool(
        pattern_of("leading_units").match(content, after, end)
    )


def is_item(source: Source, section: Section | None, block: Block, start: int) -> bool:
    """Whether a paragraph of a part tells what a unit does, in a word that is surely one of doing.

    One without a number must begin so that it can only command ("Bộ Y tế khẩn trương …").
    """
    content = source.text.content
    start = after_circumstance(content, start, block.end)
    _, stop, after = named(content, start, block.end)
    if stop is None and (called := called_end(source, start, block.end)):
        stop = after = called
    if stop and (further := goes_on_to(content, stop, block.end)):
        after = further
    verb = _GOES_ON.match(content, after, block.end) if stop else None
    if verb is None:
        return False
    if section is None or section.start != block.start:
        return words_of("urging").match(content, verb.end(), block.end) is not None
    return ":" in verb[0] or _begins_soon(content, verb.end(), block.end)


def _begins_soon(content: str, at: int, end: int) -> bool:
    """Whether a word of doing begins at ``at`` or behind one that is misprinted ("khẩn truong")."""
    if begins_deed(content, at):
        return True
    if words_of("no_item").match(content, at) or words_of("no_deed").match(content, at):
        return False
    later = _ONE_OR_TWO.match(content, at, end)
    return later is not None and begins_deed(content, later.end())


def is_standing(content: str, at: int) -> bool:
    """Whether the words ask to go on with what is the unit's work anyway."""
    return words_of("standing").match(content, at) is not None
