"""The table of facts: its columns under readers' names, its words in readers' words."""

import pandas as pd
import streamlit as st

from data.kinds import KINDS
from data.schema import DERIVED, TYPED
from data.vocabularies import SIDES

_FIRST = ("date_words", "summary", "figure_words", "country", "kind", "attributed_to", "side")
"""The columns that are shown until the reader chooses; the sentence stands early, for phones."""
_HEADINGS = {
    "date_words": "When",
    "figure_words": "Figure",
    "figure": "Figure, in short",
    "summary": "What",
    "attributed_to": "According to",
}
_WIDTHS = {
    "date_words": 110,
    "summary": 300,
    "figure_words": 115,
    "country": 85,
    "kind": 100,
    "attributed_to": 140,
    "side": 90,
}
"""Pixels, so that the columns to begin with fit a page; others get the width of their words."""
_ROW = 72
"""Pixels: Streamlit breaks words into lines in rows of more than 64."""
_LABELS = {"kind": {key: kind.label for key, kind in KINDS.items()}, "side": SIDES}
_MEANINGS = {**TYPED, **DERIVED}


def columns() -> list[str]:
    """Let the reader choose columns; return their names, those to begin with for none."""
    picked = st.multiselect(
        "Columns",
        list(_MEANINGS),
        default=_FIRST,
        format_func=_heading,
        key="columns",
        persist_state="session",
    )
    return picked or list(_FIRST)


def table(shown: pd.DataFrame, chosen: list[str], *, alt: str) -> int | None:
    """Write the chosen columns of facts; return the position of the row that the reader chose."""
    coded = {name: "str" for name in chosen if shown[name].dtype == "category"}
    event = st.dataframe(
        shown[chosen].astype(coded).replace(_LABELS),
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        key="table",
        column_config={
            name: st.column_config.Column(
                _heading(name), help=_MEANINGS[name], width=_WIDTHS.get(name)
            )
            for name in chosen
        },
        alt=alt,
        row_height=_ROW,
        height=min(38 + _ROW * max(len(shown), 1), 764),
    )
    return next(iter(event.selection.rows), None)


def _heading(column: str) -> str:
    """Return what readers call a column: "When", "Date role"."""
    return _HEADINGS.get(column) or column.replace("_", " ").capitalize()
