"""`make eval`: how well the reading does on the reference corpus, by its own score tool.

The corpus and the tool stand beside the project (``../shared``) or nowhere; without them this says
so and is no failure. Files of formats that are not read yet are named, never skipped in silence.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from graph.errors import BadInputError
from loaders import Offers, context, extract_json, read, understand

SHARED = Path(__file__).resolve().parents[2] / "shared"


def main() -> int:
    """Print the score tool's figures for ``seeds`` and ``real``; 0 also when they are not there."""
    corpus, tool = SHARED / "corpus", SHARED / "eval" / "score.py"
    if not (corpus / "gold").is_dir() or not tool.is_file():
        print(f"no reference corpus at {SHARED.name}/ beside the project: nothing to evaluate")
        return 0
    for part in ("seeds", "real"):
        evaluate(corpus / part, corpus / "gold", tool, verbose="-v" in sys.argv[1:])
    return 0


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
