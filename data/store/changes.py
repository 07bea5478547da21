"""What is written to the store and what comes back from it: plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from data.reading import InvalidFacts, Problem
from data.schema import PLACE_COLUMNS, SOURCE_COLUMNS, TYPED

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "fact": tuple(TYPED),
    "source": SOURCE_COLUMNS,
    "place": PLACE_COLUMNS,
}
"""What can be changed: subject -> its typed columns, the key first."""


@dataclass(frozen=True)
class Change:
    """One addition, correction or withdrawal.

    ``subject`` is fact, source or place. ``cells`` holds the key and the typed columns that
    change; the others stay, or are empty in what is new. A new fact without ``fact_id`` gets
    its source's next number. ``based_on`` is the number of the revision that the writer saw: 0
    for a row of the founding collection that nobody corrected, None for what is new.
    ``withdrawn`` takes it out of the collection. ``text`` is the whole text of a source,
    ``passage`` where a fact stands in its source's text (start and end, in characters); None
    leaves them as they are.
    """

    subject: str
    cells: Mapping[str, str]
    based_on: int | None = None
    withdrawn: bool = False
    text: str | None = None
    passage: tuple[int, int] | None = None


@dataclass(frozen=True)
class Act:
    """What somebody did at once. ``keys`` are those that it revised: (subject, key)."""

    id: int
    at: datetime
    who: str
    why: str
    undoes: int | None
    keys: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Revision:
    """One state of a fact, source or place; number 0 is its row in the founding collection."""

    subject: str
    key: str
    number: int
    cells: Mapping[str, str]
    withdrawn: bool = False
    act: int | None = None
    at: datetime | None = None
    who: str = "the founding collection"
    why: str = ""


@dataclass(frozen=True)
class Clash:
    """Where somebody else was first: their revision, and the columns that it changed.

    ``seen`` are the cells that the writer had before them (empty where there were none),
    ``mine`` those that they wanted.
    """

    theirs: Revision
    seen: Mapping[str, str]
    mine: Mapping[str, str]

    def __str__(self) -> str:
        other, seen, what = self.theirs, self.seen, []
        if other.withdrawn:
            what.append("withdrew it")
        for column, cell in other.cells.items():
            if seen and cell != seen.get(column, ""):
                was, now = (f"“{one}”" if one else "nothing" for one in (seen.get(column), cell))
                what.append(f"{column.replace('_', ' ')} {was} → {now}")
        when = f" on {other.at:%d %B %Y at %H:%M} UTC" if other.at else ""
        why = f" ({other.why})" if other.why else ""
        done = ", ".join(what) or "added it"
        return f"{other.key}: {other.who}{when}{why}: {done}"


class Conflict(RuntimeError):
    """A write that was based on what has changed since; ``clashes`` say what others wrote."""

    def __init__(self, clashes: Sequence[Clash]) -> None:
        self.clashes = tuple(clashes)
        told = "; ".join(map(str, clashes))
        super().__init__(
            f"Nothing was saved, because it was changed meanwhile. Look and decide: {told}."
        )


class Refused(InvalidFacts):
    """A write that the checks refuse; ``found`` says for each problem which change is at fault.

    It holds pairs of the change's position in the act, None where the problem is in another
    fact, and the problem.
    """

    def __init__(self, found: Sequence[tuple[int | None, Problem]]) -> None:
        self.found = tuple(found)
        super().__init__([problem for _, problem in found])


@dataclass(frozen=True)
class Review:
    """An article under review: its text, its day, and all that the page needs to come back to.

    ``state`` is whatever JSON can hold: drafts, decisions, edited fields.
    """

    id: str
    text: str
    published: str = ""
    state: Mapping[str, Any] = field(default_factory=dict)
    updated: datetime | None = None


@dataclass(frozen=True)
class Label:
    """A draft as it was ``proposed`` and as it became ``final`` (empty where rejected).

    ``decision`` is accepted, edited or rejected, ``passage`` the words that it was drawn from.
    """

    decision: str
    passage: str
    proposed: Mapping[str, Any]
    final: Mapping[str, Any] = field(default_factory=dict)
