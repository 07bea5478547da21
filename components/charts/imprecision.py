"""The one visual language of imprecision, for bars: how sure a figure is, one can see.

Solid to the known bound; fading, with an arrow, where no upper bound was reported; hatched
for "about"; hollow for what is promised or planned and not reported as arrived.
"""

from typing import Any

import plotly.graph_objects as go

from components.charts.chart import Key

NOT_YET = ("pledged", "planned", "signed")
"""Statuses of what has not been reported as arrived."""

_FADE_STEPS = 12
_FADE_SHARE = 0.16
"""How far a fading end reaches, as a share of the axis: a sign, not a quantity."""


def reach(ends: list[float]) -> float:
    """Return how long an axis must be to hold bars up to these ends and their fading."""
    return max(ends, default=1.0) * (1 + _FADE_SHARE + 0.06)


def bar(
    figure: go.Figure,
    *,
    row: str,
    value: float,
    qualifier: str,
    colour: str,
    text: str,
    facts: tuple[str, ...],
    longest: float,
    base: float = 0.0,
    status: str = "",
) -> None:
    """Add one horizontal bar for a figure to ``row`` of a category axis.

    ``longest`` is the axis' length from `reach`; ``text`` is the figure's short form. A click
    on the bar leads to ``facts``.
    """
    hollow = status in NOT_YET
    if qualifier in ("less_than", "at_most"):
        _fade(figure, row=row, start=base, length=value, colour=colour, rising=True)
    figure.add_bar(
        y=[row],
        x=[value],
        base=[base],
        orientation="h",
        marker=_marker(qualifier, colour, hollow=hollow),
        text=[f"<b>{text}</b>"],
        textposition="inside" if value > longest * 0.18 else "none",
        insidetextanchor="end" if qualifier in ("more_than", "at_least") else "middle",
        textfont={"color": "#FFFFFF" if not hollow and qualifier != "about" else None, "size": 15},
        customdata=[list(facts)],
        hovertemplate=f"{row}: {text}<extra></extra>",
        constraintext="none",
    )
    end = base + value
    if qualifier in ("more_than", "at_least"):
        _fade(figure, row=row, start=end, length=longest * _FADE_SHARE, colour=colour)
        _arrow(figure, row=row, start=end + longest * 0.1, end=end + longest * 0.17, colour=colour)
        end += longest * 0.17
    if value <= longest * 0.18:
        figure.add_annotation(
            x=end,
            y=row,
            text=f"<b>{text}</b>",
            showarrow=False,
            xanchor="left",
            xshift=6,
            font={"size": 15},
        )


def _marker(qualifier: str, colour: str, *, hollow: bool) -> dict[str, Any]:
    line = {"color": colour, "width": 2}
    if qualifier == "about":
        pattern = {
            "shape": "/",
            "fgcolor": colour,
            "bgcolor": "rgba(0,0,0,0)",
            "size": 8,
            "solidity": 0.28,
        }
        return {"color": colour, "pattern": pattern, "line": line}
    if hollow or qualifier in ("less_than", "at_most"):
        return {"color": "rgba(0,0,0,0)", "line": line}
    return {"color": colour, "line": {"width": 0}}


def _fade(
    figure: go.Figure, *, row: str, start: float, length: float, colour: str, rising: bool = False
) -> None:
    step = length / _FADE_STEPS
    for n in range(_FADE_STEPS):
        strength = (n + 1 if rising else _FADE_STEPS - n) / _FADE_STEPS
        figure.add_bar(
            y=[row],
            x=[step],
            base=[start + n * step],
            orientation="h",
            hoverinfo="skip",
            marker={"color": colour, "line": {"width": 0}},
            opacity=0.6 * strength**1.4,
        )


def _arrow(figure: go.Figure, *, row: str, start: float, end: float, colour: str) -> None:
    figure.add_annotation(
        x=end,
        ax=start,
        y=row,
        ay=row,
        xref="x",
        axref="x",
        yref="y",
        ayref="y",
        showarrow=True,
        arrowhead=2,
        arrowsize=1.1,
        arrowwidth=2,
        arrowcolor=colour,
        text="",
    )


def bar_layout(figure: go.Figure, *, longest: float, unit: str) -> None:
    """Lay out a chart of such bars: first row on top, the unit under the axis."""
    figure.update_layout(
        barmode="overlay",
        bargap=0.42,
        xaxis={"range": [0, longest], "title": {"text": unit}, "fixedrange": True},
        yaxis={"autorange": "reversed", "type": "category", "showgrid": False, "fixedrange": True},
        dragmode=False,
        margin={"l": 8, "r": 24, "t": 8, "b": 44},
    )


def keys(qualifiers: set[str], statuses: set[str], colour: str) -> tuple[Key, ...]:
    """Return the legend of exactly those signs that a chart uses."""
    wanted = (
        (
            bool(qualifiers & {"more_than", "at_least"}),
            "open-end",
            "more than: no upper bound reported",
        ),
        (
            bool(qualifiers & {"less_than", "at_most"}),
            "open-start",
            "less than: no lower bound reported",
        ),
        ("about" in qualifiers, "about", "about"),
        (bool(statuses & set(NOT_YET)), "planned", "promised or planned, not reported as arrived"),
    )
    return tuple(Key(mark, label, colour) for used, mark, label in wanted if used)
