"""Frames of security: ships that were counted, and forces that were sent."""

import re
from collections.abc import Iterator

from data.drafting import partners
from data.drafting.events import Event
from data.drafting.figures import Figure
from data.drafting.gazetteer import Mention
from data.drafting.patterns import words
from data.drafting.reading import Reading

OUTSIDERS = frozenset({"USA", "GBR", "AUS", "CAN", "FRA", "DEU", "NLD"})
"""Who sends ships to waters that are not their own: no partner's answer to China."""
_SHIPS = words(
    r"(?P<of>(?:[\w'-]+ ){0,5}?)(?:vessels?|ships?|boats?|trawlers?|warships?|"
    r"cutters?|destroyers?|frigates?|"
    r"submarines?|aircraft carriers?|militia|flotilla)"
)
_PLANES = words(
    r"(?P<of>(?:[\w'-]+ ){0,4}?)(?:aircraft|warplanes|fighter jets|fighters|"
    r"planes|jets|bombers|military aircraft|sorties)"
)
_TROOPS = words(
    r"(?P<of>(?:[\w'-]+ ){0,4}?)(?:troops|soldiers|peacekeepers|sailors|"
    r"marines|military personnel|police officers)"
)
_SEEN = words(
    r"spott\w*|seen|saw|monitor\w*|detect\w*|count\w*|swarm\w*|track\w*|"
    r"observ\w*|sight\w*|anchor\w*|moor\w*|"
    r"present|presence|grown to|identif\w*|record\w*|gather\w*|mass\w*|"
    r"remain\w*|surround\w*|estimated|"
    r"near|around|within|at|off|report\w*|enter\w*|sail\w*|pass\w*|operat\w*|loiter\w*|linger\w*"
)
_SOLD = words(
    r"bought|buy\w*|sold|sell\w*|order\w*|deliver\w*|purchas\w*|donat\w+|gave|"
    r"built|build\w*|acquir\w*"
)
_WATCHED = words(r"(?:to )?(?:monitor|watch|track|challenge|confront|shadow|drive off|counter)\w*")
_SENT = words(
    r"sent|sends?|sending|deploy\w*|dispatch\w*|sail\w*|station\w*|"
    r"mobili[sz]\w*|scrambl\w*|patroll\w+|flew|flown|"
    r"dock\w*|steam\w*|enter\w*|cross\w*|arriv\w*|join\w*"
)
_DRILLS = words(
    r"(?P<verb>(?:held|hold|holds|holding|conduct\w*|beg[au]n|begin|launch\w*|"
    r"carr(?:y|ied|ies) out|stag\w+|took part in|flew|"
    r"start\w*|kick\w* off|complet\w*|wrapp?\w* up|end(?:ed)?|join\w*|"
    r"participat\w* in|conclud\w*) (?:[\w',-]+ ){0,6}?"
    r"(?:joint |naval |military |live-fire |air |maritime |anti-terror |"
    r"bilateral |bomber )+(?:exercises?|drills?|maneuvers|manoeuvres|patrols?))"
)
_MILITIA = words(r"militia")
_COAST_GUARD = words(r"coast guard|coastguard")
_NAVY = words(r"navy|naval|warships?|destroyers?|frigates?|carriers?|submarines?|PLA")
_FISHING = words(r"fishing|trawlers?")
_AMERICAN = words(r"(?:U\.S\.|American|US|British|Japanese|Australian|Indian|French|Russian)")
_A_SHIP = words(
    r"(?P<n>an?|one) (?P<of>(?:[\w'-]+ ){0,4}?)(?P<ship>(?:hospital |war)?ship|"
    r"vessel|destroyer|frigate|aircraft carrier|submarine|cutter)"
)
_OF_THE_STATE = words(
    r"navy|naval|coast guard|hospital|military|survey|research|warship|"
    r"destroyer|frigate|submarine|carrier"
)


def counts(reading: Reading) -> Iterator[Event]:
    """Yield how many Chinese ships were counted at a place."""
    for figure, found in _counted(reading, _SHIPS):
        if not _chinese(reading, figure, found["of"]) or _sent_by_other(reading, figure):
            continue
        if _SOLD.search(reading.flat, max(reading.start, figure.start - 60), figure.start):
            continue
        if _moved(reading, found):
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
                _coast(reading, figure.start, found.end()),
                figure,
                "vessels",
            )


def deployments(reading: Reading) -> Iterator[Event]:
    """Yield ships, aircraft and troops that one side sent, and joint exercises."""
    for pattern, unit in ((_SHIPS, "vessels"), (_PLANES, "aircraft"), (_TROOPS, "people")):
        for figure, found in _counted(reading, pattern):
            event = _sent(reading, figure, found, unit)
            if event:
                yield event
    yield from _flights(reading)
    yield from _drills(reading)
    yield from _one_ship(reading)


