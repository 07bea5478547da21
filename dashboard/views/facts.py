"""The table of facts: search, sort, choose columns, open a row, download what is shown."""

import streamlit as st

from components import evidence, page, sharing
from components.text import plain
from data import facts, questions
from data.kinds import KINDS
from data.schema import DERIVED, TYPED
from data.vocabularies import SIDES

COLUMNS = ("date_words", "summary", "figure_words", "country", "kind", "attributed_to", "side")
"""The columns that are shown until the reader chooses; the sentence stands early, for phones."""
HEADINGS = {
    "date_words": "When",
    "figure_words": "Figure",
    "figure": "Figure, in short",
    "summary": "What",
    "attributed_to": "According to",
}
WIDTHS = {"summary": 420, "figure_words": 180}
"""Pixels; what is not named gets the width of its words."""
LABELS = {"kind": {key: kind.label for key, kind in KINDS.items()}, "side": SIDES}


def _heading(column: str) -> str:
    """Return what readers call a column: "When", "Date role"."""
    return HEADINGS.get(column) or column.replace("_", " ").capitalize()


known, wanted = facts.load(), st.query_params.get("fact", "")
one = known[known["fact_id"] == wanted]
shown = page.begin(
    "Facts",
    "Every fact of the selection. Choose a row to open its evidence.",
    only=lambda facts: one if len(one) else facts,
)
if len(one):
    with st.container(border=True):
        evidence.show(one.iloc[0].to_dict(), known, key="link")
    if st.button("Show all facts", icon=":material/close:"):
        st.query_params.pop("fact")
        st.rerun()
    st.stop()
if wanted:
    st.warning(
        f"The link names the fact “{plain(wanted)}”, which is not in the collection.",
        icon=":material/link_off:",
    )

text = st.text_input(
    "Search",
    placeholder="Words in the sentence, the speaker, the figure, the place",
    key="search",
    bind="query-params",
)
if text:
    shown = shown[questions.mentions(shown, text)]
meanings = {**TYPED, **DERIVED}
picked = st.multiselect(
    "Columns",
    list(meanings),
    default=COLUMNS,
    format_func=_heading,
    key="columns",
    persist_state="session",
)
count = f"{len(shown):,} fact{'s' * (len(shown) != 1)}"
if text:
    st.caption(f"{count} found.")
columns = picked or list(COLUMNS)
table = shown[columns].astype({name: "str" for name in columns if shown[name].dtype == "category"})
event = st.dataframe(
    table.replace(LABELS),
    hide_index=True,
    on_select="rerun",
    selection_mode="single-row",
    key="table",
    column_config={
        name: st.column_config.Column(_heading(name), help=meanings[name], width=WIDTHS.get(name))
        for name in table
    },
    alt=count,
    height=min(38 + 35 * max(len(table), 1), 600),
)
for row in event.selection.rows[:1]:
    with st.container(border=True):
        evidence.show(shown.iloc[row].to_dict(), known, key="row")
sharing.downloads(shown, columns=tuple(table), search=text)
