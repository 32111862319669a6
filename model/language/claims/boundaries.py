"""Where the parts of a report begin and end: words and small questions that all rules about contents
share."""

from __future__ import annotations

from model.language.claims.phrases import is_finite
from model.language.claims.syntax import QUOTES, Run, is_tagged, word_set
from model.language.tokens import Token, Tokens

#: Words with which what is reported may begin.
OPENERS = frozenset({"that", "whether", "if", "how", "why", "what", "when", "where", "who", "which"})
DASHES = frozenset({"—", "–", "―", "--", "-"})
SUBORDINATORS = word_set(
    """
    after while when as although though because since until before once whereas amid despite
    """
)

#: How far behind a cue its clause or quotation may begin, in tokens: "said on Monday in an interview with …
#: that".
REACH = 30

#: No scan looks further than this, in tokens: longer sentences are lists or lost full stops.
LONGEST_SCAN = 200

_OBJECT_TAGS = word_set("DT PDT PRP PRP$ NN NNS NNP NNPS JJ JJR JJS CD $ VBG WP EX")


def has_verb(doc: Tokens, run: Run) -> bool:
    """Whether there is a finite verb in the run."""
    return any(is_finite(doc[i]) for i in range(run.start, min(run.end, run.start + LONGEST_SCAN)))


def is_infinitive(doc: Tokens, i: int, high: int) -> bool:
    """Whether an infinitive with "to" begins at token `i`."""
    while i < high and doc[i].tag_ == "RB":
        i += 1
    if not (i + 1 < high and doc[i].lower_ == "to"):
        return False
    follower = doc[i + 1]
    return follower.tag_ in ("VB", "RB", "") or follower.pos_ in ("VERB", "AUX")


def starts_object(token: Token) -> bool:
    """Whether a noun phrase or a quotation can begin with the token."""
    if token.text in QUOTES:
        return True
    return token.tag_ in _OBJECT_TAGS if is_tagged(token) else token.is_alpha
