"""Three small documents in our own words (``small/``) that explain one another, to be loaded."""

import os
import shutil
from pathlib import Path

import pytest

from api.intake.ingest import ingest
from graph import open_store

SMALL = Path(__file__).parent / "small"
PLAN = (SMALL / "ke-hoach.txt").read_text("utf-8")

DECISION_ID = "vn/ninh-binh/ubnd/qd/2025/340"
PLAN_ID = "vn/ninh-binh/skhcn/kh/2026/12"
LETTER_ID = "vn/ninh-binh/skhcn/cv/2026/77"
#: the decision calls it "Đề án 91"; the others only use that name
SCHEME_ID = "vn/ttg/qd/2025/91"


def write(folder: Path) -> tuple[Path, Path, Path]:
    """Copies of the three in a new folder: decision, plan, letter."""
    folder = folder / "papers"
    shutil.copytree(SMALL, folder)
    return folder / "quyet-dinh.txt", folder / "ke-hoach.txt", folder / "cong-van.txt"


@pytest.fixture
def loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a store that holds the three; the environment names it and nothing else."""
    for name in [name for name in os.environ if name.startswith("CANCU_")]:
        monkeypatch.delenv(name)
    url = f"sqlite:{tmp_path / 'store.db'}"
    monkeypatch.setenv("CANCU_STORE", url)
    with open_store(url) as store:
        ingest(write(tmp_path), store)
    return url
