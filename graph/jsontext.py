"""Values as JSON text and back: one text for one value, on every store and machine."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from graph.model import Json


def _plain(value: object) -> Json:
    """Text of a kind of its own, as parsers of markup give it, is text, a mapping is one."""
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is no JSON value")


_ENCODER = msgspec.json.Encoder(order="deterministic", enc_hook=_plain)
_DECODER = msgspec.json.Decoder()


def canonical(value: Json) -> str:
    """The one JSON text of a value: sorted keys, no blanks, letters as they are."""
    return _ENCODER.encode(value).decode()


def lines(values: Sequence[Json]) -> bytes:
    """The one JSON text of each value on a line of its own, as UTF-8; no text holds a line break.
    Many at once take a fraction of what each by itself does."""
    return _ENCODER.encode_lines(values)


def parsed(text: str | bytes) -> Any:
    """The value of a JSON text, which may still be UTF-8; whole numbers of any size stay whole."""
    return _DECODER.decode(text)
