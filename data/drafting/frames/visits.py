"""Frames of visits: somebody of rank goes there, or the two sides meet; and counts of visits."""

import re
from collections.abc import Iterator
from dataclasses import replace

from data.drafting import partners
from data.drafting.events import Event
from data.drafting.frames.meetings import meetings, together
from data.drafting.frames.sides import PRONOUN, antecedent, settled, subject
from data.drafting.gazetteer import Mention
from data.drafting.patterns import words
from data.drafting.reading import BOTH_SIDES, Reading

_WHEN = (
    r"(?: (?:on )?(?:late |early )?"
    r"(?:today|yesterday|last week|this week|\w+day(?: morning| evening| night)?))?"
)
_GO = words(
    rf"(?:visit(?:s|ed|ing)?|(?:arriv(?:es?|ed|ing)|land(?:s|ed)|touched down){_WHEN} (?:in|at)|"
    r"arrival in|(?:travel(?:s|l?ed|l?ing)?|fl(?:y|ew|ies|ying)(?: on)?|went|go(?:es|ing)?|"
    r"tak(?:e|es|ing) (?:him|her|them)|took (?:him|her|them)|return(?:s|ed)?|on (?:his|her) way)"
    rf"{_WHEN} (?:in)?to|(?:left|lea(?:ve|ves|ving)|depart(?:s|ed|ing)?|head(?:s|ed|ing)?|"
    r"sets? off|bound)"
    rf"{_WHEN} (?:to|for)|(?:left|leaves|departed)(?= [A-Z]\w+(?! (?:[\w.]+ ){{0,3}}for))|"
    r"(?:train|plane|flight) to|cross(?:es|ed|ing)? into|"
    r"(?:an?|two|three|four|five|several|\d+) (?:days?|weeks?|nights?)"
    r"(?: of (?:talks|meetings|events))? in|"
    r"(?:chose|picked|chosen)(?= [A-Z][\w ]{2,20} (?:for|as) (?:\w+ ){1,3}(?:trip|visit))|"
    rf"(?:is|was|are|were|be|has been|had (?:earlier |already )?been){_WHEN} in|"
    r"(?:back|returned|returning)(?: home)? from|set foot in|"
    r"talked(?: for [\w ]{3,14})? in|"
    rf"(?:said|told (?:the )?(?:reporters|journalists|students|lawmakers|[\w ]{{2,20}}forum)|"
    rf"announced|declared|sp(?:oke|eaking)){_WHEN},? (?:in|at(?= the Great Hall))|"
    r"(?:attend|represent|tour|inspect)(?:s|ed|ing)?(?: [\w',-]+){1,9}? in|tour(?:s|ed|ing)|"
    r"(?:visits?|trips?|tours?|journeys?|stay)"
    r"(?: (?:this|next|last|later|earlier|on|week|month|year|\w+day|back))*? (?:to|in|through|of)|"
    r"went on to|"
    r"go(?:es|ing)? on to|stop(?:s|ped|over)? in|(?:received|welcomed|hosted) in|"
    r"(?:in|from)(?= [A-Z][\w ]{2,20}, where (?:he|she|they) (?:is|are|was|were) (?:on|for|to))|"
    r"(?<=expected\s)in|(?<=due\s)in|(?<=scheduled\s)in|"
    r"(?:le[ad]d?s?|leading|head(?:s|ed|ing)?)(?: [\w-]+){1,6}? to)"
    r"(?: (?:the|a|his|her|southern|northern|eastern|western|central|capital|city|port|"
    r"neighbou?ring|of|nations?|countries|island|leader|capital,))*"
)
_SPOKE = words(r"(?:said|told|announced|declared|spoke|speaking)")
"""Who spoke there was there."""
_STAY = words(
    r"(?:(?:state|official|working|two|three|four|five|six|seven|eight|one|"
    r"[\w-]+-day|first|upcoming|recent)"
    r"[ -]){0,3}(?:visits?|trips?|tours?) (?:(?:[\w-]+ ){0,3}?by|of)|(?:hosted|"
    r"welcomed|received|greeted)"
)
_HOSTS = words(r"(?:hosted|welcomed|received|greeted)")
_NTH = r"(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_OFTEN = words(
    r"(?:met|meet|meeting|visited|visits) (?:[\w'-]+ ){0,7}times|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|many) (?:\w+ )?"
    r"(?:trips|visits) to|"
    rf"{_NTH} (?:\w+[ -]){{0,2}}(?:meeting|summit) (?:between|of)|"
    rf"(?:it|this|that) (?:was|is) (?:the|their) (?:second|{_NTH}) time"
)
_REMOTE = words(
    r"phone|telephon\w*|virtual(?:ly)?|video|online|call with|a call|letter|"
    r"spoke by|by teleconference"
)
_NOT_A_VISIT = words(
    r"visit(?:ing)? (?:students?|scholars?|tourists?|fellow)|tourists?|port "
    r"calls?|sanction\w*|ship|warships?"
)
_ON_THE_WAY = words(r"(?:which|that) (?:will |would )?(?:also )?includes? (?:[\w-]+ ){0,2}?$")
"""Before the stops of a trip, which is that of whoever the sentence is about."""
_PUT_OFF = words(
    r"(?: (?:to|in) \w+)?(?: (?:on|last|this|next|in) \w+)? (?:was|were|is|has been|had been) "
    r"(?:\w+ly |again )?(?:cancel\w+|called off|put off|postponed|delayed|shelved|scrapped)"
)
"""Behind a visit that did not come about."""
_NATURE = (
    ("state", words(r"state visit")),
    ("official", words(r"official visit")),
    ("working", words(r"working (?:visit|lunch|trip)")),
)
_OPENING = 30
"""Within so many characters a sentence still opens: "During a visit to Rome, President X ..."."""


