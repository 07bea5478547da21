"""Frame of ships that were counted at a place."""

import re
from collections.abc import Iterator
from dataclasses import replace

from data.drafting import partners
from data.drafting.events import Event
from data.drafting.figures import Figure
from data.drafting.patterns import words
from data.drafting.reading import Reading

SHIPS = words(
    r"(?P<of>(?:[\w'-]+ ){0,5}?)(?:vessels?|ships?|boats?|trawlers?|warships?|"
    r"cutters?|destroyers?|frigates?|corvettes?|"
    r"submarines?|aircraft carriers?|militia|flotilla)"
)
_SEEN = words(
    r"spott\w*|seen|saw|monitor\w*|detect\w*|count\w*|swarm\w*|track\w*|"
    r"observ\w*|sight\w*|anchor\w*|moor\w*|"
    r"present|presence|grown to|identif\w*|record\w*|gather\w*|mass\w*|"
    r"remain\w*|still|there|surround\w*|estimated|"
    r"near|around|within|at|off|report\w*|enter\w*|sail\w*|pass\w*|operat\w*|loiter\w*|linger\w*|"
    r"block\w*|ramm\w*|chas\w*|shadow\w*|collid\w*|harass\w*|intercept\w*"
)
_SOLD = words(
    r"bought|buy\w*|sold|sell\w*|order\w*|deliver\w*|purchas\w*|donat\w+|gave|"
    r"built|build\w*|acquir\w*"
)
WATCHED = words(r"(?:to )?(?:monitor|watch|track|challenge|confront|shadow|drive off|counter)\w*")
SENT = words(
    r"sent|sends?|sending|deploy\w*|dispatch\w*|sail\w*|station\w*|"
    r"mobili[sz]\w*|mass(?:es|ed|ing)|amass\w*|rotat\w*|post(?:s|ed)|scrambl\w*|patroll\w+|flew|"
    r"flown|keeps?|kept|maintain\w*|garrison\w*|rush\w*|bas(?:es|ed)|moved|"
    r"dock\w*|cut|steam\w*|enter\w*|cross\w*|arriv\w*|join\w*"
)
_MILITIA = words(r"militia")
_COAST_GUARD = words(r"coast guard|coastguard")
NAVY = words(r"navy|naval|warships?|destroyers?|frigates?|corvettes?|carriers?|submarines?|PLA")
_FISHING = words(r"fishing|trawlers?")
AMERICAN = words(r"(?:U\.S\.|American|US|British|Japanese|Australian|Indian|French|Russian)")


def counts(reading: Reading) -> Iterator[Event]:
    """Yield how many Chinese ships were counted at a place, and how many of them later."""
    told = list(_counts(reading))
    yield from told or _gone_on(reading)


def _counts(reading: Reading) -> Iterator[Event]:
    for figure, found in counted(reading, SHIPS):
        if not _chinese(reading, figure, found["of"]) or _sent_by_other(reading, figure):
            continue
        if _SOLD.search(reading.flat, max(reading.start, figure.start - 60), figure.start):
            continue
        if moved(reading, found) or takes_part(reading):
            continue
        window = (max(reading.start, figure.start - 110), min(reading.end, found.end() + 110))
        if _SEEN.search(reading.flat, *window):
            owner = _sort(reading, found[0])
            yield Event(
                reading,
                "vessel_count",
                figure.start,
                found.end(),
                owner,
                coast(reading, figure.start, found.end()),
                figure,
                "vessels",
            )


def _gone_on(reading: Reading) -> Iterator[Event]:
    """Yield how many of the ships counted in the one or two sentences before were there then."""
    earlier = reading.previous
    for _ in range(2):
        told = list(_counts(earlier)) if earlier else []
        if told and earlier:
            break
        earlier = earlier.previous if earlier else None
    if not (earlier and told) or any(m.iso3 for m in reading.mentions if not m.china):
        return
    pair = coast(earlier, *told[0].span)
    for found in (*reading.find(_OF_THEM), *reading.find(_THE_NUMBER)):
        figures = [f for f in reading.figures if f.start < found.end() and found.start() < f.end]
        for figure in figures[-1:]:
            span = figure.start, figure.end
            event = Event(reading, "vessel_count", *span, told[0].subkind, pair, figure, "vessels")
            yield replace(event, inherited="the sentence before")


