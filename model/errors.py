"""The error a user may see: one line that names the thing and the reason."""

from __future__ import annotations


class CrossreadError(Exception):
    """Something that the user can understand and act on; its message is one line."""
