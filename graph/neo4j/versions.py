"""Which servers can be used: what older ones lack is refused before anything is made there."""

import re

from graph.errors import StoreError

#: labels and types as values (``$(…)``), which every change is written with, came with it
OLDEST = (5, 26)
#: what a server of Neo4j calls itself: ``Neo4j/5.26.30``, ``Neo4j/2025.10.1``, ``Neo4j/5.27-aura``
AGENT = re.compile(r"Neo4j/(\d+)\.(\d+)")


def check_version(agent: str, shown: str) -> None:
    """StoreError for a server that is older than ``OLDEST``, or no Neo4j (phiên bản máy chủ)."""
    found = AGENT.match(agent)
    if not found or (int(found[1]), int(found[2])) < OLDEST:
        raise StoreError("store.unsupported", url=shown, reason=agent)
