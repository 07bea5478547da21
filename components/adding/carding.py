"""The chosen card in full: its fields with their reasons, its doubles, and what to do with it."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from components import fields
from components.adding import placing, working
from components.text import plain
from data import drafting, facts, review
from data.drafting import cleaning
from data.duplicates import duplicates
from data.review import Card, Desk, Doubt

LEGEND = (
    ":material/format_quote: read in these words · :material/calculate: *computed from them* · "
    ":material/subdirectory_arrow_right: *inherited from what is around* · :material/edit: yours"
)
"""How the reasons below the fields are told apart."""
MOST = 3
"""So many possible duplicates are shown beside a card."""


def show(desk: Desk, card: Card) -> None:
    """Draw a card: what is wrong with it, the decision, possible duplicates, and the fields."""
    wrong = [] if card.decision else review.problems(desk, card)
    _decision(desk, card, wrong)
    st.caption(f"“{plain(cleaning.one_line(desk.text[card.start : card.end]))}”")
    if wrong:
        st.markdown(_not_yet(wrong))
    if not card.decision:
        _doubles(desk, card)

    def changed(column: str, cell: str) -> None:
        working.change(desk.id, lambda now: review.edited(now, card.id, column, cell))

    fields.draw(
        card.cells,
        key=f"{desk.id}_{card.id}",
        on_change=changed,
        reasons={column: reason(desk, card, column) for column in fields.COLUMNS},
        wrong=dict(wrong),
        proposed=desk.places,
        disabled=bool(card.decision),
    )
    if card.why:
        st.caption(LEGEND)
    if not card.decision:
        placing.unknown(desk, card)
        with st.container(horizontal=True):
            _buttons(desk, card, wrong, at="end")


def doubt(desk: Desk, one: Doubt) -> None:
    """Draw an undrafted sentence, with the choice to draft it by hand or to set it aside."""
    st.markdown("**Undrafted, but it may hold a fact**")
    st.markdown(f"> {plain(cleaning.one_line(desk.text[one.start : one.end]))}")
    st.caption(plain(one.why[:1].upper() + one.why[1:]))
    with st.container(horizontal=True):
        st.button(
            "Add a fact from this sentence",
            type="primary",
            icon=":material/add:",
            on_click=_add,
            args=(desk, one.start, one.end),
        )
        st.button(
            "Set aside",
            on_click=working.change,
            args=(desk.id, lambda now: review.set_aside(now, one.id)),
        )


def by_hand(desk: Desk) -> None:
    """Offer to make a card of any sentence that none was made of."""
    spans = review.others(desk)
    if not spans:
        return
    with st.popover("Add a fact by hand", type="tertiary", key=f"by_hand_{len(desk.cards)}"):
        chosen = st.selectbox(
            "From which sentence?",
            spans,
            index=None,
            format_func=lambda span: _sentence(desk, span),
            key=f"{desk.id}_sentence_{len(desk.cards)}",
            placeholder="Choose it, or type a word of it",
        )
        if chosen:
            st.caption(plain(_sentence(desk, chosen)))
        st.button(
            "Add it",
            key="add_by_hand",
            disabled=chosen is None,
            on_click=_add,
            args=(desk, *(chosen or ())),
        )


def _add(desk: Desk, start: int, end: int) -> None:
    working.change(desk.id, lambda now: review.added(now, start, end))
    _choose_newest(desk)


def _double(desk: Desk, card: Card) -> None:
    working.change(desk.id, lambda now: review.doubled(now, card.id))
    _choose_newest(desk)


def _choose_newest(desk: Desk) -> None:
    """Choose the card that was made: it has the next number, given from the same cards."""
    number = max((card.id for card in desk.cards), default=0) + 1
    st.session_state[f"chosen_{desk.id}"] = f"c{number}"


def _decide(desk: Desk, card: Card, decision: str, remark: str = "") -> None:
    working.change(desk.id, lambda now: review.decided(now, card.id, decision, remark))
    place = desk.cards.index(card)
    following = [one for one in desk.cards if not one.decision and one.id != card.id]
    later = [one for one in desk.cards[place + 1 :] if not one.decision]
    if decision and following:
        st.session_state[f"chosen_{desk.id}"] = f"c{(later or following)[0].id}"
    elif decision:  # what is left, if anything, is undrafted
        st.session_state.pop(f"chosen_{desk.id}", None)


def _decision(desk: Desk, card: Card, wrong: list[tuple[str, str]]) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(f"Draft {card.id}", anchor="draft", width="stretch")
        if card.decision:
            st.markdown(f"{card.decision.capitalize()}{plain(card.remark and f', {card.remark}')}")
            st.button("Decide again", on_click=_decide, args=(desk, card, ""))
            return
        _buttons(desk, card, wrong)
        with st.popover("More", type="tertiary", key=f"more_{card.id}_{len(desk.cards)}"):
            _more(desk, card)


def _buttons(desk: Desk, card: Card, wrong: list[tuple[str, str]], *, at: str = "") -> None:
    """Draw the two answers; those over the fields have a key each on the keyboard.

    They are another card's with another card: a click too many decides nothing that nobody read.
    """
    st.button(
        "Accept",
        key=f"accept_{card.id}{at}",
        type="primary",
        icon=":material/check:",
        disabled=bool(wrong),
        on_click=_decide,
        args=(desk, card, "accepted"),
        shortcut=None if at else "A",
    )
    st.button(
        "Reject",
        key=f"reject_{card.id}{at}",
        icon=":material/close:",
        on_click=_decide,
        args=(desk, card, "rejected"),
        shortcut=None if at else "X",
    )


def _more(desk: Desk, card: Card) -> None:
    st.button(
        "Split: a second draft from this passage",
        help="For a sentence that tells two facts.",
        on_click=_double,
        args=(desk, card),
    )
    others = [other.id for other in desk.cards if other.id != card.id]
    if not others:
        return
    same = st.selectbox(
        "Merge: it says the same as",
        others,
        index=None,
        format_func=lambda id: f"{id}: {desk.card(id).cells['summary']}",
        key=f"{desk.id}_{card.id}_same",
        placeholder="Choose the draft that stays",
    )
    st.button(
        "Reject as the same",
        disabled=same is None,
        on_click=_decide,
        args=(desk, card, "rejected", f"the same as “{desk.card(same).cells['summary']}”")
        if same is not None
        else (),
    )


def _doubles(desk: Desk, card: Card) -> None:
    """Show known facts that may say the same, beside what the card says."""
    known = facts.load()
    pairs = duplicates(pd.DataFrame([card.cells]), known).head(MOST)
    for id in pairs["fact_id"]:
        fact = known[known["fact_id"] == id].iloc[0].to_dict()
        with st.container(border=True):
            st.markdown(":material/content_copy: **A known fact may be about the same thing**")
            st.markdown(_side_by_side(card.cells, fact))
            with st.container(horizontal=True):
                _answers(desk, card, fact)


def _side_by_side(cells: Mapping[str, str], fact: Mapping[str, Any]) -> str:
    date = review.in_words(cells["date"])[1]
    figure = fields.meaning("qualifier", {"qualifier": "exact", **cells}) or "no figure"
    rows = (
        ("Sentence", plain(cells["summary"]), plain(fact["summary"])),
        ("When", plain(date), plain(fact["date_words"])),
        ("Figure", figure, plain(fact["figure_words"]) or "no figure"),
        ("According to", plain(cells["attributed_to"]), plain(fact["attributed_to"])),
        ("Source", "this article", plain(fact["publisher"])),
    )
    return "\n".join(
        ("| | This card | Known |", "|---|---|---|", *(f"| {a} | {b} | {c} |" for a, b, c in rows))
    )


def _answers(desk: Desk, card: Card, fact: dict[str, Any]) -> None:
    joined = card.beside == fact["fact_id"] or (
        fact["engagement"] and card.cells["engagement"] == fact["engagement"]
    )
    if joined:
        st.markdown(":material/link: Another source for the same engagement")
        return
    st.button(
        "Another source for the same engagement",
        key=f"join_{fact['fact_id']}",
        on_click=working.change,
        args=(desk.id, lambda now: review.joined(now, card.id, fact)),
    )
    st.button(
        "Already known: reject",
        key=f"known_{fact['fact_id']}",
        type="tertiary",
        on_click=_decide,
        args=(desk, card, "rejected", f"already known as {fact['fact_id']}"),
    )


def reason(desk: Desk, card: Card, column: str) -> str:
    """Say in Markdown why a cell is as it is: read, computed, inherited, or a person's."""
    why = card.why.get(column, {})
    first = card.proposed or card.hinted
    if card.cells[column] != first.get(column, ""):
        was = fields.called(column, first.get(column, ""), first, desk.places)
        return ":material/edit: yours" + (f"; drafted as “{plain(was)}”" if was else "")
    words, note = plain(why.get("words", "")), plain(why.get("note", ""))
    if not card.cells[column]:
        return note if column == "place" else ""
    if note:
        sign = "calculate" if words else "subdirectory_arrow_right"
        said = f"{note} (“{words}”)" if words else note
        return f":material/{sign}: *{said}*"
    return f":material/format_quote: {words}" if words else ""


def _not_yet(wrong: list[tuple[str, str]]) -> str:
    """Say what keeps a card from being accepted: the fields, which say more, or a sentence."""
    columns = [review.label(column).lower() for column, _ in wrong if column]
    told = [plain(sentence) for column, sentence in wrong if not column]
    if columns:
        told.append(f"Mend first: {', '.join(dict.fromkeys(columns))}")
    return f":material/error: {' '.join(told)}"


def _sentence(desk: Desk, span: tuple[int, int]) -> str:
    """Return a sentence behind the number of its paragraph."""
    start, end = span
    own = [p.number for p in drafting.paragraphs(desk.text) if p.start < end and start < p.end]
    return f"¶ {own[0]} · {cleaning.one_line(desk.text[start:end])}"
