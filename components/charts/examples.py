"""How to read a mark: examples, drawn by the same code as the facts."""

from dataclasses import replace

import pandas as pd

from components.charts import imprecision
from components.charts.chart import Chart
from components.charts.imprecision import Bar
from components.charts.timelines import timeline
from data import facts, quantities, questions
from data.kinds import KINDS
from data.schema import TYPED

_FIGURES = (
    ("exact", "", "as printed", "solid"),
    ("more_than", "", "more than, no upper bound reported", "solid, then fading into an arrow"),
    ("about", "", "about, how near is not said", "hatched"),
    ("less_than", "", "less than, no lower bound reported", "hollow, fading to its start"),
    ("exact", "pledged", "promised or planned", "hollow"),
    ("about", "planned", "planned, and about", "hatched"),
)
"""Qualifier and status of a figure, what its bar says, and how that looks."""

_DATES = (
    ("2023-08-10", "on this day", "symbol"),
    ("2023-08-06/2023-08-14", "all these days", "dark band"),
    ("2023-08-06/2023-08-14~", "somewhere in these days", "pale band"),
    ("../2023-08-10", "this day or earlier", "symbol with an arrow to the left"),
    ("2023-08-10/..", "this day or later", "symbol with an arrow to the right"),
    ("2023-08-12", "possibly in the chosen period", "hollow symbol"),
)
"""An EDTF date, what its mark says, and how that looks; the last is the uncertain one."""


def figures_explained() -> Chart:
    """Draw one bar for each way in which a figure may be uncertain."""
    bars = [
        Bar(told, 100.0, quantities.short(100.0, "vessels", qualifier), (), qualifier, status)
        for qualifier, status, told, _ in _FIGURES
    ]
    figure = imprecision.figure(bars, colour=KINDS["vessel_count"].family.colour, unit="vessels")
    return Chart(
        title="How a figure is drawn",
        figure=figure.update_traces(hoverinfo="skip"),
        table=_table("Bar", [(look, told) for _, _, told, look in _FIGURES]),
        behind=[()] * len(bars),
        alt=_alt([(look, told) for _, _, told, look in _FIGURES]),
        height=330,
    )


def dates_explained() -> Chart:
    """Draw one mark for each way in which a date may be uncertain, each in its own lane."""
    text = pd.DataFrame("", index=range(len(_DATES)), columns=list(TYPED)).astype("str")
    text = text.assign(
        fact_id=list(map(str, text.index)),
        kind="visit",
        date=[edtf for edtf, _, _ in _DATES],
        date_role="occurred",
    )
    known = facts.derive(text)
    lanes = [told for _, told, _ in _DATES]
    certain = pd.Series([edtf != _DATES[-1][0] for edtf, _, _ in _DATES])
    marks = questions.timeline(known.assign(country=lanes), certain=certain)
    marks["lane"] = marks["lane"].cat.reorder_categories(lanes)
    drawn = timeline(marks, window=None)
    return replace(
        drawn,
        title="How a date is drawn",
        note="",
        figure=drawn.figure.update_traces(hoverinfo="skip"),
        table=_table("Mark", [(look, told) for _, told, look in _DATES]),
        behind=[()] * len(_DATES),
        alt=_alt([(look, told) for _, told, look in _DATES]),
        keys=(),
    )


def _table(mark: str, read: list[tuple[str, str]]) -> pd.DataFrame:
    return pd.DataFrame(read, columns=[mark, "Meaning"])


def _alt(read: list[tuple[str, str]]) -> str:
    return f"Examples. {'; '.join(f'{look}: {told}' for look, told in read)}."
