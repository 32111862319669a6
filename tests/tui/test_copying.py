"""What is copied: verbatim words with a citation that proves what it says."""

from model.corpus import Corpus
from tests.tui.places import go_to_report
from tui.copying import citation, comparison, quoted
from tui.session import Session


def test_a_sentence_is_copied_with_its_citation(corpus: Corpus) -> None:
    session = Session(corpus)
    session.move(2)
    assert session.reading is not None
    assert session.selected is not None
    words, cited = quoted(session.reading, session.sentence).split("\n")
    assert words == " ".join(session.selected.span.of(session.reading.text).split())
    assert f"({session.reading.row.label}:{session.selected.n})" in cited
    assert (session.reading.row.published or "no date") in cited


def test_what_an_article_does_not_say_of_itself_is_said_to_be_missing(corpus: Corpus) -> None:
    for row in corpus.articles():
        cited = citation(row, 3)
        assert (f"“{row.title}”" in cited) if row.title else ("no title" in cited)
        assert (row.outlet or "no outlet") in cited
        assert "“”" not in cited


def test_a_comparison_has_every_report_and_the_silent(corpus: Corpus) -> None:
    session = Session(corpus)
    go_to_report(session)
    who_else = session.who_else
    assert session.reading is not None
    assert who_else is not None
    copied = comparison(session.reading, session.sentence, who_else)
    assert all(" ".join(report.text.split()) in copied for report in who_else.reports)
    assert all(row.label in copied for row in who_else.silent)
