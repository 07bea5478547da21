"""Who went where, how long, and how often both sides met."""

import numpy as np
import pandas as pd

from data import dates
from data.marks import as_text, holds, numbered


def visits(facts: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each visit made, oldest first; facts of one engagement are one visit.

    Columns: ``visit`` ("Alexander Lukashenko in Beijing"), ``country, partner, who, where,
    kind`` (the subkind, "" if the source does not say), ``date_words, earliest, latest``
    (NaT: open), ``days`` (how long, NA where an end is not a day), ``talks`` (in words),
    ``year`` (of its start, NA where not known), ``facts``. Several claims about one visit
    join their facts; its dates are those of its first fact. A visit that was only planned,
    or called off, is not in it.
    """
    chosen = as_text(facts[made(facts)]).sort_values(["reach_first", "fact_id"])
    named = chosen["engagement"].astype("str")
    things = named.where(named != "", chosen["fact_id"])
    rows = [_visit(group) for _, group in chosen.groupby(things, sort=False)]
    columns = [
        "visit",
        "country",
        "partner",
        "who",
        "where",
        "kind",
        "date_words",
        "earliest",
        "latest",
    ]
    return pd.DataFrame(rows, columns=[*columns, "days", "talks", "year", "facts"])


def _visit(group: pd.DataFrame) -> dict[str, object]:
    first = group.iloc[0]
    travels = group[~group["subkind"].isin(["talks", "unspecified", ""])]
    period = dates.parse(first["date"])
    guest = first["actor"].split(";")[0].strip()
    return {
        "visit": f"{guest} in {first['place_name'] or 'a place not stated'}",
        "country": first["country"],
        "partner": first["partner"],
        "who": first["actor"].replace(";", ","),
        "where": first["place_name"],
        "kind": travels["subkind"].iloc[0] if len(travels) else "",
        "date_words": first["date_words"],
        "earliest": first["earliest"],
        "latest": first["latest"],
        "days": _days(first["date"]),
        "talks": ", ".join(group.loc[group["subkind"] == "talks", "figure_words"]),
        "year": _year(period),
        "facts": tuple(group["fact_id"]),
    }


def _days(edtf: str) -> object:
    """Return how many days it lasts; NA unless it is an interval between two sure days.

    A visit dated by one day took place on it: how long it was is not said.
    """
    if "/" not in edtf:
        return pd.NA
    period = dates.parse(edtf)
    ends = (period.start, period.end)
    sure = not (period.uncertain or period.approximate)
    if not sure or any(end is None or end.precision != "day" for end in ends):
        return pd.NA
    first, last = period.reach
    return (last - first).days + 1


def _year(period: dates.Period) -> object:
    """Return the year in which it starts; NA where the start is open or a decade."""
    start = period.start
    return pd.NA if start is None or start.precision == "span" else start.first.year


def made(facts: pd.DataFrame) -> np.ndarray:
    """Mark the facts about visits, without those that were only planned, or called off."""
    unmade = holds(facts["status"], "planned", "cancelled") | holds(facts["date_role"], "planned")
    return holds(facts["kind"], "visit") & ~unmade


def engagements(facts: pd.DataFrame, rows: np.ndarray) -> int:
    """Count what the facts at these positions are about: engagements, or else facts alone."""
    numbers, none = numbered(facts["engagement"])
    own = numbers[rows]
    named = own[own != none]
    return len(np.unique(named)) + len(own) - len(named)


def visits_by_year(facts: pd.DataFrame) -> pd.DataFrame:
    """Return how many visits are known: ``country, year, visits, facts``, one row a year.

    A visit whose year is not known is not in it.
    """
    known = visits(facts).dropna(subset=["year"])
    groups = known.groupby(["country", "year"], sort=True)
    rows = [
        (country, int(year), len(group), tuple(fact for ids in group["facts"] for fact in ids))
        for (country, year), group in groups
    ]
    return pd.DataFrame(rows, columns=["country", "year", "visits", "facts"])


def exchanges(facts: pd.DataFrame) -> pd.DataFrame:
    """Return counts of visits and meetings as somebody stated them, one row a claim.

    Columns: ``label, value, unit, qualifier, figure, figure_words, date_words, attributed_to,
    paragraph, note, facts``.
    """
    chosen = as_text(facts[(facts["kind"] == "visit_exchange") & facts["value"].notna()])
    chosen = chosen.sort_values(["value", "fact_id"], ascending=[False, True])
    label = chosen["country"] + ": " + chosen["subkind"] + ", " + chosen["date_words"]
    columns = [
        "value",
        "unit",
        "qualifier",
        "figure",
        "figure_words",
        "date_words",
        "attributed_to",
        "paragraph",
        "note",
    ]
    return (
        chosen[columns]
        .assign(label=label, facts=[(i,) for i in chosen["fact_id"]])
        .reset_index(drop=True)
    )
