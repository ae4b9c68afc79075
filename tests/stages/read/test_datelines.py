import datetime as dt

import pytest

from pipeline.stages.read.datelines import dateline


@pytest.mark.parametrize(
    ("text", "place", "date", "agency"),
    [
        ("Lyon, FRANCE, May 3 2021 –– Orbin today", "Lyon, FRANCE", "2021-05-03", None),
        ("Hong Kong, 27 May 2021 — Orbin today", "Hong Kong", "2021-05-27", None),
        ("NEW YORK, May 3, 2021 /PRNewswire/ -- Orbin", "NEW YORK", "2021-05-03", "PRNewswire"),
        ("ZURICH, May 3, 2021 (GLOBE NEWSWIRE) -- Orbin", "ZURICH", "2021-05-03", "GLOBE NEWSWIRE"),
        ("CHICAGO--(BUSINESS WIRE)--Orbin Inc. said", "CHICAGO", None, "BUSINESS WIRE"),
        ("Palo Alto, Calif. – (WIRE) – May 3, 2021 – Orbin", "Palo Alto, Calif.", "2021-05-03", "WIRE"),
        ("LONDON (Reuters) - Orbin said", "LONDON", None, "Reuters"),
        ("LONDON, March 3 (Reuters) - Orbin said", "LONDON", None, "Reuters"),
        ("SANTA FE, N.M. (AP) — Orbin said", "SANTA FE, N.M.", None, "AP"),
        ("May 3, 2021 – London – Orbin", "London", "2021-05-03", None),
        ("[London, UK – 3 May 2021] – Orbin", "London, UK", "2021-05-03", None),
        ("Munich, Germany, 3 May 2021: Orbin", "Munich, Germany", "2021-05-03", None),
        ("Paris, Monday, 3 May 2021 – Orbin", "Paris", "2021-05-03", None),
        ("LYON, Alberta, May  03, 2021  (LAGOON NEWSWIRE) -- Orbin", "LYON, Alberta", "2021-05-03", "LAGOON NEWSWIRE"),
        ("LYON, FL, May 3, 2021 /24-7Lagoon/ -- Orbin", "LYON, FL", "2021-05-03", "24-7Lagoon"),
        ("LYON and PORTO, May 3, 2021 /LagoonWire/ -- Orbin", "LYON and PORTO", "2021-05-03", "LagoonWire"),
        ("LYON, Calif. and PORTO, May 3, 2021 – Orbin", "LYON, Calif. and PORTO", "2021-05-03", None),
        ("LYON & PORTO--(LAGOON WIRE)--Orbin", "LYON & PORTO", None, "LAGOON WIRE"),
        ("PORTO/LYON, 3 May 2021 - Orbin", "PORTO/LYON", "2021-05-03", None),
        ("LYON, BC / ACCESSWIRE / May 3, 2021 / Orbin", "LYON, BC", "2021-05-03", "ACCESSWIRE"),
        ("Lyon, Ontario--(Lagoonfile Corp. - May 3, 2021) - Orbin", "Lyon, Ontario", "2021-05-03", "Lagoonfile Corp."),
        ("LYON - Media OutReach - 3 May 2021 - Orbin", "LYON", "2021-05-03", "Media OutReach"),
        ("LYON, CA -- (LagoonWire) -- 05/23/21 -- Orbin", "LYON, CA", "2021-05-23", "LagoonWire"),
        ("LYON (PRWEB) May 03, 2021 Orbin", "LYON", "2021-05-03", "PRWEB"),
        ("LYON (May 3, 2021) – Orbin", "LYON", "2021-05-03", None),
        ("May 3, 2021 (Lyon, MB) – Orbin", "Lyon, MB", "2021-05-03", None),
        ("Lyon (Québec), May 3, 2021 - Orbin", "Lyon (Québec)", "2021-05-03", None),
        ("Lyon, 3 May 2021, 07:00 CET - Orbin", "Lyon", "2021-05-03", None),
        ("Lyon, 3 May 2021 | Orbin", "Lyon", "2021-05-03", None),
        ("New Lyon, May 3 (PTI) Orbin said", "New Lyon", None, "PTI"),
        ("**LYON – 3 May 2021** – Orbin", "LYON", "2021-05-03", None),
        ("[Lyon, France, May 3, 2021] Orbin", "Lyon, France", "2021-05-03", None),
        ("LYON, 12/03/2021 – Orbin", "LYON", None, None),
        ("[Lyon, France, May 3, 2021] Technology brand Orbin", "Lyon, France", "2021-05-03", None),
        ("Lyon, France, May 3, 2021―Orbin Corporation today", "Lyon, France", "2021-05-03", None),
        ("Mumbai (PTI) – Shares of Orbin", "Mumbai", None, "PTI"),
        ("LYON (Agency) -Grocer Orbin said", "LYON", None, "Agency"),
        ("LYON, May 3 (Agency) -Orbin said", "LYON", None, "Agency"),
        ("LYON, May 3. /LAGOON/. Orbin said", "LYON", None, "LAGOON"),
        ("Lyon, May 3, 2021. /LAGOON/. Orbin said", "Lyon", "2021-05-03", "LAGOON"),
        ("Lyon, Ontario May 3, 2021 / CNW Orbin is pleased", "Lyon, Ontario", "2021-05-03", "CNW"),
        ("Lyon, France and Porto, Portugal – May 3, 2021 Orbin", "Lyon, France and Porto, Portugal", "2021-05-03", None),
    ],
)  # fmt: skip
def test_datelines_give_place_day_and_agency(text: str, place: str, date: str | None, agency: str | None) -> None:
    found = dateline(text)
    assert found is not None
    assert not found.lone
    assert (found.place, found.date and found.date.isoformat(), found.agency) == (place, date, agency)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Lyon, FRANCE — Orbin", "Lyon, FRANCE"),
        ("TOKYO – Orbin", "TOKYO"),
        ("MUMBAI: Orbin", "MUMBAI"),
        ("MUMBAI | Orbin", "MUMBAI"),
        ("Mumbai: Orbin", "Mumbai"),
        ("Buenos Aires – Orbin", "Buenos Aires"),
    ],
)
def test_a_place_alone_is_weak_evidence(text: str, place: str) -> None:
    found = dateline(text)
    assert found is not None
    assert found.lone
    assert found.place == place


