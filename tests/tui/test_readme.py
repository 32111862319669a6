"""The README keeps its promises: keys, commands and pictures are real, and set-up is two lines."""

from __future__ import annotations

import re
from pathlib import Path

from tui.commands.arguments import COMMANDS
from tui.commands.keys import markdown
from tui.keymap import Keymap

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")


def test_the_key_table_is_made_from_the_operations() -> None:
    """Refresh it with `crossread keys --markdown`."""
    shown = re.search(r"<!-- keys: .*? -->\n(.*?)\n<!-- /keys -->", README, re.DOTALL)
    assert shown is not None
    assert shown.group(1).splitlines() == list(markdown(Keymap()))


def test_every_command_is_in_the_table() -> None:
    section = README.partition("## Command line")[2].partition("\n## ")[0]
    for command in COMMANDS.keys() - {"read"}:
        assert re.search(rf"[`\s]{command}\b", section), command


def test_two_lines_do_all_the_set_up() -> None:
    lines = [line for line in README.splitlines() if line.startswith("python3 -m venv ")]
    assert [line.rpartition("&& .venv/bin/")[2] for line in lines] == ["crossread seeds/", "python -m pytest"]


def test_pictures_are_there() -> None:
    for picture in re.findall(r"!\[[^]]*\]\(([^)]+)\)", README):
        assert (Path(__file__).parents[2] / picture).is_file(), picture
