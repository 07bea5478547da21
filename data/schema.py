"""The columns of a fact: the data dictionary, and the pandera schema that it is checked by."""

from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd
import pandera.pandas as pa

from data.kinds import KINDS
from data.vocabularies import DATE_ROLES, QUALIFIERS, SIDES, STATUSES

TYPED: Mapping[str, str] = MappingProxyType(
    {
        "fact_id": "Stable id, never reused: the source's id and a number.",
        "kind": "What kind of engagement the fact is about.",
        "subkind": "A controlled word below the kind.",
        "partner": "ISO 3166-1 alpha-3 code of the country whose tie with China it describes; "
        "empty for many or none.",
        "place": "Key of the place where it happened.",
        "date": "When, in EDTF level 1, no more precisely than reported.",
        "date_role": "What the date is the date of.",
        "qualifier": "How the figure was hedged.",
        "value": "The figure as a number.",
        "unit": "What the figure counts; an ISO 4217 code for money.",
        "value_text": "The figure as printed, in a few words.",
        "status": "How far the matter had come.",
        "actor": "Who acts or speaks; several are parted by semicolons.",
        "attributed_to": "Who says so.",
        "side": "Whose side that is.",
        "engagement": "The one thing that several facts may be about.",
        "part_of": "The larger engagement that this one belongs to.",
        "source": "Key of the source.",
        "paragraph": "Numbers of the source's paragraphs, parted by semicolons.",
        "summary": "The fact in one sentence of our own.",
        "note": "The caveat that goes wherever the figure goes.",
    }
)
"""What a contributor types, in the order of the file: column -> meaning."""

DERIVED: Mapping[str, str] = MappingProxyType(
    {
        "earliest": "First day on which it can lie; empty where the start is open.",
        "latest": "Last day on which it can lie; empty where the end is open.",
        "precision": "How exact the date is: day, month, year or span.",
        "uncertain": "Whether the date is doubted (EDTF ?).",
        "approximate": "Whether the date is about (EDTF ~).",
        "reach_first": "First day to reckon with, one unit further out where the date is not sure.",
        "reach_last": "Last day to reckon with, likewise.",
        "date_words": "The date in words.",
        "lower": "Known lower bound of the figure; empty where it is open.",
        "upper": "Known upper bound of the figure; empty where it is open.",
        "figure": "The figure in its short form.",
        "figure_words": "The figure in words.",
        "country": "Short English name of the partner.",
        "flag": "Flag of the partner.",
        "region": "UN M49 region of the partner.",
        "subregion": "UN M49 subregion of the partner.",
        "place_name": "Name of the place.",
        "lat": "Latitude of the place, degrees north.",
        "lon": "Longitude of the place, degrees east.",
        "source_title": "Title of the source.",
        "publisher": "Publisher of the source.",
        "published": "Day on which the source was published.",
    }
)
"""What `facts.load` adds: column -> meaning. Never typed."""

SOURCE_COLUMNS = (
    *("source", "title", "publisher", "author", "published", "url", "language"),
    *("paragraphs", "syndicated_from", "note"),
)
"""What is typed about a source, its key first; ``syndicated_from`` is the key of the source
whose words it prints."""

PLACE_COLUMNS = (
    *("place", "name", "other_names", "kind", "country", "lat", "lon", "disputed", "claimants"),
    "note",
)
"""What is typed about a place, its key first."""

CATEGORIES = (
    *("kind", "subkind", "partner", "place", "date", "date_role", "qualifier", "unit", "status"),
    *("actor", "attributed_to", "side", "source", "paragraph", "precision", "date_words"),
    *("country", "flag", "region", "subregion", "place_name", "source_title", "publisher"),
    *("engagement", "part_of"),
)
"""Columns whose words come again and again: pandas categories, in alphabetical order."""

VOCABULARIES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "kind": {key: kind.meaning for key, kind in KINDS.items()},
        "date_role": DATE_ROLES,
        "qualifier": QUALIFIERS,
        "status": STATUSES,
        "side": SIDES,
    }
)
"""Columns that take only known words: column -> word -> meaning."""

REQUIRED = (
    "fact_id",
    "kind",
    "date",
    "date_role",
    "attributed_to",
    "side",
    "source",
    "paragraph",
    "summary",
)
"""Typed columns that may not be empty."""

_FORMATS = {
    "fact_id": (
        r"[a-z0-9]+(?:-[a-z0-9]+)+",
        "small letters, digits and hyphens, like tna-20231205-01",
    ),
    "value": (
        r"[0-9]{1,18}(?:\.[0-9]+)?",
        "a plain number without separators, like 26800000 or 0.25",
    ),
    "paragraph": (
        r"[1-9][0-9]*(?:;[1-9][0-9]*)*",
        "paragraph numbers parted by semicolons, like 1;7",
    ),
}


def _column(name: str) -> pa.Column:
    """Build a column; of its checks, the first that a cell fails says most about the cell."""
    checks = [pa.Check(_tidy, error="must be one line without blanks around it")]
    if name in REQUIRED:
        checks.append(pa.Check.str_length(min_value=1, error="must not be empty"))
    if name in VOCABULARIES:
        words = list(VOCABULARIES[name])
        checks.append(pa.Check.isin([*words, ""], error="must be one of: " + ", ".join(words)))
    if name in _FORMATS:
        pattern, sentence = _FORMATS[name]
        checks.append(pa.Check.str_matches(f"^(?:{pattern})?$", error=f"must be {sentence}"))
    return pa.Column(str, checks=checks)


def _tidy(cells: pd.Series) -> pd.Series:
    return (cells == cells.str.strip()) & ~cells.str.contains(r"[\r\n]")


TEXT_SCHEMA = pa.DataFrameSchema({name: _column(name) for name in TYPED}, strict=True)
"""Facts as they stand in the file: every cell text, "" where nothing is said."""
