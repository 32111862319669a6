"""The user's configuration: `config.toml` in the platform's configuration folder (XDG on Linux).

preset = "vim"          # vim, newsboat or arrows
theme = "dark"          # dark, light, ansi or contrast
mouse = false
[keys]
next = ["j", "down"]    # by the operation's id, see `crossread keys`
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from tui.keymap import Keymap, KeymapError


class ConfigError(ValueError):
    """The configuration cannot be used; the message names the file and the reason."""


@dataclass(frozen=True, slots=True)
class Config:
    """What the user set; None where nothing was said."""

    keymap: Keymap = field(default_factory=Keymap)
    theme: str | None = None
    mouse: bool | None = None


def config_file() -> Path:
    """Where the configuration is looked for; it need not exist."""
    return user_config_path("crossread") / "config.toml"


def load(path: Path | None = None) -> Config:
    """The configuration of `path` (by default `config_file()`). Raises ConfigError; a missing file is no
    error.
    """
    path = path or config_file()
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Config()
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path}: {error}") from error
    try:
        return _config(data)
    except (KeymapError, ConfigError) as error:
        raise ConfigError(f"{path}: {error}") from error


def _config(data: Mapping[str, Any]) -> Config:
    if unknown := sorted(set(data) - {"preset", "theme", "mouse", "keys"}):
        raise ConfigError(f"unknown setting {unknown[0]!r}")
    keys = data.get("keys", {})
    if not isinstance(keys, Mapping):
        raise ConfigError("keys is not a table")
    return Config(
        keymap=Keymap(
            {name: _key_list(name, value) for name, value in keys.items()}, _text(data, "preset") or "vim"
        ),
        theme=_text(data, "theme"),
        mouse=_flag(data, "mouse"),
    )


def _key_list(name: str, value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    if isinstance(value, list) and all(isinstance(key, str) for key in value):
        return tuple(value)
    raise ConfigError(f"keys.{name} is neither a key nor a list of keys")


def _text(data: Mapping[str, Any], name: str) -> str | None:
    value = data.get(name)
    if value is None or isinstance(value, str):
        return value
    raise ConfigError(f"{name} is not a string")


def _flag(data: Mapping[str, Any], name: str) -> bool | None:
    value = data.get(name)
    if value is None or isinstance(value, bool):
        return value
    raise ConfigError(f"{name} is neither true nor false")
