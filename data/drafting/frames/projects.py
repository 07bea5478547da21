"""Frame of projects: what was begun, opened or is to be built together."""

from collections.abc import Iterator

from data.drafting import partners
from data.drafting.events import Event
from data.drafting.frames.cues import BUILT
from data.drafting.patterns import exact, words
from data.drafting.reading import Reading

_OPENED = words(
    r"(?:launch(?:ed|es)?|inaugurat(?:ed|es)|open(?:ed|s)?|commission(?:ed|s)|"
    r"broke ground on|unveiled|complet(?:ed|es)|"
    r"beg[au]n (?:building|construction of|work on)|started (?:building|construction of|work on))"
    rf" (?:[\w',-]+ ){{0,8}}?{BUILT}"
)
_CHINESE = words(
    r"(?:China|Chinese)[ -](?:built|financed|funded|backed|constructed|made)|"
    r"built by (?:\w+ ){0,3}(?:China|Chinese)"
)
_JOINT = exact(
    r"\bChina-(?P<with>[A-Z]\w+)(?: [A-Z]\w+){0,3} (?P<what>Industrial Park|"
    r"Railway|Pipeline|Expressway|Hospital|University)"
)
_PARK = words(r"industrial park")


def projects(reading: Reading) -> Iterator[Event]:
    """Yield what China built and somebody opened, and what carries both countries' names."""
    if reading.sentence.caption:
        return
    for found in reading.find(_OPENED):
        if reading.has(_CHINESE):
            yield Event(reading, "project", *found.span(), "infrastructure", status="delivered")
            return
    for found in reading.find(_JOINT):
        other = next((m for m in reading.mentions if m.start == found.start("with")), None)
        if other and other.iso3:
            nature = "industrial park" if _PARK.search(found["what"]) else "infrastructure"
            yield Event(
                reading, "project", *found.span(), nature, partners.of([other]), status="ongoing"
            )
            return
