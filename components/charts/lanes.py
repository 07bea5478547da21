"""The frame of a timeline: days from left to right, a lane for each country, a rule between two."""

from html import escape
from typing import Any

import pandas as pd

GREY = "#7A8594"
ROW = 25
"""Pixels that one row of a lane takes on a wide screen."""

LANE_GAP = 0.6
"""Rows that are left free between two lanes."""

DAY_MS = 86_400_000

_LABEL = 12
"""Letters in a line of a lane's name."""

_TICKS = [
    {"dtickrange": [None, DAY_MS * 27], "value": "%-d %b<br>%Y"},
    {"dtickrange": [DAY_MS * 27, "M11"], "value": "%b<br>%Y"},
    {"dtickrange": ["M11", None], "value": "%Y"},
]


def layout(
    lanes: list[tuple[str, float, float]],
    *,
    days: tuple[pd.Timestamp, pd.Timestamp] | None,
    view: str,
) -> dict[str, Any]:
    """Return the layout of lanes, each a name with its top and bottom in rows, from 0 down.

    ``days`` are shown first, all where it is None. The reader's zoom stays as long as the
    ``view`` has the same name.
    """
    bottom = lanes[-1][2] if lanes else 1.0
    return {
        "barmode": "overlay",
        "xaxis": {
            "type": "date",
            "range": _with_air(*days) if days else None,
            "showgrid": True,  # bars would take it away
            "tickformatstops": _TICKS,
            "uirevision": view,
        },
        "yaxis": {
            "tickvals": [(top + end) / 2 for _, top, end in lanes],
            "ticktext": [broken(name, _LABEL) for name, _, _ in lanes],
            "range": [bottom + LANE_GAP / 2, -LANE_GAP / 2],
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
        },
        "shapes": [_rule(end + LANE_GAP / 2) for _, _, end in lanes[:-1]],
        "dragmode": "zoom",
        "hovermode": "closest",
        "margin": {"l": 8, "r": 12, "t": 8, "b": 32},
    }


def title(subject: str, names: list[str]) -> str:
    """Return the title of a timeline: it names the country where there is one lane alone."""
    return f"{subject}: {names[0]}" if len(names) == 1 else f"{subject}, by country"


def room(name: str) -> float:
    """Return how many rows the name of a lane needs."""
    return 0.75 * (broken(name, _LABEL).count("<br>") + 1)


def _with_air(start: pd.Timestamp, end: pd.Timestamp) -> list[str]:
    """Leave room at both ends, so that a mark of the last day is whole."""
    air = (end - start) / 80
    return [(start - air).isoformat(), (end + air).isoformat()]


def height(lanes: list[tuple[str, float, float]]) -> int:
    """Return how high a chart of these lanes is, in pixels."""
    return int(min(1100, 70 + ROW * (lanes[-1][2] + LANE_GAP))) if lanes else 200


def broken(text: str, width: int) -> str:
    """Return escaped text with a break after at most ``width`` letters, as plotly writes it."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".lstrip()
    return "<br>".join(map(escape, lines))


def _rule(y: float) -> dict[str, Any]:
    line = {"color": "rgba(128,138,153,0.35)", "width": 1}
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": y, "y1": y, "line": line}


def outside(before: int, after: int) -> str:
    """Say how many facts lie beyond the days shown, "" for none."""
    told = [
        f"{n:,} fact{'s' if n > 1 else ''} lie{'' if n > 1 else 's'} {side}"
        for n, side in ((before, "before"), (after, "after"))
        if n
    ]
    return f"{' and '.join(told)} the days shown." if told else ""
