"""What became of the files of one ``ingest`` (báo cáo nạp văn bản)."""

from dataclasses import dataclass
from enum import StrEnum

from graph.errors import CancuError


class FileState(StrEnum):
    """What became of a file (kết quả nạp)."""

    LOADED = "loaded"  # its document is new
    CHANGED = "changed"  # what the store says of its document is different now
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """One file: its document and what became of it, or the error that stopped it."""

    path: str
    state: FileState
    document: str | None = None
    issues: int = 0
    error: CancuError | None = None


@dataclass(frozen=True, slots=True)
class IngestReport:
    """Every file in order, and the documents read again because of what these offer."""

    files: tuple[FileOutcome, ...]
    reread: tuple[str, ...]

    @property
    def failed(self) -> tuple[FileOutcome, ...]:
        """The files of which nothing was taken."""
        return tuple(f for f in self.files if f.state is FileState.FAILED)
