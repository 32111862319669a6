"""Whether two names of organisations, places, peoples or events mean one."""

from __future__ import annotations

from rapidfuzz import fuzz

from model.actors.compare.alignment import Alignment, align
from model.actors.compare.verdict import Verdict, different, same, undecided
from model.actors.names import (
    Likeness,
    OrganisationName,
    fold,
    initials,
    lexicon,
    loose_skeleton,
    parse_organisation,
    skeleton,
    word_likeness,
)

#: Words of institutions that more than one may share in another order: University of X, X University.
_ORDERED = frozenset({"university", "college", "bank", "school", "state", "institute"})


def compare_organisations(a: str, b: str) -> Verdict:
    """The verdict on two names of organisations as written.

    Numbers, states and closed legal forms must agree; a head word or a word of its own that only one name
    has makes another organisation. Words that only say what kind of thing is named (movement, group) do
    not.
    """
    first, second = parse_organisation(a), parse_organisation(b)
    if not first.key or not second.key:
        return undecided(0.0, "a name without letters")
    clash = _clash(first, second)
    if clash:
        return different(0.3, clash)
    if first.key == second.key:
        return _aside(first, second) or same(1.0, f"the same words ‘{first.key}’")
    if first.key.replace(" ", "") == second.key.replace(" ", ""):
        return same(0.95, "the same letters, divided into words otherwise")
    if not (first.alphabetic and second.alphabetic):
        return _across_scripts(first, second)
    acronym = _acronym(a, b, first, second)
    return acronym or _compare(first, second)


def compare_plain(a: str, b: str) -> Verdict:
    """The verdict on names of places, peoples, works and events: the same words, spelling aside."""
    first, second = parse_organisation(a), parse_organisation(b)
    if not first.key or not second.key:
        return undecided(0.0, "a name without letters")
    if fold(a) == fold(b):
        return same(1.0, "the same letters")
    clash = _clash(first, second)
    if clash:
        return different(0.3, clash)
    found = align(_less_people(first), _less_people(second), _strictly)
    if found.left_a or found.left_b or not found.pairs:
        reason = _left_reason(first, second, found) or "no word in common"
        return different(fuzz.ratio(first.key, second.key) / 250, reason)
    if first.states | second.states and _is_people(a) != _is_people(b):
        return different(0.5, "a people and its state are linked, not one")
    return same(found.score, *_reasons(first, second, found))


def _clash(a: OrganisationName, b: OrganisationName) -> str | None:
    if a.numbers != b.numbers:
        return (
            f"kept apart: numbers {', '.join(a.numbers) or 'none'} against {', '.join(b.numbers) or 'none'}"
        )
    if a.states and b.states and not a.states & b.states:
        return f"kept apart: {', '.join(sorted(a.states))} against {', '.join(sorted(b.states))}"
    closed_a, closed_b = a.legal - {"open"}, b.legal - {"open"}
    if closed_a and closed_b and not closed_a & closed_b:
        return f"kept apart: legal forms {', '.join(sorted(closed_a))} against {', '.join(sorted(closed_b))}"
    turned = set(a.words) & lexicon().compass ^ set(b.words) & lexicon().compass
    if turned and set(a.words) - turned == set(b.words) - turned:
        return f"kept apart: ‘{' '.join(sorted(turned))}’ makes another place"
    return None


def _aside(a: OrganisationName, b: OrganisationName) -> Verdict | None:
    if a.aside and b.aside and a.aside != b.aside and len(" ".join(a.aside + b.aside)) > 12:
        return different(0.5, f"kept apart: ({' '.join(a.aside)}) against ({' '.join(b.aside)})")
    if bool(a.aside) != bool(b.aside) and not _is_initials(a, b):
        return undecided(0.65, f"the same words but for ({' '.join(a.aside or b.aside)})", partial=True)
    return None


def _is_initials(a: OrganisationName, b: OrganisationName) -> bool:
    aside, name = (a.aside, b) if a.aside else (b.aside, a)
    return "".join(aside) == "".join(word[0] for word in name.words)


def _acronym(a: str, b: str, first: OrganisationName, second: OrganisationName) -> Verdict | None:
    for short, name, long in ((first, second, b), (second, first, a)):
        if short.acronym and len(name.words) > 1:
            if short.acronym in initials(long):
                score = 0.86 if len(short.acronym) > 2 else 0.7
                reason = f"‘{short.acronym.upper()}’ are the first letters of ‘{long.strip()}’"
                return same(score, reason) if score > 0.8 else undecided(score, reason)
            if short.acronym not in name.words:
                return undecided(
                    0.2, f"‘{short.acronym.upper()}’ are not the first letters of ‘{long.strip()}’"
                )
    return None


