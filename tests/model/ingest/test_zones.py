from __future__ import annotations

import pytest

from tests.model.ingest.zoned import STORY, kinds, zones

BODY = ["body", "body", "body"]


def test_a_bare_story_is_body_throughout() -> None:
    assert kinds(STORY) == BODY


def test_the_head_of_a_page() -> None:
    text = (
        "WORLD\n\n14 C\nRotterdam\nTuesday, May 7, 2024\n\nPort workers end strike after wage deal\n\n"
        "Dockers in three harbours accept four percent, though some say that it is too little\n\n"
        "By Jane Doe\n\n" + STORY
    )
    assert zones(text)[:7] == [
        ("boilerplate", "WORLD"),
        ("boilerplate", "14 C"),
        ("boilerplate", "Rotterdam"),
        ("boilerplate", "Tuesday, May 7, 2024"),
        ("title", "Port workers end strike "),
        ("standfirst", "Dockers in three harbour"),
        ("boilerplate", "By Jane Doe"),
    ]


def test_a_known_title_is_found_and_no_other_line_taken_for_it() -> None:
    assert kinds("Port strike ends\n" + STORY, title="Port Strike Ends") == ["title", *BODY]
    assert "title" not in kinds("A harbour quiet after two weeks\n\n" + STORY, title="Port strike ends")


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "- Advertisement -",
        "ADVERTISEMENT ADVERTISEMENT",
        "Story continues below",
        "3 View gallery",
        "Slideshow (12 Images)",
        "Share This Story Tweet Share Pin Email",
        "1,204Followers",
        "Sign up for our daily newsletter",
        "Subscribe now",
        "Related Articles",
        "READ MORE: The ten busiest harbours",
        "Listen to this article",
        "Leave a reply",
        "Please enter your name here",
        "Copyright © 2024 The Harbour Gazette. All rights reserved.",
        "* * *",
        "8 min read",
        "Updated at 3:04 p.m. ET",
        "Correction: An earlier version of this article misstated the number of harbours.",
        "Jane Doe and the Associated Press contributed to this report.",
        "(Reporting by Jane Doe; Editing by John Roe)",
        "We use cookies on these pages. By signing up you accept our privacy policy and terms of use.",
    ],
)
def test_furniture_in_the_middle_of_a_story(line: str) -> None:
    text = STORY.replace("\n\n", f"\n\n{line}\n\n", 1)
    assert kinds(text) == ["body", "boilerplate", "body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "“We are ready.”",
        "What comes next",
        "Well, yeah.",
        "• Rotterdam: 7,801 workers",
        "He asked readers to subscribe to the paper, and said that its newsletter was free for a month.",
        "The photo was taken by a harbour pilot, police said. (AP)",
        "The company's advertisement in the paper said that it was hiring, and many workers answered it.",
        "The museum showed a picture of the queen (left) and her sister, which visitors had not seen before.",
        "The poll was conducted by Reuters/Ipsos.",
        "It was 16 C.",
        "Officials contributed to this report that went to parliament, but the minister did not read it.",
        "He then added: “I will not…",
    ],
)
def test_text_that_resembles_furniture_stays_body(line: str) -> None:
    text = STORY.replace("\n\n", f"\n\n{line}\n\n", 1)
    assert kinds(text) == ["body", "body", "body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "A crane in the harbour of Rotterdam, May 6, 2024. (AP Photo/Jane Doe)",
        "A crane stands idle in the harbour on Monday. (Jane Doe / AFP)",
        "The union leader, left, speaks to reporters (Photo: Jane Doe/Reuters)",
        "A picture that the port handed out on Monday. (Port Authority via AP)",
        "The minister in a clip broadcast on Monday (Screenshot: Channel 9)",
        "FILE PHOTO: A crane in Rotterdam, May 6, 2024. REUTERS/Jane Doe",
        "Cranes stand idle in the harbour. Jane Doe/Getty Images",
        "In this May 6, 2024 photo, cranes stand idle in the harbour of Rotterdam",
        "Image caption The harbour was quiet on Monday",
    ],
)
def test_captions(line: str) -> None:
    text = STORY.replace("\n\n", f"\n\n{line}\n\n", 1)
    assert kinds(text) == ["body", "caption", "body", "body"]


