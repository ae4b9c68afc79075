"""Percentages, physical and technical units."""

import pytest

from tests.stages.quantities.facts import facts

CASES: list[tuple[str, list[str]]] = [
    (
        "A 6.7-inch, 120Hz screen, 8GB of RAM and a 5,000mAh cell.",
        [
            "6.7-inch = measure 6.7 inch",
            "120Hz = measure 120 hertz",
            "8GB = measure 8 gigabyte",
            "5,000mAh = measure 5000 milliampere_hour",
        ],
    ),
    (
        "The hall has 52,000-square-foot floors, 111,000 square metres or 1.2 million sq ft.",
        [
            "52,000-square-foot = measure 52000 square_foot",
            "111,000 square metres = measure 111000 square_metre",
            "1.2 million sq ft = measure 1200000 square_foot",
        ],
    ),
    (
        "It weighs 2.1 tonnes, 5 lbs or 12 oz.",
        ["2.1 tonnes = measure 2.1 tonne", "5 lbs = measure 5 pound", "12 oz = measure 12 ounce"],
    ),
    (
        "It reached 350 km/h (217 mph) and 188 miles an hour.",
        [
            "350 km/h = measure 350 kilometre_per_hour",
            "217 mph = measure 217 mile_per_hour",
            "188 miles an hour = measure 188 mile_per_hour",
        ],
    ),
    (
        "It burns 5.6 L/100km, emits 128 g/km and needs 14.8 kWh/100 km.",
        [
            "5.6 L/100km = measure 5.6 litre_per_100_kilometre",
            "128 g/km = measure 128 gram_per_kilometre",
            "14.8 kWh/100 km = measure 14.8 kilowatt_hour_per_100_kilometre",
        ],
    ),
    (
        "It stores 265 Wh/kg and moves 5.3TB/s.",
        ["265 Wh/kg = measure 265 watt_hour_per_kilogram", "5.3TB/s = measure 5.3 terabyte_per_second"],
    ),
    (
        "Output was 400,000 barrels a day, 3.2 mb/d and 120,000 boe/d.",
        [
            "400,000 barrels = measure 400000 barrel /day",
            "3.2 mb/d = measure 3200000 barrel /day",
            "120,000 boe/d = measure 120000 barrel_of_oil_equivalent /day",
        ],
    ),
    (
        "A 5-nanometre chip delivers 40 TOPS at 3.2 GHz and 65W.",
        [
            "5-nanometre = measure 5 nanometre",
            "40 TOPS = measure 40 tera_operation_per_second",
            "3.2 GHz = measure 3.2 gigahertz",
            "65W = measure 65 watt",
        ],
    ),
    (
        "The site makes 40 GWh a year and 2.4 million tonnes per year.",
        ["40 GWh = measure 40 gigawatt_hour /year", "2.4 million tonnes = measure 2400000 tonne /year"],
    ),
    (
        "The mine holds 1 million ounces of gold and 3 carats.",
        ["1 million ounces = measure 1000000 ounce", "3 carats = measure 3 carat"],
    ),
    (
        "The ship carries 24,000 TEU for 500 nautical miles.",
        ["24,000 TEU = measure 24000 twenty_foot_equivalent_unit", "500 nautical miles = measure 500 nautical_mile"],
    ),
    (
        "It was 100° Celsius, -5 degrees Fahrenheit, 40 deg C and 85°.",
        [
            "100° Celsius = measure 100 degree_celsius",
            "-5 degrees Fahrenheit = measure -5 degree_fahrenheit",
            "40 deg C = measure 40 degree_celsius",
            "85° = measure 85 degree",
        ],
    ),
    ("A 326 PPi display with 600 nits.", ["326 PPi = measure 326 pixel_per_inch", "600 nits = measure 600 nit"]),
    (
        "He is 5 feet 2 inches tall; it is 12 ft 2 in long.",
        ["5 feet 2 inches = measure 5.166666667 foot", "12 ft 2 in = measure 12.16666667 foot"],
    ),
    ("It takes 2 hours and 30 minutes.", ["2 hours and 30 minutes = duration 2.5 hour"]),
    (
        'Screens of 55’’, 65’’ and 75’’ exist; one has 10 " of glass.',
        ["55’’ = measure 55 inch", "65’’ = measure 65 inch", "75’’ = measure 75 inch", '10 " = measure 10 inch'],
    ),
    ("He said “we shipped 500”; a tray 6.5” wide.", ["500 = count 500 unit", "6.5” = measure 6.5 inch"]),
    (
        "It dug 10 1/2 miles, half a mile, a quarter-mile and two-thirds of an inch.",
        [
            "10 1/2 miles = measure 10.5 mile",
            "half a mile = measure 0.5 mile",
            "a quarter-mile = measure 0.25 mile",
            "two-thirds of an inch = measure 0.6666666667 inch",
        ],
    ),
    (
        "It sold 12 furlongs and 3 fathoms of rope.",
        ["12 furlongs = measure 12 furlong", "3 fathoms = measure 3 fathom"],
    ),
    (
        "The 100m race; 100m users; 5M tonnes; a wall 3m high.",
        [
            "100m = measure 100 metre",
            "100m = count 100000000 user",
            "5M tonnes = measure 5000000 tonne",
            "3m = measure 3 metre",
        ],
    ),
    ("It rents 5 lakh square feet.", ["5 lakh square feet = measure 500000 square_foot"]),
    ("The weight is 20 (kg).", ["20 (kg) = measure 20 kilogram"]),
    (
        "A 2.0-litre engine with 190 hp and 320 Nm.",
        ["2.0-litre = measure 2 litre", "190 hp = measure 190 horsepower", "320 Nm = measure 320 newton_metre"],
    ),
    (
        "The panel shows 2560×1440 pixels; it has a resolution of 1920 x 1080.",
        [
            "2560 = measure 2560 pixel",
            "1440 pixels = measure 1440 pixel",
            "1920 = measure 1920 pixel",
            "1080 = measure 1080 pixel",
        ],
    ),
    ("Battery: 2 x 700 Wh, removable.", ["700 Wh = measure 700 watt_hour"]),
    (
        "A 12GB+512GB model and a 3GB+32GB one.",
        [
            "12GB = measure 12 gigabyte",
            "512GB = measure 512 gigabyte",
            "3GB = measure 3 gigabyte",
            "32GB = measure 32 gigabyte",
        ],
    ),
    ("Temperature: −5 °C to 35 °C", ["−5 °C to 35 °C = measure -5..35 degree_celsius"]),
    ("The line moved 2.4m TEU.", ["2.4m TEU = measure 2400000 twenty_foot_equivalent_unit"]),
    ("It adds 0.6 of a percentage point.", ["0.6 of a percentage point = percent 0.6 percentage_point ↑"]),
    ("Wheat gained 4-1/2 cents.", ["4-1/2 cents = money 0.045 USD ↑"]),
    ("It may cost half a point of margin.", ["half a point = percent 0.5 percentage_point"]),
    (
        "The lease covers 90,000 net rentable square feet and it mined 12,000 attributable ounces.",
        [
            "90,000 net rentable square feet = measure 90000 square_foot",
            "12,000 attributable ounces = measure 12000 ounce",
        ],
    ),
    (
        "It does 12 frames a second, 6 teraflops and 300TBW and is tight to 5 ATM of pressure.",
        [
            "12 frames a second = measure 12 frame_per_second",
            "6 teraflops = measure 6 terafloating_point_operation_per_second",
            "300TBW = measure 300 terabyte_written",
            "5 ATM = measure 5 atmosphere",
        ],
    ),
    ("The range climbs from 168 miles to 201.", ["168 miles = measure 168 mile", "201 = measure 201 mile"]),
    (
        "Margin 12.1% (11.8), leverage 1.9x (2.3), growth of 5% (3).",
        [
            "12.1% = percent 12.1 percent",
            "11.8 = percent 11.8 percent",
            "1.9x = multiple 1.9 times",
            "2.3 = multiple 2.3 times",
            "5% = percent 5 percent ↑",
        ],
    ),
    ("It was tested at 650 Gig/sec.", ["650 Gig/sec = measure 650 gigabit_per_second"]),
    ("A full-HD resolution (1920x1080).", ["1920 = measure 1920 pixel", "1080 = measure 1080 pixel"]),
    (
        "It posted a 23 - per cent fall and a 21- per cent rise.",
        ["23 - per cent = percent 23 percent ↓", "21- per cent = percent 21 percent ↑"],
    ),
    (
        "Some 1/3rd and 7/8ths of the stock is theirs.",
        ["1/3rd = percent ~33.33333333 percent", "7/8ths = percent ~87.5 percent"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_measure_is_read(text: str, expected: list[str]) -> None:
    assert facts(text) == expected
