"""From the articles of a story to its origins: which report each article rests on, and how that is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from model.matching.origins.account import Account, Entry, accounts_of
from model.matching.origins.conclusions import Conclusion, Family, Ledgers, house_origin
from model.matching.origins.creditors import house_name, one_key
from model.matching.origins.families import families
from model.matching.origins.ledger import ledger, strength
from model.passage import Witness
from model.records import Derivation, Match, Origin


def derive(witnesses: Sequence[Witness], matches: Iterable[Match]) -> tuple[list[Origin], list[Derivation]]:
    """Origins of a story's articles, and what derives from which. `matches` are those between the articles.

    An article that neither credits anybody nor shares a report with another has no derivation: it is its own
    origin. What several articles of one outlet report on their own feet has one origin, the outlet. Only
    pairs of articles with matches are compared. The result does not depend on the order of either argument.
    """
    accounts = accounts_of(witnesses)
    told = _told(accounts, matches)
    ledgers = _ledgers(accounts, told)
    weights = {(a, b): strength(entries) for a, row in ledgers.items() for b, entries in row.items() if a < b}
    groups = [
        Family([accounts[article] for article in members], ledgers, told)
        for members in families(list(accounts), weights)
    ]
    found = [conclusion for group in groups for conclusion in group.conclusions()]
    found += _houses([account for group in groups for account in group.on_their_own_feet()], ledgers)
    return [origin for origin, _ in found], [derivation for _, derived in found for derivation in derived]


def _told(accounts: Mapping[str, Account], matches: Iterable[Match]) -> dict[tuple[str, str], list[Match]]:
    """The matches that tell one claim, by their pair of articles, in the order of their sentences."""
    home = {sentence: article for article, account in accounts.items() for sentence in account.profiles}
    between: dict[tuple[str, str], list[Match]] = defaultdict(list)
    for match in sorted(matches, key=lambda m: (m.a, m.b)):
        if match.judged == "rejected" or match.relation in (None, "background"):
            continue
        if match.a in home and match.b in home and home[match.a] < home[match.b]:
            between[home[match.a], home[match.b]].append(match)
    return between


def _ledgers(accounts: Mapping[str, Account], told: Mapping[tuple[str, str], Sequence[Match]]) -> Ledgers:
    """Ledgers of all pairs of articles that tell something of each other, each seen from both sides."""
    found: dict[str, dict[str, Sequence[Entry]]] = defaultdict(dict)
    for (a, b), matches in told.items():
        entries = ledger(accounts[a], accounts[b], matches)
        found[a][b] = entries
        found[b][a] = [entry.turned() for entry in entries]
    return found


def _houses(accounts: Iterable[Account], ledgers: Ledgers) -> list[Conclusion]:
    """The origins of what outlets report themselves in more than one article: none is another source."""
    by_house: dict[str, list[Account]] = defaultdict(list)
    named = [(house_name(account.article.outlet or ""), account) for account in accounts]
    keys = one_key((house, None) for house, _ in named)
    for house, account in sorted(named, key=lambda item: item[1].article.id):
        if house:
            by_house[keys[house]].append(account)
    return [house_origin(by_house[house], ledgers) for house in sorted(by_house) if len(by_house[house]) > 1]
