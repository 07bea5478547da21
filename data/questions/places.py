"""Where the facts lie: countries, places, and what no map can show."""

import numpy as np
import pandas as pd

from data import places
from data.kept import kept
from data.marks import coded
from data.questions.bins import first_ids
from data.questions.headlines import main_figures

LABELLED = 24
"""More main figures than this fit on no map."""


@kept
def by_country(facts: pd.DataFrame) -> pd.DataFrame:
    """Return ``partner, country, number`` (of facts), ``lat, lon``, most facts first."""
    counts = facts["partner"].value_counts()
    points = places.points()
    rows = [
        (code, point.name, n, point.lat, point.lon)
        for code, n in counts.items()
        if code and n
        for point in [points[code]]
    ]
    rows.sort(key=lambda row: (-row[2], row[1]))
    return pd.DataFrame(rows, columns=["partner", "country", "number", "lat", "lon"])


@kept
def locations(facts: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each place with facts, and for each partner whose facts have no place.

    Columns: ``key`` (place key or ISO3), ``name, lat, lon, disputed, description`` (all names
    and claimants), ``kinds`` (keys, most frequent first), ``number`` (of facts), ``label`` (its
    main figure; beyond the `LABELLED` places with most facts, their number), ``facts`` (ids of
    the first of them, as many as the evidence shows). A place that is a whole country and that
    country's facts without a place are one row.
    """
    place, place_names = coded(facts["place"])
    partner, partner_names = coded(facts["partner"])
    kind, kind_names = coded(facts["kind"])
    keys, of_place, of_partner = _keys(place_names, partner_names)
    group = np.where(of_place[place] >= 0, of_place[place], of_partner[partner])
    kinds = _counts(group, kind, shape=(len(keys), len(kind_names)))
    numbers = kinds.sum(axis=1)
    nowhere = len(keys)
    ids = first_ids(
        facts["fact_id"],
        np.where(group < 0, nowhere, group),
        np.append(numbers, (group < 0).sum()),
    )
    most = np.argsort(-numbers, kind="stable")[:LABELLED]
    named = np.full(len(keys) + 1, -1)  # group -1 finds the last
    named[most] = most
    labels = main_figures(facts, named[group])
    points = places.points()
    rows = [
        _location(
            keys[at],
            points[keys[at]],
            kinds={kind_names[n]: int(kinds[at, n]) for n in kinds[at].nonzero()[0]},
            label=labels.get(at, ""),
            ids=some,
        )
        for at, some in zip(numbers.nonzero()[0], ids, strict=False)
    ]
    return pd.DataFrame(rows, columns=list(_LOCATION))


def _keys(
    place_names: list[str], partner_names: list[str]
) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Return the sorted keys of locations, and for each place and partner its number among them.

    A place that is a whole country goes by the country's code; no place or partner is -1.
    """
    whole = places.whole_countries()
    of_places = [whole.get(name, name) for name in place_names]
    keys = sorted({*of_places, *partner_names} - {""})
    number = {key: at for at, key in enumerate(keys)} | {"": -1}
    found = ([number[name] for name in names] for names in (of_places, partner_names))
    of_place, of_partner = (np.array(numbers, dtype=np.int32) for numbers in found)
    return keys, of_place, of_partner


def _counts(rows: np.ndarray, columns: np.ndarray, *, shape: tuple[int, int]) -> np.ndarray:
    """Return how many facts there are for each row and column of a table; row -1 is none."""
    within = rows >= 0
    cell = rows[within] * shape[1] + columns[within]
    return np.bincount(cell, minlength=shape[0] * shape[1]).reshape(shape)


_LOCATION = (
    "key",
    "name",
    "lat",
    "lon",
    "disputed",
    "description",
    "kinds",
    "number",
    "label",
    "facts",
)


def _location(
    key: str, point: places.Point, *, kinds: dict[str, int], label: str, ids: list[str]
) -> tuple[object, ...]:
    """Make a row of `locations`; ``kinds`` says how many facts of each there are."""
    number = sum(kinds.values())
    return (
        key,
        point.name,
        point.lat,
        point.lon,
        point.disputed,
        point.description,
        tuple(sorted(kinds, key=lambda kind: (-kinds[kind], kind))),
        number,
        label or f"{number:,} fact{'s' * (number > 1)}",
        tuple(ids),
    )


def not_drawn(facts: pd.DataFrame) -> pd.DataFrame:
    """Return the facts that have neither a place nor a partner, so that no map can show them."""
    return facts[(facts["place"] == "") & (facts["partner"] == "")]
