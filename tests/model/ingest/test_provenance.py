from __future__ import annotations

from model.ingest import document_from_text
from model.records import Article
from tests.model.ingest.zoned import STORY

TITLE = "Port workers end strike after wage deal\n\n"


def evidence(article: Article) -> list[tuple[str, str | None, bool]]:
    return [(one.kind, one.value, one.used) for one in article.date_evidence if one.kind != "relative"]


def test_a_page_clock_is_no_date_of_publication() -> None:
    article = document_from_text("16 C\nRotterdam\nTuesday, May 7, 2024\n\n" + TITLE + STORY).article
    assert article.published is None
    assert evidence(article) == [("page_clock", "2024-05-07", False)]


def test_a_date_at_the_byline_is() -> None:
    article = document_from_text(
        TITLE + "By Jane Doe\nPublished May 6, 2024 | Updated May 7, 2024\n\n" + STORY
    ).article
    assert (article.published, article.author) == ("2024-05-06", "Jane Doe")
    assert evidence(article) == [("byline", "2024-05-06", True), ("updated", "2024-05-07", False)]


def test_a_later_change_alone_proves_nothing() -> None:
    assert document_from_text(TITLE + "Updated May 7, 2024\n\n" + STORY).article.published is None


def test_what_the_source_says_outweighs_the_address_and_both_count_if_they_agree() -> None:
    url = "https://example.org/2024/05/06/ports"
    agreed = document_from_text(STORY, published="2024-05-06T09:00:00Z", url=url).article
    assert agreed.published == "2024-05-06T09:00:00Z"
    assert evidence(agreed) == [("metadata", "2024-05-06T09:00:00Z", True), ("url", "2024-05-06", True)]
    disputed = document_from_text(STORY, published="2024-05-09", url=url).article
    assert evidence(disputed) == [("metadata", "2024-05-09", True), ("url", "2024-05-06", False)]
    assert document_from_text(STORY, published="some day", url=url).article.published == "2024-05-06"


def test_posts_pictures_and_ages_are_hints_only() -> None:
    number = (1_714_996_800_000 - 1_288_834_974_657) << 22
    text = STORY + (
        f"\nhttps://x.com/port/status/{number}\n\nA crane in the port, May 6, 2024. (AP Photo/Jane Doe)\n\n"
        "The last strike was settled nearly two years ago, the port authority said on Monday.\n"
    )
    article = document_from_text(text).article
    assert article.published is None
    assert [(one.kind, one.text, one.value) for one in article.date_evidence] == [
        ("embed_id", str(number), "2024-05-06"),
        ("caption", "May 6, 2024", "2024-05-06"),
        ("relative", "nearly two years ago", None),
    ]
    assert all(one.span and one.span.of(text) == one.text for one in article.date_evidence)


def test_the_outlet_is_named_only_where_the_page_proves_it() -> None:
    def outlet(line: str) -> str | None:
        return document_from_text(f"{STORY}\n{line}\n").article.outlet

    assert outlet("The Harbour Gazette Staff contributed to this report.") == "Harbour Gazette"
    assert outlet("Copyright © 2024 The Harbour Gazette, LLC. All rights reserved.") == "The Harbour Gazette"
    assert outlet("Comments\nThe commenter agrees to the privacy policy of Harbour News.") == "Harbour News"
    assert outlet("© 2024 The Associated Press. All rights reserved.") is None
    assert outlet("The union told the Harbour Gazette that it was over.") is None
    assert outlet("A crane in the harbour. (Jane Doe/Harbour Gazette)") is None
    assert document_from_text(STORY, outlet="Gazette").article.outlet == "Gazette"
