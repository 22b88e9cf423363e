"""The one catalogue of sentences a user reads, Vietnamese first (``vocabulary/messages.toml``)."""

import tomllib
from functools import cache
from importlib import resources


@cache
def messages() -> dict[str, dict[str, str]]:
    """Every message: key → {"vi": sentence, "en": sentence}."""
    raw = resources.files("graph.vocabulary").joinpath("messages.toml").read_text("utf-8")
    return tomllib.loads(raw)


def render(key: str, lang: str = "vi", **facts: object) -> str:
    """The sentence of ``key`` in ``lang`` with ``{names}`` filled in; KeyError if it is unknown."""
    sentence = messages()[key][lang]
    for name, value in facts.items():
        sentence = sentence.replace("{" + name + "}", str(value))
    return sentence
