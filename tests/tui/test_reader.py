"""The reader as it is used: keys in, session and screen out."""

from pathlib import Path

import pytest
from textual import events

from model.corpus import Corpus
from model.records import REPORTING_KINDS
from tests.tui import painted
from tests.tui.places import go_to_mention, go_to_report
from tui.app import CrossreadApp
from tui.indexing import IndexWatch, Outcome
from tui.panes.reader import GUTTER
from tui.session import Pane
from tui.themes import THEMES

WIDE, USUAL, NARROW, TINY = (120, 40), (80, 24), (60, 20), (20, 5)


def first_words(app: CrossreadApp, count: int = 12) -> str:
    sentence, reading = app.session.selected, app.session.reading
    assert sentence is not None
    assert reading is not None
    return reading.text[sentence.start : sentence.start + count]


@pytest.mark.parametrize("size", [WIDE, USUAL, NARROW, TINY, (200, 50)])
async def test_the_selected_sentence_is_marked_at_every_size(
    app: CrossreadApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        for _ in range(6):
            await pilot.press("j")
            marked = [line for line in painted.lines(app) if "┃" in line]
            assert any(first_words(app, 3) in line for line in marked)
        assert painted.widths(app) == {size[0]}


async def test_all_three_panes_follow_a_key_at_once(app: CrossreadApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        report = go_to_report(app.session)
        app.reader.press("k")
        app.reader.press("j")
        shown = painted.text(app)
        assert "WHO ELSE REPORTS THIS" in shown
        assert f"{report.row.label} ·" in shown
        assert app.reader.matches_pane._last[0][1] == app.session.selected.id  # type: ignore[index, union-attr]


async def test_movement_causes_no_layout(app: CrossreadApp, monkeypatch: pytest.MonkeyPatch) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        arranged: list[object] = []
        place = app.reader._arrangement._place
        app.reader._arrangement._place = lambda size: arranged.append(size) or place(size)  # type: ignore[func-returns-value]
        await pilot.press(*"jjjkJKdugG", "space", "tab", "j", "k", "l", "h")
        assert arranged == []


async def test_only_lines_that_changed_are_drawn_again(app: CrossreadApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("j")
        before = list(app.reader.reader_pane._shown)
        await pilot.press("j")
        after = app.reader.reader_pane._shown
        kept = [new for new in after if any(new is old for old in before)]
        assert len(kept) > len(after) // 2


async def test_keys_that_wait_are_painted_together(
    app: CrossreadApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        sent: list[object] = []
        send = app.reader._send
        monkeypatch.setattr(app.reader, "_send", lambda: sent.append(app.session.place) or send())  # type: ignore[func-returns-value]
        for _ in range(10):
            app.post_message(events.Key("j", "j"))
        await pilot.pause()
        assert app.session.position[0] == 11
        assert len(sent) < 10
        assert sent[-1] == app.session.place
        assert any("┃" in line and first_words(app, 3) in line for line in painted.lines(app))


async def test_the_wheel_moves_as_the_keys_do(app: CrossreadApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await pilot._post_mouse_events([events.MouseScrollDown], widget=app.reader.reader_pane)
        await pilot.pause()
        assert app.session.position[0] == 2


async def test_counts_multiply_movement(app: CrossreadApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await pilot.press("5", "j")
        assert app.session.position[0] == 6
        await pilot.press("1", "2", "G")
        assert app.session.position[0] == 12
        await pilot.press("4", "escape", "k")
        assert app.session.position[0] == 11


async def test_a_number_alone_goes_to_that_match_and_back(app: CrossreadApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        report, start = go_to_report(app.session), app.session.place
        await pilot.press("1")
        assert app.session.place == start
        app.reader.settle()
        assert app.session.selected == report.sentence
        await pilot.press("[")
        assert app.session.place == start
        await pilot.press("]")
        assert app.session.selected == report.sentence


async def test_finding_as_one_types(app: CrossreadApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await pilot.press("/", *"iraq")
        assert len(app.session.finding.places) > 1
        assert "/iraq▌" in painted.text(app)
        await pilot.press("enter")
        first = app.session.finding.current
        assert "1 of" in painted.lines(app)[-2] or first
        await pilot.press("n")
        assert app.session.finding.current != first
        await pilot.press("N")
        assert app.session.finding.current == first
        await pilot.press("escape")
        assert app.session.finding.query == ""


async def test_a_search_without_an_answer_is_one_line(app: CrossreadApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await pilot.press("/", *"[bold]", "enter")
        assert "not in this article: [bold]" in painted.lines(app)[-2]


async def test_folds_say_their_reason_and_open(app: CrossreadApp) -> None:
    async with app.run_test(size=(100, 90)) as pilot:
        await pilot.press("g")
        assert "▸" in painted.text(app)
        await pilot.press(".")
        assert "▸" not in painted.text(app)


async def test_panes_are_walked_and_zoomed(app: CrossreadApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        assert "ARTICLES" not in painted.text(app)
        start = app.session.article
        await pilot.press("h")
        await pilot.pause()
        assert app.session.pane is Pane.ARTICLES
        assert "ARTICLES" in painted.text(app)
        await pilot.press("j", "enter")
        await pilot.pause()
        assert app.session.article == start + 1
        assert app.session.pane is Pane.READER
        await pilot.press("Z")
        await pilot.pause()
        assert "who else" not in painted.text(app)
        await pilot.press("Z")
        await pilot.pause()
        assert "who else" in painted.text(app)


async def test_the_actor_under_the_cursor_is_named(app: CrossreadApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        go_to_mention(app.session)
        await pilot.press("e")
        mention = app.session.mention
        entity = app.corpus.entity(mention.entity or "")
        assert entity is not None
        assert f"{entity.name} · {entity.type} · " in painted.lines(app)[-2]


async def test_marks_remember_places(app: CrossreadApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await pilot.press("3", "j", "m", "a")
        place = app.session.place
        await pilot.press("J", "j", "'", "a")
        assert app.session.place == place
        await pilot.press("'", "z")
        assert "nothing is marked z" in painted.lines(app)[-2]


async def test_the_terminal_cursor_stands_on_the_selected_sentence(app: CrossreadApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await pilot.press("j", "j")
        x, y = app.cursor_position
        assert painted.lines(app)[y][x : x + 8] == first_words(app, 8)
        assert x >= GUTTER


async def test_the_text_is_shown_verbatim(app: CrossreadApp) -> None:
    async with app.run_test(size=(90, 300)) as pilot:
        await pilot.press(".", "g", "Z")
        await pilot.pause()
        shown = " ".join(line[GUTTER:] for line in painted.lines(app))
        assert app.session.reading is not None
        assert " ".join(app.session.reading.text.split())[:2000] in " ".join(shown.split())


async def test_a_corpus_opened_first_begins_where_others_report_too_and_says_how(app: CrossreadApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        articles, opened = app.session.articles, app.session.article
        assert articles[opened].story == articles[opened + 1].story
        assert "j next sentence" in painted.lines(app)[-2]
        assert painted.lines(app)[-2].rstrip().endswith("H tour")
        app.reader.show_progress("", Outcome("5 articles added"))
        assert "j next sentence" in painted.lines(app)[-2]
        await pilot.press("j")
        assert "j next sentence" not in painted.lines(app)[-2]


async def test_a_corpus_opened_again_says_nothing(corpus: Corpus) -> None:
    corpus.save_state({"article": corpus.articles()[0].id, "sentence": 0})
    app = CrossreadApp(corpus, look=THEMES["dark"])
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        assert app.session.article == 0
        assert "j next sentence" not in painted.lines(app)[-2]


async def test_the_header_names_the_folder_that_was_read(corpus: Corpus, tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    watch = IndexWatch(corpus.directory, [tmp_path / "reports"], None)
    app = CrossreadApp(corpus, look=THEMES["dark"], watch=watch)
    try:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.pause()
            assert painted.lines(app)[0].split()[0] == "reports"
    finally:
        watch.cancel()


async def test_an_article_is_listed_by_outlet_or_title_or_its_first_words(app: CrossreadApp) -> None:
    async with app.run_test(size=(200, 50)) as pilot:
        await pilot.pause()
        listed = [line[:36] for line in painted.lines(app)]
        for row in app.corpus.articles():
            reading = app.corpus.reading(row.id)
            first = next(item for item in reading.sentences if item.block in REPORTING_KINDS)
            named = row.outlet or row.title or first.span.of(reading.text)
            assert any(row.label in line and named[:8] in line for line in listed), row.label


@pytest.mark.parametrize("keys", ["jjjjjjjjjjjj", "Gkkkkkkkkkkkk"])
async def test_the_text_stands_still_while_the_selected_sentence_is_in_sight(
    app: CrossreadApp, keys: str
) -> None:
    async with app.run_test(size=USUAL) as pilot:
        pane = app.reader.reader_pane
        for key in keys:
            before, shown = pane.top, pane.size.height
            await pilot.press(key)
            assert app.session.selected is not None
            rows = pane._layout.rows_of(app.session.selected.span)
            if before <= rows.start - 2 and rows.stop + 2 <= before + shown:
                assert pane.top == before
            assert pane.top <= rows.start < pane.top + shown
