"""Who a credit names: spellings of one creditor, the article's own house, platforms that write nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from model.actors import fold
from model.ingest.agencies import wires_in

#: Where things are posted by somebody else: being cited makes none of them a reporter.
_PLATFORMS = frozenset(
    [
        "bluesky",
        "discord",
        "facebook",
        "instagram",
        "linkedin",
        "mastodon",
        "medium",
        "parler",
        "reddit",
        "signal",
        "snapchat",
        "substack",
        "telegram",
        "threads",
        "tiktok",
        "truth",
        "tumblr",
        "twitch",
        "twitter",
        "vkontakte",
        "wechat",
        "weibo",
        "whatsapp",
        "wikipedia",
        "youtube",
        "x",
    ]
) | {"truth social", "google", "google news", "social media", "yahoo", "msn"}
_ARTICLE = re.compile(r"^(?:the|a|an|al|el|der|die|das|le|la|les)\s+")
_SMALL = frozenset({"of", "the", "and", "for", "de", "in"})
_DOMAIN = re.compile(
    r"^(?:https?://)?(?:www\.|m\.|edition\.)?(?P<label>[\w-]+)(?:\.[\w-]+)*\.[a-z]{2,6}(?:/.*)?$", re.I
)
#: What a house adds to its name or leaves out.
_TRAILING = re.compile(
    r"(?: (?:news|newspaper|online|agency|news agency|staff|website|web news|network|com|tv|media))+$"
)
#: “US media”, “Iranian state television”: media, but none in particular.
_NOBODY = re.compile(
    r"(?:.* )?(?:state|local|national|official|foreign|social|western) (?:media|press|television|tv)"
    r"|(?:us|uk|eu|american|\w+(?:an|ish|ese|i)) (?:media|press|television|newspapers)"
)
_PLAIN_ACRONYMS = frozenset({"AP", "AFP", "UPI", "DPA", "EFE", "ANSA", "TASS"})
_SHORT_ACRONYM = 4
_ALSO_PEOPLE = frozenset({"Bloomberg"})
_SHORTEST_LABEL = 3
_MOST_WORDS = 8


def house_name(name: str) -> str:
    """The key of a publisher's name: folded, without article, generic endings or trimmings of a domain."""
    domain = _DOMAIN.match(name.strip())
    plain = _ARTICLE.sub("", fold(domain["label"] if domain else name))
    return _TRAILING.sub("", plain) or plain


def is_nobody(name: str) -> bool:
    """Whether a name is that of a site on which others post, or of media in general."""
    return house_name(name) in _PLATFORMS or _NOBODY.fullmatch(fold(name)) is not None


def is_wire(name: str) -> bool:
    """Whether a name is that of a news agency that sends text, with nothing around it but “news agency”."""
    return any(house_name(found.group()) == house_name(name) for found in wires_in(name))


def is_house_of(name: str, outlet: str) -> bool:
    """Whether `outlet` publishes what is credited to `name`, however they are written: “nytimes.com”."""
    mine, own = house_name(name), house_name(outlet)
    if not mine or not own:
        return False
    shorter, longer = sorted((mine, own), key=len)
    words = longer.split()
    label = len(shorter) >= _SHORTEST_LABEL and len(words) > 1
    return same_house(mine, own) or (label and _abbreviates(shorter.replace(" ", ""), words))


def means_a_wire(name: str) -> bool:
    """Whether a name in running text can be nothing but a news agency's: PA, MENA and Bloomberg are more."""
    if not is_wire(name) or name in _ALSO_PEOPLE:
        return False
    return name in _PLAIN_ACRONYMS or not (name.isupper() and len(name) <= _SHORT_ACRONYM)


def is_own_house(name: str, outlet: str) -> bool:
    """Whether `name`, in an article of `outlet`, is the outlet itself: “The Times” in the New York Times."""
    mine, own = house_name(name), house_name(outlet)
    return is_house_of(name, outlet) or stands_for(mine, own) or stands_for(own, mine)


def stands_for(short: str, full: str) -> bool:
    """Whether a key is how another is called for short, by its beginning or end: “times”."""
    if not short or short == full:
        return False
    if " " not in full and len(short) > _SHORTEST_LABEL:
        return full.startswith(short) or full.endswith(short)
    return full.startswith(f"{short} ") or full.endswith(f" {short}")


def same_house(one: str, other: str) -> bool:
    """Whether two keys are one publisher's: equal but for spaces, or one the initials of the other."""
    if one.replace(" ", "") == other.replace(" ", ""):
        return True
    shorter, longer = sorted((one, other), key=len)
    return shorter == _initials(longer)


def _initials(key: str) -> str | None:
    """The acronym of a key; None for a single word."""
    initials = "".join(word[0] for word in key.split() if word not in _SMALL)
    return initials if len(initials) > 1 else None


def _abbreviates(label: str, words: Sequence[str]) -> bool:
    """Whether `label` is made of beginnings of the `words`, in order: “nytimes”, “latimes”, “wapo”."""
    rests = {label}
    for word in words[:_MOST_WORDS]:
        rests = {
            rest[size:]
            for rest in rests
            for size in range(1, min(len(word), len(rest)) + 1)
            if rest[:size] == word[:size]
        }
    return "" in rests


def one_key(names: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    """The key of each name, given with the entity it stands for: spellings of one creditor share the key.

    Names are keys of `house_name`; the key of several is the first of them in the alphabet.
    """
    key: dict[str, str] = {}
    solid: dict[str, str] = {}
    acronyms: dict[str, str] = {}
    entities: dict[str, list[str]] = {}
    for name, entity in sorted(set(names), key=lambda item: (item[0], item[1] or "")):
        if name not in key:
            together, acronym = name.replace(" ", ""), _initials(name)
            known = solid.get(together) or acronyms.get(together) or solid.get(acronym or name) or name
            key[name] = solid.setdefault(together, known)
            if acronym is not None:
                acronyms.setdefault(acronym, known)
        if entity is not None:
            entities.setdefault(entity, []).append(name)
    for spellings in entities.values():
        first = min(key[name] for name in spellings)
        joined = {key[name] for name in spellings}
        key.update({name: first for name, known in key.items() if known in joined})
    return key
