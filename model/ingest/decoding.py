"""From bytes to text: which encoding, and whether the bytes are text at all."""

from __future__ import annotations

import codecs
import re

#: Nothing a person reads in one sitting is larger; the limit bounds what a compressed file can unfold to.
MAX_BYTES = 64 * 2**20

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LETTERS = re.compile(r"[^\W\d_]")
_SAMPLE = 65536


class NotTextError(ValueError):
    """The bytes are no text; the message says why in a few words."""


def decode(data: bytes) -> str:
    """The text of `data` without its byte order mark, with `\\n` for every line end.

    UTF-8 unless a byte order mark says otherwise; bytes that are not valid UTF-8 are read as Windows-1252 if
    that gives text. Raises NotTextError for anything else.
    """
    return unify_line_ends(_decode(data))


def unify_line_ends(text: str) -> str:
    """`text` with `\\n` for `\\r\\n` and for a lone `\\r`."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _decode(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return _textual(data[len(mark) :].decode(encoding))
            except UnicodeDecodeError as error:
                raise NotTextError(f"not valid {encoding.upper()}") from error
    try:
        return _textual(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    try:
        return _textual(data.decode("cp1252"))
    except UnicodeDecodeError as error:
        raise NotTextError("not text") from error


def _textual(text: str) -> str:
    """`text` itself, unless it is the rubbish that comes of reading a binary file as text."""
    sample = text[:_SAMPLE]
    controls = len(_CONTROLS.findall(sample))
    # A stray control character or an escape sequence is still text; a file full of them is not.
    if controls * 50 > len(sample) or (controls > 3 and controls * 4 > len(_LETTERS.findall(sample))):
        raise NotTextError("not text")
    return text
