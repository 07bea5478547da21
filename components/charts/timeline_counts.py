"""When, for too many facts to draw each: how many, by country and stretch of time."""

from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

import numpy as np
import pandas as pd

from components.charts import lanes
from components.charts.chart import CLICK, Chart, Key, plotted
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

_DAY = np.timedelta64(1, "D")
_FAINT = 0.35
_GAP = 0.06
"""Between two bars, as a share of the narrowest."""

_OPEN = ("Then or earlier", "Then or later")


@dataclass(frozen=True)
class _Cells:
    """The counts that are drawn, as arrays: days, rows (``base`` is where it stands), counts."""

    start: np.ndarray
    width: np.ndarray
    base: np.ndarray
    lane: np.ndarray
    soft: np.ndarray
    columns: dict[str, np.ndarray]

    def only(self, wanted: np.ndarray) -> "_Cells":
        """Return some of the counts."""
        columns = {name: cells[wanted] for name, cells in self.columns.items()}
        lane, soft = self.lane[wanted], self.soft[wanted]
        return _Cells(
            self.start[wanted], self.width[wanted], self.base[wanted], lane, soft, columns
        )


def timeline_counts(
    marks: pd.DataFrame, *, window: tuple[pd.Timestamp, pd.Timestamp] | None, view: str = ""
) -> Chart:
    """Draw the counts of `questions.timeline`: bars, and pale bands for what has no single bar.

    Only the window is drawn, in whole stretches; what lies beyond is counted in the note. A
    click leads to the facts behind a count, as many as the evidence shows.
    """
    numbered = marks.assign(row=np.arange(len(marks)))  # of the table
    drawn = numbered[numbered["shape"].isin(("bin", "soft"))]
    days = _days_shown(drawn, window)
    cells, rows = _laid_out(drawn, days)
    bins, bands = cells.only(~cells.soft), cells.only(cells.soft)
    shown = pd.Timestamp(days[0]), pd.Timestamp(days[1])
    layout = lanes.layout(rows, days=shown, view=view)
    first, last = layout["xaxis"]["range"]
    layout["xaxis"] |= {"minallowed": first, "maxallowed": last}
    data = [*_bars(bins), _bands(bands), _clickable(cells), _numbers(bins, bands, days)]
    return Chart(
        title=lanes.title("How much happened when", [name for name, _, _ in rows]),
        figure=plotted(data, layout),
        table=_table(marks),
        alt=_alt(marks),
        behind=marks["facts"].to_list(),
        everything=True,
        note=_note(marks),
        keys=_keys(drawn),
        height=lanes.height(rows),
    )


def _days_shown(
    drawn: pd.DataFrame, window: tuple[pd.Timestamp, pd.Timestamp] | None
) -> tuple[np.datetime64, np.datetime64]:
    """Return the window, out to the ends of its first and last stretch."""
    start, end = (drawn[name].to_numpy().astype("datetime64[D]") for name in ("start", "end"))
    bins = (drawn["shape"] == "bin").to_numpy()
    if bins.any():
        start, end = start[bins], end[bins]
    if window is None:
        return start.min(), end.max() + _DAY
    first, last = (np.datetime64(day, "D") for day in window)
    return (min(first, start.min()), max(last, end.max() + _DAY)) if bins.any() else (first, last)


def _laid_out(
    drawn: pd.DataFrame, days: tuple[np.datetime64, np.datetime64]
) -> tuple[_Cells, list[tuple[str, float, float]]]:
    """Give each count its place, and each lane its top and bottom in rows."""
    start = np.maximum(drawn["start"].to_numpy().astype("datetime64[D]"), days[0])
    end = np.minimum(drawn["end"].to_numpy().astype("datetime64[D]") + _DAY, days[1])
    names, soft = drawn["lane"].tolist(), (drawn["shape"] == "soft").to_numpy()
    rows: list[tuple[str, float, float]] = []
    base, lane = [], []
    parts = zip(names, start.tolist(), end.tolist(), soft.tolist(), strict=True)
    for name, begin, stop, in_band in parts:
        if not rows or rows[-1][0] != name:
            top = rows[-1][2] + lanes.LANE_GAP if rows else 0.0
            rows.append((name, top, top + _HEAD + _BARS))
            taken: list[date] = []
        row = 0
        if in_band:
            row = next(
                (n for n, busy in enumerate(taken, start=1) if busy <= begin), len(taken) + 1
            )
            taken[row - 1 : row] = [stop]
        base.append(rows[-1][1] + _HEAD + _BARS + row * _BAND)
        rows[-1] = (name, top, max(rows[-1][2], base[-1]))
        lane.append(len(rows) - 1)
    columns = {name: drawn[name].to_numpy() for name in drawn}
    width = (end - start) / _DAY
    return _Cells(start, width, np.array(base), np.array(lane, dtype=int), soft, columns), rows


def _bar(cells: _Cells, **more: object) -> dict[str, Any]:
    gap = cells.width.min() * _GAP if len(cells.width) else 0.0
    return {
        "type": "bar",
        "x": cells.start,
        "offset": 0,
        "width": (cells.width - gap) * lanes.DAY_MS,
        "hoverinfo": "skip",
        **more,
    }


