"""The main figures, where and when they lie, and what was said last."""

import streamlit as st

from components import charts, evidence, page
from components.filters import narrow_to
from data import questions

shown = page.begin(
    "Overview",
    "China's ties with other countries, as one source reported them. Narrow on the left; every figure leads to its passage.",
)

evidence.figures(questions.headlines(shown), key="headline")

page.draw(
    charts.where(
        questions.by_country(shown),
        questions.locations(shown),
        asked=len(shown),
    ),
    shown,
    name="map",
    on_click=narrow_to,
)
page.draw_timeline(shown)

said = questions.latest_statements(shown)
if len(said):
    st.subheader("Said most recently", anchor=False)
    for fact in said.to_dict("records"):
        evidence.line(fact, key="said")
