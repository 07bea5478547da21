"""A text cut where passages begin and end, so that each can be marked."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass

from data import drafting


@dataclass(frozen=True)
class Piece:
    """A piece of a paragraph: its words, the keys of the passages over it, and of those that
    begin with it."""

    text: str
    keys: tuple[str, ...]
    begins: tuple[str, ...]


def pieces(text: str, passages: Mapping[str, tuple[int, int]]) -> list[list[Piece]]:
    """Cut each paragraph of a text; ``passages`` maps keys to where they start and end."""
    return [
        _cut(text, paragraph.start, paragraph.end, passages)
        for paragraph in drafting.paragraphs(text)
    ]


def _cut(text: str, first: int, last: int, passages: Mapping[str, tuple[int, int]]) -> list[Piece]:
    over = {key: span for key, span in passages.items() if span[0] < last and first < span[1]}
    edges = sorted({first, last, *(min(max(e, first), last) for s in over.values() for e in s)})
    return [
        Piece(
            text[start:end],
            tuple(key for key, span in over.items() if span[0] < end and start < span[1]),
            tuple(key for key, span in over.items() if max(span[0], first) == start),
        )
        for start, end in itertools.pairwise(edges)
    ]
