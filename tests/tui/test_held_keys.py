"""A held key: what has not been shown yet is not shown late, and what is shown belongs together."""

from __future__ import annotations

from typing import Any

import pytest
from textual import events
from textual.screen import Screen

from tui.app import CrossreadApp
from tui.screens.reader import ReaderScreen

HELD = 24


async def test_keys_that_wait_are_painted_together_and_never_with_stale_matches(
    app: CrossreadApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[tuple[str, str]] = []
    send = ReaderScreen._send

    def send_and_note(screen: ReaderScreen) -> None:
        send(screen)
        sentence = app.session.selected
        assert sentence is not None
        matches = app.reader.matches_pane._last[0][1]  # type: ignore[index]
        painted.append((sentence.id, matches))

    monkeypatch.setattr(ReaderScreen, "_send", send_and_note)
    app.session.open_article(1)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        first, painted[:] = app.session.position[0], []
        for _ in range(HELD):
            app.post_message(events.Key("j", "j"))
        await pilot.pause()
        assert app.session.position[0] == first + HELD
        assert 0 < len(painted) <= HELD / 4
        assert painted[-1][0] == app.session.selected.id  # type: ignore[union-attr]
        assert all(selected == shown for selected, shown in painted)


async def test_what_a_key_changed_is_shown_though_a_layout_is_due_that_moves_nothing(
    app: CrossreadApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []
    display = CrossreadApp._display

    def display_and_note(app: CrossreadApp, screen: Screen[object], update: Any) -> None:
        if update is not None:
            sent.append(update.render_segments(app.console))
        display(app, screen, update)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        monkeypatch.setattr(CrossreadApp, "_display", display_and_note)
        app.screen._layout_required = True
        app.post_message(events.Key("slash", "/"))
        await pilot.pause(0.1)
    assert "esc" in "".join(sent)
