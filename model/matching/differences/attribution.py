"""Who is said to have said it: another speaker, a name that was lost, one who became several, a source left
out.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from model.matching.differences.comparison import Comparison, cited
from model.matching.profile import Profile
from model.matching.related import in_table
from model.matching.speakers import Speaker, alike
from model.matching.words import word_list
from model.records import OMITTED, PERHAPS, Article, Difference, Span

#: Characters after “told” within which the one who is told begins.
_ADDRESS = 30


def attribution(pair: Comparison) -> Iterator[Difference]:
    """At most one difference in the sources of the two passages."""
    mine, theirs = pair.a.speakers, pair.b.speakers
    if not mine and not theirs:
        return
    if not mine or not theirs:
        yield _omitted(mine or theirs, by_b=bool(mine))
        return
    verdicts = {(x, y): alike(x, y) for x in mine for y in theirs}
    same = next(((x, y) for (x, y), verdict in verdicts.items() if verdict), None)
    found = _number(*same) if same else _changed(pair, mine, theirs, verdicts)
    if found is not None:
        yield found


def _omitted(sources: tuple[Speaker, ...], *, by_b: bool) -> Difference:
    span = sources[0].claim.source
    if by_b:
        return Difference("attribution", span, None, f"{OMITTED} b")
    return Difference("attribution", None, span, f"{OMITTED} a")


def _number(one: Speaker, other: Speaker) -> Difference | None:
    mine, theirs = one.claim.source_count, other.claim.source_count
    if mine is None or theirs is None or mine == theirs or 1 not in (mine, theirs):
        return None
    why = "one source became several" if mine == 1 else "several sources became one"
    return Difference("attribution", one.claim.source, other.claim.source, why)


def _changed(
    pair: Comparison,
    mine: tuple[Speaker, ...],
    theirs: tuple[Speaker, ...],
    verdicts: dict[tuple[Speaker, Speaker], bool | None],
) -> Difference | None:
    one, other = mine[0], theirs[0]
    spans = (one.claim.source, other.claim.source)
    if _swapped(pair, one, other):
        return Difference("attribution", *spans, "source and recipient changed places")
    if (
        pair.near
        and one.named != other.named
        and None not in (one.claim.source_kind, other.claim.source_kind)
    ):
        why = "a named source became anonymous" if one.named else "an anonymous source got a name"
        sure = pair.close and bool((other if one.named else one).words)
        return Difference("attribution", *spans, why if sure else f"{PERHAPS} {why}")
    if all(v is False for v in verdicts.values()) and _others(pair, mine, theirs):
        said = " against ".join(
            _words(*side) for side in ((pair.a, one, pair.article_a), (pair.b, other, pair.article_b))
        )
        return Difference("attribution", *spans, f"another speaker: {said}")
    return None


def _addresses(profile: Profile, cue: Span) -> bool:
    return any(
        word.form in _addressing() for word in profile.words if word.start < cue.end and word.end > cue.start
    )


@cache
def _addressing() -> frozenset[str]:
    return frozenset(word_list("speaking")["addressing"])


def _others(pair: Comparison, mine: tuple[Speaker, ...], theirs: tuple[Speaker, ...]) -> bool:
    """Whether the speakers are actors, no mere “memo” or “video”, and each side silent on the other's."""
    actors = all(speaker.claim.source_entity is not None for speaker in (*mine, *theirs))
    known = any(_known(x, pair.b) for x in mine) or any(_known(y, pair.a) for y in theirs)
    return pair.close and actors and not known


def _known(speaker: Speaker, other: Profile) -> bool:
    """Whether the other side names a speaker too: it may well quote or paraphrase the same person."""
    named = frozenset(word for word in speaker.words if not in_table(word))
    return speaker.claim.source_entity in other.actors or bool(named & other.weights.keys())


def _swapped(pair: Comparison, one: Speaker, other: Speaker) -> bool:
    """Whether each is on the other side the one who is told."""
    mine, theirs = one.claim.source_entity, other.claim.source_entity
    return mine != theirs and _tells(pair.a, one, theirs) and _tells(pair.b, other, mine)


def _tells(profile: Profile, speaker: Speaker, actor: str | None) -> bool:
    """Whether the speaker's words go to an actor: “told Holt that”."""
    cue = speaker.claim.cue
    if cue is None or actor is None or not _addresses(profile, cue):
        return False
    return any(
        mention.entity == actor and cue.end <= mention.start <= cue.end + _ADDRESS
        for mention in profile.passage.mentions
    )


def _words(profile: Profile, speaker: Speaker, article: Article | None) -> str:
    span = speaker.claim.source
    if span is None:
        return "an unnamed source"
    inside = Span(profile.offset, profile.offset + len(profile.text))
    if inside.contains(span):
        return cited(profile, span)
    if article is not None and article.text is not None:
        return f"“{span.of(article.text)}”"
    return "a source named earlier"
