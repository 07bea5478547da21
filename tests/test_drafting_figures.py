"""Drafting, figures: amounts and counts with their hedges, and numbers that are none."""

import pytest

from data.drafting.figures import figures

AMOUNTS = (
    ("$30 million", 30e6, "USD", "exact"),
    ("US$1.2bn", 1.2e9, "USD", "exact"),
    ("U.S. $480 million", 480e6, "USD", "exact"),
    ("about $6 billion", 6e9, "USD", "about"),
    ("nearly $190 million", 190e6, "USD", "about"),
    ("more than $4 billion", 4e9, "USD", "more_than"),
    ("at least $17 billion", 17e9, "USD", "at_least"),
    ("up to $2 billion", 2e9, "USD", "at_most"),
    ("less than $500,000", 5e5, "USD", "less_than"),
    ("$3 billion or more", 3e9, "USD", "at_least"),
    ("A$2 billion", 2e9, "AUD", "exact"),
    ("100 million yuan", 1e8, "CNY", "exact"),
    ("3 billion euros", 3e9, "EUR", "exact"),
    ("€250 million", 2.5e8, "EUR", "exact"),
    ("two billion dollars", 2e9, "USD", "exact"),
    ("half a billion dollars", 5e8, "USD", "exact"),
    ("RMB 60 billion", 6e10, "CNY", "exact"),
    ("$1.5 trillion", 1.5e12, "USD", "exact"),
    ("R$18 billion", 1.8e10, "BRL", "exact"),
    ("18 billion reais", 1.8e10, "BRL", "exact"),
    ("₱4 billion", 4e9, "PHP", "exact"),
    ("T$ 227 million", 2.27e8, "TOP", "exact"),
    ("323 billion shillings", 3.23e11, "KES", "exact"),
    ("1.2 billion Pakistani rupees", 1.2e9, "PKR", "exact"),
    ("some 700 million vatu", 7e8, "VUV", "about"),
    ("40 billion Sri Lankan rupees", 4e10, "LKR", "exact"),
    ("300 billion Ugandan shillings", 3e11, "UGX", "exact"),
    ("5 million Solomon dollars", 5e6, "SBD", "exact"),
    ("90 million Jamaican dollars", 9e7, "JMD", "exact"),
    ("80 billion CFA francs", 8e10, "XOF", "exact"),
    ("KES 30 billion", 3e10, "KES", "exact"),
    ("$2-3 billion", 2e9, "USD", "at_least"),
    ("$2 to $3 billion", 2e9, "USD", "at_least"),
    ("$2 billion to $3 billion", 2e9, "USD", "at_least"),
)
COUNTS = (
    ("450", 450, "exact"),
    ("some 450", 450, "about"),
    ("more than 135", 135, "more_than"),
    ("at least 12 million", 12e6, "at_least"),
    ("twenty-five", 25, "exact"),
    ("a dozen", 12, "exact"),
    ("1,250", 1250, "exact"),
    ("as many as 220", 220, "at_most"),
    ("no fewer than six", 6, "at_least"),
    ("50,000 to 60,000", 50000, "at_least"),
)


def read(text):
    return figures(text, 0, len(text))


@pytest.mark.parametrize(("words", "value", "unit", "qualifier"), AMOUNTS)
def test_an_amount_of_money_is_read_with_its_hedge(words, value, unit, qualifier):
    text = f"They gave {words} for it."
    (figure,) = read(text)
    assert (figure.value, figure.unit, figure.qualifier) == (value, unit, qualifier)
    assert (figure.text, figure.money) == (words, True)
    assert text[figure.start : figure.end] == words


@pytest.mark.parametrize(("words", "value", "qualifier"), COUNTS)
def test_a_count_is_read_with_its_hedge(words, value, qualifier):
    (figure,) = read(f"They saw {words} boats.")
    assert (figure.value, figure.unit, figure.qualifier) == (value, "", qualifier)
    assert (figure.text, figure.money) == (words, False)


@pytest.mark.parametrize(
    "text",
    [
        "It grew 11 percent.",
        "It lies at 30% there.",
        "A 99-year lease.",
        "A 600-megawatt dam.",
        "It began in 2017 there.",
        "The 5G network.",
    ],
)
def test_shares_spans_and_years_are_no_counts(text):
    assert read(text) == []


def test_what_was_handed_over_is_not_more_than():
    (figure,) = read("They handed over $3 million.")
    assert (figure.text, figure.qualifier) == ("$3 million", "exact")


def test_a_line_break_within_a_figure_does_not_part_it():
    (figure,) = read("They gave $12\n    million then.")
    assert figure.value == 12e6


@pytest.mark.parametrize(
    ("words", "home", "unit"),
    [
        ("80 billion CFA francs", "CMR", "XAF"),
        ("80 billion CFA", "SEN", "XOF"),
        ("3 million pesos", "CHL", "CLP"),
        ("3 million pounds", "EGY", "EGP"),
        ("3 million rupees", "NPL", "NPR"),
        ("3 million shillings", "TZA", "TZS"),
        ("3 million francs", "RWA", "RWF"),
        ("3 million dollars", "FJI", "USD"),
        ("3 million pounds", "KEN", "GBP"),
    ],
)
def test_a_bare_name_is_the_currency_of_the_country_that_the_text_is_about(words, home, unit):
    text = f"They gave {words} for it."
    (figure,) = figures(text, 0, len(text), home)
    assert figure.unit == unit


def test_the_hedge_of_a_range_is_no_part_of_it():
    (figure,) = read("They saw some 50 to 60 boats.")
    assert (figure.text, figure.value, figure.qualifier) == ("50 to 60", 50, "at_least")


def test_from_one_amount_to_another_is_no_range():
    assert [figure.value for figure in read("It grew from $2 billion to $3 billion.")] == [2e9, 3e9]
