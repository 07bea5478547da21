"""Where: countries shaded by number of facts, places as symbols, the main figure as a label."""

import pandas as pd
import plotly.graph_objects as go

from components.charts.chart import Chart, Key
from data import countries
from data.kinds import FAMILIES, KINDS

SHADES = ("#CFE0F2", "#0B5CAD")
"""The lightest and the darkest shade, for the fewest and the most facts."""

POLICY = (
    "Shapes: UN geodata. Boundaries and names imply no opinion on any territory; disputed places "
    "are points with all their names, coloured as nobody's."
)


def where(by_country: pd.DataFrame, locations: pd.DataFrame, *, height: int = 470) -> Chart:
    """Draw countries and places. Reads `questions.by_country` and `questions.locations`.

    The ``customdata`` of a mark is the list of the ISO3 codes of its partners.
    """
    figure = go.Figure()
    top = int(by_country["number"].max()) if len(by_country) else 1
    figure.add_choropleth(
        locations=by_country["partner"],
        z=by_country["number"],
        zmin=0,
        zmax=top,
        colorscale=[[0, SHADES[0]], [1, SHADES[1]]],
        showscale=False,
        marker={"line": {"width": 0.6, "color": "#FFFFFF"}},
        customdata=[[code] for code in by_country["partner"]],
        text=by_country["country"],
        hovertemplate="%{text}: %{z} facts<extra></extra>",
    )
    west, east, south, north = _frame(locations)
    _symbols(figure, locations, step=(east - west) * 0.019)
    figure.update_layout(
        geo={
            "projection": {"type": "natural earth", "rotation": {"lon": (west + east) / 2}},
            "lonaxis": {"range": [west, east]},
            "lataxis": {"range": [south, north]},
            "fitbounds": False,
            "resolution": 110,
            "showcountries": True,
            "countrywidth": 0.6,
        },
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        dragmode="pan",
        meta={"narrow": {"height": 360}},
    )
    table = locations[["name", "number", "label", "kinds", "description"]].assign(
        kinds=[", ".join(KINDS[kind].label for kind in kinds) for kinds in locations["kinds"]]
    )
    said = "; ".join(
        f"{row.name}: {row.label}" for row in locations[["name", "label"]].itertuples(index=False)
    )
    return Chart(
        title=_title(by_country, locations),
        figure=figure,
        table=table.set_axis(
            ["Place", "Facts", "Main figure", "Kinds", "Names and claimants"], axis=1
        ),
        alt=f"Map. {said or 'No fact with a place'}.",
        facts=tuple(fact for group in [*locations["facts"]] for fact in group),
        note=POLICY,
        keys=_keys(locations, top),
        height=height,
    )


def _symbols(figure: go.Figure, locations: pd.DataFrame, *, step: float) -> None:
    """Set a place's kinds side by side, most frequent first, with its label beside them."""
    for place in locations.itertuples():
        label = (
            f" {place.name}: {place.label}"
            if _has_room(locations, lat=place.lat, lon=place.lon, number=place.number)
            else ""
        )
        shown = [KINDS[kind] for kind in place.kinds[:4]]
        figure.add_scattergeo(
            lon=[place.lon + step * n for n in range(len(shown))],
            lat=[place.lat] * len(shown),
            mode="markers+text",
            marker={
                "symbol": [kind.symbol for kind in shown],
                "color": [kind.family.colour for kind in shown],
                "size": 11,
                "line": {"color": "#FFFFFF", "width": 1},
            },
            text=[""] * (len(shown) - 1) + [label],
            textposition="middle right",
            textfont={"size": 12},
            customdata=[list(place.partners)] * len(shown),
            hovertemplate=f"{place.name}: {place.label}<extra></extra>",
        )


def _has_room(locations: pd.DataFrame, *, lat: float, lon: float, number: int) -> bool:
    """Whether no place with more facts lies so near that the labels would collide."""
    near = (locations["lat"] - lat).abs().lt(4.5) & (locations["lon"] - lon).abs().lt(25)
    return bool((locations.loc[near, "number"] <= number).all())


def _frame(locations: pd.DataFrame) -> tuple[float, float, float, float]:
    """Return west, east, south, north of a window around the places, at least a region."""
    if locations.empty:
        return -170.0, 190.0, -60.0, 85.0
    west, east = locations["lon"].min() - 18, locations["lon"].max() + 34
    south, north = locations["lat"].min() - 12, locations["lat"].max() + 12
    # A picture is about twice as wide as high; the labels need their room in the east.
    wide = min(max(110.0, (north - south) * 2.0), 330.0) - (east - west)
    tall = max(45.0, (east - west) * 0.42) - (north - south)
    west, east = (west - wide * 0.4, east + wide * 0.6) if wide > 0 else (west, east)
    south, north = (south - tall / 2, north + tall / 2) if tall > 0 else (south, north)
    return west, east, max(south, -80.0), min(north, 84.0)


def _title(by_country: pd.DataFrame, locations: pd.DataFrame) -> str:
    names = [countries.in_sentence(code) for code in by_country["partner"]]
    if not names:
        return "Where the facts lie" if len(locations) else "No fact has a place"
    listed = names[0] if len(names) == 1 else f"{', '.join(names[:3][:-1])} and {names[:3][-1]}"
    return (
        f"China's engagements with {listed}"
        if len(names) <= 3
        else f"China's engagements with {len(names)} countries"
    )


def _keys(locations: pd.DataFrame, top: int) -> tuple[Key, ...]:
    used = {kind for kinds in locations["kinds"] for kind in kinds[:4]}
    symbols = [
        Key(kind.symbol, kind.label, family.colour)
        for family in FAMILIES
        for kind in KINDS.values()
        if kind.family == family and kind.key in used
    ]
    shades = [Key("bar", f"{top} facts on the country", SHADES[1]), Key("bar", "fewer", SHADES[0])]
    return (*shades, *symbols) if top else tuple(symbols)
