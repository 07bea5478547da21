"""The look: one typeface, one accent, a light and a dark plotly template, and the marker symbols.

Colours of kinds live with the kinds (`data.kinds`); this module says how ink, grid and
land look in each theme.
"""

from typing import Any

FONT = '"Source Sans", "Source Sans Pro", "Liberation Sans", Arial, sans-serif'
ACCENT = "#0B5CAD"

INK = {"light": "#121826", "dark": "#E8EBF0"}
MUTED = {"light": "#5A6475", "dark": "#A3ADBD"}
GRID = {"light": "#E4E8EE", "dark": "#2C3442"}
PAPER = {"light": "#FFFFFF", "dark": "#0F141C"}
LAND = {"light": "#E9EDF2", "dark": "#242C39"}
BORDER = {"light": "#FFFFFF", "dark": "#0F141C"}

SYMBOLS = (
    "circle",
    "square",
    "diamond",
    "triangle-up",
    "triangle-down",
    "pentagon",
    "hexagon",
    "star",
    "cross",
    "x",
    "hourglass",
    "bowtie",
)
"""The plotly marker symbols that a kind may use and that every legend can draw."""


def template(mode: str) -> dict[str, Any]:
    """Return the house template for ``mode`` ("light" or "dark"), as plotly JSON."""
    axis = {
        "gridcolor": GRID[mode],
        "zerolinecolor": GRID[mode],
        "linecolor": GRID[mode],
        "tickcolor": GRID[mode],
        "automargin": True,
        "tickfont": {"size": 13},
        "title": {"font": {"color": MUTED[mode], "size": 13}, "standoff": 8},
    }
    halo = ", ".join([f"0 0 3px {PAPER[mode]}"] * 3)
    return {
        "data": {"scattergeo": [{"textfont": {"shadow": halo}}]},
        "layout": {
            "font": {"family": FONT, "color": INK[mode], "size": 14},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "margin": {"l": 8, "r": 16, "t": 12, "b": 36},
            "showlegend": False,
            "hoverlabel": {
                "bgcolor": PAPER[mode],
                "bordercolor": MUTED[mode],
                "font": {"color": INK[mode]},
                "align": "left",
            },
            "xaxis": axis,
            "yaxis": axis | {"ticklabelstandoff": 6},
            "annotationdefaults": {"bgcolor": PAPER[mode]},
            "geo": {
                "bgcolor": "rgba(0,0,0,0)",
                "landcolor": LAND[mode],
                "countrycolor": BORDER[mode],
                "coastlinecolor": BORDER[mode],
                "showland": True,
                "showcountries": True,
                "showcoastlines": False,
                "showlakes": False,
                "showframe": False,
            },
        },
    }
