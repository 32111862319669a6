"""What stands behind the articles of a story: the evidence, the origins it proves, and who derives from them.

Wording does not count origins: retellings of one report share a few per cent of their word sequences, and so
do unrelated reports of one event. What counts is who is credited for the text, and how much that a second
reporter could not have by chance two articles share.
"""

from model.matching.origins.derive import derive
from model.matching.origins.judged import DERIVATION, DerivationJudgements

__all__ = ["DERIVATION", "DerivationJudgements", "derive"]
