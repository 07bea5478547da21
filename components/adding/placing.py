"""Placing: a place that nobody knows yet, put on the map by the one who reviews."""

import streamlit as st

from components.adding import working
from components.text import plain
from data import countries, places, review
from data.review import Card, Desk


def unknown(desk: Desk, card: Card) -> None:
    """Ask where a place is that nobody knows yet, so that it can stay on the card."""
    name = card.cells["place"]
    if not name or name in places.names() or name in {row["place"] for row in desk.places}:
        return
    with st.container(border=True):
        st.markdown(f"**Where is “{plain(name)}”?** It is no known place, nor a city of GeoNames.")
        left, right = st.columns(2)
        own = f"{desk.id}_{card.id}_new_place"
        kind = left.selectbox("What it is", places.KINDS, key=f"{own}_kind")
        named = countries.table()["name"].sort_values()
        lands = right.multiselect(
            "Country, or all that claim it",
            list(named.index),
            format_func=named.get,
            key=f"{own}_countries",
        )
        lat = left.number_input("Degrees north", -90.0, 90.0, None, key=f"{own}_lat")
        lon = right.number_input("Degrees east", -180.0, 180.0, None, key=f"{own}_lon")
        at = None if lat is None or lon is None else (lat, lon)
        st.button(
            "Put it on the map",
            disabled=at is None or not lands,
            on_click=working.change,
            args=(
                desk.id,
                lambda now: review.located(now, card.id, name, at, kind, lands) if at else now,
            ),
        )
