from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from model.analysis import Document, Skipped
from model.ingest import Source, read
from model.ingest.decoding import NotTextError
from model.ingest.formats.html_text import page_paragraphs, parse

PAGE = """\
<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Port strike ends | The Harbour Gazette</title>
<meta property="og:title" content="Port strike ends after deal">
<link rel="canonical" href="https://example.org/ports/strike">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle",
 "headline": "Port strike ends after deal", "datePublished": "2024-05-06T07:08:09Z",
 "author": [{"name": "Jane Doe"}, {"name": "John Roe"}],
 "publisher": {"name": "The Harbour Gazette"}}]}</script></head><body>
<nav><ul><li>Home</li><li>World</li></ul></nav>
<article><h1>Port strike ends after deal</h1>
<div class="article-standfirst">Dock workers in three harbours accept four percent, though some call it
too little.</div>
<p>Dock workers in three harbours ended their strike on Monday after they had accepted an offer of the
employers, the union's leader <a href="/a">Ada Bo</a><span class="popover-card">Ada Bo Union leader since 1999
MORE</span> said.</p>
<figure><img src="a.jpg"><figcaption>Cranes stand idle in the harbour of Rotterdam. Jane Doe/Reuters
</figcaption></figure>
<p>"It was not easy," she told reporters. "But we have won what we needed to win for all our members."</p>
<h2>What comes next</h2>
<p>The strike had cost the port about 30 million euros a day, according to the port authority, which runs
it.</p>
</article>
<aside><figure><figcaption>Another story's picture</figcaption></figure><p>Ten recipes</p></aside>
<footer><p>Privacy policy</p></footer></body></html>
"""


def read_page(tmp_path: Path, data: str | bytes) -> Document | Skipped:
    path = tmp_path / "page.html"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    [item] = read(Source(path, path.name, "corpus/page.html"))
    return item


def test_a_page_says_what_it_is(tmp_path: Path) -> None:
    document = read_page(tmp_path, PAGE)
    assert isinstance(document, Document)
    article = document.article
    assert (article.title, article.outlet) == ("Port strike ends after deal", "The Harbour Gazette")
    assert (article.author, article.published) == ("Jane Doe, John Roe", "2024-05-06T07:08:09Z")
    assert (article.url, article.language) == ("https://example.org/ports/strike", "en-GB")


def test_the_text_keeps_headings_and_captions_in_their_places(tmp_path: Path) -> None:
    document = read_page(tmp_path, PAGE)
    assert isinstance(document, Document)
    found = [(block.kind, document.text[block.start : block.end][:20]) for block in document.blocks]
    assert found == [
        ("title", "Port strike ends aft"),
        ("standfirst", "Dock workers in thre"),
        ("body", "Dock workers in thre"),
        ("caption", "Cranes stand idle in"),
        ("body", '"It was not easy," s'),
        ("body", "What comes next"),
        ("body", "The strike had cost "),
    ]
    assert "Ada Bo said." in document.text


def test_short_pages_keep_their_paragraphs(tmp_path: Path) -> None:
    document = read_page(
        tmp_path, "<h1>Port strike ends</h1><p>It ended on Monday.</p><p>Nobody <b>was</b> hurt.</p>"
    )
    assert isinstance(document, Document)
    assert document.text == "Port strike ends\n\nIt ended on Monday.\n\nNobody was hurt.\n"


def test_declared_encodings_are_obeyed(tmp_path: Path) -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>'
    page += "<p>Забастовка закончилась в порту.</p><p>Да.</p></body></html>"
    document = read_page(tmp_path, page.encode("cp1251"))
    assert isinstance(document, Document)
    assert document.text.startswith("Забастовка закончилась в порту.")


def test_a_placeholder_is_no_date_and_an_outlet_no_author(tmp_path: Path) -> None:
    page = PAGE.replace("2024-05-06T07:08:09Z", "0001-01-01T00:00:00Z")
    page = page.replace('[{"name": "Jane Doe"}, {"name": "John Roe"}]', '"The Harbour Gazette"')
    document = read_page(tmp_path, page)
    assert isinstance(document, Document)
    assert (document.article.published, document.article.author) == (None, None)


def test_hostile_pages_end_in_text_or_a_reason(tmp_path: Path) -> None:
    deep = "<html><body>" + "<div>" * 50_000 + "text" + "</div>" * 50_000
    broken_data = PAGE.replace('{"@graph"', '{"@graph" ' + "[" * 20_000)
    assert isinstance(read_page(tmp_path, deep), Document | Skipped)
    assert isinstance(read_page(tmp_path, broken_data), Document)


_MARKUP = st.sampled_from(
    ["<p>", "</p>", "<h1>", "<div class='summary'>", "<figure>", "<figcaption>", "<br>", "<!--", "&nbsp;"]
)


@settings(deadline=None)
@given(st.lists(_MARKUP | st.text(max_size=30), max_size=20))
def test_any_markup_gives_single_lines(parts: list[str]) -> None:
    try:
        paragraphs = page_paragraphs(parse("".join(parts).encode("utf-8", "replace")))
    except NotTextError:
        return
    assert all(one.text.strip() and "\n" not in one.text for one in paragraphs)
