"""Figures as reported: one formatter to words and to the short form, and one honest total."""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import pandas as pd
import pycountry

UNITS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "vessels": ("vessel", "vessels"),
        "visits": ("visit", "visits"),
        "meetings": ("meeting", "meetings"),
        "hours": ("hour", "hours"),
        "days": ("day", "days"),
        "countries": ("country", "countries"),
        "steps": ("step", "steps"),
        "sanctioning parties": ("sanctioning party", "sanctioning parties"),
        "generators": ("generator", "generators"),
        "vehicles": ("vehicle", "vehicles"),
        "doses": ("dose", "doses"),
        "tonnes": ("tonne", "tonnes"),
        "aircraft": ("aircraft", "aircraft"),
        "people": ("person", "people"),
    }
)
"""Things that are counted: unit as stored -> singular and plural. Money is an ISO 4217 code."""

RANKS: Mapping[str, str] = MappingProxyType(
    {
        "rank of China": "China's rank among the partner's partners",
        "rank of partner": "the partner's rank among China's partners",
    }
)
RATIO = "ratio to "
"""A ratio's unit is this and the name of what it is compared with: "ratio to Russia"."""

_SIGN = {"more_than": ">", "at_least": "≥", "less_than": "<", "at_most": "≤", "about": "~"}
_HEDGE = {
    "more_than": "more than ",
    "at_least": "at least ",
    "less_than": "less than ",
    "at_most": "at most ",
    "about": "about ",
}
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
    """Whether figures of the unit may be added: ranks and ratios may not."""
    return known(unit) and not is_rank(unit) and not is_ratio(unit)


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
    hedge = _HEDGE.get(qualifier, "")
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
    return sign + _scaled(value)


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


@dataclass(frozen=True)
class LeftOut:
    """Facts that a total does not count, and why."""

    reason: str
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Total:
    """A sum as an interval: ``lower`` or ``upper`` NaN is open, ``approximate`` if a part is.

    ``facts`` are the ids that it counts, ``left_out`` those that it does not, with reasons.
    ``inclusive`` says of an interval with an open end that its known bound is possible too.
    """

    unit: str
    status: str
    lower: float
    upper: float
    approximate: bool
    facts: tuple[str, ...]
    left_out: tuple[LeftOut, ...] = ()
    inclusive: bool = False

    @property
    def qualifier(self) -> str:
        """The qualifier that says the interval, for `short` and `in_words`."""
        if math.isnan(self.lower):
            return "at_most" if self.inclusive else "less_than"
        if math.isnan(self.upper):
            return "at_least" if self.inclusive else "more_than"
        return "about" if self.approximate else "exact"

    @property
    def value(self) -> float:
        """The known bound, or NaN where nothing is known."""
        return self.upper if math.isnan(self.lower) else self.lower

    @property
    def short(self) -> str:
        """The short form: "~$35.7M", ">235", "$8M to $9M"; "none stated" where nothing is."""
        if not self.facts:
            return "none stated"
        if math.isnan(self.value):
            return "not known"
        return self._interval(short) or short(self.value, self.unit, self.qualifier)

    @property
    def words(self) -> str:
        """The total in words: "about 35.7 million US dollars"; "no value stated" without one."""
        if not self.facts:
            return "no value stated"
        if math.isnan(self.value):
            return "not known: some figures are open upwards, others downwards"
        said = self._interval(in_words) or in_words(self.value, self.unit, self.qualifier)
        hedge = _HEDGE.get(self.qualifier, "")
        both = self.approximate and self.qualifier != "about"
        return said.replace(hedge, f"{hedge}about ", 1) if both else said

    def _interval(self, say: Callable[[float, str, str], str]) -> str:
        closed = not (math.isnan(self.lower) or math.isnan(self.upper))
        if not closed or self.lower == self.upper:
            return ""
        ends = [
            say(end, self.unit, "about" if self.approximate else "exact")
            for end in (self.lower, self.upper)
        ]
        return f"{ends[0]} to {ends[1]}"


