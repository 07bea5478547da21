"""Whether the collection would be sound with a change: only what the change can touch is read."""

from collections.abc import Iterator, Sequence

import pandas as pd

from data import checks, places, sources
from data.database.state import Stamp
from data.reading import Problem
from data.store.changes import COLUMNS
from data.store.collection import Step, rows

Found = tuple[int | None, Problem]
"""The position of the change that is at fault, None for another row, and the problem."""


def problems(steps: Sequence[Step], at: Stamp | None) -> list[Found]:
    """Return every problem that the collection would have after the steps."""
    if found := list(_unprintable(steps)):
        return found
    after = {subject: _after(subject, steps, at) for subject in COLUMNS}
    changed = {step.key for step in steps if step.subject == "place"}
    told = after["place"][after["place"]["place"].isin(changed)].reset_index(drop=True)
    found = _named(places.problems(told, file=""), told, "place", steps)
    if any(step.subject == "source" for step in steps):
        told = after["source"]
        found += _named(sources.problems(told, file=""), told, "source", steps)
    if found:  # facts are told by sound places and sources
        return found
    paragraphs = after["source"].set_index("source")["paragraphs"].astype("int64").to_dict()
    keys = checks.Keys(frozenset(after["place"]["place"]), paragraphs)
    told = _touched(after["fact"], steps)
    if told.empty:
        return []
    return _named(checks.problems(told, file="", keys=keys), told, "fact", steps)


def _after(subject: str, steps: Sequence[Step], at: Stamp | None) -> pd.DataFrame:
    before = rows(subject, at)
    own = [step for step in steps if step.subject == subject]
    if not own:
        return before
    key = COLUMNS[subject][0]
    kept = before[~before[key].isin([step.key for step in own])]
    new = [step.cells(step.after) for step in own if not step.after["withdrawn"]]
    added = pd.DataFrame(new, columns=list(before.columns), dtype="str")
    return pd.concat([kept, added], ignore_index=True).astype("str")


def _touched(facts: pd.DataFrame, steps: Sequence[Step]) -> pd.DataFrame:
    """Return the facts that a step changes, and those that the rules compare them with."""
    by = {subject: [s for s in steps if s.subject == subject] for subject in COLUMNS}
    chosen = facts["fact_id"].isin([step.key for step in by["fact"]])
    chosen |= facts["source"].isin([step.key for step in by["source"]])
    chosen |= facts["place"].isin([step.key for step in by["place"]])
    things = {step.before.get(name, "") for step in by["fact"] for name in _LINKS}
    while True:
        things |= {thing for name in _LINKS for thing in facts.loc[chosen, name]}
        more = (
            chosen | facts["engagement"].isin(things - {""}) | facts["part_of"].isin(things - {""})
        )
        if more.equals(chosen):
            return facts[chosen].reset_index(drop=True)
        chosen = more


_LINKS = ("engagement", "part_of")


def _unprintable(steps: Sequence[Step]) -> Iterator[Found]:
    for step in steps:
        for column, cell in step.cells(step.after).items():
            if not _storable(cell):
                rule = "holds a character that no text has; type it anew"
                yield step.position, Problem(step.key, 0, column, cell, rule)


def _storable(cell: str) -> bool:
    try:
        return b"\x00" not in cell.encode()
    except UnicodeEncodeError:
        return False


def _named(
    found: Sequence[Problem], frame: pd.DataFrame, subject: str, steps: Sequence[Step]
) -> list[Found]:
    """Say of each problem which fact, source or place has it, and which change made it."""
    positions = {step.key: step.position for step in steps if step.subject == subject}
    keys = frame[COLUMNS[subject][0]]
    return [
        (positions.get(key), Problem(key, 0, problem.column, problem.value, problem.rule))
        for problem in found
        for key in [keys[problem.row - 2]]
    ]