def _sent(reading: Reading, figure: Figure, found: re.Match[str], unit: str) -> Event | None:
    end, owner = found.end(), found["of"]
    sender = _sender(reading, figure)
    if sender is None:
        return None
    if not sender.china and not (_contest(reading) or _chinese_waters(reading)):
        return None
    if sender.iso3 in OUTSIDERS and (sender.iso3 != reading.focus or not reading.china):
        return None
    pair = partners.of([sender]) if not sender.china else _coast(reading, figure.start, end)
    nature = "patrol" if words(r"patrol\w*|monitor\w*").search(reading.text) else ""
    nature = "exercise" if words(r"exercis\w*|drills?").search(reading.text) else nature
    if _AMERICAN.search(owner) and sender.china:
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


def _flights(reading: Reading) -> Iterator[Event]:
    """Chinese aircraft and warships that came near: the number stands before the verb."""
    for figure, found in _counted(reading, _SHIPS):
        if "chinese" in found["of"].lower() and _moved(reading, found):
            pair = _coast(reading, figure.start, found.end())
            span = figure.start, found.end()
            yield Event(reading, "deployment", *span, "", pair, figure, "vessels", actor="China")
    for figure, found in _counted(reading, _PLANES):
        if "chinese" in found["of"].lower() and _FLEW.search(
            reading.flat, found.end(), min(reading.end, found.end() + 60)
        ):
            pair = _coast(reading, figure.start, found.end())
            yield Event(
                reading,
                "deployment",
                figure.start,
                found.end(),
                "",
                pair,
                figure,
                "aircraft",
                actor="China",
            )


def _moved(reading: Reading, found: re.Match[str]) -> bool:
    """Whether warships went somewhere, rather than being counted at a place."""
    end = min(reading.end, found.end() + 30)
    return bool(_NAVY.search(found[0]) and _WENT.search(reading.flat, found.end(), end))


_WENT = words(r"sailed|transited|passed|steamed|crossed|visited|docked|left|exercised")
_FLEW = words(
    r"cross\w*|enter\w*|flew|flying|approach\w*|circl\w*|were (?:detected|"
    r"spotted|seen|tracked)|operat\w*|near"
)


def _sender(reading: Reading, figure: Figure) -> Mention | None:
    """Return who sent: the last named before a verb of sending that stands before the number."""
    verbs = [
        v
        for v in reading.find(_SENT)
        if v.end() <= figure.start + 1 and figure.start - v.end() < 40
    ]
    if not verbs or _WATCHED.search(reading.flat, verbs[-1].end(), figure.start):
        return None
    named = [m for m in reading.mentions if m.end <= verbs[-1].start()]
    return named[-1] if named and named[-1].iso3 else None


def _contest(reading: Reading) -> bool:
    """Whether the forces are sent because of Chinese ones, which the sentence names."""
    return bool(reading.china)


def _chinese_waters(reading: Reading) -> bool:
    return reading.has(words(r"South China Sea|East China Sea|West Philippine Sea|Taiwan Strait"))


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
        sent = _SENT.search(reading.flat, found.start(), min(reading.end, found.end() + 90))
        chinese = any(found.start() <= m.start < found.end() and m.china for m in reading.mentions)
        owned = _OF_THE_STATE.search(found[0])
        behind = _SENT.search(reading.flat, max(reading.start, found.start() - 30), found.start())
        sender = [m for m in reading.mentions if behind and m.end <= behind.start()]
        if owned and ((sent and chinese) or (sender and sender[-1].china)):
            yield Event(
                reading,
                "deployment",
                found.start(),
                found.end(),
                value=1.0,
                unit="vessels",
                value_span=found.span(),
                partners=_coast(reading, *found.span()),
                actor="China",
            )


def _counted(reading: Reading, pattern: re.Pattern[str]) -> Iterator[tuple[Figure, re.Match[str]]]:
    for figure in reading.figures:
        found = pattern.match(reading.flat, figure.end + 1)
        if (
            found
            and not figure.money
            and not any(figure.end <= f.start < found.end() for f in reading.figures)
        ):
            yield figure, found


def _chinese(reading: Reading, figure: Figure, owner: str) -> bool:
    """Whether the ships are China's: it says so, or nobody else is named for them."""
    if _AMERICAN.search(owner):
        return False
    if "chinese" in owner.lower():
        return True
    return any(m.china for m in reading.mentions) and not words(r"its|their|our").search(owner)


def _sent_by_other(reading: Reading, figure: Figure) -> bool:
    verbs = [
        v
        for v in reading.find(_SENT)
        if v.end() <= figure.start + 1 and figure.start - v.end() < 25
    ]
    return bool(verbs) and not _WATCHED.search(reading.flat, verbs[-1].end(), figure.start)


def _sort(reading: Reading, text: str) -> str:
    window = reading.text
    for name, pattern in (("maritime militia", _MILITIA), ("coast guard", _COAST_GUARD)):
        if pattern.search(text):
            return name
    if _MILITIA.search(window):
        return "maritime militia"
    if _NAVY.search(text):
        return "navy"
    return "fishing" if _FISHING.search(text) else ""


def _coast(reading: Reading, start: int, end: int) -> tuple:
    """Return whose waters or land it is; the United States look on, unless the text is theirs."""
    return partners.partners(
        reading,
        start,
        end,
        lambda m: m.sort != "region" and (m.iso3 != "USA" or reading.focus == "USA"),
    )
