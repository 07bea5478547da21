"""How many facts lie in each stretch of time: what a timeline shows that is too full for marks."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from data import dates
from data.kinds import FAMILIES, KINDS
from data.marks import coded

MOST_BINS = 36
"""So many stretches stand side by side at most, so that each can be told and clicked."""

IDS = 12
"""So many facts are named behind one count; the evidence shows no more."""

FAMILY_KEYS = tuple(family.key for family in FAMILIES)

_DAY = 86_400_000_000  # microseconds
_FIRST_DAY, _LAST_DAY = (
    int(np.datetime64(day).astype(int)) for day in ("0900-01-01", "3100-01-01")
)
_OPEN_START = int(np.datetime64("0001-01-01").astype(int))
_OPEN_END = int(np.datetime64("9999-12-31").astype(int))
_SAMPLE = 65_536
"""So many facts are searched first for `IDS` of each count; the others only for what is scarce."""


@dataclass(frozen=True)
class Step:
    """A calendar unit: so many ``days`` (weeks begin on Mondays) or so many ``months``."""

    name: str
    days: int = 0
    months: int = 0

    def number(self, days: np.ndarray) -> np.ndarray:
        """Return which unit, counted from the year 0 or from 1970, each day lies in."""
        if self.months:
            return _months().take(days - _FIRST_DAY) // self.months
        return days if self.days == 1 else (days + 3) // 7

    def first(self, number: int) -> int:
        """Return the first day of a unit."""
        if self.months:
            month = np.datetime64(number * self.months - 1970 * 12, "M")
            return int(month.astype("datetime64[D]").astype(int))
        return number if self.days == 1 else number * 7 - 3

    def words(self, number: int) -> str:
        """Say a unit as a reader does."""
        first, last = (str(np.datetime64(day, "D")) for day in _extent(self, number))
        if self.months == 120:
            return dates.in_words(f"{first[:3]}X")
        return dates.in_words(f"{first[: self._length]}/{last[: self._length]}")

    def edge(self, number: int) -> str:
        """Say the beginning of a unit: "1955" for 1955 to 1959."""
        return dates.in_words(str(np.datetime64(self.first(number), "D"))[: self._length])

    @property
    def _length(self) -> int:
        """Return how many letters of a date tell the unit."""
        return 10 if self.days else 4 if self.months % 12 == 0 else 7


STEPS = (
    Step("day", days=1),
    Step("week", days=7),
    Step("month", months=1),
    Step("quarter", months=3),
    Step("year", months=12),
    Step("five years", months=60),
    Step("decade", months=120),
)
_LONGER = ("month", "year", "decade")
"""The units for what is dated less exactly than the stretches of the window."""


def binned(
    facts: pd.DataFrame,
    *,
    lanes: list[str],
    lane: np.ndarray,
    window: tuple[pd.Timestamp, pd.Timestamp],
    certain: np.ndarray | None,
) -> pd.DataFrame:
    """Count the facts of each lane by the stretches of ``window``; one row a lane and stretch.

    Reads ``fact_id, kind, reach_first, reach_last``; ``lane`` is the place in ``lanes`` of each
    fact. A stretch is the finest of `STEPS` of which at most `MOST_BINS` cover the window. A
    fact that lies wholly in one is counted there (``shape`` ``bin``), any other in the shortest
    longer unit that holds all its days (``soft``); what lies beyond the window is ``before`` or
    ``after``. An open date counts at its known end.

    Columns: ``lane, start, end`` (days, both included), ``shape, words, step, count``, one for
    each of `FAMILY_KEYS`, ``open_start`` and ``open_end`` (together they make the count),
    ``unsure`` (how many are not ``certain``), ``facts`` (ids of `IDS` of them at most).
    """
    first, last, open_start, open_end = known_days(facts)
    ends = np.array(window, dtype="datetime64[D]").astype(int) - [0, 1]
    step = _step(ends)
    stretches = _stretches(step, ends)
    group = lane.astype(np.int32) * len(stretches) + _placed(first, last, step, ends)
    column = _families(facts["kind"])
    column[open_start] = len(FAMILY_KEYS)
    column[open_end] = len(FAMILY_KEYS) + 1
    width, size = len(FAMILY_KEYS) + 2, len(lanes) * len(stretches)
    counts = np.bincount(group * width + column, minlength=size * width).reshape(size, width)
    count = counts.sum(axis=1)
    rows = np.flatnonzero(count)
    unsure = np.zeros(size) if certain is None else np.bincount(group, ~certain, size)
    shape, start, end, words = (
        [cells[row] for row in (rows % len(stretches)).tolist()]
        for cells in zip(*stretches, strict=True)
    )
    columns = [*FAMILY_KEYS, "open_start", "open_end"]
    return pd.DataFrame(
        {
            "lane": [lanes[row] for row in (rows // len(stretches)).tolist()],
            "start": np.array(start, dtype="datetime64[D]").astype("datetime64[us]"),
            "end": np.array(end, dtype="datetime64[D]").astype("datetime64[us]"),
            "shape": shape,
            "words": words,
            "step": step.name,
            "count": count[rows],
            **dict(zip(columns, counts[rows].T, strict=True)),
            "unsure": unsure[rows].astype(int),
            "facts": first_ids(facts["fact_id"], group, count),
        }
    )


def known_days(facts: pd.DataFrame) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return the first and last day of each fact as numbers since 1970, and which end is open.

    An open end lies at the known one. Reads ``reach_first, reach_last``.
    """
    first, last = day_numbers(facts["reach_first"]), day_numbers(facts["reach_last"])
    open_start, open_end = first == _OPEN_START, last == _OPEN_END
    return np.where(open_start, last, first), np.where(open_end, first, last), open_start, open_end


