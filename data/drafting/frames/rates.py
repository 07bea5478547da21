"""Rates: how high a tariff is."""

import re
from dataclasses import replace

from data.drafting.events import Event
from data.drafting.patterns import words
from data.quantities import PERCENT

_RATES = words(r"(?P<to>to )?(?P<rate>\d+(?:\.\d+)?)(?: ?%|-?(?: percent| per cent|percent))")
_TAX = words(r"tariffs?|dut(?:y|ies)|rates? of duty|fees?")


def with_rate(event: Event, found: re.Match[str]) -> Event:
    """Give a tariff its rate: the one that it goes "to", else the first."""
    reading = event.reading
    if not _TAX.search(found["what"]):
        return event
    rates = list(_RATES.finditer(reading.flat, found.start(), min(reading.end, found.end() + 60)))
    hit = next((m.start for m in reading.china if m.start > found.start()), reading.end)
    before = [rate for rate in rates if rate.end() <= hit] if event.subkind == "on China" else []
    first = [*before[-1:], *rates][:1]
    new = next((rate for rate in rates if rate["to"]), first[0] if first else None)
    if new is None or (new.start() > found.end() and not new["to"] and ";" in reading.text):
        return event
    span = (new.start("rate"), new.end())
    return replace(event, value=float(new["rate"]), value_span=span, unit=PERCENT)
