"""Zones: which lines of an article are its text, and what the others are.

Every line is weighed by itself (furniture, captions, notices, embedded posts, language), then by what stands
around it (head, end, neighbouring picture credits). Evidence adds up; body text is what nothing speaks
against. No line is dropped: the blocks cover all of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from model.ingest.languages import detect_language, function_share, primary, script_of
from model.ingest.raw import RawArticle
from model.ingest.zones.captions import credit_only, opens_caption, weigh_beside_credit, weigh_caption
from model.ingest.zones.embeds import LONGEST_POST, signature_only, weigh_embed
from model.ingest.zones.end import weigh_end
from model.ingest.zones.furniture import weigh_furniture
from model.ingest.zones.head import title_text, weigh_head
from model.ingest.zones.lines import Line, read_lines
from model.ingest.zones.notices import weigh_notice
from model.ingest.zones.prose import prose_weight
from model.ingest.zones.verdicts import CERTAIN, Verdict
from model.records import Block

__all__ = ["find_blocks", "title_text"]

_FOREIGN_WORDS = 8


def find_blocks(raw: RawArticle, language: str | None) -> tuple[Block, ...]:
    """The blocks of an article in reading order, one for each non-blank line or wrapped paragraph.

    `language` is the article's BCP 47 tag; lines in another language are told apart from it.
    """
    lines = read_lines(raw.text)
    code = primary(language)
    prose = [prose_weight(line, code) for line in lines]
    verdicts = [_weigh_alone(line, weight) for line, weight in zip(lines, prose, strict=True)]
    _weigh_language(lines, verdicts, code, script_of(raw.text))
    for line, verdict in zip(lines, verdicts, strict=True):
        hint = raw.hints.get(line.start)
        if hint is not None:
            verdict.add(hint.kind, CERTAIN * 2, hint.reason)
    _weigh_pairs(lines, verdicts)
    weigh_head(lines, verdicts, prose, title=raw.title, markup=raw.markup)
    weigh_end(lines, verdicts, prose)
    return tuple(
        Block(raw.article_id, line.start, line.end, verdict.kind, verdict.reason)
        for line, verdict in zip(lines, verdicts, strict=True)
    )


def _weigh_alone(line: Line, prose: float) -> Verdict:
    verdict = Verdict()
    verdict.add("body", prose)
    weigh_furniture(line, verdict)
    weigh_notice(line, verdict)
    weigh_embed(line, verdict)
    weigh_caption(line, verdict)
    return verdict


def _weigh_pairs(lines: Sequence[Line], verdicts: Sequence[Verdict]) -> None:
    """A picture's credit and a post's signature on lines of their own belong to the line above them."""
    for index in range(1, len(lines)):
        above, verdict = lines[index - 1], verdicts[index - 1]
        if verdict.kind != "body":
            continue
        if credit_only(lines[index]) and not opens_caption(lines[index]):
            weigh_beside_credit(above, verdict)
        elif signature_only(lines[index]) and above.end - above.start <= LONGEST_POST:
            verdict.add("embed", CERTAIN, "embedded post")


def _weigh_language(
    lines: Sequence[Line], verdicts: Sequence[Verdict], language: str | None, script: str | None
) -> None:
    """Lines in another script, or of eight words and more in another language of the same script."""
    if language is None or script is None:
        return
    for line, verdict in zip(lines, verdicts, strict=True):
        own = script_of(line.head)
        if own is None:
            continue
        if own != script and {own, script} != {"han", "kana"}:
            verdict.add("other_language", CERTAIN, f"in another script ({own})")
        elif own == script and line.length >= _FOREIGN_WORDS and line.function_share(language) < 0.12:
            other = detect_language(line.head)
            # Single letters are function words in many languages and initials in all.
            longer = [word for word in line.words if len(word) > 1]
            if other is not None and other != language and function_share(longer, other) >= 0.25:
                verdict.add("other_language", 6.0, f"in another language ({other})")
