"""A batch of read files on their way into the store, settled so that their order never matters."""

from collections.abc import Sequence
from dataclasses import dataclass

from api.files import ReadFile, read_again
from api.report import FileOutcome, FileState, IngestReport
from graph.errors import CancuError, ConflictError
from graph.store import GraphStore, StoredText
from loaders import Offers, Reading, context, delta


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
        self._applied: dict[str, int] = {}  # document → the window it was applied in
        self._news: list[set[str]] = []  # keys whose offers each window changed

    def take(self, window: Sequence[ReadFile]) -> None:
        """Apply one window of files, each in a transaction of its own."""
        checked = [(file, self._refusal(file)) for file in window]
        admitted = [file.understood for file, refusal in checked if refusal is None]
        offers = offers_of(admitted, self._store)
        self._news.append(set())
        for file, refusal in checked:
            self._outcomes.append(refusal or self._apply(file, offers))

    def settle(self) -> IngestReport:
        """Read again the documents that had asked for what is offered now, and report."""
        stale = sorted(self._stale())
        for document in stale:
            if stored := self._store.text(document):
                reading = read_again(stored)
                self._store.apply(delta(reading, offers_of([reading], self._store)))
        return IngestReport(tuple(self._outcomes), tuple(stale))

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
            return FileOutcome(file.path, FileState.UNCHANGED, reading.id)
        error = ConflictError("ingest.conflict", file=own.path, id=reading.id, other=other.path)
        return FileOutcome(file.path, FileState.FAILED, reading.id, error=error)

    def _apply(self, file: ReadFile, offers: Offers) -> FileOutcome:
        reading = file.understood
        before = self._store.text(reading.id)
        said = delta(reading, offers)
        report = self._store.apply(said)
        self._applied[reading.id] = len(self._news) - 1
        self._news[-1] |= _changed_offers(before, reading)
        changed = FileState.CHANGED if report.changed else FileState.UNCHANGED
        state = FileState.LOADED if before is None else changed
        return FileOutcome(file.path, state, reading.id, len(said.issues))

    def _stale(self) -> set[str]:
        return {
            document
            for window, keys in enumerate(self._news)
            for document in self._store.askers(keys)
            if self._applied.get(document, -1) < window
        }


def _stored_claim(stored: StoredText | None) -> Claim | None:
    return Claim(stored.source, stored.source, stored.digest) if stored else None


def _changed_offers(before: StoredText | None, reading: Reading) -> set[str]:
    """The keys under which the document offers something else than before."""
    if before and before.digest == reading.text.digest:
        return set()
    old = {(o.key, o.value) for o in read_again(before).offers} if before else set()
    return {key for key, _ in old ^ {(o.key, o.value) for o in reading.offers}}
