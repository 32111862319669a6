"""Comparing two names: the verdict on people, and on organisations, places, peoples and events."""

from model.actors.compare.organisations import compare_organisations, compare_plain
from model.actors.compare.people import compare_people
from model.actors.compare.verdict import Verdict, different, same, undecided

__all__ = [
    "Verdict",
    "compare_organisations",
    "compare_people",
    "compare_plain",
    "different",
    "same",
    "undecided",
]
