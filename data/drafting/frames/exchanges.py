"""Frames of what is counted about visits: how many there were, and hours of talks."""

import re
from collections.abc import Iterator
from dataclasses import replace

from data.drafting import partners
from data.drafting.events import Event
from data.drafting.gazetteer import CHINA
from data.drafting.patterns import words
from data.drafting.reading import Reading

_HOURS = words(r"hours of (?:\w+ )?(?:talks|meetings?|discussions)")
_ORDINAL = {
    "first": 1.0,
    "second": 2.0,
    "third": 3.0,
    "fourth": 4.0,
    "fifth": 5.0,
    "sixth": 6.0,
    "seventh": 7.0,
    "eighth": 8.0,
    "ninth": 9.0,
    "tenth": 10.0,
}
_TIMES_MET = words(
    rf"(?:for )?the (?P<n>{'|'.join(_ORDINAL)}) time|their "
    rf"(?P<m>{'|'.join(_ORDINAL)}) (?:\w+[ -]){{0,3}}meeting|"
    r"(?:meeting|summit|encounter) (?:is|was|marks|marked) (?:the|their) "
    rf"(?P<j>{'|'.join(_ORDINAL)}) (?:(?:\w+[ -]){{0,3}}meeting )?between|"
    rf"(?P<k>{'|'.join(_ORDINAL)}) (?:\w+[ -]){{0,2}}(?:meeting|summit) (?:between|of)"
)
_EXCHANGED = words(
    r"\"? ?(?:(?:mutual|two-way|high-level|bilateral|reciprocal|official|"
    r"ministerial|leader|summit) )+"
    r"(?:visits|meetings|exchanges)|\"? ?times|"
    r" (?:\w+ )?(?:trips|visits|tours) to (?:China|Beijing)"
)


def exchanges(reading: Reading) -> Iterator[Event]:
    """Yield how often the two sides met, or visits went both ways."""
    yield from _numbers(reading)
    for found in reading.find(_TIMES_MET):
        value = _ORDINAL[(found["n"] or found["m"] or found["j"] or found["k"]).lower()]
        told = found["j"] or found["k"] or "met" in reading.text
        if told and value > 1:
            yield from _of_the_two(reading, found, value)


def _of_the_two(reading: Reading, found: re.Match[str], value: float) -> Iterator[Event]:
    """Yield the count where both are named, here or in the sentence that told their meeting."""
    event = Event(reading, "visit_exchange", *found.span(), "leader meetings")
    event = replace(event, value=value, unit="meetings", value_span=found.span())
    if _both(reading):
        yield event
        return
    earlier = reading.previous
    if found["j"] and not reading.mentions and earlier and _both(earlier):
        pair = partners.of(m for m in earlier.mentions if m.rank and m.iso3 not in ("", CHINA))
        day = next((t for t in earlier.times if t.sort == "at"), None)
        yield replace(event, partners=pair[:1], when=day)


def _both(reading: Reading) -> bool:
    others = any(m.iso3 not in ("", CHINA) for m in reading.mentions)
    return others and any(m.china and m.rank for m in reading.mentions)


def _numbers(reading: Reading) -> Iterator[Event]:
    for figure in reading.figures:
        found = None if figure.money else _EXCHANGED.match(reading.flat, figure.end)
        if not found or not (reading.china or (reading.previous and reading.previous.china)):
            continue
        met = "met" in reading.text and "times" in found[0]
        if "times" in found[0] and not met:
            continue
        leaders = met or "meetings" in found[0]
        sort = "leader meetings" if leaders else "two-way visits"
        unit = "meetings" if leaders else "visits"
        span = figure.start, found.end()
        yield Event(reading, "visit_exchange", *span, sort, figure=figure, unit=unit)


def talks(reading: Reading) -> Iterator[Event]:
    """Yield how many hours of talks a visit had."""
    for figure in reading.figures:
        found = _HOURS.match(reading.flat, figure.end + 1)
        if found and not figure.money and (reading.china or any(m.rank for m in reading.mentions)):
            yield Event(
                reading, "visit", figure.start, found.end(), "talks", figure=figure, unit="hours"
            )
