"""Writing the brief of a story to a file, from the screens that show a story."""

from __future__ import annotations

from tui.screens.base import KeyScreen


class Exporting(KeyScreen):
    """A screen that shows a story."""

    @property
    def story(self) -> str | None:
        """The story that is written; None for the whole corpus."""
        raise NotImplementedError

    def do_brief(self) -> None:
        """Write the brief of the story and say where it is."""
        if not self.corpus.article_count():
            self.say("no articles yet, so there is nothing to write")
            return
        from model.reports.saving import save_brief  # asked for once in a while, and not small

        self.say(f"brief written: {save_brief(self.corpus, self.story)}")
