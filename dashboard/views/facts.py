"""The table of facts: search, sort, choose columns, open a row, download what is shown."""

import streamlit as st

from components import evidence, page, sharing
from components.text import plain
from data import facts, questions
from data.schema import DERIVED, TYPED


def _heading(column: str) -> str:
    """Return a column's name as a heading: "Date words"."""
    return column.replace("_", " ").capitalize()


shown = page.begin("Facts", "Every fact of the selection. Choose a row to open its evidence.")
wanted = st.query_params.get("fact")
if wanted:
    known = facts.load()
    match = known[known["fact_id"] == wanted]
    if match.empty:
        st.warning(
            f"The link names the fact “{plain(wanted)}”, which is not in the collection.",
            icon=":material/link_off:",
        )
    else:
        with st.container(border=True):
            evidence.show(match.iloc[0].to_dict(), known)

text = st.text_input(
    "Search",
    placeholder="Words in the sentence, the speaker, the figure, the place",
    key="search",
    persist_state="session",
)
columns = ["date_words", "country", "kind", "figure_words", "summary", "attributed_to", "side"]
if text:
    shown = shown[questions.mentions(shown, text)]
meanings = {**TYPED, **DERIVED}
picked = st.multiselect(
    "Columns",
    list(meanings),
    default=columns,
    format_func=_heading,
    key="columns",
    persist_state="session",
)
count = f"{len(shown):,} fact{'s' * (len(shown) != 1)}"
if text:
    st.caption(f"{count} found.")
table = shown[picked or columns]
event = st.dataframe(
    table,
    hide_index=True,
    on_select="rerun",
    selection_mode="single-row",
    key="table",
    column_config={
        name: st.column_config.Column(_heading(name), help=meanings[name]) for name in table
    },
    alt=count,
    height=min(38 + 35 * max(len(table), 1), 600),
)
for row in event.selection.rows[:1]:
    with st.container(border=True):
        evidence.show(shown.iloc[row].to_dict(), facts.load())
sharing.downloads(shown, columns=tuple(table), search=text)
