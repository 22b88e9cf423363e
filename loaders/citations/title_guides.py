"""What a title carries out though words stand between: "hướng dẫn chế độ … quy định tại" A."""

import re
from functools import cache

from graph.vocabulary.cues import guiding_words, phrases

#: a provision's home: "quy định tại", "được quy định trong"
_SETTLED = r"(?:được\s)?(?:quy định|nêu)\s(?:tại|trong)(?:\scác)?\s*"
_BEFORE = r"(?:về\s(?:việc\s)?|(?:một số )?(?:nội dung|biện pháp)\s)?"


def guides(gap: str, own: str | None = None) -> bool:
    """Whether the words before a citation are a title that guides how it is carried out.

    ``own``: the kind of the document that speaks, "Nghị định này hướng dẫn …" being its title too.
    """
    if "quy định" not in gap and "nêu" not in gap:
        return False
    return bool(_guiding(own).search(gap))


@cache
def _guiding(own: str | None) -> re.Pattern[str]:
    speaking = rf"|(?i:{re.escape(own)})(?:\snày)?\s" if own else ""
    words = phrases([*guiding_words()])
    return re.compile(rf"(?:\A\W*{speaking}){_BEFORE}(?:{words})\s[^;:.()\n]+?\s{_SETTLED}\Z")
