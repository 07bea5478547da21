"""Duplicates: which facts may already say what a draft says."""

import pandas as pd
import pytest

from data import facts
from data.duplicates import duplicates
from data.schema import TYPED


def draft(**cells):
    """Return a draft of the founding fact on more than 135 vessels, with other cells."""
    known = facts.load().set_index("fact_id", drop=False).loc["tna-20231205-27"]
    typed = {name: str(known[name]) for name in TYPED} | {"value": "135", "fact_id": ""}
    return pd.DataFrame([typed | {"source": "other-20231206"} | cells])


def found(**cells):
    return duplicates(draft(**cells), facts.load())


def test_the_same_report_from_another_source_is_found():
    first = found().iloc[0]
    assert tuple(first) == (0, "tna-20231205-27", True, False)


@pytest.mark.parametrize(
    ("cells", "same"),
    [
        ({"value": "140"}, False),
        ({"date": "2023-12"}, True),
        ({"date": "2023-12-04"}, True),
        ({"source": "tna-20231205"}, True),
    ],
)
def test_near_figures_and_dates_that_may_be_the_same_are_found(cells, same):
    row = found(**cells).set_index("fact_id").loc["tna-20231205-27"]
    assert row["same_figure"] == same
    assert row["same_source"] == ("source" in cells)


@pytest.mark.parametrize(
    "cells",
    [
        {"value": "200"},
        {"unit": "countries"},
        {"date": "2023-12-20"},
        {"partner": "VNM"},
        {"kind": "deployment"},
        {"date": "soon"},
        {"fact_id": "tna-20231205-27"},
    ],
)
def test_what_differs_is_not_found(cells):
    assert "tna-20231205-27" not in set(found(**cells)["fact_id"])


def test_statements_are_compared_by_who_speaks():
    known = facts.load().set_index("fact_id", drop=False)
    one = known[known["kind"] == "statement"].iloc[0]
    typed = {name: str(one[name]) for name in TYPED} | {"value": "", "fact_id": "new"}
    pairs = duplicates(pd.DataFrame([typed]), facts.load())
    assert one["fact_id"] in set(pairs["fact_id"])
    other = duplicates(pd.DataFrame([typed | {"actor": "Somebody"}]), facts.load())
    assert other.empty
    assert list(other.columns) == ["candidate", "fact_id", "same_figure", "same_source"]
