"""Whether two names of people mean one person."""

from __future__ import annotations

from itertools import pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from model.actors.compare.alignment import Alignment, align
from model.actors.compare.verdict import Verdict, different, same, undecided
from model.actors.names import PersonName, loose_skeleton, parse_person, skeleton, uncamel
from model.actors.names.fold import scripts, squeeze
from model.actors.names.likeness import Likeness

#: Below this mean likeness of the words two names of people are not called one.
_ENOUGH = 0.8


def compare_people(a: str, b: str) -> Verdict:
    """The verdict on two names of people as written.

    A word that each name has and the other has not keeps them apart; so do a father's name in the place of
    the given name, and a title alone proves nothing. One word against a full name is undecided unless a
    title stands with it.
    """
    first, second = parse_person(a), parse_person(b)
    if not first.words or not second.words:
        return undecided(0.0, "a name without letters")
    if first.words == second.words and (first.alphabetic or second.alphabetic or squeeze(a) == squeeze(b)):
        return same(1.0 if len(first.words) > 1 else 0.95, f"the same words ‘{first.key}’")
    if not (first.alphabetic or second.alphabetic):
        return _one_script(a, b) if scripts(a) & scripts(b) else _across_scripts(first, second)
    if first.alphabetic != second.alphabetic:
        return _across_scripts(first, second)
    if first.key.replace(" ", "") == second.key.replace(" ", ""):
        return same(0.97, "the same letters, divided into words otherwise")
    apart_a, apart_b = parse_person(uncamel(a)), parse_person(uncamel(b))
    if min(len(first.words), len(second.words)) == 1 and (
        len(apart_a.words) > len(first.words) or len(apart_b.words) > len(second.words)
    ):
        first, second = apart_a, apart_b
    return _compare(*_spread_initials(first, second))


def _compare(a: PersonName, b: PersonName) -> Verdict:
    found = align(a.words, b.words)
    if not found.pairs:
        if _initials(a) == b.key or _initials(b) == a.key:
            return undecided(0.4, "initials alone")
        return different(_distance(a, b), f"no word of ‘{a.key}’ answers to one of ‘{b.key}’")
    if found.left_a and found.left_b:
        return _both_left(a, b, found)
    exchanged = _exchanged_father(a, b, found)
    if exchanged:
        return different(0.3, exchanged)
    why = _reasons(a, b, found)
    if min(len(a.words), len(b.words)) == 1:
        return _single(a, b, found, why)
    if all(pair.likeness.kind == "initial" for pair in found.pairs):
        return undecided(0.4, "initials alone")
    if _stands_for_family(a, b, found):
        return undecided(0.5, *why, "an initial for a family name, with another after it", partial=True)
    extra = len(found.left_a) + len(found.left_b)
    score = found.score - 0.02 * extra
    if score < _ENOUGH or _slips(found) > (0 if _syllables(a) and _syllables(b) else 2):
        return undecided(min(score, 0.7), *why)
    if extra > len(found.pairs):
        return undecided(0.65, *why, partial=True)
    if extra:
        turned = any(p.b > q.b for p, q in pairwise(found.pairs))
        return same(min(score, 0.79) if turned else score, *why, partial=True)
    return same(score, *why)


def _both_left(a: PersonName, b: PersonName, found: Alignment) -> Verdict:
    left_a = " ".join(a.words[place] for place in found.left_a)
    left_b = " ".join(b.words[place] for place in found.left_b)
    reason = f"kept apart: ‘{left_a}’ against ‘{left_b}’"
    near = fuzz.ratio(left_a, left_b) / 100
    return different(min(0.7, found.score * near), reason)


def _single(a: PersonName, b: PersonName, found: Alignment, why: tuple[str, ...]) -> Verdict:
    short, long = (a, b) if len(a.words) <= len(b.words) else (b, a)
    pair = found.pairs[0]
    if len(long.words) == 1:
        if pair.likeness.kind in ("equal", "spelling") or min(len(short.key), len(long.key)) >= 6:
            return same(pair.likeness.score - 0.05, *why)
        return undecided(0.5, *why)
    place = pair.b if short is a else pair.a
    if pair.likeness.kind not in ("equal", "spelling") or pair.likeness.score < 0.9:
        return undecided(0.4, *why, partial=True)
    if place == len(long.words) - 1 and short.title:
        return same(0.8, *why, f"‘{short.title}’ is a title before the family name", partial=True)
    return undecided(
        0.6 if place == len(long.words) - 1 else 0.5, *why, "one word against a full name", partial=True
    )