def total(facts: pd.DataFrame, *, unit: str, status: str) -> Total:
    """Add up the facts of one unit and one status; what is not added is named with its reason.

    Reads ``fact_id, value, unit, qualifier, lower, upper, status, engagement, part_of``.
    Statuses never mix: pledged, planned and delivered are different sums. Several figures
    for one engagement are claims about one thing and count once, as a range. A figure for a
    part is not added where the larger thing has a figure of its own in the same sum.
    Raises `ValueError` for a unit that cannot be added (ranks, ratios).
    """
    if not additive(unit):
        raise ValueError(f"{unit or 'facts without a unit'} cannot be added up")
    stated = facts["value"].notna()
    same_unit = stated & (facts["unit"] == unit)
    wanted = same_unit & (facts["status"] == status)
    inside = wanted & _inside_another(facts, wanted)
    counted = facts[wanted & ~inside]
    reasons = {
        "no value stated": ~stated,
        "other unit": stated & (facts["unit"] != unit),
        (f"not {status}" if status else "with a status"): same_unit & ~wanted,
        "part of a larger item that is counted": inside,
    }
    left_out = tuple(
        LeftOut(reason, tuple(facts.loc[rows, "fact_id"]))
        for reason, rows in reasons.items()
        if rows.any()
    )
    lower, upper, inclusive = _sum_of_engagements(counted)
    approximate = bool((counted["qualifier"] == "about").any())
    counts = tuple(counted["fact_id"])
    return Total(unit, status, lower, upper, approximate, counts, left_out, inclusive)


def totals(facts: pd.DataFrame) -> list[Total]:
    """Return one `Total` for each additive unit and status that has a value, money first."""
    stated = facts[facts["value"].notna() & facts["unit"].map(additive).astype(bool)]
    pairs = stated[["unit", "status"]].drop_duplicates().itertuples(index=False, name=None)
    return [
        total(facts, unit=u, status=s)
        for u, s in sorted(pairs, key=lambda p: (not is_money(p[0]), p))
    ]


def _inside_another(facts: pd.DataFrame, counted: pd.Series) -> pd.Series:
    """Mark the facts that are part, at any depth, of an engagement that ``counted`` holds."""
    larger = dict(zip(facts["engagement"], facts["part_of"], strict=True))
    holders = set(facts.loc[counted, "engagement"])
    inside = [bool(_upwards(whole, larger) & holders) for whole in facts["part_of"]]
    return pd.Series(inside, index=facts.index, dtype=bool)


def _upwards(whole: str, larger: Mapping[str, str]) -> set[str]:
    found: set[str] = set()
    while whole and whole not in found:
        found.add(whole)
        whole = larger.get(whole, "")
    return found


def _sum_of_engagements(counted: pd.DataFrame) -> tuple[float, float, bool]:
    """Add the widest range of each engagement; one open end leaves the sum open there.

    The third value says whether the known bound itself is possible: at least, not more than.
    """
    if counted.empty:
        return math.nan, math.nan, False
    thing = counted["engagement"].where(counted["engagement"] != "", counted["fact_id"])
    lower = counted["lower"].groupby(thing).agg(lambda ends: ends.min(skipna=False))
    upper = counted["upper"].groupby(thing).agg(lambda ends: ends.max(skipna=False))
    known, strict = ("upper", "less_than") if lower.isna().any() else ("lower", "more_than")
    bound = thing.map(upper if known == "upper" else lower)
    beyond = (counted["qualifier"] == strict) | (counted[known] != bound)
    return _added(lower), _added(upper), not beyond.groupby(thing).all().any()


def _added(ends: Iterable[float]) -> float:
    # Ten significant digits: 8.9 + 26.8 million is 35.7, not 35.699999999999996.
    return float(f"{math.fsum(ends):.10g}")
