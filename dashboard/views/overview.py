"""The main figures, where and when they lie, and what was said last."""

import streamlit as st

from components import evidence, page
from data import questions

shown = page.begin(
    "Overview",
    "China's ties with other countries, as they were reported. Narrow them with the filters in the sidebar; every figure leads to who said it, and where.",
)

evidence.figures(questions.headlines(shown), key="headline")

page.draw_map(shown)
page.draw_timeline(shown)

said = questions.latest_statements(shown)
if len(said):
    st.header("Said most recently", anchor=False)
    evidence.lines(said, key="said")
