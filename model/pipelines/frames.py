"""Passages of news made from frames, so that names are also learnt where reports have them.

`frames.txt` holds the sentences; its head explains the notation. A passage is a few of them in a row, with
names that are half invented and half taken from the training data.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from model.pipelines.corpus import Passage, Segment
from model.pipelines.invent import Inventor

SOURCE = "frames"

_FRAMES = Path(__file__).with_name("frames.txt")
# The innermost choice, so that a choice may hold another.
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{([A-Za-z]+)(?::([a-z]+)|=([^}]*))?\}")


class Frames:
    """Composes passages. `known` gives real names by label, from the training data alone."""

    def __init__(self, rng: random.Random, inventor: Inventor, known: Mapping[str, Sequence[str]]) -> None:
        lines = _FRAMES.read_text(encoding="utf-8").splitlines()
        self._frames = [line for line in lines if line and not line.startswith("#")]
        self._rng, self._inventor, self._known = rng, inventor, known

    def passage(self) -> Passage:
        """One to five sentences, apart by a blank or a line break."""
        segments: list[Segment] = []
        between = self._rng.choice((" ", " ", "\n", "\n\n"))
        for frame in self._rng.sample(self._frames, self._rng.randint(1, 5)):
            segments += [*self._sentence(frame), Segment(between)]
        return Passage(SOURCE, tuple(segments[:-1]))

    def _sentence(self, frame: str) -> list[Segment]:
        text = frame
        while _CHOICE.search(text):
            text = _CHOICE.sub(lambda choice: self._rng.choice(choice.group(1).split("|")), text)
        segments: list[Segment] = []
        position = 0
        for slot in _SLOT.finditer(text):
            if slot.start() > position:
                segments.append(Segment(text[position : slot.start()]))
            label, kind, given = slot.groups(default="")
            segments.append(Segment(given or self._name(label, kind), label.upper()))
            position = slot.end()
        if position < len(text):
            segments.append(Segment(text[position:]))
        return segments

    def _name(self, slot: str, kind: str) -> str:
        if slot == "Person":
            return self._inventor.person(short=True)
        if slot == "Org":
            return self._inventor.organisation(short=True)
        # Real organisations keep no kind: an agency in a group's place would teach nonsense.
        if kind not in ("groups", "outlets") and self._rng.random() < 0.5 and self._known.get(slot):
            return self._rng.choice(self._known[slot])
        if slot == "ORG":
            return self._inventor.organisation(kind)
        if slot == "GPE":
            return self._inventor.place()
        return self._inventor.name(slot)
