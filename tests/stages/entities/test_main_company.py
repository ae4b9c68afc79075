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


def test_who_only_estimates_is_not_what_the_article_is_about(subject: Subject) -> None:
    company = subject("Kettle shipments fell.", "Lamp shipments rose by 4%, Quillon Corp estimates.")
    assert company is None


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


def test_the_first_word_of_a_product_s_name_is_its_maker(subject: Subject) -> None:
    company = subject(
        ("title", "TOLMIRA Orvane E40: a lamp for tents"),
        "TOLMIRA Orvane E40 is on sale. The Orvane E40 is a lamp. It runs Okuda Motors software, said Okuda Motors.",
    )
    assert company == "TOLMIRA"


def test_whose_a_product_is_tells_its_maker(subject: Subject) -> None:
    company = subject(
        "The Hexbox Two Y is a fine game console. It costs more than Okuda's HexStation 4 Pro.",
        "Okuda sells its console for less. Inside, the Two Y is Quillon's smallest console to date. Okuda's HexStation 4 Pro is older.",
        "The Hexbox Two Y has upgrades. People like the Hexbox Two Y.",
    )
    assert company == "Quillon"


def test_a_prosecutor_is_not_what_the_article_is_about(subject: Subject) -> None:
    company = subject(
        "The Hagen State Attorney General is investigating Quillon Corp.",
        "Shares of Quillon Corp fell. The Hagen State Attorney General declined to comment.",
    )
    assert company == "Quillon Corp."


def test_an_exchange_named_with_every_company_is_not_the_subject(subject: Subject) -> None:
    company = subject(
        "Okuda Motors (NYSE: OKM) fell. Its shares on the NYSE had risen on Monday on the NYSE, the NYSE said."
    )
    assert company == "Okuda Motors"


def test_a_report_on_the_markets_of_a_day_is_about_no_company(subject: Subject) -> None:
    assert subject("Markets opened lower on Monday as volumes were low. Quillon Corp. (NYSE: QLN) dropped 1%.") is None


def test_the_maker_counts_and_not_its_model(subject: Subject) -> None:
    company = subject(
        ("title", "New $90,000 Quorla Roadhen speeds in front of a lorry"),
        "HAGEN, May 4 - Quorla Inc showed a red Roadhen that left the trailer. The Roadhen and the Roadhen's lamp are red.",
    )
    assert company == "Quorla Inc"


def test_a_list_of_shares_to_watch_is_about_no_company(subject: Subject) -> None:
    company = subject(
        ("title", "Stocks to Watch Tuesday: Quillon, Okuda Motors, Tenzor Labs"),
        "Quillon (QLN): The software company’s stock slid 7%. Quillon had a bad day.",
        "Okuda Motors (OKD) and Tenzor Labs (TNZ): The companies report today.",
    )
    assert company is None


def test_a_round_up_is_about_none_of_its_companies(subject: Subject) -> None:
    company = subject(
        ("title", "Ten new lamps to watch"),
        "The market for lamps is booming, and new models keep coming.",
        "Quillon Corp sells one for $90. Okuda Motors has another. Tenzor Labs and Corvus Lighting will follow.",
    )
    assert company is None


def test_the_agency_of_a_market_report_is_not_its_company(subject: Subject) -> None:
    company = subject(
        "MUMBAI (Reuters) - The Sensex and the Nifty ended flat on Tuesday as weaker regional shares offset optimism.",
        "Lender Quillon Bank rose 4%.",
    )
    assert company is None


def test_a_market_report_may_name_companies_behind_its_subject(subject: Subject) -> None:
    report = (
        "Benchmark equity indices retreated on Friday after a warning by Quillon Corp triggered selling of lamp makers."
    )
    assert subject(("title", "Index sheds 412 points as Quillon Corp warns"), report, "Quillon Corp lost 8%.") is None


def test_a_round_up_is_about_no_company(subject: Subject) -> None:
    for title in (
        "Results in brief: Quillon Corp, Okuda Motors, Hagen Foods and Sable",
        "Movers: Quillon, Okuda and more",
    ):
        assert subject(("title", title), "Quillon Corp jumped 8% after results.", "Okuda Motors lost 2%.") is None


def test_a_list_of_what_one_company_makes_is_no_round_up(subject: Subject) -> None:
    title = ("title", "Quillon Corp shows three lamps: Orbit 9, Orbit 9 Pro and Orbit Max")
    assert subject(title, "Quillon Corp showed three lamps on Friday.") == "Quillon Corp"


