"""The collection in one state of the database, and what changes would make of it."""

import hashlib
import json
from collections.abc import Mapping, Sequence
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
    that the writer saw, ``position`` the change's place in its act.
    """

    subject: str
    key: str
    position: int
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


def founding(subject: str, key: str) -> dict[str, Any] | None:
    """Return a row of the founding collection as the tables would hold it, or None."""
    typed = rows(subject, None)
    found = typed[typed[COLUMNS[subject][0]] == key]
    if found.empty:
        return None
    cells: dict[str, Any] = found.iloc[0].to_dict()
    digest = hashlib.sha256(json.dumps(cells).encode()).hexdigest()
    return blank(subject) | cells | {"founding": digest}


def blank(subject: str) -> dict[str, Any]:
    """Return a row that says nothing."""
    linked: dict[str, tuple[str, ...]] = {
        "fact": ("passage_start", "passage_end", "passage_text"),
        "source": ("text",),
    }
    cells: dict[str, Any] = dict.fromkeys(COLUMNS[subject], "")
    return cells | {"withdrawn": 0, "founding": ""} | dict.fromkeys(linked.get(subject, ()))


def newest(subject: str, key: str, at: Stamp | None) -> tuple[int | None, dict[str, Any]]:
    """Return the number of the newest revision and its row; None and nothing where none is."""
    revised = state.latest(subject, at)
    if key in revised.index:
        row: dict[str, Any] = revised.loc[key].to_dict()
        return row.pop("number"), {COLUMNS[subject][0]: key} | row
    first = founding(subject, key)
    return (None, {}) if first is None else (0, first)


def steps(changes: Sequence[Change], at: Stamp | None) -> list[Step]:
    """Make changes ready. Raises ValueError for what no page should ask for."""
    if not changes:
        raise ValueError("There is nothing to change.")
    ready: list[Step] = []
    for position, change in enumerate(changes):
        key = change.cells.get(COLUMNS[change.subject][0], "") or _numbered(change, ready, at)
        number, before = newest(change.subject, key, at)
        after = _after(change, key, before)
        if change.passage is not None:
            after |= _passage(change, after["source"], changes, at)
        ready.append(Step(change.subject, key, position, change.based_on, number, before, after))
    keys = [(step.subject, step.key) for step in ready]
    if len(set(keys)) < len(keys):
        raise ValueError("An act changes each fact, source and place once.")
    return ready


def _numbered(change: Change, ready: Sequence[Step], at: Stamp | None) -> str:
    """Return the id of a new fact: its source's key and a number that was never used."""
    source = change.cells.get("source", "")
    if change.subject != "fact" or change.based_on is not None or not source:
        raise ValueError("A change names its key; a new fact its source.")
    used = [*rows("fact", None)["fact_id"], *state.latest("fact", at).index]
    used += [step.key for step in ready if step.subject == "fact"]
    of_source = (key.removeprefix(f"{source}-") for key in used if key.startswith(f"{source}-"))
    numbers = [int(rest) for rest in of_source if rest.isdecimal()]
    return f"{source}-{max(numbers, default=0) + 1:02}"


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
