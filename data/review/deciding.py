"""What a person can do with the cards of a review: each returns a new desk."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from data import drafting, facts, geonames
from data.kinds import KINDS
from data.review.desk import Desk, asked, summary


def edited(desk: Desk, id: int, column: str, cell: str) -> Desk:
    """Set a cell of a card. A sentence that nobody rewrote follows, and so does a subkind.

    A place may be given by any of its names; a city that is not known yet is proposed.
    """
    if column == "place":
        desk = desk.placed(id, cell)
        cell = desk.card(id).cells["place"]
    card = desk.card(id)
    cells = {**card.cells, column: " ".join(cell.split())}
    if column == "kind" and cells["subkind"] not in KINDS[cell].subkinds:
        cells["subkind"] = ""
    composed = card.composed
    own = card.cells["summary"] not in ("", composed, summary(card.cells, desk.places))
    if column != "summary" and not own and (made := summary(cells, desk.places)):
        cells["summary"] = composed = made
    beside = card.beside
    if column == "engagement":
        beside, cells["part_of"] = "", whole_of(cells["engagement"])
    return desk.with_card(replace(card, cells=cells, beside=beside, composed=composed))


def located(
    desk: Desk, id: int, name: str, at: tuple[float, float], kind: str, lands: Sequence[str]
) -> Desk:
    """Put a place on a card that nobody knows yet: degrees north and east, what it is, and where.

    ``kind`` is one of `data.places.KINDS`; ``lands`` are alpha-3 codes: of the country that it
    lies in, or of all that claim it.
    """
    country, claimants = (lands[0], "") if len(lands) == 1 else ("", ";".join(lands))
    row = geonames.row_of(name, country, *at, kind=kind, note="Position: given by a reviewer.")
    row |= {"disputed": str(not country).lower(), "claimants": claimants}
    card = desk.card(id)
    cells = {**card.cells, "place": row["place"]}
    known = replace(desk, places=(*desk.places, row)).with_card(replace(card, cells=cells))
    return edited(known, id, "place", row["place"])


def whole_of(engagement: str) -> str:
    """Return what a known engagement is part of, "" where that is nothing or not known."""
    known = facts.load()
    own = known.loc[known["engagement"] == engagement, "part_of"] if engagement else []
    return str(next(iter(own), ""))


def decided(desk: Desk, id: int, decision: str, remark: str = "") -> Desk:
    """Accept or reject a card, or open it again ("")."""
    return desk.with_card(replace(desk.card(id), decision=decision, remark=remark))


def doubled(desk: Desk, id: int) -> Desk:
    """Put a second card of the same passage after a card, for a sentence that tells two facts.

    Until one of the two is changed, the second cannot be accepted: it says the same.
    """
    card = desk.card(id)
    copy = replace(card, id=_free(desk), proposed={}, hinted=card.cells, decision="", remark="")
    place = desk.cards.index(card) + 1
    return replace(desk, cards=(*desk.cards[:place], copy, *desk.cards[place:]))


def added(desk: Desk, start: int, end: int) -> Desk:
    """Make a card of a sentence that no draft was made of, for a person to fill in or put right.

    If the sentence was listed as undrafted, it is taken off that list.
    """
    doubts = tuple(one for one in desk.doubts if not (one.start < end and start < one.end))
    return asked(replace(desk, doubts=doubts), start, end, id=_free(desk))


def others(desk: Desk) -> list[tuple[int, int]]:
    """Return where the sentences stand that no card was made of, in the order of the text."""
    text = drafting.flat(desk.text)
    return [
        (one.start, one.end)
        for one in drafting.sentences(text, drafting.paragraphs(desk.text))
        if not any(card.start < one.end and one.start < card.end for card in desk.cards)
    ]


def set_aside(desk: Desk, *doubts: int, aside: bool = True) -> Desk:
    """Say of undrafted sentences that they hold no fact, or take that back."""
    told = (replace(d, aside=aside) if d.id in doubts else d for d in desk.doubts)
    return replace(desk, doubts=tuple(told))


def joined(desk: Desk, id: int, known: Mapping[str, str]) -> Desk:
    """Say that a card is about the same engagement as a known fact.

    Where that fact names none, both get one that is called like the fact.
    """
    card, own = desk.card(id), str(known["engagement"])
    cells = {
        **card.cells,
        "engagement": own or f"{known['fact_id']}-engagement",
        "part_of": str(known["part_of"]),
    }
    beside = "" if own else str(known["fact_id"])
    return desk.with_card(replace(card, cells=cells, beside=beside))


def left(desk: Desk) -> tuple[int, int]:
    """Count the cards and the undrafted sentences that nothing was decided of yet."""
    cards = sum(not card.decision for card in desk.cards)
    return cards, sum(not doubt.aside for doubt in desk.doubts)


def settled(desk: Desk) -> Desk:
    """Return what is left of a desk when all that was decided has been kept."""
    open_cards = tuple(card for card in desk.cards if not card.decision)
    return replace(desk, cards=open_cards, doubts=tuple(d for d in desk.doubts if not d.aside))


def _free(desk: Desk) -> int:
    return max((card.id for card in desk.cards), default=0) + 1
