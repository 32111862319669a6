"""What is concluded of articles that rest on one report: its name, its home, and how each derives from it."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from model.matching.origins.account import Account, Entry
from model.matching.origins.creditors import house_name, is_house_of
from model.matching.origins.credits import Credit, Reach
from model.matching.origins.direction import earlier, original
from model.matching.origins.ledger import strength
from model.matching.origins.statements import Statement
from model.records import Derivation, DerivationStatus, Evidence, Match, Origin, OriginKind, Span

#: Share of its sentences that an article must have from its origin to rest on it wholly.
_WHOLLY = 0.6
#: Other members of a family whose ledgers are shown as evidence, the weightiest first.
_SHOWN = 4
_UNCREDITED = "uncredited report"
_CREDIT_WEIGHT: Mapping[Reach, float] = {"text": 2.0, "lead": 1.5, "passing": 0.5}

Ledgers = Mapping[str, Mapping[str, Sequence[Entry]]]
Conclusion = tuple[Origin, list[Derivation]]


@dataclass(frozen=True, slots=True)
class Family:
    """Articles that rest on one report, in the order of their ids.

    `ledgers` and `told` (matches by pair of articles) are those of the whole story.
    """

    accounts: Sequence[Account]
    ledgers: Ledgers
    told: Mapping[tuple[str, str], Sequence[Match]]

    def conclusions(self) -> list[Conclusion]:
        """Each origin of the family with the derivations from it."""
        credits = self._credits()
        main = self._main(credits)
        found = []
        if main is not None or not self._of_one_house():
            found.append(self._shared(main, credits.get(main or "", [])))
        found += [self._other(key, credits[key]) for key in sorted(credits.keys() - {main})]
        found += [_announced(a.article.id, statement) for a in self.accounts for statement in a.statements]
        return found

    def on_their_own_feet(self) -> list[Account]:
        """The members whose report is their outlet's own, whatever they credit in passing."""
        if not self._of_one_house():
            return []
        return [account for account in self.accounts if not any(credit.lead for credit in account.credits)]

    def _of_one_house(self) -> bool:
        """Whether one outlet, or one article, is all there is."""
        houses = {house_name(account.article.outlet or "") for account in self.accounts}
        return len(self.accounts) == 1 or (len(houses) == 1 and "" not in houses)

    def _credits(self) -> dict[str, list[Credit]]:
        found: dict[str, list[Credit]] = defaultdict(list)
        for account in self.accounts:
            for credit in account.credits:
                found[credit.key].append(credit)
        return found

    def _main(self, credits: Mapping[str, Sequence[Credit]]) -> str | None:
        """The creditor on whom the family rests: a member's house, or whom most articles credit most."""

        def standing(key: str) -> tuple[bool, float, int]:
            reach = {
                c.article: max(_CREDIT_WEIGHT[o.reach] for o in credits[key] if o.article == c.article)
                for c in credits[key]
            }
            return bool(self._homes(credits[key])), sum(reach.values()), len(credits[key])

        def carries(key: str) -> bool:
            if any(c.lead for c in credits[key]) or self._homes(credits[key]):
                return True
            crediting = {c.article for c in credits[key]}
            agency = any(c.kind == "agency" for c in credits[key])
            return agency and len(crediting) > max(1, len(self.accounts) / 2)

        return max(filter(carries, sorted(credits)), key=standing, default=None)

    def _homes(self, credits: Sequence[Credit]) -> list[Account]:
        """Members that the creditor published itself."""
        names = sorted({credit.name for credit in credits})
        return [
            account
            for account in self.accounts
            if account.article.outlet and any(is_house_of(name, account.article.outlet) for name in names)
        ]

    def _shared(self, main: str | None, credits: Sequence[Credit]) -> Conclusion:
        """The origin that all members share, and their derivations from it."""
        home = self._home(credits) if main is not None else original(self.accounts)
        name, kind = _named(credits) if credits else _unnamed(home)
        members = tuple(account.article.id for account in self.accounts)
        in_corpus = home.article.id if home is not None else None
        origin = Origin(_origin_id(main or "", members[0]), name, kind, in_corpus, members)
        return origin, [
            self._derivation(account, origin, home, [c for c in credits if c.article == account.article.id])
            for account in self.accounts
            if account is not home
        ]

    def _home(self, credits: Sequence[Credit]) -> Account | None:
        """The creditor's own report among the members: the one that the others share most with."""
        homes = self._homes(credits)
        others = {account.article.id for account in self.accounts}

        def shared(account: Account) -> float:
            row = self.ledgers.get(account.article.id, {})
            return sum(strength(entries) for other, entries in row.items() if other in others)

        return max(homes, key=shared, default=None)

    def _derivation(
        self, account: Account, origin: Origin, home: Account | None, credits: Sequence[Credit]
    ) -> Derivation:
        evidence = _credit_evidence(credits)
        row = self.ledgers.get(account.article.id, {})
        members = [other.article.id for other in self.accounts if other.article.id in row]
        first = home.article.id if home is not None else None
        members.sort(key=lambda other: (other != first, -strength(row[other]), other))
        for other in members[:_SHOWN]:
            evidence += _as_evidence(row[other], other, stated=bool(credits))
        if home is not None and (time := earlier(home.article, account.article)) is not None:
            evidence.append(time)
        evidence.sort(key=_weightiest)
        status = self._status(account)
        return Derivation(account.article.id, origin.id, status, bool(credits), tuple(evidence))

    def _status(self, account: Account) -> DerivationStatus:
        """Wholly, if nobody else is credited or contributed, and the text or most sentences are another's."""
        creditors = {credit.key for credit in account.credits}
        contributed = any(mark.kind == "contribution" for mark in account.article.marks)
        if len(creditors) > 1 or contributed:
            return "partly"
        others = {other.article.id for other in self.accounts} - {account.article.id}
        mine = {
            sentence
            for other in others
            for match in self.told.get(_pair(account.article.id, other), ())
            for sentence in (match.a, match.b)
            if sentence in account.profiles
        }
        whole = len(mine) >= _WHOLLY * len(account.profiles) > 0
        return "wholly" if whole or any(c.reach == "text" for c in account.credits) else "partly"

    def _other(self, key: str, credits: Sequence[Credit]) -> Conclusion:
        """An origin that single members credit besides."""
        name, kind = _named(credits)
        articles = tuple(dict.fromkeys(credit.article for credit in credits))
        origin = Origin(_origin_id(key, self.accounts[0].article.id), name, kind, None, articles)
        return origin, [
            Derivation(
                article,
                origin.id,
                "partly",
                True,
                tuple(_credit_evidence([c for c in credits if c.article == article])),
            )
            for article in articles
        ]


