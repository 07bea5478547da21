"""Cues: the word nearest to an amount of money says what the money is for."""

import re

from data.drafting.figures import Figure
from data.drafting.frames.sides import PRONOUN, subject
from data.drafting.frames.sums import revised
from data.drafting.patterns import words
from data.drafting.reading import Reading

BUILT = (
    r"(?:dams?|railways?|railroads?|rail(?: line| link)?|lines?|ports?|"
    r"highways?|expressways?|motorways?|boulevards?|tunnels?|wharf|"
    r"roads?|airports?|power (?:plants?|stations?)|plants?|bridges?|stadiums?|"
    r"hospitals?|pipelines?|"
    r"factory|factories|smelters?|mills?|towers?|parliament|palace|"
    r"projects?|terminals?|refiner(?:y|ies)|zones?|networks?|schemes?)"
)
_ASSETS = (
    r"(?:stakes?|percent|shares|mines?|mills?|plants?|factory|ports?|leases?|company|firm|bank|club|"
    r"business|smelter|refinery|utility|grid|fields?|terminals?|rights|licen[sc]es?|land|hotels?|"
    r"concessions?)"
)
FINANCE = r"financ(?:e(?! (?:minister|ministry|department|secretary|chief|committee))|es|ed|ing)"
"""To finance, and no minister of finance."""
CUES = (
    (
        "loan",
        words(
            r"(?:soft |concessional |interest-free |low-interest )?(?:loans?|credit "
            r"lines?|credits?|"
            r"credit lines?|lines? of credit|"
            r"deposit(?:s|ed)|lending|lends?|lent|loan(?:ed|ing)|borrow(?:s|ed|ing)?|ow(?:es?|ed|ing)|debts?|"
            rf"{FINANCE}|advanced|"
            r"(?:owns|holds)(?= [$€\d][^;]{0,24} of (?:that|it|this|which|the (?:total|debt)))|"
            r"repay(?:s|ing|ment)?|funding|rollovers?|roll(?:s|ed|ing)? over|Exim ?bank|"
            r"Export-Import Bank|China Development Bank|"
            r"Chinese (?:[\w-]+ )?banks?)"
        ),
    ),
    (
        "grant",
        words(
            r"(?:grants?|granted|(?:development |military |economic |financial |food |"
            r"humanitarian |budget )?(?:aid|assistance)|non-?refundable|relief|"
            r"che(?:que|ck) (?:for|of)|budget(?:ary)? support|g(?:i|a)ves?)"
        ),
    ),
    (
        "donation",
        words(
            r"donat\w+|gifts?|gifted|(?:equipment|gear|supplies|vehicles|medicines?|materials) "
            r"(?:worth|valued at)|hand(?:ed|ing) over|worth of (?:\w+ "
            r"){0,2}(?:equipment|supplies|computers|medicine|food|vehicles)"
        ),
    ),
    (
        "investment",
        words(
            r"invest(?:s|ed|ing|ments?)?|stakes?|acqui(?:red|res?|ring|sitions?)|FDI|shares? in|"
            r"(?:put|puts|pour(?:s|ed|ing)?|plough(?:s|ed|ing)?|s[iu]nk|pump(?:s|ed|ing)?|"
            r"spend(?:s|ing)?)"
            r"(?= (?:[\w.$€£,-]+ ){0,6}(?:into|on an?|on the|in a|to (?:build|turn|expand|upgrade|"
            r"develop|moderni[sz]e|rebuild))\b)|"
            rf"pa(?:id|ys?|ying)(?= (?:[\w.$€£,-]+ ){{1,4}}for (?:(?:[\w.'-]+ ){{0,6}}?{_ASSETS}|"
            r"(?-i:[A-Z])))|"
            rf"(?:{_ASSETS}|distributor|operator|producer|maker|chain|brand|airline|subsidiary|unit)"
            r"(?: [\w',-]+){0,8}? sold(?: [\w']+){0,3} to|for which (?:[\w'-]+ ){1,6}paid|"
            r"takeovers?|buyouts?|(?:took|taken|taking) over|(?:bought|buys?|buying|sale of|sold) "
            r"(?:an? |the |[\w-]+'s )?(?:\w+ ){0,3}?(?:mines?|stakes?|company|companies|firm|"
            r"plant|factory|factories|smelter|steel mill|refinery|ports?|bank|maker|club|utility|"
            r"grid|projects?|fields?|business(?:es)?|shares)"
        ),
    ),
    (
        "trade_value",
        words(
            r"traded|turnover|orders?(?= (?:for|worth|of|to buy)\b)|trad(?:e|"
            r"ing)(?! (?:deal|agreement|pact|war|zone|deficit|surplus|gap|"
            r"partner))|commerce|imports?|imported|exports?|exported|purchas\w+|bought|"
            r"brought in|buys?|buying|shipments?|shipped|sales|"
            r"(?:sold|sells?) (?:it|China|Beijing|them|the (?:country|island))|"
            r"(?:sold|sells)(?= [^.;]{0,60}\b(?:goods|products|oil|gas|coffee|copper|"
            r"timber|minerals)\b)"
        ),
    ),
    (
        "arms_transfer",
        words(
            r"arms|weapons?|drones|tanks|radars?|fighter jets?|missiles?|submarines?|"
            r"frigates?|warplanes|"
            r"military (?:equipment|hardware)"
        ),
    ),
    (
        "project",
        words(
            rf"{BUILT}(?! (?:project )?(?:loans?|credits?|grants?|deals?)\b)|"
            r"(?:(?<=million\s)|(?<=billion\s))(?-i:[A-Z]{3,5})|"
            rf"cost(?:s|ing)?(?= (?:\w+ ){{0,2}}[$€£\d])|(?:cost|price tag) of"
        ),
    ),
    (
        "nothing",
        words(
            r"deficits?|surplus(?:es)?|gap|reserves?|(?<!%\sof\s)(?<!percent\sof\s)GDP|"
            r"economy (?:of|is|was|worth)|"
            r"budget|bailout|liabilities|fin(?:es?|ed)|"
            r"market|damages?|revenues?|profits?|salar(?:y|ies)|sanction\w*|tariffs?|"
            r"bonds?|eurobonds?|(?:currency )?swaps?(?: lines?| deals?| agreements?)?|"
            r"company worth|public debt|external debt|total debt|foreign debt|national debt|"
            r"debt stood|debt stands|savings|tax(?:es)?|"
            r"earn\w*(?! (?:[\w$.,]+ ){1,4}from (?:[\w-]+ ){0,4}(?:sales|exports))|"
            r"spend\w*|cost(?:s|"
            r"ing)? of (?:the )?war|fund(?! of)|"
            r"(?:a|per|each|every) (?:day|month|person|child|family|household|barrel|ton|head)|"
            r"stolen|lost|losses|smuggl\w+|"
            r"brib\w+|capital|seek\w*|raise"
        ),
    ),
)
REACH = 75
"""An amount and its word stand no further apart: characters, a break between clauses for 25."""


