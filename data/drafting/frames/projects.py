"""Frame of projects: what was begun, opened or is to be built together."""

from collections.abc import Iterator

from data.drafting import partners
from data.drafting.events import Event
from data.drafting.frames.cues import BUILT
from data.drafting.patterns import exact, words
from data.drafting.reading import Reading

_WORKS = (
    rf"(?:{BUILT}|buildings?|parliament|palace|schools?|centers?|centres?|metro|factory|library)"
)
_DONE = (
    r"(?:launch(?:ed|es)?|inaugurat(?:ed|es)|open(?:ed|s)?|commission(?:ed|s)|handed over|"
    r"complet(?:ed|es)|finished|began|begun|started)"
)
_OPENED = words(
    rf"(?:{_DONE}|broke ground on|unveiled|"
    r"(?:beg[au]n|started|beginning|starting) (?:building|construction of|work on)|"
    r"(?:construction|inauguration|opening|completion|launch|handover|ground-?breaking|work)"
    rf" (?:ceremony )?(?:of|on|for)) (?:[\w',-]+ ){{0,8}}?{_WORKS}"
)
_WAS_OPENED = words(rf"{_WORKS}(?:,? (?:which|that))?(?:,? [\w',$.-]+){{0,14}}? {_DONE}")
_CHINESE = words(
    r"(?:China|Chinese)[ -](?:built|financed|funded|backed|constructed|made|aided|donated)|"
    r"(?:built|constructed|financed|funded|developed|carried out|undertaken|erected) by "
    r"(?:the |an? )?(?:[\w'-]+ ){0,3}(?:China|Chinese)|"
    r"with (?:\w+ )?Chinese (?:\w+ ){0,2}(?:help|aid|money|funding|assistance|financing|loans?)|"
    r"(?:China|Chinese|Beijing) (?:has |had |have )?(?:built|constructed|completed|put up|"
    r"financed|funded)|Chinese (?:[\w-]+ )?(?:contractors?|builders?|engineers)"
)
_CHINA_BUILT = words(
    r"(?:China|Beijing|Chinese (?:\w+ )?(?:company|companies|firms?|contractors?)) "
    r"(?:has |had |have )?(?:also )?(?:built|constructed|put up|erected|completed)"
    rf" (?:[\w',-]+ ){{0,8}}?{_WORKS}"
)
_JOINT = exact(
    r"\bChina-(?P<with>[A-Z]\w+)(?: [A-Z]\w+){0,3} (?P<what>Industrial Park|"
    r"Railway|Pipeline|Expressway|Hospital|University)"
)
_PARK = words(r"industrial park")


def chinese_works(reading: Reading) -> bool:
    """Whether the sentence says that China, or a firm of China's, built or paid for something."""
    return reading.has(_CHINESE)


def projects(reading: Reading) -> Iterator[Event]:
    """Yield what China built and somebody opened, and what carries both countries' names."""
    if reading.sentence.caption:
        return
    works = (
        [
            found
            for pattern in (_OPENED, _WAS_OPENED, _CHINA_BUILT)
            for found in reading.find(pattern)
        ]
        if chinese_works(reading)
        else []
    )
    for found in works[:1]:
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
