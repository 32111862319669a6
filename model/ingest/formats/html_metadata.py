"""What a web page says about itself: headline, outlet, author, date, address, language.

Only statements of the page count: `meta` elements, JSON-LD and the root's `lang`; nothing is guessed from
the text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

_ARTICLE_TYPES = ("Article", "Posting", "Report", "Review")
_LONGEST = 400
_BY = re.compile(r"^by:?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What the page says, None where it says nothing. `published` is the date as worded."""

    title: str | None
    outlet: str | None
    author: str | None
    published: str | None
    url: str | None
    language: str | None


def read_metadata(tree: HtmlElement) -> PageMetadata:
    """The metadata of a parsed page."""
    meta = _meta(tree)
    about = next(_articles(tree), {})
    headings = [" ".join(heading.text_content().split()) for heading in tree.iter("h1")]
    titles = [_words(about.get("headline")), meta.get("og:title"), meta.get("twitter:title")]
    outlet = _name(about.get("publisher")) or meta.get("og:site_name") or meta.get("application-name")
    author = _name(about.get("author")) or _person(meta.get("author") or meta.get("article:author"))
    canonical = next(iter(tree.xpath("//link[@rel='canonical']/@href")), None)
    return PageMetadata(
        title=_best_title(titles, headings),
        outlet=outlet,
        author=author if author != outlet else None,
        published=_words(about.get("datePublished"))
        or next((meta[name] for name in _DATE_NAMES if name in meta), None)
        or next(
            (str(value) for value in tree.xpath("//time[@pubdate or @itemprop='datePublished']/@datetime")),
            None,
        ),
        url=_address(meta.get("og:url")) or _address(canonical),
        language=_words(tree.get("lang")) or _words(tree.get("{http://www.w3.org/XML/1998/namespace}lang")),
    )


_DATE_NAMES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "sailthru.date",
    "date",
)


def _meta(tree: HtmlElement) -> dict[str, str]:
    """Contents of `meta` elements by their lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = _words(element.get("content"))
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """JSON-LD objects that describe an article."""
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(data):
            kinds = item.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(name, str) and name.endswith(_ARTICLE_TYPES) for name in names):
                yield item


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD document: one, a list of them, or those of its graph."""
    items = data if isinstance(data, list) else [data]
    for item in items:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            if isinstance(graph, list):
                yield from (part for part in graph if isinstance(part, dict))


def _best_title(titles: list[str | None], headings: list[str]) -> str | None:
    """The page's headline: a heading that some metadata repeats, else the metadata, else the only heading."""
    stated = [title for title in titles if title]
    for heading in headings:
        if heading and any(heading in title or title in heading for title in stated):
            return heading[:_LONGEST]
    if stated:
        return stated[0][:_LONGEST]
    filled = [heading for heading in headings if heading]
    return filled[0][:_LONGEST] if len(filled) == 1 else None


def _name(value: Any) -> str | None:
    """Names in a JSON-LD value: a string, an object with a name, or a list of either."""
    if isinstance(value, list):
        names = [name for item in value if (name := _name(item))]
        return ", ".join(names)[:_LONGEST] or None
    if isinstance(value, dict):
        return _words(value.get("name"))
    return _person(_words(value))


def _person(value: str | None) -> str | None:
    """A name as it stands; addresses of profiles are no names."""
    return None if value is None or "://" in value else _BY.sub("", value) or None


def _address(value: object) -> str | None:
    words = _words(value)
    return words if words and words.startswith(("http://", "https://")) else None


def _words(value: object) -> str | None:
    """A string with blanks made single, None for anything else or nothing."""
    if not isinstance(value, str):
        return None
    return " ".join(value.split())[:2000] or None
