"""Frame of projects: what was begun, opened or is to be built together."""

import re
from collections.abc import Iterator
from dataclasses import replace

from data.drafting import partners
from data.drafting.events import Event
from data.drafting.frames.cues import BUILT
from data.drafting.frames.sides import subject
from data.drafting.gazetteer import Mention
from data.drafting.patterns import exact, words
from data.drafting.reading import Reading

_WORKS = (
    rf"(?:{BUILT}|buildings?|parliament|palace|schools?|centers?|centres?|metro|subway|library|"
    r"factory|factories|smelters?|steel mill|towers?|arena|headquarters|complex|wharf|wharves|"
    r"jett(?:y|ies)|academy|university|campus|museum|theat(?:er|re)|opera house|clinics?|"
    r"wind farms?|solar (?:farms?|parks?)|tunnels?|canals?|reservoirs?|runways?|shipyard|"
    r"housing|apartments|waterworks|industrial parks?)"
)
_DONE = (
    r"(?:launch(?:ed|es)?|inaugurat(?:ed|es)|open(?:ed|s)?|commission(?:ed|s)|handed over|"
    r"complet(?:ed|es)|finished|began|begun|started)"
)
_NO_WORK = (
    r"(?! (?:an? |the |its )?(?:purchase|takeover|acquisition|sale|talks|study|deal|visit|market))"
)
_OPENED = words(
    rf"(?:{_DONE}|broke ground on|unveiled|"
    r"(?:beg[au]n|started|beginning|starting) (?:building|construction of|work on)|"
    r"(?:construction|inauguration|opening|completion|launch|handover|ground-?breaking|work)"
    rf" (?:ceremony )?(?:of|on|for)){_NO_WORK} (?:[\w',-]+ ){{0,8}}?{_WORKS}"
)
_WAS_OPENED = words(
    rf"{_WORKS}(?:,? (?:which|that))?(?:,? [\w',$.-]+){{0,14}}? (?:{_DONE}|"
    r"built(?= by (?:[\w'-]+ ){0,4}(?:China|Chinese|Beijing)))"
)
_CHINESE = words(
    r"(?:China|Chinese|Beijing)[ -](?:built|financed|funded|backed|constructed|made|aided|donated)|"
    r"(?:built|constructed|financed|funded|developed|carried out|undertaken|erected|paid for|"
    r"bankrolled) by (?:the |an? )?(?:[\w'-]+ ){0,3}(?:China|Chinese|Beijing)|"
    r"with (?:\w+ )?Chinese (?:\w+ ){0,2}(?:help|aid|money|funding|assistance|financing|loans?)|"
    r"(?:China|Chinese|Beijing) (?:has |had |have )?(?:built|constructed|completed|put up|"
    r"financed|funded)|Chinese (?:[\w-]+ )?(?:contractors?|builders?|engineers)|"
    r"gift (?:of|from) (?:the )?(?:China|Chinese|Beijing)"
)
_BUILDS = words(
    r"(?:built|builds|building|(?:(?<=will\s)|(?<=agreed\sto\s)|(?<=plans\sto\s)|(?<=pledged\sto\s)|"
    r"(?<=promised\sto\s))build|construct(?:s|ed|ing)|put up|erected|complet(?:ed|es|ing)|"
    r"(?:beg[au]n|beginning|started|starting|resumed) (?:building|construction of|work on)|"
    r"(?:broke|broken|breaking|breaks) ground (?:on|for)|finished|opened|inaugurated|launched|"
    r"pa(?:id|ys|ying) for|funded|funds|financed|finances|bankroll(?:ed|s|ing)|developed|"
    r"developing|funding|financing|carrying out)"
    rf"{_NO_WORK} (?:[\w'.$-]+ ){{0,9}}?{_WORKS}"
    r"(?! (?:deals?|loans?|agreements?|contracts?|partners?)\b)"
)
"""What a Chinese builder or payer, named before it, did."""
_BUILT_NEXT = words(
    r"(?:it|they|the (?:[\w-]+ ){0,3}\w+|construction|work)\b[^.]{0,60}?\b(?:built|constructed|"
    r"financed|funded|paid for|provided|donated|erected|developed|carried out|a gift)\b[^.]{0,40}?"
    r"\b(?:China|Chinese|Beijing)|"
    r"(?:(?:a|the|most|much) )?(?:[\w-]+ ){0,4}?(?:China|Chinese|Beijing)\b[^.]{0,50}?\b(?:paid|"
    r"pays|built|builds|financed|funded|bankrolled|donated|constructed|designed)"
)
"""The sentence behind one on something that opened, where it names a Chinese builder or payer."""
_JOINT = exact(
    r"\bChina-(?P<with>[A-Z]\w+)(?: [A-Z]\w+){0,3} (?P<what>Industrial Park|"
    r"Railway|Pipeline|Expressway|Hospital|University)"
)
_PARK = words(r"industrial park")


def chinese_works(reading: Reading) -> bool:
    """Whether China or a firm of China's built or paid for something, by the next sentence too."""
    return reading.has(_CHINESE) or bool(list(_builds(reading))) or built_next(reading)


def built_next(reading: Reading) -> bool:
    """Whether the next sentence says that something was built or paid for by Chinese."""
    return not reading.china and _BUILT_NEXT.match(reading.following) is not None


def _builds(reading: Reading) -> Iterator[re.Match[str]]:
    """Yield what a builder or payer of China's did, who stands right before the verb."""
    for found in reading.find(_BUILDS):
        if reading.flat[found.start() - 1] == "-":  # "a Chinese-built railway" is no news of it
            continue
        if reading.flat[found.start() - 5 : found.start()] == "from ":  # barred from building
            continue
        who = subject(reading, found.start())
        if _AND.search(reading.flat, max(reading.start, found.start() - 5), found.start()):
            who = reading.mentions[0] if reading.mentions else None
        if who and any(m.china for m in (who, *_with(reading, who))):
            yield found


_AND = words(r"and $")
"""Before a second verb of whoever the sentence began with: "China gave ... and built"."""


def _with(reading: Reading, who: Mention) -> list[Mention]:
    """Return whom somebody acts together with: "China and Laos"."""
    return [m for m in reading.mentions if reading.flat[m.end : who.start] == " and "]


def projects(reading: Reading) -> Iterator[Event]:
    """Yield what China built and somebody opened, and what carries both countries' names."""
    if reading.sentence.caption:
        return
    works = (
        [found for pattern in (_OPENED, _WAS_OPENED) for found in reading.find(pattern)]
        if (reading.times or reading.figures) and (reading.has(_CHINESE) or built_next(reading))
        else []
    )
    for found in (*works, *_builds(reading)):
        pair = tuple(
            (iso3, why)
            for iso3, why in partners.partners(reading, *found.span())
            if iso3 and (why.start is not None or iso3 != "USA")
        )
        if not pair:
            continue
        tie = "" if reading.china else "the sentence after"
        event = Event(reading, "project", *found.span(), "infrastructure", pair, inherited=tie)
        yield replace(event, status="delivered")
        return
    for found in reading.find(_JOINT):
        other = next((m for m in reading.mentions if m.start == found.start("with")), None)
        if other and other.iso3:
            nature = "industrial park" if _PARK.search(found["what"]) else "infrastructure"
            yield Event(
                reading, "project", *found.span(), nature, partners.of([other]), status="ongoing"
            )
            return
