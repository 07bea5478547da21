"""The passage behind a fact, and the source behind a text."""

from dataclasses import dataclass

from sqlalchemy import select

from data import wording
from data.database import state
from data.database.engine import reading
from data.database.tables import TEXTS
from data.store import collection

_PRINTING = 0.6
"""So much of the shorter text stands in the longer one where both print the same article."""

_FOUNDING = 0.5
"""So many of a founding article's paragraphs stand in a text that is this article."""


@dataclass(frozen=True)
class Passage:
    """Where a fact stands: the paragraphs, by number and in full, and the span to highlight.

    ``start`` and ``end`` count characters of ``text``; they are equal where the exact words
    are not known. Paragraphs in ``text`` are parted by a blank line.
    """

    source: str
    numbers: tuple[int, ...]
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Recognised:
    """A source whose text somebody brings: the ``same`` text, another ``printing`` of it, or
    the article behind a ``founding`` source of which only fingerprints are kept. ``share`` is
    how much of it agrees, up to 1.
    """

    source: str
    how: str
    share: float


def passage(fact_id: str) -> Passage | None:
    """Return the passage that a fact stands in, None where the text of its source is not kept."""
    _, fact = collection.newest("fact", fact_id, state.stamp())
    if not fact:
        return None
    exact = fact["passage_text"]
    held = _held(exact) if exact else text(fact["source"])
    if held is None:
        return None
    spans = _numbered(fact["source"], held)
    start, end = (fact["passage_start"], fact["passage_end"]) if exact else (0, 0)
    if exact:
        chosen = [n for n, (first, last) in spans.items() if first < end and start < last]
    else:
        chosen = [int(n) for n in fact["paragraph"].split(";") if int(n) in spans]
    return _passage(fact["source"], held, {n: spans[n] for n in chosen}, start, end)


def text(source: str) -> str | None:
    """Return the whole text of a source, None where it is not kept."""
    _, row = collection.newest("source", source, state.stamp())
    return _held(row["text"]) if row.get("text") else None


def recognise(brought: str) -> Recognised | None:
    """Return the source that a text is of, or another printing of, by its wording; None: new.

    A text is the same where its words are, whatever its line breaks and marks.
    """
    own = wording.shingles(brought)
    best: Recognised | None = None
    for source, row in state.latest("source", state.stamp()).iterrows():
        if row["withdrawn"] or not row["text"]:
            continue
        held = _held(row["text"]) or ""
        if wording.shingles(held) == own:
            return Recognised(str(source), "same", 1.0)
        share = wording.overlap(held, brought)
        if share >= max(_PRINTING, best.share if best else 0):
            best = Recognised(str(source), "printing", share)
    return best or _founding(brought)


def _founding(brought: str) -> Recognised | None:
    for source, kept in wording.fingerprints().items():
        there = sum(wording.likeness(one, brought) > 0.5 for one in kept.values())
        if (share := there / len(kept)) >= _FOUNDING:
            return Recognised(source, "founding", share)
    return None


def _held(sha256: str) -> str | None:
    with reading() as connection:
        if connection is None:
            return None
        found: str | None = connection.execute(
            select(TEXTS.c.text).where(TEXTS.c.sha256 == sha256)
        ).scalar()
        return found


def _numbered(source: str, held: str) -> dict[int, tuple[int, int]]:
    """Return the paragraphs of a text by the numbers that facts call them.

    Those of a founding article are told by their wording, since whoever brings it may have a
    heading or a caption among them.
    """
    spans = wording.paragraphs(held)
    kept = wording.fingerprints().get(source)
    if kept is None:
        return dict(enumerate(spans, start=1))
    alike = {
        number: max(spans, key=lambda span: wording.likeness(one, held[slice(*span)]))
        for number, one in kept.items()
    }
    return {
        number: span
        for number, span in alike.items()
        if wording.likeness(kept[number], held[slice(*span)]) > 0.5
    }


def _passage(
    source: str, held: str, spans: dict[int, tuple[int, int]], start: int, end: int
) -> Passage | None:
    """Join paragraphs and move the span into them."""
    pieces, at, moved = [], 0, []
    for first, last in spans.values():
        pieces.append(held[first:last])
        if start < last and first < end:
            moved += [at + max(start, first) - first, at + min(end, last) - first]
        at += last - first + 2
    if not pieces:
        return None
    begin, stop = (moved[0], moved[-1]) if moved else (0, 0)
    return Passage(source, tuple(spans), "\n\n".join(pieces), begin, stop)
