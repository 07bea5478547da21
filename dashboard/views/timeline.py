"""When it happened, and the chronicle day by day."""

import streamlit as st

from components import charts, evidence, page
from data import questions

shown = page.begin(
    "Timeline",
    "A lane for each country, a symbol for each kind. Drag to zoom, double-click to see all; a click opens the evidence.",
)

page.draw(
    charts.timeline(questions.timeline(shown), window=questions.window(shown)),
    shown,
    name="timeline",
)

st.subheader("Chronicle", anchor=False)
for day, facts in questions.chronicle(shown).groupby("day", sort=False):
    st.markdown(f"##### {day[0].upper()}{day[1:]}")
    for fact in facts.to_dict("records"):
        evidence.line(fact, key="chronicle")
