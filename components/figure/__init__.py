"""The one place that knows how a chart gets on the screen, and how it leaves it again.

A page calls ``show``; what the browser fetches for it `components.assets` serves. Pages draw charts
through a component of our own, because ``st.plotly_chart`` tears a chart down whenever its
figure changes: here the node and the reader's zoom stay. The picture for a briefing is
composed in the browser (`browser/compose.js`), so the server needs no browser of its own.
"""

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.assets import shim
from components.charts.chart import Chart
from components.figure.message import Caption, message

__all__ = ["Caption", "show"]

# The component's styles are not isolated: plotly writes its CSS into the page, and a
# shadow root would keep it out.
_mount = st.components.v2.component("sinograph_figure", js=shim(), isolate_styles=False)


def show(
    chart: Chart,
    *,
    name: str,
    caption: Caption,
    on_click: Callable[[Any], None] | None = None,
) -> None:
    """Draw ``chart`` under the key ``name``, which must be unique on the page.

    A click on a mark that has ``customdata`` calls ``on_click`` with it before the script runs
    again, so that it may set the session state of widgets; other clicks do nothing.
    Raises ValueError if the legend asks for a mark that nobody can draw.
    """
    data = message(chart, caption, name=name, clickable=on_click is not None)

    def clicked() -> None:
        value = st.session_state[name].get("clicked")
        if on_click is not None and value is not None:
            on_click(value)

    _mount(key=name, data=data, on_clicked_change=clicked)
