"""When, for too many facts to draw each: how many, by country and stretch of time."""

from typing import Any

import numpy as np
import pandas as pd

from components.charts import lanes
from components.charts.chart import Chart, Key
from components.charts.lanes import GREY
from data.kinds import FAMILIES

_BARS = 2.0
"""Rows that the tallest bar takes."""
_HEAD = 0.8
"""Rows above the tallest bar, for its number."""
_BAND = 0.75
"""Rows that a pale band and the air above it take."""
_NARROW = 250
"""Pixels of the plot on a telephone: a number that fits there fits everywhere."""

_DAY = pd.Timedelta(days=1)
_FAINT = 0.35
_GAP = 0.06
"""Between two bars, as a share of the narrowest."""


def timeline_counts(
    marks: pd.DataFrame, *, window: tuple[pd.Timestamp, pd.Timestamp] | None, view: str = ""
) -> Chart:
    """Draw the counts of `questions.timeline`: bars, and pale bands for what has no single bar.

    Only the window is drawn, in whole stretches; what lies beyond is counted in the note. A
    click leads to the facts behind a count, as many as the evidence shows.
    """
    drawn = marks[marks["shape"].isin(("bin", "soft"))]
    days = _days_shown(drawn, window)
    placed, rows = _laid_out(drawn, days)
    layout = lanes.layout(rows, days=days, view=view)
    layout["xaxis"] |= {"minallowed": layout["xaxis"]["range"][0]}
    layout["xaxis"] |= {"maxallowed": layout["xaxis"]["range"][1]}
    data = [*_bars(placed), _bands(placed), _clickable(placed), _numbers(placed, days)]
    return Chart(
        title="How much happened when, by country",
        figure=lanes.figure(data, layout),
        table=_table(marks),
        alt=_alt(marks),
        facts=None,
        note=_note(marks),
        keys=_keys(drawn),
        height=lanes.height(rows),
    )


