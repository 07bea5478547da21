"""Reviewing: the drafts of an article, and what a person decides of them.

Plain values in, new ones out. `begin` opens a review, the functions of `deciding` carry it on,
and `keep` writes what was accepted into the store as one act.
"""

from data.review.acting import changes, keep, label, labels, problems, sentences
from data.review.deciding import (
    added,
    decided,
    doubled,
    edited,
    joined,
    left,
    located,
    others,
    set_aside,
    settled,
    whole_of,
)
from data.review.desk import (
    Card,
    Desk,
    Doubt,
    begin,
    from_store,
    in_words,
    number,
    summary,
    to_store,
)
from data.review.spans import Piece, pieces

__all__ = [
    "Card",
    "Desk",
    "Doubt",
    "Piece",
    "added",
    "begin",
    "changes",
    "decided",
    "doubled",
    "edited",
    "from_store",
    "in_words",
    "joined",
    "keep",
    "label",
    "labels",
    "left",
    "located",
    "number",
    "others",
    "pieces",
    "problems",
    "sentences",
    "set_aside",
    "settled",
    "summary",
    "to_store",
    "whole_of",
]
