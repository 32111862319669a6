"""Side by side: what counts stands in brackets, what is merely worded otherwise is underlined, no more."""

from model.records import Span
from tests.tui import painted
from tests.tui.places import go_to_report
from tui.app import CrossreadApp
from tui.beside import marked
from tui.screens.compare import CompareScreen

TEXT = "about 50 fighters left the town"


def test_loud_spans_stand_in_brackets_and_quiet_ones_keep_their_words() -> None:
    (line,) = marked(TEXT, 100, [Span(106, 108)], [Span(106, 117), Span(118, 122)], 60)
    assert line == [
        ("about ", "text"),
        ("[50]", "changed"),
        (" fighters", "altered"),
        (" ", "text"),
        ("left", "altered"),
        (" the town", "text"),
    ]


def test_brackets_are_kept_over_a_line_break() -> None:
    lines = marked(TEXT, 0, [Span(6, 22)], [], 16)
    shown = ["".join(text for text, _ in line) for line in lines]
    assert "".join(shown).count("[") == "".join(shown).count("]") == 1
    assert " ".join(shown).replace("[", "").replace("]", "") == TEXT


async def test_the_title_says_in_what_two_reports_differ(app: CrossreadApp) -> None:
    async with app.run_test(size=(140, 50)) as pilot:
        go_to_report(app.session)
        while app.session.report is None or app.session.report.match.told != "differs":
            assert app.session.move(1) or app.session.next_article(1)
        report = app.session.report
        await pilot.press("D")
        await pilot.pause()
        assert isinstance(app.screen, CompareScreen)
        title = painted.lines(app)[0]
        assert "≠ differs: " in title
        assert "omitted by a" not in painted.text(app)
        assert "omitted by b" not in painted.text(app)
        assert report.row.label in painted.text(app)
