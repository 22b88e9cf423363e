"""The READMEs show what the program really prints, and lead only to files that are there."""

import re
import shlex
from pathlib import Path

import pytest

from api.cli import run

ROOT = Path(__file__).parent.parent
PAGES = ["README.md", "README.vi.md"]
#: taken from the running program by hand, after everything else
LATER = {"docs/explorer.png"}
EXAMPLE = re.compile(r"^\$ cancu (.+?)(?: \| tail -1)?\n((?:(?!\$ |```).*\n)+)", re.M)


@pytest.mark.parametrize("page", PAGES)
def test_the_example_is_what_the_commands_print(
    page: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("CANCU_STORE", f"sqlite:{tmp_path / 'graph.db'}")
    monkeypatch.setenv("COLUMNS", "118")
    examples = EXAMPLE.findall((ROOT / page).read_text("utf-8"))
    assert len(examples) == 4
    for command, shown in examples:
        assert run(shlex.split(command)) == 0, command
        printed = {line.rstrip() for line in capsys.readouterr().out.splitlines()}
        missing = set(filter(None, shown.splitlines())) - printed
        assert not missing, command


def test_every_question_of_the_quickstart_is_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CANCU_STORE", f"sqlite:{tmp_path / 'graph.db'}")
    rows = [row for row in _quickstart().splitlines() if row.startswith("| ")]
    asked = [command for row in rows for command in re.findall(r"`cancu ([^`]+)`", row)]
    assert run(["load", str(ROOT / "tests" / "corpus")]) == 0
    assert len(asked) == 15
    for command in asked:
        assert run(shlex.split(command)) == 0, command


def _quickstart() -> str:
    return (ROOT / "docs" / "quickstart.md").read_text("utf-8")


@pytest.mark.parametrize("page", [*PAGES, *sorted(p.name for p in (ROOT / "docs").glob("*.md"))])
def test_every_link_leads_to_a_file(page: str) -> None:
    path = ROOT / page if page in PAGES else ROOT / "docs" / page
    for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
        assert link in LATER or (path.parent / link).exists(), f"{page} → {link}"


def test_both_readmes_have_the_same_sections() -> None:
    english, vietnamese = (
        re.findall(r"^(#+|\||\$ |!\[)", (ROOT / page).read_text("utf-8"), re.M) for page in PAGES
    )
    assert english == vietnamese
