"""What one chart sends to the browser: only what the page does not have yet."""

import re
import unicodedata
from dataclasses import asdict, dataclass
from typing import Any

import pandas as pd
from plotly.io.json import to_json_plotly

from components import theme
from components.charts.chart import Chart
from components.export import csv_text
from data.kept import kept

MARKS = (
    *theme.SYMBOLS,
    "bar",
    "open-end",
    "open-start",
    "about",
    "planned",
    "soft",
    "hollow",
    "disputed",
)
"""Every ``Key.mark`` that a legend can draw (`browser/swatch.js` draws them)."""


@dataclass(frozen=True)
class Caption:
    """What a page says around each of its charts, on the screen and in every exported file.

    ``selection`` is the filters and the count in words, ``sources`` begins with "Source:" or
    "Sources:" or says that there is none, ``revision`` names the state of the data, and
    ``link`` is the address of the view as path and query, for example ``/aid?region=Europe``.
    """

    selection: str
    sources: str
    revision: str
    link: str


@kept
def message(chart: Chart, caption: Caption, *, name: str, clickable: bool) -> dict[str, Any]:
    """Return the data of one chart for `browser/plot.js`, as JSON types only.

    Raises ValueError if the legend asks for a mark that nobody can draw.
    """
    unknown = sorted({key.mark for key in chart.keys} - set(MARKS))
    if unknown:
        raise ValueError(f"No legend can draw the marks {unknown}; it knows {list(MARKS)}.")
    return {
        "spec": _spec(chart),
        "title": chart.title,
        "alt": chart.alt,
        "note": chart.note,
        "keys": [[key.mark, key.label, key.colour] for key in chart.keys],
        "height": chart.height,
        "table": _table(chart.table),
        "behind": [list(row) for row in chart.behind] if clickable else [],
        "csv": csv_text(chart.table, header_lines=_header(chart, caption)),
        "caption": asdict(caption),
        "file": f"sinograph-{_slug(chart.title) or _slug(name)}",
        "clickable": clickable,
    }


def _spec(chart: Chart) -> str:
    """Return the figure as JSON text, without its template: the browser has the house's own."""
    spec = chart.figure.to_dict()
    layout = {name: value for name, value in spec["layout"].items() if name != "template"}
    return str(to_json_plotly({"data": spec["data"], "layout": layout}))


def _header(chart: Chart, caption: Caption) -> tuple[str, ...]:
    lines = (
        chart.title,
        caption.selection,
        chart.note,
        caption.sources,
        f"Sinograph · data {caption.revision}",
        caption.link,
    )
    return tuple(line for line in lines if line)


def _table(frame: pd.DataFrame) -> dict[str, Any]:
    rows = [[_cell(value) for value in row] for row in frame.itertuples(index=False, name=None)]
    return {"columns": [str(column) for column in frame.columns], "rows": rows}


def _cell(value: object) -> str:
    """Return a cell as a reader expects it: nothing for missing, no ``.0``, no midnight."""
    if value is None or value is pd.NaT or value is pd.NA or value != value:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, pd.Timestamp) and value == value.normalize():
        return value.date().isoformat()
    return str(value)


def _slug(text: str) -> str:
    """Return ``text`` as a file name: lower-case ASCII words and hyphens, at most 80 long."""
    plain = text.lower().replace("đ", "d").replace("ø", "o").replace("ł", "l").replace("ß", "ss")
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return words if len(words) <= 80 else words[:81].rsplit("-", 1)[0]
