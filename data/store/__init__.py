"""What users add: kept in a database, corrected by revisions, undone by acts, never lost.

The founding collection is never written: a correction of its facts is a revision here.
`facts.load`, `sources.table` and `places.table` give both as one.
"""

from data.database.errors import NewerStore, StoreError
from data.store.acts import check, record, undo
from data.store.backup import backup, restore
from data.store.changes import (
    Act,
    Change,
    Clash,
    Conflict,
    Label,
    Refused,
    Review,
    Revision,
)
from data.store.drafts import drop_review, keep_labels, labels, review, reviews, save_review
from data.store.history import history, newest, revisions
from data.store.passages import Passage, Recognised, passage, recognise, text

__all__ = [
    "Act",
    "Change",
    "Clash",
    "Conflict",
    "Label",
    "NewerStore",
    "Passage",
    "Recognised",
    "Refused",
    "Review",
    "Revision",
    "StoreError",
    "backup",
    "check",
    "drop_review",
    "history",
    "keep_labels",
    "labels",
    "newest",
    "passage",
    "recognise",
    "record",
    "restore",
    "review",
    "reviews",
    "revisions",
    "save_review",
    "text",
    "undo",
]
