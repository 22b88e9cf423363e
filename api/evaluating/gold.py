"""Documents with gold beside them: ``NAME.txt`` and ``NAME.json`` (tài liệu và đáp án).

The gold file has the shape of ``cancu extract --json`` and stands beside the document or in a
folder ``gold`` there. ``phenomenon``, of the whole file or of one citation, names what it is a case
of; ``*_alt`` values count as right, ``optional`` citations cost nothing either way.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from api.intake.files import files, shown
from graph.errors import BadInputError

Gold = dict[str, Any]


def golden(folder: Path) -> Iterator[tuple[Path, Gold]]:
    """Every document of a folder that has gold, with it; BadInputError when none has."""
    found = 0
    for path in files([folder]):
        gold = _beside(path)
        if gold is not None and path.suffix != ".json":
            found += 1
            yield path, _loaded(gold)
    if not found:
        raise BadInputError("eval.no_gold", path=shown(folder))


def _beside(path: Path) -> Path | None:
    name = f"{path.stem}.json"
    places = (path.with_name(name), path.parent / "gold" / name)
    return next((place for place in places if place.is_file() and place != path), None)


def _loaded(path: Path) -> Gold:
    try:
        gold = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise BadInputError("eval.bad_gold", file=shown(path), reason=error) from error
    if not isinstance(gold, dict):
        raise BadInputError("eval.bad_gold", file=shown(path), reason=type(gold).__name__)
    return gold
