"""What the user said of derivations: that an article does not rest on an origin, or does after all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from model.records import Derivation, Judgement, Origin

#: The kind of a judgement on an article and an origin: `confirmed` or `rejected`, with its name as a note.
DERIVATION = "derivation"


class DerivationJudgements:
    """The last word on each article and origin.

    The id of an origin changes with the articles that rest on it; its name is what a reader judged by, and
    holds where the id is no more.
    """

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self._last: dict[str, dict[tuple[str | None, str | None], str]] = {}
        for judgement in judgements:
            if judgement.kind == DERIVATION:
                words = self._last.setdefault(judgement.subject, {})
                origin = judgement.object, judgement.note
                words.pop(origin, None)
                words[origin] = judgement.verdict

    def of(self, article: str, origin: Origin, known: Mapping[str, Origin]) -> str | None:
        """The verdict on an article and an origin, `known` being all of the story by id; None without one."""
        word = None
        for (identity, name), verdict in self._last.get(article, {}).items():
            if identity == origin.id or (identity not in known and name == origin.name):
                word = verdict
        return word

    def carried_through(
        self, origins: Sequence[Origin], derivations: Sequence[Derivation], articles: Iterable[str]
    ) -> tuple[list[Origin], list[Derivation]]:
        """The origins and derivations of a story's articles as they are by the user's word."""
        known = {origin.id: origin for origin in origins}
        judged = {
            (article, origin.id): word
            for article in articles
            if article in self._last
            for origin in origins
            if (word := self.of(article, origin, known))
        }
        if not judged:
            return list(origins), list(derivations)
        found = [d for d in derivations if judged.get((d.article, d.origin)) != "rejected"]
        derived = {(d.article, d.origin) for d in derivations}
        found += [
            Derivation(article, origin, "partly", False, ())
            for (article, origin), word in sorted(judged.items())
            if word == "confirmed" and (article, origin) not in derived
        ]
        return [
            replace(origin, articles=articles_of)
            for origin in origins
            if (articles_of := _articles(origin, judged))
        ], sorted(found, key=lambda d: (d.article, d.origin))


def _articles(origin: Origin, judged: Mapping[tuple[str, str], str]) -> tuple[str, ...]:
    resting = {a for a in origin.articles if judged.get((a, origin.id)) != "rejected"}
    resting |= {a for (a, identity), word in judged.items() if identity == origin.id and word == "confirmed"}
    return tuple(sorted(resting))
