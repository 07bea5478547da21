"""Ranking and magnitude: claims and sums as bars that show how sure they are."""

import re
from collections.abc import Sequence

import pandas as pd

from components.charts import imprecision
from components.charts.chart import Chart
from components.charts.imprecision import Bar
from data import quantities
from data.kinds import AID_FAMILY, DIPLOMACY, SECURITY, TRADE_FAMILY

ROW = 62
"""Height of one bar's row, pixels."""

MOST = 20
"""A chart draws at most so many rows and says how many more there are."""


def height(rows: int) -> int:
    """Return the height of a plot with so many rows, pixels."""
    return 56 + max(80, ROW * rows)


def wrapped(label: str, width: int = 26) -> str:
    """Break a row's label into lines of about ``width`` characters."""
    lines = [""]
    for word in label.split():
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(lines)


def more_than_drawn(drawn: int, known: int) -> str:
    """Say how many of the known rows are drawn; "" where all are."""
    return f"{drawn} of {known:,} are drawn; the page Facts lists all." if known > drawn else ""


def caveats(claims: pd.DataFrame, *, known: int) -> str:
    """Join the caveats of claims, each sentence once and after the figures that it is about.

    Reads ``figure, note``. A sentence about all of them stands alone. ``known`` says how many
    claims there are.
    """
    about: dict[str, list[str]] = {}
    for claim in claims.itertuples():
        for sentence in filter(None, re.split(r"(?<=[.!?])\s+", claim.note)):
            about.setdefault(sentence, []).append(claim.figure)
    told = [
        sentence if len(figures) == len(claims) else f"{' and '.join(figures)}: {sentence}"
        for sentence, figures in about.items()
    ]
    return " ".join(filter(None, (more_than_drawn(len(claims), known), *told)))


CLAIM_COLUMNS = {
    "country": "Country",
    "flow": "Flow",
    "figure": "Rank",
    "whose": "Whose rank",
    "figure_words": "Figure",
    "date_words": "When",
    "attributed_to": "According to",
    "paragraph": "Paragraph",
    "note": "Caveat",
}
"""The columns of claims and what readers call them."""


