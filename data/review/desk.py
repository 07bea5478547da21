"""The state of a review: an article, a card for each draft, and the sentences left undrafted."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any
from uuid import uuid4

from data import dates, drafting, geonames, places
from data.drafting import Draft
from data.store import Review


@dataclass(frozen=True)
class Card:
    """A draft under review.

    ``cells`` is the fact as it stands now and ``proposed`` as it was drafted (empty where a
    person drafted it), both without an id; ``why`` maps columns to `drafting.Why` as a mapping.
    ``decision`` is accepted, rejected or "" while it is open. ``beside`` is the id of a known
    fact that has no engagement yet and shall get that of this card. ``composed`` is the
    sentence that was made last of the cells: as long as it stands, nobody wrote their own.
    ``hinted`` is what stood there first where a person asked for the card.
    """

    id: int
    start: int
    end: int
    cells: Mapping[str, str]
    proposed: Mapping[str, str] = field(default_factory=dict)
    why: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    decision: str = ""
    remark: str = ""
    beside: str = ""
    composed: str = ""
    hinted: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Doubt:
    """A sentence that may hold a fact and was not read: where it stands, and why it is listed."""

    id: int
    start: int
    end: int
    why: str
    aside: bool = False


@dataclass(frozen=True)
class Desk:
    """An article under review: its ``source`` as typed, its cleaned text, cards and doubts.

    ``places`` are rows of places that cards name and the collection does not hold yet.
    """

    id: str
    text: str
    source: Mapping[str, str]
    cards: tuple[Card, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    who: str = ""
    places: tuple[Mapping[str, str], ...] = ()

    def card(self, id: int) -> Card:
        """Return one card. Raises LookupError where there is none of this id."""
        for card in self.cards:
            if card.id == id:
                return card
        raise LookupError(f"There is no card {id}.")

    def with_card(self, card: Card) -> "Desk":
        """Return the desk with a card in place of the one of its id."""
        cards = tuple(card if one.id == card.id else one for one in self.cards)
        return replace(self, cards=cards)

    def placed(self, id: int, name: str) -> "Desk":
        """Return the desk with the place of this name on a card, proposed where it is new.

        A name that nothing is known of stays as it is, for the checks to refuse.
        """
        card = self.card(id)
        proposed = {row["name"].casefold(): row["place"] for row in self.places}
        key = places.find(name) or proposed.get(name.strip().casefold(), "")
        rows = self.places
        if name and not key and (row := geonames.propose(name, (card.cells["partner"], "CHN"))):
            key, rows = row["place"], (*rows, row)
        cells = {**card.cells, "place": key or name}
        return replace(self.with_card(replace(card, cells=cells)), places=rows)


def begin(text: str, source: Mapping[str, str], *, who: str = "") -> Desk:
    """Draft an article and open its review, in which nothing is accepted yet.

    ``text`` is cleaned, ``source`` are the cells of `SOURCE_COLUMNS` but for the paragraphs.
    Raises `drafting.Unreadable` where the text is not one that can be drafted from.
    """
    text = drafting.clean(text)
    published = date.fromisoformat(source["published"])
    drafts = drafting.draft(text, published)
    doubts = drafting.suspicious(text, published, drafts)
    cells = {**source, "paragraphs": str(len(drafting.paragraphs(text)))}
    desk = Desk(
        uuid4().hex[:12],
        text,
        cells,
        tuple(_card(n, d, text, cells) for n, d in enumerate(drafts, start=1)),
        tuple(
            Doubt(n, one.start, one.end, "; ".join(f"{why.note}: “{why.words}”" for why in one.why))
            for n, one in enumerate(doubts, start=1)
        ),
        who,
    )
    for card, drafted in zip(desk.cards, drafts, strict=True):
        desk = _at_its_place(desk, card, drafted.place or "")
    return desk


def asked(desk: Desk, start: int, end: int, *, id: int) -> Desk:
    """Return the desk with a card of its own for a passage, filled in as far as can be guessed.

    What the source tells is filled in too: its paragraph, and that it was known by its day.
    """
    day = date.fromisoformat(desk.source["published"])
    hint = drafting.hint(desk.text, day, start, end)
    drafted = hint or Draft("statement", start, end)
    card = replace(_card(id, drafted, desk.text, desk.source), start=start, end=end, proposed={})
    cards = sorted((*desk.cards, card), key=lambda one: (one.start, one.id))
    placed = _at_its_place(replace(desk, cards=tuple(cards)), card, drafted.place)
    cells = placed.card(id).cells
    return placed.with_card(replace(placed.card(id), proposed={}, hinted=cells))


def _at_its_place(desk: Desk, card: Card, name: str) -> Desk:
    """Put a drafted place on its card; one that nothing is known of is told, not kept."""
    placed = desk.placed(card.id, name)
    cells = placed.card(card.id).cells
    if name and cells["place"] == name:
        why = {**card.why, "place": {"note": f"no place or city called “{name}” is known"}}
        return desk.with_card(replace(card, why=why))
    said = summary(cells, placed.places)
    cells = {**cells, "summary": said}
    return placed.with_card(
        replace(placed.card(card.id), cells=cells, proposed=cells, composed=said)
    )


def _card(id: int, draft: Draft, text: str, source: Mapping[str, str]) -> Card:
    day = date.fromisoformat(source["published"])
    row = drafting.to_fact(draft, text, day, source=source["source"], number=id)
    del row["fact_id"]
    row["summary"] = summary(row)
    why = {name: dict(vars(why)) for name, why in draft.why.items()}
    if not row["attributed_to"]:
        row["attributed_to"] = source["publisher"]
        why["attributed_to"] = {"note": "nobody is named: the source itself says so"}
    return Card(id, draft.start, draft.end, row, row, why, composed=row["summary"])


def summary(cells: Mapping[str, str], proposed: Iterable[Mapping[str, str]] = ()) -> str:
    """Return what the cells say in one sentence of our own, "" where they cannot be read.

    ``proposed`` are rows of places that the collection does not hold yet.
    """
    told: dict[str, Any] = {name: cells[name] for name in _TOLD}
    named = {**places.names()} | {row["place"]: row["name"] for row in proposed}
    try:
        told["value"] = number(cells["value"])
        told["place"] = named.get(cells["place"], "")
        return Draft(cells["kind"], 0, 0, **told).summary
    except (ValueError, KeyError):
        return ""


_TOLD = ("subkind", "partner", "date", "unit", "qualifier", "status")


def number(cell: str) -> float | None:
    """Return the number in a cell, None where there is none or none that could be kept."""
    return float(cell) if re.fullmatch(r"[0-9]{1,18}(?:\.[0-9]+)?", cell) else None


def in_words(edtf: str) -> tuple[bool, str]:
    """Return whether a date can be read, and what it means or what is wrong with it."""
    if not edtf:
        return False, "A fact needs a date; what is only known by its report is like ../2023-12-05."
    try:
        return True, dates.in_words(edtf)
    except dates.InvalidDate as error:
        return False, f"{error}."


def to_store(desk: Desk) -> Review:
    """Return the desk as the store keeps it."""
    state = asdict(desk)
    del state["id"], state["text"]
    return Review(desk.id, desk.text, desk.source["published"], state)


def from_store(kept: Review) -> Desk:
    """Return the desk that `to_store` wrote."""
    state = kept.state
    return Desk(
        kept.id,
        kept.text,
        state["source"],
        tuple(Card(**card) for card in state["cards"]),
        tuple(Doubt(**doubt) for doubt in state["doubts"]),
        state["who"],
        tuple(state.get("places", ())),
    )
