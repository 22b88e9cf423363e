"""Whether the sign between two names of a list parts them (dấu ngăn giữa hai cơ quan).

A comma or "và" may stand inside one name, a collective or the place of an organ; ``parts_here``
asks for each in turn.
"""

import re
from functools import cache

from graph.words.authorities import Authority, begins_with, by_name
from graph.words.folding import fold
from graph.words.places import province_of
from graph.words.unit_words import listed
from loaders.layout.letters import LOWER, UPPER
from loaders.units.branches import branches
from loaders.units.collectives import is_within_collective
from loaders.units.heads import begins_unit, within_pattern
from loaders.units.ministries import is_of_ministry
from loaders.units.plurals import is_committees, is_plural
from loaders.units.shared_heads import office_of_both, other_unit, shared_head

SEPARATOR = re.compile(
    r"\s*;\s*(?:và\s+)?(?:[-+–•]\s*)?|\s*\n\s*(?:[-+–•*]\s*)?|\s*,\s*(?:và\s+)?"
    r"|\s+(?:và|VÀ|hoặc|cùng với|cùng(?! cấp))\s+"
    r"|\s+[-+•]\s+(?!(?:Thư viện|Kỹ thuật|Viễn thông Quân đội)\s*(?:$|[.,;]))|\s*/\s*"
)
#: signs around a name
FRONT = re.compile(r"[\s\-+–•*.,;:]*(?:và\s+)?")
BACK = re.compile(r"[\s.;,:/*\-–]+(?:chủ trì[\s.;,:]*)?$")
_OWN_PLURAL = re.compile(r"(?:,|\svà)\s+[Cc]ác\s[^,;]*$")
#: a collective without "các" after a named organ: "Sở Y tế và cơ quan, đơn vị liên quan"
_OTHERS = re.compile(r"(?:các )?(?:cơ quan|đơn vị|địa phương|doanh nghiệp|tổ chức)(?!\w)")
#: what follows a division in small letters: "Phòng Đào tạo, khoa chuyên ngành"
_FACULTIES = re.compile(
    r"(?:các )?(?:khoa|phòng|tổ) (?:chuyên (?:ngành|môn)|chức năng|(?:có )?liên quan)"
)
_LEVEL_END = re.compile(r"\s(?:xã|phường|đặc khu|cấp xã)[\s.;,]*$")
_PLACE = re.compile(
    r"(?:[Tt]ỉnh|[Tt]hành phố|TP\.?)\s?"
    rf"(?P<name>[{UPPER}][{LOWER}]+(?:\s[{UPPER}][{LOWER}]+)*)(?!\w)"
)
#: an organ by its short form alone, and a name after which short forms share its head word
_SHORT = re.compile(rf"(?!TP(?!\w))[{UPPER}][{UPPER}&-]{{1,9}}(?=\s*(?:$|[,;\n]|\.\s*$|và\s))")
_SHORT_LIST = re.compile(
    rf"(?:^|\s)[{UPPER}][{LOWER}]+\s[{UPPER}][{UPPER}&-]+(?:,\s[{UPPER}&-]+)*$"
)
#: a division of the police by its code: "C06", "Cục A05", "PC06"
_CODE = re.compile(r"(?:(?:Cục|Phòng) )?[A-Z]{1,2}\d{2}")
#: somebody by name: "đ/c Hoa", "thầy Bình"
_PERSON = re.compile(
    rf"(?:[Đđ]/[Cc]|[Đđ]ồng chí|[Ôô]ng|[Bb]à|[Tt]hầy|[Cc]ô)\s(?=[{UPPER}][{LOWER}])"
)
#: "các bộ, cơ quan, địa phương, Tập đoàn, Tổng công ty": companies that belong to a collective
_COMPANIES = re.compile(r"(?:[Tt]ập đoàn(?: kinh tế)?|[Tt]ổng công ty)(?: nhà nước)?")
_LONGEST_NAME = 160  # characters


def parts_here(words: str, start: int, match: re.Match[str], own: Authority | None) -> bool:
    """Whether the sign parts the name that began at ``start`` from another."""
    sign, at, left = match.group().strip(), match.end(), words[start : match.start()]
    if sign.startswith(";"):
        return shared_head().match(words, start) is None or begins_unit(words, at)
    if _PERSON.match(words, at):
        return True  # đ/c Hoa, đ/c Lan
    if sign == "-" and _PERSON.match(left.strip(" -+•*")):
        return False  # đ/c Lê Thị Hoa - Phó Hiệu trưởng
    if sign in ("-", "+", "•") and _CODE.fullmatch(left.strip(" -+•*")):
        return False  # C06 - Bộ Công an
    if sign == "-" and left.strip(" -+•*").startswith("Khối "):
        return False  # Khối Đảng - Đoàn thể xã
    front = FRONT.match(words, start)
    office = office_of_both().match(words, front.end() if front else start)
    if (office and office.end() > at) or is_within_collective(words, start, match):
        return False
    listed = branches().match(words, front.end() if front else start)
    if listed and listed.end() > at:
        return False
    if sign in (",", "-", "/") and is_of_ministry(words, start, match, own):
        return False  # Cục Viễn thông, Bộ Khoa học và Công nghệ; Cục KSTTHC, VPCP
    lined = "\n" in match.group()
    if not begins_unit(words, at):
        return _stands_alone(words, at, sign, left) or (lined and sign[:1] in ("-", "+", "•", "*"))
    return lined or not _is_one_name(words, start, match, own)


