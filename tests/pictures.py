"""The pictures of the README: `python -m tests.pictures` reads the seeds and exports screens to .github/."""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from model.corpus import Corpus
from model.indexing import index
from tui.app import CrossreadApp
from tui.themes import THEMES

ROOT = Path(__file__).parent.parent
SIZE = (132, 38)
#: Name of the picture → keys that lead there from the start.
SCREENS = {
    "reader": [*"jjjjjjj"],
    "coverage": ["c"],
    "origins": ["o", "j", "j", "j"],
    "dossier": ["a", *"shab", "enter"],
}


async def export(directory: Path) -> None:
    """Export every screen of a corpus."""
    for name, keys in SCREENS.items():
        corpus = Corpus.open(directory)
        app = CrossreadApp(corpus, look=THEMES["dark"])
        async with app.run_test(size=SIZE) as pilot:
            for key in keys:
                await pilot.press(key)
            await pilot.pause()
            picture = self_contained(app.export_screenshot(title="crossread seeds/"))
            (ROOT / ".github" / f"{name}.svg").write_text(picture, "utf-8")
        corpus.close()


def self_contained(svg: str) -> str:
    """The picture without the web fonts it would fetch: any monospaced font will do."""
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL).replace("Fira Code", "DejaVu Sans Mono")


def main() -> None:
    """Index the seeds and export."""
    with tempfile.TemporaryDirectory() as scratch:
        directory = Path(scratch) / "seeds"
        index(directory, [ROOT / "seeds"])
        asyncio.run(export(directory))


if __name__ == "__main__":
    main()
