"""Evidence: what stands behind a figure, told the same way everywhere."""

from collections.abc import Iterable
from typing import Any

import pandas as pd
import streamlit as st

from components.filters import address
from components.text import plain
from data import facts, places, sources
from data.kinds import KINDS
from data.questions import Headline
from data.vocabularies import DATE_ROLES, SIDES

_LIMIT = 12
"""A dialog shows at most so many facts in full; the rest are in the table of facts."""

MOST = 30
"""A page writes at most so many facts of a kind one by one."""


def ask(behind: Iterable[str] | Headline) -> None:
    """Remember which facts the reader wants to see; a click handler for charts and buttons.

    ``behind`` holds their ids, or is the figure that they stand behind.
    """
    ids = behind.facts if isinstance(behind, Headline) else behind
    st.session_state["evidence"] = list(ids)


def answer() -> None:
    """Open the dialog with the facts that were asked for in this run, if any were."""
    ids = st.session_state.pop("evidence", None)
    if ids:
        _dialog(ids)


@st.dialog("Evidence", width="large")
def _dialog(ids: list[str]) -> None:
    known = facts.load()
    chosen = known[known["fact_id"].isin(ids)]
    for number, fact in enumerate(chosen.head(_LIMIT).to_dict("records")):
        if number:
            st.divider()
        show(fact, known)
    if len(chosen) >= _LIMIT:
        st.caption(f"At most {_LIMIT} facts are told here; the page Facts lists all.")


def show(fact: dict[str, Any], known: pd.DataFrame) -> None:
    """Write one fact: sentence, figure, date and role, speaker, source, caveat, relatives, link."""
    kind = KINDS[fact["kind"]]
    who = f"{fact['flag']} {fact['country']}".strip() or "Many countries"
    st.markdown(f"**{plain(fact['summary'])}**")
    st.caption(" · ".join(filter(None, (kind.label, fact["subkind"], who, fact["status"]))))
    role = DATE_ROLES[fact["date_role"]]
    lines = {
        "Figure": f"{fact['figure_words']}, printed as “{fact['value_text']}”"
        if fact["figure_words"]
        else "",
        "When": f"{fact['date_words']} ({role})",
        "Where": places.describe(fact["place"]) if fact["place"] else "",
        "Who": fact["actor"].replace(";", ","),
        "According to": f"{fact['attributed_to']} (side: {SIDES[fact['side']]})",
        "Source": sources.citation(pd.DataFrame([fact])).removeprefix("Source: "),
        "Caveat": fact["note"],
    }
    st.markdown("\n".join(f"- {label}: {plain(text)}" for label, text in lines.items() if text))
    _relatives(fact, known)
    st.link_button(
        "Link to this fact",
        address("facts", {"fact": [fact["fact_id"]]}),
        icon=":material/link:",
        type="tertiary",
    )


def _relatives(fact: dict[str, Any], known: pd.DataFrame) -> None:
    same = known[(known["engagement"] == fact["engagement"]) & (known["engagement"] != "")]
    others = same[same["fact_id"] != fact["fact_id"]]
    if len(others):
        told = "\n".join(f"- {plain(other)}" for other in others["summary"].head(_LIMIT))
        with st.expander(
            f"{len(others)} other fact{'s' * (len(others) > 1)} of the same engagement"
        ):
            st.markdown(told)


def figures(headlines: Iterable[Headline], *, key: str, even: bool = True) -> None:
    """Write the main figures as cards, as many side by side as there is room for.

    They are ``even`` in height, except within columns: there a browser would lay the rows of
    even cards over what follows.
    """
    with st.container(horizontal=True):
        for headline in headlines:
            with st.container(border=True, height="stretch" if even else "content", gap="xsmall"):
                st.header(plain(headline.figure), anchor=False)
                st.markdown(
                    f"**{plain(headline.label)}**  \n:small[:gray[{plain(headline.context)}]]"
                )
                button(headline, key=f"{key}-{headline.label}")


def button(behind: Iterable[str] | Headline, *, key: str) -> None:
    """Write a button that opens the evidence for facts; ``key`` is unique on the page."""
    st.button(
        "Evidence",
        key=key,
        type="tertiary",
        icon=":material/format_quote:",
        on_click=ask,
        args=(behind,),
    )


def lines(chosen: pd.DataFrame, *, key: str, known: int = 0) -> None:
    """Write facts as lines, at most `MOST`; ``key`` is unique on the page.

    ``known`` is how many there are, where ``chosen`` does not hold all.
    """
    for fact in chosen.head(MOST).to_dict("records"):
        line(fact, key=key)
    say_more(known or len(chosen))


def say_more(known: int) -> None:
    """Say that only the first `MOST` of the ``known`` things were shown, where that is so."""
    if known > MOST:
        st.caption(f"{MOST} of {known:,} are shown; the page Facts lists all.")


def line(fact: dict[str, Any], *, key: str) -> None:
    """Write one fact as a line with a button that opens its evidence."""
    figure = f"**{plain(fact['figure_words'])}** · " if fact["figure_words"] else ""
    with st.container(horizontal=True, wrap=False, vertical_alignment="center"):
        said = plain(f"{fact['attributed_to']}, {fact['date_words']}")
        st.markdown(f"{figure}{plain(fact['summary'])} :gray[{said}]", width="stretch")
        button([fact["fact_id"]], key=f"{key}-{fact['fact_id']}")