def nearest(reading: Reading, figure: Figure) -> tuple[str, tuple[int, int]] | None:
    """Return what an amount is for, and where the word for it stands, None where nowhere near."""
    old = next((f for f in reading.figures if revised(reading, f) == figure), None)
    if old:
        return nearest(reading, old)
    best: tuple[int, str, tuple[int, int]] | None = None
    low, high = max(reading.start, figure.start - 160), min(reading.end, figure.end + 110)
    for kind, pattern in CUES:
        for found in pattern.finditer(reading.flat, low, high):
            far = _far(reading, figure, found.span())
            if far <= REACH and (best is None or far < best[0]):
                best = far, kind, found.span()
    return best[1:] if best else only(reading, figure) or given(reading, figure)


_WEAK = words(
    r"giv(?:en|ing)|fund(?:s|ed|ing)?|provid(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|"
    r"offer(?:s|ed|ing)?|extend(?:s|ed|ing)?|allocat\w+|set aside|contribut\w+|sent|transferred|"
    r"hand(?:s|ed|ing)(?: over)?|committed|earmark\w+|bankroll(?:ed|s|ing)|chipp?\w+ in"
)
"""Words of giving that leave open what for; by themselves they tell of a gift of money."""
_FROM_CHINA = words(r"(?:from|by) (?:the )?(?:[\w-]+ ){0,3}?(?:China|Chinese|Beijing)")
_MUCH = 1e9
"""So many dollars are not given without a word on what for."""


