"""Where the facts lie."""

import streamlit as st

from components import charts, evidence, page
from components.filters import narrow_to
from components.text import plain
from data import questions

shown = page.begin(
    "Map",
    "Countries are shaded by the number of facts; a click narrows the selection to a country.",
)

page.draw(
    charts.where(
        questions.by_country(shown),
        questions.locations(shown),
        asked=len(shown),
        height=620,
    ),
    shown,
    name="map",
    on_click=narrow_to,
)

for water in questions.waters(shown).itertuples():
    st.markdown(f"**{plain(water.name)}** · {plain(water.description)}")
missing = questions.not_drawn(shown)
if len(missing):
    st.subheader(
        "Not on the map", anchor=False, help="Facts that name neither a place nor a single partner."
    )
    for fact in missing.to_dict("records"):
        evidence.line(fact, key="missing")
