"""What names are made of: folded words, their likeness, and the parts of people's and other names."""

from model.actors.names.fold import LONGEST, fold, is_alphabetic, uncamel, words
from model.actors.names.lexicon import Lexicon, lexicon
from model.actors.names.likeness import Likeness, loose_skeleton, skeleton, word_likeness
from model.actors.names.organisations import OrganisationName, initials, parse_organisation
from model.actors.names.people import PersonName, parse_person, strip_title

__all__ = [
    "LONGEST",
    "Lexicon",
    "Likeness",
    "OrganisationName",
    "PersonName",
    "fold",
    "initials",
    "is_alphabetic",
    "lexicon",
    "loose_skeleton",
    "parse_organisation",
    "parse_person",
    "skeleton",
    "strip_title",
    "uncamel",
    "word_likeness",
    "words",
]
