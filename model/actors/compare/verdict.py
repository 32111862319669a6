"""The verdict on two names: same, different or undecided, with the reasons in words."""

from __future__ import annotations

from dataclasses import dataclass

from model.records import Node


@dataclass(frozen=True, slots=True)
class Verdict(Node):
    """Whether two names mean one actor. `same` is None where names alone cannot tell.

    `score` 0..1 is how likely they are one; `why` holds the reasons in words. `partial` says that one name
    is the other with words left out, so that a third name may fit as well.
    """

    same: bool | None
    score: float
    why: tuple[str, ...]
    partial: bool = False


def same(score: float, *why: str, partial: bool = False) -> Verdict:
    """One actor."""
    return Verdict(True, round(score, 3), why, partial)


def different(score: float, *why: str) -> Verdict:
    """Two actors: names that must be kept apart."""
    return Verdict(False, round(score, 3), why)


def undecided(score: float, *why: str, partial: bool = False) -> Verdict:
    """Names that do not tell."""
    return Verdict(None, round(score, 3), why, partial)
