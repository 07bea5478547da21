"""Frames of visits: somebody of rank goes there, or the two sides meet; and counts of visits."""

import re
from collections.abc import Iterator

from data.drafting import partners
from data.drafting.events import Event
from data.drafting.gazetteer import CHINA, Mention
from data.drafting.patterns import words
from data.drafting.reading import Reading

_WHEN = (
    r"(?: (?:on )?(?:late |early )?"
    r"(?:today|yesterday|last week|this week|\w+day(?: morning| evening| night)?))?"
)
_GO = words(
    rf"(?:visit(?:s|ed|ing)?|(?:arriv(?:es?|ed|ing)|land(?:s|ed)|touched down){_WHEN} (?:in|at)|"
    r"arrival in|(?:travel(?:s|l?ed|l?ing)?|fl(?:y|ew|ies|ying)|went|go(?:es|ing)?|"
    r"tak(?:e|es|ing) (?:him|her|them)|took (?:him|her|them)|return(?:s|ed)?|on (?:his|her) way)"
    rf"{_WHEN} to|(?:left|lea(?:ve|ves|ving)|depart(?:s|ed|ing)?|head(?:s|ed|ing)?|sets? off|bound)"
    rf"{_WHEN} (?:to|for)|(?:train|plane|flight) to|"
    rf"(?:is|was|are|were|has been|had (?:earlier |already )?been){_WHEN} in|"
    r"(?:back|returned|returning)(?: home)? from|set foot in|"
    r"talked(?: for [\w ]{3,14})? in|tour(?:s|ed|ing)|"
    r"(?:visits?|trips?|tours?|journeys?)"
    r"(?: (?:this|next|last|later|earlier|on|week|month|year|\w+day|back))*? (?:to|in|through|of)|"
    r"(?:attend(?:s|ed|ing)?|represent(?:s|ed|ing)?)(?: [\w',-]+){1,9}? in|went on to|"
    r"stop(?:s|ped|over)? in)"
    r"(?: (?:the|a|his|her|southern|northern|eastern|western|central|capital|city|port|"
    r"neighbou?ring|of|nations?|countries|island|leader|capital,))*"
)
_STAY = words(
    r"(?:(?:state|official|working|two|three|four|five|six|seven|eight|one|"
    r"[\w-]+-day|first|upcoming|recent)"
    r"[ -]){0,3}(?:visits?|trips?|tours?) (?:of|by)|(?:hosted|welcomed|received|greeted|invited)"
)
_MEET = words(
    r"(?:met|meets|meet|meeting|meetings)(?: (?:face-to-face|bilaterally|"
    r"separately|privately|briefly|"
    r"in person|again|one-on-one))*|talks|shak(?:es?|ing) hands|shook hands|"
    r"summit with|held a summit|"
    r"(?:host(?:s|ed|ing)?|receiv(?:es?|ed|ing)|welcom(?:es?|ed|ing)|greet(?:s|ed|ing)?)|"
    r"inspects? (?:an |the )?honou?r guards?|sat down with|attend(?:s|ed)? a (?:\w+ )?ceremony|"
    r"discussions with"
)
_OFTEN = words(r"(?:met|meet|meeting|visited|visits) (?:[\w'-]+ ){0,7}times")
_REMOTE = words(
    r"phone|telephon\w*|virtual(?:ly)?|video|online|call with|a call|letter|"
    r"spoke by|by teleconference"
)
_NOT_A_VISIT = words(
    r"visit(?:ing)? (?:students?|scholars?|tourists?|fellow)|tourists?|port "
    r"calls?|sanction\w*|ship|warships?"
)
_PRONOUN = words(
    r"(?:he|she|his|her|they|their|the two leaders|both leaders|the two presidents|both presidents)"
)
_COUNTERPART = words(
    r"(?:chinese )?counterparts?|chinese (?:leaders?|officials|leadership)|(?:top|senior) chinese"
)
_TOGETHER = words(
    r"talked|conferred|consulted|signed|inked|opened|inaugurated|witnessed|chaired|attended"
)
_NATURE = (
    ("state", words(r"state visit")),
    ("official", words(r"official visit")),
    ("working", words(r"working (?:visit|lunch|trip)")),
)
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
    rf"(?P<m>{'|'.join(_ORDINAL)}) (?:\w+[ -]){{0,3}}meeting"
)
_EXCHANGED = words(
    r"\"? ?(?:(?:mutual|two-way|high-level|bilateral|reciprocal|official|"
    r"ministerial|leader|summit) )+"
    r"(?:visits|meetings|exchanges)|\"? ?times"
)
_REACH = 70
_OPENING = 30
"""Within so many characters a sentence still opens: "During a visit to Rome, President X ..."."""
_SHOWN = words(r"pictures?|portraits?|posters?|billboards?|screens?|masks?|effig\w+|banners?")


