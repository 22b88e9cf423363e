"""From a file to what it says: loaders are values in, values out.

    text = read(path)                  # any format → Text
    reading = understand(text)         # header, citations, tasks: the document's own words
    delta(reading, offers)             # resolved with what other documents offer → GraphDelta

The steps stand in packages, each knowing only those before it: ``layout``, ``times``, ``units``,
``header``, ``citations``, ``tasks``, ``resolving``; ``readers`` has one file per format.
``offers`` answers a key with what other documents say (``context`` makes it of readings); nothing
here knows a store.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from graph.model import GraphDelta
from loaders.build import build_delta
from loaders.extract import extraction
from loaders.reader import understand
from loaders.readers import read, read_bytes, reread
from loaders.reading import Offers, Reading, nothing_offered
from loaders.rehoming import at_parent
from loaders.resolving.resolve import Resolution, resolve
from loaders.text import Text

__all__ = [
    "Offers",
    "Reading",
    "Text",
    "context",
    "delta",
    "extract_json",
    "nothing_offered",
    "read",
    "read_bytes",
    "reread",
    "understand",
]


def delta(reading: Reading, offers: Offers = nothing_offered) -> GraphDelta:
    """What the document says, resolved with what others offer."""
    resolution = _resolve(reading, offers)
    return build_delta(at_parent(reading, resolution), resolution)


def extract_json(reading: Reading, offers: Offers = nothing_offered) -> dict[str, Any]:
    """The same as plain JSON values, in the shape of ``cancu extract --json``."""
    resolution = _resolve(reading, offers)
    return extraction(at_parent(reading, resolution), resolution)


def context(readings: Iterable[Reading]) -> Offers:
    """What these documents offer each other."""
    known: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for reading in readings:
        for offer in reading.offers:
            known[offer.key].add((offer.value, reading.id))
    return lambda key: tuple(sorted(known.get(key, ())))


def _resolve(reading: Reading, offers: Offers) -> Resolution:
    if not any(offers(key) for key in reading.alone.asks):
        return reading.alone  # it asked, and nobody had an answer
    return resolve(reading.id, reading.header, reading.citations, reading.definitions, offers)
