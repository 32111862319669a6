"""Cells of the screen: one cluster of characters and its style each, and how text falls into them.

Widths are rich's, because Textual lays out by them. Where terminals are known to differ from it or from each
other (emoji, joined and selected variants, rare scripts), a cell is called unsettled: the painter trusts no
cursor position behind it.
"""

from __future__ import annotations

import re
from operator import itemgetter
from typing import NamedTuple

from rich.cells import split_graphemes

from .sgr import DEFAULT, Style, on_blank

_LETTERS = (
    "\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038e-\u03a1\u03a3-\u0482"
    "\u048a-\u052f\u0531-\u0556\u0561-\u0587"
    "\u05be\u05d0-\u05ea\u060b-\u060f\u061f-\u064a\u0660-\u066f\u0671-\u06d5\u1e00-\u1eff"
)
_SIGNS = "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u2138\u2190-\u2319\u2500-\u25fc\u2800-\u28ff"
_WIDE = (
    "\u2e80-\u2e99\u2f00-\u2fd5\u3000-\u3029\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
    "\uf900-\ufa6d\uff01-\uff60"
)
_ONE_CELL_EACH = re.compile(f"[{_LETTERS}{_SIGNS}]*")
_UNSETTLED = re.compile(f"[^{_LETTERS}{_SIGNS}{_WIDE}]")


class Cell(NamedTuple):
    """One cell. `text` is empty in the right half of a wide glyph."""

    text: str
    style: Style


Row = list[Cell]

_TEXT = itemgetter(0)

BLANK = Cell(" ", DEFAULT)

_MAX_GLYPHS = 8192


class _Glyphs(dict[str, Cell]):
    """The cells of one style by their text: equal cells are one object, so rows compare by pointers."""

    def __init__(self, style: Style) -> None:
        super().__init__({" ": Cell(" ", on_blank(style))})
        self.style = style

    def __missing__(self, text: str) -> Cell:
        if len(self) > _MAX_GLYPHS:
            self.clear()
        style = on_blank(self.style) if text == " " else self.style
        cell = self[text] = Cell(text, style)
        return cell


class CellFactory:
    """Makes rows of cells from text, sharing equal cells."""

    def __init__(self) -> None:
        self._styles: dict[Style, _Glyphs] = {}

    def cells(self, text: str, style: Style) -> Row:
        """The cells of `text`, which holds no controls; zero-width characters join the cell before them.

        Zero-width characters with nothing before them are dropped: they have no cell to be in.
        """
        glyphs = self._styles.get(style)
        if glyphs is None:
            if len(self._styles) > _MAX_GLYPHS:
                self._styles.clear()
            glyphs = self._styles[style] = _Glyphs(style)
        if _ONE_CELL_EACH.fullmatch(text):
            return list(map(glyphs.__getitem__, text))
        row: Row = []
        for start, end, width in split_graphemes(text)[0]:
            if width:
                row.append(glyphs[text[start:end]])
                row.extend([glyphs[""]] * (width - 1))
        return row


def is_unsettled(text: str) -> bool:
    """Whether terminals may disagree on the width of anything in `text`."""
    return not text.isascii() and _UNSETTLED.search(text) is not None


def text_of(row: Row) -> str:
    """The characters of a row; shorter or longer than the row where it holds wide glyphs or clusters."""
    return "".join(map(_TEXT, row))
