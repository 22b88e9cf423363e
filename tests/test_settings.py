"""Settings: where each value comes from, which source wins, and what a wrong one says."""

import sys
from pathlib import Path

import pytest

from api.folders import config_folder, data_folder
from api.settings import Settings, load_settings
from api.stores import store_file
from graph.errors import UsageError
from loaders.bounds import Bounds


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    return {"HOME": str(tmp_path)}


def test_the_default_store_is_a_file_in_the_users_data_folder(home: dict[str, str]) -> None:
    settings = load_settings(home)
    assert settings.store.startswith("sqlite:")
    assert store_file(settings) == data_folder(home, sys.platform) / "cancu.db"
    assert settings.host == "127.0.0.1"


def test_file_beats_environment_and_options_beat_both(home: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text('port = 2\nhost = "::1"\n', "utf-8")
    environment = home | {"CANCU_PORT": "1", "CANCU_PAGE_SIZE": "7", "CANCU_CONFIG": str(file)}
    settings = load_settings(environment, {"host": "0.0.0.0", "store": None})
    assert (settings.page_size, settings.port, settings.host) == (7, 2, "0.0.0.0")


def test_the_usual_file_is_read_when_it_is_there(home: dict[str, str]) -> None:
    usual = config_folder(home, sys.platform) / "cancu.toml"
    usual.parent.mkdir(parents=True)
    usual.write_text("upload_mb = 3\n", "utf-8")
    assert load_settings(home).upload_mb == 3


def test_an_option_names_another_file(home: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "other.toml"
    file.write_text("port = 9\n", "utf-8")
    assert load_settings(home, config=file).port == 9


def test_the_password_comes_from_a_file_and_is_not_shown(
    home: dict[str, str], tmp_path: Path
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("trời ơi\n", "utf-8")
    settings = load_settings(home | {"CANCU_STORE_PASSWORD_FILE": str(secret)})
    assert settings.store_password is not None
    assert settings.store_password.get_secret_value() == "trời ơi"
    assert "trời" not in repr(settings)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("prot = 1", "prot"),
        ("port = 70000", "port"),
        ('log_level = "loud"', "log_level"),
        ("port = ", "own.toml"),
        ("[store]\nurl = 1", "store"),
    ],
)
def test_a_wrong_file_is_refused_by_name(
    home: dict[str, str], tmp_path: Path, text: str, word: str
) -> None:
    file = tmp_path / "own.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(UsageError) as caught:
        load_settings(home, config=file)
    assert word in caught.value.text("vi")
    assert word in caught.value.text("en")


def test_a_missing_file_is_said(home: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        load_settings(home, config=tmp_path / "nowhere.toml")


def test_a_file_that_is_not_text_is_said(home: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match=r"own\.toml"):
        load_settings(home, config=file)


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {"HOME": "/h"}, "/h/.local/share/cancu"),
        ("linux", {"HOME": "/h", "XDG_DATA_HOME": "/d"}, "/d/cancu"),
        ("linux", {"HOME": "/h", "XDG_DATA_HOME": "relative"}, "/h/.local/share/cancu"),
        ("darwin", {"HOME": "/h"}, "/h/Library/Application Support/cancu"),
        ("darwin", {"HOME": "/h", "XDG_DATA_HOME": "/d"}, "/d/cancu"),
        ("win32", {"USERPROFILE": "/u", "LOCALAPPDATA": "/l"}, "/l/cancu"),
    ],
)
def test_data_folder_of_each_platform(
    platform: str, environment: dict[str, str], folder: str
) -> None:
    assert data_folder(environment, platform) == Path(folder)


def test_only_a_store_in_a_file_has_a_file() -> None:
    assert store_file(Settings.model_validate({"store": "sqlite:a/b.db"})) == Path("a/b.db")
    for url in ("sqlite::memory:", "neo4j://u@h:7687/d"):
        with pytest.raises(UsageError):
            store_file(Settings.model_validate({"store": url}))


def test_every_bound_of_reading_is_a_setting_with_the_same_default() -> None:
    assert Settings().bounds == Bounds()
    assert Settings.model_validate({"file_seconds": 5}).bounds.file_seconds == 5
