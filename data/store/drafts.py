"""Work under way: articles under review, and what was decided of their drafts."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pandas as pd
from sqlalchemy import Connection, RowMapping, Select, delete, insert, select

from data.database.engine import reading, writing
from data.database.tables import LABELS, REVIEWS
from data.store.changes import Label, Review
from data.store.rows import moment, next_id, parsed


def save_review(review: Review) -> None:
    """Save an article under review over what was saved of it; who comes back finds all."""
    with writing() as connection:
        save_within(connection, review, at=datetime.now(UTC))


def save_within(connection: Connection, review: Review, *, at: datetime) -> None:
    """Save a review in a transaction that is under way."""
    connection.execute(delete(REVIEWS).where(REVIEWS.c.id == review.id))
    row = {
        "id": review.id,
        "text": review.text,
        "published": review.published,
        "state": json.dumps(dict(review.state), ensure_ascii=False),
        "updated": moment(at),
    }
    connection.execute(insert(REVIEWS), row)


def drop_review(id: str) -> None:
    """Forget an article under review; what was accepted of it stays."""
    with writing() as connection:
        connection.execute(delete(REVIEWS).where(REVIEWS.c.id == id))


def review(id: str) -> Review | None:
    """Return an article under review, None where there is none of this id."""
    found = [one for one in reviews() if one.id == id]
    return found[0] if found else None


def reviews() -> list[Review]:
    """Return the articles under review, the one worked on last first."""
    newest = select(REVIEWS).order_by(REVIEWS.c.updated.desc(), REVIEWS.c.id)
    with reading() as connection:
        return [] if connection is None else list(map(_review, _rows(connection, newest)))


def keep_labels(labels: Sequence[Label], *, who: str) -> None:
    """Keep what was decided of drafts where no fact comes of it."""
    with writing() as connection:
        keep_within(connection, labels, who=who, at=datetime.now(UTC))


def keep_within(connection: Connection, labels: Sequence[Label], *, who: str, at: datetime) -> None:
    """Keep labels in a transaction that is under way."""
    first = next_id(connection, LABELS)
    rows = [
        {
            "id": first + number,
            "at": moment(at),
            "who": who,
            "decision": label.decision,
            "passage": label.passage,
            "proposed": json.dumps(dict(label.proposed), ensure_ascii=False),
            "final": json.dumps(dict(label.final), ensure_ascii=False),
        }
        for number, label in enumerate(labels)
    ]
    if rows:
        connection.execute(insert(LABELS), rows)


def labels() -> pd.DataFrame:
    """Return what was decided of drafts, oldest first.

    Columns: ``at`` (moment in UTC), ``who, decision, passage`` (text), ``proposed, final``
    (mappings).
    """
    columns = ["at", "who", "decision", "passage", "proposed", "final"]
    with reading() as connection:
        rows = [] if connection is None else _rows(connection, select(LABELS).order_by(LABELS.c.id))
    told = pd.DataFrame([dict(row) for row in rows], columns=columns)
    return told.assign(
        at=pd.to_datetime(told["at"], utc=True),
        proposed=[json.loads(cell) for cell in told["proposed"]],
        final=[json.loads(cell) for cell in told["final"]],
    )


def _rows(connection: Connection, wanted: Select[Any]) -> Sequence[RowMapping]:
    return connection.execute(wanted).mappings().all()


def _review(row: RowMapping) -> Review:
    state = json.loads(row["state"])
    return Review(row["id"], row["text"], row["published"], state, parsed(row["updated"]))
