"""The selection over a real corpus: movement, places, finding, memory."""

from model.corpus import Corpus
from tests.tui.places import go_to_mention, go_to_report
from tui.finding import Finding
from tui.memory import restore, state_of
from tui.session import Pane, Session, number_of
from tui.trail import Place, Trail


def test_movement_stays_within_the_sentences_that_are_shown(corpus: Corpus) -> None:
    session = Session(corpus)
    _, total = session.position
    assert session.position[0] == 1
    assert not session.move(-1)
    assert session.move(1)
    assert session.position[0] == 2
    session.move(10_000)
    assert session.position == (total, total)
    assert session.selected is not None
    assert session.selected.block in {"title", "standfirst", "body"}


def test_folded_sentences_are_passed_over_until_they_are_shown(corpus: Corpus) -> None:
    session = Session(corpus)
    folded = session.position[1]
    session.toggle_folds()
    assert session.reading is not None
    assert session.position[1] == len(session.reading.sentences) > folded
    session.move(10_000)
    session.toggle_folds()
    assert session.position[1] == folded


def test_who_else_follows_the_selection(corpus: Corpus) -> None:
    session = Session(corpus)
    for _ in range(10):
        assert session.selected is not None
        assert session.who_else is not None
        assert session.who_else.sentence == session.selected.id
        session.move(1)


def test_following_a_match_and_coming_back(corpus: Corpus) -> None:
    session = Session(corpus)
    report = go_to_report(session)
    start = session.place
    session.trail = Trail()
    assert session.follow_match()
    assert session.selected == report.sentence
    there = session.place
    assert session.go_back()
    assert session.place == start
    assert not session.go_back()
    assert session.go_forward()
    assert session.place == there


def test_mentions_lead_round_all_articles_and_home(corpus: Corpus) -> None:
    session = Session(corpus)
    go_to_mention(session)
    start = session.mention
    assert start is not None
    assert start.entity is not None
    count = len(corpus.mentions_of(start.entity))
    seen = set()
    for _ in range(count):
        assert session.next_mention(1)
        assert session.mention is not None
        assert session.mention.entity == start.entity
        seen.add((session.mention.article, session.mention.start))
    assert len(seen) == count
    assert session.mention == start


def test_finding_walks_round_and_counts(corpus: Corpus) -> None:
    session = Session(corpus)
    session.finding.look_for("iraq")
    count = len(session.finding.places)
    assert count > 2
    for _ in range(count):
        assert session.find_next(1)
        current = session.finding.current
        assert current is not None
        place = session.finding.places[current]
        assert session.selected is not None
        assert session.selected.start <= place.start
    assert not Session(corpus).find_next(1)


def test_state_is_taken_up_again(corpus: Corpus) -> None:
    session = Session(corpus)
    session.next_article(2)
    session.move(3)
    session.marks["a"] = session.place or Place("", 0)
    session.pane = Pane.MATCHES
    again = Session(corpus)
    restore(again, state_of(session))
    assert again.place == session.place
    assert again.pane is Pane.MATCHES
    assert again.marks == {"a": Place(session.marks["a"].article, session.marks["a"].sentence)}


def test_a_state_of_another_corpus_is_passed_over(corpus: Corpus) -> None:
    session = Session(corpus)
    before = session.place
    assert before is not None
    restore(session, {"article": "gone", "sentence": 4, "pane": "attic", "marks": {"a": 3, "b": ["x"]}})
    restore(session, {"article": before.article, "sentence": "one", "marks": [1]})
    assert session.place == before
    assert session.marks == {}
    restore(session, {"article": before.article, "sentence": 100_000})
    assert session.selected is not None


def test_reload_stays_where_the_reader_is(corpus: Corpus) -> None:
    session = Session(corpus)
    session.next_article(1)
    session.move(4)
    place = session.place
    session.reload()
    assert session.place == place


def test_differences_are_stops_of_their_own(corpus: Corpus) -> None:
    session = Session(corpus)
    while session.move_to_difference(1):
        assert session.reading is not None
        assert session.selected is not None
        assert session.reading.loudest[session.selected.id] == "differs"


def test_a_new_way_forgets_what_lay_ahead() -> None:
    trail = Trail()
    a, b, c = (Place("x", n) for n in range(3))
    trail.leave(a)
    assert trail.back(b) == a
    trail.leave(a)
    assert trail.forward(c) is None


def test_finding_takes_the_query_as_it_stands() -> None:
    finding = Finding()
    finding.look_in("a.c abc A.C (")
    finding.look_for("a.c")
    assert len(finding.places) == 2
    finding.look_for("A.C")
    assert len(finding.places) == 1
    finding.look_for("(")
    assert len(finding.places) == 1
    finding.look_for("")
    assert finding.places == ()
    assert finding.step(1, 0) is None


def test_the_number_of_a_sentence_is_in_its_id() -> None:
    assert number_of("an:odd:id:17") == 17
