"""The user's configuration: read, refused with a reason, absent."""

from pathlib import Path

import pytest

from tui.config import ConfigError, load
from tui.operations import Context
from tui.themes import THEMES, ThemeError, choose


def test_a_missing_file_means_the_defaults(tmp_path: Path) -> None:
    settings = load(tmp_path / "none.toml")
    assert settings.theme is None
    assert settings.keymap.is_default("next")


def test_keys_preset_theme_and_mouse_are_read(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('preset = "arrows"\ntheme = "light"\nmouse = true\n[keys]\nsearch = "f"\ntimeline = ""\n')
    settings = load(file)
    found = settings.keymap.lookup(Context.READER, "f")
    assert found is not None
    assert found.id == "search"
    assert settings.keymap.keys("timeline") == ()
    assert settings.keymap.lookup(Context.READER, "j") is None
    assert (settings.theme, settings.mouse) == ("light", True)


@pytest.mark.parametrize(
    "text",
    [
        "preset = 3",
        'preset = "emacs"',
        "mouse = 1",
        "[keys]\nnext = 3",
        '[keys]\nfly = "f"',
        "colour = 1",
        "= x",
    ],
)
def test_what_cannot_be_used_is_one_line_with_the_file(tmp_path: Path, text: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(text)
    with pytest.raises(ConfigError) as caught:
        load(file)
    assert str(file) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("environ", "colours", "name"),
    [
        ({}, 3, "dark"),
        ({"COLORFGBG": "0;15"}, 2, "light"),
        ({"COLORFGBG": "15;0"}, 2, "dark"),
        ({"COLORFGBG": "0;15"}, 1, "ansi"),
    ],
)
def test_a_theme_is_guessed_from_the_terminal(environ: dict[str, str], colours: int, name: str) -> None:
    assert choose(None, environ, colours=colours).name == name


def test_an_unknown_theme_is_refused_with_those_there_are() -> None:
    with pytest.raises(ThemeError, match="contrast"):
        choose("sepia", {}, colours=3)


def test_every_theme_has_every_role() -> None:
    assert len({frozenset(theme.roles) for theme in THEMES.values()}) == 1
