"""Ranking and magnitude: claims and sums as bars that show how sure they are."""

import pandas as pd
import plotly.graph_objects as go

from components.charts import imprecision
from components.charts.chart import Chart
from data import quantities
from data.kinds import AID_FAMILY, DIPLOMACY, SECURITY, TRADE_FAMILY

ROW = 74
"""Height of one bar's row, pixels."""


def _height(rows: int) -> int:
    return max(190, 96 + ROW * rows)


def _wrapped(label: str, width: int = 26) -> str:
    """Break a row's label into lines of about ``width`` characters."""
    lines = [""]
    for word in label.split():
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(lines)


def _claims(claims: pd.DataFrame, *, title: str, colour: str, noun: str) -> Chart:
    """Draw one bar a claim; reads ``label, value, unit, qualifier, figure, facts, note``."""
    figure = go.Figure()
    longest = imprecision.reach(list(claims["value"]))
    for claim in claims.itertuples():
        imprecision.bar(
            figure,
            row=_wrapped(claim.label),
            value=claim.value,
            qualifier=claim.qualifier,
            colour=colour,
            text=claim.figure,
            facts=claim.facts,
            longest=longest,
        )
    units = claims["unit"].map(quantities.unit_in_words).unique()
    imprecision.bar_layout(figure, longest=longest, unit=" and ".join(units))
    table = claims.rename(
        columns={
            "date_words": "When",
            "figure_words": "Figure",
            "attributed_to": "According to",
            "note": "Caveat",
        }
    )[["Figure", "When", "According to", "Caveat"]]
    said = "; ".join(
        f"{c.figure_words} according to {c.attributed_to}, {c.date_words}"
        for c in claims.itertuples()
    )
    return Chart(
        title=title,
        figure=figure,
        table=table,
        alt=f"{noun}: {said}.",
        facts=_ids(claims["facts"]),
        note=_notes(claims["note"]),
        keys=imprecision.keys(set(claims["qualifier"]), set(), colour),
        height=_height(len(claims)),
    )


def vessel_counts(claims: pd.DataFrame) -> Chart:
    """Draw counts of vessels, one open-ended bar a claim. Reads `questions.vessel_counts`."""
    where = ", ".join(claims["place_name"].replace("", "places not stated").unique())
    return _claims(
        claims,
        title=f"Chinese vessels at {where}, as counted by others",
        colour=SECURITY.colour,
        noun="Vessel counts",
    )


def deployments(claims: pd.DataFrame) -> Chart:
    """Draw what was sent, one bar a claim. Reads `questions.deployments`."""
    return _claims(claims, title="Ships that were sent", colour=SECURITY.colour, noun="Deployments")


def exchanges(claims: pd.DataFrame) -> Chart:
    """Draw counts of visits and meetings, one bar a claim. Reads `questions.exchanges`."""
    return _claims(
        claims,
        title="How often both sides met, as counted by others",
        colour=DIPLOMACY.colour,
        noun="Meetings and visits",
    )


