"""When it happened, and the chronicle day by day."""

import streamlit as st

from components import evidence, page
from data import questions

shown = page.begin(
    "Timeline",
    "A lane for each country, a symbol for each kind. Drag to zoom, double-click to return; a click opens the evidence.",
)

view = st.radio(
    "Days shown",
    ["Densest days", "Whole period"],
    horizontal=True,
    key="days",
    bind="query-params",
    label_visibility="collapsed",
)
page.draw_timeline(shown, whole=view == "Whole period")

st.header("Chronicle", anchor=False)
days = questions.chronicle(shown, number=evidence.MOST)
evidence.lines(days, key="chronicle", known=len(shown), heading="day")
