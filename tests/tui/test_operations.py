"""The table of operations: everything is reachable, documented, implemented, and clashes with nothing."""

import re

import pytest

from tui.keymap import PRESETS, SWALLOWED, Keymap, KeymapError
from tui.operations import BY_ID, OPERATIONS, TYPING, Context, valid_in
from tui.screens.actors import ActorsScreen
from tui.screens.base import KeyScreen
from tui.screens.compare import CompareScreen
from tui.screens.contradiction import ContradictionScreen
from tui.screens.copies import CopiesScreen
from tui.screens.coverage import CoverageScreen
from tui.screens.dossier import DossierScreen
from tui.screens.doubts import DoubtsScreen
from tui.screens.evidence import EvidenceScreen
from tui.screens.help import HelpScreen
from tui.screens.judgements import JudgementsScreen
from tui.screens.messages import MessagesScreen
from tui.screens.origins import OriginsScreen
from tui.screens.palette import PaletteScreen
from tui.screens.reader import ReaderScreen
from tui.screens.search import SearchScreen
from tui.screens.timeline import TimelineScreen

SCREENS: tuple[type[KeyScreen], ...] = (
    ReaderScreen,
    CompareScreen,
    ActorsScreen,
    DossierScreen,
    CoverageScreen,
    OriginsScreen,
    EvidenceScreen,
    TimelineScreen,
    SearchScreen,
    JudgementsScreen,
    DoubtsScreen,
    ContradictionScreen,
    HelpScreen,
    CopiesScreen,
    MessagesScreen,
    PaletteScreen,
)
NAMED_KEYS = re.compile(
    r"space|enter|escape|tab|backspace|up|down|left|right|home|end|pageup|pagedown|ctrl\+[uwdnp]|shift\+(up|down)"
)


def test_every_context_has_its_screen() -> None:
    assert {screen.context for screen in SCREENS} == set(Context) - {Context.PROMPT}


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.context)
def test_every_operation_of_a_context_is_carried_out_by_its_screen(screen: type[KeyScreen]) -> None:
    missing = [
        operation.id
        for operation in valid_in(screen.context)
        if not callable(getattr(screen, f"do_{operation.id.replace('-', '_')}", None))
    ]
    assert missing == []


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.context)
def test_every_handler_of_a_screen_is_in_the_table(screen: type[KeyScreen]) -> None:
    handlers = {name[3:].replace("_", "-") for name in dir(screen) if name.startswith("do_")}
    assert handlers <= BY_ID.keys()


def test_ids_are_unique_and_every_operation_is_documented() -> None:
    assert len(BY_ID) == len(OPERATIONS)
    assert all(len(operation.help) > 5 and operation.where for operation in OPERATIONS)


@pytest.mark.parametrize("preset", PRESETS)
def test_every_operation_is_reached_in_every_context_it_is_valid_in(preset: str) -> None:
    keymap = Keymap(preset=preset)
    unreachable = [
        (operation.id, context)
        for operation in OPERATIONS
        for context in operation.where
        if not any(keymap.lookup(context, key) is operation for key in keymap.keys(operation.id))
    ]
    assert unreachable == []


@pytest.mark.parametrize("preset", PRESETS)
def test_no_key_is_one_that_terminals_or_multiplexers_keep(preset: str) -> None:
    keymap = Keymap(preset=preset)
    keys = {key for operation in OPERATIONS for key in keymap.keys(operation.id)}
    assert keys.isdisjoint(SWALLOWED)
    assert [key for key in keys if len(key) > 1 and not NAMED_KEYS.fullmatch(key)] == []


def test_in_typing_contexts_a_character_types_itself() -> None:
    keymap = Keymap()
    typed = [chr(code) for code in range(0x20, 0x7F)] + ["space", "é"]
    assert all(keymap.lookup(context, key) is None for context in TYPING for key in typed)


def test_a_chosen_key_takes_it_from_the_default() -> None:
    keymap = Keymap({"search": ["f"], "find": ["s", "/"]})
    assert keymap.lookup(Context.READER, "f") is BY_ID["search"]
    assert keymap.lookup(Context.READER, "s") is BY_ID["find"]
    assert not keymap.is_default("search")


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"fly": ["f"]}, "fly"),
        ({"find": ["ctrl+b"]}, "ctrl+b"),
        ({"find": ["f"], "search": ["f"]}, "already means"),
    ],
)
def test_a_keymap_that_cannot_be_is_refused_with_its_reason(keys: dict[str, list[str]], said: str) -> None:
    with pytest.raises(KeymapError, match=re.escape(said)):
        Keymap(keys)


def test_an_unbound_operation_leaves_its_key_free() -> None:
    keymap = Keymap({"timeline": []})
    assert keymap.lookup(Context.READER, "t") is None
    assert keymap.keys("timeline") == ()


def test_the_footer_joins_neighbours_with_one_word() -> None:
    hints = {word: keys for keys, word in Keymap().hints(Context.READER)}
    assert hints["move"] == "j k"
    assert hints["help"] == "?"
