"""A batch of read files on their way into the store, settled so that their order never matters."""

import logging
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from api.intake.files import ReadFile, read_again
from api.intake.originals import NOWHERE, Originals
from api.intake.report import FileOutcome, FileState, IngestReport
from graph.engine.heard import heard
from graph.errors import BadInputError, CancuError, ConflictError, StoreError
from graph.model import GraphDelta
from graph.store import GraphStore, StoredText
from graph.words.folding import words
from loaders import Offers, Reading, Text, context, delta, reread
from loaders.text import BlockKind

log = logging.getLogger(__name__)

#: documents, and characters of their texts, in one transaction
DOCUMENTS, CHARACTERS = 256, 4_000_000


@dataclass(frozen=True, slots=True)
class Claim:
    """A file that says it is a certain document (tệp nhận là một văn bản)."""

    path: str
    source: str
    digest: str


@dataclass(slots=True)
class Taken:
    """A file on its way: refused or failed (``outcome``), or what its document says."""

    file: ReadFile
    outcome: FileOutcome | None = None
    said: GraphDelta | None = None
    new: bool = True  # nothing of the document is in the store
    before: str = ""  # digest of the file it was read from, where it is there

    def resolve(self, offers: Offers) -> None:
        """Find out what the document says; a failure is an outcome."""
        try:
            self.said = resolved(self.file.understood, offers)
        except StoreError:
            raise  # the next file would meet the same
        except CancuError as error:
            self.fail(error)

    def fail(self, error: CancuError) -> None:
        """Nothing of the file is kept."""
        reading = self.file.understood
        self.outcome = FileOutcome(self.file.path, FileState.FAILED, reading.id, error=error)

    def keep(self, *, changed: bool) -> None:
        """What it says is in the store."""
        assert self.said
        reading = self.file.understood
        state = FileState.CHANGED if changed else FileState.UNCHANGED
        self.outcome = FileOutcome(
            self.file.path, FileState.LOADED if self.new else state, reading.id,
            len(self.said.issues), read=amount(reading.text),
        )  # fmt: skip


def offers_of(readings: Sequence[Reading], store: GraphStore) -> Offers:
    """What these readings and the store's other documents offer under a key.

    What they ask by their own words is asked of the store at once; only what an answer leads on to
    is asked for key by key.
    """
    own = context(readings)
    replaced = {reading.id for reading in readings}
    known: dict[str, tuple[tuple[str, str], ...]] = {}

    def ask(keys: Collection[str]) -> None:
        stored = store.offers(keys)
        for key in keys:
            others = (pair for pair in stored.get(key, ()) if pair[1] not in replaced)
            known[key] = tuple(sorted({*own(key), *others}))

    def offers(key: str) -> tuple[tuple[str, str], ...]:
        if key not in known:
            ask([key])
        return known[key]

    if asked := {key for reading in readings for key in reading.alone.asks}:
        ask(asked)
    return offers


def shares(taken: Iterable[Taken]) -> Iterator[list[Taken]]:
    """What goes into one transaction, in order: new documents together, as many as it takes with
    ease, and one that is there already by itself, to be told whether it changed (chia lô)."""
    share: list[Taken] = []
    room = CHARACTERS
    for one in taken:
        size = len(one.file.understood.text.content)
        if share and not (one.new and share[-1].new and len(share) < DOCUMENTS and size <= room):
            yield share
            share, room = [], CHARACTERS
        share.append(one)
        room -= size
    if share:
        yield share


class Batch:
    """Takes files window by window; ``settle`` reads again who asked for what is new."""

    def __init__(self, store: GraphStore, originals: Originals = NOWHERE) -> None:
        self._store = store
        self._originals = originals
        self._outcomes: list[FileOutcome] = []
        self._claims: dict[str, Claim] = {}
        self._contents: dict[str, str] = {}  # of the window's documents

    def take(self, window: Sequence[ReadFile]) -> None:
        """Keep what one window of files says, each document whole or not at all."""
        self._contents = {}
        taken = [self._checked(file) for file in window]
        admitted = [one for one in taken if one.outcome is None]
        offers = offers_of([one.file.understood for one in admitted], self._store)
        for one in admitted:
            one.resolve(offers)
        for share in shares(one for one in admitted if one.said):
            self._keep(share)
        for one in taken:
            self._tidy(one)
        self._outcomes += [one.outcome for one in taken if one.outcome]

    def settle(self) -> IngestReport:
        """Read again the documents that had asked for what is offered now, and report."""
        return IngestReport(tuple(self._outcomes), settle(self._store))

    def _keep(self, share: Sequence[Taken]) -> None:
        """One transaction; when a document of several is refused, one for each."""
        try:
            report = self._store.apply_all([one.said for one in share if one.said])
        except StoreError:
            raise  # the next file would meet the same
        except CancuError as error:
            if len(share) == 1:
                share[0].fail(error)
                return
            for one in share:
                self._keep([one])
            return
        for one in share:
            one.keep(changed=report.changed)

    def _tidy(self, one: Taken) -> None:
        """Of originals, only those of what the store says stay."""
        if isinstance(one.file.reading, CancuError) or one.outcome is None:
            return
        own = one.file.reading.text.digest
        if own != one.before:
            refused = one.said is None or one.outcome.state is FileState.FAILED
            self._originals.drop(own if refused else one.before)

    def _checked(self, file: ReadFile) -> Taken:
        """The file, refused when it cannot be kept or need not be."""
        if isinstance(file.reading, CancuError):
            return Taken(file, FileOutcome(file.path, FileState.FAILED, error=file.reading))
        stored = _stored_claim(self._store.text(file.reading.id))
        return Taken(
            file,
            self._refusal(file, file.reading, stored),
            new=stored is None,
            before=stored.digest if stored else "",
        )

    def _refusal(
        self, file: ReadFile, reading: Reading, stored: Claim | None
    ) -> FileOutcome | None:
        """Why the file is not applied; None when it is."""
        own = Claim(file.path, reading.text.source, reading.text.digest)
        earlier = self._claims.get(reading.id)
        other = earlier or stored
        if other is None or (earlier is None and other.source == own.source):
            self._claims[reading.id] = own
            self._contents[reading.id] = reading.text.content
            return None
        if other.digest == own.digest or self._says_the_same(reading):
            return FileOutcome(
                file.path, FileState.UNCHANGED, reading.id, read=amount(reading.text)
            )
        error = ConflictError("ingest.conflict", file=own.path, id=reading.id, other=other.path)
        return FileOutcome(file.path, FileState.FAILED, reading.id, error=error)

    def _says_the_same(self, reading: Reading) -> bool:
        """Whether a file is a copy of the document in another format, or under other notes of where
        it came from: the same words, in whatever order columns are read (bản sao)."""
        content = self._contents.get(reading.id)
        if content is None:
            stored = self._store.text(reading.id)
            content = reread(stored.text, stored.source).content if stored else ""
        return Counter(words(content)) == Counter(words(reading.text.content))


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
