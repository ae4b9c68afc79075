from __future__ import annotations

from collections.abc import Callable

Subject = Callable[..., str | None]


def test_the_company_of_title_and_opening_wins_over_the_one_that_is_cited(subject: Subject) -> None:
    company = subject(
        ("title", "Quillon Corp ships a million lamps"),
        "Quillon Corp shipped a million lamps, according to Corvus Research.",
        "Corvus Research said demand was strong. According to Corvus Research, sales doubled. It is on the Hagen Stock Exchange.",
    )
    assert company == "Quillon Corp"


def test_the_about_section_tells(subject: Subject) -> None:
    company = subject(
        "LIMA, May 5, 2021 — Okuda Motors and Quillon Corp will build lamps together.",
        ("heading", "About Quillon Corp"),
        "Quillon Corp makes lamps.",
    )
    assert company == "Quillon Corp"


def test_the_publisher_is_not_what_the_article_is_about(subject: Subject) -> None:
    company = subject(
        ("title", "Okuda Motors cuts prices"),
        "Okuda Motors told Arden News that it cut prices. Arden News and Arden News staff agree.",
        publisher="Arden News",
    )
    assert company == "Okuda Motors"


def test_an_article_without_an_organisation_has_none(subject: Subject) -> None:
    assert subject("It rained in the morning.") is None


def test_an_exchange_is_meant_only_where_nothing_else_is_named(subject: Subject) -> None:
    assert subject("The Hagen Stock Exchange closed early.") == "Hagen Stock Exchange"


def test_a_market_report_is_about_no_company(subject: Subject) -> None:
    company = subject(
        ("title", "Lisbon close: stocks rise"),
        "Stocks in Lisbon rose 0.9% on Friday. Quillon Corp gained 3%, and Okuda Motors lost 2%. Quillon Corp had a good day.",
    )
    assert company is None


def test_a_product_in_the_title_speaks_for_its_maker(subject: Subject) -> None:
    company = subject(
        ("title", "Quillon X2 Pro leak shows price"),
        "The Quillon X2 Pro turned up in a shop. Okuda Motors uses the phone, said Okuda Motors.",
        "Shares of Quillon fell. The company has confirmed nothing.",
    )
    assert company == "Quillon"
