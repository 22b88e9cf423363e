"""One pattern for many words: what several begin with stands once (mẫu chung của nhiều từ).

``re`` tries a list of alternatives one after the other; in a tree it goes down the one branch that
fits. A longer word wins over one that it begins with, as in a list with the longest first.
"""

import re
from collections.abc import Iterable


def any_of(words: Iterable[str], *, blank: str = " ", whole: bool = False) -> str:
    """A pattern of these words, ``blank`` for the blanks in them.

    ``whole``: no letter or digit may stand before one. That look-behind comes after the first
    letter, so that the engine can look for first letters alone.
    """
    return _tree({*words}, blank, r"(?<![^\W_]{})" if whole else "")


def _tree(words: Iterable[str], blank: str, behind: str = "") -> str:
    tails: dict[str, list[str]] = {}
    for word in sorted(words):
        tails.setdefault(word[:1], []).append(word[1:])
    shorter = tails.pop("", None)
    branches = []
    for first, rest in tails.items():
        sign = blank if first == " " else re.escape(first)
        branches.append(sign + behind.format(sign) + _tree(rest, blank))
    if shorter is not None:
        branches.append("")
    if not branches:
        return "(?!)"  # of no words: it matches nothing
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
