"""Many facts with the shape of the collection: copies of it, elsewhere and at other times.

A copy keeps what belongs together (engagements, parts and their wholes, kinds with their
units and hedges), so that the checks of `data.checks` pass and a sum has something to leave out.
"""

import re
from pathlib import Path
from typing import Literal

import numpy as np
import pandas as pd

from data import countries, facts, places, quantities, reading
from data.schema import TYPED

SEED = 1949
FIRST, LAST = np.datetime64("1949-01-01"), np.datetime64("2026-12-31")
_POINT = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_UNITS: dict[int, Literal["Y", "M", "D"]] = {4: "Y", 7: "M", 10: "D"}


def frame(number: int) -> pd.DataFrame:
    """Return ``number`` facts as `facts.load` would: the same columns and types."""
    return facts.derive(typed(number))


def write(number: int, path: Path) -> None:
    """Write ``number`` facts as a file that `facts.load` reads."""
    typed(number).to_csv(path, index=False)


def typed(number: int) -> pd.DataFrame:
    """Return ``number`` facts as they would stand in a file: every cell text, always the same."""
    rng = np.random.default_rng(SEED)
    collection = reading.read_text(facts.PATH, list(TYPED))
    size = len(collection)
    copies = -(-number // size)
    many = collection.loc[np.tile(np.arange(size), copies)].reset_index(drop=True)
    copy = pd.Series(np.repeat(np.arange(copies), size).astype(str), dtype="str")
    many["fact_id"] = "syn-" + many.index.astype(str).str.zfill(7)
    many["partner"] = _partners(collection["partner"], copies, rng)
    many["place"] = many["place"].where(many["place"].isin(_anywhere()), "")
    many["date"] = _dates(collection["date"], copies, rng)
    many["value"] = _values(many, rng)
    many["value_text"] = many["qualifier"].map(quantities.HEDGES).fillna("") + many["value"]
    for column in ("engagement", "part_of"):
        many[column] = (many[column] + "-" + copy).where(many[column] != "", "")
    many.loc[number // size * size :, ["engagement", "part_of"]] = ""  # a copy that is cut off
    return many.head(number)


def _anywhere() -> list[str]:
    """Return the places that facts about any partner may name: those of China and disputed ones."""
    table = places.table()
    return list(table.index[(table["country"] == "CHN") | table["disputed"]])


def _partners(original: pd.Series, copies: int, rng: np.random.Generator) -> np.ndarray:
    """Give each partner of each copy a country: a few of them often, most of them seldom."""
    codes = np.array([code for code in countries.table().index if code != "CHN"])
    weights = 1 / np.arange(1, len(codes) + 1)
    names, which = np.unique(original, return_inverse=True)
    chosen = rng.choice(rng.permutation(codes), (copies, len(names)), p=weights / weights.sum())
    chosen[:, names == ""] = ""
    return chosen[:, which].ravel()


def _dates(original: pd.Series, copies: int, rng: np.random.Generator) -> np.ndarray:
    """Move each date of each copy to another day, and keep its form: EDTF, as precise as it was."""
    moved = [_moved(edtf, copies, rng) for edtf in original]
    return np.array(moved, dtype=object).T.ravel()


def _moved(edtf: str, copies: int, rng: np.random.Generator) -> np.ndarray:
    days = FIRST + rng.integers(0, (LAST - FIRST).astype(int) + 1, copies)
    points = list(_POINT.finditer(edtf))
    written = np.full(copies, "", dtype=object)
    done = 0
    for point in points:
        offset = np.datetime64(point[0], "D") - np.datetime64(points[0][0], "D")
        text = np.datetime_as_string(days + offset, unit=_UNITS[len(point[0])])
        written = written + edtf[done : point.start()] + text.astype(object)
        done = point.end()
    return written + edtf[done:]


def _values(many: pd.DataFrame, rng: np.random.Generator) -> pd.Series:
    """Scale each figure by a half to four; counts and ranks stay whole, and none becomes zero."""
    value = pd.to_numeric(many["value"], errors="coerce")
    scaled = value * rng.uniform(0.5, 4, len(many))
    scaled = scaled.round(2).where(value != value.round(), scaled.round().clip(lower=1))
    text = scaled.map("{:.10g}".format)
    return text.where(value.notna(), "").astype("str")
