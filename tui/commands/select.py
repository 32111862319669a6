"""Which article or sentence of a corpus an argument means."""

from __future__ import annotations

from model.corpus import Corpus, CorpusError
from model.views import ArticleRow


def find_article(corpus: Corpus, wanted: str) -> ArticleRow:
    """The article with this id, label, or file name. Raises CorpusError if there is none, or several."""
    by_id = corpus.article_rows([wanted])
    if wanted in by_id:
        return by_id[wanted]
    rows = [row for row in corpus.articles() if wanted in (row.label, row.id) or row.id.startswith(wanted)]
    exact = [row for row in rows if row.label == wanted]
    rows = exact or rows
    if len(rows) != 1:
        found = "no article" if not rows else f"{len(rows)} articles"
        raise CorpusError(f"{wanted}: {found} of that id or label in corpus {corpus.name}")
    return rows[0]


def find_sentence(corpus: Corpus, wanted: str) -> str:
    """The id of the sentence ARTICLE:N. Raises CorpusError if there is none."""
    article, colon, number = wanted.rpartition(":")
    if not colon or not number.isdecimal():
        raise CorpusError(f"{wanted}: not a sentence; write ARTICLE:N, for instance 001:7")
    row = find_article(corpus, article)
    sentence = f"{row.id}:{int(number)}"
    known = {found.id for found in corpus.reading(row.id).sentences}
    if sentence not in known:
        raise CorpusError(f"{wanted}: article {row.label} has sentences 0 to {len(known) - 1}")
    return sentence


def find_story(corpus: Corpus, wanted: str | None) -> str | None:
    """The story with this id, or the one that an article of this id or label tells; None for all of them."""
    if wanted is None:
        return None
    if any(row.story == wanted for row in corpus.articles()):
        return wanted
    return find_article(corpus, wanted).story
