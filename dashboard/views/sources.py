"""Each source with its paragraphs, how to read uncertain values, dictionary, map policy, licences."""

import pandas as pd
import streamlit as st

from components import page
from components.charts.maps import POLICY
from components.text import plain
from data import sources
from data.kinds import KINDS, plover
from data.schema import DERIVED, TYPED
from data.vocabularies import QUALIFIERS, STATUSES

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
    own = (
        shown[shown["source"] == key]
        .assign(paragraph=shown["paragraph"].str.split(";"))
        .explode("paragraph")
    )
    own = own.assign(paragraph=own["paragraph"].astype(int)).sort_values(["paragraph", "fact_id"])
    st.dataframe(
        own[["paragraph", "fact_id", "summary"]], hide_index=True, alt="Facts by paragraph"
    )
    silent = sorted(set(range(1, source["paragraphs"] + 1)) - set(own["paragraph"]))
    st.caption(
        "Paragraphs without a fact in this selection: "
        + (", ".join(map(str, silent)) or "none")
        + "."
    )

st.header("How to read uncertain values", anchor=False)
st.markdown(
    "- **Solid, then fading with an arrow**: more than the figure; no upper bound was reported.\n"
    "- **Hatched**: about.\n- **Hollow**: promised or planned, not reported as arrived.\n"
    "- **Soft band**: somewhere in these days (a month, a year, an “about”).\n"
    "- **Arrow beside a symbol**: the date is open on that side."
)
st.table(
    pd.DataFrame([*QUALIFIERS.items()], columns=["Qualifier", "Meaning"]),
    hide_index=True,
    border="horizontal",
)
st.table(
    pd.DataFrame([*STATUSES.items()], columns=["Status", "Meaning"]),
    hide_index=True,
    border="horizontal",
)
st.header("Kinds", anchor=False)
st.table(
    pd.DataFrame(
        [
            (k.label, k.meaning, k.family.label, ", ".join(k.subkinds), plover(k.key))
            for k in KINDS.values()
        ],
        columns=["Kind", "Meaning", "Family", "Subkinds", "PLOVER"],
    ),
    hide_index=True,
    border="horizontal",
)
st.header("Data dictionary", anchor=False)
st.table(
    pd.DataFrame([*TYPED.items(), *DERIVED.items()], columns=["Column", "Meaning"]),
    hide_index=True,
    border="horizontal",
)
st.header("Map and licences", anchor=False)
st.markdown(
    f"{POLICY}\n\nRegions follow UN M49. The program is under the MIT licence; NOTICE names the origin of the shapes."
)
