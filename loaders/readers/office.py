"""Old Word and Excel, RTF and OpenDocument files: LibreOffice makes a docx or an xlsx of them.

LibreOffice is a program beside us, not a library: where it is not installed, a sentence says so.
"""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from graph.errors import BadInputError
from loaders.bounds import Bounds
from loaders.readers.kinds import kind_of
from loaders.readers.word.read import read_word
from loaders.readers.workbook.read import read_workbook
from loaders.text import Text

#: suffixes of workbooks
_SHEETS = frozenset({".xls", ".xlt", ".xlsb", ".ods"})
_PROGRAMS = ("soffice", "libreoffice")
#: what the program says when it wants to be started again, as with a new profile
_AGAIN = (79, 81)


def read_office(data: bytes, name: str, bounds: Bounds) -> Text:
    """The text of a file that LibreOffice opens (tệp văn phòng khác). Raises BadInputError."""
    suffix = kind_of(data, name)
    if suffix in _SHEETS:
        return read_workbook(_converted(data, name, suffix, "xlsx", bounds), name, bounds)
    return read_word(_converted(data, name, suffix, "docx", bounds), name, bounds)


def office_program() -> str | None:
    """The LibreOffice of this machine; None where there is none."""
    found = next((path for name in _PROGRAMS if (path := shutil.which(name))), None)
    if found is None:
        return None
    # the program itself: its starting script would outlive being stopped
    binary = Path(found).resolve().with_name("soffice.bin")
    return str(binary) if binary.is_file() else found


def _converted(data: bytes, name: str, suffix: str, target: str, bounds: Bounds) -> bytes:
    program = office_program()
    missing = BadInputError("read.no_office", file=name, suffix=suffix, target=target)
    if program is None:
        raise missing
    with tempfile.TemporaryDirectory(prefix="cancu-") as folder:
        given, made = Path(folder, f"in{suffix}"), Path(folder, "out", f"in.{target}")
        given.write_bytes(data)
        command = [
            *(program, "--headless", "--norestore", "--nolockcheck", "--nodefault"),
            f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
            *("--convert-to", target, "--outdir", str(made.parent), str(given)),
        ]
        try:
            if _run(command, folder, bounds) in _AGAIN:
                _run(command, folder, bounds)
        except subprocess.TimeoutExpired:
            limit = bounds.office_seconds
            raise BadInputError("read.office_slow", file=name, limit=limit, target=target) from None
        except OSError as error:
            raise missing from error
        if not made.is_file():
            raise BadInputError("read.office_failed", file=name, target=target)
        return made.read_bytes()


def _run(command: list[str], home: str, bounds: Bounds) -> int:
    return subprocess.run(
        command,
        timeout=bounds.office_seconds,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env={**os.environ, "HOME": home},
    ).returncode
