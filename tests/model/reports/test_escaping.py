"""No word of an article is taken for markup, whatever it is and wherever it stands."""

from __future__ import annotations

import csv
import unicodedata
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from model.reports import html
from model.reports.brief import Brief
from model.reports.exports.iris import urn, web_address
from model.reports.exports.table import _cell
from model.reports.inert import inert
from model.reports.markdown import escape, lines

# Marks of markup and characters that hide or command, more often than they come by chance.
texts = st.text(
    st.characters(exclude_categories=()) | st.sampled_from("\\`*_[]()<>#+-.!|~&:/$@=1 \n\u202e\x1b")
)
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def shown(tokens: list[Token]) -> str:
    """What a reader sees of inline tokens, all of which must be text."""
    for token in tokens:
        assert token.type in ("text", "text_special"), token
    return "".join(token.content for token in tokens)


@given(texts)
def test_markdown_shows_just_the_text(text: str) -> None:
    tokens = MARKDOWN.parse(escape(text))
    if not inert(text):
        assert tokens == []
        return
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert shown(tokens[1].children or []) == inert(text)


@pytest.mark.parametrize(
    "text",
    [
        "# x",
        "- x",
        "+ x",
        "12. x",
        "1) x",
        "---",
        "===",
        "> x",
        "    x",
        "`x`",
        "![x](y)",
        "<b>",
        "&lt;",
        "| a |",
        "~~x~~",
    ],
)
def test_markdown_in_an_item_of_a_list(text: str) -> None:
    tokens = MARKDOWN.parse(f"- {escape(text)}\n- next")
    assert [token.type for token in tokens].count("list_item_open") == 2
    assert shown(tokens[3].children or []) == inert(text)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def brief_of(title: str) -> Brief:
    return Brief("c", None, title, (), (), (), (), ())


@given(texts)
def test_html_shows_just_the_text(text: str) -> None:
    page = _Page()
    page.feed("\n".join(html.lines([brief_of(f"x{text}")])))
    assert inert(f"x{text}") in page.words
    assert page.tags <= {"html", "head", "meta", "title", "style", "body", "article", "h1", "h2", "p", "ul"}


@given(texts)
def test_nothing_hides_or_commands(text: str) -> None:
    line = inert(text)
    assert inert(line) == line
    assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") for c in line)
    for document in (lines([brief_of(text)]), html.lines([brief_of(text)])):
        assert all(line.isprintable() for line in document)


@given(texts)
def test_a_cell_is_no_formula(text: str) -> None:
    cell = str(_cell(text))
    assert cell[:1] not in tuple("=+-@")
    assert next(csv.reader([f'"{cell.replace(chr(34), chr(34) * 2)}"'])) == [cell]


@given(texts)
def test_any_id_makes_an_iri(text: str) -> None:
    name = urn("article", text)
    assert name.isascii()
    assert not set(name) & set(' "<>\\^`{|}')


def test_only_addresses_of_the_web_become_links() -> None:
    assert web_address("https://example.org/a") == "https://example.org/a"
    assert web_address("javascript:alert(1)") is None
    assert web_address(None) is None
