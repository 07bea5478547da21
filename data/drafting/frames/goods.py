"""Frames of counted goods: what was given, bought, or sold as arms."""

import re
from collections.abc import Iterator

from data.drafting import partners
from data.drafting.events import Event
from data.drafting.figures import Figure
from data.drafting.patterns import words
from data.drafting.reading import Reading

_BETWEEN = r"(?: [\w'-]+){0,5}? "
_GOODS = (
    ("tonnes", words(r" ?(?:million )?(?:metric )?(?:tons?|tonnes?)(?: \(MMT\))?"), 1.0),
    ("tonnes", words(r" ?MMT"), 1e6),
    ("doses", words(rf"{_BETWEEN}?doses"), 1.0),
    ("doses", words(rf"(?:{_BETWEEN}| )vaccines"), 1.0),
    ("generators", words(rf"(?:{_BETWEEN}| )generators?"), 1.0),
    (
        "vehicles",
        words(
            rf"(?:{_BETWEEN}| )(?:buses|trucks|ambulances|vehicles|cars|tractors|"
            rf"motorcycles|pickups|police cars|vans|locomotives)"
        ),
        1.0,
    ),
    ("masks", words(rf"(?:{_BETWEEN}| )(?:face )?masks"), 1.0),
    ("test kits", words(rf"(?:{_BETWEEN}| )(?:test(?:ing)? )?kits"), 1.0),
    ("ventilators", words(rf"(?:{_BETWEEN}| )ventilators"), 1.0),
    ("computers", words(rf"(?:{_BETWEEN}| )(?:computers|laptops|tablets)"), 1.0),
    ("barrels", words(r"(?: [\w'-]+){0,2}? barrels"), 1.0),
    (
        "items",
        words(
            rf"(?:{_BETWEEN}| )(?:sets?|units?|pieces?|kits|bags|boxes|cartons|lamps|"
            rf"(?:street )?lights|panels|(?:solar )?systems|pumps|beds|tents|blankets|books|"
            rf"desks|bicycles|boats|"
            rf"machines|wheelchairs|boreholes|wells|cannons?|homes|houses|"
            rf"scholarships|baskets|parcels|packages|packs|hampers|instruments|microscopes|"
            rf"sewing machines|televisions|TV sets)"
        ),
        1.0,
    ),
)
_PLANES = words(r"(?: [\w'-]+){0,4}? (?:aircraft|airliners?|airplanes|planes|jets|jetliners)")
_GIVEN = words(
    r"donat\w+|gift(?:s|ed)?|hand(?:ed|ing|s)|handover|gave|given|"
    r"giv(?:e|es|ing)|provid\w+|deliver\w*|"
    r"shipments?|ship(?:ped|ping)|sent|sends?|receiv\w*|obtain\w*|suppl(?:y(?! chain)|"
    r"ied|ies)|arriv\w*|brought|brings?|more(?! than)|aid|relief|carrying|got|gets?|presented"
)
_BOUGHT = words(
    r"purchas\w*|b[uo]y(?:s|ing)?|bought|import\w*|order(?:ed|s|ing)?|sold|sell(?:s|ing)?|export\w*|"
    r"let(?:s|ting)?(?: [\w'-]+){0,3} in|admit(?:s|ted|ting)?"
)
_WHICH_BOUGHT = words(r",? (?:which|that) [\w ]{0,30}?(?:bought|purchased|ordered)")
_ARMS = words(
    r"(?:[\w'/-]+ ){0,4}?(?:(?P<aircraft>fighters?(?: jets| aircraft)?|jet "
    r"fighters|warplanes|drones|helicopters|"
    r"(?:combat|military|training|trainer) (?:aircraft|planes|jets)|unmanned "
    r"aerial vehicles|UAVs|J-10\w*|JF-17\w*|"
    r"(?!A\d)[A-Z]{1,3}-?\d+\w* (?:jets?|planes?|aircraft|trainers?))|"
    r"(?P<vessels>submarines?|frigates?|corvettes?|warships?|patrol (?:boats|"
    r"vessels|ships)|gunboats|(?<=\d\w)\sships|(?<=\d\w/\w)\sships)|"
    r"(?P<vehicles>tanks|armou?red (?:personnel carriers|vehicles)|military vehicles)|"
    r"(?P<other>missiles?(?: systems?)?|air defen[cs]e systems?|rifles|weapons|"
    r"arms|(?:rocket|grenade) launchers|radars?|howitzers))"
)
_TRANSFER = words(
    r"s[eo]ll(?:s|ing)?|sold|sales?|deliver\w*|delivery|suppl(?:y|ied|ies|"
    r"ying)|transfer\w*|purchas\w*|bought|buy(?:ing|s)?|"
    r"order(?:ed|s)?|receiv\w*|acquir\w*|donat\w+|gave|given|export\w*|hand\w* "
    r"over|provid\w+|took delivery|taken delivery|got|arriv\w*|commission\w*|present(?:ed|s)"
)
_DESIGNS = (
    r"J-\d+\w*|JF-17\w*|FC-31|Wing Loong(?: \w+)?|CH-\d\w?|HQ-\d+\w*|FK-3|FD-2000|VT-\d\w?|Y-\d+|"
    r"FTC-2000\w*|K-8\w*|"
    r"Type[ -]\d\w+|(?:Ming|Song|Yuan|Hangor)-class"
)
"""Names of weapons that are of Chinese make, whether or not the text says so."""
_FROM_CHINA = words(
    rf"{_DESIGNS}|"
    r"Chinese[ -](?:made|built|supplied|designed|manufactured)|(?:from|by) "
    r"(?:China|Beijing)|China(?:'s)?(?: [\w'-]+){0,5}? "
    r"(?:sold|sells|sell|deliver\w*|suppl\w+|transfer\w*|donat\w+|gave|"
    r"export\w*|provid\w+|hand\w* over)|"
    r"Chinese (?:arms|weapons|drones|fighters?|jets|submarines?|tanks|"
    r"missiles?|frigates?|warships?|helicopters|"
    r"military (?:equipment|hardware|aircraft|vehicles)|ambassador|embassy|"
    r"envoy|government)|Beijing(?: [\w'-]+){0,4}? (?:sold|deliver\w*|suppl\w+|"
    r"agreed)"
)
_COUNTED = ("aircraft", "vessels", "vehicles")
_PRESENCE = words(
    r"patrol\w*(?! (?:boats?|vessels?|ships?|craft|aircraft|cars))|exercise\w*|drills?|deploy\w*|"
    r"monitor\w*|swarm\w*"
)


