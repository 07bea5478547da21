"""When: a lane for each country, a symbol for each kind, and no date sharper than reported."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from itertools import groupby
from typing import Any

import pandas as pd

from components.charts import lanes
from components.charts.chart import CLICK, Chart, Key, plotted
from components.charts.lanes import GREY
from components.charts.timeline_counts import timeline_counts
from data.kept import kept
from data.kinds import KINDS
from data.questions.time import ACROSS, plain_days, spacing

_DAY = timedelta(days=1)
_TOLD = 4
"""So many of the facts that share a mark are told when the pointer rests on it."""

Window = tuple[pd.Timestamp, pd.Timestamp]


@dataclass
class _Mark:
    """What stands for the facts of one lane and kind with the same dates; ``y`` is its row."""

    first: dict[str, Any]
    facts: list[dict[str, Any]]
    middle: datetime
    y: float = 0.0

    @property
    def colour(self) -> str:
        return KINDS[self.first["kind"]].family.colour

    @property
    def ids(self) -> list[str]:
        return [fact["fact_id"] for fact in self.facts]

    @cached_property
    def told(self) -> str:
        """What the pointer says."""
        lines = [f"{fact['date_words']}: {fact['summary']}" for fact in self.facts[:_TOLD]]
        if len(self.facts) > _TOLD:
            lines.append(f"and {len(self.facts) - _TOLD} more")
        return "<br>".join(lanes.broken(line, 64) for line in [*lines, CLICK])


@kept
def timeline(marks: pd.DataFrame, *, window: Window | None, view: str = "") -> Chart:
    """Draw `questions.timeline`; ``window`` is the part shown first, the rest is one zoom away.

    The reader's own zoom stays over changes as long as ``view`` is the same. Counts, which
    `questions.timeline` returns for too many facts, are drawn as bars of the window alone.
    """
    if "count" in marks:
        return timeline_counts(marks, window=window, view=view)
    extent = window or _extent(marks)
    days = (extent[0].to_pydatetime(), extent[1].to_pydatetime()) if extent else None
    drawn, rows = _laid_out(marks, days)
    figure = plotted(
        [*_bands(drawn), _symbols(drawn, days)], lanes.layout(rows, days=window, view=view)
    )
    return Chart(
        title=lanes.title("What happened when", [name for name, _, _ in rows]),
        figure=figure,
        table=_table(marks),
        alt=_alt(marks),
        behind=[[fact] for fact in marks["fact_id"]],
        note=_note(marks, drawn, window),
        keys=_keys(marks),
        height=lanes.height(rows),
    )


def _extent(marks: pd.DataFrame) -> Window | None:
    return (marks["start"].min(), marks["end"].max() + _DAY) if len(marks) else None


_TEXTS = (
    *("lane", "kind", "shape", "certain", "open_start", "open_end"),
    *("fact_id", "date_words", "summary"),
)
_DAYS = ("start", "end", "sure_start", "sure_end")


def _laid_out(
    marks: pd.DataFrame, days: tuple[datetime, datetime] | None
) -> tuple[list[_Mark], list[tuple[str, float, float]]]:
    """Give each mark its row and each lane its top and bottom."""
    in_lane: dict[str, list[dict[str, Any]]] = defaultdict(list)
    columns = {name: marks[name].tolist() for name in _TEXTS}
    columns |= {name: plain_days(marks[name]) for name in _DAYS}
    for row in zip(*columns.values(), strict=True):
        fact = dict(zip(columns, row, strict=True))
        in_lane[fact["lane"]].append(fact)
    drawn: list[_Mark] = []
    rows: list[tuple[str, float, float]] = []
    top = 0.0
    for name in marks["lane"].cat.categories:
        if days and in_lane[name]:
            placed, number = _stacked(in_lane[name], days)
            for mark in placed:
                mark.y += top + 0.5
            drawn += placed
            end = top + max(number, lanes.room(name))
            rows.append((name, top, end))
            top = end + lanes.LANE_GAP
    return drawn, rows


def _stacked(
    facts: list[dict[str, Any]], days: tuple[datetime, datetime]
) -> tuple[list[_Mark], int]:
    """Put each mark of a lane into the first row with room: bands first, then days side by side."""
    abreast, apart = spacing(days)
    rows: list[list[tuple[datetime, datetime]]] = []

    def free_row(start: datetime, end: datetime) -> int:
        free = (
            number
            for number, taken in enumerate(rows)
            if all(end <= first or last <= start for first, last in taken)
        )
        row = next(free, len(rows))
        rows[row:] = rows[row:] or [[]]
        rows[row].append((start, end))
        return row

    half = apart * _DAY / 2
    bands = _bands_of([fact for fact in facts if fact["shape"] != "point"], days)
    for band in bands:
        start, end = band.first["start"], band.first["end"] + _DAY
        band.y = free_row(min(start, band.middle - half), max(end, band.middle + half))
    points = []
    dated = sorted((f for f in facts if f["shape"] == "point"), key=lambda fact: fact["start"])
    arrow = (days[1] - days[0]) / ACROSS
    for day, same in groupby(dated, key=lambda fact: fact["start"]):
        for beside in _parted(list(same), abreast):
            start, end = day + _DAY / 2 - half, day + _DAY / 2 + half
            row = free_row(
                start - arrow * int(beside[0]["open_start"]),
                end + arrow * int(beside[-1]["open_end"]),
            )
            for number, fact in enumerate(beside):
                middle = day + _DAY * ((number + 0.5) / abreast)
                points.append(_Mark(fact, [fact], middle, row))
    return bands + points, len(rows)


def _parted(facts: list[dict[str, Any]], size: int) -> list[list[dict[str, Any]]]:
    return [facts[start : start + size] for start in range(0, len(facts), size)]


def _bands_of(facts: Iterable[dict[str, Any]], days: tuple[datetime, datetime]) -> list[_Mark]:
    """Join the facts that would be drawn alike, and put the symbol where it is seen first."""
    alike: dict[tuple[Any, ...], list[dict[str, Any]]] = defaultdict(list)
    for fact in facts:
        alike[tuple(fact[name] for name in _LOOKS)].append(fact)
    bands = []
    for same in alike.values():
        start, end = same[0]["start"], same[0]["end"] + _DAY
        if start < days[1] and end > days[0]:
            start, end = max(start, days[0]), min(end, days[1])
        bands.append(_Mark(same[0], same, start + (end - start) / 2))
    return bands


_LOOKS = ("kind", "start", "end", "shape", "certain", "sure_start", "sure_end", "open_start")


def _bands(drawn: list[_Mark]) -> list[dict[str, Any]]:
    """Return the trace of what lies in some days: pale all along, solid where it surely lasted."""
    bars = []
    for mark in drawn:
        fact = mark.first
        if fact["shape"] != "point":
            bars.append((mark, fact["start"], fact["end"], 0.25, 0.5))
        if fact["sure_start"] is not None:
            strength = 0.85 if fact["certain"] else 0.45  # a hollow symbol is to be seen on it
            bars.append((mark, fact["sure_start"], fact["sure_end"], strength, 0.34))
    if not bars:
        return []
    return [
        {
            "type": "bar",
            "x": [start.isoformat() for _, start, _, _, _ in bars],
            "offset": 0,
            "width": [
                (end - start).days * lanes.DAY_MS + lanes.DAY_MS for _, start, end, _, _ in bars
            ],
            "base": [mark.y - thick / 2 for mark, _, _, _, thick in bars],
            "y": [thick for _, _, _, _, thick in bars],
            "marker": {
                "color": [mark.colour for mark, _, _, _, _ in bars],
                "opacity": [strength for _, _, _, strength, _ in bars],
                "line": {"width": 0},
            },
            "customdata": [mark.ids for mark, _, _, _, _ in bars],
            "hovertext": [mark.told for mark, _, _, _, _ in bars],
            "hoverinfo": "text",
        }
    ]


def _symbols(drawn: list[_Mark], days: tuple[datetime, datetime] | None) -> dict[str, Any]:
    """Return the trace of all symbols; an arrow beside one says that its date is open there."""
    return {
        "type": "scatter",
        "x": [mark.middle.isoformat() for mark in drawn],
        "y": [mark.y for mark in drawn],
        "mode": "markers+text",
        "text": [_beside(mark) for mark in drawn],
        "textposition": [_side(mark, days) for mark in drawn],
        "textfont": {"size": 14, "color": [mark.colour for mark in drawn]},
        "marker": {
            "symbol": [_symbol(mark.first) for mark in drawn],
            "size": 12,
            "color": [mark.colour for mark in drawn],
            "line": {
                "color": "#FFFFFF",
                "width": [0.8 if m.first["certain"] else 2 for m in drawn],
            },
        },
        "customdata": [mark.ids for mark in drawn],
        "hovertext": [mark.told for mark in drawn],
        "hoverinfo": "text",
    }


def _symbol(fact: dict[str, Any]) -> str:
    return KINDS[fact["kind"]].symbol + ("" if fact["certain"] else "-open")


def _side(mark: _Mark, days: tuple[datetime, datetime] | None) -> str:
    """Write beside a symbol towards the open end, and a number not beyond the plot's edge."""
    late = days is not None and mark.middle > days[1] - (days[1] - days[0]) / 10
    return (
        "middle left"
        if mark.first["open_start"] or (late and len(mark.facts) > 1)
        else "middle right"
    )


