"""The tables as this program knows them; `migrations` makes them.

Acts and revisions are kept for ever: triggers refuse to change or delete them. Only the work
under way (``reviews``) changes. Every moment is text, ISO 8601 in UTC, so that both databases
order and hand it back alike; every cell of a fact, source or place is text as in a CSV file.
"""

from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table, Text, UniqueConstraint

from data.schema import PLACE_COLUMNS, SOURCE_COLUMNS, TYPED

SCHEMA = "0001"
"""The version of the tables: the newest file in ``migrations/versions``."""

METADATA = MetaData()

ACTS = Table(
    "acts",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("undoes", Integer, ForeignKey("acts.id")),
)
"""What somebody did at once: one transaction, undone as a whole."""

TEXTS = Table(
    "texts",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("text", Text, nullable=False),
)
"""Texts of sources by the SHA-256 of their UTF-8, so that a correction does not copy them."""


def _revisions(subject: str, columns: tuple[str, ...], *more: Column) -> Table:
    """Make the table of the revisions of facts, sources or places; ``columns`` begin with the key.

    ``number`` counts the revisions of one key from 1. ``withdrawn`` is 1 where it is no longer
    part of the collection. ``founding`` is the hash of the row of the founding collection that
    the first revision corrects, "" where there is none.
    """
    key, *cells = columns
    return Table(
        f"{subject}_revisions",
        METADATA,
        Column("id", Integer, primary_key=True, autoincrement=False),
        Column("act", Integer, ForeignKey("acts.id"), nullable=False, index=True),
        Column(key, Text, nullable=False),
        Column("number", Integer, nullable=False),
        Column("withdrawn", Integer, nullable=False),
        Column("founding", Text, nullable=False),
        *(Column(name, Text, nullable=False) for name in cells),
        *more,
        UniqueConstraint(key, "number"),
    )


REVISIONS: Mapping[str, Table] = MappingProxyType(
    {
        "fact": _revisions(
            "fact",
            tuple(TYPED),
            Column("passage_start", Integer),
            Column("passage_end", Integer),
            Column("passage_text", Text, ForeignKey("texts.sha256")),
        ),
        "source": _revisions(
            "source", SOURCE_COLUMNS, Column("text", Text, ForeignKey("texts.sha256"))
        ),
        "place": _revisions("place", PLACE_COLUMNS),
    }
)
"""What is kept of a subject: every revision. A fact's passage is a span of a text."""

REVIEWS = Table(
    "reviews",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("published", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("updated", Text, nullable=False),
)
"""Articles under review, with their drafts and decisions as JSON: work under way, it changes."""

LABELS = Table(
    "labels",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("decision", Text, nullable=False),
    Column("passage", Text, nullable=False),
    Column("proposed", Text, nullable=False),
    Column("final", Text, nullable=False),
)
"""Drafts as they were proposed and as they were decided, for whoever improves the drafting."""

KEPT = (ACTS, TEXTS, *REVISIONS.values(), LABELS)
"""Tables whose rows are never changed or deleted."""

ALL = (ACTS, TEXTS, *REVISIONS.values(), REVIEWS, LABELS)
"""Every table, those that others refer to first."""
