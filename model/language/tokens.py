"""The words of a document as plain Python objects.

Rules look at each word dozens of times, and spaCy builds a new object for every look. Here each word is read
once; what few rules ask for (its head, its dependents) is asked of spaCy's Doc when it is needed. Attributes
are named as spaCy names them.
"""

from __future__ import annotations

import spacy.tokens


class Token:
    """A word of a document: `i` is its place among the tokens, `idx` that of its first code point."""

    __slots__ = ("dep_", "doc", "i", "idx", "is_space", "lower_", "pos_", "tag_", "text", "whitespace_")

    def __init__(self, doc: Tokens, token: spacy.tokens.Token) -> None:
        self.doc = doc
        self.i = token.i
        self.idx = token.idx
        self.text = token.text
        self.lower_ = token.lower_
        self.tag_ = token.tag_
        self.pos_ = token.pos_
        self.dep_ = token.dep_
        self.whitespace_ = token.whitespace_
        self.is_space = token.is_space

    def __repr__(self) -> str:
        return f"Token({self.i}, {self.text!r}, {self.tag_})"

    @property
    def head(self) -> Token:
        """What it depends on by the parse; itself at the root, and where no parser ran."""
        return self.doc[self.doc.source[self.i].head.i]

    @property
    def children(self) -> list[Token]:
        """Its direct dependents by the parse, in order."""
        return [self.doc[child.i] for child in self.doc.source[self.i].children]

    @property
    def left_edge(self) -> Token:
        """The first word of those that depend on it, at any remove."""
        return self.doc[self.doc.source[self.i].left_edge.i]

    @property
    def right_edge(self) -> Token:
        """The last word of those that depend on it, at any remove."""
        return self.doc[self.doc.source[self.i].right_edge.i]

    @property
    def is_alpha(self) -> bool:
        """Whether it is made of letters alone."""
        return self.text.isalpha()

    @property
    def is_punct(self) -> bool:
        """Whether it is a mark of punctuation."""
        return self.doc.source[self.i].is_punct

    @property
    def is_currency(self) -> bool:
        """Whether it is the sign of a currency."""
        return self.doc.source[self.i].is_currency

    @property
    def like_num(self) -> bool:
        """Whether it is a number in digits or a word for one."""
        return self.doc.source[self.i].like_num


class Tokens(list[Token]):
    """The tokens of `source`, in order."""

    def __init__(self, source: spacy.tokens.Doc) -> None:
        self.source = source
        super().__init__(Token(self, token) for token in source)

    def between(self, start: int, end: int) -> str:
        """The text of the tokens start..end with the white space between them."""
        inner = "".join(token.text + token.whitespace_ for token in self[start : end - 1])
        return inner + self[end - 1].text if start < end else ""
