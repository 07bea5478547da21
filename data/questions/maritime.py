"""How many ships, according to whom, and what each side says."""

import pandas as pd

from data import countries, places
from data.kinds import MARITIME
from data.marks import as_text
from data.vocabularies import SIDES

_COUNT = [
    "value",
    "unit",
    "qualifier",
    "figure",
    "figure_words",
    "date_words",
    "place_name",
    "attributed_to",
    "paragraph",
    "note",
]


def vessel_counts(facts: pd.DataFrame) -> pd.DataFrame:
    """Return counts of vessels by time and observer, one row a claim, never joined or averaged.

    Columns: ``label, value, unit, qualifier, figure, figure_words, date_words, place_name,
    attributed_to, paragraph, note, facts``; oldest first, smaller first within a day.
    """
    return _claims(facts[facts["kind"] == "vessel_count"])


def deployments(facts: pd.DataFrame) -> pd.DataFrame:
    """Return the ships and other units that were sent; columns as in `vessel_counts`."""
    return _claims(facts[facts["kind"] == "deployment"])


def _claims(chosen: pd.DataFrame) -> pd.DataFrame:
    chosen = as_text(chosen[chosen["value"].notna()]).sort_values(
        ["reach_first", "value", "fact_id"]
    )
    label = chosen["attributed_to"] + ", " + chosen["date_words"]
    return (
        chosen[_COUNT]
        .assign(label=label, facts=[(i,) for i in chosen["fact_id"]])
        .reset_index(drop=True)
    )


def waters(facts: pd.DataFrame) -> pd.DataFrame:
    """Return the disputed places of the facts, all names: ``place, name, description, facts``."""
    table = places.table()
    chosen = facts[facts["place"].isin(table.index[table["disputed"]])]
    rows = [
        (key, table.at[key, "name"], places.describe(key), tuple(group["fact_id"]))
        for key, group in chosen.groupby("place", sort=True)
    ]
    return pd.DataFrame(rows, columns=["place", "name", "description", "facts"])


def positions(facts: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Return what was said, by side (every key of `SIDES`), latest first; columns as the facts."""
    said = facts[facts["kind"] == "statement"].sort_values(
        ["reach_last", "fact_id"], ascending=[False, True]
    )
    return {side: said[said["side"] == side] for side in SIDES}


def at_sea(facts: pd.DataFrame) -> pd.DataFrame:
    """Return the ships, all that lies in disputed waters, and what was said on those partners.

    So a page on the sea shows the ships and the talk around them, and no talk of others.
    """
    core = facts[facts["kind"].isin(MARITIME)]
    table = places.table()
    disputed = set(table.index[table["disputed"]])
    partners = set(core["partner"]) | set(facts.loc[facts["place"].isin(disputed), "partner"])
    near = facts["partner"].isin(partners - {""}) & (facts["kind"] == "statement")
    return facts[near | facts["kind"].isin(MARITIME) | facts["place"].isin(disputed)]


def sides(facts: pd.DataFrame) -> dict[str, str]:
    """Return what to call each side of `SIDES`: a partner by name where there is only one."""
    partners = [code for code in facts["partner"].unique() if code]
    named = {"partner": countries.name(partners[0])} if len(partners) == 1 else {}
    return {**SIDES, **named}
