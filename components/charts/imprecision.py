"""The one visual language of imprecision, for bars: how sure a figure is, one can see.

Solid to the known bound; fading, with an arrow, where no upper bound was reported; hatched
for "about"; hollow for what is promised or planned and not reported as arrived.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from components.charts.chart import CLICK, Key, plotted

NOT_YET = ("pledged", "planned", "signed")
"""Statuses of what has not been reported as arrived."""

_OPEN_ABOVE = ("more_than", "at_least")
_OPEN_BELOW = ("less_than", "at_most")
_FADE_STEPS = 12
_FADE_SHARE = 0.16
"""How far a fading end reaches, as a share of the axis: a sign, not a quantity."""
_WORD_SHARE = 0.16
"""What the axis leaves behind the longest bar for its figure, and on a narrow screen: """
_NARROW_WORD_SHARE = 0.4
_CLEAR = "rgba(0,0,0,0)"


@dataclass(frozen=True)
class Bar:
    """One figure: its row on the category axis, where it begins and how long it is.

    ``text`` is the figure, said behind the bar; on the bar and after the name ``part`` where it
    is one of several parts of its row. A click leads to ``facts``.
    """

    row: str
    value: float
    text: str
    facts: Sequence[str]
    qualifier: str = "exact"
    status: str = ""
    base: float = 0.0
    part: str = ""

    @property
    def end(self) -> float:
        """Where its known part ends."""
        return self.base + self.value

    @property
    def look(self) -> tuple[bool, bool]:
        """Whether it is about, hollow: bars that look alike share a trace."""
        hollow = self.status in NOT_YET or self.qualifier in _OPEN_BELOW
        return self.qualifier == "about", hollow


def figure(
    bars: Sequence[Bar], *, colour: str, unit: str, ends: Iterable[tuple[str, float, str]] = ()
) -> go.Figure:
    """Draw horizontal bars, the first row on top, the unit under the axis.

    ``ends`` are words at the end of a row: row, where it ends, text.
    """
    rows = list(dict.fromkeys(bar.row for bar in bars))
    furthest = max((bar.end for bar in bars), default=1.0)
    open_above = any(bar.qualifier in _OPEN_ABOVE for bar in bars)
    drawn = furthest * (1 + (_FADE_SHARE + 0.04 if open_above else 0))
    axis = drawn * (1 + _WORD_SHARE)
    looks = dict.fromkeys(bar.look for bar in bars)
    traces = [_trace([bar for bar in bars if bar.look == look], colour=colour) for look in looks]
    fading = [bar for bar in bars if bar.qualifier in _OPEN_ABOVE + _OPEN_BELOW]
    if fading:
        traces.insert(0, _fades(fading, colour=colour, axis=axis))
    parts = [bar for bar in bars if bar.part and bar.value > axis * 0.08]
    words = [
        _word(bar.row, _drawn_end(bar, axis), bar.text) for bar in bars if bar.text and not bar.part
    ]
    words += [_word(row, end, text) for row, end, text in ends]
    arrows = [_arrow(bar, colour=colour, axis=axis) for bar in bars if bar.qualifier in _OPEN_ABOVE]
    layout = {
        "barmode": "overlay",
        "bargap": 0.45,
        "xaxis": {
            "range": [0, axis],
            "title": {"text": unit},
            "fixedrange": True,
            "dtick": 1
            if furthest <= 6 and all(bar.value == int(bar.value) for bar in bars)
            else None,
        },
        "yaxis": {
            "autorange": "reversed",
            "type": "category",
            "categoryorder": "array",
            "categoryarray": rows,
            "showgrid": False,
            "fixedrange": True,
        },
        "annotations": [_plate(bar, f"{bar.part}<br>{bar.text}") for bar in parts] + words + arrows,
        "dragmode": False,
        "meta": {
            # A picture is higher than a page's plot: few bars need not fill it.
            "png": {"bargap": max(0.45, 1 - 0.18 * len(rows))},
            "narrow": {
                "xaxis": {"range": [0, drawn * (1 + _NARROW_WORD_SHARE)], "nticks": 4},
                "annotations": [_plate(bar, bar.text) for bar in parts] + words + arrows,
            },
        },
        "margin": {"l": 8, "r": 24, "t": 4, "b": 40},
    }
    return plotted(traces, layout)


def _trace(alike: Sequence[Bar], *, colour: str) -> dict[str, Any]:
    """Return the trace of bars that look alike."""
    about, hollow = alike[0].look
    return {
        "type": "bar",
        "orientation": "h",
        "y": [bar.row for bar in alike],
        "x": [bar.value for bar in alike],
        "base": [bar.base for bar in alike],
        "marker": _marker(colour, about=about, hollow=hollow),
        "customdata": [list(bar.facts) for bar in alike],
        "hovertext": [f"{bar.row}: {bar.text}<br>{CLICK}" for bar in alike],
        "hoverinfo": "text",
    }


def _marker(colour: str, *, about: bool, hollow: bool) -> dict[str, Any]:
    line = {"color": colour, "width": 2}
    if about:
        hatch = {"shape": "/", "fgcolor": colour, "bgcolor": _CLEAR, "size": 8, "solidity": 0.28}
        return {"color": colour, "pattern": hatch, "line": line}
    return {"color": _CLEAR, "line": line} if hollow else {"color": colour, "line": {"width": 0}}


def _fades(fading: Sequence[Bar], *, colour: str, axis: float) -> dict[str, Any]:
    """Return the open ends as one trace of narrow bars that grow fainter towards the open side."""
    steps = []
    for bar in fading:
        above = bar.qualifier in _OPEN_ABOVE
        start, length = (bar.end, axis * _FADE_SHARE) if above else (bar.base, bar.value)
        step = length / _FADE_STEPS
        for n in range(_FADE_STEPS):
            strength = (_FADE_STEPS - n if above else n + 1) / _FADE_STEPS
            steps.append((bar.row, start + n * step, step, 0.6 * strength**1.4))
    return {
        "type": "bar",
        "orientation": "h",
        "y": [row for row, _, _, _ in steps],
        "x": [step for _, _, step, _ in steps],
        "base": [start for _, start, _, _ in steps],
        "marker": {
            "color": colour,
            "opacity": [opacity for _, _, _, opacity in steps],
            "line": {"width": 0},
        },
        "hoverinfo": "skip",
    }


def _drawn_end(bar: Bar, axis: float) -> float:
    return bar.end + (axis * (_FADE_SHARE + 0.01) if bar.qualifier in _OPEN_ABOVE else 0)


def _word(row: str, end: float, text: str) -> dict[str, Any]:
    return {
        "x": end,
        "y": row,
        "text": f"<b>{text}</b>",
        "showarrow": False,
        "xanchor": "left",
        "xshift": 6,
        "font": {"size": 15},
    }


def _plate(bar: Bar, text: str) -> dict[str, Any]:
    """Return the words on a part, on a plate that keeps them readable over any fill."""
    return {
        "x": bar.base + bar.value / 2,
        "y": bar.row,
        "text": f" {text} ",
        "showarrow": False,
        "font": {"size": 14},
        "borderpad": 2,
    }


def _arrow(bar: Bar, *, colour: str, axis: float) -> dict[str, Any]:
    return {
        "x": _drawn_end(bar, axis),
        "ax": bar.end + axis * 0.1,
        "y": bar.row,
        "ay": bar.row,
        "xref": "x",
        "axref": "x",
        "yref": "y",
        "ayref": "y",
        "showarrow": True,
        "arrowhead": 2,
        "arrowsize": 1.1,
        "arrowwidth": 2,
        "arrowcolor": colour,
        "text": "",
    }


def keys(bars: Sequence[Bar], colour: str) -> tuple[Key, ...]:
    """Return the legend of exactly those signs that the bars use."""
    qualifiers, statuses = {bar.qualifier for bar in bars}, {bar.status for bar in bars}
    wanted = (
        (qualifiers & set(_OPEN_ABOVE), "open-end", "more than: no upper bound reported"),
        (qualifiers & set(_OPEN_BELOW), "open-start", "less than: no lower bound reported"),
        (qualifiers & {"about"}, "about", "about"),
        (statuses & set(NOT_YET), "planned", "promised or planned, not reported as arrived"),
    )
    return tuple(Key(mark, label, colour) for used, mark, label in wanted if used)
