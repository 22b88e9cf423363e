"""The one catalogue of sentences a user reads, Vietnamese first (``vocabulary/messages/*.toml``).

A key is ``area.name``; its row, ``vi`` and ``en`` with ``{names}``, stands in ``<area>.toml``.
"""

import re
import tomllib
from functools import cache
from importlib import resources

FACT = re.compile(r"\{(\w+)\}")  # filled in one pass: a fact that holds braces stays as it is


@cache
def messages() -> dict[str, dict[str, str]]:
    """Every message: key → {"vi": sentence, "en": sentence}."""
    found: dict[str, dict[str, str]] = {}
    for area in resources.files("graph.vocabulary").joinpath("messages").iterdir():
        found |= tomllib.loads(area.read_text("utf-8"))
    return found


def render(key: str, lang: str = "vi", **facts: object) -> str:
    """The sentence of ``key`` in ``lang`` with ``{names}`` filled in; KeyError if it is unknown."""
    sentence = messages()[key][lang]
    return FACT.sub(lambda name: str(facts.get(name[1], name[0])), sentence)
