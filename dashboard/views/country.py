"""One partner's whole dossier; two or three beside each other."""

import streamlit as st

from components import charts, evidence, page
from data import questions

shown = page.begin(
    "Country", "One partner's figures, timeline and statements; choose up to three to compare."
)

partners = dict(questions.by_country(shown)[["partner", "country"]].itertuples(index=False))
if not partners:
    st.info("The selection holds no fact about a single country. Widen the kind or the country.")
    st.stop()
chosen = st.multiselect(
    "Countries to compare",
    list(partners),
    default=list(partners)[:1],
    format_func=partners.__getitem__,
    max_selections=3,
    key="compare",
    persist_state="session",
)

for column, partner in zip(st.columns(max(len(chosen), 1)), chosen, strict=False):
    dossier = shown[shown["partner"] == partner]
    with column:
        st.subheader(f"{dossier['flag'].iloc[0]} {partners[partner]}", anchor=False)
        st.caption(
            f"{dossier['region'].iloc[0]}, {dossier['subregion'].iloc[0]} · {len(dossier)} facts"
        )
        evidence.figures(questions.headlines(dossier), key=partner)
        page.draw(
            charts.timeline(questions.timeline(dossier), window=questions.window(dossier)),
            dossier,
            name=f"timeline-{partner}",
        )
        for fact in questions.chronicle(dossier).to_dict("records"):
            evidence.line(fact, key=f"dossier-{partner}")
