"""When: a lane for each country, a symbol for each kind, and no date sharper than reported."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.chart import Chart, Key
from data.kinds import KINDS

COLUMNS_A_DAY = 4
"""How many facts of one day stand side by side before the next row of the lane begins."""

DAY = pd.Timedelta(days=1)


def timeline(
    marks: pd.DataFrame, *, window: tuple[pd.Timestamp, pd.Timestamp] | None, height: int = 0
) -> Chart:
    """Draw `questions.timeline`; ``window`` is the part shown first, the rest is one zoom away."""
    placed = _placed(marks)
    figure = go.Figure()
    _bands(figure, placed[placed["shape"] != "point"])
    _points(figure, placed)
    bottoms = placed.groupby("lane", sort=False)["y"].agg(["min", "max"])
    figure.update_layout(
        xaxis={
            "type": "date",
            "range": list(window) if window else None,
            "tickformatstops": _TICKS,
        },
        yaxis={
            "tickvals": list((bottoms["min"] + bottoms["max"]) / 2),
            "ticktext": [_broken(n) for n in bottoms.index],
            "range": [placed["y"].max() + 0.9, -0.9],
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
        },
        shapes=[_rule(y + 0.75) for y in bottoms["max"][:-1]],
        dragmode="zoom",
        margin={"l": 8, "r": 12, "t": 8, "b": 32},
    )
    table = marks[["lane", "date_words", "kind", "figure", "summary"]].assign(
        kind=marks["kind"].map(lambda kind: KINDS[kind].label)
    )
    return Chart(
        title="What happened when, by country",
        figure=figure,
        table=table.set_axis(["Country", "When", "Kind", "Figure", "What"], axis=1),
        alt=_alt(marks),
        facts=tuple(marks["fact_id"]),
        note=_outside(marks, window),
        keys=_keys(placed),
        height=height or int(min(900, 110 + 25 * (placed["y"].max() + 1))),
    )


_TICKS = [
    {"dtickrange": [None, 86_400_000 * 6], "value": "%-d %b<br>%Y"},
    {"dtickrange": [86_400_000 * 6, "M11"], "value": "%b<br>%Y"},
    {"dtickrange": ["M11", None], "value": "%Y"},
]


def _placed(marks: pd.DataFrame) -> pd.DataFrame:
    """Give each fact its row ``y`` and its ``x``: bands on rows of their own, days side by side."""
    rows, bottom = [], 0.0
    for lane, group in marks.groupby("lane", sort=True):
        bands = group[group["shape"] != "point"].drop_duplicates(["start", "end", "kind"])
        ends: list[pd.Timestamp] = []
        place: dict[int, tuple[float, pd.Timestamp]] = {}
        for mark in bands.itertuples():
            row = next((n for n, end in enumerate(ends) if end < mark.start), len(ends))
            ends[row : row + 1] = [mark.end]
            place[mark.Index] = (bottom + row, mark.start + (mark.end + DAY - mark.start) / 2)
        points = group[group["shape"] == "point"]
        order = points.groupby("start").cumcount()
        for mark, n in zip(points.itertuples(), order, strict=True):
            share = (n % COLUMNS_A_DAY + 0.5) / COLUMNS_A_DAY
            place[mark.Index] = (bottom + len(ends) + n // COLUMNS_A_DAY, mark.start + DAY * share)
        kept = group.loc[list(place)].assign(
            lane=lane, y=[y for y, _ in place.values()], x=[x for _, x in place.values()]
        )
        same = (
            group[group["shape"] != "point"].groupby(["start", "end", "kind"])["fact_id"].agg(list)
        )
        kept["facts"] = [
            same[(m.start, m.end, m.kind)] if m.shape != "point" else [m.fact_id]
            for m in kept.itertuples()
        ]
        rows.append(kept)
        bottom = max(y for y, _ in place.values()) + 1.5
    return pd.concat(rows)


def _bands(figure: go.Figure, bands: pd.DataFrame) -> None:
    for mark in bands.itertuples():
        figure.add_scatter(
            x=[mark.start, mark.end + DAY],
            y=[mark.y, mark.y],
            mode="lines",
            hoverinfo="skip",
            line={
                "color": KINDS[mark.kind].family.colour,
                "width": 9 if mark.shape == "span" else 13,
            },
            opacity=0.85 if mark.shape == "span" else 0.25,
        )


def _points(figure: go.Figure, placed: pd.DataFrame) -> None:
    """Draw one trace a kind; an arrow beside a symbol says that its date is open on that side."""
    for kind, group in placed.groupby("kind", sort=False):
        figure.add_scatter(
            x=group["x"],
            y=group["y"],
            mode="markers+text",
            text=[
                "←" if o else "→" if e else ""
                for o, e in zip(group["open_start"], group["open_end"], strict=True)
            ],
            textposition=["middle left" if o else "middle right" for o in group["open_start"]],
            textfont={"size": 15, "color": KINDS[kind].family.colour},
            marker={
                "symbol": KINDS[kind].symbol,
                "size": 12,
                "color": KINDS[kind].family.colour,
                "line": {"color": "#FFFFFF", "width": 0.8},
            },
            customdata=group["facts"].to_list(),
            hovertext=group["date_words"] + ": " + group["summary"].map(_broken_wide),
            hoverinfo="text",
        )


def _rule(y: float) -> dict[str, Any]:
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": y,
        "y1": y,
        "line": {"color": "rgba(128,138,153,0.35)", "width": 1},
    }


def _broken(name: str) -> str:
    return name.replace(" ", "<br>", 1) if len(name) > 9 else name


def _broken_wide(text: str) -> str:
    words, lines = text.split(), [""]
    for word in words:
        if len(lines[-1]) + len(word) > 60:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(lines)


def _outside(marks: pd.DataFrame, window: tuple[pd.Timestamp, pd.Timestamp] | None) -> str:
    if window is None:
        return ""
    before, after = int((marks["end"] < window[0]).sum()), int((marks["start"] > window[1]).sum())
    told = [
        f"{n} fact{'s' if n > 1 else ''} lie{'' if n > 1 else 's'} {side}"
        for n, side in ((before, "before"), (after, "after"))
        if n
    ]
    return f"{' and '.join(told)} the days shown." if told else ""


def _alt(marks: pd.DataFrame) -> str:
    lanes = ", ".join(f"{lane} {n}" for lane, n in marks["lane"].value_counts().items())
    return f"Timeline of {len(marks)} facts by country: {lanes}."


def _keys(placed: pd.DataFrame) -> tuple[Key, ...]:
    used = [kind for kind in KINDS.values() if kind.key in set(placed["kind"])]
    symbols = [Key(kind.symbol, kind.label, kind.family.colour) for kind in used]
    grey = "#7A8594"
    signs = (
        ((placed["shape"] == "soft").any(), Key("soft", "somewhere in these days", grey)),
        ((placed["shape"] == "span").any(), Key("bar", "lasted these days", grey)),
        (placed["open_start"].any(), Key("open-start", "this day or earlier", grey)),
        (placed["open_end"].any(), Key("open-end", "this day or later", grey)),
    )
    return (*symbols, *(key for used_, key in signs if used_))
