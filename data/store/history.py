"""What was changed: every revision of one key, and every change of all."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd
from sqlalchemy import RowMapping, select

from data.database.engine import reading
from data.database.tables import ACTS, REVISIONS
from data.store import collection
from data.store.changes import COLUMNS, Revision
from data.store.rows import parsed

HISTORY = (
    *("act", "at", "who", "why", "undoes", "undone"),
    *("subject", "key", "number", "change", "column", "before", "after"),
)


def revisions(subject: str, key: str) -> list[Revision]:
    """Return every revision of a fact, source or place, oldest first; the founding row is 0."""
    first = collection.founding(subject).get(key)
    known = [] if first is None else [Revision(subject, key, 0, _cells(subject, first))]
    table = REVISIONS[subject]
    wanted = select(table, ACTS.c.at, ACTS.c.who, ACTS.c.why).join(ACTS)
    wanted = wanted.where(table.c[COLUMNS[subject][0]] == key).order_by(table.c.number)
    with reading() as connection:
        rows = [] if connection is None else connection.execute(wanted).mappings().all()
    return known + [
        Revision(
            subject,
            key,
            row["number"],
            _cells(subject, row),
            bool(row["withdrawn"]),
            row["act"],
            parsed(row["at"]),
            row["who"],
            row["why"],
        )
        for row in rows
    ]


def newest(subject: str, key: str) -> Revision:
    """Return the newest revision: its number is what a correction is based on.

    Raises LookupError where there is no such fact, source or place.
    """
    known = revisions(subject, key)
    if not known:
        raise LookupError(f"There is no {subject} {key!r}.")
    return known[-1]


def seen(subject: str, key: str, number: int | None) -> dict[str, str]:
    """Return the cells of one revision, nothing where there is none of this number."""
    found = [one for one in revisions(subject, key) if one.number == number]
    return dict(found[0].cells) if found else {}


def history() -> pd.DataFrame:
    """Return every change that was made, newest act first, one row for each column it changed.

    Columns: ``act`` (number), ``at`` (moment in UTC), ``who, why`` (text), ``undoes`` (the act
    that it takes back, <NA> for none), ``undone`` (whether it is taken back now), ``subject``
    (fact, source or place), ``key``, ``number`` (of the revision), ``change`` (added,
    corrected, withdrawn or restored), ``column, before, after`` (cells as typed; of a source
    also ``text``, and of a fact ``passage``, as words).
    """
    rows: list[dict[str, Any]] = []
    with reading() as connection:
        if connection is not None:
            acts = {act["id"]: act for act in connection.execute(select(ACTS)).mappings()}
            for subject, table in REVISIONS.items():
                written = connection.execute(select(table).order_by(table.c.id)).mappings()
                rows += _changes(subject, written, acts)
    told = pd.DataFrame(rows, columns=[name for name in HISTORY if name != "undone"])
    told = told.assign(
        at=pd.to_datetime(told["at"], utc=True), undoes=told["undoes"].astype("Int64")
    )
    told = told.assign(undone=told["act"].isin(_undone(told)))
    return told.sort_values("act", ascending=False, kind="stable", ignore_index=True)[list(HISTORY)]


def _undone(told: pd.DataFrame) -> set[int]:
    """Return the acts that are taken back: by an act that is not itself taken back."""
    undone: set[int] = set()
    links = told[["act", "undoes"]].dropna().drop_duplicates().sort_values("act", ascending=False)
    for act, undoes in links.itertuples(index=False):
        if act not in undone:
            undone.add(undoes)
    return undone


def _changes(
    subject: str, written: Iterable[RowMapping], acts: dict[int, RowMapping]
) -> Iterator[dict[str, Any]]:
    key = COLUMNS[subject][0]
    before = collection.founding(subject)
    for row in written:
        name = row[key]
        earlier = before.get(name, {})
        act = acts[row["act"]]
        common = {column: act[column] for column in ("at", "who", "why", "undoes")} | {
            "act": row["act"],
            "subject": subject,
            "key": name,
            "number": row["number"],
            "change": _change(earlier, row),
        }
        old, new = (_told(subject, one) for one in (earlier, dict(row)))
        differing = [column for column in new if old.get(column, "") != new[column]] or [""]
        for column in differing:
            cells = {"before": old.get(column, ""), "after": new.get(column, "")}
            yield common | {"column": column} | cells
        before[name] = dict(row)


def _change(earlier: dict[str, Any], row: RowMapping) -> str:
    if row["withdrawn"]:
        return "withdrawn"
    if not earlier:
        return "added"
    return "restored" if earlier["withdrawn"] else "corrected"


def _told(subject: str, row: dict[str, Any]) -> dict[str, str]:
    """Return what a reader is told of a row: its cells, and where its text or passage is."""
    if not row:
        return {}
    cells = _cells(subject, row)
    if subject == "source":
        cells["text"] = f"text {row['text'][:7]}" if row["text"] else ""
    if subject == "fact":
        span = (row["passage_start"], row["passage_end"])
        cells["passage"] = "" if span[0] is None else f"characters {span[0]} to {span[1]}"
    return cells


def _cells(subject: str, row: Mapping[str, Any] | RowMapping) -> dict[str, str]:
    return {name: row[name] for name in COLUMNS[subject]}
