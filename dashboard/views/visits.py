"""Who went where, how long, and how often both sides met."""

import streamlit as st

from components import charts, evidence, page
from components.text import plain
from data import quantities, questions
from data.kinds import VISITS

shown = page.begin(
    "Visits",
    "Visits that are known one by one, and how many there were according to others.",
    only=questions.of_kinds(VISITS),
)

visits = questions.visits(shown)
first = visits.head(evidence.MOST).to_dict("records")
for start in range(0, len(first), 2):
    for column, visit in zip(st.columns(2), first[start : start + 2], strict=False):
        with column.container(border=True, height="stretch"):
            st.markdown(f"**{plain(visit['visit'])}**  \n{visit['date_words']}")
            kind = f"{visit['kind']} visit" if visit["kind"] else "kind of visit not stated"
            length = quantities.in_words(visit["days"], "days") or "length not stated"
            talks = f"talks of {visit['talks']}" if visit["talks"] else ""
            st.caption(" · ".join(filter(None, (visit["country"], kind, length, talks))))
            evidence.button(visit["facts"], key=f"visit-{visit['facts'][0]}")
evidence.say_more(len(visits))

exchanges, by_year = questions.exchanges(shown), questions.visits_by_year(shown)
if len(exchanges):
    page.draw(charts.exchanges(exchanges), shown, name="exchanges")
left, right = st.columns(2)
with left:
    if len(visits):
        page.draw(charts.visit_lengths(visits), shown, name="visit-lengths")
with right:
    if len(by_year):
        page.draw(charts.visits_by_year(by_year), shown, name="visits-by-year")
