"""What every chart function returns: the picture and its text twin, before anything draws them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import plotly.graph_objects as go


@dataclass(frozen=True)
class Key:
    """One entry of a chart's legend.

    ``mark`` names what the swatch shows: a plotly marker symbol that
    ``theme.SYMBOLS`` lists (``"circle"``, ``"diamond"`` …), or ``"bar"``,
    ``"open-end"``, ``"about"``, ``"planned"``, ``"soft"``, ``"open-start"``, ``"hollow"``,
    ``"disputed"`` of the visual language of imprecision. ``colour`` is a CSS hex colour.
    """

    mark: str
    label: str
    colour: str


@dataclass(frozen=True)
class Chart:
    """A figure without its frame, and everything that explains it.

    ``figure`` carries no title and no legend: whoever shows or exports the chart sets
    ``title``, ``keys`` and ``note`` around it, broken to the width at hand.
    ``table`` holds what is drawn, in words, one row a mark and columns named for readers.
    ``alt`` says in one or two sentences what there is to see.
    ``behind`` holds the ids of the facts behind each row of the table, in its order.
    ``everything`` is set where it tells of all facts that it was asked about, although the
    table cannot lead to each.
    A mark that leads somewhere has ``customdata``: a list of fact ids, the number of a row of
    the table, or a text for the page's click handler.
    ``height`` is the height of the plot in pixels on a wide screen.
    """

    title: str
    figure: go.Figure
    table: pd.DataFrame
    alt: str
    behind: Sequence[Sequence[str]]
    everything: bool = False
    note: str = ""
    keys: tuple[Key, ...] = field(default=())
    height: int = 420

    @property
    def facts(self) -> tuple[str, ...]:
        """The ids of the facts that the table leads to, each once."""
        return tuple(dict.fromkeys(fact for row in self.behind for fact in row))


CLICK = "click for the evidence"
"""What the pointer says last about a mark that leads to facts."""


def plotted(traces: list[dict[str, Any]], layout: dict[str, Any]) -> go.Figure:
    """Return a figure of sound traces, without plotly's checks and its own template.

    The checks take ten times as long as the rest; a test has plotly check what is made here.
    """
    return go.Figure({"data": traces, "layout": {"template": {}, **layout}}, _validate=False)
