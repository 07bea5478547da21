"""Hinting: the best guess at what a single sentence tells, for a person to put right."""

import re
from datetime import date

from data.drafting import moods
from data.drafting.drafts import Draft
from data.drafting.events import Event
from data.drafting.figures import Figure
from data.drafting.filling import fill
from data.drafting.frames import FRAMES, LAST
from data.drafting.patterns import words
from data.drafting.reading import Reading, read
from data.drafting.rules import as_printed
from data.kinds import KINDS

_KINDS = (
    ("visit", r"visit\w*|trip|tour\w*|met|meeting|talks|summit|arriv\w+"),
    ("sanction", r"sanction\w*|tariffs?|bans?|banned|embargo|blacklist\w*"),
    ("loan", r"loans?|lend\w*|lent|borrow\w*|owe[sd]?|debts?|credit"),
    ("grant", r"grants?|aid|assistance"),
    ("donation", r"donat\w+|gifts?"),
    ("investment", r"invest\w*|stakes?"),
    ("vessel_count", r"vessels?|ships?|boats?|militia"),
    ("deployment", r"troops|deploy\w*|patrol\w*|exercises?|drills"),
    ("arms_transfer", r"arms|weapons?|missiles?|jets"),
    ("trade_value", r"trade|trading|exports?|imports?|purchas\w+|bought|sold"),
    ("agreement", r"sign\w*|agree\w*|deals?|pacts?|memorand\w+|treat(?:y|ies)"),
    ("project", r"project|built|build\w*|construct\w*"),
    ("membership", r"join\w*|diplomatic (?:ties|relations)"),
)
"""Words that a kind is told by, the telling ones first."""
_TOLD = tuple((kind, words(pattern)) for kind, pattern in _KINDS)
_COUNTED = frozenset({"vessel_count", "deployment", "donation", "arms_transfer"})


def guess(text: str, published: date, start: int, end: int) -> Draft | None:
    """Return what the sentence within these offsets most likely tells, None where nothing does.

    It is what a frame reads in it, however unsure; else a kind by its words, with the figure
    and the partner at hand.
    """
    own = next((r for r in read(text, published) if r.start < end and start < r.end), None)
    if own is None:
        return None
    found = [d for frame in (*FRAMES, LAST) for event in frame(own) for d in fill(event)]
    if not found and (event := _by_words(own)):
        found = list(fill(event))
    best = max(found, key=lambda draft: draft.score, default=None)
    return best and as_printed(best, text)


def _by_words(reading: Reading) -> Event | None:
    for kind, pattern in _TOLD:
        told: re.Match[str] | None = next(reading.find(pattern), None)
        if told:
            figure = _figure(reading, kind, told.span())
            unit = figure.unit or KINDS[kind].unit if figure else ""
            return Event(reading, kind, *told.span(), figure=figure, unit=unit, mood=moods.DONE)
    return None


def _figure(reading: Reading, kind: str, told: tuple[int, int]) -> Figure | None:
    """Return the figure nearest to the words: money, or for what is counted a number."""
    fitting = [f for f in reading.figures if bool(f.money) != (kind in _COUNTED)]
    return min(fitting, key=lambda f: reading.distance(told, (f.start, f.end)), default=None)
