"""Article ids: stable, safe in URLs and file names, derived from where an article comes from."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_SAFE = re.compile(r"[\w.+-]{1,160}")
_UNSAFE_RUN = re.compile(r"[^a-z0-9]+")
_SLUG_LENGTH = 48


def digest(text: str, length: int = 8) -> str:
    """The first `length` hexadecimal digits of the SHA-256 of `text`."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def slug(text: str) -> str:
    """`text` in lower-case ASCII letters, digits and hyphens, at most 48 characters; it may be empty."""
    plain = unicodedata.normalize("NFKD", text[:400]).encode("ascii", "ignore").decode().lower()
    return _UNSAFE_RUN.sub("-", plain).strip("-")[:_SLUG_LENGTH].strip("-")


def id_from_key(key: str, label: str) -> str:
    """An id for what `key` (a path, a URL) identifies, made readable by `label`."""
    return "-".join(part for part in (slug(label), digest(key)) if part)


def id_from_given(given: str) -> str:
    """An id given by the input, as it stands where it is safe, else its slug and a digest."""
    if _SAFE.fullmatch(given) and given.strip("."):
        return given
    return id_from_key(given, given)
