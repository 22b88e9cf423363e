"""Opening the store that the settings name, and the file behind it (mở kho dữ liệu)."""

from pathlib import Path

from api.intake.originals import NOWHERE, Originals
from api.settings import NONE, Settings, read_secret
from graph import open_store
from graph.errors import UsageError
from graph.store import GraphStore

SQLITE = "sqlite:"
MEMORY = ":memory:"


def open_settings_store(settings: Settings) -> GraphStore:
    """The store of the settings; close it when done."""
    secret = settings.store_password
    return open_store(settings.store, secret.get_secret_value() if secret else None)


def open_address(url: str, settings: Settings, password_file: Path | None) -> GraphStore:
    """A store by its address, with the password in a file, else that of the settings."""
    if password_file is None:
        return open_settings_store(settings.model_copy(update={"store": url}))
    return open_store(url, read_secret(password_file))


def originals_of(settings: Settings) -> Originals:
    """Where the settings keep originals (nơi giữ bản gốc)."""
    named = settings.originals
    return NOWHERE if named in ("", NONE) else Originals(Path(named))


def store_file(settings: Settings) -> Path:
    """The file of an embedded store; a store in memory or behind a server has none."""
    path = settings.store.removeprefix(SQLITE)
    if path == settings.store or path == MEMORY:
        raise UsageError("settings.no_file", store=settings.store)
    return Path(path)
