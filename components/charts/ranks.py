"""Ranks as dots on a line whose far end is first place."""

import pandas as pd

from components.charts.bars import MOST, caveats, claim_table, height, wrapped
from components.charts.chart import CLICK, Chart, plotted
from data import quantities
from data.kinds import TRADE_FAMILY


def trade_ranks(ranks: pd.DataFrame) -> Chart:
    """Draw ranks as dots; 1st, the best, is on the right. Reads `questions.trade_ranks`."""
    known, ranks = len(ranks), ranks.head(MOST)
    last = max(10, int(ranks["rank"].max()) + 1)
    ticks = [1, *range(5, last + 1, 5)]
    rows = [wrapped(label) for label in ranks["label"]]
    dots = {
        "type": "scatter",
        "x": ranks["rank"].to_list(),
        "y": rows,
        "mode": "markers+text",
        "text": [f"<b>{figure}</b>" for figure in ranks["figure"]],
        "textposition": "top center",
        "textfont": {"size": 15},
        "cliponaxis": False,
        "marker": {"symbol": "square", "size": 18, "color": TRADE_FAMILY.colour},
        "customdata": [list(facts) for facts in ranks["facts"]],
        "hovertext": [f"{rank.label}: {rank.figure}<br>{CLICK}" for rank in ranks.itertuples()],
        "hoverinfo": "text",
    }
    layout = {
        "xaxis": {
            "range": [last + 0.4, 0.5],
            "tickvals": ticks,
            "ticktext": [quantities.ordinal(tick) for tick in ticks],
            "title": {"text": "rank: 1st, on the right, is best"},
            "fixedrange": True,
        },
        "yaxis": {
            "range": [len(set(rows)) - 0.5, -0.6],
            "type": "category",
            "fixedrange": True,
        },
        "dragmode": False,
        "margin": {"l": 8, "r": 24, "t": 4, "b": 40},
    }
    said = "; ".join(f"{rank.label}: {rank.figure}" for rank in ranks.itertuples())
    columns = [
        *("country", "flow", "figure", "whose", "date_words"),
        *("attributed_to", "paragraph", "note"),
    ]
    return Chart(
        title="China's rank in its partners' trade",
        figure=plotted([dots], layout),
        table=claim_table(ranks, columns),
        alt=f"Trade ranks, 1st is best: {said}.",
        behind=ranks["facts"].to_list(),
        note=caveats(ranks, known=known),
        height=height(len(set(rows))),
    )
