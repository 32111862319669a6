"""What the user says of actors: said once, acted on at once, and asked again where it contradicts itself."""

from __future__ import annotations

from model.errors import ContradictionError
from tui.screens.base import KeyScreen
from tui.screens.contradiction import ContradictionScreen


class ActorJudging(KeyScreen):
    """The part of a screen that judges actors."""

    def judge_actor(
        self, subject: str, object_: str | None, verdict: str, *, said: str, note: str | None = None
    ) -> None:
        """Write a judgement down, show what it changed and say so; a contradiction is shown to be settled."""

        def judge(*, override: bool) -> None:
            self.corpus.judge("actor", subject, object_, verdict, note, override=override)
            self.host.changed()
            self.say(f"{said} ({self.key('undo')} takes it back)")

        try:
            judge(override=False)
        except ContradictionError as error:
            self.host.show(ContradictionScreen(self.host, error, lambda: judge(override=True)))
