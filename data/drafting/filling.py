"""Filling: from an event to a draft, field by field, each with its reason."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from data import dates, quantities
from data.drafting import attribution, moments, moods, partners, scoring
from data.drafting.cleaning import one_line
from data.drafting.drafts import Draft, Why
from data.drafting.events import Event, Partner
from data.drafting.patterns import words
from data.drafting.reading import Reading
from data.kinds import KINDS

_OF_ONE = frozenset({"loan", "investment", "trade_value", "trade_rank", "project", "donation"})
"""What is a fact only where somebody is named, be it a region, whose fact names no partner."""
_ROLES = {
    "trade_rank": "as_of",
    "trade_comparison": "as_of",
    "membership": "as_of",
    "vessel_count": "observed",
    "statement": "announced",
    "trade_value": "occurred",
}


@dataclass
class _Fields:
    """What is known so far of a draft, and why."""

    values: dict[str, Any] = field(default_factory=dict)
    why: dict[str, Why] = field(default_factory=dict)

    def put(self, name: str, value: object, why: Why) -> None:
        if value not in ("", None):
            self.values[name] = value
            self.why[name] = why


def fill(event: Event) -> Iterator[Draft]:
    """Yield a draft for each partner of an event, none where it is denied or only supposed."""
    mood = event.mood or moods.mood(event.reading, event.start)
    if mood in (moods.DENIED, moods.UNSURE) and event.kind not in moments.ALWAYS:
        return
    found = event.partners or partners.partners(event.reading, event.start, event.end)
    for partner in found or (("", Why(note="no country is named")),):
        if partner[0] or event.kind not in _OF_ONE or partner[1].start is not None:
            yield _draft(event, partner, mood)


def _draft(event: Event, partner: Partner, mood: str) -> Draft:
    reading, fields = event.reading, _Fields()
    told = Why(one_line(reading.flat[event.start : event.end]), event.start, event.end)
    fields.put("kind", event.kind, told)
    fields.put("subkind", event.subkind, told)
    fields.put("partner", partner[0], partner[1])
    _figure(event, fields, mood)
    _date(event, fields, mood)
    _place(event, fields)
    fields.put("actor", event.actor or _actor(event), told)
    status = event.status if event.status != "delivered" or mood != moods.PLANNED else "pledged"
    if mood == moods.PLANNED and not (event.kind in ("loan", "grant", "donation") and status):
        status = "planned" if event.kind not in ("loan", "grant") else "pledged"
    fields.put("status", status if event.kind not in moments.ALWAYS else event.status, told)
    said = attribution.speaker(reading, partner[0])
    fields.put(
        "attributed_to", said.name or (event.actor if event.kind == "statement" else ""), said.why
    )
    fields.put("side", said.side, said.why)
    score = scoring.score(event, fields.values, fields.why)
    return Draft(
        start=reading.start, end=reading.end, score=score, why=dict(fields.why), **fields.values
    )


def _figure(event: Event, fields: _Fields, mood: str) -> None:
    reading = event.reading
    if event.figure:
        span = (event.figure.start, event.figure.end)
        value, qualifier = event.figure.value * event.scale, event.figure.qualifier
    elif event.value is not None and event.value_span:
        span, value = event.value_span, event.value
        qualifier = event.mood if event.mood in ("about", "at_least") else "exact"
    else:
        return
    text = one_line(reading.flat[span[0] : span[1]])
    why = Why(text, *span)
    fields.put("value", value, why)
    fields.put("unit", event.unit or (event.figure.unit if event.figure else ""), why)
    fields.put("qualifier", qualifier, why)
    fields.put("value_text", text, why)
    if not quantities.known(fields.values.get("unit", "")):
        for name in ("value", "unit", "qualifier", "value_text"):
            fields.values.pop(name, None)
            fields.why.pop(name, None)


def _date(event: Event, fields: _Fields, mood: str) -> None:
    reading = event.reading
    time, note = moments.moment(event)
    ahead = event.kind == "visit" and mood == moods.PLANNED
    if time and ahead and moments.long_past(reading, time):
        time = None
    role = _ROLES.get(event.kind, "planned" if mood == moods.PLANNED else "occurred")
    if time is None:
        if event.kind == "trade_rank" and not reading.has(moments.PAST):
            year = str(reading.published.year)
            fields.put("date", year, Why(note="told in the present: the year of publication"))
            fields.put("date_role", role, fields.why["date"])
        return
    why = Why(one_line(time.text), time.start, time.end, note)
    if event.kind in ("loan", "grant", "donation") and mood != moods.PLANNED:
        role = "announced" if note.endswith("said") else "occurred"
    if role == "planned" and dates.parse(time.edtf).reach[1] <= reading.published:
        role = "announced"  # what is to come was told then, not expected for then
    fields.put("date", time.edtf, why)
    fields.put("date_role", role, why)


def _place(event: Event, fields: _Fields) -> None:
    reading = event.reading
    if event.place:
        fields.put("place", one_line(event.place.text), partners.why(event.place))
        return
    cities = [m for m in reading.mentions if m.sort == "city" and _in(reading, m.start)]
    if cities:
        near = min(cities, key=lambda m: reading.distance(event.span, (m.start, m.end)))
        fields.put("place", one_line(near.text), partners.why(near))


_IN = words(r"(?:in|at|to|near|outside|off|from)(?: the(?: (?:capital|city|port)(?:,| of)?)?)? ?")


def _in(reading: Reading, start: int) -> bool:
    before = reading.flat[max(reading.start, start - 25) : start]
    return any(found.end() == len(before) for found in _IN.finditer(before))


def _actor(event: Event) -> str:
    """Return who acts: the last named before the event."""
    named = [m for m in event.reading.mentions if m.end <= event.start and m.sort != "region"]
    if named:
        return named[-1].name or one_line(named[-1].text)
    return "China" if KINDS[event.kind].family.key == "aid" else ""
