"""The brief of the story that is being read, written to a file from the reader."""

from pathlib import Path

import pytest

from tests.tui import painted
from tui.app import CrossreadApp


@pytest.mark.parametrize("keys", ["E", "cE"])
async def test_the_brief_is_written_where_the_status_line_says(
    app: CrossreadApp, keys: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "b"
    folder.mkdir()
    monkeypatch.chdir(folder)
    async with app.run_test(size=(200, 30)) as pilot:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        (written,) = folder.iterdir()
        assert written.name in painted.lines(app)[-2]
        assert app.session.reading is not None
        assert app.session.reading.row.label in written.read_text()
