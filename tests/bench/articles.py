"""Real articles for a benchmark, read without a pipeline: sentences, names, figures and sources by pattern.

What matching is slow or quick at depends on how words and names are spread over real text, and not on how
well a language was read. Articles are told again, sentences in another order and words exchanged, where more
are wanted than there are.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, islice, pairwise
from pathlib import Path
from typing import Any

from model.actors import (
    Actor,
    LocalActor,
    NameNode,
    Resolution,
    Spelling,
    link,
)
from model.analysis import Analysis, Document
from model.matching import story_id
from model.matching.outline import outline_of, packed
from model.passage import Passage, Witness
from model.records import (
    Article,
    Block,
    Claim,
    Derivation,
    EntityType,
    Group,
    Match,
    Mention,
    Origin,
    Quantity,
    Sentence,
    Span,
)
from model.store.files import CorpusFiles
from model.store.names import Names
from model.store.schema import set_meta
from tests.bench.large import Texts

#: Words of a retelling that are exchanged for words of another place in the article.
_EXCHANGED = 4
_END = re.compile(r"(?<=[.!?])[\"”’]?\s+(?=[\"“A-Z])|\n+")
_NAME = re.compile(r"(?<![.!?\n] )(?<!^)\b[A-Z][\w’'-]+(?: (?:of |the )?[A-Z][\w’'-]+){0,3}")
_FIGURE = re.compile(r"\b(\d[\d,]*)(?: (\w+))?")
_SAID = re.compile(r"\b(?:said|told|says|wrote|according to|announced|added)\b")
_KINDS: Sequence[EntityType] = ("PERSON", "ORG", "GPE", "PERSON", "ORG")


@dataclass(frozen=True, slots=True)
class Told:
    """An article as it stands in a file: its sentences are its lines.

    A retelling names the article that it tells again, and gives for each of its lines the one it was there.
    """

    identity: str
    lines: Sequence[str]
    outlet: str | None
    published: str | None
    again: str | None = None
    places: Sequence[int] = ()


def articles(path: Path, *, seed: int = 7) -> Iterator[Told]:
    """The articles of a file of JSON lines (``text``; ``title``, ``outlet`` and ``date`` if there are), then
    retellings of all of them, without end.
    """
    told = []
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for n, line in enumerate(lines):
            told.append(_told(f"a{n}", json.loads(line)))
            yield told[-1]
    chance = random.Random(seed)
    for again in count(1):
        for article in told:
            yield retold(article, again, chance)


def invented(*, seed: int = 7) -> Iterator[Told]:
    """Articles of invented words, in stories of five, without end."""
    texts = Texts(seed)
    for number in count():
        first = None
        for found in texts.story(number):
            article = found.document.article
            lines = found.document.text.split("\n")
            yield Told(article.id, lines, article.outlet, article.published, first, range(len(lines)))
            first = first or article.id


def _told(identity: str, row: Mapping[str, Any]) -> Told:
    sentences = [" ".join(part.split()) for part in _END.split(row["text"])]
    lines = [row.get("title") or "", *sentences]
    return Told(identity, [line for line in lines if line], row.get("outlet"), (row.get("date") or None))


def retold(told: Told, again: int, chance: random.Random) -> Told:
    """The article told again once more, as number `again`: its lines in another order, words exchanged."""
    places = list(range(1, len(told.lines)))
    chance.shuffle(places)
    places.insert(0, 0)
    published = told.published
    if published is not None:
        published = (date.fromisoformat(published[:10]) + timedelta(days=chance.randrange(3))).isoformat()
    return Told(
        identity=f"{told.identity}-{again}",
        lines=[_exchanged(told.lines[place], chance) for place in places],
        outlet=f"Outlet {chance.randrange(90)}",
        published=published,
        again=told.identity,
        places=places,
    )


def _exchanged(line: str, chance: random.Random) -> str:
    words = line.split(" ")
    lower = [place for place, word in enumerate(words) if word.islower()]
    places = chance.sample(lower, k=min(_EXCHANGED, len(lower)))
    for place, other in pairwise(places):
        words[place], words[other] = words[other], words[place]
    return " ".join(words)


def analysis(told: Told) -> Analysis:
    """The article as if its language had been read: one claim a sentence."""
    identity, text = told.identity, "\n".join(told.lines)
    sentences, mentions, claims = [], [], []
    at = 0
    for n, line in enumerate(told.lines):
        sentence = Sentence(f"{identity}:{n}", identity, n, at, at + len(line), "body" if n else "title")
        found = [_mention(sentence, match) for match in _NAME.finditer(line)]
        sentences.append(sentence)
        mentions += found
        claims.append(_claim(sentence, line, found))
        at += len(line) + 1
    first = sentences[0]
    article = Article(
        id=identity, path=None, url=None, title=told.lines[0], outlet=told.outlet, author=None,
        published=told.published, date_evidence=(), language="en", story=None, length=len(text),
        sha256=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(), text=text,
    )  # fmt: skip
    blocks = [Block(identity, 0, first.end, "title", None)]
    if len(sentences) > 1:
        blocks.append(Block(identity, sentences[1].start, len(text), "body", None))
    return Analysis(Document(article, tuple(blocks)), tuple(sentences), tuple(mentions), tuple(claims))


def _mention(sentence: Sentence, match: re.Match[str]) -> Mention:
    surface = match.group()
    start = sentence.start + match.start()
    return Mention(
        sentence.article, sentence.id, start, start + len(surface), surface, _kind(surface), None, "name"
    )


def _kind(surface: str) -> EntityType:
    return _KINDS[sum(surface.encode("utf-8", "replace")) % len(_KINDS)]


def _claim(sentence: Sentence, line: str, mentions: Sequence[Mention]) -> Claim:
    cue = _SAID.search(line)
    source = mentions[0] if cue and mentions else None
    figures = [
        Quantity(
            sentence.start + m.start(), sentence.start + m.end(),
            float(m[1].replace(",", "")), None, None, None, m[2],
        )
        for m in _FIGURE.finditer(line)
    ]  # fmt: skip
    span = Span(*cue.span()).shifted(sentence.start) if cue else None
    return Claim(
        id=f"{sentence.id}.0", sentence=sentence.id, content=sentence.span,
        source=source.span if source else None, inherited=False, source_entity=None,
        source_kind="named" if source else "author", source_count=1 if source else None, cue=span, via=(),
        quote="direct" if "“" in line or '"' in line else "none", hedges=(), negated=False,
        quantities=tuple(figures), times=(), factuality="asserted",
    )  # fmt: skip


def build(directory: Path, source: Iterable[Told], *, sentences: int, batch: int = 250) -> None:
    """Make a corpus of at least so many sentences of `source`. What linking would conclude is made up: a
    story for each article and its retellings, and matches between what is told again.
    """
    files = CorpusFiles(directory, create=True)
    waiting, stored = iter(source), 0
    while stored < sentences:
        told = list(islice(waiting, batch))
        analyses = [analysis(one) for one in told]
        store_read(files, analyses)
        with files.writer.transaction():
            for one, found in zip(told, analyses, strict=True):
                _conclude(files, one, found)
        stored += sum(len(found.sentences) for found in analyses)
    with files.writer.transaction():
        set_meta(files.database, "created", "2020-01-01T00:00:00+00:00")
    files.close()


def store_read(files: CorpusFiles, analyses: Sequence[Analysis]) -> None:
    """Store articles in one transaction, each spelling an actor of its own: resolving them is another
    measurement.
    """
    names = Names(files.database)
    with files.writer.transaction():
        every = []
        for found in analyses:
            actors = _actors(found)
            linked = link(found, {actor.id: actor.id for actor in actors}, actors)
            names.set_local(files.writer.add(linked, source="articles.jsonl"), actors)
            every += actors
        names.apply(_as_written(every, names))


def _conclude(files: CorpusFiles, told: Told, found: Analysis) -> None:
    """Put an article into its story, and match a retelling with what it tells again."""
    first = told.again or told.identity
    files.writer.set_story(told.identity, story_id(first))
    files.writer.set_linked(told.identity)
    files.writer.set_wordage(told.identity, packed(outline_of(_witness(found))))
    if told.again is None:
        return
    pairs = [(f"{first}:{place}", f"{told.identity}:{n}") for n, place in enumerate(told.places)]
    for a, b in pairs:
        files.writer.set_match(Match(a, b, "paraphrase", None, 0.8, (), None))
    both = (first, told.identity)
    origin = Origin(f"o{first}", "Outlet 1", "outlet", first, both)
    groups = [Group(f"g{a}", (a, b), both, (origin.id,), 1) for a, b in pairs]
    derivation = Derivation(told.identity, origin.id, "wholly", True, ())
    files.writer.replace_story_conclusions(
        story_id(first), title=told.lines[0], articles=both, groups=groups, origins=[origin],
        derivations=[derivation],
    )  # fmt: skip


def _witness(found: Analysis) -> Witness:
    """The article as a witness without actors."""
    claims = {claim.sentence: claim for claim in found.claims}
    text = found.document.text
    return Witness(
        found.document.article,
        tuple(Passage(s, s.span.of(text), (), (claims[s.id],)) for s in found.sentences),
    )


def _actors(found: Analysis) -> list[LocalActor]:
    places: dict[str, list[int]] = {}
    for place, mention in enumerate(found.mentions):
        places.setdefault(mention.surface, []).append(place)
    article = found.document.article.id
    return [
        LocalActor(
            id=f"{article}#{n}", article=article, key=surface, keys=(surface,), type=_kind(surface),
            spellings=(Spelling(surface, _kind(surface), len(own), True),),
            mentions=tuple(own), roles=(), apart=(),
        )
        for n, (surface, own) in enumerate(places.items())
    ]  # fmt: skip


def _as_written(actors: Sequence[LocalActor], names: Names) -> Resolution:
    """Every spelling as an entity of its own."""
    by_key: dict[str, list[LocalActor]] = {}
    for actor in actors:
        by_key.setdefault(actor.key, []).append(actor)
    identity = {key: "e" + hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:16] for key in by_key}
    known = names.actors(identity.values())
    nodes, entities = [], []
    for key, own in by_key.items():
        old = known.get(identity[key])
        mentions = sum(len(actor.mentions) for actor in own) + (old.mentions if old else 0)
        articles = len(own) + (old.articles if old else 0)
        kind = own[0].type
        entities.append(Actor(identity[key], key, kind, (key,), mentions, articles))
        counts = {key: mentions}
        nodes.append(NameNode(key, {kind: mentions}, counts, counts, articles, {}, {}, {}))
    return Resolution(tuple(nodes), (), tuple(entities), (), {})
