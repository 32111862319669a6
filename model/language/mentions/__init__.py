"""Mentions: where an article names, describes or refers to an actor.

The trained recogniser proposes; lists, rules and the rest of the document correct it. See `finder`.
"""

from model.language.mentions.finder import find_mentions

__all__ = ["find_mentions"]
