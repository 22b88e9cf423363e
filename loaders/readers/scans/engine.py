"""What this machine has for recognising characters: the engine, and its data for Vietnamese.

The engine comes with the extra ``ocr``; the data with the package tesseract-ocr-vie, or with
``python loaders/ocr_data.py``.
"""

import os
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

LANGUAGE = "vie"
_FILE = f"{LANGUAGE}.traineddata"
#: where the data may lie: beside this Python, where packages of the system put it
_FOLDERS = (
    Path(sys.prefix, "share", "tessdata"),
    Path("/usr/share/tessdata"),
    Path("/usr/local/share/tessdata"),
    Path("/opt/homebrew/share/tessdata"),
)
_PACKAGED = Path("/usr/share/tesseract-ocr")


@cache
def data_folder() -> Path | None:
    """The folder with the data for Vietnamese; None without one (dữ liệu tiếng Việt)."""
    named = os.environ.get("TESSDATA_PREFIX")
    packaged = sorted(_PACKAGED.glob("*/tessdata"), reverse=True)
    folders = [*([Path(named)] if named else []), *_FOLDERS, *packaged]
    return next((folder for folder in folders if (folder / _FILE).is_file()), None)


def missing() -> str | None:
    """What recognising lacks on this machine: ``engine``, ``data`` or nothing (còn thiếu gì)."""
    if not all(find_spec(name) for name in ("tesserocr", "PIL")):
        return "engine"
    return None if data_folder() else "data"
