"""Third parties: who has put sanctions on the partner, counted by those that are named."""

import re
from collections.abc import Iterator
from dataclasses import replace

from data.drafting import partners
from data.drafting.events import Event
from data.drafting.gazetteer import Mention
from data.drafting.patterns import words
from data.drafting.reading import Reading

_UNDER = words(
    r"(?P<verb>undergoing|under|facing|faces|subject to)(?P<what> (?:[\w-]+ "
    r"){0,3}?sanctions)(?: (?:from|by|of) (?P<by>[^;]{3,}))?"
)


def on_partner(reading: Reading) -> Iterator[Event]:
    """Sanctions of third parties, counted by the parties that are named."""
    for found in reading.find(_UNDER):
        chinese = reading.china and found.start() > reading.china[0].start
        sanctioned = [m for m in partners.usable(reading) if m.end <= found.start() and m.iso3]
        parties = _parties(reading, found) if found["by"] else []
        if chinese or not sanctioned or not parties:
            continue
        more = _MORE.search(reading.flat, parties[-1].end, reading.end)
        span, pair = (parties[0].start, parties[-1].end), partners.of(sanctioned[-1:])
        event = Event(reading, "sanction", found.start(), span[1], "on partner", pair)
        event = replace(event, value=float(len(parties)), unit="sanctioning parties")
        event = replace(event, value_span=span, mood="at_least" if more else "done")
        yield replace(event, status="ongoing", actor="; ".join(m.text for m in parties))


_MORE = words(r"other|others|more")
_BECAUSE = words(r"over|for|because")


def _parties(reading: Reading, found: re.Match[str]) -> list[Mention]:
    """Return who sanctions: the countries and unions listed before the reason is given."""
    start, end = found.span("by")
    reason = _BECAUSE.search(reading.flat, start, end)
    end = reason.start() if reason else end
    sorts = ("country", "region")
    return [m for m in reading.mentions if start <= m.start < end and m.sort in sorts]
