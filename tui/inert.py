"""Throwaway until tui.terminal.sanitise lands."""
import unicodedata
class _T(dict):
    def __missing__(self, c):
        ch = chr(c)
        cat = unicodedata.category(ch)
        r = ch
        if ch in "\n\t\r\u2028\u2029": r = " "
        elif cat in ("Cc", "Cf", "Cs") or 0xFE00 <= c <= 0xFE0F: r = "\ufffd"
        self[c] = r
        return r
_t = _T()
def inert(text: str) -> str:
    return text.translate(_t)
