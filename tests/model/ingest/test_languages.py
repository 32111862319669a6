from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.ingest.languages import detect_language, primary, script_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister said that the strike had ended and that nobody was to be dismissed.", "en"),
        ("Der Minister sagte, dass der Streik beendet sei und niemand entlassen werde.", "de"),
        ("Le ministre a dit que la grève est terminée et que personne ne sera renvoyé.", "fr"),
        ("El ministro dijo que la huelga ha terminado y que no se despedirá a nadie.", "es"),
        ("O ministro disse que a greve terminou e que não será demitido ninguém.", "pt"),
        ("Il ministro ha detto che lo sciopero è finito e che nessuno sarà licenziato.", "it"),
        ("De minister zei dat de staking voorbij is en dat er niemand wordt ontslagen.", "nl"),
        ("Bakan grevin sona erdiğini ve bunun için çok çalıştıklarını, ancak daha olduğunu söyledi.", "tr"),
        ("Министр сказал, что забастовка закончилась и что никто не будет уволен.", "ru"),
        ("Міністр сказав, що страйк закінчився і що нікого не буде звільнено під час цього.", "uk"),
        ("قال الوزير إن الإضراب انتهى وإن أحدا لن يفصل من العمل بعد هذا", "ar"),
        ("وزیر گفت که اعتصاب تمام شده است و هیچ کس را از کار برکنار نمی کنند", "fa"),
        ("השר אמר כי השביתה הסתיימה וכי איש לא יפוטר", "he"),
        ("大臣はストライキが終わったと述べた。", "ja"),
        ("部长表示罢工已经结束。", "zh"),
        ("Ο υπουργός είπε ότι η απεργία έληξε.", "el"),
        ("12 345 — 67", None),
        ("", None),
        ("Zyx qwerty", None),
    ],
)
def test_tells_languages_by_their_commonest_words(text: str, language: str | None) -> None:
    assert detect_language(text) == language


def test_names_of_another_script_do_not_change_an_article() -> None:
    assert script_of("The paper is called Правда and it is printed in the capital.") == "latin"


@pytest.mark.parametrize(("tag", "code"), [("en-GB", "en"), ("PT_br", "pt"), ("english", None), ("", None)])
def test_reads_language_tags(tag: str, code: str | None) -> None:
    assert primary(tag) == code


@given(st.text())
def test_any_text_may_be_asked_for_its_language(text: str) -> None:
    found = detect_language(text)
    assert found is None or primary(found) == found
