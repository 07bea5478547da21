"""Where the facts lie: countries, places, and what no map can show."""

import pandas as pd

from data import countries, places
from data.questions.headlines import main_headline


def by_country(facts: pd.DataFrame) -> pd.DataFrame:
    """Return ``partner, country, number`` (of facts) and ``facts``, most first."""
    chosen = facts[facts["partner"] != ""]
    rows = [
        (partner, group["country"].iloc[0], len(group), tuple(group["fact_id"]))
        for partner, group in chosen.groupby("partner", sort=True)
    ]
    answer = pd.DataFrame(rows, columns=["partner", "country", "number", "facts"])
    return answer.sort_values(["number", "country"], ascending=[False, True], ignore_index=True)


def locations(facts: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each place with facts, and for each partner whose facts have no place.

    Columns: ``key`` (place key or ISO3), ``name, lat, lon, disputed, description`` (all names
    and claimants), ``partners`` (ISO3 codes of its facts), ``kinds`` (keys, most frequent
    first), ``number, label`` (its main figure), ``facts``. A place that is a whole country
    and that country's facts without a place are one row.
    """
    where = _where(facts)
    table, known = places.table(), countries.table()
    rows = []
    for key, group in facts[where != ""].groupby(where[where != ""], sort=True):
        place = table.loc[key] if key in table.index else known.loc[key]
        rows.append(
            {
                "key": key,
                "name": place["name"],
                "lat": place["lat"],
                "lon": place["lon"],
                "disputed": bool(place.get("disputed", False)),
                "description": places.describe(key) if key in table.index else place["name"],
                "partners": tuple(sorted(set(group["partner"]) - {""})),
                "kinds": tuple(group["kind"].value_counts().index),
                "number": len(group),
                "label": _label(group),
                "facts": tuple(group["fact_id"]),
            }
        )
    columns = [
        "key",
        "name",
        "lat",
        "lon",
        "disputed",
        "description",
        "partners",
        "kinds",
        "number",
        "label",
        "facts",
    ]
    return pd.DataFrame(rows, columns=columns)


def _where(facts: pd.DataFrame) -> pd.Series:
    """Return each fact's place key, its country's ISO3 where it has only that, or ""."""
    table = places.table()
    whole = table[table["kind"] == "country"]["country"].to_dict()
    return (
        facts["place"]
        .map(lambda key: whole.get(key, key))
        .where(facts["place"] != "", facts["partner"])
    )


def _label(group: pd.DataFrame) -> str:
    main = main_headline(group)
    if main:
        return main.short_label
    return f"{len(group)} fact{'s' * (len(group) > 1)}"


def not_drawn(facts: pd.DataFrame) -> pd.DataFrame:
    """Return the facts that have neither a place nor a partner, so that no map can show them."""
    return facts[(facts["place"] == "") & (facts["partner"] == "")]
