"""The orders of the article list, kept in the articles themselves.

Each article carries a place in each order: text that sorts as the list does. A place depends on the article
and its own story alone, so that settling one story moves nothing else, however many articles there are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

#: Turns dates round: a later one sorts first. What has no date stands after all that have one.
_TURNED = str.maketrans("0123456789", "9876543210")
_LAST = "~"
_DATE_LENGTH = 32


def unsettled(key: int) -> str:
    """The place of an article whose story is not known yet: after all others, as they came."""
    return f"{_LAST}{_LAST} {key:012d}"


def by_outlet(outlet: str | None, published: str | None, key: int) -> str:
    """The place by outlet, whatever its case; newest first in each, articles without an outlet last."""
    return f"{_named(outlet)} {by_date(published, key)}"


def by_date(published: str | None, key: int) -> str:
    """The place by date of publication: newest first, undated ones last."""
    return f"{_newest_first(published)} {key:012d}"


class Placed(NamedTuple):
    """Where an article of a settled story stands: in the list by stories and in that by origins.

    `letter` is that of its family, `origin` the name of what most of the family rests on, if anything.
    """

    key: int
    place: str
    letter: str
    origin: str | None
    by_origin: str


def arranged(
    articles: Sequence[tuple[int, str | None]],
    origins: Mapping[int, Collection[str]],
    names: Mapping[str, str],
) -> list[Placed]:
    """The articles of one story in list order.

    `articles` are (key, date of publication), `origins` what each derives from, `names` what these are
    called. Stories come newest first, undated ones last; within a story the articles that share an origin
    stand together under one letter; all ties go by the order in which articles came. By origins, those
    without any come last.
    """
    if not articles:
        return []
    newest = _newest_first(max(published or "" for _, published in articles))
    first = min(key for key, _ in articles)
    family = families((key for key, _ in articles), origins)
    origin = _origin_of(family, origins, names)
    letters: dict[int, str] = {}
    found = []
    for key in sorted(family, key=lambda key: (family[key], key)):
        home = family[key]
        letter = letters.setdefault(home, _letter(len(letters)))
        place = f"{newest} {first:012d} {home:012d} {key:012d}"
        name = origin.get(home)
        found.append(Placed(key, place, letter, name, f"{_named(name)} {place}"))
    return found


def _origin_of(
    family: Mapping[int, int], origins: Mapping[int, Collection[str]], names: Mapping[str, str]
) -> Mapping[int, str]:
    """Family → the name of the origin on which most of it rests."""
    shared: dict[int, Counter[str]] = defaultdict(Counter)
    for key in sorted(family):
        shared[family[key]].update(sorted(set(origins.get(key, ())) & names.keys()))
    return {home: names[counts.most_common(1)[0][0]] for home, counts in shared.items() if counts}


def _newest_first(published: str | None) -> str:
    return (published or "")[:_DATE_LENGTH].translate(_TURNED) or _LAST


def _named(name: str | None) -> str:
    """A name, whatever its case, as it sorts: a tab ends it before any longer one, none comes last."""
    folded = " ".join((name or "").casefold().split())
    return f"0{folded}\t" if folded else "1\t"


def families(articles: Iterable[int], origins: Mapping[int, Collection[str]]) -> dict[int, int]:
    """Article → the first article with which it shares an origin, through any number of others."""
    home: dict[int, int] = {}
    first_of: dict[str, int] = {}

    def root(article: int) -> int:
        while home[article] != article:
            home[article] = home[home[article]]
            article = home[article]
        return article

    for article in sorted(articles):
        home[article] = article
        for origin in origins.get(article, ()):
            other = first_of.setdefault(origin, article)
            a, b = sorted((root(article), root(other)))
            home[b] = a
    return {article: root(article) for article in home}


def _letter(number: int) -> str:
    """A, B … Z, AA, AB …"""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
