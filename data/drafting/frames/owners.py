"""Owners: whether an amount of money is one between China and the partner at all."""

import re

from data.drafting import partners
from data.drafting.figures import Figure
from data.drafting.frames.cues import BUILT
from data.drafting.frames.givers import from_other
from data.drafting.gazetteer import Mention
from data.drafting.patterns import words
from data.drafting.reading import BOTH_SIDES, Reading

_WHOLE = words(r"of (?:the|its|a|that|this|some)(?: total(?: of)?)?$")
_SHARE = words(
    r"(?:percent|half|thirds?|quarters?|part|most|share|portion|some|bulk|rest|majority) of "
    r"(?:the|its|a|that|this)?$"
)
_GIVEN_KINDS = frozenset({"loan", "grant", "donation", "project", "investment"})


def not_ours(reading: Reading, figure: Figure, kind: str) -> bool:
    """Whether the amount came from somebody else, or is a whole of which China's is a share."""
    before = reading.flat[max(reading.start, figure.start - 30) : figure.start].rstrip()
    whole = _WHOLE.search(before)
    if whole and not reading.flat[reading.start : figure.start - len(whole[0]) - 1].strip(' ",'):
        return True
    if kind == "trade_value":
        return _with_other(reading, figure) or _all_trade(reading)
    if kind not in _GIVEN_KINDS:
        return False
    if not others(reading) and reading.topic == "USA":
        return True  # of whom nobody tells that China gave or lent to them
    built = _BUILT.match(reading.flat, figure.end) or _WHICH_COST.match(reading.flat, figure.end)
    return from_other(reading, figure) or (a_share(reading, figure) and not built)


def a_share(reading: Reading, figure: Figure) -> bool:
    """Whether only a share of an amount is told: "half of its $10 billion"."""
    before = reading.flat[max(reading.start, figure.start - 30) : figure.start].rstrip()
    return _SHARE.search(before) is not None


def others(reading: Reading) -> list[Mention]:
    """Return the countries and regions that can be China's partner here."""
    return [m for m in partners.usable(reading) if m.iso3 or m.sort == "region"]


def _all_trade(reading: Reading) -> bool:
    """Whether only China is named, and nobody with whom it trades: its trade with all the world."""
    alone = bool(reading.china) and not others(reading)
    return alone and not reading.has(BOTH_SIDES) and not reading.has(_WITH_WHOM)


_WITH_WHOM = words(
    r"(?:with|to|from|between) (?:the )?(?:China|Chinese|Beijing)|Chinese (?:[\w-]+ ){0,2}"
    r"(?:goods|products|cars|vehicles)|there|the (?:two|pair)|it(?! (?:is|"
    r"was) (?:\w+ )?that\b)|them|American|"
    r"(?:the|its|their|his) (?:\w+ )?(?:country|island|kingdom|nation|republic|neighbou?r|state|"
    r"territory|economy|people)"
)
_WITH = words(r"(?:trade|trading|commerce|imports|exports|sales) (?:with|from|to) (?:the )?")


def _with_other(reading: Reading, figure: Figure) -> bool:
    """Whether the clause tells of trade with somebody else, and does not name China before."""
    begin = reading.start
    for cut in _CLAUSE.finditer(reading.flat, reading.start, figure.start):
        begin = cut.end()
    with_whom = _WITH.search(reading.flat, begin, figure.start)
    named = [m for m in reading.mentions if begin <= m.start < figure.end]
    if not with_whom or any(m.china for m in named):
        return False
    return any(0 <= m.start - with_whom.end() <= 2 and m.iso3 for m in named)


_CLAUSE = re.compile(r"[;:]|, (?=(?:while|whereas|but|and|though|compared)\b)| than ")
_BUILT = words(rf",? (?:[\w',-]+ ){{0,4}}?{BUILT}")
_WHICH_COST = words(
    r"(?: (?:price|cost|bill|price tag) (?:of|for)| (?:that|which)[^.;]{3,90}? cost)"
)
"""Whoever lent a share of what something cost is told by the whole cost."""
