"""Who went where, how long, and how often both sides met."""

from typing import Any

import streamlit as st

from components import charts, entries, evidence, page
from components.entries import Entry
from data import quantities, questions
from data.kinds import VISITS

shown = page.begin(
    "Visits",
    "Visits that are known one by one, and how many there were according to others.",
    only=questions.of_kinds(VISITS),
)

visits = questions.visits(shown)


def told(visit: dict[str, Any]) -> Entry:
    """Return what a card says of a visit."""
    kind = f"{visit['kind']} visit" if visit["kind"] else "kind of visit not stated"
    length = quantities.in_words(visit["days"], "days") or "length not stated"
    talks = f"talks of {visit['talks']}" if visit["talks"] else ""
    aside = " · ".join(filter(None, (visit["country"], kind, length, talks)))
    return Entry(visit["facts"], title=visit["visit"], text=visit["date_words"], aside=aside)


cards = [told(visit) for visit in visits.head(evidence.MOST).to_dict("records")]
entries.write(cards, look="cards", key="visits", on_click=evidence.ask)
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