@pytest.mark.parametrize(
    ("text", "date", "agency"),
    [
        ("(Reuters) — The Orbin company", None, "Reuters"),
        ("May 3 (Reuters) - Orbin said", None, "Reuters"),
        ("May 3, 2021: Orbin fell", "2021-05-03", None),
        ("(May 3, 2021) – Orbin fell", "2021-05-03", None),
    ],
)
def test_a_day_or_an_agency_without_a_place_is_weak_evidence(text: str, date: str | None, agency: str | None) -> None:
    found = dateline(text)
    assert found is not None
    assert found.lone
    assert (found.place, found.date and found.date.isoformat(), found.agency) == (None, date, agency)


@pytest.mark.parametrize(
    "text",
    [
        "(Unaudited) – Orbin grew.",
        "Ada Nwosu, CEO: “Orbin grew.”",
        "Orbin and Tessel – both of Lyon – grew on May 3, 2021.",
        "May 3, 2021, was a good day – for Orbin.",
        "Orbin Watch – a watch for divers – costs €300.",
        "Orbin, the maker of boats – and its founder – said so.",
        "On May 3, 2021, Orbin bought Tessel.",
        "In May 2021 – its best month – Orbin grew.",
        "Orbin said on Monday it had grown.",
        "Founder: Orbin will grow.",
    ],
)
def test_sentences_are_no_datelines(text: str) -> None:
    assert dateline(text) is None


def test_days_that_do_not_exist_give_no_date() -> None:
    found = dateline("Lyon, 31 June 2021 – Orbin")
    assert found is not None
    assert found.date is None
    assert dateline("Lyon, 30 June 2021 – Orbin").date == dt.date(2021, 6, 30)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    ["Orbin Health (ORBN) – Orbin slid 9.2% before the bell.", "Lagoon's (LGN) – The burger chain earned 61 cents.",
     "Holm (HL), NWOSU (NWO) – A broker cut both."],
)  # fmt: skip
def test_a_company_with_its_stock_code_is_no_dateline(text: str) -> None:
    assert dateline(text) is None
