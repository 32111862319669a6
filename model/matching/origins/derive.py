"""From the articles of a story to its origins: which report each article rests on, and how that is known."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from model.matching.background import Frequencies
from model.matching.candidates import reporting
from model.matching.origins.credits import Credit, creditor_key, credits_of
from model.matching.origins.evidence import Account, Entry, ledger
from model.matching.origins.families import families
from model.matching.passage import Witness
from model.matching.profile import profiles
from model.records import Derivation, DerivationStatus, Evidence, Match, Origin, OriginKind

#: Share of its sentences that an article must have from its origin to rest on it wholly.
_WHOLLY = 0.6
_UNCREDITED = "uncredited report"

Ledgers = Mapping[tuple[str, str], Sequence[Entry]]


def derive(witnesses: Sequence[Witness], matches: Iterable[Match]) -> tuple[list[Origin], list[Derivation]]:
    """Origins of a story's articles, and what derives from which. `matches` are those between the articles.

    Articles of one outlet are never two origins. An article that neither credits anybody nor shares a report
    with another has no derivation: it is its own origin.
    """
    told = [m for m in matches if m.judged != "rejected" and m.relation not in (None, "background")]
    accounts = {witness.article.id: _account(witness) for witness in witnesses}
    ledgers = _ledgers(accounts, told)
    groups = families(list(accounts), _weights(accounts, ledgers))
    origins: list[Origin] = []
    derivations: list[Derivation] = []
    for members in groups:
        family = _Family([accounts[article] for article in members], ledgers, told)
        for origin, derived in family.conclusions():
            origins.append(origin)
            derivations.extend(derived)
    return origins, derivations


def _account(witness: Witness) -> Account:
    ready = profiles(reporting(witness.passages), Frequencies())
    by_sentence = {profile.passage.sentence.id: profile for profile in ready}
    return Account(witness.article, by_sentence, tuple(credits_of(witness)))


def _ledgers(accounts: Mapping[str, Account], matches: Iterable[Match]) -> Ledgers:
    """Ledgers of all pairs of articles that tell something of each other."""
    between: dict[tuple[str, str], list[Match]] = defaultdict(list)
    home = {sentence: article for article, account in accounts.items() for sentence in account.profiles}
    for match in matches:
        if match.a in home and match.b in home:
            between[home[match.a], home[match.b]].append(match)
    return {pair: ledger(accounts[pair[0]], accounts[pair[1]], found) for pair, found in between.items()}


def _weights(accounts: Mapping[str, Account], ledgers: Ledgers) -> dict[tuple[str, str], float]:
    weights = {pair: sum(entry.weight for entry in entries) for pair, entries in ledgers.items()}
    by_outlet: dict[str, list[str]] = defaultdict(list)
    for article, account in sorted(accounts.items()):
        if account.article.outlet:
            by_outlet[creditor_key(account.article.outlet, None)].append(article)
    for of_outlet in by_outlet.values():
        # A second article of one newsroom is no second source, whatever it shares with the first.
        for other in of_outlet[1:]:
            weights[of_outlet[0], other] = float("inf")
    return weights


@dataclass(frozen=True, slots=True)
class _Family:
    """Articles that rest on one report, and what is concluded of them."""

    accounts: Sequence[Account]
    ledgers: Ledgers
    matches: Sequence[Match]

    def conclusions(self) -> list[tuple[Origin, list[Derivation]]]:
        """Each origin of the family with the derivations from it."""
        by_creditor: dict[str, list[Credit]] = defaultdict(list)
        for account in self.accounts:
            for credit in account.credits:
                by_creditor[credit.key].append(credit)
        main = self._main(by_creditor)
        found = []
        if main is not None or len(self.accounts) > 1:
            found.append(self._shared(main, by_creditor.get(main or "", [])))
        found.extend(self._other(key, by_creditor[key]) for key in sorted(by_creditor.keys() - {main}))
        return found

    def _main(self, by_creditor: Mapping[str, Sequence[Credit]]) -> str | None:
        """The creditor on whom the family rests: credited by most articles, in leads, and most often."""
        if not by_creditor:
            return None

        def standing(key: str) -> tuple[int, int, int]:
            credits = by_creditor[key]
            return len({c.article for c in credits}), sum(c.lead for c in credits), len(credits)

        return max(sorted(by_creditor), key=standing)

    def _shared(self, main: str | None, credits: Sequence[Credit]) -> tuple[Origin, list[Derivation]]:
        """The origin that all members share, and their derivations from it."""
        home = self._home(main)
        name, kind = _named(credits) if credits else self._unnamed(home)
        members = [account.article.id for account in self.accounts]
        origin = Origin(
            id=_origin_id(main or name, members[0]),
            name=name,
            kind=kind,
            in_corpus=home.article.id if home is not None else None,
            articles=tuple(members),
        )
        derived = [
            self._derivation(account, origin, [c for c in credits if c.article == account.article.id])
            for account in self.accounts
            if account is not home
        ]
        return origin, derived

    def _home(self, main: str | None) -> Account | None:
        """The member that is the original: the creditor's own article, else the one that came first."""
        for account in self.accounts:
            if (
                main is not None
                and account.article.outlet
                and creditor_key(account.article.outlet, None) == main
            ):
                return account
        dated = sorted((a.article.published, a.article.id) for a in self.accounts if a.article.published)
        if (
            main is not None
            or len(dated) < len(self.accounts)
            or len(dated) < 2
            or dated[0][0] == dated[1][0]
        ):
            return None
        return next(account for account in self.accounts if account.article.id == dated[0][1])

    def _unnamed(self, home: Account | None) -> tuple[str, OriginKind]:
        """Name and kind of an origin that nobody credits."""
        outlets = {account.article.outlet for account in self.accounts}
        if len(outlets) == 1 and None not in outlets:
            return str(outlets.pop()), "outlet"
        if home is not None and home.article.outlet:
            return home.article.outlet, "outlet"
        return _UNCREDITED, "unknown"

    def _derivation(self, account: Account, origin: Origin, credits: Sequence[Credit]) -> Derivation:
        evidence = [
            Evidence("credit", c.span, None, None, 1.5 if c.lead else 1.0, f"credits {c.name}")
            for c in credits
        ]
        for other, entries in self._entries_of(account.article.id):
            evidence += (
                Evidence(e.kind, e.a, other, e.b, e.weight, e.why)
                for e in entries
                if e.kind != "credit" or e.weight < 0
            )
        evidence.sort(key=lambda item: (-item.weight, item.a))
        return Derivation(
            account.article.id, origin.id, self._status(account), bool(credits), tuple(evidence)
        )

    def _entries_of(self, article: str) -> list[tuple[str, Sequence[Entry]]]:
        """Ledgers of the article with the other members, seen from its side."""
        members = {account.article.id for account in self.accounts}
        found: list[tuple[str, Sequence[Entry]]] = []
        for (a, b), entries in self.ledgers.items():
            if a == article and b in members:
                found.append((b, entries))
            elif b == article and a in members:
                found.append((a, [entry.turned() for entry in entries]))
        return found

    def _status(self, account: Account) -> DerivationStatus:
        """Wholly, if nobody else is credited, nobody contributed, and most sentences stand elsewhere too."""
        creditors = {credit.key for credit in account.credits}
        contributed = any(mark.kind == "contribution" for mark in account.article.marks)
        others = {s for other in self.accounts if other is not account for s in other.profiles}
        told = {
            mine
            for match in self.matches
            for mine, theirs in ((match.a, match.b), (match.b, match.a))
            if mine in account.profiles and theirs in others
        }
        whole = len(told) >= _WHOLLY * len(account.profiles) > 0
        return "wholly" if whole and len(creditors) <= 1 and not contributed else "partly"

    def _other(self, key: str, credits: Sequence[Credit]) -> tuple[Origin, list[Derivation]]:
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
                tuple(
                    Evidence("credit", c.span, None, None, 1.5 if c.lead else 1.0, f"credits {c.name}")
                    for c in credits
                    if c.article == article
                ),
            )
            for article in articles
        ]


def _named(credits: Sequence[Credit]) -> tuple[str, OriginKind]:
    """The name that most credits use, the longer of equals, and its kind."""
    names = Counter(credit.name for credit in credits)
    name = max(sorted(names), key=lambda text: (names[text], len(text)))
    kinds = {credit.kind for credit in credits}
    return name, "agency" if "agency" in kinds else "outlet"


def _origin_id(key: str, article: str) -> str:
    digest = hashlib.sha256(f"{key}\0{article}".encode("utf-8", "surrogatepass")).hexdigest()
    return f"o{digest[:12]}"
