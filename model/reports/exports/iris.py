"""Names of crossread's records that hold in any document of linked data: URNs, the same over re-indexing."""

from __future__ import annotations

from urllib.parse import quote


def urn(kind: str, identity: str) -> str:
    """The URN of a record, such as ``urn:crossread:article:…``; whatever an id holds, it is a valid IRI."""
    return f"urn:crossread:{kind}:{quote(identity, safe=':', errors='replace')}"


def web_address(url: str | None) -> str | None:
    """The address if it is one of the web: an article's word for it is not enough to make a link."""
    return url if url is not None and url.lower().startswith(("http://", "https://")) else None
