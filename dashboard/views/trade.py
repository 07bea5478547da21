"""How China ranks in its partners' trade, and how that compares."""

import streamlit as st

from components import charts, evidence, page
from data import questions
from data.kinds import TRADE

shown = page.begin(
    "Trade",
    "Ranks, comparisons and joint projects. In a rank, 1st is best.",
    only=questions.of_kinds(TRADE),
)

ranks, comparisons = questions.trade_ranks(shown), questions.trade_comparisons(shown)
if len(ranks):
    page.draw(charts.trade_ranks(ranks), shown, name="trade-ranks")
if len(comparisons):
    page.draw(charts.trade_comparisons(comparisons), shown, name="trade-comparisons")
others = shown[~shown["kind"].isin(["trade_rank", "trade_comparison"])]
if len(others):
    st.header("Projects and other trade facts", anchor=False)
    evidence.lines(others, key="trade")
