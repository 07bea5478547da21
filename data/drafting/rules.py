"""Rules: the drafter that reads by frames. The same text always gives the same drafts."""

from dataclasses import replace
from datetime import date

from data.drafting.cleaning import one_line
from data.drafting.dating import dated
from data.drafting.drafts import Draft, Why
from data.drafting.filling import fill
from data.drafting.frames import FRAMES, LAST
from data.drafting.merging import merged
from data.drafting.reading import Reading, read

ENOUGH = 0.5
"""Below this score a reading is no draft; its sentence is left to the suspicious ones."""


def rules(text: str, published: date) -> list[Draft]:
    """Return the drafts that the frames read from a text published on a day."""
    told = (draft for reading in read(text, published) for draft in _of_sentence(reading))
    return [as_printed(draft, text) for draft in merged(dated(told, text, published))]


def _of_sentence(reading: Reading) -> list[Draft]:
    found = [d for frame in FRAMES for event in frame(reading) for d in fill(event)]
    sure = [draft for draft in found if draft.score >= ENOUGH]
    return sure or [draft for event in LAST(reading) for draft in fill(event)]


def as_printed(draft: Draft, text: str) -> Draft:
    """Give the words of every reason, and the figure, with the quotes and hyphens of the text."""
    why = {
        name: reason if reason.start is None else _words(reason, text)
        for name, reason in draft.why.items()
    }
    figure = why["value"].words if "value" in why else ""
    return replace(draft, why=why, value_text=figure)


def _words(reason: Why, text: str) -> Why:
    return replace(reason, words=one_line(text[reason.start : reason.end]))
