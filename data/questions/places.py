"""Where the facts lie: countries, places, and what no map can show."""

from collections import Counter
from collections.abc import Mapping

import numpy as np
import pandas as pd

from data import countries, places
from data.questions.headlines import main_figures


def by_country(facts: pd.DataFrame) -> pd.DataFrame:
    """Return ``partner, country, number`` (of facts), most first."""
    counts = facts["partner"].value_counts()
    rows = [(code, countries.name(code), n) for code, n in counts.items() if code and n]
    rows.sort(key=lambda row: (-row[2], row[1]))
    return pd.DataFrame(rows, columns=["partner", "country", "number"])


def locations(facts: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each place with facts, and for each partner whose facts have no place.

    Columns: ``key`` (place key or ISO3), ``name, lat, lon, disputed, description`` (all names
    and claimants), ``partners`` (ISO3 codes of its facts), ``kinds`` (keys, most frequent
    first), ``number`` (of facts), ``label`` (its main figure). A place that is a whole country
    and that country's facts without a place are one row.
    """
    whole = places.whole_countries()
    cells = facts.groupby(["place", "partner", "kind"], observed=True).size()
    found: dict[str, Counter[tuple[str, str]]] = {}
    for (place, partner, kind), number in cells.items():
        if key := whole.get(place, place) or partner:
            found.setdefault(key, Counter())[partner, kind] += number
    labels = main_figures(facts, _where(facts, whole))
    rows = [_location(key, found[key], labels.get(key, "")) for key in sorted(found)]
    return pd.DataFrame(rows, columns=list(_LOCATION))


_LOCATION = (
    "key",
    "name",
    "lat",
    "lon",
    "disputed",
    "description",
    "partners",
    "kinds",
    "number",
    "label",
)


def _location(key: str, cells: "Counter[tuple[str, str]]", label: str) -> tuple[object, ...]:
    """Make a row of `locations` from how many facts of each partner and kind lie there."""
    point = places.point(key)
    kinds: Counter[str] = Counter()
    for (_, kind), number in cells.items():
        kinds[kind] += number
    return (
        key,
        point.name,
        point.lat,
        point.lon,
        point.disputed,
        point.description,
        tuple(sorted({partner for partner, _ in cells} - {""})),
        tuple(sorted(kinds, key=lambda kind: (-kinds[kind], kind))),
        cells.total(),
        label or f"{cells.total():,} fact{'s' * (cells.total() > 1)}",
    )


def _where(facts: pd.DataFrame, whole: Mapping[str, str]) -> np.ndarray:
    """Return the key of the row of `locations` that each fact belongs to, "" for none."""
    place = facts["place"].to_numpy()
    where = np.where(place != "", place, facts["partner"].to_numpy())
    for key, country in whole.items():
        where[where == key] = country
    return where


def not_drawn(facts: pd.DataFrame) -> pd.DataFrame:
    """Return the facts that have neither a place nor a partner, so that no map can show them."""
    return facts[(facts["place"] == "") & (facts["partner"] == "")]
