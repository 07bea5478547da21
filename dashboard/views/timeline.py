"""When it happened, and the chronicle day by day."""

import streamlit as st

from components import evidence, page
from data import questions

CHRONICLE = 60

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
if len(shown) > CHRONICLE:
    st.caption(
        f"The latest {CHRONICLE} of {len(shown):,} facts; narrow the period to read earlier ones, or open the page Facts."
    )
for day, facts in questions.chronicle(shown, number=CHRONICLE).groupby("day", sort=False):
    st.subheader(f"{day[0].upper()}{day[1:]}", anchor=False)
    for fact in facts.to_dict("records"):
        evidence.line(fact, key="chronicle")
