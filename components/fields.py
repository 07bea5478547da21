"""The fields of a fact as widgets, each with what it means or what is wrong with it."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

import streamlit as st

from components.text import plain
from data import countries, facts, places, quantities, review
from data.kinds import KINDS
from data.vocabularies import DATE_ROLES, QUALIFIERS, SIDES, STATUSES

COLUMNS = (
    *("kind", "subkind", "partner", "place", "date", "date_role", "value", "unit"),
    *("qualifier", "value_text", "status", "actor", "attributed_to", "side"),
    *("engagement", "note"),
)
"""The columns that have a field, two abreast; the sentence stands over them."""

HELP = {
    "actor": "Who acts or speaks; several are parted by semicolons.",
    "date": "Like 2023-12-04, 2023-08 or 2023; 2021? is unsure, 2023-12-03~ about, 2014/.. since, "
    "../2023-12-04 by then, 2023-02-28/2023-03-02 from and to.",
    "engagement": "The one thing that several facts are about; choose a known one or name a new.",
    "place": "Choose a known place, or type the name of a city: its position comes from GeoNames.",
    "note": "The caveat that goes wherever the figure goes.",
    "value": "A number, like 26800000, 26.8 million or 0.25.",
    "value_text": "In the words of the article.",
}

Changed = Callable[[str, str], None]
"""Told of a column and its new cell, before the script runs again."""


def draw(
    cells: Mapping[str, str],
    *,
    key: str,
    on_change: Changed | None = None,
    reasons: Mapping[str, str] | None = None,
    wrong: Mapping[str, str] | None = None,
    proposed: Iterable[Mapping[str, str]] = (),
    disabled: bool = False,
) -> dict[str, str]:
    """Draw the fields of a fact and return its cells as they are in them.

    With ``on_change`` the caller keeps what was changed, and the fields show ``cells``; without,
    they keep it themselves. Below the field of a column stands what is ``wrong`` with it, else
    what it means, then its reason, which is Markdown. ``proposed`` are rows of places that the
    collection does not hold yet.
    """
    now, rows = dict(cells), {row["place"]: row for row in proposed}
    for row in (("summary",), *zip(COLUMNS[::2], COLUMNS[1::2], strict=True)):
        for column, place in zip(row, st.columns(len(row)), strict=True):
            with place:
                cell = _field(column, now, key, on_change, rows, disabled)
                now[column] = _typed(column, cell)
                fault = (wrong or {}).get(column, "")
                said = f":material/error: {plain(fault)}" if fault else meaning(column, now, rows)
                below = (said, (reasons or {}).get(column, ""))
                if said := "  \n".join(filter(None, below)):
                    st.caption(said)
    return now


def _field(
    column: str,
    cells: Mapping[str, str],
    key: str,
    on_change: Changed | None,
    proposed: Mapping[str, Mapping[str, str]],
    disabled: bool,
) -> str | None:
    own = f"{key}_{column}"
    cell = cells[column]
    if on_change is not None or own not in st.session_state:
        st.session_state[own] = cell

    def changed() -> None:
        if on_change is not None:
            on_change(column, _typed(column, st.session_state[own]))

    common: dict[str, Any] = {
        "label": review.label(column),
        "key": own,
        "help": HELP.get(column),
        "disabled": disabled,
        "on_change": changed,
    }
    if column == "summary":
        return st.text_area(**common, height=80)
    if column not in _CHOICES:
        return st.text_input(**common)
    options, told = _CHOICES[column](cells)
    if column == "place":
        told = {**told, **{key: row["name"] for key, row in proposed.items()}}
        options = (*options, *proposed)
    options = list(dict.fromkeys((*options, cell)))
    return st.selectbox(
        **common,
        options=options,
        format_func=lambda one: told.get(one) or one or "–",
        accept_new_options=column in ("place", "unit", "engagement"),
    )


def _typed(column: str, cell: str | None) -> str:
    """Return what was typed into a field as it is kept: on one line, a number in digits."""
    one_line = " ".join((cell or "").split())
    return quantities.digits(one_line) if column == "value" else one_line


def called(
    column: str, cell: str, cells: Mapping[str, str], proposed: Iterable[Mapping[str, str]] = ()
) -> str:
    """Return what a reader calls the cell of a column: "Philippines" for the partner PHL.

    ``proposed`` are rows of places that the collection does not hold yet.
    """
    if column not in _CHOICES or not cell:
        return cell
    new = {row["place"]: row["name"] for row in proposed} if column == "place" else {}
    return _CHOICES[column](cells)[1].get(cell) or new.get(cell) or cell


def meaning(
    column: str,
    cells: Mapping[str, str],
    proposed: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
) -> str:
    """Say what a date, figure or place means, or what is wrong with it; "" for other columns.

    ``proposed`` maps the keys of places that the collection does not hold yet to their rows.
    """
    if column == "place" and cells["place"]:
        return _whereabouts(cells["place"], cells.get("partner", ""), proposed)
    if column == "date":
        good, said = review.in_words(cells["date"])
        return said if good else f":material/error: {plain(said)}"
    if column == "qualifier" and cells["value"]:
        value = review.number(cells["value"])
        if value is None:
            return ":material/error: The value is not a plain number, like 26800000 or 0.25."
        return plain(quantities.in_words(value, cells["unit"], cells["qualifier"] or "exact"))
    return ""


def _whereabouts(place: str, partner: str, proposed: Mapping[str, Mapping[str, str]]) -> str:
    """Say what a place is and where: "city, Pakistan, 33.7° N 73.0° E"; "" if nobody knows.

    That it lies in a third country may be right, but is worth a look.
    """
    known = places.table()
    row: Mapping[str, Any] | None = known.loc[place] if place in known.index else None
    row = proposed.get(place) if row is None else row
    if row is None:
        return ""
    lat, lon = float(row["lat"]), float(row["lon"])
    land = countries.name(row["country"]) if row["country"] else ""
    at = f"{abs(lat):.1f}° {'N' if lat >= 0 else 'S'} {abs(lon):.1f}° {'E' if lon >= 0 else 'W'}"
    said = plain(", ".join(filter(None, (row["kind"], land, at))))
    third = row["country"] and partner and row["country"] not in (partner, "CHN")
    return f":material/warning: A third country: {said}" if third else said


Choices = tuple[Iterable[str], Mapping[str, str]]
"""The words that can be chosen, and what each is called."""


def _kinds(cells: Mapping[str, str]) -> Choices:
    return KINDS, {key: kind.label for key, kind in KINDS.items()}


def _subkinds(cells: Mapping[str, str]) -> Choices:
    return ("", *KINDS[cells["kind"]].subkinds), {}


def _partners(cells: Mapping[str, str]) -> Choices:
    named = countries.table()["name"].sort_values()
    return ("", *map(str, named.index)), named.to_dict() | {"": "None, or many"}


def _places(cells: Mapping[str, str]) -> Choices:
    named = places.table()["name"].sort_values()
    return ("", *map(str, named.index)), named.to_dict()


def _units(cells: Mapping[str, str]) -> Choices:
    own = KINDS[cells["kind"]].unit
    known = (own, "USD", "EUR", "CNY", *quantities.UNITS, *quantities.RANKS)
    return ("", *filter(None, known)), {}


def _engagements(cells: Mapping[str, str]) -> Choices:
    return ("", *sorted(set(facts.load()["engagement"].astype(str)) - {""})), {}


def _words(known: Mapping[str, str], *, empty: bool = False) -> Callable[[Any], Choices]:
    told = {word: word.replace("_", " ") for word in known}
    return lambda cells: ((*([""] if empty else []), *known), told)


_CHOICES: Mapping[str, Callable[[Mapping[str, str]], Choices]] = {
    "kind": _kinds,
    "subkind": _subkinds,
    "partner": _partners,
    "place": _places,
    "unit": _units,
    "engagement": _engagements,
    "date_role": _words(DATE_ROLES),
    "qualifier": _words(QUALIFIERS, empty=True),
    "status": _words(STATUSES, empty=True),
    "side": lambda cells: (SIDES, SIDES),
}
