"""Costs: what something that China built, paid for or lent for is worth."""

import re
from dataclasses import replace

from data.drafting.events import Event
from data.drafting.figures import Figure
from data.drafting.frames.cues import BUILT
from data.drafting.frames.projects import chinese_works
from data.drafting.patterns import words
from data.drafting.reading import Reading

COST = "the cost of what was built, in a text that speaks of Chinese financing"


def cost(reading: Reading, figure: Figure, at: tuple[int, int]) -> Event | None:
    """Read the cost of something built as a loan, where the text speaks of Chinese financing.

    Chinese banks lend for nearly all that Chinese firms build; the reviewer is told.
    """
    built, plans = chinese_works(reading), _PLANS.match(reading.flat, at[0], figure.start)
    if _PLANT.search(reading.flat, *at) and _by_firm(reading, at[0]):
        kind = "investment"
    else:
        lent = reading.financed and not plans and not reading.has(_PAID_FOR)
        kind = "loan" if lent else "project" if built or plans else ""
    if not kind or not _attached(reading, figure, at) or _called_off(reading, figure):
        return None
    span = (min(figure.start, at[0]), max(figure.end, at[1]))
    sort = "infrastructure" if kind == "project" else ""
    event = Event(reading, kind, *span, sort, figure=figure, unit=figure.unit)
    return replace(event, inherited="" if kind == "project" else COST)


def _attached(reading: Reading, figure: Figure, at: tuple[int, int]) -> bool:
    """Whether an amount is the cost of what is named: "the $2 billion dam", "it cost ..."."""
    if at[1] <= figure.start:
        if _WORTH.fullmatch(reading.flat, at[0], figure.start):
            return True
        said = reading.flat[at[0] : at[1]].lower().startswith(("cost", "price"))
        ahead = _WILL.search(reading.flat[max(reading.start, at[0] - 12) : at[0]])
        return said and not ahead and figure.start - at[1] < 30 and _something_built(reading)
    after = reading.flat[figure.end : at[0]]
    apart = re.search(r"\b(?:to|that|and|for|which|will|under|in)\b|\.", after)
    return len(after) < 50 and not apart


_PAID_FOR = words(r"pa(?:id|ys|ying) for|gifts?|donat\w+|free of charge|at no cost")
_WORTH = words(
    r"[\w-]+(?: [\w-]+){0,3} (?:worth|valued at|estimated at|totall?ing|costing|"
    r"with a (?:cost|value|price tag) of)(?: a total of)? "
)
"""From what is built to what it is worth: "a refinery worth $2 billion"."""
_PLANS = words(r"projects (?:[\w-]+ ){0,3}(?:worth|valued|estimated|totall?ing) ")
"""Projects of which no loan is told."""
_PLANT = words(r"plants?|factory|factories|refinery|smelters?")
_UTILITY = words(r"(?:power|solar|water|treatment|desalination|wind) $")


def _by_firm(reading: Reading, plant: int) -> bool:
    """Whether a firm opened or builds a factory, which is its own and no public work."""
    utility = _UTILITY.search(reading.flat, max(reading.start, plant - 15), plant)
    named = any(m.china and m.sort == "body" for m in reading.mentions)
    firm = named or reading.has(_CHINESE_FIRM)
    return firm and not utility and reading.has(_FIRM_OPENS)


_CHINESE_FIRM = words(
    r"Chinese (?:[\w-]+ ){0,3}?(?:\w*makers?|company|companies|firms?|groups?|giant|manufacturers?|"
    r"producers?|investors?|miners?)"
)
_FIRM_OPENS = words(
    r"(?:opened|opens|opening|build(?:s|ing)?|built|launched|inaugurated|started|completed)"
    r" (?:an? |its |the )?(?:first )?"
)
_WILL = words(r"(?:will|would|could|may|might|to) $")
_WORKS = words(BUILT)
_IT = words(r"(?:it|which|they)")


def _something_built(reading: Reading) -> bool:
    """Whether the sentence names what was built, or goes on about it as "it"."""
    earlier = reading.previous
    again = _IT.match(reading.flat, reading.start) and earlier and earlier.has(_WORKS)
    return reading.has(_WORKS) or bool(again)


_OFF = words(r"cancel\w*|scrap\w*|suspend\w*|halt\w*|shelv\w*|call\w* off|reject\w*|abandon\w*")


def _called_off(reading: Reading, figure: Figure) -> bool:
    return bool(_OFF.search(reading.clause(figure.start)))
