"""Drafts: facts as proposed, with the reason for every field."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from data import countries, dates, quantities
from data.kinds import KINDS


@dataclass(frozen=True)
class Why:
    """Why a field is as it is: the words that it was read from, or a note, or both.

    ``start`` and ``end`` are the offsets of the words in the text, None where there are none.
    """

    words: str = ""
    start: int | None = None
    end: int | None = None
    note: str = ""


@dataclass(frozen=True)
class Draft:
    """A fact as proposed. Fields are named as in `data.schema.TYPED`; "" and None say nothing.

    ``place`` is a name as printed; ``start`` and ``end`` are the offsets of the passage in the
    text, ``score`` says from 0 to 1 how sure the drafter is, ``why`` maps fields to reasons.
    """

    kind: str
    start: int
    end: int
    subkind: str = ""
    partner: str = ""
    date: str = ""
    date_role: str = ""
    value: float | None = None
    unit: str = ""
    qualifier: str = ""
    value_text: str = ""
    place: str = ""
    actor: str = ""
    attributed_to: str = ""
    side: str = ""
    status: str = ""
    score: float = 0.0
    why: Mapping[str, Why] = field(default_factory=dict)

    @property
    def summary(self) -> str:
        """The fact in one sentence of our own, made from its fields."""
        partner = countries.in_sentence(self.partner) if self.partner else ""
        said = [KINDS[self.kind].label.removesuffix("s")]
        if self.subkind and self.subkind != "unspecified":
            said.append(f"({self.subkind})")
        said.append(f"between China and {partner}" if partner else "by or with China")
        if self.value is not None:
            said[-1] += f": {quantities.in_words(self.value, self.unit, self.qualifier)}"
        tail = [
            f"{self.status}" if self.status else "",
            dates.in_words(self.date) if self.date else "",
            f"place: {self.place}" if self.place else "",
        ]
        return ", ".join(filter(None, [" ".join(said), *tail])) + "."


def as_json(draft: Draft) -> dict[str, Any]:
    """Return a draft as a JSON object, with null where nothing is said."""
    row = {name: value if value != "" else None for name, value in vars(draft).items()}
    row["why"] = {name: vars(why) for name, why in draft.why.items()}
    return row | {"summary": draft.summary}


def known_by(published: date) -> str:
    """Return the date of what is told without one: at the latest the day of publication."""
    return f"../{published.isoformat()}"
