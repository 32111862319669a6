"""Names that are two people's, run together by a page or a hyphen: “Ana RuizCosta wins”, “Ruiz-Costa duel”.

Link texts, tags and headlines that stand beside a name without a mark between them make long names of nobody.
They are mentions like others, but no family name is short for them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from model.actors.forms import Form
from model.actors.names import fold

#: A capital inside a word, after more small letters than “Mac” and “Fitz” have.
_INNER_CAPITAL = re.compile(r"[^\W\d_][a-z]{4,}[A-Z]|(?!Fitz)[A-Z][a-z]{3}[A-Z]")


def glued(forms: Sequence[Form]) -> frozenset[int]:
    """The places of forms that are two names run together."""
    often = {form.key.partition(":")[2]: len(form.mentions) for form in forms}
    return frozenset(
        place
        for place, form in enumerate(forms)
        if form.group == "person"
        and form.size > 1
        and (_INNER_CAPITAL.search(form.text) or _repeats(form) or _is_pair(form, often))
    )


def _repeats(form: Form) -> bool:
    """Whether two words come twice: “Ana Ruiz Ana Ruiz Costa”."""
    pairs = list(pairwise(fold(form.text).split()))
    return len(set(pairs)) < len(pairs)


def _is_pair(form: Form, often: Mapping[str, int]) -> bool:
    """Whether a hyphen joins two names that the article has more often alone."""
    first, hyphen, second = form.text.partition("-")
    alone = min(often.get(fold(first), 0), often.get(fold(second), 0))
    return bool(hyphen) and alone > len(form.mentions)
