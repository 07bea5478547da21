"""When it happened, no more exactly than reported."""

import math

import pandas as pd

MANY = "Many countries"
"""The lane of facts that name no single partner."""

DENSE_SHARE = 0.9
"""The opening window holds at least this share of the facts that have a day."""


def timeline(facts: pd.DataFrame) -> pd.DataFrame:
    """Return one row a fact, oldest first, with where it lies in time and how softly.

    Columns: ``lane`` (country), ``kind, summary, date_words, figure, fact_id``, ``start`` and
    ``end`` (days; an open end is put at the known one), ``open_start, open_end`` (bools),
    ``shape``: ``point`` (a sure day), ``span`` (a duration with known days), ``soft`` (somewhere
    in these days: month, year, decade, about, uncertain).
    """
    chosen = facts.sort_values(["reach_first", "reach_last", "fact_id"])
    sure = ~(chosen["approximate"] | chosen["uncertain"])
    one_ended = chosen["earliest"].isna() | chosen["latest"].isna()
    start = chosen["reach_first"].where(chosen["earliest"].notna(), chosen["latest"])
    end = chosen["reach_last"].where(chosen["latest"].notna(), chosen["earliest"])
    day = (chosen["precision"] == "day") | one_ended
    shape = pd.Series("soft", index=chosen.index).mask(
        sure & chosen["date"].str.contains("/"), "span"
    )
    shape = shape.mask(sure & day, "point")
    columns = ["kind", "summary", "date_words", "figure", "fact_id"]
    return (
        chosen[columns]
        .assign(
            lane=chosen["country"].where(chosen["country"] != "", MANY),
            start=start,
            end=end,
            open_start=chosen["earliest"].isna(),
            open_end=chosen["latest"].isna(),
            shape=shape,
        )
        .reset_index(drop=True)
    )


def window(facts: pd.DataFrame) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    """Return where the shortest window begins and ends that holds most facts with a day.

    Most are `DENSE_SHARE` of them. The window lasts at least a week; its end is the midnight
    after its last day. None where no fact has a day.
    """
    dated = facts[(facts["precision"] == "day")]["earliest"].dropna().sort_values(ignore_index=True)
    if dated.empty:
        return None
    held = math.ceil(len(dated) * DENSE_SHARE)
    spans = dated.shift(-(held - 1)) - dated
    first = int(spans.idxmin())
    start, end = dated[first], dated[first + held - 1]
    slack = max(pd.Timedelta(days=6) - (end - start), pd.Timedelta(0)) / 2
    return (start - slack).normalize(), (end + slack).normalize() + pd.Timedelta(days=1)


def chronicle(facts: pd.DataFrame) -> pd.DataFrame:
    """Return the facts latest first, for reading: columns as the facts, and ``day`` (heading).

    ``day`` is the date in words, so that facts with the same date stand under one heading.
    """
    day = facts["earliest"].where(facts["earliest"].notna(), facts["latest"])
    ordered = facts.assign(day=facts["date_words"], known_day=day).sort_values(
        ["known_day", "date_words", "fact_id"], ascending=[False, True, True]
    )
    return ordered.drop(columns="known_day").reset_index(drop=True)


def latest_statements(facts: pd.DataFrame, *, number: int = 4) -> pd.DataFrame:
    """Return the statements that were made last, one a speaker; columns as the facts."""
    said = facts[(facts["kind"] == "statement") & facts["earliest"].notna()]
    said = said.sort_values(["reach_last", "fact_id"], ascending=[False, False])
    return said.drop_duplicates("actor").head(number)
