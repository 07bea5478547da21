"""One partner's whole dossier; two or three beside each other."""

from dataclasses import replace

import streamlit as st

from components import evidence, filters, page
from data import questions

shown = page.begin(
    "Country",
    "One partner's figures, timeline, statements and facts; choose up to three to compare.",
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
    bind="query-params",
    placeholder="Choose a country",
)
if not chosen:
    st.info("Choose a country above to see its dossier.")

for column, partner in zip(st.columns(max(len(chosen), 1)), chosen, strict=False):
    dossier = shown[shown["partner"] == partner]
    first = dossier.iloc[0]
    with column:
        st.header(f"{first['flag']} {partners[partner]}", anchor=False)
        st.caption(f"{first['region']}, {first['subregion']} · {len(dossier):,} facts")
        evidence.figures(questions.headlines(dossier), key=f"figures-{partner}")
        page.draw_timeline(
            dossier,
            name=f"timeline-{partner}",
            selection=replace(filters.current(), countries=(partner,)),
            among=shown[shown["partner"].isin(chosen)],
        )
        names = questions.sides(dossier)
        for side, said in questions.positions(dossier).items():
            if len(said):
                st.subheader(f"What was said: {names[side]}", anchor=False)
            evidence.lines(said, key=f"said-{partner}-{side}")
        others = dossier[dossier["kind"] != "statement"]
        if len(others):
            st.subheader("What happened", anchor=False)
            latest = questions.chronicle(others, number=evidence.MOST)
            evidence.lines(latest, key=f"dossier-{partner}", known=len(others))
