"""How many vessels, according to whom, where, and what each side says."""

import streamlit as st

from components import charts, entries, evidence, page
from components.text import plain
from data import questions

shown = page.begin(
    "Maritime",
    "Counts of vessels, ships that were sent, and what each side says.",
    only=questions.at_sea,
)

counts, sent = questions.vessel_counts(shown), questions.deployments(shown)
if len(counts):
    page.draw(charts.vessel_counts(counts), shown, name="vessel-counts")
for water in questions.waters(shown).itertuples():
    st.markdown(f"**Where:** {plain(water.description)}")
if len(sent):
    page.draw(charts.deployments(sent), shown, name="deployments")

st.header("What the sides say", anchor=False)
names = questions.sides(shown)
for column, (side, said) in zip(
    st.columns(len(names)), questions.positions(shown).items(), strict=True
):
    with column:
        st.subheader(names[side], anchor=False)
        if said.empty:
            st.caption("Nothing in this selection.")
        told = evidence.entries_of(said)
        entries.write(told, look="cards", key=f"says-{side}", on_click=evidence.ask)
        evidence.say_more(len(said))
