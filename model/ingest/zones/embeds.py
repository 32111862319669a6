"""Posts and players of other sites that were embedded in the page."""

from __future__ import annotations

import re

from model.ingest.zones.lines import Line
from model.ingest.zones.verdicts import CERTAIN, Verdict

_URL = r"(?:https?://|www\.)\S+"
_ONLY_URLS = re.compile(rf"[<(\[]?{_URL}(?:\s+{_URL})*[>)\]]?")
_POST = re.compile(
    r"(?:twitter|x|facebook|instagram|tiktok|threads|bsky|truthsocial)\.\w+/|youtu\.?be|t\.me/|vimeo\.com|soundcloud\.com"
)
#: Most code points that a post on X (Twitter) had while they were embedded everywhere.
LONGEST_POST = 300
#: `— Name (@handle) April 7, 2025`: how an embedded post of X (Twitter) is signed.
_SIGNED_POST = re.compile(r"[—–-]{1,2}\s?[^()\n]{1,60}\(@\w{1,20}\)\s?\w{3,9}\.? \d{1,2}, \d{4}$")
_PICTURE_LINK = re.compile(r"(?:pic\.twitter\.com|pic\.x\.com)/\w+")
_MARKDOWN_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]{1,500}\)")


def signature_only(line: Line) -> bool:
    """Whether the line is the signature of an embedded post and nothing else."""
    return line.short and _SIGNED_POST.fullmatch(line.head) is not None


def weigh_embed(line: Line, verdict: Verdict) -> None:
    """Add what speaks for an embedded post, player or link in the line itself."""
    if line.short and _ONLY_URLS.fullmatch(line.head):
        verdict.add("embed", CERTAIN, "embedded post" if _POST.search(line.head) else "link")
    elif _SIGNED_POST.search(line.tail):
        verdict.add("embed", CERTAIN if line.length <= 90 else 3.0, "embedded post")
    elif _PICTURE_LINK.search(line.tail) and line.length <= 80:
        verdict.add("embed", 5.5, "embedded post")
    elif line.short and _MARKDOWN_IMAGE.fullmatch(line.head):
        verdict.add("caption", CERTAIN, "picture")
