"""Who went where, how long, and how often both sides met."""

import pandas as pd


def visits(facts: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each visit, oldest first; facts of one engagement are one visit.

    Columns: ``visit`` ("Alexander Lukashenko in Beijing"), ``country, partner, who, where,
    kind`` (the subkind, "" if the source does not say), ``date_words, earliest, latest``
    (NaT: open), ``days`` (how long, NA where an end is not a day), ``talks`` (in words),
    ``year``, ``facts``. Several claims about one visit join their facts; its dates are those
    of its first fact.
    """
    chosen = facts[facts["kind"] == "visit"].sort_values(["reach_first", "fact_id"])
    rows = [_visit(group) for _, group in chosen.groupby(_engagement(chosen), sort=False)]
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
    exact = first["precision"] in ("day", "span") and not first["approximate"]
    known = exact and pd.notna(first["earliest"]) and pd.notna(first["latest"])
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
        "days": (first["latest"] - first["earliest"]).days + 1 if known else pd.NA,
        "talks": ", ".join(group.loc[group["subkind"] == "talks", "figure_words"]),
        "year": first["earliest"].year if pd.notna(first["earliest"]) else pd.NA,
        "facts": tuple(group["fact_id"]),
    }


def _engagement(facts: pd.DataFrame) -> pd.Series:
    return facts["engagement"].where(facts["engagement"] != "", facts["fact_id"])


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
    note, facts``.
    """
    chosen = facts[(facts["kind"] == "visit_exchange") & facts["value"].notna()]
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
        "note",
    ]
    return (
        chosen[columns]
        .assign(label=label, facts=[(i,) for i in chosen["fact_id"]])
        .reset_index(drop=True)
    )
