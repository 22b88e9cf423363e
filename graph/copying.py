"""Moving a whole graph from one store to another, whatever their engines (chuyển kho).

Document by document, so that a copy that was stopped goes on where it ended; at the end both sides
are counted and compared line by line.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from graph.errors import ConflictError, StoreError
from graph.export import jsonl
from graph.store import GraphReader, GraphStore

#: called with (documents done, documents in all)
Progress = Callable[[int, int], None]

#: documents that are moved in one transaction
BATCH = 500


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy came to: documents in all, those that were moved, the digest of the graph."""

    documents: int
    moved: int
    checksum: str


def copy(source: GraphReader, target: GraphStore, progress: Progress) -> Copied:
    """Make ``target`` hold what ``source`` holds (chuyển toàn bộ đồ thị).

    ConflictError when the target holds documents of its own, StoreError when the two differ at the
    end, as when somebody else wrote to the target meanwhile.
    """
    with source.snapshot() as view:
        wanted, held = view.digests(), target.digests()
        if strangers := sorted(held.keys() - wanted.keys()):
            raise ConflictError("copy.strangers", id=strangers[0], count=len(strangers))
        missing = [id for id in wanted if held.get(id) != wanted[id]]
        for start in range(0, len(missing), BATCH):
            target.apply_all(view.said(missing[start : start + BATCH]).values())
            progress(len(wanted) - len(missing) + start, len(wanted))
        target.settle()
        progress(len(wanted), len(wanted))
        return Copied(len(wanted), len(missing), _verified(view, target))


def checksum(store: GraphReader) -> str:
    """The digest of all that a store shows; equal for stores with the same documents."""
    digest = hashlib.sha256()
    for line in jsonl(store):
        digest.update(line.encode("utf-8"))
    return digest.hexdigest()


def _verified(source: GraphReader, target: GraphStore) -> str:
    """The digest that both sides have; StoreError when they have not the same."""
    counts = (source.counts(), target.counts())
    for name in sorted(counts[0].keys() | counts[1].keys()):
        here, there = (count.get(name, 0) for count in counts)
        if here != there:
            raise StoreError("copy.counts", name=name, here=here, there=there)
    sums = checksum(source), checksum(target)
    if sums[0] != sums[1]:
        raise StoreError("copy.differs")
    return sums[0]
