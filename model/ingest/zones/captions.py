"""Photo captions: known by the credit at their end or by a formula at their beginning.

A credit counts only at the very end of a line. `(Reuters)` alone is no photo credit: agencies sign text that
way.
"""

from __future__ import annotations

import re

from model.ingest.agencies import PICTURE
from model.ingest.zones.lines import Line
from model.ingest.zones.prose import reports_speech
from model.ingest.zones.verdicts import CERTAIN, Verdict

_NAME = r"(?:[^()\[\]\n]{2,70})"
_LABEL = (
    r"(?:[Ff]ile )?(?:[Pp]hoto(?:graph)?s?|PHOTOS?|[Ii]mages?|[Pp]ictures?|[Cc]redits?|[Ss]creen "
    r"?(?:shot|grab|capture)|"
    r"[Ii]llustration|[Pp]hoto credit|[Ii]mage credit|[Pp]hoto illustration|Foto|Crédit photo|Bild)"
)

#: `(AP Photo / X)` · `(Photo: X)` · `(X / AFP)` · `(X via AP)` · `[X/Al Jazeera]` · `(Courtesy of X)`
_BRACKETED = re.compile(
    rf"[(\[](?:"
    rf"{_LABEL}\s?(?::|\bby\b|\bcourtesy\b|\bfrom\b|\bvia\b|/){_NAME}"
    rf"|{_LABEL}(?: credit)?"
    rf"|(?:AP|AFP|EPA|UPI|Reuters|REUTERS)\s?(?:[Pp]hotos?|PHOTO|[Ii]mages?|File|/){_NAME}?"
    rf"|{_NAME}(?:/| via | for |, ){PICTURE}(?:\s?/{_NAME})?(?:,? (?:[Ff]ile|[Pp]ool)(?: [Pp]hoto)?)?"
    rf"|{_NAME}\s?/\s?{PICTURE}(?:\s?/{_NAME})?"
    rf"|{PICTURE}\s?/\s?{_NAME}"
    rf"|[Cc]ourtesy(?: of| photo)?:?{_NAME}?"
    rf"|[Hh]andout(?: {_NAME})?"
    rf"|Getty(?: Images)?|AP Images|AP Photos?|Pixabay|Shutterstock|Unsplash"
    rf"|[A-Z][^()\[\]\n/]{{2,40}}/[A-Z][^()\[\]\n/]{{2,40}}"
    rf")[)\]]\.?$"
)
#: `REUTERS/X` · `X/Getty Images` · `AP Photo/X` · `Photo: X/AFP` · `| AP Photos`, with nothing after it.
_BARE = re.compile(
    rf"(?:(?:^|[.!?”\"’)\]|]\s?|\s)(?:"
    rf"(?:REUTERS|AFP PHOTO|AP Photo|EPA|AP)\s?/\s?[A-Z][^.!?\n]{{2,60}}"
    rf"|(?:[Pp]hoto(?:graph)?|PHOTO|[Ii]mage|[Pp]icture|[Cc]redit)(?: credit)?: ?[A-Z][^.!?:\n]{{2,70}}"
    rf"|[Pp]hoto(?:graph)? by [A-Z][^.!?\n]{{2,60}}"
    rf"|[Ii]mage copyright {_NAME}"
    rf")|(?:[A-Z][\w.'’-]* ){{0,3}}[A-Z][\w.'’-]*\s?/\s?{PICTURE}(?:\s?/\s?[A-Z][\w .'’-]{{1,40}})?"
    rf"|\|\s?[A-Z][\w .'’-]{{1,40}}(?:\s?/\s?{PICTURE})?"
    rf"|[.!?”\"]\s?(?:[A-Z][\w.'’-]* ){{1,3}}via {PICTURE}|\bvia (?:Getty Images|REUTERS|Reuters|AP|AFP)"
    rf"|(?:^|[.”\"]\s)Getty Images"
    rf")$"
)
_OPENING = re.compile(
    r"(?:FILE(?: PHOTO)?\s?[:–—-]|File (?:photo|image|picture)\b|In this (?:\w+\.? \d{1,2},? (?:\d{4},? )?)?"
    r"(?:file )?(?:photo|image|picture|frame|video|screen ?grab|handout)|Enlarge this image|toggle caption|"
    r"[Hh]ide caption|Image (?:caption|copyright)|Media (?:caption|playback)|Photo caption|Caption:|"
    r"Pictured(?::| above| left| right)|"
    r"A (?:general|file|satellite|combination) (?:view|photo|picture|image)|(?:Facebook )?Twitter Pinterest |"
    r"[Pp]hoto(?:graph)?s? (?:by|courtesy)\b)"
)
_LONGEST_CREDIT = 160
_ONLY_LABEL = re.compile(r"(?:photos?|images?|pictures?|caption|videos?|gallery|close)", re.IGNORECASE)
_SIDE = re.compile(
    r"\((?:left|right|center|centre|L|R|C|[lr]|second (?:left|right)|top|bottom)\)|, (?:left|right|center),"
)
_DATED = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.) \d{1,2}, \d{4}"
)
_SHOWING = re.compile(
    r"\b(?:seen|shown|pictured|pos(?:es|ing)|stands?|standing|speaks|addresses|arrives?|attends?|walks?|waves?|"
    r"gestures|holds?|looks|listens|shakes|gather|meets|greets|reacts|sits|rides|passes)\b"
)


