"""Formulas of the trade that stand in the text of reports: datelines, bylines, credits, corrections.

Patterns only; `marks` turns them into records and `zones` into evidence. All are meant for short stretches of
text (a line's first or last few hundred characters).
"""

from __future__ import annotations

import re

from model.ingest.agencies import WIRE
from model.ingest.dates import find_dates

_MONTHS = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.?|April|Apr\.?|May|June|July|Aug(?:ust|\.)?|Sept(?:ember|\.)?|"
    r"Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_PLACE = r"[A-ZÀ-Þ][\w.'’-]*(?:[ -][A-ZÀ-Þ][\w.'’-]*){0,3}"
_CAPITAL_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ -](?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*|de|del|la|al|el|di)){0,3}"
_REGION = rf"(?:, {_PLACE}){{0,2}}"
_DAY = rf"(?:,? {_MONTHS} \d{{1,2}}(?:,? (?:19|20)\d\d)?)?"
_DASH = r"(?:—|–|--|-)"

_SIGNED = rf"(?:{WIRE}|CNN|NPR|BBC|VOA|(?:ABC|CBS|NBC|CBN|BBC|Fox|Sky) News)"

#: `BAGHDAD — `, `BAGHDAD, April 7 (Reuters) - `, `MOSCOW, May 6. /TASS/. `, `BEIRUT: `, `Paris (CNN) — `.
#: A place in small letters is one only where somebody signs behind it.
DATELINE = re.compile(
    rf"(?:(?P<place>{_CAPITAL_PLACE}{_REGION}){_DAY}\s?"
    rf"(?:\((?P<agency>[A-Z][^()\n]{{1,40}})\)\s?{_DASH}|\((?P<known>{_SIGNED})\)|"
    rf"\.?\s?/(?P<slashed>[A-Z][^/\n]{{1,40}})/\.?|(?P<colon>:)|{_DASH})"
    rf"|(?P<small>{_PLACE}{_REGION}){_DAY}\s?"
    rf"\((?:(?P<small_agency>[A-Z][\w.]+(?: [A-Z]\w+)?)\)\s?{_DASH}|(?P<small_known>{_SIGNED})\)))\s+(?=\S)"
)
#: Words in capitals that open a line as a dateline would.
NOT_A_PLACE = re.compile(
    r"(?:UPDATED?|WATCH|CORRECTION|NOTE|BREAKING|EXCLUSIVE|OPINION|ANALYSIS|ADVERTISEMENT|READ|MORE|VIDEO|PHOTOS?|FILE|"
    r"LISTEN|LIVE|RELATED|ALSO|COMMENTARY|EDITORIAL|COLUMN|REVIEW|FACT|CLAIM|VERDICT|TRUE|FALSE|QUESTION|ANSWER|STORY|"
    r"HOST|ISSUE|[Tt]he|THE|WHO|WHAT|WHEN|WHERE|WHY|HOW|[QA])\b"
)

_NAME_WORD = r"(?:[A-ZÀ-Þ][\w.'’-]*|al|bin|ibn|de|del|della|der|den|di|da|dos|la|le|van|von|el|y)"
_NAME = rf"[A-ZÀ-Þ][\w.'’-]*(?: {_NAME_WORD}){{0,4}}"
_NAMES = rf"{_NAME}(?:(?:, {_NAME}){{0,4}},? (?:and|&|with) {_NAME})?"
#: `By A B and C D`, with what stands after the names as `rest`.
BYLINE = re.compile(
    rf"\W{{0,3}}(?:(?:[Ww]ritten |[Ss]tory |[Rr]eport |[Pp]osted )?[Bb]y|BY)[: "
    rf"]\s?(?P<who>{_NAMES})(?P<rest>\W.*)?"
)

#: The same in languages whose word for `by` opens headlines as well: nothing may follow the names.
_FOREIGN_BYLINE = re.compile(
    rf"(?:Von|Par|Por|Di|Door|Av|Texte?|Autore?|Autor)[: ]\s?(?P<who>{_NAMES})(?P<rest>)"
)
_FULL_NAME = r"[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]*){1,2}"
_TWO_NAMES = re.compile(rf"{_FULL_NAME}(?:, {_FULL_NAME})*,? (?:and|&) {_FULL_NAME}")
_LONGEST_BYLINE = 160

