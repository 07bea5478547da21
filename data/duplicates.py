"""Which facts may already say what a draft says, to be looked at side by side."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd

from data import dates

NEAR = 0.1
"""Figures that differ by no more than this share of the larger one may be of the same thing."""

COLUMNS = ("candidate", "fact_id", "same_figure", "same_source")


def duplicates(candidates: pd.DataFrame, facts: pd.DataFrame) -> pd.DataFrame:
    """Return pairs of a draft and a fact that may be about the same engagement, likest first.

    ``candidates`` holds typed columns as text; one with a date that cannot be read has no pair.
    ``facts`` is what `facts.load` returns. A pair has the same kind and partner, dates that
    may be the same (see ``reach_first``), and figures of one unit that are near each other; a
    fact without a figure is compared by its subkind, a statement also by who speaks. Columns:
    ``candidate`` (its index), ``fact_id``, ``same_figure``, ``same_source`` (bools).
    """
    pairs = [
        (index, *pair)
        for index, row in zip(candidates.index, candidates.to_dict("records"), strict=True)
        for pair in _pairs({str(name): cell for name, cell in row.items()}, facts)
    ]
    told = pd.DataFrame(pairs, columns=list(COLUMNS))
    likest = ["same_figure", "same_source"]
    return told.sort_values(likest, ascending=False, kind="stable", ignore_index=True)


def _pairs(draft: dict[str, Any], facts: pd.DataFrame) -> Iterator[tuple[str, bool, bool]]:
    try:
        first, last = dates.parse(draft["date"]).reach
    except dates.InvalidDate:
        return
    near = facts[
        (facts["kind"] == draft["kind"])
        & (facts["partner"] == draft["partner"])
        & (facts["reach_first"] <= _day(last))
        & (facts["reach_last"] >= _day(first))
        & (facts["fact_id"] != draft.get("fact_id", ""))
    ]
    figure = pd.to_numeric(draft["value"], errors="coerce")
    for fact in near.to_dict("records"):
        if _alike(draft, figure, fact):
            same = pd.notna(figure) and fact["value"] == figure
            yield fact["fact_id"], bool(same), fact["source"] == draft["source"]


def _alike(draft: dict[str, Any], figure: float | None, fact: dict[str, Any]) -> bool:
    if pd.notna(figure) and pd.notna(fact["value"]):
        apart = abs(figure - fact["value"])
        return fact["unit"] == draft["unit"] and apart <= NEAR * max(figure, fact["value"])
    if fact["kind"] == "statement" and not _speakers(draft) & _speakers(fact):
        return False
    return bool(fact["subkind"] == draft["subkind"])


def _speakers(fact: dict[str, Any]) -> set[str]:
    return {name.strip() for name in fact["actor"].split(";") if name.strip()}


def _day(day: date) -> pd.Timestamp:
    return pd.Timestamp(day).as_unit("us")
