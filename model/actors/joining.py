"""The steps by which the names of one article are joined: full names first, then what leans on them.

Family names, acronyms, shortened names and damaged ones follow. What two mentions joined by “and” name is
kept apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import combinations

from rapidfuzz.distance import OSA

from model.actors.aliases import is_short, known_actor
from model.actors.forms import Form, collect, common_words, named_together, stated_acronyms
from model.actors.glued import glued
from model.actors.groups import Groups
from model.actors.judgements import ActorJudgements
from model.actors.keys import blocks, compare, is_short_key
from model.actors.names import fold, initials, lexicon, parse_organisation, parse_person, word_likeness
from model.analysis import Analysis

#: Verdicts within an article need less than across a corpus: one writer, one event.
_ENOUGH = 0.78
_COURTESIES = frozenset({"mr", "mrs", "ms", "miss"})


@dataclass(slots=True)
class ArticleNames:
    """The forms of an article and the groups that its names make up so far.

    `single` are mentions that the user judged one by one: nothing joins them.
    """

    analysis: Analysis
    judgements: ActorJudgements
    forms: list[Form] = field(init=False)
    single: list[Form] = field(init=False)
    groups: Groups = field(init=False)
    together: set[frozenset[int]] = field(init=False)
    acronyms: dict[int, str] = field(init=False)
    glued: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        self.forms, self.single = collect(self.analysis, self.judgements)
        self.groups = Groups(len(self.forms))
        self.together = named_together(self.analysis)
        self.acronyms = stated_acronyms(self.analysis)
        self.glued = glued(self.forms)

    def join_all(self) -> None:
        """Take every step in turn."""
        self.keep_apart()
        self.join_full_names()
        self.join_acronyms()
        self.join_families()
        self.join_mistyped()
        self.join_shortened()
        self.join_damaged()

    def keep_apart(self) -> None:
        """What the user says is two is not one, nor what stands side by side in a sentence."""
        judged = [i for i, form in enumerate(self.forms) if self.judgements.speak_of(form.names)]
        for i, j in combinations(judged, 2):
            found = self.judgements.relation(self.forms[i].names, self.forms[j].names)
            if found is not None and not found[0]:
                self.groups.keep_apart(i, j, "judged different")
        of_mention = self._of_mention()
        for first, second in sorted(sorted(pair) for pair in self.together):
            a, b = of_mention.get(first), of_mention.get(second)
            if a is not None and b is not None and a != b:
                self.groups.keep_apart(a, b, "named side by side in one sentence")

    def join_full_names(self) -> None:
        """Names whose words agree, likest first; names that are known to differ are held apart before."""
        edges: list[tuple[float, int, int, tuple[str, ...]]] = []
        for i, j in self._candidates():
            a, b = self.forms[i], self.forms[j]
            if fold(a.text) == fold(b.text):
                if a.size > 1 or "person" not in (a.group, b.group):
                    edges.append((1.0 if a.group == b.group else 0.9, i, j, ("the same words",)))
                continue
            if a.group != b.group or _both_known(a, b) or _leans(a) or _leans(b):
                continue
            verdict = compare(a.text, b.text, a.group)
            if verdict.same and verdict.score >= _ENOUGH:
                edges.append((verdict.score, i, j, verdict.why))
            elif verdict.same is False:
                self.groups.keep_apart(i, j, verdict.why[0])
        for _, i, j, why in sorted(edges, key=lambda edge: (-edge[0], edge[1], edge[2])):
            self.groups.merge(i, j, why)

    def join_acronyms(self) -> None:
        """Acronyms stated in brackets, and those that fit the first letters of one name only."""
        of_mention = self._of_mention()
        short: dict[str, int] = {}
        for i, form in enumerate(self.forms):
            letters = form_acronym(form)
            if letters:
                short.setdefault(letters, i)
        for mention, acronym in sorted(self.acronyms.items()):
            letters = fold(acronym).replace(" ", "")
            stated, bearer = short.get(letters), of_mention.get(mention)
            if stated is not None and bearer is not None and self._defines(bearer, stated, letters):
                why = f"({acronym}) stands after ‘{self.forms[bearer].text}’"
                self.groups.merge(bearer, stated, (why,))
        for letters, j in sorted(short.items()):
            fits = {
                self.groups.find(i)
                for i, form in enumerate(self.forms)
                if form.size > 1 and form.group == "org" and letters in initials(form.text)
            }
            if len(fits) == 1 and len(self.groups.members(j)) == 1 and len(letters) > 2:
                bearer = fits.pop()
                why = f"‘{letters.upper()}’ are the first letters of ‘{self.forms[bearer].text}’"
                self.groups.merge(bearer, j, (why,))

    def _defines(self, bearer: int, stated: int, letters: str) -> bool:
        """Whether letters in brackets are those of the name before: “Baghdad (CNN)” is a dateline."""
        form = self.forms[bearer]
        return bearer != stated and (form.group == "org" or letters in initials(form.text))

    def join_families(self) -> None:
        """A lone name joins the person whose family name, or else any name, it is."""
        people = self._people()
        for j, form in enumerate(self.forms):
            word = form.key.partition(":")[2]
            if form.size != 1 or form.group not in ("person", "org", "place") or not _may_be_family(form):
                continue
            best: dict[int, int] = {}
            for i in people:
                rank = _rank(word, parse_person(self.forms[i].text).words, strict=form.group != "person")
                group = self.groups.find(i)
                if rank >= (3 if form.group == "place" else 1) and not self.groups.forbidden(i, j):
                    best[group] = max(best.get(group, 0), rank)
            likely = [group for group, rank in best.items() if rank == max(best.values())]
            chosen = self._nearest(j, [group for group in likely if self._introduced(group, j)])
            if chosen is not None:
                self.groups.merge(chosen, j, (f"‘{form.text}’ is a name of ‘{self.forms[chosen].text}’",))

    def _introduced(self, group: int, j: int) -> bool:
        """Whether the full name comes in time: a name used often before it is somebody better known."""
        first = min(m for i in self.groups.members(group) for m in self.forms[i].mentions)
        mentions = self.forms[j].mentions
        before = sum(mention < first for mention in mentions)
        return before <= 2 or before * 2 < len(mentions) or bool(self._offices(group) & self._offices(j))

    def join_mistyped(self) -> None:
        """One word taken for a person here and a place there is what it is most of the time."""
        single = [i for i, form in enumerate(self.forms) if form.size == 1 and _may_be_family(form)]
        for i, j in combinations(single, 2):
            a, b = sorted((i, j), key=lambda one: -len(self.forms[one].mentions))
            major, minor = self.forms[a], self.forms[b]
            outweighs = len(major.mentions) >= 3 * len(minor.mentions)
            if outweighs and major.group != minor.group and fold(major.text) == fold(minor.text):
                self.groups.merge(a, b, (f"‘{minor.text}’ is mostly {major.type} here",))

    def join_shortened(self) -> None:
        """A name whose words all stand in one longer name, once the longer one was introduced."""
        shared = common_words(self.forms)
        for j, form in enumerate(self.forms):
            if form.group != "org" or len(self.groups.members(j)) > 1 or form.key.startswith("known:"):
                continue
            longer = {
                self.groups.find(i): i
                for i, other in enumerate(self.forms)
                if other.group == "org" and other.size > form.size and _shortens(form, other, shared)
            }
            if len(longer) == 1:
                group, i = longer.popitem()
                if self.forms[i].mentions[0] < form.mentions[-1] and not self.groups.forbidden(group, j):
                    self.groups.merge(group, j, (f"‘{form.text}’ shortens ‘{self.forms[i].text}’",))

    def join_damaged(self) -> None:
        """A lone family name that fits nobody, with letters lost or added.

        It joins the one person of the same office whose own name it is like, if that is the commoner one.
        """
        people = self._people()
        for j, form in enumerate(self.forms):
            word = form.key.partition(":")[2]
            if not is_short_key(form.key) or len(self.groups.members(j)) > 1:
                continue
            near = {
                self.groups.find(i)
                for i in people
                if _damaged(word, parse_person(self.forms[i].text).family)
                and not self.groups.forbidden(i, j)
                and self._offices(j) & self._offices(i)
                and len(form.mentions) * 2 <= self._mentions(i)
            }
            if len(near) == 1:
                i = near.pop()
                self.groups.merge(
                    i, j, (f"‘{form.text}’ is ‘{self.forms[i].text}’ with letters lost, of the same office",)
                )

    def _people(self) -> list[int]:
        """The full names of people."""
        full = (i for i, form in enumerate(self.forms) if form.group == "person" and form.size > 1)
        return [i for i in full if i not in self.glued]

    def _of_mention(self) -> dict[int, int]:
        return {mention: i for i, form in enumerate(self.forms) for mention in form.mentions}

    def _candidates(self) -> list[tuple[int, int]]:
        under: dict[str, list[int]] = defaultdict(list)
        for i, form in enumerate(self.forms):
            for block in blocks(form.text, form.group):
                under[block].append(i)
        return sorted({(i, j) for found in under.values() for i in found for j in found if i < j})

    def _nearest(self, j: int, groups: list[int]) -> int | None:
        """Of several people whom a lone name fits, the one named last before it, else first after."""
        if len(groups) < 2:
            return groups[0] if groups else None
        titled = [group for group in groups if self._courtesy(group) & self._courtesy(j)]
        first = self.forms[j].mentions[0]
        mentions = {
            group: [m for i in self.groups.members(group) for m in self.forms[i].mentions]
            for group in titled or groups
        }
        return max(
            mentions,
            key=lambda g: (max((m for m in mentions[g] if m < first), default=-min(mentions[g])), -g),
        )

    def _mentions(self, i: int) -> int:
        return sum(len(self.forms[m].mentions) for m in self.groups.members(i))

    def _offices(self, i: int) -> set[str]:
        return {t for m in self.groups.members(i) for t in self.forms[m].titles if t in lexicon().roles}

    def _courtesy(self, i: int) -> set[str]:
        return {t for m in self.groups.members(i) for t in self.forms[m].titles if t in _COURTESIES}


def form_acronym(form: Form) -> str | None:
    """The letters of a form that is an acronym, lower-case."""
    return parse_organisation(form.text).acronym if form.group != "person" or form.text.isupper() else None


def _leans(form: Form) -> bool:
    """Whether the form is no full name: it waits for the steps after."""
    return is_short_key(form.key) or bool(form_acronym(form))


def _may_be_family(form: Form) -> bool:
    return not form.key.startswith("known:") and form.key.partition(":")[2] not in lexicon().states


def _both_known(a: Form, b: Form) -> bool:
    return a.key.startswith("known:") and b.key.startswith("known:")


def _rank(word: str, name: tuple[str, ...], *, strict: bool) -> int:
    """How well a lone word fits a full name: 3 its family name, 2 its given name, 1 another of its words."""
    for rank, part in ((3, name[-1]), (2, name[0]), *((1, part) for part in name[1:-1])):
        likeness = word_likeness(word, part)
        if likeness.kind == "equal" or (rank == 3 and not strict and likeness.kind == "spelling"):
            return rank
    return 0


def _shortens(form: Form, longer: Form, shared: Counter[str]) -> bool:
    """Whether the longer name only adds what says whose or what kind it is.

    And no other actor bears the short one.
    """
    lists = lexicon()
    short, long = parse_organisation(form.text), parse_organisation(longer.text)
    if short.numbers != long.numbers or known_actor(form.text):
        return False
    added = list(long.words)
    for word in short.words:
        match = next(
            (other for other in added if word_likeness(word, other).kind in ("equal", "spelling")), None
        )
        if match is None:
            return False
        added.remove(match)
    placing = lists.state_names | lists.people_names
    if all(word in placing for word in added) and len(short.words) > 1:
        return True
    kind_only = all(word in placing or word in lists.head_names or word in lists.generic for word in added)
    own = [word for word in short.words if word not in lists.head_names and word not in placing]
    return (
        kind_only
        and bool(own)
        and not any(shared[word] > 2 for word in own)
        and not set(added) & lists.changing
    )


def _damaged(word: str, family: str) -> bool:
    return (
        len(word) >= 5
        and word[0] == family[:1]
        and word[-1] == family[-1:]
        and OSA.distance(word, family) <= 2
    )


def is_weak(form: Form) -> bool:
    """Whether the alias pack knows the form by names only that others may bear as well."""
    return form.key.startswith("known:") and all(is_short(text) for text in form.texts)