_ITEM = r"(?:report|story|article|post|piece|dispatch|analysis|file)"
_WORK = rf"(?:this|the) {_ITEM}"
_INITIAL = r"(?<=\b[A-Z])\."
_WHO = rf"(?:[^.;:!?()\n]|{_INITIAL})"
#: `X contributed to this report`, `Additional reporting by X`, `Contributing: X`, `With files from X`.
CONTRIBUTION = re.compile(
    rf"(?P<who1>[A-ZÀ-Þ]{_WHO}{{1,220}}?) (?:also )?contributed"
    rf"(?: (?:additional |to the )?(?:reporting|research|writing))?(?: from [\w ,]{{2,40}})?(?: "
    rf"(?:to|for) {_WORK}|\.?$)"
    r"|(?:(?:^|[.(—–;”]\s?)(?:[Ww]ith )?(?:[Rr]eporting|REPORTING|[Ff]iles|[Mm]aterial|[Ii]nputs?|"
    r"[Cc]ontributions)"
    r"|[Ww]ith (?:additional |further )?(?:reporting|files)|[Aa]dditional reporting) (?:by|from) "
    rf"(?P<who2>{_WHO}{{2,160}}?)(?=[;)]|\.?$|\. )(?:[;.] (?:[Ww]riting|[Ee]diting)[^)\n]{{2,160}})?"
    rf"|^(?:[Ee]diting|[Ww]riting|[Ee]dited|[Ww]ritten|[Cc]ompiled) by (?P<who5>{_WHO}{{2,160}})"
    rf"|^(?:[Cc]ontribut(?:ing|ors?|ed by)|CONTRIBUTING)\s?[:–—-]\s?(?P<who3>{_WHO}{{2,160}})"
    rf"|[Tt]his {_ITEM} (?:was )?(?:originally |first )?(?:published|appeared|produced|provided) "
    rf"(?:by|in|on|at) (?P<who4>[A-ZÀ-Þ]{_WHO}{{1,80}})"
)
_CONTRIBUTION_WORDS = re.compile(
    r"contribut|Contribut|CONTRIBUT|[Rr]eporting (?:by|from)|REPORTING|iles from|aterial from|nputs? from|"
    r"^\W?(?:[Ee]dit|[Ww]rit|[Cc]ompil)\w+ by|"
    r"his \w+ (?:was )?(?:originally|first|published|appeared|produced|provided)"
)
#: The outlet in `Gazette Staff contributed to this report`.
STAFF = re.compile(
    r"(?:[Tt]he )?(?P<outlet>[A-ZÀ-Þ][\w&.'’ -]{2,50}?)['’]?s? (?:[Ss]taff|newsroom)(?: "
    r"(?:[Ww]riters?|[Rr]eporters?))?"
)

#: A note about the article itself at the beginning of a line.
CORRECTION = re.compile(
    r"\W{0,3}(?:(?:corrections?|clarifications?|editor['’]?s['’]? note|corrections? (?:&|and) \w+)\s?[:–—-]|"
    r"(?:an? (?:earlier|previous|prior|original) version of|the (?:headline|original version) (?:of|"
    r"on)) this\b|"
    r"this (?:story|article|post|report|piece|page) (?:has been|was|is being) (?:updated|corrected|"
    r"amended|clarified)\b|"
    r"(?:this is a )?(?:breaking|developing) (?:news )?story\b.{0,80}$|corrections? (?:&|and) "
    r"(?:clarif|amplif)ications?$)",
    re.IGNORECASE,
)
COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|\b[Cc]opyright\b|\bCOPYRIGHT\b)[\s©(c)CBYby]{0,16}"
    r"(?P<years>(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?"
    r",?\s?(?:[Bb]y |BY )?(?P<who>[A-ZÀ-Þ][^.|©\n]{1,70}?(?:\.[Cc][Oo][Mm])?)?(?=,? (?:Inc|LLC|"
    r"Ltd)\b|\.|,? [Aa]ll [Rr]ights|\s?\||$)"
)
#: `(Reuters)`, `(with AP inputs)`, `— AFP` at the end of a paragraph; `Source: AP`.
SIGNED_BY_AGENCY = re.compile(
    rf"(?:\((?:[Ww]ith )?(?:[Ii]nputs? from |[Ss]ource: )?(?P<in>{WIRE})(?: (?:inputs?|"
    rf"contributed))?\)|[—–-]{{1,2}}\s?(?P<dash>{WIRE})|"
    rf"(?:^|\s)[Ss]ources?: ?(?P<source>{WIRE}))\.?$"
)
#: The outlet whose rules the reader is asked to accept.
PRIVACY_OF = re.compile(
    r"(?:[Pp]rivacy [Pp]olicy|[Tt]erms of (?:[Uu]se|[Ss]ervice)) of (?:the "
    r")?(?P<outlet>[A-ZÀ-Þ][\w&'’-]*(?: [A-ZÀ-Þ][\w&'’.-]*){0,4})"
)

