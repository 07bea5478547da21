"""Where: countries shaded by number of facts, places as symbols, the main figure as a label."""

import math
from typing import Any

import numpy as np
import pandas as pd

from components.charts.chart import Chart, Key, plotted
from data import countries
from data.kept import kept
from data.kinds import FAMILIES, KINDS
from data.marks import records

SHADES = ("#3D8BDB33", "#3D8BDBA6")
"""The shades for the fewest and the most facts: a veil, so that more is stronger on a light
and on a dark page, and a label stays readable on it."""

DISPUTED = "#7A8594"

SHOWN = 6
"""How many kinds of a place stand side by side."""

_ROOM = 150
"""How many symbols a map has room for, about."""

_SOUTH = -42.0
_PAGE = 1110
"""Width of a page in pixels, divided by how much narrower degrees are east to west on the map."""

_CLICK = "click to narrow to it, again for the evidence"

POLICY = (
    "Shapes: UN geodata. Boundaries and names imply no opinion on any territory; disputed places "
    "are points with all their names, coloured as nobody's."
)


@kept
def where(
    by_country: pd.DataFrame, locations: pd.DataFrame, *, asked: int, height: int = 470
) -> Chart:
    """Draw countries and places. Reads `questions.by_country` and `questions.locations`.

    The ``customdata`` of a mark is the ISO3 code of its country or the key of its place.
    ``asked`` is the number of facts that the questions were asked of: the note counts those
    without a place.
    """
    top = int(by_country["number"].max()) if len(by_country) else 1
    points = pd.concat([by_country[["lat", "lon"]], locations[["lat", "lon"]]])
    west, east, south, north = _frame(points, height)
    places = records(locations, locations.columns)
    layout = {
        "geo": {
            "projection": {"type": "natural earth", "rotation": {"lon": (west + east) / 2}},
            "lonaxis": {"range": [west, east]},
            "lataxis": {"range": [south, north]},
            "fitbounds": False,
            "resolution": 110,
            "showcountries": True,
            "countrywidth": 0.6,
        },
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "dragmode": "pan",
        "meta": {"narrow": _narrow(points)},
    }
    step = (east - west) * 0.019
    drawn = [
        _shades(by_country, top),
        _rings([place for place in places if place["disputed"]], radius=step * 0.8),
        _symbols(places, step=step, middle=(west + east) / 2),
    ]
    return Chart(
        title=_title(by_country, places),
        figure=plotted(drawn, layout),
        table=pd.DataFrame(
            {
                "Place": [place["name"] for place in places],
                "Facts": [place["number"] for place in places],
                "Main figure": [place["label"] for place in places],
                "Kinds": [", ".join(KINDS[kind].label for kind in p["kinds"]) for p in places],
                "Names and claimants": [place["description"] for place in places],
            }
        ),
        behind=[place["facts"] for place in places],
        everything=True,
        alt=f"Map. {'; '.join(_said(place) for place in places) or 'No fact with a place'}.",
        note=_note(places, asked - int(locations["number"].sum())),
        keys=_keys(places, top, graded=by_country["number"].nunique() > 1),
        height=height,
    )


def _shades(by_country: pd.DataFrame, top: int) -> dict[str, Any]:
    """Return the trace of the countries, shaded by their number of facts."""
    return {
        "type": "choropleth",
        "locations": by_country["partner"].to_list(),
        "z": by_country["number"].to_list(),
        "zmin": 0,
        "zmax": top,
        "colorscale": [[0, SHADES[0]], [1, SHADES[1]]],
        "showscale": False,
        "marker": {"line": {"width": 0.6, "color": "#FFFFFF"}},
        "customdata": by_country["partner"].to_list(),
        "text": by_country["country"].to_list(),
        "hovertemplate": f"%{{text}}: %{{z}} facts<br>{_CLICK}<extra></extra>",
    }


def _rings(disputed: list[dict[str, Any]], *, radius: float) -> dict[str, Any]:
    """Return the trace of dotted rings around disputed places."""
    turns = [turn * math.tau / 24 for turn in range(25)]
    return {
        "type": "scattergeo",
        "mode": "lines",
        "lon": [
            at
            for place in disputed
            for at in (*(place["lon"] + radius * math.cos(turn) for turn in turns), None)
        ],
        "lat": [
            at
            for place in disputed
            for at in (*(place["lat"] + radius * math.sin(turn) for turn in turns), None)
        ],
        "line": {"color": DISPUTED, "width": 1.5, "dash": "dot"},
        "hoverinfo": "skip",
    }


def _symbols(places: list[dict[str, Any]], *, step: float, middle: float) -> dict[str, Any]:
    """Return the trace of the places: kinds side by side, most frequent first, and a label.

    A place's symbols are the kinds of its facts.
    """
    shown = _abreast(places)
    sides, room = _sides(places, middle=middle), _rooms(places)
    lon, lat, symbols, colours, labels, rows = [], [], [], [], [], []
    for row, place in enumerate(places):
        kinds = [KINDS[kind] for kind in place["kinds"][:shown]]
        labelled = 0 if sides[row] == "middle left" else len(kinds) - 1
        for n, kind in enumerate(kinds):
            lon.append(place["lon"] + step * n)
            lat.append(place["lat"])
            symbols.append(kind.symbol)
            colours.append(kind.family.colour)
            labels.append(_label(place) if n == labelled and room[row] else "")
            rows.append(row)
    told = [_hover(place) for place in places]
    return {
        "type": "scattergeo",
        "lon": lon,
        "lat": lat,
        "mode": "markers+text",
        "marker": {
            "symbol": symbols,
            "color": colours,
            "size": 11,
            "line": {"color": "#FFFFFF", "width": 1},
        },
        "text": labels,
        "textposition": [sides[row] for row in rows],
        "textfont": {"size": 12},
        "customdata": [places[row]["key"] for row in rows],
        "hovertext": [told[row] for row in rows],
        "hoverinfo": "text",
    }