_OF_THEM = words(r"[\w,-]+ of (?:them|those|the (?:vessels|ships|boats|fleet))")
_THE_NUMBER = words(
    r"(?:the|their) (?:number|fleet|total|count)(?: of [\w ]{3,25})? (?:had |has |have )?"
    r"(?:fallen|fell|risen|rose|grown|grew|dropped|dwindled|shrunk|increased|climbed|swelled|"
    r"swollen|was down|was up)(?: back)? to "
    r"(?:about |around |some |nearly |more than |at least )?[\w,-]+"
)


def takes_part(reading: Reading) -> bool:
    """Whether ships take part in an exercise, rather than being counted at a place."""
    near = (reading, reading.previous) if reading.previous else (reading,)
    return reading.has(_TAKES_PART) and any(r.has(_EXERCISE) for r in near)


_TAKES_PART = words(
    r"brought together|involv\w+|(?:took|takes?|taking) part|participat\w+|featur\w+"
)
_EXERCISE = words(r"exercises?|drills?|manoeuvres|maneuvers|war games")


def moved(reading: Reading, found: re.Match[str]) -> bool:
    """Whether warships went somewhere, rather than being counted at a place."""
    end = min(reading.end, found.end() + 30)
    return bool(NAVY.search(found[0]) and _WENT.search(reading.flat, found.end(), end))


_WENT = words(
    r"sailed|transited|passed|steamed|crossed|visited|docked|left|exercised|brought|delivered|"
    r"arrived|carried|called|made a (?:port call|stop)|took part|joined|berthed"
)


_HULL = words(r"(?:cutter|ship|vessel|boat|destroyer|frigate|corvette|hull|number|No\.) $")
"""Before the number by which a ship is named."""
_OTHERS = words(r"times|against|for|to|by|from|with")
"""What parts a number from the ships behind it, as in "479 times against Chinese planes"."""


def counted(reading: Reading, pattern: re.Pattern[str]) -> Iterator[tuple[Figure, re.Match[str]]]:
    """Yield each count of what the pattern names, with the words for it."""
    for figure in reading.figures:
        found = pattern.match(reading.flat, figure.end + 1)
        if (
            found
            and not figure.money
            and not _HULL.search(reading.flat, reading.start, figure.start)
            and not _OTHERS.search(found["of"])
            and not any(figure.end <= f.start < found.end() for f in reading.figures)
        ):
            yield figure, found


def _chinese(reading: Reading, figure: Figure, owner: str) -> bool:
    """Whether the ships are China's: it says so, or nobody else is named for them."""
    others = (m for m in reading.mentions if not m.china and m.sort == "demonym")
    if AMERICAN.search(owner) or any(m.text in owner for m in others):
        return False
    if "chinese" in owner.lower():
        return True
    return any(m.china for m in reading.mentions) and not words(r"its|their|our").search(owner)


def _sent_by_other(reading: Reading, figure: Figure) -> bool:
    verbs = [
        v for v in reading.find(SENT) if v.end() <= figure.start + 1 and figure.start - v.end() < 25
    ]
    return bool(verbs) and not WATCHED.search(reading.flat, verbs[-1].end(), figure.start)


def _sort(reading: Reading, text: str) -> str:
    window = reading.text
    for name, pattern in (("maritime militia", _MILITIA), ("coast guard", _COAST_GUARD)):
        if pattern.search(text):
            return name
    if _MILITIA.search(window):
        return "maritime militia"
    if NAVY.search(text):
        return "navy"
    return "fishing" if _FISHING.search(text) else ""


def coast(reading: Reading, start: int, end: int) -> tuple:
    """Return whose waters or land it is; the United States look on, unless the text is theirs."""
    return partners.partners(
        reading,
        start,
        end,
        lambda m: m.sort != "region" and (m.iso3 != "USA" or reading.focus == "USA"),
    )
