"""Where a user's data and settings belong on each platform (thư mục của người dùng)."""

from collections.abc import Mapping
from pathlib import Path


def data_folder(environment: Mapping[str, str], platform: str) -> Path:
    """Where the default store lives: XDG_DATA_HOME, Application Support or LOCALAPPDATA."""
    return _folder(environment, platform, "XDG_DATA_HOME", ".local/share", "LOCALAPPDATA")


def config_folder(environment: Mapping[str, str], platform: str) -> Path:
    """Where ``cancu.toml`` is looked for: XDG_CONFIG_HOME, Application Support or APPDATA."""
    return _folder(environment, platform, "XDG_CONFIG_HOME", ".config", "APPDATA")


def _folder(
    environment: Mapping[str, str], platform: str, variable: str, usual: str, windows: str
) -> Path:
    home = Path(environment.get("HOME") or environment.get("USERPROFILE") or Path.home())
    if platform == "win32" and environment.get(windows):
        return Path(environment[windows]) / "cancu"
    if platform == "darwin" and not environment.get(variable):
        return home / "Library" / "Application Support" / "cancu"
    # XDG Base Directory: a relative path in the variable is invalid and ignored
    named = Path(environment.get(variable) or "")
    return (named if named.is_absolute() else home / usual) / "cancu"
