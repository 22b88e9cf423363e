"""`make eval`: how well the reading does on our own cases, and on the reference corpus.

Ours are compared with the committed baseline, case by case; ``--update`` makes today's figures the
baseline. The reference corpus and its score tool stand beside the project (``../shared``) or
nowhere; without them this says so and is no failure. Files that are not read are named.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from eval_cases import our_figures

from graph.errors import BadInputError
from loaders import Offers, context, extract_json, read, understand

BASELINE = Path(__file__).parent / "eval_baseline.json"
SHARED = Path(__file__).resolve().parents[2] / "shared"


def main() -> int:
    """Print both; 1 when one of our cases is worse than the baseline."""
    figures = our_figures()
    if "--update" in sys.argv[1:]:
        BASELINE.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", "utf-8")
    worse = compare(json.loads(BASELINE.read_text("utf-8")), figures)
    score_shared()
    return int(worse)


def compare(before: dict[str, Any], now: dict[str, Any]) -> bool:
    """Print our figures and what differs from the baseline; whether a case got worse."""
    rows = sum(one["rows"] for one in now["phenomena"].values())
    right = sum(one["right"] for one in now["phenomena"].values())
    print(f"phenomena: {right} of {rows} rows right in {len(now['phenomena'])} phenomena")
    print(f"sample corpus: {json.dumps(now['corpus'], ensure_ascii=False)}")
    for name in sorted({*before["phenomena"], *now["phenomena"]}):
        was, is_now = before["phenomena"].get(name), now["phenomena"].get(name)
        if was != is_now:
            print(f"  {name}: {was} -> {is_now}")
    lost = [case for case in now["wrong"] if case not in before["wrong"]]
    for sign, cases in (("-", lost), ("+", [c for c in before["wrong"] if c not in now["wrong"]])):
        for case in cases:
            print(f"  {sign} {case}")
    return bool(lost)


def score_shared() -> None:
    """The score tool's figures for ``seeds`` and ``real``, where they are."""
    corpus, tool = SHARED / "corpus", SHARED / "eval" / "score.py"
    if not (corpus / "gold").is_dir() or not tool.is_file():
        print(f"no reference corpus at {SHARED.name}/ beside the project: nothing to evaluate")
        return
    for part in ("seeds", "real"):
        evaluate(corpus / part, corpus / "gold", tool, verbose="-v" in sys.argv[1:])


def evaluate(documents: Path, gold: Path, tool: Path, *, verbose: bool = False) -> None:
    """Read every document that has a gold file, all in one context, and print the figures."""
    paired = [(source(path, documents), path) for path in sorted(gold.glob("*.json"))]
    wanted = {name: path for name, path in paired if name}
    readings = {}
    for name, gold_file in wanted.items():
        try:
            readings[gold_file] = understand(read(documents / name))
        except BadInputError as error:
            print(f"{documents.name}: not read: {error.text('en')}")
    offers: Offers = context(list(readings.values()))
    with tempfile.TemporaryDirectory() as folder:
        golds, predictions = Path(folder, "gold"), Path(folder, "pred")
        golds.mkdir()
        predictions.mkdir()
        for gold_file, reading in readings.items():
            (golds / gold_file.name).write_bytes(gold_file.read_bytes())
            said = json.dumps(extract_json(reading, offers), ensure_ascii=False)
            (predictions / gold_file.name).write_text(said, "utf-8")
        print(f"{documents.name}: {len(readings)} of {len(wanted)} documents read", flush=True)
        command = [sys.executable, str(tool), str(predictions), str(golds)]
        subprocess.run(command + ["-v"] * verbose, check=True)


def source(gold_file: Path, documents: Path) -> str | None:
    """The document of ``documents`` that a gold file speaks of; None when it is of another part."""
    gold = json.loads(gold_file.read_text("utf-8"))
    name = Path(str(gold.get("source_file") or gold.get("source") or "")).name
    if name and (documents / name).is_file():
        return name
    found = sorted(documents.glob(gold_file.stem + ".*"))
    return found[0].name if found else None


if __name__ == "__main__":
    sys.exit(main())
