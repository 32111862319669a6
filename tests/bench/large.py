"""A corpus of any size without reading a language: articles made by hand, stored as indexing stores them.

Words have the frequencies of a language (Zipf); articles come in stories that share words, names and most of
their sentences. What linking would conclude of a story (matches, groups, origins) is made up.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate, combinations
from pathlib import Path

from model.actors import ActorJudgements, link, local_actors, resolve
from model.analysis import Analysis, Document
from model.records import (
    Article,
    Block,
    Claim,
    Derivation,
    Group,
    Match,
    Mention,
    Origin,
    Sentence,
    TimeExpression,
)
from model.store.files import CorpusFiles
from model.store.names import Names
from model.store.schema import set_meta

SENTENCES = 25
STORY = 5
_VOCABULARY = 30_000
_SYLLABLES = [consonant + vowel for consonant in "bdfghjklmnprstvz" for vowel in "aeiou"]
DAY_ONE = date(2020, 1, 1)


class Texts:
    """Articles of invented words, the same for the same seed."""

    def __init__(self, seed: int = 7) -> None:
        self._chance = random.Random(seed)
        self._vocabulary = [self._word() for _ in range(_VOCABULARY)]
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(_VOCABULARY)))
        self._known = [self._name() for _ in range(400)]
        self._known_weights = list(accumulate(1 / (rank + 1) for rank in range(400)))

    def story(self, number: int) -> Sequence[Analysis]:
        """The articles of one story, told within three days."""
        chance = self._chance
        names = [self._name() for _ in range(6)] + chance.choices(
            self._known, cum_weights=self._known_weights, k=3
        )
        told = [self._told(names) for _ in range(SENTENCES)]
        day = DAY_ONE + timedelta(days=number % 2000)
        return [
            self._article(f"s{number}-a{n}", told, names, day + timedelta(days=chance.randrange(3)))
            for n in range(STORY)
        ]

    def _article(self, identity: str, told: Sequence[str], names: Sequence[str], day: date) -> Analysis:
        lines = [
            self._retold(line) if n == 0 or self._chance.random() < 0.6 else self._told(names)
            for n, line in enumerate(told)
        ]
        return analysis(identity, lines, names, day)

    def _told(self, names: Sequence[str]) -> str:
        words = self._chance.choices(self._vocabulary, cum_weights=self._weights, k=18)
        if self._chance.random() < 0.6:
            words.insert(self._chance.randrange(len(words)), self._chance.choice(names))
        return " ".join(words) + "."

    def _retold(self, line: str) -> str:
        words = line.rstrip(".").split(" ")
        lower = [place for place, word in enumerate(words) if word.islower()]
        for place in self._chance.sample(lower, k=min(4, len(lower))):
            words[place] = self._chance.choices(self._vocabulary, cum_weights=self._weights)[0]
        return " ".join(words) + "."

    def _word(self) -> str:
        return "".join(self._chance.choices(_SYLLABLES, k=self._chance.randint(2, 4)))

    def _name(self) -> str:
        return f"{self._word().title()} {self._word().title()}"


def analysis(identity: str, lines: Sequence[str], names: Sequence[str], day: date) -> Analysis:
    """An article of these sentences, one a line, the first its title; one claim a sentence."""
    text = "\n".join(lines)
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    sentences = tuple(
        Sentence(f"{identity}:{n}", identity, n, starts[n], starts[n] + len(line), "body" if n else "title")
        for n, line in enumerate(lines)
    )
    mentions = tuple(
        Mention(identity, s.id, at, at + len(name), name, "PERSON", None, "name")
        for s, line in zip(sentences, lines, strict=True)
        for name in sorted(set(names), key=line.find)
        if (at := line.find(name) + s.start) >= s.start
    )
    first = {mention.sentence: mention for mention in reversed(mentions)}
    claims = tuple(_claim(s, first.get(s.id), day) for s in sentences)
    article = Article(
        id=identity, path=f"{identity}.txt", url=None, title=lines[0], outlet=f"Outlet {len(lines[0]) % 40}",
        author=None, published=day.isoformat(), date_evidence=(), language="en", story=None, length=len(text),
        sha256=identity, text=text,
    )  # fmt: skip
    blocks = (
        Block(identity, 0, sentences[0].end, "title", None),
        Block(identity, starts[1], len(text), "body", None),
    )
    return Analysis(Document(article, blocks), sentences, mentions, claims)


def _claim(sentence: Sentence, source: Mention | None, day: date) -> Claim:
    times = (
        (TimeExpression(sentence.start, sentence.start + 4, day.isoformat()),) if sentence.n % 8 == 1 else ()
    )
    return Claim(
        id=f"{sentence.id}.0", sentence=sentence.id, content=sentence.span,
        source=source.span if source else None, inherited=False, source_entity=None,
        source_kind="named" if source else "author", source_count=1 if source else None, cue=None, via=(),
        quote="indirect" if source else "none", hedges=(), negated=False, quantities=(), times=times,
        factuality="asserted",
    )  # fmt: skip


def store(files: CorpusFiles, analyses: Sequence[Analysis]) -> None:
    """Store articles and resolve their actors, in one transaction, as indexing does."""
    names, judgements = Names(files.database), ActorJudgements(())
    with files.writer.transaction():
        for found in analyses:
            actors = local_actors(found)
            linked = link(found, {actor.id: actor.id for actor in actors}, actors)
            key = files.writer.add(linked, source="large.jsonl")
            names.set_local(key, actors)
            names.apply(resolve(actors, names, judgements))


def conclude(files: CorpusFiles, analyses: Sequence[Analysis]) -> None:
    """Conclude of the articles of one story what linking might. Run inside a transaction."""
    ids = [found.document.article.id for found in analyses]
    story = f"story-{ids[0]}"
    for identity in ids:
        files.writer.set_story(identity, story)
        files.writer.set_linked(identity)
    for n in range(0, SENTENCES, 2):
        for a, b in combinations(ids, 2):
            files.writer.set_match(Match(f"{a}:{n}", f"{b}:{n}", "paraphrase", None, 0.8, (), None))
    origin = Origin(f"origin-{story}", "Outlet 1", "outlet", ids[0], tuple(ids[:3]))
    groups = [
        Group(f"{story}.{n}", tuple(f"{i}:{n}" for i in ids), tuple(ids), (origin.id,), 3)
        for n in range(0, SENTENCES, 2)
    ]
    derivations = [Derivation(identity, origin.id, "wholly", True, ()) for identity in ids[:3]]
    files.writer.replace_story_conclusions(
        story, title=ids[0], articles=ids, groups=groups, origins=[origin], derivations=derivations
    )


def build(directory: Path, *, articles: int, seed: int = 7, batch: int = 40) -> None:
    """Make a corpus of so many articles, `batch` stories in a transaction."""
    files = CorpusFiles(directory, create=True)
    texts = Texts(seed)
    stories = range(articles // STORY)
    for start in range(0, len(stories), batch):
        made = [texts.story(number) for number in stories[start : start + batch]]
        store(files, [found for story in made for found in story])
        with files.writer.transaction():
            for story in made:
                conclude(files, story)
    with files.writer.transaction():
        set_meta(files.database, "created", "2020-01-01T00:00:00+00:00")
    files.close()