def test_a_credit_on_its_own_line_makes_the_line_above_a_caption() -> None:
    text = STORY.replace(
        "\n\n", "\n\nDock workers outside the harbour gate\n(Photo: Jane Doe/Reuters)\n\n", 1
    )
    assert kinds(text) == ["body", "caption", "caption", "body", "body"]
    under_text = STORY.replace("\n\n", "\n(Photo: Jane Doe/Reuters)\n\n", 1)
    assert kinds(under_text) == ["body", "caption", "body", "body"]


def test_embedded_posts() -> None:
    text = STORY.replace(
        "\n\n",
        "\n\nhttps://twitter.com/port/status/1787000000000000000\n\n"
        "The gates are open again, and we thank everybody\n\n— Port of Rotterdam (@port) May 6, 2024\n\n",
        1,
    )
    assert kinds(text) == ["body", "embed", "embed", "embed", "body", "body"]


def test_other_languages_and_scripts() -> None:
    text = STORY.replace(
        "\n\n",
        "\n\nפועלי הנמל ליד השער\n\n"
        "Les dockers devant le portail du port, où ils ont passé la nuit avec leurs familles\n\n",
        1,
    )
    assert kinds(text) == ["body", "other_language", "other_language", "body", "body"]


def test_teasers_after_the_end() -> None:
    teasers = (
        "The Harbour Gazette Staff contributed to this report.\n"
        "Seven recipes for a summer evening that everybody will love and that…\n"
        '"I never thought of it," says the winner of the baking contest, who has…\n'
        "Updated 2024-05-06T07: 08: 09Z Phones for less than a hundred euros are…\n"
    )
    assert kinds(STORY + teasers) == [*BODY, *["boilerplate"] * 4]


def test_comments_run_to_the_end_of_the_page() -> None:
    comments = "Comments\nI was there on Monday, and I can say that it was not like that at all.\nRubbish!\n"
    assert kinds(STORY + comments) == [*BODY, *["boilerplate"] * 3]


def test_links_under_related_articles_end_at_the_next_paragraph() -> None:
    text = STORY.replace("\n\n", "\n\nRelated Articles\nPort workers strike again over pay\n\n", 1)
    assert kinds(text) == ["body", "boilerplate", "boilerplate", "body", "body"]


def test_every_zone_but_the_body_has_a_reason() -> None:
    from model.ingest import document_from_text

    document = document_from_text("Port workers end strike after wage deal\n\n" + STORY + "\nLeave a reply\n")
    assert all((block.reason is None) == (block.kind == "body") for block in document.blocks)


def test_other_languages_have_titles_and_bodies_too() -> None:
    assert kinds(
        "Regierung einigt sich auf neues Gesetz\n\nVon Anna Schmidt\n\nDie Regierung hat sich am Montag auf "
        "ein neues Gesetz geeinigt, wie ein Sprecher der Partei mitteilte.\n"
    ) == ["title", "boilerplate", "body"]
    assert kinds(
        "政府、新しい法律を発表\n\n政府は月曜日に新しい法律を発表した。首相は重要な一歩だと述べた。\n"
    ) == ["title", "body"]


def test_pages_of_other_houses() -> None:
    text = (
        "Search form\nHome\nMiddle East\nPort workers end strike after wage deal\n"
        "Port workers end strike after wage deal\nWorkers leave the harbour on Monday. (AFP)\nShort Url\n"
        "https://example.org/abc\nUpdated 06 May 2024\nAFP\nMay 06, 2024 14:23\n\n"
        + STORY
        + "\nTags\nRotterdam\nTrade unions\nAbout the author\nJane Doe writes about trade and ships.\n"
    )
    assert kinds(text) == [
        *["boilerplate"] * 3,
        "title",
        "boilerplate",
        "caption",
        "boilerplate",
        "embed",
        *["boilerplate"] * 3,
        *BODY,
        *["boilerplate"] * 5,
    ]


def test_names_of_people_are_no_headline() -> None:
    assert kinds("Jane Doe and John Roe\n\n" + STORY) == ["body", *BODY]
