"""What became of the files of one ``ingest`` (báo cáo nạp văn bản)."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from api.failures import failure_json
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
    read: Mapping[str, Any] | None = None  # how much of it was read, and what was not


@dataclass(frozen=True, slots=True)
class IngestReport:
    """Every file in order, and the documents read again because of what these offer."""

    files: tuple[FileOutcome, ...]
    reread: tuple[str, ...]

    @property
    def failed(self) -> tuple[FileOutcome, ...]:
        """The files of which nothing was taken."""
        return tuple(f for f in self.files if f.state is FileState.FAILED)


def report_json(report: IngestReport) -> dict[str, Any]:
    """``{files: [{path, document, state, issues, error, read}], reread, counts}``."""
    counts = Counter(file.state.value for file in report.files)
    return {
        "files": [outcome_json(file) for file in report.files],
        "reread": list(report.reread),
        "counts": {state.value: counts[state.value] for state in FileState},
    }


def outcome_json(file: FileOutcome) -> dict[str, Any]:
    """One file of a report."""
    return {
        "path": file.path,
        "document": file.document,
        "state": file.state.value,
        "issues": file.issues,
        "error": failure_json(file.error)["error"] if file.error else None,
        "read": file.read,
    }