def test_the_agency_of_a_dateline_is_not_what_the_article_is_about(subject: Subject) -> None:
    opening = "LIMA, 5 May 2021 (Arden News) – Lamp makers sold more than ever, the trade body of the sector said."
    assert subject(("title", "Lamps sell"), opening) is None


def test_what_a_company_owns_is_not_what_the_article_is_about(subject: Subject) -> None:
    company = subject(
        ("title", "Okuda Grill's owner posts smaller loss"),
        "LIMA (AP) — Restaurant operator Quillon Hospitality Inc. on Thursday said its loss shrank.",
    )
    assert company == "Quillon Hospitality Inc."


def test_the_issuer_above_the_title_is_what_a_release_is_about(subject: Subject) -> None:
    company = subject(
        ("byline", "Quillon Platinum Limited"),
        ("title", "Production report for the year"),
        "Under the rules of the Hagen Stock Exchange, issuers have to tell the market.",
        "Quillon expects a profit. Okuda Motors and Sable Foods buy its metal, as does Arden Glass. Okuda Motors is pleased.",
    )
    assert company == "Quillon Platinum Limited"


def test_the_first_sentence_of_a_letter_stands_below_its_greeting(subject: Subject) -> None:
    company = subject(
        ("title", "Second-quarter letter"),
        "Fellow shareholders,",
        "Three years ago we told you that Quillon Corp would grow.",
        "Okuda Motors bought lamps. Okuda Motors will buy more. Hagen Foods, too, and Okuda Motors is glad.",
    )
    assert company == "Quillon Corp"


def test_who_announces_is_meant_although_the_partner_is_described(subject: Subject) -> None:
    company = subject(
        ("title", "Quillon Harbour Lamps Partners with Okuda to Sell Lamps"),
        "Quillon Harbour Lamps K.K. (Headquarters: Lima) today announced a pact with Okuda Inc. to sell lamps.",
        ("heading", "About Okuda"),
        "Okuda makes lamps. Okuda was founded in 1999.",
    )
    assert company == "Quillon Harbour Lamps K.K."


def test_a_brand_that_acts_makes_what_begins_with_its_name(subject: Subject) -> None:
    company = subject(
        "Orbo is kicking off a sale of the Orbo 5 and Orbo 5 Pro. Orbo likes to refer to the Orbo X as its flagship.",
        "The Orbo 5 costs $200, and the Orbo 5 Pro has a larger battery. The Orbo X is heavier.",
    )
    assert company == "Orbo"


def test_a_house_that_judges_is_not_what_the_article_is_about(subject: Subject) -> None:
    company = subject(
        "The retailer said that sales fell by 3%.",
        "City analyst Corvus Capital slammed it. Corvus Capital downgraded its forecast. Corvus Capital kept its advice.",
        "The drop hurts not just Okuda Foods. First it was Stellaq Inc., and now Okuda Foods is reeling.",
    )
    assert company == "Okuda Foods"


def test_the_first_sentence_is_about_the_company_that_acts(subject: Subject) -> None:
    company = subject(
        "A year after it bought Dobbs Bakeries, Quillon Group is closing the bakery in Lima.",
        "Dobbs Bakeries has made bread for a century. Quillon Group said that costs had doubled.",
    )
    assert company == "Quillon Group"


def test_a_body_that_the_text_speaks_of_most_is_what_it_is_about(subject: Subject) -> None:
    company = subject(
        "Lima Leadership Academy raised a further $28 million last year.",
        "The money came from Okuda Partners. Lima Leadership Academy has two schools. Lima Leadership Academy will hire.",
    )
    assert company == "Lima Leadership Academy"


def test_a_research_house_that_says_it_all_is_not_what_the_article_is_about(subject: Subject) -> None:
    company = subject(
        "Okuda Inc and Quillon Computer Inc ranked fifth and sixth, information advisory firm Corvane Inc said.",
        "Okuda shipped 4 million computers, Corvane said. Sales fell by 3%, Corvane said. Corvane analyst Ada Nwosu said "
        "that the market was weak. Okuda's share rose to 6%, Corvane said.",
    )
    assert company == "Okuda Inc"


def test_a_figure_with_a_point_between_who_announces_and_the_verb_changes_nothing(subject: Subject) -> None:
    company = subject(
        ("title", "April car sales"),
        "Lima & Sons Ltd., a part of the $19.4 billion Okuda Group, today announced its sales. Okuda Group is glad.",
    )
    assert company == "Lima & Sons Ltd."