def _days_shown(
    drawn: pd.DataFrame, window: tuple[pd.Timestamp, pd.Timestamp] | None
) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Return the window, out to the ends of its first and last stretch."""
    bins = drawn[drawn["shape"] == "bin"] if window or (drawn["shape"] == "bin").any() else drawn
    starts, ends = [bins["start"].min()], [bins["end"].max() + _DAY]
    if window:
        starts, ends = [*starts, window[0]], [*ends, window[1]]
    return min(day for day in starts if day == day), max(day for day in ends if day == day)


def _laid_out(
    drawn: pd.DataFrame, days: tuple[pd.Timestamp, pd.Timestamp]
) -> tuple[pd.DataFrame, list[tuple[str, float, float]]]:
    """Give each count its ``start``, ``width`` in days and the ``base`` that it stands on."""
    start = drawn["start"].clip(lower=days[0])
    width = (drawn["end"].clip(upper=days[1] - _DAY) - start) / _DAY + 1
    placed = drawn.assign(start=start, width=width, base=0.0)
    names, starts, widths = placed["lane"].tolist(), start.tolist(), width.tolist()
    rows: list[tuple[str, float, float]] = []
    base: list[float] = []
    for name, begin, wide, shape in zip(names, starts, widths, placed["shape"], strict=True):
        if not rows or rows[-1][0] != name:
            top = rows[-1][2] + lanes.LANE_GAP if rows else 0.0
            floor = top + _HEAD + _BARS
            ends: list[pd.Timestamp] = []
            rows.append((name, top, floor))
        row = 0
        if shape == "soft":
            row = next((n for n, end in enumerate(ends) if end <= begin), len(ends))
            ends[row : row + 1] = [begin + wide * _DAY]
            row += 1
        base.append(floor + row * _BAND)
        rows[-1] = (name, top, max(rows[-1][2], base[-1]))
    return placed.assign(base=base), rows


def _bar(counts: pd.DataFrame, **more: object) -> dict[str, Any]:
    gap = counts["width"].min() * lanes.DAY_MS * _GAP
    return {
        "type": "bar",
        "x": [day.isoformat() for day in counts["start"]],
        "offset": 0,
        "width": (counts["width"] * lanes.DAY_MS - gap).tolist(),
        "hoverinfo": "skip",
        **more,
    }


def _tall(bins: pd.DataFrame, number: pd.Series) -> np.ndarray:
    """Return so many facts in rows; each lane has its own scale, that of its highest bar."""
    return np.asarray(number / bins.groupby("lane", sort=False)["count"].transform("max") * _BARS)


def _bars(placed: pd.DataFrame) -> list[dict[str, Any]]:
    """Return a trace a family, stacked; what has an open date lies on top, pale."""
    bins = placed[placed["shape"] == "bin"]
    layers = [(bins[family.key], family.colour, 1.0) for family in FAMILIES]
    layers.append((bins["open_start"] + bins["open_end"], GREY, _FAINT))
    floor, traces = bins["base"].to_numpy(), []
    for number, colour, strength in layers:
        tall = _tall(bins, number)
        if tall.any():
            marker = {"color": colour, "opacity": strength, "line": {"width": 0}}
            traces.append(_bar(bins, base=floor, y=-tall, marker=marker))
            floor = floor - tall
    return traces


def _bands(placed: pd.DataFrame) -> dict[str, Any]:
    soft = placed[placed["shape"] == "soft"]
    marker = {"color": GREY, "opacity": _FAINT, "line": {"width": 0}}
    return _bar(soft, base=soft["base"] - 0.5, y=np.full(len(soft), 0.5), marker=marker)


def _clickable(placed: pd.DataFrame) -> dict[str, Any]:
    """Return what the pointer meets, unseen: the whole column, so that a low bar is hit too."""
    tall = np.where(placed["shape"] == "bin", _BARS + _HEAD, _BAND)
    return _bar(
        placed,
        base=placed["base"],
        y=-tall,
        marker={"color": "rgba(0,0,0,0)", "line": {"width": 0}},
        customdata=placed["facts"].tolist(),
        hovertext=_told(placed),
        hoverinfo="text",
    )


def _told(placed: pd.DataFrame) -> list[str]:
    """Return what the pointer says: stretch, count, and the count of each family."""
    names = [*(family.key for family in FAMILIES), "open_start", "open_end", "unsure"]
    parts = [*(family.label for family in FAMILIES), *_OPEN, "Only possibly in the period"]
    columns = placed[["words", "lane", "count", *names]]
    told = []
    for words, lane, count, *numbers in columns.itertuples(index=False, name=None):
        lines = [f"{part} {n:,}" for part, n in zip(parts, numbers, strict=True) if n]
        told.append("<br>".join([f"<b>{lane}, {words}: {_facts(count)}</b>", *lines]))
    return told


_OPEN = ("Then or earlier", "Then or later")


def _facts(number: int) -> str:
    return f"{number:,} fact{'s' * (number != 1)}"


def _numbers(placed: pd.DataFrame, days: tuple[pd.Timestamp, pd.Timestamp]) -> dict[str, Any]:
    """Return the numbers that have room: the highest bar of each lane, and the wide bands."""
    bins = placed[placed["shape"] == "bin"]
    peaks = bins.loc[bins.groupby("lane", sort=False)["count"].idxmax()]
    soft = placed[placed["shape"] == "soft"]
    room = soft["width"] * _DAY / (days[1] - days[0]) * _NARROW
    soft = soft[room >= soft["count"].map(lambda n: 7 * len(f"{n:,}") + 6)]
    told = pd.concat([peaks, soft])
    y = np.where(
        told["shape"] == "bin",
        told["base"] - _BARS - 0.3,
        told["base"] - 0.25,
    )
    middle = told["start"] + told["width"] / 2 * _DAY
    share = (middle - days[0]) / (days[1] - days[0])
    return {
        "type": "scatter",
        "mode": "text",
        "x": [day.isoformat() for day in middle],
        "y": y,
        "text": [f"{number:,}" for number in told["count"]],
        "textposition": [_beside(part) for part in share],
        "textfont": {"size": 11},
        "hoverinfo": "skip",
    }


def _beside(share: float) -> str:
    """Keep a number at an edge of the plot inside it."""
    return "middle right" if share < 0.04 else "middle left" if share > 0.96 else "middle center"


def _table(marks: pd.DataFrame) -> pd.DataFrame:
    columns = {"lane": "Country", "words": "When", "count": "Facts"}
    columns |= {family.key: family.label for family in FAMILIES if marks[family.key].any()}
    columns |= dict(zip(("open_start", "open_end"), _OPEN, strict=True))
    if marks["unsure"].any():
        columns |= {"unsure": "Only possibly in the period"}
    return marks[list(columns)].set_axis(list(columns.values()), axis=1)


def _alt(marks: pd.DataFrame) -> str:
    told = marks.groupby("lane", sort=False)["count"].sum()
    each = ", ".join(f"{lane} {number:,}" for lane, number in told.items())
    return f"Timeline of {_facts(int(marks['count'].sum()))}, counted by country: {each}."


def _note(marks: pd.DataFrame) -> str:
    step, counts = marks["step"].iloc[0], marks.groupby("shape")["count"].sum()
    stretch = step if step == "five years" else f"a {step}"
    told = [
        f"Too many facts to draw each: a bar counts those of {stretch}, "
        "on a scale of its country's own; the number is that of the highest."
    ]
    if counts.get("soft"):
        told.append(
            f"{_facts(int(counts['soft']))} dated less exactly, or over longer, "
            "lie in the pale bands."
        )
    told.append(lanes.outside(int(counts.get("before", 0)), int(counts.get("after", 0))))
    return " ".join(filter(None, told))


def _keys(drawn: pd.DataFrame) -> tuple[Key, ...]:
    used = [family for family in FAMILIES if drawn[family.key].any()]
    signs = (
        (drawn["open_start"].any(), Key("open-start", "pale: then or earlier", GREY)),
        (drawn["open_end"].any(), Key("open-end", "pale: then or later", GREY)),
        ((drawn["shape"] == "soft").any(), Key("soft", "some time in these days", GREY)),
    )
    families = [Key("bar", family.label, family.colour) for family in used]
    return (*families, *(key for shown, key in signs if shown))