def _announced(article: str, statement: Statement) -> Conclusion:
    """A statement as an origin of the one article that reports it."""
    identity = _origin_id(f"statement {statement.key}", article)
    origin = Origin(identity, statement.name, "statement", None, (article,))
    evidence = Evidence("credit", statement.span, None, None, 1.0, f"a statement of {statement.name}")
    return origin, [Derivation(article, origin.id, "partly", True, (evidence,))]


def house_origin(accounts: Sequence[Account], ledgers: Ledgers) -> Conclusion:
    """The origin of several articles of one outlet that stand on their own feet."""
    outlets = Counter(account.article.outlet or "" for account in accounts)
    name = max(sorted(outlets), key=lambda outlet: outlets[outlet])
    members = tuple(account.article.id for account in accounts)
    origin = Origin(_origin_id(f"house {house_name(name)}", members[0]), name, "outlet", None, members)
    derived = []
    for account in accounts:
        other = accounts[1] if account is accounts[0] else accounts[0]
        why = f"both articles are of {name}"
        evidence = [Evidence("credit", account.head, other.article.id, other.head, 2.0, why)]
        row = ledgers.get(account.article.id, {})
        evidence += _as_evidence(row.get(other.article.id, ()), other.article.id, stated=True)
        derived.append(Derivation(account.article.id, origin.id, "partly", True, tuple(evidence)))
    return origin, derived


def _credit_evidence(credits: Sequence[Credit]) -> list[Evidence]:
    found = [
        Evidence("credit", c.span, None, None, _CREDIT_WEIGHT[c.reach], f"credits {c.name}") for c in credits
    ]
    return sorted(found, key=_weightiest)


def _as_evidence(entries: Sequence[Entry], other: str, *, stated: bool) -> list[Evidence]:
    """Entries of a ledger as evidence. A credit that is stated stands there already, in full."""
    return [
        Evidence(e.kind, e.a, other, e.b, e.weight, e.why)
        for e in entries
        if not (stated and e.kind == "credit" and e.weight > 0)
    ]


def _weightiest(item: Evidence) -> tuple[float, Span, str]:
    return -item.weight, item.a, item.other_article or ""


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _named(credits: Sequence[Credit]) -> tuple[str, OriginKind]:
    """The name in full that most credits use, the longer of equals, and its kind."""
    names = Counter(credit.name for credit in credits)
    full = max(len(house_name(name)) for name in names)

    def standing(name: str) -> tuple[bool, int, int]:
        return len(house_name(name)) * 2 > full, names[name], len(name)

    name = max(sorted(names), key=standing)
    return name, "agency" if any(credit.kind == "agency" for credit in credits) else "outlet"


def _unnamed(home: Account | None) -> tuple[str, OriginKind]:
    """Name and kind of an origin that nobody credits."""
    if home is not None and home.article.outlet:
        return home.article.outlet, "outlet"
    return _UNCREDITED, "unknown"


def _origin_id(key: str, article: str) -> str:
    digest = hashlib.sha256(f"{key}\0{article}".encode("utf-8", "surrogatepass")).hexdigest()
    return f"o{digest[:12]}"
