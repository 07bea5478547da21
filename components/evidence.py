"""Evidence: what stands behind a figure, told the same way everywhere."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from components import correcting, entries
from components.entries import Entry
from components.filters import address
from components.text import plain
from data import facts, places, sources, store
from data.kept import kept
from data.kinds import KINDS
from data.marks import records
from data.questions import Headline
from data.questions.bins import IDS
from data.store import Passage
from data.vocabularies import DATE_ROLES, SIDES

MOST = 30
"""A page writes at most so many facts of a kind one by one."""


def ask(ids: Iterable[str]) -> None:
    """Remember which facts the reader wants to see; a click handler for charts and buttons."""
    st.session_state["evidence"] = list(ids)


def answer() -> None:
    """Open the dialog with the facts that were asked for in this run, if any were."""
    ids = st.session_state.pop("evidence", None)
    if ids:
        _dialog(ids)


@st.dialog("Evidence", width="large")
def _dialog(ids: list[str]) -> None:
    if correcting.done():
        st.rerun()
    known = facts.load()
    chosen = known[known["fact_id"].isin(ids)]
    for number, fact in enumerate(chosen.head(IDS).to_dict("records")):
        if number:
            st.divider()
        show(fact, known, key="dialog")
    if len(chosen) >= IDS:
        st.caption(f"At most {IDS} facts are told here; the page Facts lists all.")


def show(fact: dict[str, Any], known: pd.DataFrame, *, key: str) -> None:
    """Write one fact: sentence, figure, date and role, speaker, source, caveat, passage.

    Its relatives, its link and the way to correct it follow. ``key`` tells places on a page
    apart, where one fact may stand twice.
    """
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
    _passage(fact["fact_id"])
    _relatives(fact, known)
    with st.container(horizontal=True):
        st.link_button(
            "Link to this fact",
            address("facts", {"fact": [fact["fact_id"]]}),
            icon=":material/link:",
            type="tertiary",
        )
        correcting.buttons(fact["fact_id"], key=key)
    correcting.form(fact["fact_id"], key=key)


def _passage(fact_id: str) -> None:
    """Quote the passage that a fact stands in, its words marked, where the text is kept."""
    found = store.passage(fact_id)
    if found is None:
        return
    many = len(found.numbers) > 1
    st.caption(
        f"Paragraph{'s' * many} {' and '.join(map(str, found.numbers))} of the source, as kept here"
    )
    st.markdown("\n\n".join(_marked(found)))


def _marked(found: Passage) -> list[str]:
    """Return the paragraphs of a passage as Markdown, the span in bold on a tint."""
    told, at = [], 0
    for line in found.text.split("\n\n"):
        first, last = (min(max(edge - at, 0), len(line)) for edge in (found.start, found.end))
        head, span, tail = (plain(part) for part in (line[:first], line[first:last], line[last:]))
        told.append(f"{head}:blue-background[**{span}**]{tail}" if span.strip() else plain(line))
        at += len(line) + 2
    return told


def _relatives(fact: dict[str, Any], known: pd.DataFrame) -> None:
    same = known[(known["engagement"] == fact["engagement"]) & (known["engagement"] != "")]
    others = same[same["fact_id"] != fact["fact_id"]]
    if len(others):
        told = "\n".join(f"- {plain(other)}" for other in others["summary"].head(IDS))
        with st.expander(
            f"{len(others)} other fact{'s' * (len(others) > 1)} of the same engagement"
        ):
            st.markdown(told)


def figures(headlines: Iterable[Headline], *, key: str) -> None:
    """Write the main figures as cards, as many side by side as there is room for."""
    told = [Entry(h.facts, h.figure, h.label, aside=h.context) for h in headlines]
    entries.write(told, look="figures", key=key, on_click=ask)


def lines(chosen: pd.DataFrame, *, key: str, known: int = 0, heading: str = "") -> None:
    """Write facts as lines, at most `MOST`; ``key`` is unique on the page.

    ``known`` is how many there are, where ``chosen`` does not hold all. ``heading`` names the
    column of dates: each of its values stands over the facts that follow with it.
    """
    told = entries_of(chosen, dated=not heading)
    if heading:
        over = chosen[heading].head(MOST).tolist()
        told = [
            replace(
                one, heading=name[:1].upper() + name[1:] if n == 0 or over[n - 1] != name else ""
            )
            for n, (one, name) in enumerate(zip(told, over, strict=True))
        ]
    entries.write(told, look="lines", key=key, on_click=ask)
    say_more(known or len(chosen))


_SAID = ("fact_id", "figure_words", "summary", "attributed_to", "date_words")


@kept
def entries_of(chosen: pd.DataFrame, *, dated: bool = True) -> list[Entry]:
    """Return what is said of the first `MOST` facts: figure, sentence, speaker, date."""
    return [
        Entry(
            [fact["fact_id"]],
            fact["figure_words"],
            text=fact["summary"],
            aside=fact["attributed_to"] + (f", {fact['date_words']}" if dated else ""),
        )
        for fact in records(chosen.head(MOST), _SAID)
    ]


def say_more(known: int) -> None:
    """Say that only the first `MOST` of the ``known`` things were shown, where that is so."""
    if known > MOST:
        st.caption(f"{MOST} of {known:,} are shown; the page Facts lists all.")