def goods(reading: Reading) -> Iterator[Event]:
    """Yield goods that China gave, and goods that one of the two bought from the other."""
    if not reading.china and not (reading.previous and reading.previous.china):
        return
    if not reading.china and len({m.iso3 for m in reading.mentions if m.iso3}) > 1:
        return  # others deal with each other
    for figure in reading.figures:
        weapon = _ARMS.match(reading.flat, figure.end + 1)
        if figure.money or (weapon and any(weapon.group(*_COUNTED))):
            continue
        for unit, pattern, scale in _GOODS:
            found = pattern.match(reading.flat, figure.end)
            if found:
                event = _goods(reading, figure, found.end(), unit, scale)
                if event:
                    yield event
                break
        else:
            yield from _planes(reading, figure)


def _goods(reading: Reading, figure: Figure, end: int, unit: str, scale: float) -> Event | None:
    row = _ROW.match(reading.flat, end, reading.end)
    low = max(reading.start, figure.start - 110)
    high = min(reading.end, (row.end() if row else end) + 60)
    before = _BOUGHT.search(reading.flat, low, figure.start) or _shipped(reading, low, figure, end)
    bought = before or _WHICH_BOUGHT.match(reading.flat, end)
    if bought and reading.about_china:
        start, side = min(bought.start(), figure.start), _side(reading, bought.start())
        return Event(reading, "trade_value", start, end, side, (), figure, unit, scale)
    given = _GIVEN.search(reading.flat, low, high)
    if unit in _BULK and _commodity(reading, end):
        given = given or _TAKEN.search(reading.flat, low, high)
    if given and _commodity(reading, end):
        start, side = min(given.start(), figure.start), _side(reading, given.start())
        return Event(reading, "trade_value", start, end, side, (), figure, unit, scale)
    if not given or bought or _foreign_giver(reading, given.start()):
        return None
    sort = "goods" if unit in ("tonnes", "doses", "masks") else "equipment"
    start = min(figure.start, given.start())
    tie = "" if reading.china else "the sentence before"
    return Event(reading, "donation", start, end, sort, (), figure, unit, scale, inherited=tie)


_ROW = re.compile(
    r"(?:(?:,|,? and)\s\d[\d,.]*(?:\s(?!and\b)[\w'-]+){1,7}?(?=,|\sand\b|\s\w+ed\b))+"
)
"""What stands in one row with the first goods: "100 kits, 200 masks and 30 beds"."""


