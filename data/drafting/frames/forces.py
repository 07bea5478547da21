"""Frames of forces: ships, aircraft and troops that were sent, and exercises held together."""

import re
from collections.abc import Iterator
from dataclasses import replace

from data.drafting import partners
from data.drafting.events import Event
from data.drafting.figures import Figure
from data.drafting.frames.security import (
    AMERICAN,
    SENT,
    SHIPS,
    WATCHED,
    coast,
    counted,
    moved,
    takes_part,
)
from data.drafting.gazetteer import CHINA, Mention
from data.drafting.patterns import words
from data.drafting.reading import Reading

OUTSIDERS = frozenset({"USA", "GBR", "AUS", "CAN", "FRA", "DEU", "NLD"})
"""Who sends ships to waters that are not their own: no partner's answer to China."""
PLANES = words(
    r"(?P<of>(?:[\w'-]+ ){0,4}?)(?:aircraft|warplanes|fighter jets|fighters|"
    r"planes|jets|bombers|military aircraft|sorties)"
)
TROOPS = words(
    r"(?P<of>(?:[\w'-]+ ){0,4}?)(?:troops|soldiers|peacekeepers|sailors|"
    r"marines|military personnel|(?:(?:police|liaison) )?officers|policemen|"
    r"military advis[eo]rs|instructors|military engineers|medics)"
)
_DRILLS = words(
    r"(?P<verb>(?:held|hold|holds|holding|conduct\w*|beg[au]n|begin|launch\w*|"
    r"carr(?:y|ied|ies) out|stag\w+|took part in|flew|"
    r"start\w*|kick\w* off|complet\w*|wrapp?\w* up|end(?:ed)?|join\w*|"
    r"participat\w* in|conclud\w*) (?:[\w',-]+ ){0,6}?"
    r"(?:joint |naval |military |live-fire |air |maritime |anti-terror |"
    r"bilateral |bomber )+(?:exercises?|drills?|maneuvers|manoeuvres|patrols?)|"
    r"(?:took part|participat\w*|joined) in (?:[\w'-]+ ){0,5}?(?:drills|war games|exercises?)|"
    r"joint (?:[\w-]+ ){0,2}?(?:exercises?|drills?|patrols?)(?: [\w'-]+){0,4}? "
    r"(?:between|involving))"
)
_A_SHIP = words(
    r"(?P<n>an?|one) (?P<of>(?:[\w'-]+ ){0,4}?)(?P<ship>(?:hospital |war)?ship|"
    r"(?P<plane>planes?|aircraft(?! carrier)|bomber|drone|helicopter|balloon|jet)|vessel|"
    r"destroyer|frigate|aircraft carrier|submarine|cutter)"
)
_OF_THE_STATE = words(
    r"navy|naval|coast guard|hospital|military|reconnaissance|fighter|bomber|surveillance|spy|"
    r"survey|research|warship|"
    r"destroyer|frigate|submarine|carrier"
)


_FLEW = words(
    r"cross\w*|enter\w*|flew|flying|approach\w*|circl\w*|were (?:detected|"
    r"spotted|seen|tracked)|operat\w*|near"
)


_DETECTED = words(r"detect\w*|spott\w*|track\w*|count\w*|record\w*|report\w*")
_STATIONED = words(
    r"(?:are|were|is|was|have been|has been) (?:\w+ )?(?:stationed|deployed|based|in|sent|posted)|"
    r"arriv\w*|took up|stationed|deployed|train(?:ed|ing)|beg[au]n|held|take part|took part|"
    r"participat\w*|join\w*|conduct\w*|practi[sc]ed|serv(?:e|ed|ing)"
)


def deployments(reading: Reading) -> Iterator[Event]:
    """Yield ships, aircraft and troops that one side sent, and joint exercises."""
    for pattern, unit in ((SHIPS, "vessels"), (PLANES, "aircraft"), (TROOPS, "people")):
        for figure, found in counted(reading, pattern):
            event = _sent(reading, figure, found, unit)
            if event:
                yield event
    came, drills = list(_came(reading)), list(_drills(reading))
    people = [event for event in came if event.unit == "people"]
    yield from (replace(e, subkind="exercise") if drills and e in people else e for e in came)
    yield from () if people else drills
    yield from _one_ship(reading)


def _sent(reading: Reading, figure: Figure, found: re.Match[str], unit: str) -> Event | None:
    end, owner = found.end(), found["of"]
    sender = _sender(reading, figure)
    if sender is None:
        return None
    if not sender.china and not (reading.china or _chinese_waters(reading) or _answer(reading)):
        return None
    if sender.iso3 in OUTSIDERS and (sender.iso3 != reading.focus or not reading.china):
        return None
    pair = partners.of([sender]) if not sender.china else coast(reading, figure.start, end)
    nature = "patrol" if words(r"patrol\w*|monitor\w*").search(reading.text) else ""
    nature = "exercise" if words(r"exercis\w*|drills?").search(reading.text) else nature
    if AMERICAN.search(owner) and sender.china:
        return None
    return Event(
        reading,
        "deployment",
        figure.start,
        end,
        nature,
        pair,
        figure,
        unit,
        actor=sender.name or sender.text,
    )


