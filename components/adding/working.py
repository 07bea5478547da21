"""Reviews under way: which one is open, who works on it, and what went wrong."""

from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

from components import evidence
from components.correcting import WHO
from components.text import plain
from data import facts, review, store
from data.review import Desk
from data.store import StoreError

REVIEW = "review"
"""The part of the address that names the open review."""
_SAID = "adding_said"
_REMEMBERED = "remembered_name"

_mount = st.components.v2.component(
    "sinograph_name", js=Path(__file__).with_name("name.js").read_text(encoding="utf-8")
)


def head(title: str, meaning: str) -> str:
    """Write the title of a page about work on the facts, which no selection narrows.

    Beside it, ask who works there; return the name, "" while none is given. It stays for the
    session, and the browser remembers it for the next.
    """
    with st.container(horizontal=True):
        with st.container(width="stretch"):
            st.title(title, anchor=False)
            st.markdown(meaning)
        name = st.text_input(
            "Your name",
            key=WHO,
            persist_state="session",
            help="It is kept with what you add, correct or undo.",
            autocomplete="name",
            width=240,
        )
    _mount(key=_REMEMBERED, data={"name": name or ""}, on_name_change=_remembered)
    say()
    return (name or "").strip()


def _remembered() -> None:
    if name := st.session_state[_REMEMBERED].get("name"):
        st.session_state[WHO] = name


def current() -> Desk | None:
    """Return the review that the address names, None where it names none that is under way."""
    wanted = st.query_params.get(REVIEW)
    kept = store.review(wanted) if wanted else None
    if wanted and kept is None:
        st.info("The review that the link names is finished or was discarded.")
    return review.from_store(kept) if kept else None


def go_to(id: str | None) -> None:
    """Open a review, or None for the list of them; call it from a callback."""
    if id:
        st.query_params[REVIEW] = id
    else:
        st.query_params.pop(REVIEW, None)


def keep(desk: Desk) -> None:
    """Save a review as it stands; what the store cannot take is said on the page."""
    try:
        store.save_review(review.to_store(desk))
    except StoreError as error:
        tell("error", str(error))


def change(id: str, made: Callable[[Desk], Desk]) -> None:
    """Change what is kept of a review; call it from a callback."""
    try:
        kept = store.review(id)
    except StoreError as error:
        tell("error", str(error))
        return
    if kept is None:
        tell("error", "This review is finished or was discarded, perhaps in another window.")
    else:
        keep(made(review.from_store(kept)))


def tell(how: str, sentence: str, *, facts: Sequence[str] = ()) -> None:
    """Remember a sentence for the next run: an error, or a success with the ids of facts."""
    st.session_state[_SAID] = (how, sentence, tuple(facts))


def say() -> None:
    """Say what was remembered, once."""
    how, sentence, added = st.session_state.pop(_SAID, ("", "", ()))
    if how == "error":
        st.error(plain(sentence))
    elif how:
        st.success(plain(sentence))
    if added:
        known = facts.load()
        evidence.lines(known[known["fact_id"].isin(added)], key="added")


def under_way() -> None:
    """List the articles under review; each can be gone on with or discarded."""
    kept = store.reviews()
    if not kept:
        return
    st.subheader("Under review", anchor=False)
    for one in kept:
        desk = review.from_store(one)
        cards, doubts = review.left(desk)
        with st.container(horizontal=True, vertical_alignment="center", border=True):
            accepted = sum(card.decision == "accepted" for card in desk.cards)
            waiting = f" · **{accepted} accepted, not added yet**" if accepted else ""
            begun = f" · begun by {plain(desk.who)}" if desk.who else ""
            st.markdown(
                f"**{plain(desk.source['title'])}**  \n{plain(desk.source['publisher'])}, "
                f"{desk.source['published']} · {cards} of {len(desk.cards)} drafts and {doubts} "
                f"undrafted sentence{'s' * (doubts != 1)} to decide{waiting}{begun}",
                width="stretch",
            )
            st.button("Go on", key=f"go_{one.id}", on_click=go_to, args=(one.id,))
            with st.popover("Discard", type="tertiary"):
                st.markdown("The text and all decisions on it are forgotten.")
                st.button("Discard it", key=f"drop_{one.id}", on_click=_drop, args=(one.id,))


def _drop(id: str) -> None:
    try:
        store.drop_review(id)
    except StoreError as error:
        tell("error", str(error))