def visits(reading: Reading) -> Iterator[Event]:
    """Yield visits: a journey between China and the partner, or a meeting of the two sides."""
    if reading.has(_REMOTE) or reading.has(_OFTEN):
        return
    found = [*_journeys(reading), *_stays(reading), *_meetings(reading), *_together(reading)]
    seen: set[str] = set()
    for event in found:
        fresh = tuple(p for p in event.partners if p[0] not in seen)
        seen.update(iso3 for iso3, _ in fresh)
        if fresh:
            yield _event(event, fresh)


def _event(event: Event, fresh: tuple[tuple[str, object], ...]) -> Event:
    kept = tuple(p for p in event.partners if p in fresh)
    nature = next((n for n, pattern in _NATURE if event.reading.has(pattern)), "unspecified")
    return Event(
        event.reading,
        "visit",
        event.start,
        event.end,
        nature,
        kept,
        place=event.place,
        actor=event.actor,
        mood=event.mood,
    )


def _journeys(reading: Reading) -> Iterator[Event]:
    """Somebody of rank before the verb, a country right behind it; one of the two is China."""
    for found in reading.find(_GO):
        if _NOT_A_VISIT.match(reading.flat, found.start()):
            continue
        there = next((m for m in reading.mentions if 0 <= m.start - found.end() <= 4), None)
        there = there and _one_country(reading, there)
        if there is None or there.sort == "region" or (there.sort == "person" and not there.iso3):
            continue
        goers = _goers(reading, found.start())
        pair = _pair(reading, goers, there)
        if pair:
            who = "; ".join(dict.fromkeys(g.name for g in goers if g.name))
            place = there if there.sort in ("city", "country") else None
            yield Event(
                reading, "visit", found.start(), there.end, partners=pair, place=place, actor=who
            )


def _one_country(reading: Reading, there: Mention) -> Mention:
    """Read "the East African nation" as the country that the text is about."""
    if there.sort == "region" and partners.ONE_OF_REGION.match(reading.flat, there.end):
        return Mention(there.start, there.end, there.text, reading.focus, "country")
    return there


def _pair(reading: Reading, goers: list[Mention], there: Mention) -> tuple:
    homes = [m for m in goers if (m.iso3 or reading.focus) != there.iso3]
    if there.china:
        return partners.of(_settled(reading, homes))
    if any(m.china for m in homes):
        return partners.of(partners.listed(reading, there))
    return ()


def _settled(reading: Reading, persons: list[Mention]) -> list[Mention]:
    """Give persons of unknown country the one that the text is about."""
    return [
        m if m.iso3 else Mention(m.start, m.end, m.text, reading.focus, m.sort, m.name, m.rank)
        for m in persons
        if not m.china and (m.iso3 or reading.focus)
    ]


def _goers(reading: Reading, before: int) -> list[Mention]:
    """Return who goes: those of rank listed before the verb, or whom a pronoun means."""
    ranked = [m for m in reading.mentions if m.rank and m.end <= before]
    between = [m for m in ranked if before - m.end <= 160]
    if between:
        last = between[-1]
        row = [m for m in partners.listed(reading, last) if m.rank] if not last.china else [last]
        return row or [last]
    if _PRONOUN.search(reading.flat, reading.start, before):
        return _antecedent(reading)
    if before - reading.start < _OPENING:
        return [m for m in reading.mentions if m.rank and before < m.start < before + 90][:1]
    return []


def _antecedent(reading: Reading) -> list[Mention]:
    """Return whom "he" or "their" means: the first of rank in the one or two sentences before."""
    earlier = reading.previous
    for _ in range(2):
        if earlier is None:
            return []
        ranked = [m for m in earlier.mentions if m.rank and (m.name or m.iso3)]
        if ranked:
            return ranked[:1]
        earlier = earlier.previous
    return []


def _stays(reading: Reading) -> Iterator[Event]:
    """A visit "by" somebody, where the place is told elsewhere or not at all."""
    for found in reading.find(_STAY):
        who = next(
            (m for m in reading.mentions if m.rank and 0 <= m.start - found.end() <= 12), None
        )
        if who is None:
            continue
        if not who.china:
            china = [m for m in reading.china if m.sort in ("city", "country") or m.rank]
            pair = partners.of(
                _settled(reading, partners.listed(reading, who) if who.iso3 else [who])
            )
            if china and pair:
                place = next((m for m in china if m.sort == "city"), None)
                yield Event(
                    reading,
                    "visit",
                    found.start(),
                    who.end,
                    partners=pair,
                    place=place,
                    actor=who.name,
                )
            continue
        pair = partners.partners(reading, found.start(), who.end)
        if pair and pair[0][0]:
            yield Event(reading, "visit", found.start(), who.end, partners=pair[:1], actor=who.name)


