"""Articles, actors and mentions as FollowTheMoney entities, one a line.

Ids are hashes of crossread's own and stay the same over re-indexing. Persons and organisations become
entities with their spellings as aliases, and each of their names in an article a Mention. FollowTheMoney
has no entity for places, peoples and events as they are mentioned: places are named in their articles.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Any

from model.corpus import Corpus
from model.records import Article, Entity, Mention, json_line
from model.reports.exports.iris import web_address

Json = dict[str, Any]

#: What bodies of a state are called, as a word of their name.
_PUBLIC = re.compile(
    r"\b(?:ministry|parliament|senate|congress|court|police|army|navy|air force|coast guard|government"
    r"|cabinet|embassy|department of|house of representatives|national assembly|municipality|city council"
    r"|central bank)\b",
    re.IGNORECASE,
)
#: FollowTheMoney names languages by ISO 639-3; those of which crossread's articles may be.
_LANGUAGES = {
    "ar": "ara", "de": "deu", "en": "eng", "es": "spa", "fa": "fas", "fr": "fra", "he": "heb", "hi": "hin",
    "it": "ita", "ja": "jpn", "ko": "kor", "nl": "nld", "pl": "pol", "pt": "por", "ru": "rus", "tr": "tur",
    "uk": "ukr", "ur": "urd", "zh": "zho",
}  # fmt: skip
_PLACES = frozenset({"GPE", "LOC", "FACILITY"})


def lines(corpus: Corpus) -> Iterator[str]:
    """Articles, then the persons and organisations that are mentioned, then their mentions."""
    names = {e.id: e for e in corpus.records() if isinstance(e, Entity)}
    for article, mentions in _articles(corpus):
        yield json_line(_article(article, mentions, names))
    for entity in names.values():
        schema = _schema(entity)
        if schema is not None:
            yield json_line(_party(entity, schema))
    for article, mentions in _articles(corpus):
        for (identity, surface), _ in sorted(_named(mentions, names).items()):
            yield json_line(_mention(article, names[identity], surface))


def _articles(corpus: Corpus) -> Iterator[tuple[Article, list[Mention]]]:
    for row in corpus.articles():
        reading = corpus.reading(row.id)
        yield reading.article, [mention for mention in reading.mentions if mention.form == "name"]


def _named(mentions: list[Mention], names: Mapping[str, Entity]) -> dict[tuple[str, str], None]:
    """The parties and how they are spelt: (entity id, surface form), each once."""
    found = {(m.entity, m.surface): None for m in mentions if m.entity in names}
    return {(e, surface): None for e, surface in found if e is not None and _schema(names[e]) is not None}


def _article(article: Article, mentions: list[Mention], names: Mapping[str, Entity]) -> Json:
    places = {m.surface for m in mentions if m.type in _PLACES}
    parties = {surface for _, surface in _named(mentions, names)}
    address = web_address(article.url)
    return _entity(
        _hashed("article", article.id), "Article",
        title=article.title, author=article.author, publisher=article.outlet, publishedAt=article.published,
        sourceUrl=address, fileName=None if address else _file(article.path),
        language=_LANGUAGES.get((article.language or "")[:2]),
        namesMentioned=sorted(parties), locationMentioned=sorted(places),
    )  # fmt: skip


def _party(entity: Entity, schema: str) -> Json:
    spellings = {form.text for form in entity.surface_forms} - {entity.name}
    return _entity(
        _hashed("entity", entity.id), schema,
        name=entity.name, alias=sorted(spellings), summary=list(entity.roles),
        proof=sorted({_hashed("article", form.article) for form in entity.surface_forms}),
    )  # fmt: skip


def _mention(article: Article, entity: Entity, surface: str) -> Json:
    schema = _schema(entity)
    return _entity(
        _hashed("mention", f"{article.id}\0{entity.id}\0{surface}"), "Mention",
        name=surface, document=_hashed("article", article.id), resolved=_hashed("entity", entity.id),
        detectedSchema=schema,
    )  # fmt: skip


def _schema(entity: Entity) -> str | None:
    if entity.type == "PERSON":
        return "Person"
    if entity.type != "ORG":
        return None
    return "PublicBody" if _PUBLIC.search(entity.name) else "Organization"


def _entity(identity: str, schema: str, **properties: str | list[str] | None) -> Json:
    """An entity; every property of FollowTheMoney has any number of values, and none that is empty."""
    lists = {key: [value] if isinstance(value, str) else value for key, value in properties.items()}
    return {
        "id": identity,
        "schema": schema,
        "properties": {key: values for key, values in lists.items() if values},
    }


def _hashed(kind: str, identity: str) -> str:
    return hashlib.sha1(f"crossread\0{kind}\0{identity}".encode("utf-8", "replace")).hexdigest()  # noqa: S324


def _file(path: str | None) -> str | None:
    return path.replace("\\", "/").rpartition("/")[2] if path else None