def visits(reading: Reading) -> Iterator[Event]:
    """Yield visits: a journey between China and the partner, or a meeting of the two sides."""
    if reading.has(_REMOTE) or reading.has(_OFTEN):
        return
    met = list(meetings(reading))
    shown = () if met and reading.sentence.caption else together(reading)
    found = [*_journeys(reading), *_there(reading), *_stays(reading), *met, *shown]
    seen: set[str] = set()
    for event in found:
        fresh = tuple(p for p in event.partners if p[0] not in seen)
        seen.update(iso3 for iso3, _ in fresh)
        if fresh and not _PUT_OFF.match(reading.flat, event.end):
            yield _event(event, fresh)
            yield from _before(_event(event, fresh))


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


_FIRST_SINCE = words(r"first (?:[\w.'-]+ ){0,14}?$")


def _before(event: Event) -> Iterator[Event]:
    """The visit before: "the first by a president since 2017" tells of one in that year."""
    reading = event.reading
    for time in reading.times:
        year = time.edtf.split("/")[0]
        before = reading.flat[max(reading.start, time.start - 110) : time.start]
        if time.sort == "since" and len(year) == len("2017") and _FIRST_SINCE.search(before):
            last = replace(time, edtf=year, sort="at", computed=False)
            yield replace(event, when=last, mood="done", place=None, actor="")


def _journeys(reading: Reading) -> Iterator[Event]:
    """Somebody of rank before the verb, a country right behind it; one of the two is China."""
    for found in reading.find(_GO):
        if _NOT_A_VISIT.match(reading.flat, found.start()) or _ON_THE_WAY.search(
            reading.flat, reading.start, found.start()
        ):
            continue
        there = next((m for m in reading.mentions if 0 <= m.start - found.end() <= 4), None)
        there = there and _one_country(reading, there)
        if there and _BY_SOMEBODY.match(reading.flat, found.end()):
            continue
        if there is None or there.sort == "region" or (there.sort == "person" and not there.iso3):
            continue
        goers = _guest(reading, there) or _goers(reading, found.start())
        if goers and not any(m.china for m in goers):
            there = _in_the_row(reading, there)
        pair = _pair(reading, goers, there)
        if pair:
            who = "; ".join(dict.fromkeys(g.name for g in goers if g.name))
            place = there if there.sort in ("city", "country") else None
            event = Event(reading, "visit", found.start(), there.end, partners=pair, actor=who)
            spoke = _SPOKE.match(found[0]) is not None
            if not (spoke and _another_spoke(reading, goers[-1], found.start())):
                yield replace(event, place=place, mood="done" if spoke else "")


def _another_spoke(reading: Reading, goer: Mention, verb: int) -> bool:
    """Whether somebody else stands between the one who may have gone there and the verb."""
    between = (m for m in reading.mentions if m.sort == "person" and goer.end <= m.start < verb)
    return goer.start >= reading.start and (verb - goer.end > _GAP or any(True for _ in between))


_GAP = 25
_GOES_THERE = words(
    r"(?:go(?:es|ing)?|went|been|travel(?:s|l?ed|l?ing)?|fl(?:y|ew|ies|ying)|return(?:s|ed|ing)?)"
    r" (?:back )?there"
)


def _there(reading: Reading) -> Iterator[Event]:
    """Somebody of another country goes "there", which is where China was named last."""
    for found in reading.find(_GOES_THERE):
        earlier = reading.previous.mentions if reading.previous else ()
        named = [*earlier, *(m for m in reading.mentions if m.end <= found.start())]
        places = [m for m in named if m.sort in ("city", "country")]
        homes = [m for m in _goers(reading, found.start()) if not m.china]
        pair = partners.of(settled(reading, homes))
        if places and places[-1].china and pair:
            yield Event(reading, "visit", *found.span(), partners=pair, place=places[-1])


