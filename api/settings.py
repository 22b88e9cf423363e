"""Settings (cài đặt): environment, then a TOML file, then options, the later winning.

Every field is a ``CANCU_…`` variable, a key of the file and, where a command takes it, an option.
The file is ``CANCU_CONFIG``, or ``cancu.toml`` in the user's configuration folder when there.
"""

import os
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

from api.folders import config_folder, data_folder
from api.refusals import refusal
from graph.errors import UsageError
from graph.neo4j.address import SCHEMES, folders_of

if TYPE_CHECKING:
    from loaders.bounds import Bounds

PREFIX = "CANCU_"
CONFIG = "CANCU_CONFIG"
#: the value of ``originals`` that keeps none
NONE = "none"


class Settings(BaseModel):
    """All that can be set, checked once at the start; nothing changes it afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    store: str = Field(
        "", description="Where the graph is: sqlite:PATH or neo4j://USER@HOST:PORT/DATABASE."
    )
    store_password: SecretStr | None = Field(
        None, description="Password of the store, where it needs one."
    )
    store_password_file: Path | None = Field(
        None, description="File that holds the password of the store, instead of store_password."
    )
    originals: str = Field(
        "",
        description="Folder that keeps pdf files and pictures so that their pages can be shown; "
        "none: nothing is kept. Unset: beside the store.",
    )
    host: str = Field("127.0.0.1", description="Address the server listens on.")
    port: int = Field(8000, ge=0, le=65535, description="Port the server listens on; 0: any free.")
    hosts: str = Field(
        "",
        description="Host names requests may be addressed to beside loopback, by commas; * any. "
        "Unset: the loopback names when listening on loopback, else any.",
    )
    upload_mb: int = Field(32, ge=1, le=1024, description="Largest upload the server takes, in MB.")
    page_size: int = Field(20, ge=1, le=1000, description="Answers on one page when none is asked.")
    max_nodes: int = Field(400, ge=10, le=5000, description="Most nodes in one answer or picture.")
    workers: int = Field(0, ge=0, le=256, description="Processes that read files; 0: one per core.")
    file_mb: int = Field(200, ge=1, description="Largest file that is read, in MB.")
    unpacked_mb: int = Field(400, ge=1, description="Most that a package unfolds to, in MB.")
    part_mb: int = Field(60, ge=1, description="Largest XML part of a Word document, in MB.")
    members: int = Field(5000, ge=1, description="Most files in one package or message.")
    nesting: int = Field(4, ge=1, le=20, description="Packages and messages inside one another.")
    pages: int = Field(2000, ge=1, description="Most pages of one file.")
    pixels_million: int = Field(80, ge=1, description="Most dots of one picture, in millions.")
    page_seconds: int = Field(60, ge=1, description="Most seconds for one scanned page.")
    office_seconds: int = Field(120, ge=1, description="Most seconds LibreOffice has for a file.")
    file_seconds: int = Field(600, ge=1, description="Most seconds for reading one file.")
    memory_mb: int = Field(3000, ge=500, description="Memory of a process that reads, in MB.")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "warning", description="What is logged: debug, info, warning or error."
    )
    explorer: Path | None = Field(
        None, description="Folder of the built explorer; unset: the one inside the package."
    )

    @property
    def bounds(self) -> "Bounds":
        """How much of a file is read."""
        from loaders.bounds import Bounds  # the readers take a moment to load

        names = (bound.name for bound in fields(Bounds))
        return Bounds(**{name: getattr(self, name) for name in names})


def load_settings(
    environment: Mapping[str, str] | None = None,
    options: Mapping[str, Any] | None = None,
    config: Path | None = None,
) -> Settings:
    """The settings in force: environment < file < options; options that are None are not given."""
    environment = os.environ if environment is None else environment
    file = config or _config_file(environment)
    values = _from_environment(environment)
    values |= _from_file(file) if file else {}
    values |= {name: value for name, value in (options or {}).items() if value is not None}
    try:
        settings = Settings.model_validate(values)
    except ValidationError as error:
        raise _usage(error) from None
    return _completed(settings, environment)


def read_secret(file: Path) -> str:
    """What a file of one secret holds (mật khẩu)."""
    try:
        return file.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("settings.unreadable", file=file, reason=error) from None


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    names = {f"{PREFIX}{name.upper()}": name for name in Settings.model_fields}
    return {names[key]: value for key, value in environment.items() if key in names and value}


def _config_file(environment: Mapping[str, str]) -> Path | None:
    if named := environment.get(CONFIG):
        return Path(named)
    usual = config_folder(environment, sys.platform) / "cancu.toml"
    return usual if usual.is_file() else None


def _from_file(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        raise UsageError("settings.missing", file=file) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError("settings.unreadable", file=file, reason=error) from None


def _completed(settings: Settings, environment: Mapping[str, str]) -> Settings:
    changes: dict[str, Any] = {}
    if not settings.store:
        folder = data_folder(environment, sys.platform)
        changes["store"] = f"sqlite:{folder / 'cancu.db'}"
    if not settings.originals:
        store = changes.get("store", settings.store)
        changes["originals"] = _beside(store, data_folder(environment, sys.platform))
    if settings.store_password_file and settings.store_password is None:
        changes["store_password"] = SecretStr(read_secret(settings.store_password_file))
    return settings.model_copy(update=changes)


def _beside(store: str, folder: Path) -> str:
    """Where originals are kept when nobody says, each store's by themselves: one lets go what
    another may still show. A store in memory goes, so would they."""
    kind, _, path = store.partition(":")
    if kind in SCHEMES:
        return str(folder.joinpath("originals", *folders_of(store)))
    return NONE if path == ":memory:" else f"{path}.originals"


def _usage(error: ValidationError) -> UsageError:
    first = error.errors()[0]
    name = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        return UsageError("settings.unknown", name=name, known=", ".join(Settings.model_fields))
    return UsageError("settings.wrong", name=name, **refusal(first))
