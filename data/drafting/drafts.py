"""Drafts: facts as proposed, with the reason for every field."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from data import countries, dates, places, quantities
from data.drafting.cleaning import Paragraph, paragraphs
from data.kinds import KINDS
from data.schema import TYPED


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


@dataclass(frozen=True)
class Suspicion:
    """A sentence that may hold a fact: its offsets, its words on one line, and why."""

    start: int
    end: int
    text: str
    why: tuple[Why, ...]


def as_json(draft: Draft) -> dict[str, Any]:
    """Return a draft as a JSON object, with null where nothing is said."""
    row = {name: value if value != "" else None for name, value in vars(draft).items()}
    row["why"] = {name: vars(why) for name, why in draft.why.items()}
    return row | {"summary": draft.summary}


def to_fact(
    draft: Draft, text: str, published: date, *, source: str, number: int
) -> dict[str, str]:
    """Return a draft as a row of `data.schema.TYPED`, every cell text, for a reviewer to complete.

    A fact without a date is told as known by the day of publication, a plan as ahead of it. The
    place is the key of a known place, else empty; who says so is left empty where the text
    names nobody, and so is what a draft cannot know: engagement, part_of, note.
    """
    row = dict.fromkeys(TYPED, "")
    row |= {name: str(value) for name, value in vars(draft).items() if name in TYPED and value}
    when, role = _when(draft, published)
    return row | {
        "fact_id": f"{source}-{number:02}",
        "date": when,
        "date_role": role,
        "value": "" if draft.value is None else f"{draft.value:.10f}".rstrip("0").rstrip("."),
        "place": _place_key(draft.place),
        "side": draft.side or "independent",
        "source": source,
        "paragraph": ";".join(str(p.number) for p in paragraphs(text) if _overlap(p, draft)),
        "summary": draft.summary,
    }


def _when(draft: Draft, published: date) -> tuple[str, str]:
    if draft.date:
        return draft.date, draft.date_role or "occurred"
    if draft.status == "planned":
        return f"{published.isoformat()}/..", "planned"
    return f"../{published.isoformat()}", draft.date_role or "announced"


def _place_key(name: str) -> str:
    known = places.table()
    return next((str(key) for key, known_name in known["name"].items() if known_name == name), "")


def _overlap(paragraph: Paragraph, draft: Draft) -> bool:
    return paragraph.start < draft.end and draft.start < paragraph.end