def given(reading: Reading, figure: Figure) -> tuple[str, tuple[int, int]] | None:
    """Return that an amount was given where nothing says more than a verb of giving before it."""
    if figure.unit == "USD" and figure.value > _MUCH:
        return None
    low = max(reading.start, figure.start - 70)
    found = next(reversed(list(_WEAK.finditer(reading.flat, low, figure.start))), None)
    if found is None or reading.distance((figure.start, figure.end), found.span()) > REACH:
        return None
    who = subject(reading, found.start())
    ours = who.china if who else PRONOUN.match(reading.flat, reading.start)
    ours = ours or _FROM_CHINA.search(reading.flat, found.end(), reading.end)
    return ("grant", found.span()) if ours else None


def only(reading: Reading, figure: Figure) -> tuple[str, tuple[int, int]] | None:
    """Return what the one amount of a sentence is for, where only one sort of word says so."""
    if sum(f.money for f in reading.figures) > 1:
        return None
    found = [(kind, f.span()) for kind, p in CUES[:3] for f in reading.find(p)]
    return found[0] if len({kind for kind, _ in found}) == 1 else None


def _far(reading: Reading, figure: Figure, cue: tuple[int, int]) -> int:
    """Return how far a word is from the amount; another amount between them parts them."""
    far = reading.distance((figure.start, figure.end), cue)
    between = reading.flat[min(cue[1], figure.end) : max(cue[0], figure.start)]
    if _TRADED.match(reading.flat, cue[0]) and cue[1] < figure.start and _measured(reading, figure):
        return min(far, 30)
    if cue[0] > figure.end and _AT.search(reading.flat[max(0, figure.start - 5) : figure.start]):
        far -= 40
    others = [f for f in reading.figures if f.money and f is not figure and not _was(reading, f)]
    if any(
        min(cue[1], figure.end) <= f.start < max(cue[0], figure.start) and f.unit == figure.unit
        for f in others
    ):
        far += 40
    if cue[0] > figure.end and re.search(r"\band\b|\bfor\b|\bto\b", between):
        far += 20
    return far


def _was(reading: Reading, figure: Figure) -> bool:
    """Whether an amount is only what something rose or fell from."""
    return reading.flat[max(0, figure.start - 6) : figure.start].endswith(" from ")


_AT = re.compile(r"\bAt $")
"""An amount that opens the sentence: "At $3 billion, exports to China were ..."."""
_TRADED = words(r"trade|traded|trading|commerce|exports?|imports?|sales|shipments?")
_MEASURES = words(
    r"(?:reach\w*|total\w*|amount\w* to|passed|hit|stood at|stands at|was|were|"
    r"worth|exceed\w*|valued at|topp\w+|"
    r"(?:rose|risen|grew|grown|climbed|jumped|increased|soared|surged|fell|"
    r"dropped)(?: (?:by )?[\d.]+ percent,?)? to|"
    r"surpass\w*|came to|estimated at)"
)


def _measured(reading: Reading, figure: Figure) -> bool:
    """Whether a verb of measuring stands right before the amount: "trade reached $3 billion"."""
    before = reading.flat[max(reading.start, figure.start - 45) : figure.start].rstrip()
    return any(found.end() == len(before) for found in _MEASURES.finditer(before))
