"""Sums of figures as reported: an interval, what it counts, and what it leaves out and why."""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from data.marks import holds, numbered
from data.quantities import HEDGES, additive, in_words, is_money, short


@dataclass(frozen=True)
class LeftOut:
    """Facts that a total does not count, and why."""

    reason: str
    facts: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Total:
    """A sum as an interval: ``lower`` or ``upper`` NaN is open, ``approximate`` if a part is.

    ``inclusive`` says of an interval with an open end that its known bound is possible too.
    ``ids`` are those of the frame that was added up, ``rows`` the positions of what it counts,
    ``passed_over`` those of what it does not count, by reason.
    """

    unit: str
    status: str
    lower: float
    upper: float
    approximate: bool
    inclusive: bool
    ids: pd.Series = field(repr=False)
    rows: np.ndarray
    passed_over: Mapping[str, np.ndarray]

    @property
    def facts(self) -> tuple[str, ...]:
        """The ids of the facts that it counts."""
        return tuple(self.ids.array[self.rows].tolist())

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The facts that it does not count, by reason."""
        return tuple(
            LeftOut(reason, tuple(self.ids.array[rows].tolist()))
            for reason, rows in self.passed_over.items()
            if len(rows)
        )

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
        if not len(self.rows):
            return "none stated"
        if math.isnan(self.value):
            return "not known"
        return self._interval(short) or short(self.value, self.unit, self.qualifier)

    @property
    def words(self) -> str:
        """The total in words: "about 35.7 million US dollars"; "no value stated" without one."""
        if not len(self.rows):
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


DEEPEST = 50
"""A part of a part … of a whole: so many steps are followed."""

READ = [
    "fact_id",
    "value",
    "unit",
    "qualifier",
    "lower",
    "upper",
    "status",
    "engagement",
    "part_of",
]
"""The columns that a total reads."""


def total(facts: pd.DataFrame, *, unit: str, status: str) -> Total:
    """Add up the facts of one unit and one status; what is not added is named with its reason.

    Reads the columns of `READ`.
    Statuses never mix: pledged, planned and delivered are different sums. Several figures
    for one engagement are claims about one thing and count once, as a range. A figure for a
    part is not added where the larger thing has a figure of its own in the same sum.
    Raises `ValueError` for a unit that cannot be added (ranks, ratios).
    """
    if not additive(unit):
        raise ValueError(f"{unit or 'facts without a unit'} cannot be added up")
    stated = facts["value"].notna().to_numpy()
    in_unit = holds(facts["unit"], unit)
    same_unit = stated & in_unit
    wanted = same_unit & holds(facts["status"], status)
    inside = wanted & _inside_another(facts, wanted)
    taken = wanted & ~inside
    reasons = {
        "no value stated": ~stated,
        "other unit": stated & ~in_unit,
        (f"not {status}" if status else "with a status"): same_unit & ~wanted,
        "part of a larger item that is counted": inside,
    }
    lower, upper, inclusive = _sum_of_engagements(facts, taken)
    about = bool((taken & holds(facts["qualifier"], "about")).any())
    return Total(
        unit,
        status,
        lower,
        upper,
        about,
        inclusive,
        facts["fact_id"],
        taken.nonzero()[0],
        {reason: marked.nonzero()[0] for reason, marked in reasons.items()},
    )


def by_unit(facts: pd.DataFrame) -> list[Total]:
    """Return one `Total` for each additive unit and status that has a value, money first."""
    stated = facts["value"].notna().to_numpy()
    pairs = set(zip(facts["unit"].array[stated], facts["status"].array[stated], strict=True))
    return [
        total(facts, unit=unit, status=status)
        for unit, status in sorted(pairs, key=lambda pair: (not is_money(pair[0]), pair))
        if additive(unit)
    ]


def _inside_another(facts: pd.DataFrame, counted: np.ndarray) -> np.ndarray:
    """Mark the facts that are part, at any depth, of an engagement that ``counted`` holds."""
    is_part = ~holds(facts["part_of"], "")
    inside = np.zeros(len(facts), dtype=bool)
    if not is_part.any():
        return inside
    engagement, whole, none = _linked(facts)
    held = np.zeros(max(engagement.max(), whole.max(), none) + 1, dtype=bool)
    held[engagement[counted]] = True
    held[none] = False
    larger = np.full(len(held), none)
    larger[engagement[is_part]] = whole[is_part]
    larger[none] = none
    for _ in range(DEEPEST):
        if (whole == none).all():
            break
        inside |= held[whole]
        whole = larger[whole]
    return inside


def _linked(facts: pd.DataFrame) -> tuple[np.ndarray, np.ndarray, int]:
    """Return engagements and the larger ones as numbers of one list, and the number of none."""
    own, larger = facts["engagement"], facts["part_of"]
    if isinstance(own.dtype, pd.CategoricalDtype) and own.dtype == larger.dtype:
        empty = own.cat.categories.get_loc("")
        names = np.concatenate([own.cat.codes, larger.cat.codes, [empty]])
    else:
        names = np.concatenate([own.to_numpy(), larger.to_numpy(), [""]])
    numbers, _ = pd.factorize(names)
    return numbers[: len(facts)], numbers[len(facts) : 2 * len(facts)], int(numbers[-1])


def _sum_of_engagements(facts: pd.DataFrame, counted: np.ndarray) -> tuple[float, float, bool]:
    """Add the widest range of each engagement; one open end leaves the sum open there.

    The third value says whether the known bound itself is possible: at least, not more than.
    """
    if not counted.any():
        return math.nan, math.nan, False
    thing, things = pd.factorize(_things(facts, counted))
    low, high = facts["lower"].to_numpy()[counted], facts["upper"].to_numpy()[counted]
    lower, upper = np.full(len(things), math.inf), np.full(len(things), -math.inf)
    # minimum and maximum carry NaN on: a thing with one open end is open there.
    with np.errstate(invalid="ignore"):
        np.minimum.at(lower, thing, low)
        np.maximum.at(upper, thing, high)
    if np.isnan(lower).any():
        bound, claimed, strict = upper, high, "less_than"
    else:
        bound, claimed, strict = lower, low, "more_than"
    reached = ~holds(facts["qualifier"], strict)[counted] & (claimed == bound[thing])
    inclusive = len(set(thing[reached])) == len(things)
    return _added(lower), _added(upper), inclusive


def _things(facts: pd.DataFrame, counted: np.ndarray) -> np.ndarray:
    """Return a number for what each counted fact is about: its engagement, or else itself."""
    engagement, none = numbered(facts["engagement"])
    own = engagement[counted].astype(np.int64)
    return np.where(own == none, -1 - np.arange(len(own)), own)


def _added(ends: Iterable[float]) -> float:
    # Ten significant digits: 8.9 + 26.8 million is 35.7, not 35.699999999999996.
    return float(f"{math.fsum(ends):.10g}")