_PUBLISHED = re.compile(r"\b(?:published|posted|first published|publication date|date)\b", re.IGNORECASE)
_UPDATED = re.compile(r"\b(?:updated|modified|last)\b", re.IGNORECASE)
_AROUND_DATE = re.compile(
    r"\b(?:published|posted|updated|last|first|modified|on|at|date|created|publication|the|of|local|time|"
    r"gmt|utc|edt|est|et|pst|pdt|pt|cst|cet|cest|bst|ist|am|pm|a\.m|p\.m|mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|"
    r"thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:am|pm)?|\d{1,2}(?:am|pm))\b",
    re.IGNORECASE,
)
_STATED = re.compile(r"\W{0,3}(?:first |last )?(?:published|posted|updated|written|created)\b", re.IGNORECASE)
_ONLY_WIRE = re.compile(rf"\W{{0,2}}(?:[Tt]he )?{WIRE}\W{{0,2}}")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s?(?:[ap]\.?\s?m\.?)?", re.IGNORECASE)
_SLASHED = re.compile(r"\d{1,2}/\d{1,2}/(?:19|20)\d\d")
_YEARLESS = re.compile(rf"\b(?:\d{{1,2}} {_MONTHS}|{_MONTHS} \d{{1,2}})(?=\W)")
_AGO = re.compile(r"(?:\w+ )?(?:\d+|an?|one) (?:minute|min|hour|hr|day|week|month|year)s? ago", re.IGNORECASE)


def is_date_line(text: str) -> bool:
    """Whether `text` is a date, a time of day or an age (`3 hours ago`), with nothing else but labels."""
    if len(text) > 120 or not any(sign.isdigit() for sign in text):
        return bool(_AGO.fullmatch(text))
    rest = text
    found = list(find_dates(text))
    for one in reversed(found):
        rest = rest[: one.span.start] + " " + rest[one.span.end :]
    if not found and not _SLASHED.search(text) and not _CLOCK.search(text) and not _AGO.search(text):
        return False
    rest = _SLASHED.sub(" ", _YEARLESS.sub(" ", rest))
    rest = _AROUND_DATE.sub(" ", _AGO.sub(" ", rest))
    return not any(sign.isalnum() for sign in rest)


def is_publication_line(text: str) -> bool:
    """Whether `text` is a note of when, by whom and where it was published, with a full date in it."""
    if len(text) > _LONGEST_BYLINE or text.endswith((".", "!", "?", "…")) or not _STATED.match(text):
        return False
    return any(find_dates(text))


def only_agency(text: str) -> bool:
    """Whether `text` is the name of a news agency and nothing else, as it stands in place of an author."""
    return _ONLY_WIRE.fullmatch(text) is not None


def date_label(text: str) -> str | None:
    """`published` or `updated`, as the words around a date say; None where they say neither."""
    if _PUBLISHED.search(text):
        return "published"
    return "updated" if _UPDATED.search(text) else None


def find_byline(text: str) -> re.Match[str] | None:
    """The match of a byline that fills a line, its groups `who` and `rest`; None for any other text."""
    if len(text) > _LONGEST_BYLINE:
        return None
    return BYLINE.fullmatch(text) or _FOREIGN_BYLINE.fullmatch(text)


def is_byline(text: str) -> bool:
    """Whether `text` as a whole names who wrote the article."""
    match = find_byline(text)
    if match is None:
        return False
    rest = match["rest"] or ""
    return len(rest.split()) <= 10 and not rest.rstrip().endswith((".", "?", "!"))


def find_contributions(text: str) -> list[re.Match[str]]:
    """The matches of CONTRIBUTION in a stretch of text; most text is passed over at a glance."""
    return list(CONTRIBUTION.finditer(text)) if _CONTRIBUTION_WORDS.search(text) else []


def names_only(text: str) -> bool:
    """Whether `text` lists two or more people by their full names and says nothing else."""
    return len(text) <= _LONGEST_BYLINE and _TWO_NAMES.fullmatch(text) is not None


def contributor(match: re.Match[str]) -> str | None:
    """Who is named by a match of CONTRIBUTION, as written."""
    who = next((match[f"who{n}"] for n in range(1, 6) if match[f"who{n}"]), None)
    return who.strip(" ,–—-") if who else None
