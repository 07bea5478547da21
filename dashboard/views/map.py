"""Where the facts lie."""

import streamlit as st

from components import evidence, page
from components.text import plain
from data import questions

shown = page.begin(
    "Map",
    "Countries are shaded by their number of facts. A click on a country or a symbol narrows the selection to it; a second click opens its evidence.",
)

page.draw_map(shown, height=620)

for water in questions.waters(shown).itertuples():
    st.markdown(f"**Claimed by several:** {plain(water.description)}")
missing = questions.not_drawn(shown)
if len(missing):
    st.header(
        "Not on the map", anchor=False, help="Facts that name neither a place nor a single partner."
    )
    evidence.lines(missing, key="missing")
