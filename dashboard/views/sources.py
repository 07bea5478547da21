"""Each source with its paragraphs, how to read uncertain values, dictionary, map policy, licences."""

import pandas as pd
import streamlit as st

from components import charts, page
from components.charts.maps import POLICY
from components.text import plain
from data import questions, sources
from data.kinds import FAMILIES, KINDS, Kind, plover
from data.schema import DERIVED, TYPED
from data.vocabularies import QUALIFIERS, STATUSES


def _told(kind: Kind) -> str:
    """Return what a kind means as an item of a list, with its subkinds."""
    subkinds = f" Subkinds: {', '.join(kind.subkinds)}." if kind.subkinds else ""
    code = f" *{plover(kind.key)}*" if plover(kind.key) else ""
    return f"- **{kind.label}** · {kind.meaning}{subkinds}{code}"


shown = page.begin(
    "Sources and method",
    "Where each fact stands, and how to read what is not certain.",
    always=True,
)

for key, source in sources.table().iterrows():
    st.header(plain(source["title"]), anchor=False)
    day = f"{source['published'].day} {source['published']:%B %Y}"
    told = (f"{source['publisher']}, {day}", f"{source['paragraphs']} paragraphs", source["note"])
    st.caption(plain(" · ".join(filter(None, told))))
    own = questions.by_paragraph(shown[shown["source"] == key])
    st.dataframe(
        own,
        hide_index=True,
        column_config={"paragraph": "Paragraph", "summary": "What", "fact_id": "Fact"},
        alt="Facts by paragraph",
    )
    silent = sorted(set(range(1, source["paragraphs"] + 1)) - set(own["paragraph"]))
    st.caption(
        "Paragraphs without a fact in this selection: "
        + (", ".join(map(str, silent)) or "none")
        + "."
    )

st.header("How to read uncertain values", anchor=False)
for column, chart in zip(
    st.columns(2), (charts.figures_explained(), charts.dates_explained()), strict=True
):
    with column:
        page.explain(chart)
st.markdown(
    "- **×2** beside a symbol: so many facts of one kind with the same dates.\n"
    "- **Dotted ring** on the map: a place that several countries claim; it is nobody's there."
)
st.header("Kinds", anchor=False)
for family in FAMILIES:
    st.subheader(family.label, anchor=False)
    st.markdown("\n".join(_told(kind) for kind in KINDS.values() if kind.family == family))
st.caption("In capitals: the nearest class of the PLOVER event ontology, where one is near.")
st.header("Data dictionary", anchor=False)
st.table(
    pd.DataFrame([*TYPED.items(), *DERIVED.items()], columns=["Column", "Meaning"]),
    hide_index=True,
    border="horizontal",
)
for heading, meanings in (("Qualifier", QUALIFIERS), ("Status", STATUSES)):
    st.table(
        pd.DataFrame([*meanings.items()], columns=[heading, "Meaning"]),
        hide_index=True,
        border="horizontal",
    )
st.header("Map and licences", anchor=False)
st.markdown(
    f"{POLICY}\n\nRegions follow UN M49. The program is under the MIT licence; NOTICE names the origin of the shapes."
)
