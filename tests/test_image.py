"""What the Dockerfile puts into the image: all of the four packages, or no server starts there."""

import re
from pathlib import Path, PurePosixPath

import pytest
from test_architecture import PACKAGES, ROOT

from api.settings import load_settings

#: made by a stage of their own, or by running the program
ELSEWHERE = {"web", "static", "__pycache__"}


def copied(path: PurePosixPath, source: str) -> bool:
    """Whether ``COPY source`` takes a file: named, below a folder, or by a pattern."""
    return source in map(str, (path, *path.parents)) or (
        PurePosixPath(source).parent == path.parent and path.match(source)
    )


def test_every_file_of_the_packages_is_in_the_image() -> None:
    stage = (ROOT / "Dockerfile").read_text("utf-8").split(" AS wheel\n")[1].split("\nFROM ")[0]
    sources = [
        source
        for line in re.findall(r"^COPY (?!--from)(.+)$", stage, re.MULTILINE)
        for source in line.split()[:-1]
    ]
    files = [
        PurePosixPath(file.relative_to(ROOT).as_posix())
        for package in PACKAGES
        for file in Path(ROOT, package).rglob("*")
        if file.is_file() and not ELSEWHERE & set(file.relative_to(ROOT).parts)
    ]
    left_out = [str(file) for file in files if not any(copied(file, s) for s in sources)]
    assert len(files) > 300 and not left_out


@pytest.mark.parametrize("store", [{}, {"CANCU_STORE": "neo4j://neo4j@neo4j:7687/neo4j"}])
def test_what_is_kept_outlives_the_container(store: dict[str, str]) -> None:
    """Whatever the store, originals are in the volume: the next container shows their pages."""
    image = (ROOT / "Dockerfile").read_text("utf-8").rpartition("\nFROM ")[2]
    (volume,) = re.findall(r"^VOLUME (\S+)$", image, re.MULTILINE)
    values = re.findall(r"^ENV ((?:.*\\\n)*.*)$", image, re.MULTILINE)
    environment = dict(re.findall(r"(\w+)=(\S+)", " ".join(values)))
    settings = load_settings(environment=environment | store)
    assert Path(settings.originals).is_relative_to(volume)