def _compare(a: OrganisationName, b: OrganisationName) -> Verdict:
    found = align(a.words, b.words, _strictly)
    if not found.pairs:
        return different(
            fuzz.token_sort_ratio(a.key, b.key) / 250, f"no word in common: ‘{a.key}’, ‘{b.key}’"
        )
    if found.left_a and found.left_b:
        return different(_overlap(a, b, found), _left_reason(a, b, found) or "")
    left = [a.words[p] for p in found.left_a] + [b.words[p] for p in found.left_b]
    if left:
        return _one_left(left, a, b, found)
    turned = [(p.a, p.b) for p in found.pairs] != sorted((p.a, p.b) for p in found.pairs) or any(
        p.b > q.b for p, q in zip(found.pairs, found.pairs[1:], strict=False)
    )
    if turned and (set(a.words) | set(b.words)) & _ORDERED:
        return undecided(0.6, "the same words in another order")
    typed = [pair for pair in found.pairs if pair.likeness.kind == "typing slip"]
    if len(typed) > 1:
        return undecided(0.7, *_reasons(a, b, found))
    return same(found.score, *_reasons(a, b, found))


def _one_left(left: list[str], a: OrganisationName, b: OrganisationName, found: Alignment) -> Verdict:
    """One name has words that the other has not: what do they do?"""
    lists = lexicon()
    shown = " ".join(left)
    if any(word in lists.changing for word in left):
        return different(0.35, f"kept apart: ‘{shown}’ changes the organisation")
    if found.weakest() < 0.88:
        return undecided(0.5, *_reasons(a, b, found), partial=True)
    if all(word in lists.generic for word in left) and len(a.words) + len(b.words) > len(left) + 1:
        return same(0.85, f"‘{shown}’ adds nothing to the name", partial=True)
    if all(word in lists.head_names or word in lists.roles for word in left):
        return same(0.82, f"‘{shown}’ only says what is named", partial=True)
    if all(word in lists.state_names or word in lists.people_names for word in left):
        return undecided(0.6, f"‘{shown}’ may only say where it is", partial=True)
    return different(0.4, f"kept apart: ‘{shown}’ changes the organisation")


def _overlap(a: OrganisationName, b: OrganisationName, found: Alignment) -> float:
    return min(0.6, 1.2 * len(found.pairs) / (len(a.words) + len(b.words)))


def _left_reason(a: OrganisationName, b: OrganisationName, found: Alignment) -> str | None:
    left_a = " ".join(a.words[place] for place in found.left_a)
    left_b = " ".join(b.words[place] for place in found.left_b)
    if left_a and left_b:
        return f"kept apart: ‘{left_a}’ against ‘{left_b}’"
    return f"kept apart: ‘{left_a or left_b}’ is in one name only" if left_a or left_b else None


def _reasons(a: OrganisationName, b: OrganisationName, found: Alignment) -> tuple[str, ...]:
    why: list[str] = []
    for pair in found.pairs:
        x, y = a.words[pair.a], b.words[pair.b]
        if pair.likeness.kind == "spelling":
            why.append(f"same consonants ‘{skeleton(x)}’: {x}, {y}")
        elif pair.likeness.kind != "equal":
            why.append(f"{pair.likeness.kind}: {x}, {y}")
    return tuple(why) or ("the same words in another order",)


def _strictly(a: str, b: str) -> Likeness:
    """Likeness for words that are no people's names: no initials, no short forms, known states only equal."""
    found = word_likeness(a, b)
    if found.kind in ("initial", "short form"):
        return Likeness(0.0, "none")
    states = lexicon().state_names
    if found.kind != "equal" and ((a in states and b in states) or min(len(a), len(b)) < 4):
        return Likeness(0.0, "none")
    return found


def _across_scripts(a: OrganisationName, b: OrganisationName) -> Verdict:
    x, y = loose_skeleton("".join(a.words)), loose_skeleton("".join(b.words))
    near = fuzz.ratio(x, y) / 100
    shown = f"consonants across scripts: {x}, {y}"
    if near >= 0.9 and min(len(x), len(y)) >= 5:
        return same(0.8, shown)
    return undecided(near * 0.7, shown) if near >= 0.6 else different(near * 0.5, shown)


def _less_people(name: OrganisationName) -> tuple[str, ...]:
    kept = tuple(word for word in name.words if word not in lexicon().people_words)
    return kept or name.words


def _is_people(text: str) -> bool:
    return lexicon().states.get(fold(text), fold(text)) != fold(text)
