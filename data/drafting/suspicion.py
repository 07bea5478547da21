"""Suspicion: sentences that no draft was read from, but that should not be missed in silence."""

from collections.abc import Sequence
from datetime import date

from data.drafting.cleaning import one_line
from data.drafting.drafts import Draft, Suspicion, Why
from data.drafting.patterns import words
from data.drafting.reading import Reading, read

TRIGGER = words(
    r"visit\w*|trip|met|meeting|talks|summit|sign\w*|agree\w*|deals?|pacts?|"
    r"memorand\w+|treat(?:y|ies)|loans?|lend\w*|"
    r"lent|borrow\w*|owe[sd]?|debts?|grants?|aid|assistance|donat\w+|gifts?|"
    r"invest\w*|stakes?|trade|trading|exports?|"
    r"imports?|purchas\w+|bought|sold|arms|weapons?|missiles?|jets|vessels?|"
    r"ships?|boats?|militia|patrol\w*|deploy\w*|"
    r"troops|exercises?|drills|sanction\w*|tariffs?|bans?|embargo|project|"
    r"built|build\w*|financ\w+|fund\w+|pledg\w+|"
    r"join\w*|accus\w+|denounc\w+|summon\w*|diplomatic (?:ties|relations)|"
    r"oppos\w+|urg(?:e|ed|es|ing)|warn\w*|reject\w*|condemn\w*|prais\w+|welcom\w+|promis\w+|"
    r"deliver\w*|hand(?:ed|s|ing)? over|tranches?|paid|disburs\w+|receiv\w+|rank\w*"
)


def suspects(text: str, published: date, drafts: Sequence[Draft]) -> list[Suspicion]:
    """Return the suspicious sentences, in the order of the text."""
    used = [(draft.start, draft.end) for draft in drafts]
    return [
        Suspicion(r.start, r.end, one_line(text[r.start : r.end]), why)
        for r in read(text, published)
        if not any(start < r.end and r.start < end for start, end in used)
        if (why := _why(r))
    ]


def _why(reading: Reading) -> tuple[Why, ...]:
    """Return the trigger and what goes with it, nothing where the sentence is not suspicious."""
    trigger = next(reading.find(TRIGGER), None)
    if trigger is None or not reading.about_china:
        return ()
    beside = [
        *((f.start, f.end, "a number") for f in reading.figures),
        *((t.start, t.end, "a date") for t in reading.times),
        *((m.start, m.end, "a person of rank") for m in reading.mentions if m.rank),
    ]
    if not beside:
        return ()
    found = [(*trigger.span(), "a word of an engagement"), *beside]
    return tuple(Why(one_line(reading.flat[a:b]), a, b, note) for a, b, note in found)
