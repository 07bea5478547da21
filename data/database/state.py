"""The collection as the database has it: what it adds to the founding rows, and when it changed."""

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

import pandas as pd
from sqlalchemy import Connection, func, select

from data.database.engine import reading
from data.database.tables import ACTS, REVISIONS

_OWN = ("number", "withdrawn", "founding")


class Stamp(NamedTuple):
    """A state of a database: its last act and the moment of it. It says the same for ever.

    The moment tells databases apart, should one take the place of another at its ``address``.
    """

    address: str
    act: int
    at: str


def stamp(as_known_on: date | None = None) -> Stamp | None:
    """Return the state of the database now, or at the end of a day in UTC; None: nothing is added.

    Acts are numbered in the order in which they were kept, so that the highest tells whether
    anything changed, in this process or another.
    """
    with reading() as connection:
        return None if connection is None else stamp_within(connection, as_known_on)


def stamp_within(connection: Connection, as_known_on: date | None = None) -> Stamp | None:
    """Return the state that a connection sees."""
    last = select(ACTS.c.id, ACTS.c.at).order_by(ACTS.c.id.desc()).limit(1)
    if as_known_on is not None and as_known_on < date.max:
        last = last.where(ACTS.c.at < (as_known_on + timedelta(days=1)).isoformat())
    found = connection.execute(last).first()
    where = connection.engine.url.render_as_string(hide_password=False)
    return Stamp(where, found.id, found.at) if found else None


@lru_cache(maxsize=24)  # facts, sources and places of a few states
def latest(subject: str, at: Stamp | None) -> pd.DataFrame:
    """Return the last revision of each fact, source or place that was ever revised.

    Indexed by its key, in the order in which they were first added, withdrawn ones too.
    Columns: the cells as text; ``number, withdrawn, founding`` as in `data.database.tables`;
    for facts ``passage_start, passage_end, passage_text``, for sources ``text`` (a SHA-256),
    None where there is none. The frame is shared: change it only through copies.
    """
    table = REVISIONS[subject]
    key = table.columns[2]
    columns = [column for column in table.columns if column.name not in {"id", "act"}]
    if at is None:
        return pd.DataFrame(columns=[column.name for column in columns], dtype="object").set_index(
            key.name
        )
    first = func.min(table.c.id).over(partition_by=key).label("first_id")
    back = func.row_number().over(partition_by=key, order_by=table.c.number.desc())
    ranked = (
        select(*columns, first, back.label("revisions_back"))
        .where(table.c.act <= at.act)
        .subquery()
    )
    wanted = [ranked.c[column.name] for column in columns]
    newest = select(*wanted).where(ranked.c.revisions_back == 1).order_by(ranked.c.first_id)
    with reading() as connection:
        rows = connection.execute(newest).all() if connection is not None else []
    names = [column.name for column in columns]
    return pd.DataFrame(rows, columns=names, dtype="object").set_index(key.name)


def merged(founding: pd.DataFrame, subject: str, at: Stamp | None) -> pd.DataFrame:
    """Return the rows of the collection: the founding ones as corrected, then what was added.

    ``founding`` holds text, the key in its first column, as does what comes back.
    """
    added = latest(subject, at)
    if added.empty:
        return founding
    key, *cells = founding.columns
    kept = founding[~founding[key].isin(added.index)]
    known = {name: place for place, name in enumerate(founding[key])}
    rows = added.loc[added["withdrawn"] == 0, cells].reset_index()
    places = [known.get(name, len(known) + n) for n, name in enumerate(rows[key])]
    both = pd.concat([kept, rows.set_axis(places)]).sort_index(kind="stable")
    return both[list(founding.columns)].reset_index(drop=True).astype("str")