def _abreast(places: list[dict[str, Any]]) -> int:
    """Return how many kinds of each place are drawn: fewer where there are many places."""
    return max(1, min(SHOWN, _ROOM // max(len(places), 1)))


def _label(place: dict[str, Any]) -> str:
    """Return a label of two lines, each between blanks, which keep it off its symbol.

    A line is left free for the ring around a disputed place.
    """
    ring = " <br>" if place["disputed"] else ""
    return f"{ring} <b>{place['name']}</b> <br> {place['label']} "


def _said(place: dict[str, Any]) -> str:
    return f"{place['name']}: {place['label']}"


def _hover(place: dict[str, Any]) -> str:
    kinds = ", ".join(KINDS[kind].label for kind in place["kinds"])
    number = f"{place['number']:,} fact{'s' * (place['number'] > 1)}"
    return f"{_said(place)}<br>{number}: {kinds}<br>{_CLICK}"


def _note(places: list[dict[str, Any]], left_out: int) -> str:
    names = "fact names" if left_out == 1 else "facts name"
    told = [f"{left_out:,} {names} neither a place nor a single partner."] if left_out else []
    if _abreast(places) == 1:
        told.append("A symbol is the kind that most facts of its place are of.")
    return " ".join([*told, POLICY])


def _sides(places: list[dict[str, Any]], *, middle: float) -> list[str]:
    """Return where each label stands: towards the map, or below where another place is near."""
    east, north = _apart(places)
    near = ((east > 0) & (east < 18) & (np.abs(north) < 4)).any(axis=1).tolist()
    return [
        "middle right" if place["lon"] <= middle else "bottom center" if crowded else "middle left"
        for place, crowded in zip(places, near, strict=True)
    ]


def _rooms(places: list[dict[str, Any]]) -> list[bool]:
    """Say of each place whether none that goes before lies so near that labels would collide.

    Places with more facts go before others; of equals, the first.
    """
    east, north = _apart(places)
    number = np.array([place["number"] for place in places], dtype="int64")
    rank = np.empty(len(places), dtype="int64")
    rank[np.argsort(-number, kind="stable")] = np.arange(len(places))
    before = rank[None, :] < rank[:, None]
    taken: list[bool] = (before & (np.abs(north) < 8) & (np.abs(east) < 25)).any(axis=1).tolist()
    return [not full for full in taken]


def _apart(places: list[dict[str, Any]]) -> tuple[np.ndarray, np.ndarray]:
    """Return how many degrees each place lies east and north of each other, as two squares."""
    lon, lat = (np.array([place[name] for place in places], dtype=float) for name in ("lon", "lat"))
    return lon[:, None] - lon[None, :], lat[:, None] - lat[None, :]


def _frame(points: pd.DataFrame, height: int) -> tuple[float, float, float, float]:
    """Return west, east, south, north of a window around these points, at least a region.

    The window is about as wide as a page that shows it ``height`` pixels high.
    """
    if points.empty:
        return -170.0, 190.0, -60.0, 85.0
    west, east = points["lon"].min() - 18, points["lon"].max() + 20
    south, north = points["lat"].min() - 12, points["lat"].max() + 12
    wide = min(max(110.0, (north - south) * _PAGE / height), 330.0) - (east - west)
    tall = max(45.0, (east - west) * height / _PAGE) - (north - south)
    west, east = (west - wide / 2, east + wide / 2) if wide > 0 else (west, east)
    south, north = (south - tall / 2, north + tall / 2) if tall > 0 else (south, north)
    # There is little but sea further south than this.
    lift = max(min(_SOUTH, points["lat"].min() - 8) - south, 0)
    south, north = south + lift, north + lift
    return west, east, max(south, -80.0), min(north, 84.0)


def _narrow(points: pd.DataFrame) -> dict[str, Any]:
    """Return what a phone needs instead: a closer window and no more height than it fills."""
    west, east, south, north = _frame(points, 700)
    return {
        "height": 280,
        "geo": {"lonaxis": {"range": [west, east]}, "lataxis": {"range": [south, north]}},
    }


def _title(by_country: pd.DataFrame, places: list[dict[str, Any]]) -> str:
    """Name the countries, or how many, and the kinds where they are few."""
    if not places:
        return "No fact has a place"
    names = [countries.in_sentence(code) for code in by_country["partner"]]
    *most, last = names or ["no single country"]
    listed = f"{', '.join(most)} and {last}" if most else last
    whose = listed if len(names) <= 3 else f"{len(names)} countries"
    kinds = sorted({kind for place in places for kind in place["kinds"]})
    if len(kinds) > 2:
        return f"China's engagements with {whose}"
    return f"China and {whose}: {' and '.join(KINDS[kind].label.lower() for kind in kinds)}"


def _keys(places: list[dict[str, Any]], top: int, *, graded: bool) -> tuple[Key, ...]:
    shown = _abreast(places)
    used = {kind for place in places for kind in place["kinds"][:shown]}
    symbols = [
        Key(kind.symbol, kind.label, family.colour)
        for family in FAMILIES
        for kind in KINDS.values()
        if kind.family == family and kind.key in used
    ]
    shades = [Key("bar", f"{top:,} fact{'s' * (top > 1)} on the country", SHADES[1])]
    shades += [Key("bar", "fewer", SHADES[0])] if graded else []
    disputed = any(place["disputed"] for place in places)
    rings = [Key("disputed", "place that several countries claim", DISPUTED)] if disputed else []
    return (*(shades if top else ()), *symbols, *rings)