def day_numbers(days: pd.Series) -> np.ndarray:
    """Return days as numbers since 1970; a day that is missing has a senseless number."""
    return days.to_numpy().astype("datetime64[us]", copy=False).view("int64") // _DAY


@cache
def _months() -> np.ndarray:
    """Return the month, counted from the year 0, of every day that a fact can have."""
    days = np.arange(_FIRST_DAY, _LAST_DAY).astype("datetime64[D]")
    return days.astype("datetime64[M]").astype(np.int32) + 1970 * 12


def _step(ends: np.ndarray) -> Step:
    fitting = (step for step in STEPS if np.ptp(step.number(ends)) < MOST_BINS)
    return next(fitting, STEPS[-1])


def _longer(step: Step) -> list[Step]:
    return [longer for longer in STEPS[STEPS.index(step) + 1 :] if longer.name in _LONGER]


def _stretches(step: Step, ends: np.ndarray) -> list[tuple[str, int, int, str]]:
    """Return shape, first day, last day and words of every stretch, in the order of `_placed`."""
    low, high = step.number(ends).tolist()
    whole = step.first(low), step.first(high + 1) - 1
    stretches = [("before", *whole, f"before {step.edge(low)}")]
    stretches += [("bin", *_extent(step, n), step.words(n)) for n in range(low, high + 1)]
    for longer in _longer(step):
        start, end = longer.number(ends).tolist()
        stretches += [
            ("soft", *_extent(longer, n), f"some time in {longer.words(n)}")
            for n in range(start, end + 1)
        ]
    last = ("after", *whole, f"from {step.edge(high + 1)} on")
    return [*stretches, ("soft", *whole, "across decades"), last]


def _extent(step: Step, number: int) -> tuple[int, int]:
    return step.first(number), step.first(number + 1) - 1


def _placed(first: np.ndarray, last: np.ndarray, step: Step, ends: np.ndarray) -> np.ndarray:
    """Return which of `_stretches` each fact lies in, from its first and last possible day."""
    starts, stops = step.number(first), step.number(last)
    low, high = step.number(ends).tolist()
    longer = _longer(step)
    widths = [int(np.ptp(unit.number(ends))) + 1 for unit in longer]
    offset = high - low + 2
    across = offset + sum(widths)
    place = np.where(starts == stops, starts - low + 1, across)
    place[stops < low] = 0
    place[starts > high] = across + 1
    for unit, width in zip(longer, widths, strict=True):
        rows = np.flatnonzero(place == across)
        number = unit.number(first[rows])
        held = number == unit.number(last[rows])
        place[rows[held]] = offset + number[held] - unit.number(ends)[0]
        offset += width
    return place


def _families(kinds: pd.Series) -> np.ndarray:
    codes, names = coded(kinds)
    places = [FAMILY_KEYS.index(KINDS[name].family.key) for name in names]
    return np.array(places, dtype=np.int8).take(codes)


def first_ids(ids: pd.Series, group: np.ndarray, count: np.ndarray) -> list[list[str]]:
    """Return the first `IDS` ids of every group that has any, in the order of the facts.

    ``group`` numbers the group of each fact, ``count`` says how many facts each group has.
    """
    seen = np.bincount(group[:_SAMPLE], minlength=len(count))
    scarce = np.flatnonzero((seen < IDS)[group[_SAMPLE:]]) + _SAMPLE
    rows = np.concatenate([np.arange(min(_SAMPLE, len(group))), scarce])
    rows = rows[np.argsort(group[rows].astype(np.uint16), kind="stable")]
    found = np.bincount(group[rows], minlength=len(count))
    within = np.arange(len(rows)) - np.repeat(np.cumsum(found) - found, found)
    taken = rows[within < IDS]
    names = ids.array.take(taken).tolist()
    ends = np.cumsum(np.minimum(found, IDS))
    return [names[end - min(n, IDS) : end] for end, n in zip(ends, found, strict=True) if n]
