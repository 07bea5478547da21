"""Quantities: one formatter for every figure."""

import math

import pytest

from data import quantities
from data.quantities import in_words, short

NAN = math.nan


@pytest.mark.parametrize(
    ("qualifier", "words", "brief", "bounds"),
    [
        ("exact", "135 vessels", "135", (135, 135)),
        ("about", "about 135 vessels", "~135", (135, 135)),
        ("more_than", "more than 135 vessels", ">135", (135, NAN)),
        ("at_least", "at least 135 vessels", "≥135", (135, NAN)),
        ("less_than", "less than 135 vessels", "<135", (NAN, 135)),
        ("at_most", "at most 135 vessels", "≤135", (NAN, 135)),
    ],
)
def test_each_qualifier_is_said_in_words_in_short_and_as_bounds(qualifier, words, brief, bounds):
    assert in_words(135, "vessels", qualifier) == words
    assert short(135, "vessels", qualifier) == brief
    assert quantities.bounds(135, qualifier) == pytest.approx(bounds, nan_ok=True)


@pytest.mark.parametrize(
    ("value", "unit", "words", "brief"),
    [
        (8_900_000, "USD", "8.9 million US dollars", "$8.9M"),
        (26_800_000, "USD", "26.8 million US dollars", "$26.8M"),
        (1_000_000, "USD", "1 million US dollars", "$1M"),
        (999_999, "USD", "999,999 US dollars", "$999,999"),
        (2_500, "EUR", "2,500 euros", "€2,500"),
        (1_500_000_000, "CNY", "1.5 billion yuan", "CN¥1.5B"),
        (3_000_000_000_000, "JPY", "3 trillion JPY", "JP¥3T"),
        (40, "GBP", "40 pounds sterling", "£40"),
        (5_000_000, "ZAR", "5 million ZAR", "ZAR 5M"),
        (0, "USD", "0 US dollars", "$0"),
        (35_699_999.999999996, "USD", "35.7 million US dollars", "$35.7M"),
        (12_345, "vessels", "12,345 vessels", "12,345"),
        (2_000_000, "doses", "2 million doses", "2M"),
        (1, "vessels", "1 vessel", "1"),
        (1, "countries", "1 country", "1"),
        (1, "people", "1 person", "1"),
        (3, "hours", "3 hours", "3"),
        (0, "visits", "0 visits", "0"),
        (1.5, "tonnes", "1.5 tonnes", "1.5"),
        (0.25, "ratio to Russia", "a quarter of the figure for Russia", "0.25×"),
        (0.5, "ratio to Russia", "half the figure for Russia", "0.5×"),
        (0.75, "ratio to India", "three quarters of the figure for India", "0.75×"),
        (3, "ratio to Russia", "3 times the figure for Russia", "3×"),
    ],
)
def test_figures_are_scaled_and_counted_in_their_unit(value, unit, words, brief):
    assert in_words(value, unit) == words
    assert short(value, unit) == brief


@pytest.mark.parametrize(
    ("rank", "said"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (7, "7th"),
        (10, "10th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (20, "20th"),
        (21, "21st"),
        (22, "22nd"),
        (101, "101st"),
        (111, "111th"),
        (112, "112th"),
        (113, "113th"),
        (122, "122nd"),
    ],
)
def test_ranks_are_ordinals_in_both_forms(rank, said):
    assert in_words(rank, "rank of China") == said
    assert short(rank, "rank of partner") == said


def test_hedges_go_before_money_ranks_and_ratios_too():
    assert in_words(26_800_000, "USD", "about") == "about 26.8 million US dollars"
    assert short(26_800_000, "USD", "about") == "~$26.8M"
    assert short(5_000_000, "ZAR", "more_than") == ">ZAR 5M"
    assert in_words(7, "rank of China", "about") == "about 7th"
    assert short(0.25, "ratio to Russia", "about") == "~0.25×"
    expected = "about a quarter of the figure for Russia"
    assert in_words(0.25, "ratio to Russia", "about") == expected


def test_without_a_value_nothing_is_said():
    assert in_words(NAN, "USD", "about") == ""
    assert short(NAN, "vessels", "more_than") == ""


@pytest.mark.parametrize(
    ("unit", "money", "rank", "ratio", "known", "additive"),
    [
        ("USD", True, False, False, True, True),
        ("usd", False, False, False, False, False),
        ("dollars", False, False, False, False, False),
        ("vessels", False, False, False, True, True),
        ("rank of China", False, True, False, True, False),
        ("rank of partner", False, True, False, True, False),
        ("ratio to Russia", False, False, True, True, False),
        ("ratio to ", False, False, False, False, False),
        ("percent", False, False, False, True, False),
        ("", False, False, False, False, False),
    ],
)
def test_units_are_known_for_what_they_are(unit, money, rank, ratio, known, additive):
    assert quantities.is_money(unit) is money
    assert quantities.is_rank(unit) is rank
    assert quantities.is_ratio(unit) is ratio
    assert quantities.known(unit) is known
    assert quantities.additive(unit) is additive


def test_a_rate_is_said_in_percent():
    assert quantities.in_words(34, "percent", "about") == "about 34 percent"
    assert quantities.short(34, "percent", "about") == "~34%"


def test_an_axis_says_its_unit_and_status():
    assert quantities.unit_in_words("USD") == "US dollars"
    assert quantities.unit_in_words("ZAR") == "ZAR"
    assert quantities.unit_in_words("generators", status="delivered") == "generators delivered"


# The article, by hand: 8.9 million exactly (21) and about 26.8 million (22) are pledged.


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("62 billion", "62000000000"),
        ("26.8 million", "26800000"),
        ("6,000,000,000", "6000000000"),
        ("1.25bn", "1250000000"),
        ("3k", "3000"),
        ("0.25", "0.25"),
        ("135", "135"),
        ("26,8 million", "26,8 million"),
        ("about 20", "about 20"),
        ("", ""),
    ],
)
def test_a_number_is_typed_as_people_do(typed, digits):
    assert quantities.digits(typed) == digits
