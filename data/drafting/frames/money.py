"""Frames of money: amounts told by a word, in a row with others, or in what goes on about them."""

from collections.abc import Iterator
from dataclasses import replace

from data.drafting import partners
from data.drafting.events import Event
from data.drafting.figures import Figure
from data.drafting.frames.amounts import status_of, told_in
from data.drafting.frames.costs import COST
from data.drafting.frames.cues import nearest
from data.drafting.frames.givers import by_rival, link
from data.drafting.frames.owners import a_share
from data.drafting.frames.sums import sums
from data.drafting.gazetteer import CHINA
from data.drafting.patterns import words
from data.drafting.reading import Reading


def money(reading: Reading) -> Iterator[Event]:
    """Yield amounts of money between China and the partner, each under the nearest word's kind."""
    told = list(told_in(reading))
    if any(event.kind == "loan" and event.inherited != COST for event in told):
        told = [event for event in told if event.inherited != COST]
    yield from (event for event in told if not _part(reading, event, told))
    yield from _also(reading, told)
    if not told:
        yield from _gone_on(reading)


_OF_WHICH = words(r"(?:of which|of that|of this|of it|of them|including)(?: [\w'-]+){0,3} ?$")


def _part(reading: Reading, event: Event, told: list[Event]) -> bool:
    """Whether a debt or gift is only a part of the one told just before: "of which $1 billion"."""
    if event.kind == "trade_value" or event.figure is None:
        return False
    before = reading.flat[max(reading.start, event.figure.start - 40) : event.figure.start]
    wholes = [e for e in told if e.kind == event.kind and e.figure and e.figure != event.figure]
    return _OF_WHICH.search(before) is not None and any(
        whole.figure.value > event.figure.value and whole.figure.start < event.figure.start
        for whole in wholes
        if whole.figure
    )


def _also(reading: Reading, told: list[Event]) -> Iterator[Event]:
    """Yield amounts in a row with one that was told: "$5 million for roads and $3 million for"."""
    for figure in sums(reading):
        before = [e for e in told if e.figure and e.figure.end <= figure.start]
        if any(e.figure == figure for e in told) or not before:
            continue
        first, at = before[-1], before[-1].figure
        if at and _in_a_row(reading, at, figure, first.kind):
            span = (figure.start, figure.end)
            yield replace(first, start=span[0], end=span[1], figure=figure, unit=figure.unit)


def _in_a_row(reading: Reading, first: Figure, other: Figure, kind: str) -> bool:
    """Whether two amounts stand in one row, and no word says that the other is something else."""
    own = nearest(reading, other)
    between = [m for m in reading.mentions if first.end < m.start < other.start]
    strangers = any(m.iso3 not in (reading.focus, CHINA) for m in between)
    if strangers or (own and own[0] not in ("project", kind)):
        return False
    gap = reading.flat[first.end : other.start].strip() + " "
    return bool(_ROW.fullmatch(gap) and link(reading, other, given=kind != "trade_value"))


_ROW = words(
    r"(?:(?!(?:while|but|which|who|after|before|than|from|when|because|of|built|bought|sold|owes?)\b)"
    r"[\w',()$-]+ )*?"
    r"(?:(?:and|plus|as well as)(?: [\w'-]+){0,3} )?"
)


def _gone_on(reading: Reading) -> Iterator[Event]:
    """Yield amounts by which a sentence goes on about the loan or gift of those before."""
    if not _GOES_ON.match(reading.flat, reading.start, reading.end) or by_rival(reading):
        return
    earlier, told = _told_before(reading)
    known = {m.iso3 for m in earlier.mentions} | {reading.focus, ""}
    strangers = any(m.iso3 not in known for m in reading.mentions)
    if len({event.kind for event in told}) != 1 or strangers or reading.has(_PAID_BACK):
        return
    first = told[0]
    pair = partners.partners(earlier, *first.span)
    for figure in sums(reading):
        own = nearest(reading, figure)
        if (own is None or own[0] in ("project", first.kind)) and not a_share(reading, figure):
            again = _PROMISED.match(reading.flat, figure.end, reading.end)
            span, sort = (figure.start, again.end() if again else figure.end), first.subkind
            event = Event(reading, first.kind, *span, sort, pair, figure, figure.unit)
            status = status_of(reading, figure, first.kind)
            yield replace(event, status=status, inherited="the sentence before")


_PROMISED = words(r" (?:that|which) (?:was|were|had been|has been) \w+")
_BACK = 3


def _told_before(reading: Reading) -> tuple[Reading, list[Event]]:
    """Return the last of the sentences before that tells amounts, and what it tells."""
    earlier = reading
    for _ in range(_BACK):
        if earlier.previous is None:
            break
        earlier = earlier.previous
        told = list(told_in(earlier))
        if told:
            return earlier, told
    return earlier, []


_PAID_BACK = words(
    r"pa(?:id|y|ys|ying) (?:\w+ )?back|repa(?:id|y|ys|ying|yments?)|interest|instal+ments?"
)
_GOES_ON = words(
    r"(?:(?:in|by|for|over|since) [\w ]{3,30},? )?(?:it|this|that|these|another|an? (?:further|"
    r"additional|extra)|among (?:them|the)|(?:the|this|that) (?:sum|amount|money|figure|total|loan|"
    r"grant|aid|package|investments?|assistance|donation|debt|credit|help|funds?)|(?:[$€£\d.]+ )"
    r"(?:million|billion) (?:more|of (?:it|that|this)))"
)
