"""Rules: the drafter that reads by frames. The same text always gives the same drafts."""

from datetime import date

from data.drafting.drafts import Draft
from data.drafting.filling import fill
from data.drafting.frames import FRAMES, LAST
from data.drafting.merging import merged
from data.drafting.reading import Reading, read

ENOUGH = 0.5
"""Below this score a reading is no draft; its sentence is listed as suspicious."""


def rules(text: str, published: date) -> list[Draft]:
    """Return the drafts that the frames read from a text published on a day."""
    return merged(draft for reading in read(text, published) for draft in _of_sentence(reading))


def _of_sentence(reading: Reading) -> list[Draft]:
    found = [d for frame in FRAMES for event in frame(reading) for d in fill(event)]
    sure = [draft for draft in found if draft.score >= ENOUGH]
    return sure or [draft for event in LAST(reading) for draft in fill(event)]
