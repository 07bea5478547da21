"""Donations, grants and loans: what was promised, what arrived."""

import streamlit as st

from components import charts, evidence, page
from data import questions
from data.kinds import AID

shown = page.begin(
    "Aid",
    "Donations, grants, loans and the agreements behind them. Pledged, planned and delivered never share a sum.",
    only=questions.of_kinds(AID),
)

pledged, paid = questions.aid_total(shown), questions.aid_total(shown, status="delivered")
st.markdown(
    f"Pledged in US dollars: **{pledged.words}**. Reported as paid: **{paid.words if paid.facts else 'nothing'}**."
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


def write(programme: questions.Programme, depth: int) -> None:
    """Write a programme's facts, and below them those of its parts."""
    for fact in programme.facts.to_dict("records"):
        with st.columns([max(depth, 0.01) * 0.04, 1])[1]:
            evidence.line(fact, key="programme")
    for part in programme.parts:
        write(part, depth + 1)


programmes = questions.programmes(shown)
for programme in programmes[: evidence.MOST]:
    countries = " and ".join(programme.countries) or "Many countries"
    st.header(f"{countries}: a programme and its parts", anchor=False)
    write(programme, 0)
evidence.say_more(len(programmes))