def _shipped(reading: Reading, low: int, figure: Figure, end: int) -> re.Match[str] | None:
    """Return the verb of sending where the goods went "to China", which is trade and no gift."""
    to_china = _TO_CHINA.match(reading.flat, end)
    return _SHIPPED.search(reading.flat, low, figure.start) if to_china else None


def _commodity(reading: Reading, end: int) -> bool:
    """Whether raw materials changed hands and nobody speaks of a gift, which is trade."""
    raw = _RAW.match(reading.flat, end, reading.end) or reading.has(_DEALERS)
    return bool(raw) and not reading.has(_GRATIS)


_BULK = frozenset({"tonnes", "barrels"})
_TAKEN = words(r"tak(?:es|ing)|took|absorb\w*")
_RAW = words(
    r" of (?:[\w'-]+ ){0,3}?(?:oil|crude|coal|coke|gas|LNG|ore|copper|bauxite|timber|logs|soybeans|"
    r"soya|nickel|iron|lithium|cobalt|uranium|beef|pork|palm oil|rubber|cotton|gold|diesel|fuel)"
)
_DEALERS = words(r"suppliers?|exporters?|importers?|customers?|buyers?|market")
_GRATIS = words(r"donat\w+|gifts?|gifted|aid|relief|assistance|free of charge|handed over|help")
_SHIPPED = words(r"ship(?:s|ped|ping)?|sent|sends?|suppl(?:y|ies|ied)|deliver(?:s|ed)?")
_TO_CHINA = words(r" (?:[\w'-]+ ){0,5}?to (?:China|Chinese|Beijing)")


def _foreign_giver(reading: Reading, verb: int) -> bool:
    """Whether somebody else stands right before the verb of giving."""
    subjects = [m for m in reading.mentions if m.end <= verb]
    verb_word = words(r"(?:donated|gave|provid\w+|sent|supplied|delivered|delivers)").match(
        reading.flat, verb
    )
    return bool(
        verb_word
        and subjects
        and verb - subjects[-1].end < 25
        and not any(m.china for m in subjects)
    )


def _planes(reading: Reading, figure: Figure) -> Iterator[Event]:
    found = _PLANES.match(reading.flat, figure.end)
    bought = _BOUGHT.search(reading.flat, max(reading.start, figure.start - 90), figure.start)
    if found and bought and reading.china and not _ARMS.match(reading.flat, figure.end + 1):
        side = _side(reading, bought.start())
        yield Event(
            reading,
            "trade_value",
            bought.start(),
            found.end(),
            side,
            figure=figure,
            unit="aircraft",
        )


def _side(reading: Reading, verb: int) -> str:
    """What China buys, the partner exports; sales are the other way round."""
    subjects = [m for m in reading.mentions if m.end <= verb]
    china = bool(subjects) and subjects[-1].china
    selling = words(r"s[eo]l[ld]\w*|export\w*|ship\w*|sen[dt]s?|suppl\w+|deliver\w*").match(
        reading.flat, verb
    )
    return "exports" if china != bool(selling) else "imports"


def arms(reading: Reading) -> Iterator[Event]:
    """Yield weapons that China sold, gave or delivered."""
    if reading.has(_PRESENCE) or not reading.has(_FROM_CHINA) or not reading.has(_TRANSFER):
        return
    counted = False
    for figure in reading.figures:
        found = None if figure.money else _ARMS.match(reading.flat, figure.end + 1)
        if found:
            counted = True
            unit = next((u for u in _COUNTED if found[u]), "items")
            yield Event(
                reading,
                "arms_transfer",
                figure.start,
                found.end(),
                figure=figure,
                unit=unit,
                partners=_buyers(reading, figure.start, found.end()),
            )
    weapon = next(reading.find(_ARMS), None)
    weapon = weapon if weapon and not words(r"no|any").search(weapon[0]) else None
    if (
        not counted
        and weapon
        and not _a_share(reading, weapon.end())
        and not any(f.money for f in reading.figures)
    ):
        yield Event(
            reading, "arms_transfer", *weapon.span(), partners=_buyers(reading, *weapon.span())
        )


def _a_share(reading: Reading, weapon: int) -> bool:
    """Whether only a share of weapons is told, as in "half of China's arms exports"."""
    before = reading.flat[max(reading.start, weapon - 60) : weapon]
    return (
        words(r"(?:percent|per cent|%|half|thirds?|quarters?|share|most) of").search(before)
        is not None
    )


def _buyers(reading: Reading, start: int, end: int) -> tuple:
    found = partners.partners(reading, start, end, lambda m: m.iso3 != "TWN" or "Taiwan" in m.text)
    return tuple(p for p in found if p[0])
