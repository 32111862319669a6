"""The order of the article list, kept in the articles themselves.

Each article carries a place: text that sorts as the list does. A place depends on the article's own story
alone, so that settling one story moves nothing else, however many articles there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

#: Turns dates round: a later one sorts first. What has no date stands after all that have one.
_TURNED = str.maketrans("0123456789", "9876543210")
_LAST = "~"
_DATE_LENGTH = 32


def unsettled(key: int) -> str:
    """The place of an article whose story is not known yet: after all others, as they came."""
    return f"{_LAST}{_LAST} {key:012d}"


def arranged(
    articles: Sequence[tuple[int, str | None]], origins: Mapping[int, Iterable[str]]
) -> list[tuple[int, str, str]]:
    """Places and family letters of one story's articles, as (key, place, letter), in list order.

    `articles` are (key, date of publication), `origins` what each derives from. Stories come newest first,
    undated ones last; within a story the articles that share an origin stand together under one letter; all
    ties go by the order in which articles came.
    """
    if not articles:
        return []
    newest = max(published or "" for _, published in articles)[:_DATE_LENGTH].translate(_TURNED) or _LAST
    first = min(key for key, _ in articles)
    family = families((key for key, _ in articles), origins)
    letters: dict[int, str] = {}
    found = []
    for key in sorted(family, key=lambda key: (family[key], key)):
        letter = letters.setdefault(family[key], _letter(len(letters)))
        found.append((key, f"{newest} {first:012d} {family[key]:012d} {key:012d}", letter))
    return found


def families(articles: Iterable[int], origins: Mapping[int, Iterable[str]]) -> dict[int, int]:
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
