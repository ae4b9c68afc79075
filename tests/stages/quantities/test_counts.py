"""What a bare number counts."""

import pytest

from tests.stages.quantities.facts import facts

CASES: list[tuple[str, list[str]]] = [
    (
        "The firm has 12,000 employees in 30 countries and 1,500 products.",
        ["12,000 = count 12000 employee", "30 = count 30 country", "1,500 = count 1500 product"],
    ),
    ("It has 57.9 million monthly active users.", ["57.9 million = count 57900000 user"]),
    (
        "Ten million customers in 20-odd countries pay.",
        ["Ten million = count 10000000 customer", "20 = count ~20 country"],
    ),
    ("It hired 2,300 R&D personnel and 400 engineers.", ["2,300 = count 2300 personnel", "400 = count 400 engineer"]),
    (
        "It offers 100+ watch face designs and 40+ of the newest games.",
        ["100 = count >100 design", "40 = count >40 game"],
    ),
    ("It built 219 categories on three major platforms.", ["219 = count 219 category", "three = count 3 platform"]),
    ("Monthly active users for the service reached 86.7 million.", ["86.7 million = count 86700000 user"]),
    (
        "The number of subscribers to its plans rose 12% to 3.4 million.",
        ["12% = percent 12 percent ↑", "3.4 million = count 3400000 subscriber"],
    ),
    (
        "Vehicle sales rose to 2.4 million from 1.2 million.",
        ["2.4 million = count 2400000 unit", "1.2 million = count 1200000 unit"],
    ),
    ("It recorded over 5.55 million in sales volume.", ["5.55 million = count >5550000 unit"]),
    ("It sold 3 million last year.", ["3 million = count 3000000 unit"]),
    ("Headcount fell by 300 to 1,200.", ["300 = count 300 employee ↓", "1,200 = count 1200 employee"]),
    (
        "The company's workforce of 8,500 includes 1,200 contractors.",
        ["8,500 = count 8500 employee", "1,200 = count 1200 contractor"],
    ),
    ("Deliveries: 12,500 (+15% YoY)", ["12,500 = count 12500 unit", "15% = percent 15 percent ↑"]),
    (
        "It has 1.3 billion users, 40 million of whom pay.",
        ["1.3 billion = count 1300000000 user", "40 million = count 40000000 user"],
    ),
    ("It opened 12 stores and closed three.", ["12 = count 12 store", "three = count 3 store"]),
    (
        "It has 3 plants in China, 2 in India and 1 in Brazil.",
        ["3 = count 3 plant", "2 = count 2 plant", "1 = count 1 plant"],
    ),
    (
        "Between 500 and 600 people and 200 to 300 robots work there.",
        ["500 and 600 = count 500..600 person", "200 to 300 = count 200..300 robot"],
    ),
    ("It moves 6 billion items, up 46 places.", ["6 billion = count 6000000000 item", "46 = count 46 place ↑"]),
    (
        "The 2,000-strong workforce got a rise; a 300-seat hall was rented.",
        ["2,000 = count 2000 employee", "300 = count 300 seat"],
    ),
    ("A 12-member board met four times.", ["four = count 4 time"]),
    (
        "It is asked 1,000 times a day and checked twice a week.",
        ["1,000 = count 1000 time /day", "twice = count 2 time /week"],
    ),
    ("The app was opened 3.5 million times.", ["3.5 million = count 3500000 time"]),
    (
        "Nine of the ten largest banks cut 1,000 of the 5,000 jobs.",
        ["Nine = count 9 bank", "ten = count 10 bank", "1,000 = count 1000 job", "5,000 = count 5000 job"],
    ),
    (
        "It bought 30 A321 jets and 20 sports cars from 15 systems vendors.",
        ["30 = count 30 jet", "20 = count 20 car", "15 = count 15 vendor"],
    ),
    ("Twenty-five thousand three hundred people came.", ["Twenty-five thousand three hundred = count 25300 person"]),
    ("One new plant and one million trees.", ["One = count 1 plant", "one million = count 1000000 tree"]),
    (
        "About two dozen firms and half a dozen banks took part.",
        ["two dozen = count ~24 firm", "half a dozen = count 6 bank"],
    ),
    ("It has a fleet of 400.", ["400 = count 400 vehicle"]),
    ("It is used by 7 of the top 10 banks.", ["7 = count 7 bank", "top 10 = rank ≤10 rank"]),
    (
        "It made 1.2 million cars, i.e. 133,000 a month.",
        ["1.2 million = count 1200000 car", "133,000 = count 133000 car /month"],
    ),
    ("Asia made up 50% of sales.", ["50% = percent 50 percent"]),
    (
        "Gas costs $2.8 per million British thermal units or €50/MWh.",
        ["$2.8 = money 2.8 USD /million_british_thermal_unit", "€50 = money 50 EUR /megawatt_hour"],
    ),
    ("Subscribers: 330m, of whom 20m pay.", ["330m = count 330000000 subscriber", "20m = count 20000000 subscriber"]),
    (
        "Of 200 stores, 30 will close and another 20 will move.",
        ["200 = count 200 store", "30 = count 30 store", "20 = count 20 store"],
    ),
    ("Units: 4,000 in Canada, plus 900 in Peru.", ["4,000 = count 4000 unit", "900 = count 900 unit"]),
    ("It opened six bars and closed two in the year.", ["six = count 6 bar", "two = count 2 bar"]),
    ("The shop sold 4,200 cargo e-bikes.", ["4,200 = count 4200 e-bike"]),
    ("He hired 120 cooks, 45 of them in Ghent.", ["120 = count 120 cook", "45 = count 45 cook"]),
    ("The fleet of 20 vans, including 8 in Ghent, is new.", ["20 = count 20 van", "8 = count 8 van"]),
    ("About 400 of the town's 900 homes are empty.", ["400 = count ~400 home", "900 = count 900 home"]),
    ("It opened 14 shops and is closing six.", ["14 = count 14 shop", "six = count 6 shop"]),
    ("It depends on one customer.", ["one = count 1 customer"]),
    ("A shock of magnitude 6.2 shut three mines.", ["6.2 = number 6.2", "three = count 3 mine"]),
    ("Orders of 900 were below the 1,000 analysts forecast.", ["900 = count 900 unit", "1,000 = count 1000 unit"]),
    ("It employs 3,200 in Ohio.", ["3,200 = count 3200 employee"]),
    (
        "With 24,000 deliveries the Varno led, and 12 deliveries were late.",
        ["24,000 = count 24000 unit", "12 = count 12 delivery"],
    ),
    ("Bookings have crossed 2.4 lakh.", ["2.4 lakh = count >240000 unit"]),
    ("It had 30 tills, five or more of them broken.", ["30 = count 30 till", "five = count ≥5 till"]),
    ("It aims for 9,000 beds by 2030; at present it has 3,100.", ["9,000 = count 9000 bed", "3,100 = count 3100 bed"]),
    ("Traders had hoped for net additions of 1.7 million.", ["1.7 million = count 1700000 addition"]),
    (
        "For two months in a row it has topped the 40,000 mark.",
        ["two months = duration 2 month", "40,000 = number >40000"],
    ),
    ("The trust's shares outstanding totaled 513 million.", ["513 million = count 513000000 share"]),
    ("It sells two TVs and five PCs.", ["two = count 2 tv", "five = count 5 pc"]),
    ("One or two small shops may close.", ["One or two = count 1..2 shop"]),
    ("Five of us signed it; at least one of them left.", ["Five = count 5 person"]),
    (
        "They opened it at least once; once opened, it is used only once.",
        ["once = count ≥1 time", "once = count 1 time"],
    ),
    (
        "It reached 1,412 points in the test, 90 points more than before, at 12 service points.",
        ["1,412 = number 1412", "90 = count 90 point ↑", "12 = count 12 point"],
    ),
    ("Verdict: 8/10. Sound: 4 out of 5.", ["8 = number 8", "4 = number 4"]),
    (
        "It bought back 6.1 million ADSs, built three on-call rotas and four PCIe 6.0 slots.",
        ["6.1 million = count 6100000 ads", "three = count 3 rota", "four = count 4 slot"],
    ),
    (
        "It handled over 1.2 billion voice and video calls and sold 40 gas or steam turbines.",
        ["1.2 billion = count >1200000000 call", "40 = count 40 turbine"],
    ),
    ("The board has four large ports and two small ones.", ["four = count 4 port", "two = count 2 port"]),
    ("It went one step further, one step closer and one rung down; one isn't.", []),
    ("Five of its SKUs run on 2,000 GPUs.", ["Five = count 5 sku", "2,000 = count 2000 gpu"]),
    ("Its guests now number 3,200.", ["3,200 = count 3200 guest"]),
    (
        "It serves 3.9 million mobile and 780,000 fixed customers.",
        ["3.9 million = count 3900000 customer", "780,000 = count 780000 customer"],
    ),
    ("It delivered 12 of 40 trams.", ["12 = count 12 tram", "40 = count 40 tram"]),
    ("It closed five of Varn's 72 shops.", ["five = count 5 shop", "72 = count 72 shop"]),
    ("The site contains 90 flats, of which 70 are let.", ["90 = count 90 flat", "70 = count 70 flat"]),
    ("It plans to raise the number of its shops to 300.", ["300 = count 300 shop"]),
    (
        "It shows 43 new lamps in five categories, 27 of which are for gardens.",
        ["43 = count 43 lamp", "five = count 5 category", "27 = count 27 lamp"],
    ),
    ("It pays 38,000 part-timers and 40 follow-ups.", ["38,000 = count 38000 part-timer", "40 = count 40 follow-up"]),
    ("The van can seat four and the tent sleeps six.", ["four = count 4 person", "six = count 6 person"]),
    ("The index falls over 100 pts.", ["100 = count >100 point ↓"]),
    ("It is at 159 4th Avenue, meets Helion® 5.1 guidelines and slows at eight in the evening.", []),
    ("Ports include 2x GbE, 4x USB 3.0 and 1x HDMI.", ["2 = count 2 port", "4 = count 4 port", "1 = count 1 port"]),
    ("The gauge is on Nasdaq (NASDAQ: VRNO; HKEX: 9071) and hovered near 24,970.", ["24,970 = number ~24970"]),
    (
        "Some 1.9 million small and medium-sized businesses and 300 health systems such as Ostrel use it.",
        ["1.9 million = count ~1900000 business", "300 = count 300 system"],
    ),
    ("Video runs at 1080p on the old Varno 450X, the smaller Slim 7b and the brand-new One Foot Lamp.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_count_has_its_noun(text: str, expected: list[str]) -> None:
    assert facts(text) == expected


MODELS: list[tuple[str, list[str]]] = [
    ("It ordered 24 K320s and 6 K321s.", ["24 = count 24 k320", "6 = count 6 k321"]),
    (
        "Ostrel bought eight K330s, 18 646s and six more K350s.",
        ["eight = count 8 k330", "18 = count 18 646", "six = count 6 k350"],
    ),
    ("It took 2 of the maker's new K380's.", ["2 = count 2 k380"]),
    ("It ordered 12 V700 jets and 20 of Varn's larger 646 planes.", ["12 = count 12 jet", "20 = count 20 plane"]),
    ("It bought six new V330-300E aircraft and flies the 646-9.", ["six = count 6 aircraft"]),
    ("It has two Phase 2 readouts and 18 777 seats.", ["two = count 2 readout", "18 777 = count 18777 seat"]),
]


@pytest.mark.parametrize(("text", "expected"), MODELS)
def test_models_are_counted_by_name(text: str, expected: list[str]) -> None:
    assert facts(text) == expected


UNDERSTOOD: list[tuple[str, list[str]]] = [
    ("It sold 27.310 vans, then 9.871 trucks.", ["27.310 = count 27310 van", "9.871 = count 9871 truck"]),
    ("Between 1.200 and 1.500 vans.", ["1.200 and 1.500 = count 1200..1500 van"]),
    ("The index lost 27.310 points.", ["27.310 = count 27.31 point ↓"]),
    ("Opened 6 kiosks and closed 1.", ["6 = count 6 kiosk", "1 = count 1 kiosk"]),
    ("It ran a 96-patient study of a six-axis arm.", ["96 = count 96 patient"]),
    ("Deliveries will land inside the 100,000-108,000 range.", ["100,000-108,000 = count 100000..108000 unit"]),
    ("It built 9,200 vans and delivered 7,800.", ["9,200 = count 9200 van", "7,800 = count 7800 van"]),
    (
        "It takes only 18 new trams this year instead of the 27 it had planned.",
        ["18 = count 18 tram", "27 = count 27 tram"],
    ),
    ("Users wanted one clerk instead of two.", ["one = count 1 clerk", "two = count 2 clerk"]),
    (
        "The old one drops to 590 visitors; it accepts up to 16 million rows, but gave up at one million.",
        ["590 = count 590 visitor", "16 million = count ≤16000000 row", "one million = count 1000000 row"],
    ),
    ("Of Varno's subscribers, 112 million have moved.", ["112 million = count 112000000 subscriber"]),
    ("Its members tested early versions and rejected two of them.", ["two = count 2 version"]),
    (
        "Netflix is on 17.6m homes and £3m; Ostrel on 8m and Varno at 9m by 2027, 900m from the sea.",
        [
            "17.6m = count 17600000 home",
            "£3m = money 3000000 GBP",
            "8m = count 8000000 home",
            "9m = count 9000000 home",
            "900m = measure 900 metre",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), UNDERSTOOD)
def test_what_is_counted_is_understood(text: str, expected: list[str]) -> None:
    assert facts(text) == expected
