"""A batch of read files on their way into the store, settled so that their order never matters."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from api.files import ReadFile, read_again
from api.report import FileOutcome, FileState, IngestReport
from graph.errors import BadInputError, CancuError, ConflictError, StoreError
from graph.heard import heard
from graph.model import GraphDelta
from graph.store import GraphStore, StoredText
from loaders import Offers, Reading, Text, context, delta
from loaders.text import BlockKind

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Claim:
    """A file that says it is a certain document (tệp nhận là một văn bản)."""

    path: str
    source: str
    digest: str


def offers_of(readings: Sequence[Reading], store: GraphStore) -> Offers:
    """What these readings and the store's other documents offer under a key."""
    own = context(readings)
    replaced = {reading.id for reading in readings}
    known: dict[str, tuple[tuple[str, str], ...]] = {}

    def offers(key: str) -> tuple[tuple[str, str], ...]:
        if key not in known:
            stored = store.offers([key]).get(key, ())
            others = (pair for pair in stored if pair[1] not in replaced)
            known[key] = tuple(sorted({*own(key), *others}))
        return known[key]

    return offers


class Batch:
    """Takes files window by window; ``settle`` reads again who asked for what is new."""

    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self._outcomes: list[FileOutcome] = []
        self._claims: dict[str, Claim] = {}

    def take(self, window: Sequence[ReadFile]) -> None:
        """Apply one window of files, each in a transaction of its own."""
        checked = [(file, self._refusal(file)) for file in window]
        admitted = [file.understood for file, refusal in checked if refusal is None]
        offers = offers_of(admitted, self._store)
        for file, refusal in checked:
            self._outcomes.append(refusal or self._apply(file, offers))

    def settle(self) -> IngestReport:
        """Read again the documents that had asked for what is offered now, and report."""
        return IngestReport(tuple(self._outcomes), settle(self._store))

    def _refusal(self, file: ReadFile) -> FileOutcome | None:
        """Why the file is not applied; None when it is."""
        if isinstance(file.reading, CancuError):
            return FileOutcome(file.path, FileState.FAILED, error=file.reading)
        reading = file.reading
        own = Claim(file.path, reading.text.source, reading.text.digest)
        earlier = self._claims.get(reading.id)
        other = earlier or _stored_claim(self._store.text(reading.id))
        if other is None or (earlier is None and other.source == own.source):
            self._claims[reading.id] = own
            return None
        if other.digest == own.digest:
            return FileOutcome(
                file.path, FileState.UNCHANGED, reading.id, read=amount(reading.text)
            )
        error = ConflictError("ingest.conflict", file=own.path, id=reading.id, other=other.path)
        return FileOutcome(file.path, FileState.FAILED, reading.id, error=error)

    def _apply(self, file: ReadFile, offers: Offers) -> FileOutcome:
        reading = file.understood
        before = self._store.text(reading.id)
        try:
            said = resolved(reading, offers)
            report = self._store.apply(said)
        except StoreError:
            raise  # the next file would meet the same
        except CancuError as error:
            return FileOutcome(file.path, FileState.FAILED, reading.id, error=error)
        changed = FileState.CHANGED if report.changed else FileState.UNCHANGED
        state = FileState.LOADED if before is None else changed
        return FileOutcome(
            file.path, state, reading.id, len(said.issues), read=amount(reading.text)
        )


def resolved(reading: Reading, offers: Offers) -> GraphDelta:
    """What the document says, with the digest of the answers it was given."""
    try:
        said = delta(reading, offers)
    except CancuError:
        raise
    except Exception as error:
        log.debug("resolving %s failed", reading.id, exc_info=True)
        raise BadInputError("file.crash", file=reading.text.source) from error
    return replace(said, heard=heard({key: offers(key) for key in said.asks}))


def settle(store: GraphStore) -> tuple[str, ...]:
    """Read again, from its stored text, every document whose questions have other answers now."""
    stale = store.settle()
    for document in stale:
        stored = store.text(document)
        if stored is None:  # another process removed it
            continue
        try:
            reading = read_again(stored)
            store.apply(resolved(reading, offers_of([reading], store)))
        except BadInputError as error:  # it keeps saying what it said
            log.warning("%s was not read again: %s", document, error.text("en"))
    if stale:
        store.settle()
    return tuple(stale)


def amount(text: Text) -> dict[str, Any]:
    """How much of a file was read, and what was not: pages or large pictures, with the reason."""
    return {
        "media": text.media,
        "characters": len(text.content),
        "tables": len(text.tables),
        "footnotes": sum(block.kind is BlockKind.FOOTNOTE for block in text.blocks),
        "pages": len({place.page for place in text.places}),
        "unread": [{"page": part.page, "reason": part.reason} for part in text.unread],
    }


def _stored_claim(stored: StoredText | None) -> Claim | None:
    return Claim(stored.source, stored.source, stored.digest) if stored else None
