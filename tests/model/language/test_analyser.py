"""The analyser: what every analysis must keep, on ordinary and on odd text, with the shipped pipeline."""

from __future__ import annotations

import pickle
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.analysis import Analysis, Document
from model.language import Analyser
from model.language.chunks import LONGEST_STRETCH, chunks_of, merged, tokenise
from model.language.sentences import sentences_of
from model.pipelines import PipelineError
from model.records import Article, Block
from tests.model.language.reading import analyser, body, names, untrained

REPORT = (
    "NAIROBI — Kenyan President William Ruto met officials of the African Union. “We agreed,” Ruto said.\n"
    "The president told Reuters that Ethiopia’s government would join. The Red Cross welcomed it."
)


def check(analysis: Analysis) -> None:
    """In any text records lie in order, names do not overlap, and each mention is inside its sentence."""
    text = analysis.document.text
    places = {sentence.id: sentence.span for sentence in analysis.sentences}
    assert [sentence.n for sentence in analysis.sentences] == list(range(len(analysis.sentences)))
    for mention in analysis.mentions:
        assert mention.surface == mention.span.of(text)
        assert places[mention.sentence].contains(mention.span)
        assert mention.surface == mention.surface.strip() != ""
    starts = [mention.start for mention in analysis.mentions]
    assert starts == sorted(starts)
    flat = [mention for mention in analysis.mentions if mention.form != "nominal"]
    assert all(a.end <= b.start for a, b in pairwise(flat))


def test_an_ordinary_report_is_read() -> None:
    analysis = analyser().analyse_text(REPORT)
    check(analysis)
    assert len(analysis.sentences) == 4
    found = {(m.surface, m.type) for m in analysis.mentions if m.form == "name"}
    assert {
        ("NAIROBI", "GPE"),
        ("Kenyan", "NORP"),
        ("William Ruto", "PERSON"),
        ("African Union", "ORG"),
        ("Ruto", "PERSON"),
        ("Reuters", "ORG"),
        ("Ethiopia’s government", "ORG"),
        ("Red Cross", "ORG"),
    } <= found
    assert any(m.surface == "The president" and m.form == "nominal" for m in analysis.mentions)
    assert analysis.claims


@pytest.mark.parametrize("change", [str.upper, str.lower, str.title], ids=["upper", "lower", "title"])
def test_names_survive_a_change_of_case(change: object) -> None:
    assert callable(change)
    found = {surface.casefold() for surface, _ in names(change(REPORT))}
    assert {"nairobi", "kenyan", "african union", "reuters", "red cross"} <= found


def test_straight_and_curly_apostrophes_give_the_same_names() -> None:
    assert [kind for _, kind in names(REPORT.replace("’", "'"))] == [kind for _, kind in names(REPORT)]


def test_captions_are_read_and_other_languages_only_cut_into_sentences() -> None:
    text = "Officials met in Nairobi.\nדוברים בכנסת\nThe Red Cross in Nairobi"
    ends = [25, 38, len(text)]
    blocks = (
        Block("x", 0, ends[0], "body", None),
        Block("x", ends[0] + 1, ends[1], "other_language", "Hebrew"),
        Block("x", ends[1] + 1, ends[2], "caption", "photo"),
    )
    article = Article("x", None, None, None, None, None, None, (), "en", None, len(text), "", text)
    (analysis,) = analyser().analyse([Document(article, blocks)])
    check(analysis)
    assert [sentence.block for sentence in analysis.sentences] == ["body", "other_language", "caption"]
    assert {mention.sentence for mention in analysis.mentions} == {"x:0", "x:2"}


def test_documents_come_back_in_order_and_as_a_stream() -> None:
    asked: list[int] = []

    def documents() -> list[Document]:
        return [analyser().analyse_text(f"Person {n} went to Kenya.").document for n in range(40)]

    def source() -> object:
        for n, document in enumerate(documents()):
            asked.append(n)
            yield document

    stream = analyser().analyse(source())  # type: ignore[arg-type]
    first = next(stream)
    assert first.document.text.startswith("Person 0 ")
    assert len(asked) < 40
    assert [a.document.text.split()[1] for a in stream] == [str(n) for n in range(1, 40)]


def test_reading_twice_gives_the_same() -> None:
    assert analyser().analyse_text(REPORT) == analyser().analyse_text(REPORT)


def test_an_analyser_travels_to_a_worker_process() -> None:
    assert isinstance(pickle.loads(pickle.dumps(analyser())), Analyser)


def test_a_pipeline_that_is_not_there_is_named() -> None:
    with pytest.raises(PipelineError, match="no_such_pipeline"):
        Analyser("no_such_pipeline")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\t ",
        "🙂🙂 🙃",
        "a\u200b",
        "123 456, 7.8",
        "“““ ” \" ' ‘ (",
        "\x00\x01\x1b[31mred\x1b[0m \x7f",
        "\u202eIran\u202c \u200bIraq\ufeff",
        "lone \ud800 surrogate of Kenya",
        "Name" * 300,
        " ".join(["Omar"] * 300) + " left.",
        "-".join(["al"] * 300) + " left.",
        "Hamas.The group left.Iran.The rest",
        "[red]Kenya[/red] {0} %s",
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_odd_texts_are_read(text: str) -> None:
    check(analyser().analyse_text(text))


_pieces = st.sampled_from(
    [
        *"aA .!?“”\"’'()-–\n\t0",
        "Kenya",
        " U.S. ",
        "al-Hadi",
        " the ",
        "Omar ",
        " said ",
        "🙂",
        "\u200b",
        "\x00",
        "’s",
        "\u0301",
    ]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.lists(_pieces, max_size=40).map("".join), st.text(max_size=60)))
def test_any_text_is_read(text: str) -> None:
    check(analyser().analyse_text(text))


@settings(deadline=None)
@given(st.lists(_pieces, max_size=60).map("".join))
def test_chunks_put_together_are_the_text(text: str) -> None:
    nlp = untrained()
    sentences = sentences_of("a", text, body(text))
    chunks = list(chunks_of(text, sentences))
    doc = merged([tokenise(nlp, text, chunk) for chunk in chunks], nlp)
    assert doc.text == text
    begins = {token.idx for token in doc}
    assert all(sentence.start in begins for sentence in sentences)


def test_an_endless_sentence_is_cut_into_stretches() -> None:
    text = "word " * (LONGEST_STRETCH // 2)
    chunks = list(chunks_of(text, sentences_of("a", text, body(text))))
    assert "".join(text[chunk.start : chunk.end] for chunk in chunks) == text
    assert max(chunk.end - chunk.start for chunk in chunks) <= LONGEST_STRETCH
