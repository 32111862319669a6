"""The paragraphs of a web page's article, in reading order, with its headings and captions."""

from __future__ import annotations

import copy
import logging
import re
from dataclasses import dataclass
from typing import Literal

from lxml import etree
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.utils import load_html

from model.ingest.decoding import NotTextError

_BLOCKS = frozenset(
    ("p", "head", "item", "quote", "row", "div", "list", "table", "ab", "fw", "lb", "code", "body")
)
_PARAGRAPHS = ("p", "h1", "h2", "h3", "h4", "li", "blockquote", "pre")
#: Parts of a page that are not its article; a caption has its own way into the text.
_APART = frozenset(
    ("nav", "footer", "aside", "form", "button", "menu", "noscript", "template", "figure", "figcaption")
)
_LONGEST_CAPTION = 1200
_LONGEST_OVERLAY = 600
_CONCEALED = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_OVERLAY = re.compile(
    r"(?:^|[\s_-])(?:rollover|popover|hover-?card|tooltip|read-?more|sr-only|visually-?hidden|screen-?reader)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SUMMARY = re.compile(
    r"(?:^|[\s_-])(?:standfirst|summary|sub-?title|sub-?head(?:line)?|dek|deck|lede|strapline|tagline)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W_]+")

# Pages are other people's: what their markup does wrong is no news to the user of this program.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as one line of text; `kind` is what the markup proves about it, `text` if nothing."""

    text: str
    kind: Literal["text", "title", "standfirst", "caption"]


def parse(data: bytes) -> HtmlElement:
    """The element tree of a page, whatever its encoding. Raises NotTextError for what is no web page."""
    if b"\x00" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise NotTextError("not text")
    try:
        tree = load_html(data) if data.strip() else None
        if tree is None and data.strip():
            tree = load_html(b"<html><body>" + data + b"</body></html>")
    except (ValueError, etree.LxmlError, RecursionError) as error:
        raise NotTextError("not a web page") from error
    if tree is None:
        raise NotTextError("not a web page" if data.strip() else "empty")
    return tree


def page_paragraphs(tree: HtmlElement) -> list[Paragraph]:
    """The article's paragraphs; none if the page holds no article. Raises NotTextError if it defies reading.

    The tree is left as it was but for small parts that only show when pointed at.
    """
    _drop_hidden(tree)
    try:
        found = bare_extraction(copy.deepcopy(tree), include_comments=False, with_metadata=False)
    except Exception as error:
        # Whatever a hostile page breaks in the extractor costs that page alone.
        raise NotTextError("a web page that cannot be read") from error
    body = getattr(found, "body", None)
    texts = _lines(body) if body is not None else []
    if len(texts) <= 1:
        # On short pages extraction gives up on paragraphs and runs everything together.
        texts = _own_paragraphs(tree) or texts
    if not texts:
        return []
    return _with_standfirst(_with_captions(texts, tree), _standfirst(tree, texts))


def _lines(body: etree._Element) -> list[str]:
    """The texts of the block elements of an extracted body, each on one line."""
    lines: list[list[str]] = [[]]
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag in _BLOCKS:
            lines.append([])
        elif element.tag == "cell":
            lines[-1].append(" ")
        lines[-1].append((element.text if event == "start" else element.tail) or "")
    joined = (" ".join("".join(parts).split()) for parts in lines)
    return [line for line in joined if line]


def _drop_hidden(tree: HtmlElement) -> None:
    """Take out cards that open over a word and texts for screen readers: they tear sentences apart.

    Large parts stay whatever they are called (some pages hide the whole article until a script runs), and so
    do links, which are the words that a card opens over.
    """
    for element in reversed(list(tree.iter())):
        if not isinstance(element.tag, str) or element.tag == "a" or element.getparent() is None:
            continue
        named = f"{element.get('class', '')} {element.get('id', '')}"
        concealed = element.get("hidden") is not None or _CONCEALED.search(element.get("style", ""))
        if (concealed or _OVERLAY.search(named)) and len(element.text_content()) < _LONGEST_OVERLAY:
            link = next(element.iterchildren("a"), None)
            if concealed or link is None or link.getprevious() is not None:
                element.drop_tree()


def _own_paragraphs(tree: HtmlElement) -> list[str]:
    """The innermost paragraphs and headings of a page, without its navigation."""
    texts: list[str] = []
    for element in tree.iter(*_PARAGRAPHS):
        inner = next(element.iterdescendants(*_PARAGRAPHS), None)
        if inner is None and not any(parent.tag in _APART for parent in element.iterancestors()):
            texts.append(" ".join(element.text_content().split()))
    return [text for text in texts if text]


def _standfirst(tree: HtmlElement, texts: list[str]) -> str | None:
    """The summary that stands between the headline and the first paragraph."""
    known = {_fingerprint(text) for text in texts}
    below = False
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag == "h1":
            below = True
        elif below and len(element) < 12 and (text := " ".join(element.text_content().split())):
            named = f"{element.get('class', '')} {element.get('itemprop', '')}"
            whole = 40 <= len(text) <= 700 and not text.endswith(("...", "…", ")"))
            if whole and _SUMMARY.search(named):
                return text
            if _fingerprint(text) in known:
                return None
    return None


def _with_standfirst(paragraphs: list[Paragraph], standfirst: str | None) -> list[Paragraph]:
    """Mark the standfirst among the first paragraphs, or put it before them if it is not there."""
    if standfirst is None:
        return paragraphs
    mark = _fingerprint(standfirst)
    for index, one in enumerate(paragraphs[:4]):
        if _fingerprint(one.text) == mark:
            return [*paragraphs[:index], Paragraph(one.text, "standfirst"), *paragraphs[index + 1 :]]
    return [Paragraph(standfirst, "standfirst"), *paragraphs]


def _with_captions(texts: list[str], tree: HtmlElement) -> list[Paragraph]:
    """Set the captions of the article's pictures where they stand on the page.

    A caption belongs to the article if it stands after its first paragraph and before its last, or right over
    its first inside the same article element; those of other stories' pictures stand elsewhere.
    """
    places = {_fingerprint(text): index for index, text in reversed(list(enumerate(texts)))}
    captions: dict[int, list[str]] = {}
    pending: list[str] = []
    known, reached = set(places), -1
    for element in tree.iter("p", "figcaption", "h1", "h2", "h3", "li", "blockquote"):
        text = " ".join(element.text_content()[:_LONGEST_CAPTION].split())
        mark = _fingerprint(text)
        if element.tag != "figcaption":
            if mark in places:
                captions.setdefault(places[mark], []).extend(pending)
                pending, reached = [], places[mark]
            elif element.tag == "h1":
                pending = []
        elif text and mark not in known and (reached >= 0 or _inside_article(element)):
            known.add(mark)
            pending.append(text)
    out: list[Paragraph] = []
    for index, text in enumerate(texts):
        out += [Paragraph(caption, "caption") for caption in captions.get(index, [])]
        out.append(Paragraph(text, "text"))
    return out


def _inside_article(element: HtmlElement) -> bool:
    return any(parent.tag in ("article", "main") for parent in element.iterancestors())


def _fingerprint(text: str) -> str:
    """The letters and digits at the head of a text: what survives extraction unchanged."""
    return "".join(_LETTERS.findall(text[:400])).lower()[:80]
