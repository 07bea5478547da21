"""Sums of figures as reported: an interval, what it counts, and what it leaves out and why."""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from data.quantities import HEDGES, additive, in_words, is_money, short


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
        hedge = HEDGES.get(self.qualifier, "")
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


def by_unit(facts: pd.DataFrame) -> list[Total]:
    """Return one `Total` for each additive unit and status that has a value, money first."""
    stated = facts[facts["value"].notna() & facts["unit"].map(additive).astype(bool)]
    pairs = stated[["unit", "status"]].drop_duplicates().itertuples(index=False, name=None)
    return [
        total(facts, unit=u, status=s)
        for u, s in sorted(pairs, key=lambda p: (not is_money(p[0]), p))
    ]


def _inside_another(facts: pd.DataFrame, counted: pd.Series) -> pd.Series:
    """Mark the facts that are part, at any depth, of an engagement that ``counted`` holds."""
    parts = facts.loc[facts["part_of"] != "", ["engagement", "part_of"]].drop_duplicates()
    larger = dict(zip(parts["engagement"], parts["part_of"], strict=True))
    holders = set(facts.loc[counted, "engagement"].unique())
    held = [whole for whole in parts["part_of"].unique() if _upwards(whole, larger) & holders]
    return facts["part_of"].isin(held)


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
    ends = counted[["lower", "upper"]].fillna({"lower": -math.inf, "upper": math.inf})
    widest = ends.groupby(thing).agg({"lower": "min", "upper": "max"})
    known, strict = (
        ("upper", "less_than") if -math.inf in widest["lower"].values else ("lower", "more_than")
    )
    beyond = (counted["qualifier"] == strict) | (counted[known] != thing.map(widest[known]))
    closed = widest.replace([-math.inf, math.inf], math.nan)
    return (
        _added(closed["lower"]),
        _added(closed["upper"]),
        not beyond.groupby(thing).all().any(),
    )


def _added(ends: Iterable[float]) -> float:
    # Ten significant digits: 8.9 + 26.8 million is 35.7, not 35.699999999999996.
    return float(f"{math.fsum(ends):.10g}")