def _exchanged_father(a: PersonName, b: PersonName, found: Alignment) -> str | None:
    """Why not, where one's given name is the other's father and the other way round."""
    given_a = next((p for p in found.pairs if p.a == 0), None)
    given_b = next((p for p in found.pairs if p.b == 0), None)
    if given_a and given_b and given_a.b in b.fathers and given_b.a in a.fathers:
        return f"kept apart: ‘{a.words[0]}’ is the father's name in ‘{b.key}’"
    return None


def _stands_for_family(a: PersonName, b: PersonName, found: Alignment) -> bool:
    """Whether a middle initial answers to the other's family name: “Donald J. Trump”, “Donald Johnson”."""
    last_a, last_b = len(a.words) - 1, len(b.words) - 1
    return any(
        pair.likeness.kind == "initial"
        and ((pair.b == last_b and last_a in found.left_a) or (pair.a == last_a and last_b in found.left_b))
        for pair in found.pairs
    )


def _reasons(a: PersonName, b: PersonName, found: Alignment) -> tuple[str, ...]:
    why: list[str] = []
    for pair in found.pairs:
        x = " ".join(a.words[pair.a : pair.a + pair.a_size])
        y = " ".join(b.words[pair.b : pair.b + pair.b_size])
        if pair.likeness.kind == "spelling":
            why.append(f"same consonants ‘{skeleton(x.replace(' ', ''))}’: {x}, {y}")
        elif pair.likeness.kind != "equal":
            why.append(f"{pair.likeness.kind}: {x}, {y}")
    left = [a.words[p] for p in found.left_a] + [b.words[p] for p in found.left_b]
    if left:
        why.append(f"one name leaves out ‘{' '.join(left)}’")
    return tuple(why) or ("the same words in another order",)


def _slips(found: Alignment) -> int:
    return sum(pair.likeness.kind == "typing slip" for pair in found.pairs)


def _initials(name: PersonName) -> str:
    return "".join(word[0] for word in name.words)


def _syllables(name: PersonName) -> bool:
    """Whether the name is three or more short syllables (Kim Pong-ryul): each letter makes another name."""
    return len(name.words) >= 3 and all(len(word) <= 5 for word in name.words)


def _distance(a: PersonName, b: PersonName) -> float:
    return min(0.5, fuzz.token_sort_ratio(a.key, b.key) / 200)


def _across_scripts(a: PersonName, b: PersonName) -> Verdict:
    """Names of which one is romanised from a script that leaves vowels, or word breaks, unwritten."""
    found = align(a.words, b.words, _loosely)
    whole_a, whole_b = loose_skeleton("".join(a.words)), loose_skeleton("".join(b.words))
    near = fuzz.ratio(whole_a, whole_b) / 100
    shown = f"consonants across scripts: {whole_a}, {whole_b}"
    if found.pairs and not (found.left_a and found.left_b) and len(found.pairs) >= 2:
        return same(min(0.9, found.score), shown, partial=bool(found.left_a or found.left_b))
    if near >= 0.85 and min(len(whole_a), len(whole_b)) >= 4:
        return same(0.8, shown)
    return undecided(near * 0.7, shown) if near >= 0.6 else different(near * 0.5, shown)


def _one_script(a: str, b: str) -> Verdict:
    """Names in one script without vowels or letters: a single sign may be the whole difference."""
    x, y = squeeze(a), squeeze(b)
    if x == y:
        return same(1.0, "the same letters")
    near = OSA.normalized_similarity(x, y)
    if OSA.distance(x, y) == 1 and min(len(x), len(y)) >= 8:
        return same(0.82, "one sign differs in a long name")
    return different(near * 0.7, "written with other signs of one script")


def _loosely(a: str, b: str) -> Likeness:
    x, y = loose_skeleton(a), loose_skeleton(b)
    if x == y and x:
        return Likeness(0.88, "spelling")
    if min(len(x), len(y)) >= 3 and fuzz.ratio(x, y) >= 85:
        return Likeness(0.82, "spelling")
    return Likeness(0.0, "none")


def _spread_initials(a: PersonName, b: PersonName) -> tuple[PersonName, PersonName]:
    """Both names with capitals spread into initials where they fit: “JC Juncker”, “Jean-Claude Juncker”."""
    return _spread(a, b), _spread(b, a)


def _spread(a: PersonName, b: PersonName) -> PersonName:
    heads = "".join(word[0] for word in b.words)
    if len(a.capitals) == len(a.words):
        return a
    for place in sorted(a.capitals):
        word = a.words[place]
        if len(word) in (2, 3) and word in heads and word not in b.words:
            return PersonName(
                (*a.words[:place], *word, *a.words[place + 1 :]), frozenset(), a.title, a.alphabetic
            )
    return a
