"""A sentence that names the unit it gives a duty to: assigned, asked, led or done by it."""

import re
from itertools import pairwise

from loaders.layout.enumerations import read_enumeration
from loaders.layout.letters import LOWER, UPPER
from loaders.layout.structure import Section
from loaders.mentions import Assignment, Span
from loaders.tasks.asked_lists import skip_comrades
from loaders.tasks.asking import read_giving
from loaders.tasks.duties import duty
from loaders.tasks.prose_words import pattern_of, read_opening, words_of
from loaders.tasks.sentences import after_circumstance, later_starts, numbered_starts, sentence_end
from loaders.tasks.shared import Source
from loaders.tasks.unit_headings import STANDING_BODY, skip
from loaders.text import Block
from loaders.units.deeds import begins_deed, first_deed
from loaders.units.heads import begins_unit
from loaders.units.persons import person_end
from loaders.units.phrases import phrase_end
from loaders.units.read import split_units

_LOWER = re.compile(rf"\s+(?=[{LOWER}])")
#: "các đơn vị, nhất là người đứng đầu, tập trung …"
_ESPECIALLY = re.compile(
    r",\s+(?:nhất là|đặc biệt là|trước hết là)\s(?:người đứng đầu|[^,.;:]{3,60}(?=,))"
)
_ONE_OR_TWO = re.compile(rf"(?:[{LOWER}]+\s){{1,2}}(?=[{LOWER}])")
#: "Văn phòng: Cân đối kinh phí": a division by its head word alone
_ALONE = re.compile(
    r"(?:Văn phòng|Thanh tra|Công an|Quân sự|Kế toán|Công đoàn|Ban Giám (?:đốc|hiệu))(?=\s*:)"
)
#: "Phòng Xây dựng | và kiểm tra văn bản: hoàn thành …": a name as far as the colon
_NAME_TO_COLON = re.compile(rf"\svà\s[{LOWER}\s]{{2,40}}(?=:)")
_MANY = ("Các ", "các ", "Mỗi ", "Từng ")
#: a short name, or what the unit is besides: "(Thường trực Ban Chỉ huy …)"
_SHORT_NAME = re.compile(r"\s*\([^()]{1,160}\)")
#: "Sở Y tế đối với lĩnh vực khám chữa bệnh có trách nhiệm …"
_IN_ITS_FIELD = re.compile(
    r"\s+(?:đối với|trong|về)\s[^.;:]{3,120}?(?=,?\s(?:có|chịu) trách nhiệm(?!\w))"
)
#: "…, Sở X | và UBND, ban an toàn giao thông các huyện theo chức năng …"
_MORE_UNITS = re.compile(rf"(?:,|\svà)\s(?=[{UPPER}]|(?:ban|các|phòng|hội|đoàn)\s)")
_SENTENCE = re.compile(r"[.;:]")
#: "Các Tổ công tác … thành lập tại Quyết định số 523/QĐ-TTg | tăng cường …"
_SET_UP = re.compile(
    r"\s(?:được\s)?(?:thành lập|kiện toàn)\s(?:tại|theo)\s(?:các\s)?Quyết định\ssố\s[^\s,;]+"
    r"(?:\sngày\s[\d/]+)?"
)
#: before what a unit has to do, or how it has to be
_MUST = re.compile(r"(?:luôn\s)?phải\s")
_LONGEST_REST = 160  # characters of names that no list knows
_GOES_ON = re.compile(rf"\s+(?=[{LOWER}])|\s*:[\s*]*(?=[^\W\d_]|\(1\))")
_THEN = re.compile(
    r"\s*,\s*(?=thừa (?:ủy quyền|lệnh)|thay mặt|khẩn trương|chủ động|nghiêm túc|tập trung|căn cứ"
    r"|theo (?:chức năng|nhiệm vụ|thẩm quyền|phạm vi)|trên cơ sở|trong phạm vi)"
)


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
    told = given or (_for_whom(content, start, end) if weak or asked else None)
    first, stop, after = _named(content, told.end() if told else start, end, bare=bool(given))
    verb = _verb(content, after, end, loose=weak or asked) if stop else None
    if given and stop and (further := _goes_on_to(content, stop, end)):
        stop, verb = further, _LOWER.match(content, further, end)
    if stop is None or verb is None:
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
    return [
        duty(
            source,
            units,
            item.start,
            item.end,
            kind="task" if strong else "duty",
            rule="prose_assign" if given else "prose_asked" if asked else "prose_subject",
            path=section.path if section else "",
            whole=Span(block.start, block.end),
            since=begin if start > begin else None,
        )
        for item in read_enumeration(content, verb.end(), end)
    ]


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


def _named(
    content: str, start: int, end: int, *, bare: bool = False
) -> tuple[int, int | None, int]:
    """Where the units begin and end that stand here, and where what is said of them ends.

    "các đồng chí" before them, a short name or "nhất là …" after them are no part of their names.
    """
    first = skip(content, start, end)
    first = skip_comrades(content, first, end)
    stop = phrase_end(content, first, end)
    if stop is None and bare and begins_unit(content, first):  # "Giao Văn phòng chủ trì …"
        stop = phrase_end(content, first, end, bare=True)
    elif stop is None and bare:
        stop = _asked_noun(content, first, end)
    if stop is None and (alone := _ALONE.match(content, first, end)):
        stop = alone.end()
    if stop is None:
        return first, None, first
    if goes_on := _NAME_TO_COLON.match(content, stop, end):
        stop = goes_on.end()
    after = person_end(content, stop, end)
    for aside in (STANDING_BODY, _SHORT_NAME, _SET_UP, _ESPECIALLY, _IN_ITS_FIELD):
        said = aside.match(content, after, end)
        after = said.end() if said else after
    return first, stop, after


def _goes_on_to(content: str, stop: int, end: int) -> int | None:
    """Where a list of units ends that goes on in names no list knows, before what is given them."""
    if not _MORE_UNITS.match(content, stop, end) or _THEN.match(content, stop, end):
        return None
    deed = first_deed(content, stop, min(end, stop + _LONGEST_REST))
    return deed if deed and not _SENTENCE.search(content, stop, deed) else None


def _for_whom(content: str, start: int, end: int) -> re.Match[str] | None:
    """ "Đối với" before units and a colon ("Đối với Tập đoàn A: cung cấp đủ than")."""
    cue = words_of("responsible").match(content, start, end)
    stop = phrase_end(content, skip(content, cue.end(), end), end) if cue else None
    return cue if stop and content.startswith(":", stop) else None


def _asked_noun(content: str, start: int, end: int) -> int | None:
    """Where "chủ đầu tư" ends in "yêu cầu chủ đầu tư chi trả …"; None where no deed follows."""
    noun = words_of("given_noun").match(content, start, end)
    return noun.end() if noun and begins_deed(content, noun.end() + 1) else None


def _verb(content: str, at: int, end: int, *, loose: bool) -> re.Match[str] | None:
    """The blank before what a unit does; ``loose``: a colon may stand there instead."""
    then = _THEN.match(content, at, end)
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
    _, stop, after = _named(content, start, block.end)
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
