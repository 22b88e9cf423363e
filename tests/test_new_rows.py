"""The worked example of docs/vocabulary.md: its rows, typed in as told, do what the page says."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "vocabulary.md").read_text("utf-8")
#: rows of the page: what is meant, its id without the new rows, its id with them
TOLD = re.findall(r"^\| the .+? \| (nothing|`\S+`) \| `(\S+)` \|$", PAGE, re.M)
ROW = re.compile(r"^# (?P<file>\w+\.toml), after: (?P<table>\w+ = \[)\n(?P<row>\{.+\},)$", re.M)


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A copy of the program whose rows may be changed, with the plan of the page beside it."""
    for package in ("graph", "loaders", "viz", "api"):
        left = shutil.ignore_patterns("node_modules", "static", "__pycache__")
        shutil.copytree(ROOT / package, tmp_path / package, ignore=left)
    plan = re.search(r"```text\n(.+?)```", PAGE, re.S)
    assert plan
    (tmp_path / "plan.txt").write_text(plan[1], "utf-8")
    return tmp_path


def test_the_rows_do_what_the_page_says(program: Path) -> None:
    before = [id.strip("`") for id, _ in TOLD if id != "nothing"]
    assert len(TOLD) == 4 and len(before) == 3
    assert _ids(program) == before
    rows = list(ROW.finditer(PAGE))
    assert [row["file"] for row in rows] == ["authorities.toml", "document_types.toml"]
    for row in rows:
        file = program / "graph" / "vocabulary" / row["file"]
        known = file.read_text("utf-8")
        assert known.count(f"\n{row['table']}\n") == 1
        changed = known.replace(f"\n{row['table']}\n", f"\n{row['table']}\n{row['row']}\n")
        file.write_text(changed, "utf-8")
    assert _ids(program) == [id for _, id in TOLD]


def _ids(program: Path) -> list[str]:
    """The ids that ``cancu extract`` gives the plan and what it rests on, in order."""
    run = "from api.cli import main; main()"
    command = [sys.executable, "-c", run, "extract", "plan.txt", "--json"]
    told = json.loads(subprocess.run(command, cwd=program, check=True, capture_output=True).stdout)
    return [told["document"]["id"], *(citation["id"] for citation in told["citations"])]
