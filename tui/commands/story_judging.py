"""`crossread judge --story`: whether two articles tell one story."""

from __future__ import annotations

from argparse import Namespace

from model.corpus import Corpus, corpus_directory
from tui.commands.arguments import UsageError
from tui.commands.output import DONE, print_text
from tui.commands.select import find_article

_VERDICTS = {"=": "same", "!": "different"}


def judge_story(options: Namespace) -> int:
    """Make one of the stories of two articles, or take the first out of the story of the second."""
    verdict = _VERDICTS.get(options.sign)
    if verdict is None:
        raise UsageError(f"crossread judge: {options.sign}: of stories say = (one) or ! (two)")
    corpus = Corpus.open(corpus_directory(options.corpus))
    one, other = (find_article(corpus, name) for name in (options.a, options.b))
    if one.id == other.id:
        raise UsageError("crossread judge: name two articles")
    corpus.judge("story", one.id, other.id, verdict, options.note)
    rows = corpus.article_rows([one.id, other.id])
    for row in rows.values():
        articles = "1 article" if row.company == 1 else f"{row.company} articles"
        print_text(f"{row.label}  {articles}  {row.story_title or ''}")
    corpus.close()
    return DONE
