"""The layers over a spaCy pipeline as components of their own, registered by name.

They read a Doc of a whole article whose `doc._.article`, `doc._.blocks` and `doc._.sentences` are set, and
leave their findings in `doc._.mentions` and `doc._.claims`. Importing this module registers them.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from model.language.claims import ClaimContext, find_claims
from model.language.mentions import find_mentions

MENTIONS = "crossread_mentions"
CLAIMS = "crossread_claims"

#: The layers in the order in which they run.
LAYERS = (MENTIONS, CLAIMS)


def _register_attributes() -> None:
    for name, default in (
        ("article", None),
        ("blocks", ()),
        ("sentences", ()),
        ("mentions", ()),
        ("claims", ()),
    ):
        Doc.set_extension(name, default=default, force=True)


_register_attributes()


@Language.component(MENTIONS, requires=["doc.ents", "token.tag"])
def crossread_mentions(doc: Doc) -> Doc:
    """Set `doc._.mentions`: names, descriptions and pronouns of the article, sorted by start."""
    doc._.mentions = find_mentions(doc, doc._.sentences, doc._.article.text if doc._.article else None)
    return doc


@Language.component(CLAIMS, requires=["token.tag", "token.dep"])
def crossread_claims(doc: Doc) -> Doc:
    """Set `doc._.claims`: what is said in the article's sentences and by whom. Needs `doc._.mentions`."""
    context = ClaimContext(doc._.article, doc._.blocks, doc._.sentences, doc._.mentions)
    doc._.claims = find_claims(doc, context)
    return doc
