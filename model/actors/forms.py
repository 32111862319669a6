"""The distinct names of one article, with their mentions, titles, and what is named beside them."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from model.actors.judgements import ActorJudgements
from model.actors.keys import Group, group_of, judged_key, key_of, known_by_key, mention_key
from model.actors.names import fold, lexicon, strip_title, words
from model.analysis import Analysis
from model.records import EntityType, Mention

_AND = re.compile(r"^\s*,?\s*(?:and|&|as well as)\s+(?:the\s+)?$", re.IGNORECASE)
_COMMA = re.compile(r"^\s*,\s*(?:the\s+)?$")
_BEFORE = re.compile(r"(?:[\w.’'-]+\s+){1,6}$")
_TORN = re.compile(r"([\w’'-]+)\s+(\w+)\s+$")
_AFTER = re.compile(r"^,\s+(?:the\s+|an?\s+)?([^,.;:()\n]{3,70})[,.]")
_BRACKETED = re.compile(r"^\s*[(\[]\s*(?:or\s+)?[“\"]?([A-Z][\w.-]{1,9})[”\"]?\s*[)\]]")


@dataclass(slots=True)
class Form:
    """One name as the article writes it, under all its marks and cases.

    `mentions` are indices into the mentions of the analysis; `text` is its most frequent spelling; `titles`
    are the folded titles found with it.
    """

    key: str
    group: Group
    mentions: list[int] = field(default_factory=list)
    texts: Counter[str] = field(default_factory=Counter)
    types: Counter[EntityType] = field(default_factory=Counter)
    titles: set[str] = field(default_factory=set)
    roles: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The most frequent spelling, the longer and then the alphabetically first of equals."""
        return min(self.texts, key=lambda text: (-self.texts[text], -len(text), text))

    @property
    def names(self) -> tuple[str, ...]:
        """What judgements call it: its spellings, and its name in the alias pack."""
        known = known_by_key(self.key)
        return (*self.texts, known.name) if known else tuple(self.texts)

    @property
    def type(self) -> EntityType:
        """The most frequent type."""
        return min(self.types, key=lambda kind: (-self.types[kind], kind))

    @property
    def size(self) -> int:
        """How many words its key has."""
        return len(self.key.partition(":")[2].split())


def collect(analysis: Analysis, judgements: ActorJudgements) -> tuple[list[Form], list[Form]]:
    """The forms of all named mentions in order of first appearance, and apart from them single mentions.

    The latter are those that the user judged one by one, a form each.
    """
    found: dict[str, Form] = {}
    single: list[Form] = []
    text = analysis.document.text
    taken = judgements.taken_out(analysis.document.article.id)
    for index, mention in enumerate(analysis.mentions):
        if mention.form != "name" or not fold(mention.surface):
            continue
        if mention.start in taken:
            form = Form(mention_key(mention.article, mention.start, mention.type), group_of(mention.type))
            single.append(form)
        else:
            key = judged_key(mention.surface, mention.type, judgements)
            form = found.setdefault(key, Form(key, group_of(mention.type)))
        form.mentions.append(index)
        form.texts[_tidy(mention.surface)] += 1
        form.types[mention.type] += 1
        if mention.type == "PERSON":
            _note_roles(form, mention, text)
    _gather_torn(found, analysis)
    return [form for form in found.values() if form.mentions], single


def _gather_torn(found: Mapping[str, Form], analysis: Analysis) -> None:
    """Give mentions torn from their head word by a role back to the name that the article uses whole.

    “A Kataib commander Nahda said” is what translation makes of “a commander of Kataib Nahda said”.
    """
    text, lists = analysis.document.text, lexicon()
    for form in list(found.values()):
        for index in [*form.mentions] if form.group == "org" else ():
            mention = analysis.mentions[index]
            torn = _TORN.search(text[max(0, mention.start - 60) : mention.start])
            if not torn or fold(torn[2]) not in lists.roles or fold(torn[1]) not in lists.heads:
                continue
            whole = found.get(key_of(f"{torn[1]} {mention.surface}", mention.type))
            if whole is not None and whole is not form:
                form.mentions.remove(index)
                whole.mentions = sorted([*whole.mentions, index])


def named_together(analysis: Analysis) -> set[frozenset[int]]:
    """Pairs of mentions that “and” joins, or an enumeration that ends in one: never the same actor."""
    named = [(i, m) for i, m in enumerate(analysis.mentions) if m.form == "name"]
    text = analysis.document.text
    pairs: set[frozenset[int]] = set()
    run: list[int] = []
    for (i, before), (j, after) in itertools.pairwise(named):
        between = text[before.end : after.start] if before.sentence == after.sentence else "."
        if not run:
            run = [i]
        if len(between) <= 16 and _AND.match(between):
            run.append(j)
            pairs.update(frozenset((a, b)) for place, a in enumerate(run[-8:]) for b in run[-8:][place + 1 :])
            run = [j]
        elif len(between) <= 8 and _COMMA.match(between):
            run.append(j)
        else:
            run = [j]
    return pairs


def stated_acronyms(analysis: Analysis) -> dict[int, str]:
    """Mention index → the acronym in brackets right after it: “Human Rights Forum (HRF)”."""
    text = analysis.document.text
    found: dict[int, str] = {}
    for index, mention in enumerate(analysis.mentions):
        if mention.form == "name":
            bracketed = _BRACKETED.match(text[mention.end : mention.end + 24])
            if bracketed and sum(letter.isupper() for letter in bracketed[1]) >= 2:
                found[index] = bracketed[1]
    return found


def common_words(forms: Iterable[Form]) -> Counter[str]:
    """How many forms each word of a key stands in."""
    return Counter(word for form in forms for word in set(form.key.partition(":")[2].split()))


def titles_of(folded: Sequence[str]) -> set[str]:
    """The words of `folded` that are offices, not mere courtesy."""
    return {word for word in folded if word in lexicon().roles}


def _note_roles(form: Form, mention: Mention, text: str) -> None:
    inside, _ = strip_title(mention.surface)
    run = _BEFORE.search(text[max(0, mention.start - 80) : mention.start])
    before = _title_run(run.group()) if run else ""
    title = f"{before} {inside}".strip()
    if title:
        form.titles.update(word.text for word in words(title))
    if title and titles_of([word.text for word in words(title)]):
        form.roles.append(title)
    after = _AFTER.match(text[mention.end : mention.end + 90])
    if after:
        said = [word.text for word in words(after[1])]
        if titles_of(said[:4]) and len(said) <= 10:
            form.roles.append(" ".join(after[1].split()))


def _title_run(text: str) -> str:
    """The titles at the end of `text`, with what belongs to them: “Iraqi Prime Minister”."""
    lists = lexicon()
    pieces = text.split()
    start = len(pieces)
    for place in range(len(pieces) - 1, -1, -1):
        word = words(pieces[place])
        plain = word[0].text if word else ""
        if (plain in lists.titles and not pieces[place].endswith((".", ","))) or plain in (
            "mr",
            "mrs",
            "ms",
            "dr",
            "gen",
            "sen",
            "rep",
            "gov",
        ):
            start = place
        elif not (plain in lists.states and start == place + 1):
            break
        else:
            start = place
    run = pieces[start:]
    return (
        " ".join(run)
        if any((words(p) or (None,))[0] and words(p)[0].text in lists.titles for p in run)
        else ""
    )


def _tidy(surface: str) -> str:
    return " ".join(surface.split())
