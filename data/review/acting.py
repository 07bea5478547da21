"""From a review to the store: what is recorded, what would be refused, what is left."""

from collections.abc import Iterable
from dataclasses import replace

from data import places, sources, store
from data.reading import Problem
from data.review.deciding import left, settled
from data.review.desk import Card, Desk, to_store
from data.store import Act, Change, Label

LABELS = {
    "date_role": "Role of the date",
    "value_text": "Figure as printed",
    "attributed_to": "According to",
    "summary": "Sentence",
}
"""What a reader calls a column whose name is not its label."""


def label(column: str) -> str:
    """Return what a reader calls a typed column: "Date role"."""
    return LABELS.get(column) or column.replace("_", " ").capitalize()


def changes(desk: Desk, cards: Iterable[Card]) -> list[Change]:
    """Return what the store has to record for cards: first the source and places that are new.

    A known fact that shares its engagement with a card is corrected in the same act, once.
    """
    chosen = list(cards)
    source = desk.source["source"]
    told = _new_places(desk, chosen)
    if source not in sources.table().index:
        withdrawn = store.revisions("source", source)
        based_on = withdrawn[-1].number if withdrawn else None
        told.append(Change("source", dict(desk.source), based_on=based_on, text=desk.text))
    told += [Change("fact", dict(card.cells), passage=(card.start, card.end)) for card in chosen]
    known = {card.beside: card.cells["engagement"] for card in chosen if card.beside}
    for id, engagement in known.items():
        newest = store.newest("fact", id)
        if not newest.withdrawn:
            cells = {"fact_id": id, "engagement": engagement}
            told.append(Change("fact", cells, based_on=newest.number))
    return told


def _new_places(desk: Desk, cards: Iterable[Card]) -> list[Change]:
    named = {card.cells["place"] for card in cards}
    told = []
    for row in desk.places:
        if row["place"] in named and row["place"] not in places.names():
            withdrawn = store.revisions("place", row["place"])
            based_on = withdrawn[-1].number if withdrawn else None
            told.append(Change("place", dict(row), based_on=based_on))
    return told


def _under_its_own_key(desk: Desk) -> Desk:
    """Return the desk with a source that nobody gave to another text since the review began.

    Where the same text was added meanwhile, it is that source.
    """
    key, text = desk.source["source"], desk.text
    known = store.recognise(text)
    if known and known.how == "same" and store.text(known.source) == text:
        return _renamed(desk, known.source)
    if store.revisions("source", key) and store.text(key) != text:
        return _renamed(desk, sources.new_key(desk.source["publisher"], desk.source["published"]))
    return desk


def _renamed(desk: Desk, key: str) -> Desk:
    cards = (replace(card, cells={**card.cells, "source": key}) for card in desk.cards)
    return replace(desk, source={**desk.source, "source": key}, cards=tuple(cards))


def labels(desk: Desk) -> list[Label]:
    """Return what was decided of the cards, for the drafter to be measured by."""
    return [_label(card, desk.text[card.start : card.end]) for card in desk.cards if card.decision]


def _label(card: Card, passage: str) -> Label:
    if card.decision == "rejected":
        return Label("rejected", passage, card.proposed)
    decision = "accepted" if card.cells == card.proposed else "edited"
    return Label(decision, passage, card.proposed, card.cells)


def problems(desk: Desk, card: Card) -> list[tuple[str, str]]:
    """Return why a card cannot be accepted as it stands; nothing where it can.

    Pairs of the column at fault, "" for the card as a whole, and a sentence.
    """
    found = [problem for _, problem in store.check(changes(desk, [card]))]
    told = [(problem.column, _asked(problem)) for problem in found]
    same = [
        other.id
        for other in desk.cards
        if other.id < card.id and other.cells == card.cells and other.decision != "rejected"
    ]
    if same:
        told.append(("", f"It says the same as draft {same[0]}: change a field, or reject it."))
    return told


def _asked(problem: Problem) -> str:
    """Return what a field is asked to mend; a place that nobody knows can be given a position."""
    if problem.column == "place" and "is no known place" in problem.rule:
        return f"“{problem.value}” is no known place: choose another, or say below where it is."
    return _said(problem)


def _said(problem: Problem) -> str:
    return f"{f'“{problem.value}” ' if problem.value else ''}{problem.rule}."


def sentences(found: Iterable[Problem]) -> list[str]:
    """Return problems as sentences without file and row."""
    return [f"{label(p.column)}: {_said(p)}" if p.column else f"{p.rule}." for p in found]


def keep(desk: Desk, *, who: str) -> tuple[Act | None, Desk | None]:
    """Record the accepted cards and what was decided of all, as one act.

    Returns the act (None where no card was accepted) and the desk that is left, None when all
    is decided and the review is closed. Raises what `store.record` does; then nothing is lost.
    """
    desk = _under_its_own_key(desk)
    accepted = [card for card in desk.cards if card.decision == "accepted"]
    rest, marked = settled(desk), labels(desk)
    act = None
    if found := store.check(changes(desk, accepted)) if accepted else ():
        raise store.Refused(found)
    if new := _new_places(desk, accepted):
        # An act of its own: undoing the facts leaves the places, which others may name by then.
        store.record(new, who=who, why=f"Places that “{desk.source['title']}” names")
    if accepted:
        act = store.record(
            changes(desk, accepted),
            who=who,
            why=f"Read in “{desk.source['title']}”",
            labels=marked,
            review=to_store(rest),
        )
    elif marked:
        store.keep_labels(marked, who=who)
        store.save_review(to_store(rest))
    if any(left(rest)):
        return act, rest
    store.drop_review(desk.id)
    return act, None
