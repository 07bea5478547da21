"""Correcting and withdrawing a fact where its evidence is told."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from components import fields
from components.text import plain
from data import geonames, places, review, store
from data.store import Change, Clash, StoreError

WHO = "who"
"""Where the session keeps who works here."""

_OPEN = "correcting"
_DONE = "corrected"
_VERBS = {"Correct": "Keep the correction", "Withdraw": "Withdraw it"}


@dataclass
class _Form:
    """What is asked for: to correct or withdraw a fact, at a place, as of a revision.

    ``seen`` are its cells as they were when the form was opened.
    """

    what: str
    fact_id: str
    place: str
    number: int
    seen: Mapping[str, str]
    wrong: tuple[str, ...] = ()
    clash: Clash | None = None

    def key(self, name: str) -> str:
        """Return the key of a widget; a form that is opened anew begins with new widgets."""
        return f"{self.place}_{self.fact_id}_{id(self)}_{name}"


def buttons(fact_id: str, *, key: str) -> None:
    """Offer to correct a fact or to withdraw it; ``key`` tells places on a page apart."""
    for what, icon in (("Correct", "edit"), ("Withdraw", "delete")):
        st.button(
            what,
            key=f"{what}_{key}_{fact_id}",
            icon=f":material/{icon}:",
            type="tertiary",
            on_click=_open,
            args=(what, fact_id, key),
        )


def form(fact_id: str, *, key: str) -> None:
    """Draw the form in which a fact is corrected or withdrawn, if it was asked for here."""
    opened: _Form | None = st.session_state.get(_OPEN)
    if opened is None or (opened.fact_id, opened.place) != (fact_id, key):
        return
    with st.container(border=True):
        changed = {}
        if opened.what == "Correct":
            now = fields.draw(opened.seen, key=opened.key("cell"))
            changed = {name: cell for name, cell in now.items() if cell != opened.seen[name]}
            if _TOLD & set(changed) and not {"summary"} & set(changed) and not _composed(opened):
                st.caption(
                    ":material/warning: The sentence stays as it is: write it anew where it no "
                    "longer holds."
                )
        left, right = st.columns(2)
        name = st.session_state.get(WHO, "")
        left.text_input("Your name", value=name, key=opened.key("who"))
        right.text_input("Why", key=opened.key("why"))
        for sentence in opened.wrong:
            st.error(plain(sentence))
        with st.container(horizontal=True):
            _choices(opened, changed)


_TOLD = {"kind", "partner", "place", "date", "value", "unit", "qualifier", "status"}
"""The columns that a sentence speaks of."""


def _composed(opened: _Form) -> bool:
    """Return whether the sentence was made of the other cells, so that it follows them."""
    return opened.seen["summary"] == review.summary(opened.seen)


def _choices(opened: _Form, changed: dict[str, str]) -> None:
    verb = _VERBS[opened.what]
    if opened.clash:
        verb = f"{verb} all the same"
        st.warning(f"Somebody else was first: {plain(str(opened.clash))}. Yours is not kept yet.")
    st.button(verb, type="primary", on_click=_record, args=(opened, changed))
    st.button("Cancel", type="tertiary", on_click=st.session_state.pop, args=(_OPEN, None))


def _open(what: str, fact_id: str, place: str) -> None:
    newest = store.newest("fact", fact_id)
    st.session_state[_OPEN] = _Form(what, fact_id, place, newest.number, newest.cells)


def _record(opened: _Form, changed: dict[str, str]) -> None:
    """Keep what the form says. Whoever saw what another wrote builds on that."""
    cells = {"fact_id": opened.fact_id, **changed}
    place = _new_place(opened, cells)
    if "summary" not in changed and _composed(opened):
        made = review.summary({**opened.seen, **cells}, [change.cells for change in place])
        cells["summary"] = made or opened.seen["summary"]
    if "engagement" in changed:
        cells["part_of"] = review.whole_of(changed["engagement"])
    withdrawn = opened.what == "Withdraw"
    change = Change("fact", cells, based_on=opened.number, withdrawn=withdrawn)
    who, why = (st.session_state[opened.key(name)] or "" for name in ("who", "why"))
    opened.wrong, opened.clash = (), None
    try:
        act = store.record([*place, change], who=who, why=why)
    except store.Conflict as error:
        opened.clash = error.clashes[0]
        opened.number = opened.clash.theirs.number
    except store.Refused as error:
        opened.wrong = tuple(review.sentences(error.problems))
    except (StoreError, ValueError) as error:
        opened.wrong = (str(error),)
    else:
        del st.session_state[_OPEN]
        st.session_state[WHO] = who.strip()
        st.session_state[_DONE] = f"Kept as act {act.id}; the page History can take it back."


def _new_place(opened: _Form, cells: dict[str, str]) -> list[Change]:
    """Put the key of a place in the stead of its name; return the place where it is new."""
    name = cells.get("place", "")
    cells |= {"place": places.find(name) or name} if name else {}
    if not name or places.find(name):
        return []
    row = geonames.propose(name, (cells.get("partner", opened.seen["partner"]), "CHN"))
    cells["place"] = row["place"] if row else name
    return [Change("place", row)] if row else []


def done() -> bool:
    """Return whether something was kept that the page does not show yet."""
    return _DONE in st.session_state


def say() -> None:
    """Say, once, that something was kept."""
    if said := st.session_state.pop(_DONE, ""):
        st.toast(said, icon=":material/check:")
