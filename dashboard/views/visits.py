"""Who went where, how long, and how often both sides met."""

import streamlit as st

from components import charts, evidence, page
from data import questions
from data.kinds import VISITS

shown = page.begin(
    "Visits",
    "Visits that are known one by one, and how many there were according to others.",
    only=questions.of_kinds(VISITS),
)

for visit in questions.visits(shown).to_dict("records"):
    with st.container(border=True):
        st.markdown(f"**{visit['visit']}** · {visit['date_words']}")
        length = (
            f"{visit['days']} day{'s' * (visit['days'] > 1)}"
            if visit["days"] == visit["days"] and visit["days"]
            else ""
        )
        kind = f"{visit['kind']} visit" if visit["kind"] else "kind of visit not stated"
        talks = f"talks of {visit['talks']}" if visit["talks"] else ""
        st.caption(" · ".join(filter(None, (visit["country"], kind, length, talks))))
        evidence.button(visit["facts"], key=f"visit-{visit['facts'][0]}")

exchanges, by_year = questions.exchanges(shown), questions.visits_by_year(shown)
if len(exchanges):
    page.draw(charts.exchanges(exchanges), shown, name="exchanges")
if len(by_year):
    page.draw(charts.visits_by_year(by_year), shown, name="visits-by-year")