def find_credit(tail: str) -> re.Match[str] | None:
    """The photo credit at the end of `tail`, None if it ends in none."""
    if tail.endswith((")", "]", ").", "].")):
        return _BRACKETED.search(tail, max(0, len(tail) - _LONGEST_CREDIT))
    if tail.endswith((".", "!", "?", '"', "”")):
        return None
    return _BARE.search(tail, max(0, len(tail) - _LONGEST_CREDIT))


def credit_only(line: Line) -> bool:
    """Whether the line is a photo credit and nothing else."""
    match = find_credit(line.tail) if line.length <= 14 else None
    return match is not None and match.start() == 0


def opens_caption(line: Line) -> bool:
    """Whether the line begins as captions do, so that nothing above it belongs to the picture."""
    return _OPENING.match(line.head) is not None


def weigh_caption(line: Line, verdict: Verdict) -> None:
    """Add what speaks for a caption in the line itself."""
    credit = find_credit(line.tail)
    if credit is not None:
        if credit.start() == 0 and line.length <= 14:
            verdict.add("caption", CERTAIN, "photo credit")
        elif credit[0].endswith((")", "]", ".")):
            verdict.add("caption", 7.0 if line.length <= 90 else 3.0, "ends in a photo credit")
        else:
            verdict.add("caption", 5.5 if line.length <= 90 else 2.0, "ends in a photo credit")
    if opens_caption(line):
        verdict.add("caption", 5.5 if line.length <= 90 else 2.0, "begins as a caption")
    if line.short and _ONLY_LABEL.fullmatch(line.head):
        verdict.add("boilerplate", CERTAIN, "picture label")


def weigh_beside_credit(line: Line, verdict: Verdict) -> None:
    """Add what speaks for the caption of a picture whose credit is the next line."""
    if line.length > 60 or not line.short:
        return
    weight = 2.0 + (0.0 if line.finished else 2.5) - (1.5 if reports_speech(line) else 0.0)
    verdict.add("caption", weight + shows_picture(line), "stands over a photo credit")


def shows_picture(line: Line) -> float:
    """How much the line describes a picture: places of people in it, a full date, verbs of showing."""
    return (
        (1.0 if _SIDE.search(line.head) else 0.0)
        + (0.5 if _DATED.search(line.head) else 0.0)
        + (0.5 if _SHOWING.search(line.head) else 0.0)
    )
