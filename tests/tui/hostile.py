"""Articles that try to do something to the terminal or to the layout."""

from __future__ import annotations

from pathlib import Path

LINES = (
    "The minister said \x1b[2J\x1b[1;1H\x1b]0;owned\x07 that \x1b]52;c;aGk=\x07 nothing happened.",
    "A \u202espokesman\u202c for the ministry told \u2066reporters\u2069 that 40 were hurt in Springfield.",
    "[bold red]Markup[/bold red] is [link=file:///]text[/link] here, the ministry said on Tuesday.",
    "The families 👨‍👩‍👧‍👦 waved 🇺🇳 flags 🏳️‍🌈 at the 👍🏽 president, the agency reported.",
    "ראש הממשלה אמר ביום שני כי המשא ומתן יימשך, ו-40 בני אדם נפצעו.",
    "قال رئيس الوزراء يوم الاثنين إن المفاوضات ستستمر وإن أربعين شخصا أصيبوا.",
    "東京都の知事は月曜日、交渉は続くと述べた。けが人は四十人だった。",
    "e\u0301\u0301\u0301\u0301 Zalgo t\u0336e\u0334x\u0337t, zero\u200bwidth\u200dsigns\u2060, police said.",
    "📰 ✈️ ⚠️ 1️⃣ ♥︎ 👩🏾‍🚒 🫱🏻‍🫲🏿 ﷽ 𒐫 ꧅ the officials said, ｆｕｌｌ ｗｉｄｔｈ and \u0f3a\u0f3b ํ ํ.",
    "\x9b31m\x85\x8d\x90q\x9c The \x00\x07\x08\x0b\x0c\x0e\x1a\x7f spokesman \ud7ff\ufffe\ufdd0 said so.",
    "{format} %s %(name)s ${HOME} `id` '; DROP TABLE articles; -- the hacker said.",
)


def write_hostile_articles(folder: Path) -> None:
    """Two articles of hostile lines, one of them with a line of 100,000 characters without a space."""
    (folder / "one.txt").write_text("Minister speaks\n\n" + "\n\n".join(LINES) + "\n", encoding="utf-8")
    (folder / "two.txt").write_text(
        "Minister speaks again\n\n" + "\n\n".join(reversed(LINES)) + f"\n\n{'x' * 100_000}\n",
        encoding="utf-8",
    )