def visits_by_year(counts: pd.DataFrame) -> Chart:
    """Draw the visits that are known one by one. Reads `questions.visits_by_year`."""
    figure = go.Figure()
    longest = imprecision.reach(list(counts["visits"]))
    for count in counts.itertuples():
        imprecision.bar(
            figure,
            row=f"{count.country}, {count.year}",
            value=count.visits,
            qualifier="exact",
            colour=DIPLOMACY.colour,
            text=str(count.visits),
            facts=count.facts,
            longest=longest,
        )
    imprecision.bar_layout(figure, longest=longest, unit="visits")
    figure.update_xaxes(dtick=max(1, int(longest // 8)))
    said = "; ".join(f"{c.country} {c.year}: {c.visits}" for c in counts.itertuples())
    table = counts[["country", "year", "visits"]].rename(columns=str.capitalize)
    return Chart(
        title="Visits that are known one by one, by country and year",
        figure=figure,
        table=table,
        alt=f"Visits by country and year: {said}.",
        facts=_ids(counts["facts"]),
        height=_height(len(counts)),
    )


def aid_by_status(aid: pd.DataFrame) -> Chart:
    """Draw money by country and status, its figures end to end. Reads `questions.aid_by_status`."""
    figure = go.Figure()
    groups = [group for _, group in aid.groupby(["country", "status"], sort=False)]
    longest = imprecision.reach([group["value"].sum() for group in groups])
    for group in groups:
        row, base = f"{group['country'].iloc[0]}<br>{group['status'].iloc[0]}", 0.0
        for part in group.itertuples():
            imprecision.bar(
                figure,
                row=row,
                value=part.value,
                base=base,
                qualifier=part.qualifier,
                colour=AID_FAMILY.colour,
                text=f"{part.label} {part.figure}",
                facts=part.facts,
                longest=longest,
                status=part.status,
            )
            base += part.value
        figure.add_annotation(
            x=base,
            y=row,
            text=f"<b>{group['total'].iloc[0].short}</b>",
            showarrow=False,
            xanchor="left",
            xshift=8,
            font={"size": 16},
        )
    imprecision.bar_layout(figure, longest=longest, unit="US dollars")
    figure.update_xaxes(tickprefix="$", tickformat="~s")
    said = "; ".join(
        f"{g['country'].iloc[0]}, {g['status'].iloc[0]}: {g['total'].iloc[0].words}" for g in groups
    )
    table = aid[["country", "status", "label", "figure", "note"]].rename(columns=str.capitalize)
    return Chart(
        title="Donations, grants and loans in US dollars, by what became of them",
        figure=figure,
        table=table.rename(columns={"Label": "What", "Note": "Caveat"}),
        alt=f"Aid in money: {said}.",
        facts=_ids(aid["facts"]),
        note=_notes(aid["note"]),
        keys=imprecision.keys(set(aid["qualifier"]), set(aid["status"]), AID_FAMILY.colour),
        height=_height(len(groups)) + 20,
    )


def aid_in_kind(aid: pd.DataFrame) -> Chart:
    """Draw goods, one bar a unit and status. Reads `questions.aid_in_kind`."""
    figure = go.Figure()
    longest = imprecision.reach(list(aid["value"]))
    for goods in aid.itertuples():
        imprecision.bar(
            figure,
            row=_wrapped(f"{goods.country} {goods.unit} {goods.status}", 16),
            value=goods.value,
            qualifier=goods.qualifier,
            colour=AID_FAMILY.colour,
            text=goods.figure,
            facts=goods.facts,
            longest=longest,
            status=goods.status,
        )
    units = aid["unit"].unique()
    imprecision.bar_layout(figure, longest=longest, unit=", ".join(units))
    said = "; ".join(f"{g.country}: {g.total.words} {g.status}" for g in aid.itertuples())
    table = aid[["country", "unit", "status", "figure"]].rename(columns=str.capitalize)
    return Chart(
        title=f"Goods given, in pieces: {', '.join(units)}",
        figure=figure,
        table=table,
        alt=f"Aid in kind: {said}.",
        facts=_ids(aid["facts"]),
        note="Delivered and planned are never added up.",
        keys=imprecision.keys(set(aid["qualifier"]), set(aid["status"]), AID_FAMILY.colour),
        height=_height(len(aid)),
    )


def trade_ranks(ranks: pd.DataFrame) -> Chart:
    """Draw ranks as dots; 1st, the best, is on the right. Reads `questions.trade_ranks`."""
    last = max(10, int(ranks["rank"].max()) + 1)
    figure = go.Figure()
    for rank in ranks.itertuples():
        figure.add_scatter(
            x=[rank.rank],
            y=[_wrapped(rank.label)],
            mode="markers+text",
            text=[f"<b>{rank.figure}</b>"],
            textposition="top center",
            textfont={"size": 16},
            cliponaxis=False,
            marker={"symbol": "square", "size": 18, "color": TRADE_FAMILY.colour},
            customdata=[list(rank.facts)],
            hovertemplate=f"{rank.label}: {rank.figure}<extra></extra>",
        )
    ticks = [1, *range(5, last + 1, 5)]
    figure.update_layout(
        xaxis={
            "range": [last + 0.4, 0.5],
            "tickvals": ticks,
            "ticktext": [quantities.ordinal(t) for t in ticks],
            "title": {"text": "rank: 1st, on the right, is best"},
            "fixedrange": True,
        },
        yaxis={"autorange": "reversed", "type": "category", "fixedrange": True},
        dragmode=False,
        margin={"l": 8, "r": 24, "t": 28, "b": 44},
    )
    said = "; ".join(f"{r.label}: {r.figure}" for r in ranks.itertuples())
    table = ranks[["country", "flow", "figure", "whose", "date_words", "attributed_to", "note"]]
    names = ["Country", "Flow", "Rank", "Whose rank", "When", "According to", "Caveat"]
    return Chart(
        title="China's rank in its partners' trade",
        figure=figure,
        table=table.set_axis(names, axis=1),
        alt=f"Trade ranks, 1st is best: {said}.",
        facts=_ids(ranks["facts"]),
        note=_notes(ranks["note"]),
        height=_height(len(ranks)),
    )


def trade_comparisons(comparisons: pd.DataFrame) -> Chart:
    """Draw each ratio beside the figure it is a ratio to. Reads `questions.trade_comparisons`."""
    figure = go.Figure()
    longest = imprecision.reach([1.0, *comparisons["ratio"]])
    for ratio in comparisons.itertuples():
        shared = {"colour": TRADE_FAMILY.colour, "facts": ratio.facts, "longest": longest}
        imprecision.bar(
            figure,
            row=_wrapped(f"{ratio.label}: from {ratio.other}"),
            value=1,
            qualifier="exact",
            text=f"{ratio.other} = 1",
            **shared,
        )
        imprecision.bar(
            figure,
            row=_wrapped(f"{ratio.label}: from China"),
            value=ratio.ratio,
            qualifier=ratio.qualifier,
            text=ratio.figure,
            **shared,
        )
    imprecision.bar_layout(figure, longest=longest, unit="ratio")
    said = "; ".join(f"{r.label}: {r.figure_words}" for r in comparisons.itertuples())
    table = comparisons[["country", "flow", "figure_words", "date_words", "attributed_to", "note"]]
    names = ["Country", "Flow", "Trade with China", "When", "According to", "Caveat"]
    return Chart(
        title="Trade with China beside trade with others",
        figure=figure,
        table=table.set_axis(names, axis=1),
        alt=f"Trade compared: {said}.",
        facts=_ids(comparisons["facts"]),
        note=_notes(comparisons["note"]),
        keys=imprecision.keys(set(comparisons["qualifier"]), set(), TRADE_FAMILY.colour),
        height=_height(2 * len(comparisons)),
    )


def _ids(groups: pd.Series) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fact for group in groups for fact in group))


def _notes(notes: pd.Series) -> str:
    return " ".join(dict.fromkeys(filter(None, notes)))
