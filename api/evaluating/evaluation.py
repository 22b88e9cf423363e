"""The figures of an evaluation: by kind, by field, by phenomenon, and what is taken for what."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from api.evaluating.agreement import CITATION, DOCUMENT, TASK, Verdict, outcomes

#: verdicts by file
Verdicts = Mapping[str, Sequence[Verdict]]


def evaluation(verdicts: Verdicts, unread: Sequence[str] = ()) -> dict[str, Any]:
    """The whole answer: figures, confusions and every miss with its file (kết quả đánh giá)."""
    every = [verdict for of_file in verdicts.values() for verdict in of_file]
    return {
        "documents": len(verdicts),
        "unread": list(unread),
        "document": _fields(every, "document", DOCUMENT),
        "citation": _found(every, "citation") | _fields(every, "citation", CITATION),
        "task": _found(every, "task") | _fields(every, "task", TASK),
        "phenomena": _phenomena(every),
        "confusions": _confusions(every),
        "misses": [_miss(file, v) for file, of in verdicts.items() for v in of if not _right(v)],
    }


def _found(verdicts: Sequence[Verdict], kind: str) -> dict[str, Any]:
    """Precision and recall of a kind; None where nothing was to be found."""
    counts = outcomes(verdicts, kind)
    right, wanted = counts["right"], counts["right"] + counts["missed"]
    said = right + counts["extra"]
    return {
        "gold": wanted,
        "precision": _share(right, said),
        "recall": _share(right, wanted),
    }


def _fields(
    verdicts: Sequence[Verdict], kind: str, fields: Sequence[str]
) -> dict[str, float | None]:
    """Of what was found, the share whose field is right."""
    shares = {}
    for field in fields:
        looked = [v for v in verdicts if v.kind == kind and v.field == field]
        shares[field] = _share(sum(map(_right, looked)), len(looked))
    return shares


def _phenomena(verdicts: Sequence[Verdict]) -> dict[str, dict[str, int]]:
    """Phenomenon → how many verdicts were right, and which others there were."""
    counted: dict[str, Counter[str]] = {}
    for verdict in verdicts:
        if verdict.phenomenon:
            counted.setdefault(verdict.phenomenon, Counter())[verdict.outcome] += 1
    return {name: dict(sorted(counts.items())) for name, counts in sorted(counted.items())}


def _confusions(verdicts: Sequence[Verdict]) -> list[dict[str, Any]]:
    """What was taken for what, the commonest first."""
    wrong = [v for v in verdicts if v.outcome == "wrong"]
    pairs = Counter((v.kind, v.field or "", str(v.gold), str(v.got)) for v in wrong)
    ordered = sorted(pairs.items(), key=lambda item: (-item[1], item[0]))
    return [
        {"kind": kind, "field": field, "gold": gold, "got": got, "count": count}
        for (kind, field, gold, got), count in ordered
    ]


def _miss(file: str, verdict: Verdict) -> dict[str, Any]:
    return {
        "file": file,
        "kind": verdict.kind,
        "field": verdict.field,
        "what": verdict.what,
        "outcome": verdict.outcome,
        "gold": verdict.gold,
        "got": verdict.got,
        "phenomenon": verdict.phenomenon,
    }


def _right(verdict: Verdict) -> bool:
    return verdict.outcome == "right"


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None
