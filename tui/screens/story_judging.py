"""Operations of the reader on stories: taking an article out of one, making one of two."""

from __future__ import annotations

from model.views import ArticleRow
from tui.screens.reader_base import ReaderBase
from tui.screens.story_picking import StoryPicker


class StoryJudging(ReaderBase):
    """What can be said of the story of the article under the list's cursor, or of the open one."""

    def do_split_story(self) -> None:
        """Ask whether the article is to leave its story."""
        row = self._judged()
        if row is None:
            return
        if row.company < 2:
            self.say(f"{row.label} is alone in its story")
            return
        others = f"{row.company - 1} other" if row.company == 2 else f"{row.company - 1} others"
        self.ask(
            f"take {row.label} out of the story it shares with {others}? ⏎ yes, esc no ",
            lambda _: self._split(row),
        )

    def do_join_story(self) -> None:
        """Pick the story that is one with the article's."""
        row = self._judged()
        if row is not None:
            self.host.show(StoryPicker(self.host, row, lambda other: self._ask_to_join(row, other)))

    def _ask_to_join(self, row: ArticleRow, other: ArticleRow) -> None:
        self.ask(
            f"one story of {_plural(row.company)} with {row.label} and {_plural(other.company)}"
            f" with {other.label}? ⏎ yes, esc no ",
            lambda _: self._join(row, other),
        )

    def _join(self, row: ArticleRow, other: ArticleRow) -> None:
        self.corpus.judge("story", row.id, other.id, "same")
        self.host.changed()
        self.say(f"judged: {row.label} and {other.label} tell one story ({self.key('undo')} takes it back)")

    def _split(self, row: ArticleRow) -> None:
        # Any other article of the story will do: the judgement is written down for all of them.
        other = next(item.id for item in self.corpus.articles_of(row.story) if item.id != row.id)
        self.corpus.judge("story", row.id, other, "different")
        self.host.changed()
        self.say(f"judged: {row.label} tells another story ({self.key('undo')} takes it back)")

    def _judged(self) -> ArticleRow | None:
        row = self.session.listed
        if row is None or row.story is None:
            self.say("no article to judge" if row is None else f"{row.label} has no story yet")
            return None
        return row


def _plural(count: int) -> str:
    return "1 article" if count == 1 else f"{count} articles"