def _came(reading: Reading) -> Iterator[Event]:
    """Chinese forces that came near or stayed: the number stands before them."""
    for pattern, unit in ((SHIPS, "vessels"), (PLANES, "aircraft"), (TROOPS, "people")):
        for figure, found in counted(reading, pattern):
            coming = _are_chinese(reading, found) and _on_the_way(reading, figure, found, unit)
            if coming or (unit == "vessels" and takes_part(reading) and _with_china(reading)):
                span = figure.start, found.end()
                pair = coast(reading, *span)
                yield Event(reading, "deployment", *span, "", pair, figure, unit, actor="China")


def _with_china(reading: Reading) -> bool:
    """Whether an exercise is China's: it is named, or was before and no other fleet is now."""
    return bool(reading.china) or (reading.about_china and not reading.has(AMERICAN))


def _are_chinese(reading: Reading, found: re.Match[str]) -> bool:
    """Whether China is named right before the forces, or for whose team they are."""
    low, high = found.span("of")
    before = reading.flat[max(reading.start, found.start() - 50) : found.start()]
    if _TEAM.search(before):
        return True
    return any(m.china and low <= m.start < high for m in reading.mentions)


_TEAM = words(
    r"(?:China|Chinese)(?:'s)? (?:[\w-]+ ){0,3}?(?:team|group|contingent|unit|mission|delegation|"
    r"fleet|flotilla|force|crew|battalion) of (?:about |some |around |nearly )?(?:\w+ )?$"
)


def _on_the_way(reading: Reading, figure: Figure, found: re.Match[str], unit: str) -> bool:
    if unit == "vessels":
        return moved(reading, found)
    after = reading.flat[found.end() : min(reading.end, found.end() + 60)]
    if unit == "people":
        return _STATIONED.search(after) is not None
    before = reading.flat[max(reading.start, figure.start - 25) : figure.start]
    return _FLEW.search(after) is not None or _DETECTED.search(before) is not None


def _sender(reading: Reading, figure: Figure) -> Mention | None:
    """Return who sent: the last named before a verb of sending that stands before the number."""
    verbs = [
        v for v in reading.find(SENT) if v.end() <= figure.start + 1 and figure.start - v.end() < 40
    ]
    if not verbs or WATCHED.search(reading.flat, verbs[-1].end(), figure.start):
        return None
    named = [m for m in reading.mentions if m.end <= verbs[-1].start()]
    return named[-1] if named and named[-1].iso3 else None


def _chinese_waters(reading: Reading) -> bool:
    return reading.has(words(r"South China Sea|East China Sea|West Philippine Sea|Taiwan Strait"))


def _answer(reading: Reading) -> bool:
    """Whether the two sentences before tell of Chinese ships or forces, which are answered."""
    earlier = [reading.previous, reading.previous.previous if reading.previous else None]
    return any(r is not None and bool(r.china) and r.has(_CHINESE_FORCES) for r in earlier)


_CHINESE_FORCES = words(
    r"Chinese (?:[\w-]+ ){0,4}?(?:ships?|vessels?|boats?|trawlers?|cutters?|warships?|aircraft|"
    r"planes?|jets|troops|soldiers|forces|militia|coast guard|navy|military)"
)


def _drills(reading: Reading) -> Iterator[Event]:
    for found in reading.find(_DRILLS):
        named = [m for m in reading.mentions if abs(m.start - found.start()) < 140]
        others = [m for m in named if not m.china and m.iso3 and not reading.bystander(m)]
        if others and _china_joins(reading, found.start(), found.end()):
            pair = partners.partners(reading, *found.span())
            yield Event(reading, "deployment", *found.span(), "exercise", pair)


_WITH = words(r" (?:(?:on |this |last )?\w+ ){0,3}with (?:the )?")


def _china_joins(reading: Reading, start: int, end: int) -> bool:
    """Whether China is named before the verb, or behind it by "with"."""
    if any(m.china and m.end <= start and start - m.end < 100 for m in reading.mentions):
        return True
    found = _WITH.match(reading.flat, end)
    return found is not None and any(
        m.china and 0 <= m.start - found.end() < 12 for m in reading.mentions
    )


def _one_ship(reading: Reading) -> Iterator[Event]:
    for found in reading.find(_A_SHIP):
        sent = SENT.search(reading.flat, found.start(), min(reading.end, found.end() + 90))
        chinese = any(found.start() <= m.start < found.end() and m.china for m in reading.mentions)
        owned = _OF_THE_STATE.search(found[0])
        behind = SENT.search(reading.flat, max(reading.start, found.start() - 30), found.start())
        sender = [m for m in reading.mentions if behind and m.end <= behind.start()]
        ours = bool(sender) and reading.china and sender[-1].iso3 not in ("", CHINA, *OUTSIDERS)
        if owned and ((sent and chinese) or (sender and sender[-1].china) or ours):
            yield Event(
                reading,
                "deployment",
                found.start(),
                found.end(),
                value=1.0,
                unit="aircraft" if found["plane"] else "vessels",
                value_span=found.span(),
                partners=partners.of(sender[-1:]) if ours else coast(reading, *found.span()),
                actor=sender[-1].text if ours else "China",
            )
