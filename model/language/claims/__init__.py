"""Claims: what is said in each sentence, by whom, and through whom."""

from model.language.claims.build import find_claims
from model.language.claims.context import ClaimContext

__all__ = ["ClaimContext", "find_claims"]
