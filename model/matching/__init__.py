"""Matching: what other articles say about a sentence, what each of them changed, and which tell one claim.

Works on `Passage`, `Witness` and `Index` (passage.py) and knows nothing of how they are stored or were
analysed.
"""

from model.matching.background import Frequencies
from model.matching.coverage import alone, by_pair, coverage_cells, disagreements, omitted
from model.matching.groups import build_groups
from model.matching.match import MatchJudgements, compare, match_passage, match_witness
from model.matching.score import Pair, Scorer, score_pairs
from model.matching.sidebyside import Aligned, AlignedSpan, aligned
from model.matching.stories import assign_story, story_id
from model.matching.story_judgements import STORY, StoryJudgements
from model.passage import Index, Passage, Witness

__all__ = [
    "STORY",
    "Aligned",
    "AlignedSpan",
    "Frequencies",
    "Index",
    "MatchJudgements",
    "Pair",
    "Passage",
    "Scorer",
    "StoryJudgements",
    "Witness",
    "aligned",
    "alone",
    "assign_story",
    "build_groups",
    "by_pair",
    "compare",
    "coverage_cells",
    "disagreements",
    "match_passage",
    "match_witness",
    "omitted",
    "score_pairs",
    "story_id",
]
