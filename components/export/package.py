"""What every file of facts is made from, and what its columns are."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from data.citation import Citation
from data.schema import DERIVED, TYPED

MEANINGS = {**TYPED, **DERIVED}
"""Each column of the facts -> its meaning."""


@dataclass(frozen=True)
class Field:
    """A column of a file: ``name``, ``type`` (a word of Table Schema) and what it means."""

    name: str
    type: str
    description: str


@dataclass(frozen=True, eq=False)
class Package:
    """The facts of a selection, with what a file says of them.

    ``facts`` has the columns that `data.facts.load` returns, ``columns`` are those to write,
    and ``citation`` holds title, selection, link, revision and the date of the export.
    """

    facts: pd.DataFrame
    citation: Citation
    columns: tuple[str, ...] = tuple(MEANINGS)

    @property
    def table(self) -> pd.DataFrame:
        """The facts as they are written: the key of a fact comes first, whatever was chosen."""
        return self.facts[list(dict.fromkeys(("fact_id", *self.columns)))]

    @property
    def fields(self) -> list[Field]:
        """The columns of `table`, in their order."""
        table = self.table
        return [Field(name, kind_of(table[name]), MEANINGS[name]) for name in table]

    def rows(self) -> Iterator[tuple[object, ...]]:
        """Yield the cells of each row as plain Python: str, float, bool, date or None."""
        table = self.table
        columns = [cells(table[name]) for name in table]
        return zip(*columns, strict=True)


def kind_of(column: pd.Series) -> str:
    """Return the type of a column of facts or sources as Table Schema calls it."""
    if pd.api.types.is_bool_dtype(column):
        return "boolean"
    if pd.api.types.is_datetime64_any_dtype(column):
        return "date"
    if pd.api.types.is_integer_dtype(column):
        return "integer"
    return "number" if pd.api.types.is_float_dtype(column) else "string"


def cells(column: pd.Series) -> list[object]:
    """Return the cells of a column; None for an empty text, an open date and no number."""
    return [_cell(value) for value in column.tolist()]


def _cell(value: object) -> object:
    if value is None or value is pd.NA or value != value or value == "":
        return None
    if isinstance(value, pd.Timestamp):
        return value.date()
    return value