def _stands_alone(words: str, at: int, sign: str, left: str) -> bool:
    """Whether what begins at ``at`` is a unit behind ``left``, though no head word says so."""
    if sign not in ("và", ","):
        return False
    if _OTHERS.match(words, at) and (by_name(left) or (sign == "và" and is_committees(left))):
        return True
    if sign == "," and _partners().match(words, at) and _is_one(left.strip(" -+•*")):
        return True
    if _FACULTIES.match(words, at) and within_pattern().match(left.strip(" -+•*")):
        return True
    if _is_place(words, at, left):
        return True  # Ngân hàng Nhà nước Việt Nam, TP. Huế
    short = sign == "," and _SHORT.match(words, at)  # Văn phòng Sở, TTCNTT
    return bool(short) and not _SHORT_LIST.search(left)


def _is_one(left: str) -> bool:
    """Whether the words before a sign are an organ and not a collective that may go on."""
    return is_committees(left) or (begins_unit(left) and not is_plural(left))


def _is_one_name(words: str, start: int, match: re.Match[str], own: Authority | None) -> bool:
    """Whether the words on both sides of the sign are one name, which holds it."""
    sign, at, left = match.group().strip(), match.end(), words[start : match.start()]
    if positions := shared_head().match(words, start):
        head = positions["head"].capitalize() + " "
        if not other_unit(words, at, len(words), head):
            return True  # Bộ trưởng các Bộ: Quốc phòng, Công an
    following = SEPARATOR.search(words, at)
    right = words[at : following.start() if following else len(words)]
    whole = words[start : at + len(right)]
    if known := by_name(whole) or by_name(_LEVEL_END.sub("", whole)):
        holds = sign != "," or any("," in name for name in (known[0].name, *known[0].aliases))
        if holds:  # Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân
            return True
    if _kinds().match(left.strip()) and _one_kind().match(right):
        return True
    if sign == "và" and _listing().fullmatch(left.strip()) and not by_name(right.strip(" .")):
        return True  # Phòng Tổ chức, biên chế và Tổ chức phi chính phủ
    if is_plural(left) and _COMPANIES.fullmatch(right.strip(" .")):
        return True
    if sign == "," and not is_plural(right) and _is_of_own(words, start, match, own):
        return True
    return is_plural(left) and _kept(words, start, match)


def _is_of_own(words: str, start: int, match: re.Match[str], own: Authority | None) -> bool:
    """Whether a division is named with the document's own organ: "Phòng X, Sở Y"."""
    if not within_pattern().match(words, start) or by_name(words[start : match.start()]):
        return False
    after = begins_with(words[match.end() : match.end() + _LONGEST_NAME])
    return after is not None and after[0] is own


def _is_place(words: str, at: int, left: str) -> bool:
    """Whether a province by name follows an organ of the country, and so stands for itself."""
    place = _PLACE.match(words, at)
    known = by_name(left) if place and province_of(fold(place["name"])) else None
    return known is not None and known[0].scope == "national" and known[1] is None


def _kept(words: str, start: int, match: re.Match[str]) -> bool:
    """Whether a collective phrase goes on after the sign."""
    left, rest = (
        words[start : match.start()].strip(" -+•*"),
        re.split(r"[;\n]", words[match.end() :])[0],
    )
    right = rest[: m.start()] if (m := SEPARATOR.search(rest)) else rest
    if not (is_plural(right.strip(" .")) or _next_kind().fullmatch(right.strip(" ."))):
        return False
    if left.lower().startswith(("các bộ", "bộ, ")) and not _shared().search(left):
        return True
    if _OWN_PLURAL.search(", " + rest) or (is_committees(left) and _OTHERS.match(rest)):
        return False  # the ending belongs to a last "các …" alone
    return _shared().search(BACK.sub("", rest)) is not None and not _shared().search(left)


@cache
def _shared() -> re.Pattern[str]:
    return re.compile(rf"(?:{listed('shared')})$")


@cache
def _partners() -> re.Pattern[str]:
    """Those of the economy and of learning behind one organ: "Sở Y tế, viện nghiên cứu"."""
    return re.compile(rf"{listed('partner')}(?!\w)")


@cache
def _kind() -> str:
    return rf"(?:Ban|{listed('kind')})"


@cache
def _kinds() -> re.Pattern[str]:
    """ "Các Vụ, Cục, Viện thuộc Bộ": kinds of units, none by name."""
    return re.compile(rf"[Cc]ác {_kind()}(?:, {_kind()})*$")


@cache
def _one_kind() -> re.Pattern[str]:
    return re.compile(rf"{_kind()}(?=$|[,;]|\s[{LOWER}])")


@cache
def _next_kind() -> re.Pattern[str]:
    """ "các đơn vị, Cục thuế có liên quan": one more kind, in small letters."""
    return re.compile(rf"{_kind()}(?:\s[{LOWER}]+)?\s(?:có )?liên quan")


@cache
def _listing() -> re.Pattern[str]:
    """What a unit deals with, in its name: "Phòng Tổ chức, biên chế", ended by "và …"."""
    return re.compile(rf"{_kind()}\s[^,]+(?:,\s[{LOWER}][^,]*)+")
