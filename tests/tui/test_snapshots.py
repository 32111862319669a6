"""Pictures of the screens at the three sizes. `pytest --snapshot-update` draws them afresh."""

from collections.abc import Callable

import pytest

from model.corpus import Corpus
from tui.app import CrossreadApp
from tui.themes import THEMES

SIZES = [(80, 24), (120, 40), (200, 50)]
Compare = Callable[..., bool]


def app_over(corpus: Corpus, theme: str = "dark") -> CrossreadApp:
    app = CrossreadApp(corpus, look=THEMES[theme])
    app.session.open_article(1)
    return app


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_reader(snap_compare: Compare, corpus: Corpus, size: tuple[int, int]) -> None:
    assert snap_compare(app_over(corpus), press=["}", "tab"], terminal_size=size)


@pytest.mark.parametrize("theme", sorted(THEMES.keys() - {"dark"}))
def test_themes(snap_compare: Compare, corpus: Corpus, theme: str) -> None:
    assert snap_compare(app_over(corpus, theme), press=["}"], terminal_size=(120, 40))


def test_no_colour(snap_compare: Compare, corpus: Corpus) -> None:
    app = CrossreadApp(corpus, look=THEMES["dark"].without_colour())
    assert snap_compare(app, press=["}"], terminal_size=(80, 24))


@pytest.mark.parametrize(
    ("view", "keys"),
    [
        ("actors", ["a"]),
        ("dossier", ["A"]),
        ("coverage", ["c"]),
        ("origins", ["o"]),
        ("timeline", ["t"]),
        ("compare", ["}", "D"]),
        ("help", ["?"]),
        ("palette", [":"]),
    ],
)
def test_views(snap_compare: Compare, corpus: Corpus, view: str, keys: list[str]) -> None:
    assert snap_compare(app_over(corpus), press=keys, terminal_size=(100, 30))
