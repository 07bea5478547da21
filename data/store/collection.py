"""The collection in one state of the database, and what changes would make of it."""

import hashlib
import itertools
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data import facts, places, sources
from data.database import state
from data.database.state import Stamp
from data.store.changes import COLUMNS, Change

_WRITTEN = {"fact": facts.written, "source": sources.written, "place": places.written}


@dataclass(frozen=True)
class Step:
    """A change made ready: the row ``before`` and the row ``after`` it, as the tables hold them.

    ``number`` is that of the newest revision, None where there is none, ``based_on`` the one
    that the writer saw, ``position`` the change's place in its act, None in an undo.
    """

    subject: str
    key: str
    position: int | None
    based_on: int | None
    number: int | None
    before: Mapping[str, Any]
    after: Mapping[str, Any]

    def cells(self, row: Mapping[str, Any]) -> dict[str, str]:
        """Return the typed columns of ``before`` or ``after``; nothing where it is empty."""
        return {name: row[name] for name in COLUMNS[self.subject] if name in row}


def rows(subject: str, at: Stamp | None) -> pd.DataFrame:
    """Return the facts, sources or places of a state as they are typed."""
    return _WRITTEN[subject](at)


def founding(subject: str) -> dict[str, dict[str, Any]]:
    """Return the rows of the founding collection by their key, as the tables would hold them."""
    key = COLUMNS[subject][0]
    told = {}
    for cells in rows(subject, None).to_dict("records"):
        digest = hashlib.sha256(json.dumps(cells).encode()).hexdigest()
        told[cells[key]] = {**blank(subject), **cells, "founding": digest}
    return told


def blank(subject: str) -> dict[str, Any]:
    """Return a row that says nothing."""
    linked: dict[str, tuple[str, ...]] = {
        "fact": ("passage_start", "passage_end", "passage_text"),
        "source": ("text",),
    }
    cells: dict[str, Any] = dict.fromkeys(COLUMNS[subject], "")
    return cells | {"withdrawn": 0, "founding": ""} | dict.fromkeys(linked.get(subject, ()))


def newest(
    subject: str, key: str, at: Stamp | None, first: Mapping[str, dict[str, Any]] | None = None
) -> tuple[int | None, dict[str, Any]]:
    """Return the number of the newest revision and its row; None and nothing where none is.

    ``first`` is `founding`, for those who ask for many.
    """
    revised = state.latest(subject, at)
    if key in revised.index:
        row: dict[str, Any] = revised.loc[key].to_dict()
        return row.pop("number"), {COLUMNS[subject][0]: key} | row
    first = founding(subject) if first is None else first
    return (0, first[key]) if key in first else (None, {})


def steps(changes: Sequence[Change], at: Stamp | None) -> list[Step]:
    """Make changes ready. Raises ValueError for what no page should ask for."""
    if not changes:
        raise ValueError("There is nothing to change.")
    first = {subject: founding(subject) for subject in {change.subject for change in changes}}
    keys = _keys(changes, at)
    if len(set(keys)) < len(keys):
        raise ValueError("An act changes each fact, source and place once.")
    ready: list[Step] = []
    for position, (change, (subject, key)) in enumerate(zip(changes, keys, strict=True)):
        number, before = newest(subject, key, at, first[subject])
        after = _after(change, key, before)
        if change.passage is not None:
            after |= _passage(change, after["source"], changes, at)
        ready.append(Step(subject, key, position, change.based_on, number, before, after))
    return ready


def _keys(changes: Sequence[Change], at: Stamp | None) -> list[tuple[str, str]]:
    """Return subject and key of each change; a new fact gets a number that was never used."""
    used = {*rows("fact", None)["fact_id"], *state.latest("fact", at).index}
    used |= {change.cells.get("fact_id", "") for change in changes}
    numbers: dict[str, Iterator[int]] = {}
    keys = []
    for change in changes:
        key = change.cells.get(COLUMNS[change.subject][0], "")
        if not key:
            source = change.cells.get("source", "")
            if change.subject != "fact" or change.based_on is not None or not source:
                raise ValueError("A change names its key; a new fact its source.")
            if source not in numbers:
                numbers[source] = _free(source, used)
            key = f"{source}-{next(numbers[source]):02}"
        keys.append((change.subject, key))
    return keys


def _free(source: str, used: set[str]) -> Iterator[int]:
    """Count on from the highest number that a source's facts ever had."""
    of_source = (key.removeprefix(f"{source}-") for key in used if key.startswith(f"{source}-"))
    return itertools.count(max((int(n) for n in of_source if n.isdecimal()), default=0) + 1)


def _after(change: Change, key: str, before: Mapping[str, Any]) -> dict[str, Any]:
    columns = COLUMNS[change.subject]
    if unknown := set(change.cells) - set(columns):
        raise ValueError(f"A {change.subject} has no column {', '.join(sorted(unknown))}.")
    row = blank(change.subject) | dict(before) | dict(change.cells) | {columns[0]: key}
    row["withdrawn"] = int(change.withdrawn)
    if change.text is not None:
        row["text"] = digest(change.text)
    return row


def digest(text: str) -> str:
    """Return the SHA-256 of a text; raises ValueError where no database could hold it."""
    if "\x00" in text:
        raise ValueError("The text holds NUL characters; read it through data.intake.")
    return hashlib.sha256(text.encode()).hexdigest()


def _passage(
    change: Change, source: str, changes: Sequence[Change], at: Stamp | None
) -> dict[str, Any]:
    """Tie a span to the text that its source has after this act."""
    given = [
        digest(other.text)
        for other in changes
        if other.subject == "source" and other.text and other.cells.get("source") == source
    ]
    text = given[0] if given else newest("source", source, at)[1].get("text")
    start, end = change.passage or (0, 0)
    if text is None or not 0 <= start < end:
        raise ValueError(f"{source} has no text in which {start} to {end} could be a passage.")
    return {"passage_start": start, "passage_end": end, "passage_text": text}
