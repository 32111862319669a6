"""What two reports of one claim tell differently: one module for each kind of difference.

Precision comes first everywhere: a wrong red mark costs more than a missed one. A finder gets a `Comparison`
and yields `Difference` records, whose spans count into the articles of the two sides.
"""

from model.matching.differences.comparison import Comparison
from model.matching.differences.found import differences

__all__ = ["Comparison", "differences"]
