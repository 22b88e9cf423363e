"""A company's charter names the company in its title, and has no letterhead (điều lệ công ty)."""

import re
from functools import cache

from graph.vocabulary import rows
from graph.words.patterns import any_of
from loaders.header.gathering import Head
from loaders.header.letterhead import Issuer
from loaders.layout.casing import cased
from loaders.layout.thethuc import LineRow, flat

_KIND = "Điều lệ"


def company_of(head: Head, content: str) -> Issuer | None:
    """The company whose charter this is; None where the title has the form of a company alone.

    What a parenthesis behind the name says of the charter is no part of it, nor what ran on there.
    """
    title = (head.title or "").partition(" (")[0]
    if head.type != _KIND or not title.isupper():
        return None
    form = _forms().search(flat(title))
    words = title.split()
    at = len(words) - len(flat(title)[form.start() :].split()) if form else len(words)
    name = " ".join(words[at:])
    return Issuer(cased(name, content, marks=True), None, head.spans["title"]) if name else None


@cache
def _forms() -> re.Pattern[str]:
    """The forms of companies, where a name follows them to the end of the title."""
    forms = any_of(flat(row.words) for row in rows("letterhead", "company", LineRow))
    legal = any_of(flat(row.words) for row in rows("letterhead", "company_form", LineRow))
    return re.compile(rf"(?<![a-z]){forms}(?:\s{legal})*\s(?!(?:{legal})\b)[^,;:]+\Z")
