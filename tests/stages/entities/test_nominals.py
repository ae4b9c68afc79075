from __future__ import annotations

from tests.stages.entities.conftest import Reader


def nominals(read: Reader, *parts: object) -> list[tuple[str, str]]:
    return [(e.text, e.name) for e in read(*parts) if e.form == "nominal"]


def test_a_defined_term_stands_for_its_company(read: Reader) -> None:
    text = "Quillon Corporation (“Quillon” or the “Group”) rose. Okuda Inc. fell. The Group and the Company grew."
    assert nominals(read, text) == [("The Group", "Quillon Corporation"), ("the Company", "Quillon Corporation")]


def test_the_company_is_the_one_that_the_article_is_about(read: Reader) -> None:
    found = nominals(
        read, ("title", "Quillon Corp opens an office"), "Quillon Corp rose. In Lima, the company has ten staff."
    )
    assert found == [("the company", "Quillon Corp")]


def test_another_company_comes_into_focus_as_a_subject_and_leaves_it(read: Reader) -> None:
    found = nominals(
        read,
        ("title", "Quillon Corp gains on its rival Okuda Motors"),
        "Quillon Corp rose. Okuda Motors fell after the company lost its licence. Sales of Quillon Corp grew. The company is glad.",
    )
    assert found == [("the company", "Okuda Motors"), ("The company", "Quillon Corp")]


def test_who_only_acts_on_the_company_is_not_the_company(read: Reader) -> None:
    found = nominals(
        read,
        ("title", "Quillon Corp gets a letter"),
        "Quillon Corp rose. Norvane Partners has asked the firm for an account. Tessel Ventures and Brell Capital put in €5m. The company has ten staff.",
    )
    assert found == [("the firm", "Quillon Corp"), ("The company", "Quillon Corp")]


def test_whom_a_figure_is_taken_from_comes_not_into_focus(read: Reader) -> None:
    found = nominals(
        read,
        ("title", "Quillon Corp ranks third"),
        "According to Corvus Research, Quillon Corp ranks third. Corvus Research analyst Ada Cole praised it. The company agreed.",
    )
    assert found == [("The company", "Quillon Corp")]


def test_the_bank_is_a_bank(read: Reader) -> None:
    found = nominals(
        read,
        ("title", "Stellaq Inc. signs Arden Bank"),
        "Arden Bank signed on Monday. Stellaq Inc. will run the bank's cards.",
    )
    assert found == [("the bank", "Arden Bank")]


def test_an_apposition_is_no_nominal(read: Reader) -> None:
    assert nominals(read, "Quillon Corp, the maker of lamps, rose.") == []


def test_a_compound_is_no_nominal(read: Reader) -> None:
    assert nominals(read, "Quillon Corp rose on the company-wide plan.") == []


def test_words_before_the_noun_leave_it_a_nominal_of_the_company(read: Reader) -> None:
    found = nominals(
        read,
        ("title", "Quillon Corp opens an office"),
        "Quillon Corp rose. Last year the Oslo-based software firm hired ten people, and the lamp maker is glad.",
    )
    assert found == [("the Oslo-based software firm", "Quillon Corp"), ("the lamp maker", "Quillon Corp")]


def test_a_company_is_known_by_its_place(read: Reader) -> None:
    found = nominals(
        read,
        "Germany's Quillon Corp said on Monday that it will buy lamps from Okuda Motors, a Japanese maker of lamps.",
        "Okuda Motors has ten staff. Shares in the German company rose 3%.",
    )
    assert found == [("the German company", "Quillon Corp")]


def test_what_is_another_company_or_a_name_follows_is_no_nominal(read: Reader) -> None:
    text = "Quillon Corp rose. Shares in the other company fell, the supply chain held, and the research firm Corvus Data is calm."
    assert nominals(read, text) == []


def test_a_body_that_is_no_company_comes_not_into_focus(read: Reader) -> None:
    found = nominals(
        read,
        ("title", "Quillon Corp is fined"),
        "Quillon Corp was fined by the Lamp Safety Commission (LSC). LSC officials found faults. The LSC closed it. That is bad for the company.",
    )
    assert found == [("the company", "Quillon Corp")]


def test_who_judges_a_company_comes_not_into_focus(read: Reader) -> None:
    found = nominals(
        read,
        ("title", "Quillon Corp loses ground"),
        "Quillon Corp lost ground. City analyst Corvus Capital slammed it. Corvus Capital downgraded its forecast. The company agreed.",
    )
    assert found == [("The company", "Quillon Corp")]


def test_a_sentence_leads_up_to_the_company_that_comes_into_focus(read: Reader) -> None:
    found = nominals(
        read, "Okuda Motors Ltd. bought Stellaq Inc. last year. The latest to do so is Quillon. The firm has ten staff."
    )
    assert found == [("The firm", "Quillon")]


def test_the_company_of_a_survey_is_one_that_it_counts(read: Reader) -> None:
    found = nominals(
        read,
        "Vendors shipped ten lamps, according to a new report from Corvus Data Corp.",
        "“Okuda Motors' quarter was good,” according to figures released by Corvus Data Corp. That is more than the company sold last year.",
    )
    assert found == [("the company", "Okuda Motors")]


def test_the_brokerage_is_the_house_that_judged(read: Reader) -> None:
    found = nominals(
        read,
        ("title", "Quillon Corp downgraded"),
        "Corvus Securities downgraded Quillon Corp on Monday. Costs will rise, said the brokerage. The company fell.",
    )
    assert found == [("the brokerage", "Corvus Securities"), ("The company", "Quillon Corp")]


def test_a_rival_that_is_only_set_beside_comes_not_into_focus(read: Reader) -> None:
    found = nominals(
        read,
        ("title", "Quillon Corp opens shops"),
        "Quillon Corp plans to open ten shops. Competitor Okuda Motors has ninety. The company will hire.",
    )
    assert found == [("The company", "Quillon Corp")]