def _beside(mark: _Mark) -> str:
    arrow = "←" if mark.first["open_start"] else "→" if mark.first["open_end"] else ""
    return arrow or (f"×{len(mark.facts)}" if len(mark.facts) > 1 else "")


def _table(marks: pd.DataFrame) -> pd.DataFrame:
    columns = {
        "Country": marks["lane"].tolist(),
        "When": marks["date_words"].tolist(),
        "Kind": [KINDS[kind].label for kind in marks["kind"]],
        "Figure": marks["figure"].tolist(),
        "What": marks["summary"].tolist(),
    }
    if not marks["certain"].all():
        columns["In the period"] = ["yes" if sure else "possibly" for sure in marks["certain"]]
    return pd.DataFrame(columns, dtype=object)


def _note(marks: pd.DataFrame, drawn: list[_Mark], window: Window | None) -> str:
    told = []
    if any(len(mark.facts) > 1 for mark in drawn):
        told.append("×2 and more: so many facts of one kind with the same dates.")
    if window is not None:
        before, after = (marks["end"] < window[0]).sum(), (marks["start"] >= window[1]).sum()
        told.append(lanes.outside(int(before), int(after)))
    return " ".join(filter(None, told))


def _alt(marks: pd.DataFrame) -> str:
    counts = Counter(marks["lane"].tolist())
    told = ", ".join(f"{name} {counts[name]}" for name in marks["lane"].cat.categories)
    return f"Timeline of {len(marks)} facts by country: {told}."


def _keys(marks: pd.DataFrame) -> tuple[Key, ...]:
    used = set(marks["kind"])
    symbols = [Key(k.symbol, k.label, k.family.colour) for k in KINDS.values() if k.key in used]
    shapes = set(marks["shape"])
    signs = (
        ("soft" in shapes, Key("soft", "somewhere in these days", GREY)),
        ("span" in shapes, Key("bar", "lasted these days", GREY)),
        (marks["open_start"].any(), Key("open-start", "this day or earlier", GREY)),
        (marks["open_end"].any(), Key("open-end", "this day or later", GREY)),
        (not marks["certain"].all(), Key("hollow", "only possibly in the period", GREY)),
    )
    return (*symbols, *(key for shown, key in signs if shown))