_ROW = re.compile(r"(?:,|\band\b|\bthen\b|\s|[A-Z][\w.'-]*(?![\w.'-]))+")


def _in_the_row(reading: Reading, there: Mention) -> Mention:
    """Return China where it is one of the places listed: "to Seoul, Tokyo and Beijing"."""
    behind = (m for m in reading.china if m.start > there.end and m.sort in ("city", "country"))
    row = (m for m in behind if _ROW.fullmatch(reading.flat, there.end, m.start))
    return next(row, there)


def _one_country(reading: Reading, there: Mention) -> Mention:
    """Read "the East African nation" as the country that the text is about."""
    if there.sort == "region" and partners.ONE_OF_REGION.match(reading.flat, there.end):
        return Mention(there.start, there.end, there.text, reading.focus, "country")
    return there


def _pair(reading: Reading, goers: list[Mention], there: Mention) -> tuple:
    homes = [m for m in goers if (m.iso3 or reading.focus) != there.iso3]
    if there.china:
        return partners.of(settled(reading, homes))
    if any(m.china for m in homes):
        return partners.of(partners.listed(reading, there))
    return ()


_BY_SOMEBODY = words(r" by ")
_BY = words(r"(?: (?:\w+ ){0,3})?by (?:the )?")
_WITH = words(r"(?:with|alongside|met|meeting|meets|by|joining) (?:the |his |her |counterpart,? )*")
_SUBJECT = words(r"(?:he|she|they)")


def _guest(reading: Reading, there: Mention) -> list[Mention]:
    """Return who goes where the sentence says so behind the place: "a visit to Rome by X"."""
    by = _BY.match(reading.flat, there.end)
    ranked = (m for m in reading.mentions if m.rank and by and m.start == by.end())
    return list(ranked)[:1]


def _company(reading: Reading, mention: Mention) -> bool:
    """Whether somebody is named as the company of another: "with President X"."""
    before = reading.flat[max(reading.start, mention.start - 25) : mention.start]
    return any(found.end() == len(before) for found in _WITH.finditer(before))


def _goers(reading: Reading, before: int) -> list[Mention]:
    """Return who goes: those of rank listed before the verb, or whom a pronoun means."""
    ranked = [m for m in reading.mentions if m.rank and m.end <= before]
    leading = [m for m in ranked if not _company(reading, m)]
    if not leading and _SUBJECT.search(reading.flat, reading.start, before):
        return antecedent(reading)
    between = [m for m in leading or ranked if before - m.end <= 160]
    if between:
        last = between[-1]
        row = [m for m in partners.listed(reading, last) if m.rank] if not last.china else [last]
        return row or [last]
    meant = antecedent(reading) if PRONOUN.search(reading.flat, reading.start, before) else []
    if meant:
        return meant
    if before - reading.start < _OPENING:
        return [m for m in reading.mentions if m.rank and before < m.start < before + 90][:1]
    return []


_TO = words(r"(?:, [^,;]{3,50},)? (?:to|in) (?:the )?")


def _between_the_two(reading: Reading, guest: Mention) -> bool:
    """Whether a text about China and the guest's country names nobody else here."""
    others = {m.iso3 for m in reading.mentions if m.iso3} - {reading.focus, guest.iso3}
    return reading.about_china and reading.has(BOTH_SIDES) and not others


def _goes_elsewhere(reading: Reading, guest: Mention) -> bool:
    """Whether a visit "by X to Z" went to a third country."""
    to = _TO.match(reading.flat, guest.end)
    place = next((m for m in reading.mentions if to and 0 <= m.start - to.end() <= 1), None)
    return place is not None and place.sort in ("city", "country") and not place.china


def _stays(reading: Reading) -> Iterator[Event]:
    """A visit "by" somebody, where the place is told elsewhere or not at all."""
    for found in reading.find(_STAY):
        near = (m for m in reading.mentions if m.rank and 0 <= m.start - found.end() <= 12)
        who = next(near, None)
        if who is None:
            continue
        event = Event(reading, "visit", found.start(), who.end, actor=who.name)
        if who.china:
            pair = partners.partners(reading, found.start(), who.end)[:1]
            if pair and pair[0][0]:
                yield replace(event, partners=pair)
            continue
        if _goes_elsewhere(reading, who):
            continue
        host = subject(reading, found.start()) if _HOSTS.match(found[0]) else None
        if host and not host.china:
            continue
        china = [m for m in reading.china if m.sort in ("city", "country") or m.rank]
        if not china and not _between_the_two(reading, who):
            continue
        row = partners.listed(reading, who) if who.iso3 else [who]
        pair = partners.of(settled(reading, row))
        if pair:
            yield replace(
                event, partners=pair, place=next((m for m in china if m.sort == "city"), None)
            )
