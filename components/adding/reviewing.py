"""A review on the page: the article with its passages, the list of cards, and the chosen one."""

from functools import partial

import streamlit as st

from components import article
from components.adding import carding, working
from components.article import Mark
from components.text import plain
from data import countries, quantities, review, store
from data.drafting import cleaning
from data.kinds import KINDS
from data.review import Card, Desk, Doubt
from data.store import StoreError


def show(desk: Desk, who: str) -> None:
    """Draw the review of an article."""
    _head(desk, who)
    chosen = _chosen(desk)
    marks = [_mark(desk, one) for one in _in_order(desk)]
    spans = {_key(one): (one.start, one.end) for one in _in_order(desk)}
    left, right = st.columns([9, 11], gap="medium")
    choose = partial(_choose, desk.id)
    with left:
        article.text(
            review.pieces(desk.text, spans), marks, chosen=chosen, key="text", on_click=choose
        )
    with right:
        _listed(desk, marks, chosen)
        one = next((one for one in _in_order(desk) if _key(one) == chosen), None)
        if isinstance(one, Card):
            carding.show(desk, one)
        elif one is not None:
            carding.doubt(desk, one)


def _in_order(desk: Desk) -> list[Card | Doubt]:
    """Return the drafts, then the undrafted sentences, each in the order of the text."""
    undrafted = (doubt for doubt in desk.doubts if not doubt.aside)
    return [*sorted(desk.cards, key=lambda card: (card.start, card.id)), *undrafted]


def _key(one: Card | Doubt) -> str:
    return f"{'c' if isinstance(one, Card) else 'd'}{one.id}"


def _chosen(desk: Desk) -> str:
    """Return what was chosen last, else the first card to be decided, else what is undrafted."""
    known = [_key(one) for one in _in_order(desk)]
    last = st.session_state.get(f"chosen_{desk.id}")
    undecided = [_key(card) for card in desk.cards if not card.decision]
    undrafted = [_key(doubt) for doubt in desk.doubts if not doubt.aside]
    return last if last in known else next(iter([*undecided, *undrafted, *known]), "")


def _choose(id: str, key: str) -> None:
    st.session_state[f"chosen_{id}"] = key


def _mark(desk: Desk, one: Card | Doubt) -> Mark:
    words = cleaning.one_line(desk.text[one.start : one.end])
    if isinstance(one, Doubt):
        return Mark(_key(one), "?", "Undrafted", "undrafted", text=words)
    kind = KINDS[one.cells["kind"]]
    return Mark(
        _key(one),
        str(one.id),
        kind.label.removesuffix("s"),
        one.decision or "open",
        kind.family.colour,
        _figure(one),
        countries.name(one.cells["partner"]) if one.cells["partner"] else "",
        words,
    )


def _figure(card: Card) -> str:
    cells, value = card.cells, review.number(card.cells["value"])
    return quantities.short(value, cells["unit"], cells["qualifier"]) if value is not None else ""


def _head(desk: Desk, who: str) -> None:
    cards, doubts = review.left(desk)
    st.subheader(plain(desk.source["title"]), anchor=False)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(
            f"{plain(desk.source['publisher'])}, {desk.source['published']} · "
            f"**{cards} of {len(desk.cards)} drafts to decide**, "
            f"{doubts} undrafted sentence{'s' * (doubts != 1)} to look at",
            width="stretch",
        )
        st.button("All reviews", on_click=working.go_to, args=(None,), type="tertiary")
        words, ready = _saving(desk)
        st.button(
            words,
            type="primary",
            icon=":material/save:",
            disabled=not (who and ready),
            on_click=_save,
            args=(desk.id, who),
        )
    if not who:
        st.caption("Give your name above before you add facts: it is kept with them.")


def _saving(desk: Desk) -> tuple[str, bool]:
    """Return what the button that keeps the decisions says, and whether there are any."""
    accepted = sum(card.decision == "accepted" for card in desk.cards)
    if accepted:
        return f"Add {accepted} fact{'s' * (accepted != 1)}", True
    if not any(review.left(desk)):
        return "Close the review", True
    return "Add 0 facts", False


def _save(id: str, who: str) -> None:
    """Record what was decided; whatever goes wrong is said, and the review stays as it is."""
    try:
        kept = store.review(id)
        if kept is None:
            working.tell("error", "This review is finished, perhaps in another window.")
            return
        desk = review.from_store(kept)
        act, rest = review.keep(desk, who=who)
    except store.Refused as error:
        told = " ".join(review.sentences(error.problems))
        working.tell("error", f"Nothing was added yet. {told}")
    except (StoreError, store.Conflict, ValueError) as error:
        working.tell("error", str(error))
    else:
        added = [key for subject, key in act.keys if subject == "fact"] if act else []
        ends = "" if rest else " The review is finished."
        told = f"{len(added)} fact{'s' * (len(added) != 1)} added.{ends}"
        working.tell("success", told, facts=added)
        if rest is None:
            working.go_to(None)


def _listed(desk: Desk, marks: list[Mark], chosen: str) -> None:
    """Draw the list of drafts and undrafted sentences."""
    article.cards(marks, chosen=chosen, key="cards", on_click=partial(_choose, desk.id))
    every = [doubt.id for doubt in desk.doubts]
    _, undrafted = review.left(desk)
    number = undrafted or len(every)
    with st.container(horizontal=True):
        carding.by_hand(desk)
        if number:
            sentences = f"{number} undrafted sentence{'s' * (number != 1)}"
            st.button(
                f"Set {sentences} aside" if undrafted else f"Bring back {sentences}",
                type="tertiary",
                on_click=working.change,
                args=(desk.id, partial(_put, doubts=every, aside=bool(undrafted))),
            )


def _put(desk: Desk, *, doubts: list[int], aside: bool) -> Desk:
    return review.set_aside(desk, *doubts, aside=aside)