def _meetings(reading: Reading) -> Iterator[Event]:
    """Both sides of rank around a verb of meeting; "he" and "counterpart" count."""
    ranked = [m for m in reading.mentions if m.rank]
    for found in reading.find(_MEET):
        near = [
            m
            for m in ranked
            if -_REACH * 2 <= m.start - found.end() <= _REACH
            and not _other_clause(reading, found.end(), m)
            and not (m.end <= found.start() and partners.aside(reading, m))
        ]
        chinese = [m for m in near if m.china] or _host(reading, found.start())
        others = [m for m in near if not m.china]
        if chinese and not others and _PRONOUN.search(reading.flat, reading.start, found.start()):
            others = [m for m in _antecedent(reading) if not m.china]
        if others and not chinese and not _counterpart(reading, found.end()):
            continue
        if not others:
            continue
        close = min(others, key=lambda m: reading.distance((m.start, m.end), found.span()))
        row = (
            [m for m in partners.listed(reading, close) if m.rank]
            if close in ranked and close.iso3
            else []
        )
        pair = partners.of(_settled(reading, row or [close]))
        names = dict.fromkeys(m.name for m in [*(row or [close]), *chinese[:1]] if m.name)
        if pair:
            place = next(
                (m for m in reading.mentions if m.sort == "city" and m.start > found.start()), None
            )
            yield Event(
                reading,
                "visit",
                found.start(),
                found.end(),
                partners=pair,
                place=place,
                actor="; ".join(names),
            )


def _together(reading: Reading) -> Iterator[Event]:
    """Two of rank do something side by side, at a place: "X and Y signed it in Paris"."""
    if reading.sentence.caption and not reading.has(_SHOWN):
        yield from _pictured(reading)
    for found in reading.find(_TOGETHER):
        side_by_side = [m for m in reading.mentions if m.rank and 0 < found.start() - m.end < 110]
        others = [m for m in side_by_side if not m.china and m.name]
        if len(side_by_side) < 2 or not others or not any(m.china and m.name for m in side_by_side):
            continue
        place = next(
            (m for m in reading.mentions if m.start > found.end() and m.sort == "city"), None
        )
        if place or _SOMEWHERE.search(reading.flat, found.end(), reading.end):
            pair = partners.of(_settled(reading, others[:1]))
            yield Event(
                reading, "visit", *found.span(), partners=pair, place=place, actor=others[0].name
            )


def _pictured(reading: Reading) -> Iterator[Event]:
    """Both sides of rank in one picture, whatever they are doing there."""
    chinese = [m for m in reading.mentions if m.rank and m.china and m.name]
    others = [m for m in reading.mentions if m.rank and not m.china and m.name]
    if chinese and others:
        place = next((m for m in reading.mentions if m.sort == "city"), None)
        span = min(chinese[0].start, others[0].start), max(chinese[0].end, others[0].end)
        pair = partners.of(_settled(reading, partners.listed(reading, others[0])))
        names = f"{others[0].name}; {chinese[0].name}"
        if pair:
            yield Event(
                reading, "visit", *span, partners=pair, place=place, actor=names, mood="done"
            )


_SOMEWHERE = re.compile(r"\b(?:in|at)\s+(?:the\s+)?[A-Z][a-z]+")


def _other_clause(reading: Reading, end: int, mention: Mention) -> bool:
    gap = reading.flat[end : mention.start] if mention.start > end else ""
    return ";" in gap or bool(_MEET.search(gap)) or " that " in gap


def _host(reading: Reading, verb: int) -> list[Mention]:
    """Return China where it stands right before a verb such as "will host"."""
    return [
        m
        for m in reading.china
        if m.end < verb
        and _WILL.fullmatch(reading.flat, m.end, verb)
        and m.sort in ("city", "country")
    ]


_WILL = words(r" (?:will |has |had |is to |would |also )*")


def _counterpart(reading: Reading, end: int) -> bool:
    found = _COUNTERPART.search(reading.flat, end, min(reading.end, end + _REACH))
    return found is not None and bool(reading.china)


def exchanges(reading: Reading) -> Iterator[Event]:
    """Yield how often the two sides met, or visits went both ways."""
    for figure in reading.figures:
        found = _EXCHANGED.match(reading.flat, figure.end)
        if figure.money or not found:
            continue
        met = "met" in reading.text and "times" in found[0]
        if not met and "times" in found[0]:
            continue
        if reading.china or (reading.previous and reading.previous.china):
            leaders = met or "meetings" in found[0]
            yield Event(
                reading,
                "visit_exchange",
                figure.start,
                found.end(),
                "leader meetings" if leaders else "two-way visits",
                figure=figure,
                unit="meetings" if leaders else "visits",
            )
    for found in reading.find(_TIMES_MET):
        others = [m for m in reading.mentions if m.iso3 not in ("", CHINA)]
        if any(m.china and m.rank for m in reading.mentions) and others and "met" in reading.text:
            value = _ORDINAL[(found["n"] or found["m"]).lower()]
            if value > 1:
                yield Event(
                    reading,
                    "visit_exchange",
                    found.start(),
                    found.end(),
                    "leader meetings",
                    value=value,
                    unit="meetings",
                    value_span=found.span(),
                )


def talks(reading: Reading) -> Iterator[Event]:
    """Yield how many hours of talks a visit had."""
    for figure in reading.figures:
        found = _HOURS.match(reading.flat, figure.end + 1)
        if found and not figure.money and (reading.china or any(m.rank for m in reading.mentions)):
            yield Event(
                reading, "visit", figure.start, found.end(), "talks", figure=figure, unit="hours"
            )
