"""When it happened, no more exactly than reported."""

import math
from collections import Counter
from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd

from data import dates
from data.kept import kept
from data.kinds import KINDS
from data.marks import coded, holds
from data.questions.bins import binned, day_numbers, known_days

MANY = "Many countries"
"""The lane of facts that name no single partner."""

LANES = 12
"""So many countries have a lane of their own at most; the others share one."""

MOST_MARKS = 400
MOST_ROWS = 44
"""More facts, or more of them above each other, are counted in place of drawn one by one."""

ACROSS = 24
"""So many marks stand side by side in the part of a timeline that is shown first."""

DENSE_SHARE = 0.9
"""The opening window holds at least this share of the facts that have a day."""

Window = tuple[pd.Timestamp, pd.Timestamp]

_READ = (
    *("fact_id", "kind", "summary", "date", "date_role", "date_words", "figure", "precision"),
    *("uncertain", "approximate"),
)
_DAYS = ("earliest", "latest", "reach_first", "reach_last")
_DAY = pd.Timedelta(days=1)


@kept
def timeline(
    facts: pd.DataFrame, *, within: Window | None = None, certain: pd.Series | None = None
) -> pd.DataFrame:
    """Return where facts lie in time and how softly: one row a fact, or counts of too many.

    ``within`` is the part that is shown first, by default the `window`; ``certain`` marks the
    facts that certainly lie in the period that the reader chose (`Selection.certain`).

    One row a fact, oldest first, has the columns ``lane`` (country), ``kind, summary,
    date_words, figure, fact_id, certain``, ``start`` and ``end`` (days; an open end is put at
    the known one), ``open_start, open_end`` (bools), ``shape``: ``point`` (a sure day), ``span``
    (it lasted these days), ``soft`` (somewhere in these days: month, year, decade, about,
    uncertain, or an interval of a kind that does not last), and ``sure_start, sure_end`` (the
    days of a span without the month or year in which it began or ended).

    More than `MOST_MARKS` facts, or more than `MOST_ROWS` rows of them, come back as counts
    instead: the columns of `data.questions.bins.binned`. The lanes are those of the `LANES`
    most frequent countries.
    """
    lanes, lane = _lanes(facts["country"])
    sure = None if certain is None else certain.reindex(facts.index).to_numpy(dtype=bool)
    shown = within or window(facts) or window(facts, whole=True)
    if len(facts) <= MOST_MARKS:
        names = [lanes[number] for number in lane.tolist()]
        if shown is None or _rows(facts, names, shown) <= MOST_ROWS:
            return _marks(facts, pd.Categorical(names, lanes), sure)
    assert shown is not None  # many facts have days
    return binned(facts, lanes=lanes, lane=lane, window=shown, certain=sure)


def _lanes(countries: pd.Series) -> tuple[list[str], np.ndarray]:
    """Return the lanes, the fullest first and what names no country last, and that of each fact."""
    codes, names = coded(countries)
    counts = dict(zip(names, np.bincount(codes, minlength=len(names)).tolist(), strict=True))
    ranked = sorted(
        (name for name in names if name and counts[name]), key=lambda n: (-counts[n], n)
    )
    own = ranked if len(ranked) <= LANES else ranked[: LANES - 1]
    others = len(ranked) - len(own)
    lanes = [
        *own,
        *([f"{others} other countries"] if others else []),
        *([MANY] if counts.get("") else []),
    ]
    lane = {name: number for number, name in enumerate(own)} | {"": len(lanes) - 1}
    return lanes, np.array([lane.get(name, len(own)) for name in names], dtype=np.int8)[codes]