def claim_table(claims: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """Return these columns of a table of claims under the names that readers know."""
    return claims[list(columns)].rename(columns=CLAIM_COLUMNS)


def _claims(claims: pd.DataFrame, *, title: str, colour: str, noun: str) -> Chart:
    """Draw one bar a claim; reads ``label, value, unit, qualifier, figure, facts, note``."""
    known, claims = len(claims), claims.head(MOST)
    bars = [
        Bar(wrapped(c.label), c.value, c.figure, c.facts, c.qualifier) for c in claims.itertuples()
    ]
    units = claims["unit"].map(quantities.unit_in_words).unique()
    said = "; ".join(
        f"{c.figure_words} according to {c.attributed_to}, {c.date_words}"
        for c in claims.itertuples()
    )
    return Chart(
        title=title,
        figure=imprecision.figure(bars, colour=colour, unit=" and ".join(units)),
        table=claim_table(
            claims, ["figure_words", "date_words", "attributed_to", "paragraph", "note"]
        ),
        alt=f"{noun}: {said}.",
        behind=claims["facts"].to_list(),
        note=caveats(claims, known=known),
        keys=imprecision.keys(bars, colour),
        height=height(len({bar.row for bar in bars})),
    )


def vessel_counts(claims: pd.DataFrame) -> Chart:
    """Draw counts of vessels, one open-ended bar a claim. Reads `questions.vessel_counts`."""
    places = claims["place_name"].replace("", "places not stated").unique()
    where = " and ".join(places) if len(places) < 4 else f"{len(places)} places"
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
    known, counts = len(counts), counts.head(MOST)
    bars = [
        Bar(f"{c.country}, {c.year}", c.visits, quantities.number(c.visits), c.facts)
        for c in counts.itertuples()
    ]
    said = "; ".join(f"{c.country} {c.year}: {c.visits}" for c in counts.itertuples())
    return Chart(
        title="Visits that are known one by one, by country and year",
        figure=imprecision.figure(bars, colour=DIPLOMACY.colour, unit="visits"),
        table=counts[["country", "year", "visits"]].rename(columns=str.capitalize),
        alt=f"Visits by country and year: {said}.",
        behind=counts["facts"].to_list(),
        note=more_than_drawn(len(counts), known),
        height=height(len(counts)),
    )


def visit_lengths(visits: pd.DataFrame) -> Chart:
    """Draw how long each visit lasted, where that was reported. Reads `questions.visits`."""
    known, visits = len(visits), visits.head(MOST)
    rows = [wrapped(f"{v.visit}, {v.date_words}", 30) for v in visits.itertuples()]
    lengths = [quantities.in_words(days, "days") for days in visits["days"]]
    bars = [
        Bar(row, 0 if pd.isna(v.days) else v.days, length, v.facts)
        for row, length, v in zip(rows, lengths, visits.itertuples(), strict=True)
    ]
    silent = [
        (row, 0.0, "not stated") for row, length in zip(rows, lengths, strict=True) if not length
    ]
    said = "; ".join(
        f"{v.visit}, {v.date_words}: {length or 'not stated'}"
        for length, v in zip(lengths, visits.itertuples(), strict=True)
    )
    table = visits[["visit", "country", "date_words"]].assign(
        days=[length or "not stated" for length in lengths]
    )
    return Chart(
        title="How long the visits lasted",
        figure=imprecision.figure(bars, colour=DIPLOMACY.colour, unit="days", ends=silent),
        table=table.set_axis(["Visit", "Country", "When", "Length"], axis=1),
        alt=f"Length of visits: {said}.",
        behind=visits["facts"].to_list(),
        note=more_than_drawn(len(visits), known),
        height=height(len(visits)),
    )


def aid_by_status(aid: pd.DataFrame) -> Chart:
    """Draw money by country and status, its figures end to end. Reads `questions.aid_by_status`."""
    groups = [group for _, group in aid.groupby(["country", "status"], sort=False)]
    groups = groups[:MOST]
    bars, ends = [], []
    for group in groups:
        row, base = f"{group['country'].iloc[0]}<br>{group['status'].iloc[0]}", 0.0
        for part in group.itertuples():
            bars.append(
                Bar(
                    row,
                    part.value,
                    part.figure,
                    part.facts,
                    part.qualifier,
                    part.status,
                    base,
                    part.label,
                )
            )
            base += part.value
        ends.append((row, base, group["total"].iloc[0].short))
    drawn = pd.concat(groups)
    figure = imprecision.figure(bars, colour=AID_FAMILY.colour, unit="US dollars", ends=ends)
    figure.update_xaxes(tickprefix="$", tickformat="~s")
    said = "; ".join(
        f"{g['country'].iloc[0]}, {g['status'].iloc[0]}: {g['total'].iloc[0].words}" for g in groups
    )
    table = drawn[["country", "status", "label", "figure", "paragraph", "note"]]
    return Chart(
        title="Donations, grants and loans in US dollars, by what became of them",
        figure=figure,
        table=table.set_axis(
            ["Country", "Status", "What", "Figure", "Paragraph", "Caveat"], axis=1
        ),
        alt=f"Aid in money: {said}.",
        behind=drawn["facts"].to_list(),
        note=caveats(drawn, known=len(aid)),
        keys=imprecision.keys(bars, AID_FAMILY.colour),
        height=height(len(groups)) + 20,
    )


def aid_in_kind(aid: pd.DataFrame) -> Chart:
    """Draw goods, one bar a unit and status. Reads `questions.aid_in_kind`."""
    known, aid = len(aid), aid.head(MOST)
    bars = [
        Bar(
            wrapped(f"{goods.country} {goods.unit} {goods.status}", 16),
            goods.value,
            goods.figure,
            goods.facts,
            goods.qualifier,
            goods.status,
        )
        for goods in aid.itertuples()
    ]
    units = ", ".join(aid["unit"].unique())
    said = "; ".join(f"{g.country}: {g.total.words} {g.status}" for g in aid.itertuples())
    return Chart(
        title=f"Goods given, in pieces: {units}",
        figure=imprecision.figure(bars, colour=AID_FAMILY.colour, unit=units),
        table=aid[["country", "unit", "status", "figure"]].rename(columns=str.capitalize),
        alt=f"Aid in kind: {said}.",
        behind=aid["facts"].to_list(),
        note=" ".join(
            filter(
                None,
                (more_than_drawn(len(aid), known), "Delivered and planned are never added up."),
            )
        ),
        keys=imprecision.keys(bars, AID_FAMILY.colour),
        height=height(len(aid)),
    )


def trade_comparisons(comparisons: pd.DataFrame) -> Chart:
    """Draw each ratio beside the figure it is a ratio to. Reads `questions.trade_comparisons`."""
    known, comparisons = len(comparisons), comparisons.head(MOST // 2)
    bars = [
        bar
        for c in comparisons.itertuples()
        for bar in (
            Bar(wrapped(f"{c.label}: from {c.other}"), 1, f"{c.other} = 1", c.facts),
            Bar(wrapped(f"{c.label}: from China"), c.ratio, c.figure, c.facts, c.qualifier),
        )
    ]
    said = "; ".join(f"{c.label}: {c.figure_words}" for c in comparisons.itertuples())
    columns = [
        *("country", "flow", "figure_words", "date_words"),
        *("attributed_to", "paragraph", "note"),
    ]
    return Chart(
        title="Trade with China beside trade with others",
        figure=imprecision.figure(bars, colour=TRADE_FAMILY.colour, unit="ratio"),
        table=claim_table(comparisons, columns),
        alt=f"Trade compared: {said}.",
        behind=comparisons["facts"].to_list(),
        note=caveats(comparisons, known=known),
        keys=imprecision.keys(bars, TRADE_FAMILY.colour),
        height=height(len(bars)),
    )
