"""Places: where facts happen, under every name that those concerned use.

``collection/places.csv`` holds one row a place, the database what users added or corrected. A
disputed place lies in no country: it has its claimants instead, so that no chart counts or
colours it as anybody's.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pandas as pd

from data import countries
from data.database import state
from data.reading import InvalidFacts, Problem, read_text
from data.schema import PLACE_COLUMNS

PATH = Path(__file__).parent / "collection" / "places.csv"

COLUMNS = PLACE_COLUMNS
KINDS = ("city", "country", "islands", "reef", "site")

_WHERE = {"city": "in", "islands": "in the"}


def table() -> pd.DataFrame:
    """Return every place, the founding ones and those that users added, indexed by ``place``.

    Columns: ``name``; ``other_names``, as "name (who uses it)" parted by semicolons; ``kind``,
    one of `KINDS`; ``country``, the alpha-3 code of the country that it lies in, empty where
    disputed; ``lat`` and ``lon``, degrees north and east; ``disputed``, true or false;
    ``claimants``, alpha-3 codes parted by semicolons; ``note``. Raises `InvalidFacts`, which
    names every problem, where they are not sound. Read anew when the file or the database
    changes.
    """
    return known(state.stamp())


def known(at: state.Stamp | None) -> pd.DataFrame:
    """Return `table` as it was in a state of the database; None is the founding collection."""
    return _read(PATH, PATH.stat().st_mtime_ns, at).copy(deep=False)


def written(at: state.Stamp | None) -> pd.DataFrame:
    """Return the places as they are typed, every cell text, the key in ``place``."""
    return _written(PATH, PATH.stat().st_mtime_ns, at).copy(deep=False)


@lru_cache(maxsize=8)
def _written(path: Path, changed: int, at: state.Stamp | None) -> pd.DataFrame:
    return state.merged(read_text(path, list(COLUMNS)), "place", at)


@lru_cache(maxsize=8)
def _read(path: Path, changed: int, at: state.Stamp | None = None) -> pd.DataFrame:
    text = _written(path, changed, at)
    found = problems(text, file=path.name)
    if found:
        raise InvalidFacts(found)
    places = text.assign(disputed=text["disputed"] == "true")
    return places.astype({"lat": float, "lon": float}).set_index("place")


def problems(places: pd.DataFrame, *, file: str) -> list[Problem]:
    """Return every finding in places as they are typed; an empty list is a sound table."""
    return [
        Problem(file, number, column, row[column], rule)
        for number, (row, repeated) in enumerate(
            zip(_records(places), _repeated(places), strict=True), start=2
        )
        for column, rule in _faults(row, repeated)
    ]


@dataclass(frozen=True)
class Point:
    """Where a map draws a place or a country, degrees north and east, and what it says of it."""

    name: str
    lat: float
    lon: float
    disputed: bool
    description: str


def point(key: str) -> Point:
    """Return the point of a place by its key, or of a country by its alpha-3 code.

    The description holds all names with who uses them, and the claimants. Raises LookupError
    where nothing has this key.
    """
    found = points()
    if key not in found:
        raise LookupError(f"Unknown place {key!r}. Known: {', '.join(table().index)}.")
    return found[key]


def points() -> Mapping[str, Point]:
    """Return every point: place key, or alpha-3 code of a country -> point."""
    return _points(PATH, PATH.stat().st_mtime_ns, state.stamp())


@lru_cache(maxsize=8)
def _points(path: Path, changed: int, at: state.Stamp | None) -> Mapping[str, Point]:
    of_countries = {
        row.Index: Point(row.name, row.lat, row.lon, False, row.name)
        for row in countries.table().itertuples()
    }
    of_places = {
        row["place"]: Point(row["name"], row["lat"], row["lon"], row["disputed"], _described(row))
        for row in _read(path, changed, at).reset_index().to_dict("records")
    }
    return MappingProxyType(of_countries | of_places)


def whole_countries() -> Mapping[str, str]:
    """Return the places that are whole countries: place key -> alpha-3 code."""
    return _whole(PATH, PATH.stat().st_mtime_ns, state.stamp())


@lru_cache(maxsize=8)
def _whole(path: Path, changed: int, at: state.Stamp | None) -> Mapping[str, str]:
    table = _read(path, changed, at)
    return MappingProxyType(table.loc[table["kind"] == "country", "country"].to_dict())


def names() -> Mapping[str, str]:
    """Return the name of every place: place key -> name."""
    return _names(PATH, PATH.stat().st_mtime_ns, state.stamp())


@lru_cache(maxsize=8)
def _names(path: Path, changed: int, at: state.Stamp | None) -> Mapping[str, str]:
    return MappingProxyType(_read(path, changed, at)["name"].to_dict())


def find(name: str) -> str:
    """Return the key of the place that has a key or a name, of whoever uses it; "" for none."""
    wanted = name.strip().casefold()
    return _keys(PATH, PATH.stat().st_mtime_ns, state.stamp()).get(wanted, "")


@lru_cache(maxsize=8)
def _keys(path: Path, changed: int, at: state.Stamp | None) -> Mapping[str, str]:
    table = _read(path, changed, at)
    named = {key.casefold(): key for key in table.index}
    for key, name, others in zip(table.index, table["name"], table["other_names"], strict=True):
        for one in (name, *_split(others)):
            named.setdefault(one.split(" (")[0].casefold(), key)
    return MappingProxyType(named)


def whereabouts(place_key: str) -> str:
    """Return a place as a sentence says where: "in Beijing", "at Julian Felipe Reef"."""
    place = table().loc[place_key]
    if place["kind"] == "country":
        return f"in {countries.in_sentence(place['country'])}"
    return f"{_WHERE.get(place['kind'], 'at')} {place['name']}"


def describe(place_key: str) -> str:
    """Say a place's name, its other names with who uses them, and who claims it.

    Raises LookupError where no place has this key.
    """
    return point(place_key).description


def _described(place: dict[str, Any]) -> str:
    names = _split(place["other_names"])
    own = [name for name in names if name.startswith(f"{place['name']} (")] or [place["name"]]
    others = [name for name in names if name not in own]
    also = f", also {_listed(others)}" if others else ""
    claimants = sorted(_split(place["claimants"]), key=countries.name)
    claimed = _listed([countries.in_sentence(iso3) for iso3 in claimants])
    return f"{own[0]}{also}{f'; claimed by {claimed}' if claimed else ''}"


def _repeated(places: pd.DataFrame) -> list[tuple[str, ...]]:
    """Return for each row the columns whose cell stands in an earlier row too, but must not."""
    seen = {column: places[column].duplicated() for column in ("place", "name")}
    return [
        tuple(column for column in seen if seen[column].iloc[row]) for row in range(len(places))
    ]


def _faults(row: dict[str, str], repeated: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the column and the rule of each fault in one row."""
    for column in repeated:
        yield column, "stands in an earlier row too; it tells one place from all others"
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["place"]):
        yield "place", "is no key: small letters and digits, parted by hyphens"
    if not row["name"].strip():
        yield "name", "must be filled"
    if any(not re.fullmatch(r".+ \(.+\)", name) for name in _split(row["other_names"])):
        yield "other_names", "must say in brackets, for each name, who uses it"
    if row["kind"] not in KINDS:
        yield "kind", f"is none of {', '.join(KINDS)}"
    for column, limit in (("lat", 90), ("lon", 180)):
        if not _within(row[column], limit):
            yield column, f"must be degrees from -{limit} to {limit}"
    yield from _faults_of_ownership(row)


def _faults_of_ownership(row: dict[str, str]) -> Iterator[tuple[str, str]]:
    known = countries.table().index
    claimants = _split(row["claimants"])
    if row["country"] and row["country"] not in known:
        yield "country", "is not an ISO 3166-1 alpha-3 code"
    if any(iso3 not in known for iso3 in claimants):
        yield "claimants", "must be ISO 3166-1 alpha-3 codes, parted by semicolons"
    if row["disputed"] == "true":
        if row["country"]:
            yield "country", "must be empty: a disputed place lies in no country"
        if len(set(claimants)) < 2:
            yield "claimants", "must name at least two: the place is disputed"
    elif row["disputed"] == "false":
        if not row["country"]:
            yield "country", "must be filled: the place is not disputed"
        if claimants:
            yield "claimants", "must be empty: the place is not disputed"
    else:
        yield "disputed", "must be true or false"


def _within(degrees: str, limit: int) -> bool:
    try:
        return abs(float(degrees)) <= limit
    except ValueError:
        return False


def _records(rows: pd.DataFrame) -> list[dict[str, str]]:
    return [{str(column): str(row[column]) for column in row} for row in rows.to_dict("records")]


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))
