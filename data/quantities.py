"""Figures as reported: one formatter, to words and to the short form."""

import math
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from types import MappingProxyType

import pandas as pd
import pycountry

PERCENT = "percent"
"""The unit of a rate, such as that of a tariff."""
UNITS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "vessels": ("vessel", "vessels"),
        "visits": ("visit", "visits"),
        "meetings": ("meeting", "meetings"),
        "hours": ("hour", "hours"),
        "days": ("day", "days"),
        "countries": ("country", "countries"),
        "steps": ("step", "steps"),
        "agreements": ("agreement", "agreements"),
        "sanctioning parties": ("sanctioning party", "sanctioning parties"),
        "generators": ("generator", "generators"),
        "vehicles": ("vehicle", "vehicles"),
        "doses": ("dose", "doses"),
        "tonnes": ("tonne", "tonnes"),
        "aircraft": ("aircraft", "aircraft"),
        "masks": ("mask", "masks"),
        "test kits": ("test kit", "test kits"),
        "ventilators": ("ventilator", "ventilators"),
        "computers": ("computer", "computers"),
        "people": ("person", "people"),
        "companies": ("company", "companies"),
        "barrels": ("barrel", "barrels"),
        "items": ("item", "items"),
        "projects": ("project", "projects"),
        PERCENT: (PERCENT, PERCENT),
    }
)
"""Things that are counted, and rates: unit as stored -> singular and plural.

Money is an ISO 4217 code.
"""

RANKS: Mapping[str, str] = MappingProxyType(
    {
        "rank of China": "China's rank among the partner's partners",
        "rank of partner": "the partner's rank among China's partners",
    }
)
RATIO = "ratio to "
"""A ratio's unit is this and the name of what it is compared with: "ratio to Russia"."""

_SIGN = {"more_than": ">", "at_least": "≥", "less_than": "<", "at_most": "≤", "about": "~"}
HEDGES = {
    "more_than": "more than ",
    "at_least": "at least ",
    "less_than": "less than ",
    "at_most": "at most ",
    "about": "about ",
}
"""What goes before a figure in words: qualifier -> words; an exact figure has none."""

_CURRENCY_SIGN = {"USD": "$", "EUR": "€", "GBP": "£", "CNY": "CN¥", "JPY": "JP¥"}
_CURRENCY_NAME = {"USD": "US dollars", "EUR": "euros", "GBP": "pounds sterling", "CNY": "yuan"}
_SCALES = ((1e12, "trillion", "T"), (1e9, "billion", "B"), (1e6, "million", "M"))
_FRACTIONS = {0.25: "a quarter of", 0.5: "half", 0.75: "three quarters of"}


@cache
def is_money(unit: str) -> bool:
    """Whether the unit is an ISO 4217 currency code."""
    return unit.isupper() and pycountry.currencies.get(alpha_3=unit) is not None


def is_rank(unit: str) -> bool:
    """Whether the unit is one of `RANKS`."""
    return unit in RANKS


def is_ratio(unit: str) -> bool:
    """Whether the unit is a ratio to somebody's figure."""
    return unit.startswith(RATIO) and len(unit) > len(RATIO)


def known(unit: str) -> bool:
    """Whether the unit can be said in words: counted things, money, ranks, ratios."""
    return unit in UNITS or is_money(unit) or is_rank(unit) or is_ratio(unit)


def additive(unit: str) -> bool:
    """Whether figures of the unit may be added: ranks, ratios and rates may not."""
    return known(unit) and unit != PERCENT and not is_rank(unit) and not is_ratio(unit)


def bounds(value: float, qualifier: str) -> tuple[float, float]:
    """Return lower and upper bound of a figure; NaN is an open end.

    "More than 135" is bounded below by 135 and open above. "About" keeps its figure at both
    ends: how far it reaches is not known, and the qualifier says so.
    """
    if qualifier in ("more_than", "at_least"):
        return value, math.nan
    if qualifier in ("less_than", "at_most"):
        return math.nan, value
    return value, value


def in_words(value: float, unit: str, qualifier: str = "exact") -> str:
    """Return "more than 135 vessels", "about 26.8 million US dollars", "7th"; "" without value."""
    if pd.isna(value):
        return ""
    hedge = HEDGES.get(qualifier, "")
    if is_rank(unit):
        return hedge + ordinal(value)
    if is_ratio(unit):
        part = _FRACTIONS.get(value, f"{number(value)} times")
        return f"{hedge}{part} the figure for {unit.removeprefix(RATIO)}"
    if is_money(unit):
        return f"{hedge}{_scaled(value, long=True)} {_CURRENCY_NAME.get(unit, unit)}"
    singular, plural = UNITS.get(unit, (unit, unit))
    return f"{hedge}{_scaled(value, long=True)} {singular if value == 1 else plural}"


def short(value: float, unit: str, qualifier: str = "exact") -> str:
    """Return the form for marks and tiles: ">135", "~$26.8M", "7th", "~0.25×"; "" without value."""
    if pd.isna(value):
        return ""
    sign = _SIGN.get(qualifier, "")
    if is_rank(unit):
        return sign + ordinal(value)
    if is_ratio(unit):
        return f"{sign}{number(value)}×"
    if is_money(unit):
        return f"{sign}{_CURRENCY_SIGN.get(unit, unit + ' ')}{_scaled(value)}"
    return sign + _scaled(value) + ("%" if unit == PERCENT else "")


def unit_in_words(unit: str, *, status: str = "") -> str:
    """Return a unit as an axis says it: "US dollars", "vessels", "generators delivered"."""
    text = _CURRENCY_NAME.get(unit, unit) if is_money(unit) else UNITS.get(unit, (unit, unit))[1]
    return f"{text} {status}".strip()


def number(value: float) -> str:
    """Return a number with thousands separators and no digits that nobody reported."""
    rounded = float(f"{value:.10g}")
    if rounded == int(rounded):
        return f"{int(rounded):,}"
    return f"{rounded:,.10g}"


_TYPED = re.compile(
    r"(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?P<part>\.[0-9]+)?\s*"
    r"(?P<scale>trillion|billion|million|thousand|tn|bn|mn|m|k)?",
    re.IGNORECASE,
)
_TIMES = {"t": 12, "b": 9, "m": 6, "k": 3}


def digits(text: str) -> str:
    """Return a number as somebody types it, "26.8 million" or "26,800,000", in plain digits.

    What is no such number is returned as it is.
    """
    typed = _TYPED.fullmatch(text.strip())
    if typed is None:
        return text
    scale = (typed["scale"] or "").lower()
    power = 3 if scale == "thousand" else _TIMES.get(scale[:1], 0)
    value = Decimal(typed["digits"].replace(",", "") + (typed["part"] or "")).scaleb(power)
    plain = f"{value:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def ordinal(value: float) -> str:
    """Return "1st", "2nd", "3rd", "7th", "11th"."""
    n = int(value)
    teens = 10 <= n % 100 <= 20
    return f"{n:,}" + ("th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th"))


def _scaled(value: float, *, long: bool = False) -> str:
    for size, word, letter in _SCALES:
        if abs(value) >= size:
            return f"{number(value / size)} {word}" if long else number(value / size) + letter
    return number(value)
