"""A small app for the browser tests of `components.figure`: every kind of chart, on three pages."""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components import assets, figure
from components.charts.chart import Chart, Key
from components.figure.message import MARKS

REEF = "Julian Felipe Reef (Whitsun Reef, Niú'è Jiāo 牛轭礁, Đá Ba Đầu)"
LONG = (
    "The day of each count is not stated, only that a patrol set out and that the number was "
    "later estimated to have grown. An arrow means “more than”: no upper bound was reported. "
)


def caption(selection: str = "") -> figure.Caption:
    words = selection or "South-eastern Asia · 28 Feb to 5 Dec 2023 · 4 of 35 facts"
    return figure.Caption(
        selection=words,
        sources="Source: The New American, 5 Dec 2023, paragraphs 29 and 32 (Ñ & <b>).",
        revision="3f9a2c",
        link="/?region=South-eastern Asia&from=2023-02-28",
    )


def bars(factor: int) -> Chart:
    labels = [
        "Ships counted when the patrol set out<br>to monitor the swarm",
        "estimated to have grown",
        "<b>Ñ</b> & 牛轭礁, Đá Ba Đầu",
        "Bangladesh-China-India-Myanmar corridor",
    ]
    values = [100 * factor, 135 * factor, 40 * factor, 12 * factor]
    drawn = go.Figure(
        go.Bar(
            y=labels,
            x=values,
            orientation="h",
            marker={"color": "#D55E00"},
            text=[f">{value}" for value in values],
            textposition="inside",
            insidetextanchor="end",
            customdata=[["f-1"], ["f-2", "f-3"], ["f-4"], None],
        )
    )
    drawn.update_layout(
        xaxis={"title": {"text": "vessels"}},
        yaxis={"autorange": "reversed"},
        meta={"narrow": {"height": 460, "yaxis": {"tickfont": {"size": 11}}}},
    )
    table = pd.DataFrame({"Count": labels, "Vessels": values, "As printed": ["=1+1", "", "–", "x"]})
    return Chart(
        title=f"Chinese vessels at {REEF}, as counted by the Philippine Coast Guard",
        figure=drawn,
        table=table,
        alt=f"Bars: {values[0]} vessels when the patrol set out, more than {values[1]} later.",
        behind=[["f-1"], ["f-2", "f-3"], ["f-4"], []],
        note=LONG,
        keys=tuple(Key(mark, f"{mark} mark", "#D55E00") for mark in MARKS),
    )


def world(factor: int) -> Chart:
    drawn = go.Figure(
        [
            go.Choropleth(
                locations=["BRA", "AUS", "RUS"],
                z=[factor, 2, 3],
                customdata=["BRA", "AUS", "RUS"],
                colorscale=[[0, "#CFE3F5"], [1, "#0B5CAD"]],
                showscale=False,
            ),
            go.Scattergeo(
                lat=[1.35, 10.0],
                lon=[103.8, 114.6],
                mode="markers+text",
                text=["Singapore", ">135"],
                textposition="middle right",
                marker={"size": 11, "color": "#D55E00", "symbol": "diamond"},
                customdata=["SGP", "reef"],
            ),
        ]
    )
    drawn.update_layout(
        geo={
            "projection": {"type": "natural earth"},
            "fitbounds": False,
            "lataxis_range": [-58, 84],
        },
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
    )
    table = pd.DataFrame({"Country": ["Brazil", "Australia"], "Facts": [factor, 2.0]})
    return Chart(
        title="Where the facts lie",
        figure=drawn,
        table=table,
        alt="A world map with Brazil, Australia and Russia shaded.",
        behind=(),
        keys=(Key("bar", "facts, darker is more", "#0B5CAD"), Key("diamond", "place", "#D55E00")),
        height=440,
    )


def timeline(factor: int) -> Chart:
    days = pd.to_datetime(["2023-11-30", "2023-12-02", "2023-12-03", "2023-12-04", "2023-12-05"])
    drawn = go.Figure(
        go.Scatter(
            x=days,
            y=[1, 2, 1, factor, 2],
            mode="markers+text",
            text=["visit", "talks", "vessels", "loan", "statement"],
            textposition="top center",
            marker={"size": 12, "color": "#0072B2", "symbol": "star"},
            cliponaxis=False,
        )
    )
    drawn.update_layout(yaxis={"range": [0, 6], "showticklabels": False})
    table = pd.DataFrame({"Day": days, "Fact": ["visit", "talks", "vessels", "loan", "statement"]})
    return Chart(
        title="Most facts share five days of December",
        figure=drawn,
        table=table,
        alt="Five facts between 30 November and 5 December 2023.",
        behind=(),
        keys=(Key("star", "a fact", "#0072B2"),),
        note="2 facts lie before.",
        height=260,
    )


def wordy() -> Chart:
    chart = bars(1)
    return Chart(
        title=(chart.title + ", ") * 4,
        figure=chart.figure,
        table=chart.table,
        alt=chart.alt,
        behind=chart.behind,
        note=LONG * 8 + "牛轭礁" * 60,
        keys=tuple(Key("about", LONG[: 20 * i], "#009E73") for i in range(1, 9)),
    )


def clicked(value: object) -> None:
    st.session_state["clicks"] = st.session_state.get("clicks", 0) + 1
    st.session_state["place"] = value if isinstance(value, str) else ", ".join(value)


def one() -> None:
    st.title("One")
    factor = st.slider("Factor", 1, 20, 1, key="factor")
    st.text_input("Place", key="place")
    st.markdown(f"clicks: {st.session_state.get('clicks', 0)}")
    figure.show(bars(factor), name="bars", caption=caption(), on_click=clicked)
    figure.show(world(factor), name="world", caption=caption(), on_click=clicked)
    figure.show(timeline(2), name="timeline", caption=caption())
    first, second = st.tabs(["First", "Second"])
    first.write("The chart is in the other tab.")
    with second:
        figure.show(timeline(3), name="tabbed", caption=caption())


def two() -> None:
    st.title("Two")
    figure.show(timeline(4), name="other", caption=caption())


def three() -> None:
    st.title("Three")
    figure.show(wordy(), name="wordy", caption=caption("All regions · " * 30))


def main() -> None:
    st.set_page_config(page_title="Figures", layout="wide")
    pages = [st.Page(one, default=True), st.Page(two), st.Page(three)]
    st.navigation(pages, position="top").run()


if __name__ == "__main__":
    main()
else:
    app = st.App(__file__, routes=assets.routes())
