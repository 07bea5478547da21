"""Donations, grants and loans: what was promised, what arrived."""

from dataclasses import replace

import streamlit as st

from components import charts, entries, evidence, page
from components.entries import Entry
from data import questions
from data.kinds import AID

shown = page.begin(
    "Aid",
    "Donations, grants, loans and the agreements behind them. Pledged, planned and delivered never share a sum.",
    only=questions.of_kinds(AID),
)

pledged, paid = questions.aid_total(shown), questions.aid_total(shown, status="delivered")
st.markdown(
    f"Pledged in US dollars: **{pledged.words}**. Reported as paid in US dollars: **{paid.words if paid.facts else 'nothing'}**."
)
if pledged.left_out:
    left_out = [
        f"{len(left.facts):,} fact{'s' * (len(left.facts) > 1)} ({left.reason})"
        for left in pledged.left_out
    ]
    st.caption(f"Not in the sum: {', '.join(left_out)}.")

money, goods = questions.aid_by_status(shown), questions.aid_in_kind(shown)
if len(money):
    page.draw(charts.aid_by_status(money), shown, name="aid-by-status")
if len(goods):
    page.draw(charts.aid_in_kind(goods), shown, name="aid-in-kind")


def told(programme: questions.Programme, depth: int = 0) -> list[Entry]:
    """Return a programme's facts, and below them those of its parts, further in."""
    own = [replace(one, depth=depth) for one in evidence.entries_of(programme.facts)]
    return own + [entry for part in programme.parts for entry in told(part, depth + 1)]


programmes = questions.programmes(shown)
for programme in programmes[: evidence.MOST]:
    countries = " and ".join(programme.countries) or "Many countries"
    st.header(f"{countries}: a programme and its parts", anchor=False)
    entries.write(
        told(programme),
        look="lines",
        key=f"programme-{programme.engagement}",
        on_click=evidence.ask,
    )
evidence.say_more(len(programmes))
