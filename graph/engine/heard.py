"""What a document heard from others when it was resolved, as a digest (điều đã nghe).

A document whose questions have other answers now is stale and must be read again, whoever wrote
the answers and whenever: after a crash between two writes, or beside another loading process.
"""

import hashlib
from collections.abc import Iterable, Mapping

from graph.jsontext import canonical


def heard(answers: Mapping[str, Iterable[tuple[str, str]]]) -> str:
    """The digest of key → (value, offering document) pairs; empty when nobody answered."""
    said = sorted((key, sorted(set(pairs))) for key, pairs in answers.items() if pairs)
    return hashlib.sha256(canonical(said).encode()).hexdigest() if said else ""
