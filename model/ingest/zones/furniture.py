"""The furniture of web pages: advertisements, forms, buttons, counters, links to other stories, notices.

Formulas must fill the whole line; phrases only count as a hint and need company. Both are the common stock of
publishing systems, not of any one outlet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from model.ingest.zones.lines import Line
from model.ingest.zones.verdicts import CERTAIN, Verdict

_NETWORK = (
    r"(?:facebook|twitter|x|whatsapp|linkedin|reddit|pinterest|telegram|email|e-mail|print|pin|tweet|share|pocket|"
    r"flipboard|messenger|copy link|link copied|save|sms|tumblr|google\+?|viber|bluesky|threads|"
    r"youtube|instagram|like)"
)
_ADVERT = (
    r"(?:advertisements?|advertising|sponsored(?: content)?|promoted content|publicidad|publicidade|"
    r"werbung|anzeige|"
    r"publicité|pubblicità|реклама|إعلان)"
)


@dataclass(frozen=True, slots=True)
class _Formula:
    reason: str
    pattern: re.Pattern[str]


def _formula(reason: str, *patterns: str) -> _Formula:
    return _Formula(reason, re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE))


OTHER_STORIES = "links to other stories"
COMMENTS = "comments form"
COPYRIGHT = "copyright notice"

_FORMULAS = (
    _formula(
        COMMENTS,
        r"(?:\d+ |view |show |see |read |all )*comments?(?: \(\d+\))?(?: are closed\.?)?",
        r"leave a (?:reply|comment)|(?:post|add|write|submit) (?:a|your) comment|cancel reply|be "
        r"the first to comment\W*",
        r"please enter (?:your|a valid) .{2,60}|join the (?:conversation|discussion)\W*|log ?in to "
        r"(?:comment|leave).{0,40}",
        r"your (?:name|comment|e-?mail)\W*|(?:name|e-?mail|website)\W{0,3}|save my name.{0,140}|"
        r"notify me of .{0,90}",
        r"the commenter agrees .{0,200}|\d+ (?:replies|responses)",
    ),
    _formula(
        OTHER_STORIES,
        r"\W{0,3}(?:related|more|latest|recent|recommended|popular|trending|top|featured|other|"
        r"similar|suggested|must[- ]read)"
        r" (?:articles?|stories|news|posts?|content|coverage|reading|reads|videos?|links?|topics?)\W*",
        r"\W{0,3}(?:also (?:see|read|on .{2,40})|see also|read (?:more|also|next|on)|read the full "
        r"(?:story|article)|full (?:story|"
        r"coverage)|you (?:may|might) (?:also|be) .{3,40}|most (?:read|popular|viewed|recent|"
        r"commented|shared)|"
        r"editor['’]?s['’]? (?:picks?|choice)|don['’]t miss|up next|what to read next|(?:from "
        r")?around the web|"
        r"more (?:on|from) (?:this|the web|our|us)\b.{0,30}|in case you missed it|related|more)\W*",
    ),
    _formula(
        "advertisement",
        rf"[\W_]*{_ADVERT}(?:[\W_]+{_ADVERT})*[\W_]*(?:spot_img|continue reading.{{0,40}}|"
        r"scroll (?:down )?to continue.{0,40}|skip ad.{0,20}|thanks for watching.{0,30})?",
        r"[-–— ]*ad[-–— ]*",
        r"(?:story|article) continue[sd]? (?:below|after).{0,40}",
        r"continue(?: reading)?(?: the main story| below| reading below)?",
        r"skip (?:advertisement|to (?:main )?content|past newsletter promotion)",
    ),
    _formula(
        "gallery",
        r"\d{0,3} ?(?:view|see|open|launch) (?:the |full |photo |image )?(?:gallery|slide ?show|photos)",
        r"(?:slide ?show|gallery|photos)\W{0,2}\(?\d+ (?:images|photos|pictures)\)?",
        r"(?:next|prev(?:ious)?) (?:image|photo|slide)?.{0,12}",
        r"(?:image|photo|slide|caption)? ?\d+ (?:of|/) \d+",
        r"[\W]*(?:click|tap) to (?:enlarge|expand|zoom)\W*",
    ),
    _formula(
        "share buttons",
        rf"(?:share (?:this|on)(?: (?:story|article|page|post|with))?:?|{_NETWORK})"
        rf"(?:[\s|,/•]+(?:{_NETWORK}|(?:this|on|via|the)(?: (?:story|article|page|post))?))*\W*",
        r"(?:read or )?share this (?:story|article|page|post)\b.{0,60}|like this (?:story|article)\?.{0,60}",
    ),
    _formula(
        "social counter",
        r"[\d.,]+ ?[km]? ?(?:fans?|followers?|subscribers?|likes?|shares?|views?|comments?|retweets?|reads?)"
        r" ?(?:like|follow|subscribe)?",
    ),
    _formula(
        "audio or video widget",
        r"(?:listen|watch|play)(?: now)?(?: to)?(?: (?:this|the|full))? (?:story|article|video|"
        r"audio|episode|podcast)\b.{0,40}",
        r"listen to article.{0,60}",
        r"(?:watch|video|audio|listen|now playing|play video|play facebook|live):?",
        r"x youtube video|autoplay|loading\.{0,3}|your browser does not support.{0,60}",
    ),
    _formula(
        "newsletter form",
        r"(?:\W{0,3})sign[- ]?up (?:here |now )?(?:for|to|today)\b.{0,140}",
        r"(?:e-?mail )?newsletters? sign-?up|manage newsletters",
        r"(?:get|receive|want) .{2,90} (?:in|to|delivered to) your (?:inbox|e-?mail).{0,60}",
        r"thank you for (?:signing up|subscribing).{0,120}",
        r"(?:enter|your) (?:your )?e-?mail(?: address)?\W*",
    ),
    _formula(
        "subscription form",
        r"subscribe(?: (?:now|today|here|to|for|on)\b.{0,120})?\W*",
        r"(?:already|not) (?:a|an) (?:subscriber|member)\b.{0,80}",
        r"(?:log|sign) in(?: to .{0,60})?|register(?: now| for free)?|create (?:a free )?account",
        r"(?:support|donate to) (?:our|independent|quality) .{0,40}journalism.{0,60}|become a member.{0,60}",
        r"this (?:story|article|content) is (?:only )?(?:available|for) .{0,30}(?:subscribers|"
        r"members).{0,60}",
    ),
    _formula(
        "app promotion",
        r"(?:click|tap) (?:here )?(?:to get|for|to download) the .{2,50}(?:app|\.com)\W*",
        r"(?:get|download) (?:the|our) .{0,40}\bapp\b.{0,40}",
        r"click here (?:for|to)\b.{0,80}",
    ),
    _formula(
        "follow links",
        r"(?:\W{0,3})(?:follow|like|join|find|connect with) (?:us|me)(?: \w+){0,2} (?:on|at) .{2,60}",
        r"(?:\W{0,3})follow @?\w+(?:(?: on twitter)?(?:[ :]+(?:follow )?@\w+)+| on (?:twitter|x|"
        r"facebook|instagram))\W*.{0,40}",
        r"(?:\W{0,3})follow \w+(?: \w+){0,4} on (?:twitter|x|facebook|instagram)\b.{0,40}",
        r"(?:twitter|instagram|facebook): ?@?[\w./]+|@\w{2,20}",
        r"stay connected|follow us|connect with us",
        r"(?:to )?(?:write to|contact|e-?mail)\b.{1,90}@[\w.]{2,40}\.?",
    ),
    _formula(
        "navigation",
        r"(?:skip to .{0,30}|back to top|menu|home|search|close|toggle .{0,20}|main menu|read in "
        r"app|open in app)",
        r"home ?[>»/|] ?.{1,80}",
        r"(?:tags?|topics?|filed under|categor(?:y|ies)|keywords):.{0,200}",
        r"\d{1,2}[- ]min(?:ute)?s?(?: read)?|reading time:? \d+ min.{0,10}",
    ),
    _formula(
        "notice",
        r"this article is more than \d+ (?:years?|months?) old",
        r"this is a rush transcript.{0,80}",
        r"(?:this site|this page|form) is protected by recaptcha.{0,120}",
        r"(?:we|this (?:web)?site) uses? cookies.{0,200}|accept (?:all )?cookies|cookie (?:policy|settings)",
        r"(?:privacy policy|terms of (?:use|service)|terms and conditions)(?:\W+(?:and )?(?:privacy "
        r"policy|terms.{0,20}))?",
        r"(?:disclaimer|opinion|analysis/opinion|analysis|commentary|exclusive|breaking|developing):",
        r"an? .{2,60}(?:newsletter|briefing) (?:from|by) .{2,60}",
    ),
    _formula(
        COPYRIGHT,
        r"\W{0,3}(?:copyright\b|©|\(c\) ?\d{4}).{0,220}",
        r".{0,80}all rights reserved\W.{0,160}",
        r".{0,60}material may not be published, broadcast, rewritten.{0,60}",
    ),
    _formula("weather", r"-?\d{1,3}(?:\.\d)?\s?°?\s?[CF]", r"-?\d{1,3}\s?°"),
    _formula(
        "stock or advert code",
        r"\[/?\w+(?: \w+=[^\]]{0,200})?\]|\{\{.{0,200}\}\}|</?\w+[^>]{0,200}>|spot_img",
    ),
)
_FORMULA_LIMIT = 260

#: `READ MORE: Parliament votes`, `( PHOTOS: The summit in pictures)`: a label and another story's headline.
_LABELLED_LINK = re.compile(
    r"\W{0,3}(?:related|read(?: more)?|more|see(?: also| more)?|also (?:read|see)|watch|full "
    r"coverage|special coverage|listen|photos?|"
    r"videos?|pictures|gallery|live updates|opinion|recommended|must read|in pictures|"
    r"explainer)\s?[:|>]\s?\S.{2,180}",
    re.IGNORECASE,
)

#: Phrases of notices to readers, in lower case; they count when several stand in one line.
_PHRASES = (
    "privacy policy",
    "terms of use",
    "terms of service",
    "terms and conditions",
    "agree not to submit",
    "agrees not to submit",
    "submit comments",
    "submit a comment",
    "accept cookies",
    "use of cookies",
    "uses cookies",
    "sign up for our",
    "sign up for the",
    "sign up to",
    "sign up today",
    "your inbox",
    "unsubscribe",
    "subscribe now",
    "subscribe here",
    "subscribe to our",
    "subscribe to the",
    "click here",
    "download the app",
    "download our app",
    "newsletter",
    "follow us on",
    "like us on facebook",
    "find us on facebook",
    "available exclusively to",
    "to continue reading",
    "free trial",
    "become a member",
    "become a subscriber",
    "all rights reserved",
    "reprint permission",
    "send letters to",
    "by signing up",
    "recaptcha",
    "affiliate links",
    "affiliate commission",
)


def formula_reason(line: Line) -> str | None:
    """What piece of furniture the whole line is, None if it is none."""
    text = line.head
    if len(text) > _FORMULA_LIMIT or not line.short:
        return None
    for formula in _FORMULAS:
        if formula.pattern.fullmatch(text):
            return formula.reason
    return None


def weigh_furniture(line: Line, verdict: Verdict) -> None:
    """Add what speaks for furniture of the page in the line itself."""
    if line.short and not any(sign.isalnum() for sign in line.head):
        verdict.add("boilerplate", CERTAIN, "separator")
        return
    reason = formula_reason(line)
    if reason is not None:
        verdict.add("boilerplate", CERTAIN, reason)
        return
    if line.short and line.length <= 25 and not line.finished and _LABELLED_LINK.fullmatch(line.head):
        verdict.add("boilerplate", 5.5, OTHER_STORIES)
    text = line.head.lower()
    hints = sum(phrase in text for phrase in _PHRASES)
    if hints:
        verdict.add("boilerplate", 1.6 * hints, "notice to readers")
