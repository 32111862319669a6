"""Invented names are names, the frames are filled, and the same seed gives the same."""

from __future__ import annotations

import random

import pytest

from model.pipelines.corpus import LABELS
from model.pipelines.frames import Frames
from model.pipelines.invent import Inventor, peoples


@pytest.mark.parametrize("label", LABELS)
def test_a_name_is_a_name(label: str) -> None:
    inventor = Inventor(random.Random(3))
    names = [inventor.name(label, "Two Words") for _ in range(500)]
    assert len(set(names)) > (50 if label == "NORP" else 400)
    for name in names:
        assert name == name.strip()
        assert not set(name) & set("<>{}[]|")
        assert any(letter.isupper() for letter in name)


def test_one_word_for_one_word() -> None:
    inventor = Inventor(random.Random(3))
    one_word = [" " not in inventor.name("PERSON", "Rahbi") for _ in range(300)]
    assert sum(one_word) > 200


@pytest.mark.parametrize("kind", ["groups", "offices", "outlets", "others"])
def test_every_kind_of_organisation_is_made(kind: str) -> None:
    inventor = Inventor(random.Random(5))
    assert len({inventor.organisation(kind) for _ in range(200)}) > 150


def test_the_same_seed_gives_the_same_names() -> None:
    first, second = Inventor(random.Random(11)), Inventor(random.Random(11))
    assert [first.person() for _ in range(50)] == [second.person() for _ in range(50)]


def test_peoples_are_single_words() -> None:
    assert {"Kurdish", "Sunni", "Americans"} <= peoples()
    assert not any(" " in word for word in peoples())


def test_frames_are_filled_to_the_last_slot() -> None:
    rng = random.Random(7)
    frames = Frames(rng, Inventor(rng), {"GPE": ["Muscat"], "PERSON": [], "LOC": [], "NORP": [], "ORG": []})
    labels = set()
    for _ in range(400):
        passage = frames.passage()
        labels |= {segment.label for segment in passage.segments}
        assert not set(passage.text) & set("{}[]|")
        assert all(segment.text for segment in passage.segments)
    assert labels == {None, *LABELS}
