"""The English tokenizer of training and of run time: spaCy's, taught the names that news is full of.

It differs from spaCy's own in four things, all of them about where a token ends, never about the text:

- a transliterated article stays with its name (`al-Houthi`, `As-Sultan`, `ul-Haq`), and so do the parts of
  a name joined by a short linking vowel (`Umar-e-Farooq`);
- apostrophes of every shape are a letter inside a name (`Sana'a`, `Kata’ib`) and begin the same clitic at
  its end;
- quotation marks, brackets and hyphens that lost or gained a space in scraping are tokens of their own;
- a run of hundreds of characters without a blank is cut up in linear time, where spaCy's rules strip
  punctuation one character at a time and search the whole rest for each.

Importing this module registers the tokenizer, so that `spacy.load` can read a pipeline that names it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.lang.char_classes import ALPHA_LOWER, ALPHA_UPPER, CONCAT_QUOTES, LIST_ELLIPSES, LIST_ICONS
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

#: The registered name, as it stands in a pipeline's configuration.
TOKENIZER = "crossread.Tokenizer.v1"

#: Longest run without white space, in code points, that is given to spaCy's rules: most URLs fit.
LONGEST_RUN = 400

#: Longest token cut from a longer run: a name or a word, never a page of it.
_LONGEST_PIECE = 64

_LONG_RUN = re.compile(rf"\S{{{LONGEST_RUN + 1},}}")
_PIECE = re.compile(rf"\w{{1,{_LONGEST_PIECE}}}|[^\w\s]{{1,{_LONGEST_PIECE}}}")

_LETTER = r"[^\W\d_]"
_UPPER = f"[{ALPHA_UPPER}]"
_LOWER = f"[{ALPHA_LOWER}]"
_HYPHEN = "(?:--+|——+|[-–—‐‑~])"
_WORD_START = r"(?<![^\W_])"

# What stands for an apostrophe besides ' and ’, which spaCy knows: modifier letters, a wrong quotation
# mark, a backtick.
_ODD_APOSTROPHES = "ʼʹ‘`´"


def _before_a_kept_hyphen() -> str:
    """Look-behinds for what keeps the hyphen after it: an article, or a linking vowel after another hyphen.

    Arabic's article is al-, el- or (in South and Central Asia) ul- before a moon letter. Before a sun
    letter it takes that letter's sound, as in as-S… or ash-Sh…, which tells it from "as-yet", "ad-hoc" and
    "at-large".
    """
    moon = ("[aeuAEU][lL]", "u[drsz]")
    sun = ("D", "N", "R", "S", "T", "Z", "Dh", "Sh", "Th")
    articles = (*moon, *(f"[AaEe]{sound.lower()}(?=-{sound})" for sound in sun))
    linking = f"(?<!-[ei](?=-{_UPPER}))"
    return linking + "".join(f"(?<!{_WORD_START}{article})" for article in articles)


def _infixes() -> list[str]:
    linked_name = f"(?:[ei]|u[ldrsz])-{_UPPER}"
    return [
        *LIST_ELLIPSES,
        *LIST_ICONS,
        r"(?<=\d)[-+*^](?=[-\d])",
        rf"(?<=[^\W_]){_before_a_kept_hyphen()}{_HYPHEN}(?!{linked_name})(?={_LETTER})",
        rf"(?<={_UPPER}\.){_HYPHEN}(?={_LETTER})",
        rf"(?<=[^\W_])[:<>=/](?={_LETTER})",
        rf"(?<={_LETTER}),(?={_LETTER})",
        rf"(?<=[{ALPHA_LOWER}{CONCAT_QUOTES}])\.(?=[{ALPHA_UPPER}{CONCAT_QUOTES}])",
        # Marks whose space was lost between two elements of a page.
        rf"(?<={_LETTER})[.,;:!?](?=[\"“”«»]{_LETTER})",
        rf"(?<=[^\W_]|[.,;:!?])[\"“”«»](?={_LETTER})",
        rf"(?<={_LETTER})[;!?](?={_UPPER})",
        rf"(?<={_LOWER})[(\[](?={_UPPER})",
        rf"(?<={_LETTER}{{2}})[)\]](?={_LETTER})",
    ]


class NewsTokenizer(Tokenizer):  # type: ignore[misc]
    """spaCy's tokenizer with a guard against text that has hardly any blanks."""

    def __call__(self, string: str) -> Doc:
        """Tokenise `string`; the tokens and their blanks put together are `string`, in linear time."""
        position, parts = 0, []
        for run in _LONG_RUN.finditer(string):
            parts.append((string[position : run.start()], False))
            parts.append((run.group(), True))
            position = run.end()
        if not parts:
            whole: Doc = super().__call__(string)
            return whole
        parts.append((string[position:], False))
        words: list[str] = []
        spaces: list[bool] = []
        for text, is_long_run in parts:
            if is_long_run:
                pieces = _PIECE.findall(text)
                words += pieces
                spaces += [False] * len(pieces)
                continue
            for token in super().__call__(text):
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
        return Doc(self.vocab, words=words, spaces=spaces)


def create_tokenizer(nlp: Language) -> NewsTokenizer:
    """Build the tokenizer over `nlp`'s vocabulary."""
    defaults = English.Defaults
    prefixes = [*(defaults.prefixes or ()), rf"-(?={_LETTER})"]
    suffixes = [*(defaults.suffixes or ()), rf"(?<={_LETTER})[{_ODD_APOSTROPHES}][sS]"]
    return NewsTokenizer(
        nlp.vocab,
        rules=defaults.tokenizer_exceptions,
        prefix_search=compile_prefix_regex(prefixes).search,
        suffix_search=compile_suffix_regex(suffixes).search,
        infix_finditer=compile_infix_regex(_infixes()).finditer,
        token_match=defaults.token_match,
        url_match=defaults.url_match,
    )


def _factory() -> Callable[[Language], NewsTokenizer]:
    return create_tokenizer


registry.tokenizers(TOKENIZER, func=_factory)
