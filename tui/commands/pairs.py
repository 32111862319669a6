"""`crossread same` and `crossread compare`: two names, two sentences, or a file of such pairs."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tui.commands.arguments import UsageError
from tui.commands.output import DONE, SKIPPED, complain, print_object, print_text


def same(options: Namespace) -> int:
    """Whether two names mean one actor, and why."""
    from model.adhoc import same as same_actor

    pairs = _Pairs(options)
    for line in pairs:
        verdict = same_actor(line["a"], line["b"], line.get("schema") or options.schema)
        answer = {**line, "same": verdict.same, "score": verdict.score, "why": list(verdict.why)}
        if options.json or options.batch:
            print_object(answer)
        else:
            word = {True: "same", False: "different", None: "undecided"}[verdict.same]
            print_text(f"{word}  {verdict.score:.2f}  {'; '.join(verdict.why)}")
    return pairs.code


def compare(options: Namespace) -> int:
    """How b reports what a reports."""
    from model.adhoc import AdHoc

    pairs = _Pairs(options)
    lines: list[dict[str, Any]] = []

    def asked() -> Iterator[tuple[str, str]]:
        for line in pairs:
            lines.append(line)
            yield line["a"], line["b"]

    for match in AdHoc(options.pipeline).compare(asked()):
        line = lines.pop(0)
        record = match.to_json()
        if options.json or options.batch:
            kept = {key: record[key] for key in ("relation", "adds", "score", "differences")}
            print_object({**line, **kept})
        else:
            print_text(f"{match.relation or 'not the same claim'}  {match.score:.2f}")
            for difference in match.differences:
                print_text(f"  {difference.kind}: {difference.why}")
    return pairs.code


class _Pairs:
    """The pairs asked about; after they were read, `code` says whether lines were skipped."""

    def __init__(self, options: Namespace) -> None:
        if options.batch is None and (options.a is None or options.b is None):
            raise UsageError(f"crossread {options.command}: give two, or --batch FILE.jsonl")
        self._options = options
        self.code = DONE

    def __iter__(self) -> Iterator[dict[str, Any]]:
        if self._options.batch is None:
            yield {"a": self._options.a, "b": self._options.b}
            return
        with _opened(self._options.batch) as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    pair = self._pair(line, number)
                    if pair is not None:
                        yield pair

    def _pair(self, line: str, number: int) -> dict[str, Any] | None:
        try:
            data = json.loads(line)
        except ValueError as error:
            self._skip(number, f"not JSON ({error})")
            return None
        if not isinstance(data, dict) or not all(isinstance(data.get(key), str) for key in ("a", "b")):
            self._skip(number, "no texts 'a' and 'b'")
            return None
        return data

    def _skip(self, number: int, why: str) -> None:
        complain(f"{self._options.batch}:{number}: {why}")
        self.code = SKIPPED


@contextmanager
def _opened(name: str) -> Iterator[Iterable[str]]:
    if name == "-":
        yield sys.stdin
        return
    with Path(name).open(encoding="utf-8", errors="replace") as file:
        yield file