def _rows(facts: pd.DataFrame, lanes: list[str], shown: Window) -> int:
    """Return how many rows of marks the fullest stretches of the lanes need."""
    abreast, apart = spacing(shown)
    stretches = (known_days(facts)[0] // math.ceil(apart)).tolist()
    tallest: dict[str, int] = {}
    for (lane, _), number in Counter(zip(lanes, stretches, strict=True)).items():
        tallest[lane] = max(math.ceil(number / abreast), tallest.get(lane, 0))
    return sum(tallest.values())


def spacing(shown: Window) -> tuple[int, float]:
    """Return how many marks stand side by side on a day, and how many days a row of them takes."""
    days = (shown[1] - shown[0]) / _DAY
    return max(1, int(ACROSS // days)), max(1.0, days / ACROSS)


def _marks(facts: pd.DataFrame, lanes: pd.Categorical, certain: np.ndarray | None) -> pd.DataFrame:
    cells = {name: facts[name].tolist() for name in _READ}
    cells |= {name: plain_days(facts[name]) for name in _DAYS}
    cells["lane"] = lanes.tolist()
    cells["certain"] = [True] * len(facts) if certain is None else certain.tolist()
    rows = [dict(zip(cells, row, strict=True)) for row in zip(*cells.values(), strict=True)]
    rows.sort(key=lambda row: (row["reach_first"], row["reach_last"], row["fact_id"]))
    kept = ["lane", "kind", "summary", "date_words", "figure", "fact_id", "certain"]
    marks = [{name: row[name] for name in kept} | _time(row) for row in rows]
    columns = [*kept, "start", "end", "open_start", "open_end", "shape", "sure_start", "sure_end"]
    told: dict[str, Any] = {name: [mark[name] for mark in marks] for name in columns}
    told["lane"] = pd.Categorical(told["lane"], lanes.categories)
    for name in ("start", "end", "sure_start", "sure_end"):
        told[name] = np.array(told[name], dtype="datetime64[us]")
    return pd.DataFrame(told)


def plain_days(days: pd.Series) -> list[datetime | None]:
    """Return days as Python's own, with which a few facts are reckoned fastest; None for none."""
    return days.to_numpy().astype("datetime64[s]").tolist()


def _time(fact: dict[str, Any]) -> dict[str, Any]:
    """Return where one fact lies in time, and how softly."""
    open_start, open_end = fact["earliest"] is None, fact["latest"] is None
    start = fact["latest"] if open_start else fact["reach_first"]
    end = fact["earliest"] if open_end else fact["reach_last"]
    shape = _shape(fact, one_day=start == end)
    sure = _sure(fact["date"]) if shape == "span" else (None, None)
    return {
        "start": start,
        "end": end,
        "open_start": open_start,
        "open_end": open_end,
        "shape": shape,
        "sure_start": sure[0],
        "sure_end": sure[1],
    }


def _shape(fact: dict[str, Any], *, one_day: bool) -> str:
    if fact["approximate"] or fact["uncertain"]:
        return "soft"
    if one_day:
        return "point"
    lasted = "/" in fact["date"] and fact["date_role"] in KINDS[fact["kind"]].lasts
    return "span" if lasted else "soft"


def _sure(edtf: str) -> tuple[date | None, date | None]:
    """Return the days of an interval without the month or year in which it began or ended."""
    period = dates.parse(edtf)
    assert period.start and period.end
    first, last = period.start.last, period.end.first
    return (first, last) if first <= last else (None, None)


@kept
def window(facts: pd.DataFrame, *, whole: bool = False) -> Window | None:
    """Return where the shortest window begins and ends that holds most facts with a day.

    Most are `DENSE_SHARE` of them; ``whole`` asks for the days of all facts instead, however
    exactly they are dated, with an open date at its known end, and so it is where most facts
    have no day. The window lasts at least a
    week; its end is the midnight after its last day. None where no fact has a day. Reads
    ``precision, earliest``, or ``reach_first, reach_last`` for the whole.
    """
    exact = np.asarray(facts["precision"] == "day")
    days = day_numbers(facts["earliest"])[exact]
    if whole or 0 < len(days) < len(facts) / 2:
        first, last, _, _ = known_days(facts)
        return _a_week(first.min(), last.max()) if len(facts) else None
    return _a_week(*_densest(days)) if len(days) else None


def _densest(days: np.ndarray) -> tuple[int, int]:
    """Return the first and last day of the shortest stretch that holds `DENSE_SHARE` of them."""
    held = math.ceil(len(days) * DENSE_SHARE)
    start = days.min()
    counts = np.bincount(days - start)  # sorts a million days in no time
    ordered = np.repeat(np.arange(len(counts)), counts)
    first = int(np.argmin(ordered[held - 1 :] - ordered[: len(ordered) - held + 1]))
    return start + ordered[first], start + ordered[first + held - 1]


def _a_week(first: int, last: int) -> Window:
    """Return the window of these days, a week at least."""
    start, end = (pd.Timestamp(np.datetime64(int(day), "D")) for day in (first, last))
    slack = max(6 * _DAY - (end - start), 0 * _DAY) / 2
    return (start - slack).normalize(), (end + slack).normalize() + _DAY


def chronicle(facts: pd.DataFrame, *, number: int | None = None) -> pd.DataFrame:
    """Return the facts latest first, for reading: columns as the facts, and ``day`` (heading).

    ``day`` is the date in words, so that facts with the same date stand under one heading.
    With ``number`` only so many come back.
    """
    known = facts["earliest"].where(facts["earliest"].notna(), facts["latest"])
    if number is not None and len(facts) > number:
        latest = known.to_numpy()
        kept = latest >= np.partition(latest, -number)[-number]
        facts, known = facts[kept], known[kept]
    ordered = facts.assign(day=facts["date_words"].astype("str"), known_day=known).sort_values(
        ["known_day", "day", "fact_id"], ascending=[False, True, True]
    )
    return ordered.drop(columns="known_day").reset_index(drop=True).head(number or len(ordered))


@kept
def latest_statements(facts: pd.DataFrame, *, number: int = 4) -> pd.DataFrame:
    """Return the statements that were made last, one a speaker; columns as the facts.

    Those with an open start, which may be old, come after the others. Of statements with the
    same date the later in the collection comes first.
    """
    rows = holds(facts["kind"], "statement").nonzero()[0]
    since, until = (facts[name].to_numpy()[rows] for name in ("earliest", "latest"))
    day = np.where(np.isnat(until), _AGES, until.astype("datetime64[D]").astype("int64"))
    day -= np.isnat(since) * 2 * _AGES
    actors, last = facts["actor"].array, dict[str, int]()
    for some in (_AMONG, len(rows)):  # most often the speakers are found among a few
        for row in rows[_latest(day, some)]:
            last.setdefault(actors[row], row)
            if len(last) == number:
                break
        if len(last) == number or some >= len(rows):
            break
    return facts.iloc[list(last.values())]


_AGES = 10**8
"""More days than lie between any two dates."""
_AMONG = 500


def _latest(days: np.ndarray, number: int) -> np.ndarray:
    """Return the positions of the latest days, at least so many, latest and last first."""
    if len(days) <= number:
        return np.argsort(days, kind="stable")[::-1]
    chosen = np.flatnonzero(days >= np.partition(days, -number)[-number])
    return chosen[np.argsort(days[chosen], kind="stable")[::-1]]
