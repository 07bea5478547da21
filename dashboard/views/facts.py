"""The table of facts: search, sort, choose columns, open a row, download what is shown."""

import streamlit as st

from components import evidence, listing, page, sharing
from components.text import plain
from data import facts, questions

known, wanted = facts.load(), st.query_params.get("fact", "")
one = known[known["fact_id"] == wanted]
shown = page.begin(
    "Facts",
    "Every fact of the selection, the latest first. Choose a row to open its evidence.",
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
listed = questions.chronicle(shown)
columns = listing.columns()
count = f"{len(shown):,} fact{'s' * (len(shown) != 1)}"
if text:
    st.caption(f"{count} found.")
row = listing.table(listed, columns, alt=count)
if row is not None:
    with st.container(border=True):
        evidence.show(listed.iloc[row].to_dict(), known, key="row")
sharing.downloads(shown, columns=tuple(columns), search=text)
