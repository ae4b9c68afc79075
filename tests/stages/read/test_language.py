import pytest

from pipeline.stages.read.language import guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The company said that it will sell the unit and that it has no debt.", "en"),
        ("Das Unternehmen hat im Mai den Umsatz gesteigert und will auch in der Schweiz wachsen.", "de"),
        (
            "La société a annoncé que les ventes ont augmenté dans le monde et que la dette est en baisse.",
            "fr",
        ),
        ("La empresa dijo que las ventas de la unidad en el país subieron más que en los otros.", "es"),
        ("公司今天宣布第三季度收入增长百分之五。", "zh"),
        ("同社は今日、売上高が五パーセント増えたと発表した。", "ja"),
        ("Компания сообщила о росте выручки.", "ru"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert guess_language(text) == language


def test_too_little_text_leaves_the_default() -> None:
    assert guess_language("Orbin Tessel 5", "fi") == "fi"


def test_a_foreign_name_in_english_text_changes_nothing() -> None:
    assert guess_language("The helper “小愛同學” is one of the best known and it has 5 million users.") == "en"