def _bars(bins: _Cells) -> list[dict[str, Any]]:
    """Return a trace a family, stacked; what has an open date lies on top, pale.

    Each lane has a scale of its own, that of its highest bar.
    """
    highest = np.ones(bins.lane.max(initial=0) + 1)
    np.maximum.at(highest, bins.lane, bins.columns["count"])
    layers = [(bins.columns[family.key], family.colour, 1.0) for family in FAMILIES]
    layers.append((bins.columns["open_start"] + bins.columns["open_end"], GREY, _FAINT))
    floor, traces = bins.base, []
    for number, colour, strength in layers:
        tall = number / highest[bins.lane] * _BARS
        if tall.any():
            marker = {"color": colour, "opacity": strength, "line": {"width": 0}}
            traces.append(_bar(bins, base=floor, y=-tall, marker=marker))
            floor = floor - tall
    return traces


def _bands(bands: _Cells) -> dict[str, Any]:
    marker = {"color": GREY, "opacity": _FAINT, "line": {"width": 0}}
    return _bar(bands, base=bands.base - 0.5, y=np.full(len(bands.base), 0.5), marker=marker)


def _clickable(cells: _Cells) -> dict[str, Any]:
    """Return what the pointer meets, unseen: the whole column, so that a low bar is hit too."""
    return _bar(
        cells,
        base=cells.base,
        y=np.where(cells.soft, -_BAND, -_BARS - _HEAD),
        marker={"color": "rgba(0,0,0,0)", "line": {"width": 0}},
        customdata=cells.columns["row"].tolist(),
        hovertext=_told(cells),
        hoverinfo="text",
    )


def _told(cells: _Cells) -> list[str]:
    """Return what the pointer says: lane, stretch, count, and the count of each family."""
    names = [*(family.key for family in FAMILIES), "open_start", "open_end", "unsure"]
    parts = [*(family.label for family in FAMILIES), *_OPEN, _UNSURE]
    columns = [cells.columns[name].tolist() for name in ("words", "lane", "count", *names)]
    told = []
    for words, lane, count, *numbers in zip(*columns, strict=True):
        lines = [f"{part} {n:,}" for part, n in zip(parts, numbers, strict=True) if n]
        lines.append(CLICK)
        told.append("<br>".join([f"<b>{escape(lane)}, {words}: {_facts(count)}</b>", *lines]))
    return told


_UNSURE = "Only possibly in the period"


def _facts(number: int) -> str:
    return f"{number:,} fact{'s' * (number != 1)}"


def _numbers(
    bins: _Cells, bands: _Cells, days: tuple[np.datetime64, np.datetime64]
) -> dict[str, Any]:
    """Return the numbers that have room: the highest bar of each lane, and the wide bands."""
    counts = bins.columns["count"]
    ordered = np.lexsort((-counts, bins.lane))
    peaks = bins.only(ordered[np.diff(bins.lane[ordered], prepend=-1) > 0])
    room = bands.width / ((days[1] - days[0]) / _DAY) * _NARROW
    letters = np.array([7 * len(f"{n:,}") + 6 for n in bands.columns["count"]])
    wide = bands.only(room >= letters)
    parts = (
        (peaks, -_BARS - 0.3),
        (wide, -0.25),
    )
    x, y, text, share = [], [], [], []
    for part, lift in parts:
        middle = part.start.astype("datetime64[h]") + (part.width * 12).astype("timedelta64[h]")
        x += middle.astype(str).tolist()
        y += (part.base + lift).tolist()
        text += [f"{number:,}" for number in part.columns["count"].tolist()]
        share += ((middle - days[0]) / (days[1] - days[0])).tolist()
    return {
        "type": "scatter",
        "mode": "text",
        "x": x,
        "y": y,
        "text": text,
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
        columns |= {"unsure": _UNSURE}
    return marks[list(columns)].set_axis(list(columns.values()), axis=1)


def _alt(marks: pd.DataFrame) -> str:
    told: dict[str, int] = {}
    for lane, number in zip(marks["lane"].tolist(), marks["count"].tolist(), strict=True):
        told[lane] = told.get(lane, 0) + number
    each = ", ".join(f"{lane} {number:,}" for lane, number in told.items())
    return f"Timeline of {_facts(sum(told.values()))}, counted by country: {each}."


def _note(marks: pd.DataFrame) -> str:
    step, count = marks["step"].iloc[0], marks["count"].to_numpy()
    before, soft, after = (
        int(count[(marks["shape"] == shape).to_numpy()].sum())
        for shape in ("before", "soft", "after")
    )
    stretch = step if step == "five years" else f"a {step}"
    told = [
        f"Too many facts to draw each: a bar counts those of {stretch}, "
        "on a scale of its country's own; the number is that of the highest.",
        f"{_facts(soft)} dated less exactly, or over longer, lie{'s' * (soft == 1)} "
        "in the pale bands."
        if soft
        else "",
        lanes.outside(before, after),
    ]
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
