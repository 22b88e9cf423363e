"""Three small documents in our own words (``small/``) that explain one another, to be loaded."""

import shutil
from pathlib import Path

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
