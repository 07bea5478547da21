"""Frames of money: the word nearest to an amount says whether it was lent, given or traded."""

import re
from collections.abc import Iterator

from data.drafting import partners
from data.drafting.events import Event
from data.drafting.figures import Figure
from data.drafting.patterns import words
from data.drafting.reading import BOTH_SIDES, Reading

BUILT = (
    r"(?:dams?|railways?|railroads?|rail(?: line| link)?|lines?|ports?|"
    r"highways?|expressways?|motorways?|"
    r"roads?|airports?|power (?:plants?|stations?)|plants?|bridges?|stadiums?|"
    r"hospitals?|pipelines?|"
    r"projects?|terminals?|refiner(?:y|ies)|zones?|networks?|schemes?)"
)
_CUES = (
    (
        "loan",
        words(
            r"(?:soft |concessional |interest-free |low-interest )?(?:loans?|credits?|"
            r"credit lines?|lines? of credit|"
            r"lending|lends?|lent|borrow(?:s|ed|ing)?|ow(?:es?|ed|ing)|debts?|"
            r"financ(?:es?|ed|ing)|advanced|"
            r"repay(?:s|ing|ment)?|funding)"
        ),
    ),
    (
        "grant",
        words(
            r"(?:grants?|granted|(?:development |military |economic |financial |food |"
            r"humanitarian |budget )?(?:aid|assistance)|non-?refundable|relief)"
        ),
    ),
    (
        "donation",
        words(
            r"donat\w+|gifts?|gifted|hand(?:ed|ing) over|worth of (?:\w+ "
            r"){0,2}(?:equipment|supplies|computers|medicine|food|vehicles)"
        ),
    ),
    (
        "investment",
        words(r"invest(?:s|ed|ing|ments?)?|stakes?|acqui(?:red|res?|ring|sitions?)|FDI|shares? in"),
    ),
    (
        "trade_value",
        words(
            r"trad(?:e|ing)(?! (?:deal|agreement|pact|war|zone|deficit|surplus|gap|"
            r"partner))|commerce|imports?|imported|exports?|exported|purchas\w+|bought|"
            r"buys?|shipments?|sales"
        ),
    ),
    (
        "arms_transfer",
        words(
            r"arms|weapons?|fighter jets?|missiles?|submarines?|frigates?|warplanes|"
            r"military (?:equipment|hardware)"
        ),
    ),
    ("project", words(BUILT)),
    (
        "nothing",
        words(
            r"deficits?|surplus(?:es)?|gap|reserves?|GDP|economy (?:of|is|was|worth)|"
            r"budget|bailout|liabilities|fin(?:es?|ed)|"
            r"market|damages?|revenues?|profits?|salar(?:y|ies)|sanction\w*|tariffs?|"
            r"bonds?|eurobonds?|"
            r"company worth|public debt|external debt|total debt|foreign debt|national debt|"
            r"debt stood|debt stands|savings|tax(?:es)?|earn\w*|spend\w*|cost(?:s|"
            r"ing)? of (?:the )?war|fund(?! of)|"
            r"a (?:day|month|person|barrel|ton|head)|stolen|lost|losses|smuggl\w+|"
            r"brib\w+|capital|seek\w*|raise"
        ),
    ),
)
_VALUE_OF_GOODS = words(
    r"(?:equipment|supplies|vehicles|goods|vaccines|medicine|food|rice|"
    r"computers|generators|materials?)"
)
_REPLACED = words(
    r"(?:(?:up|down) from|rose from|from|compared (?:with|to)|instead of|rather than|"
    r"(?:earlier|previous|initial|original) (?:estimates?|figures?|reports?|"
    r"price|plan)(?: of)?|than|against|versus)$"
)
_CHANGED = words(
    r"(?:rose|risen|grew|grown|increased?|fell|fallen|dropped|declined?|cut|"
    r"shrank|jumped|reduced?|wid\w+|narrow\w+)(?: by)?$"
)
_BY = words(r"by$")
_RIVAL = words(
    r"IMF|International Monetary Fund|World Bank|Asian Development Bank|"
    r"African Development Bank|ADB|"
    r"Paris Club|bondholders|United Nations|World Health Organization|Congress|"
    r"Pentagon|USAID|Gates Foundation"
)
GIVES = words(
    r"(?:has |have |had |would |will |also |already |have already |has already "
    r")*(?:gave|given|give|gives|giving|lent|lend|lends|lending|provid\w+|"
    r"pledg\w+|"
    r"promis\w+|offer\w*|donat\w+|invest(?:ed|s|ing)?|approv\w+|grant(?:ed|s)|"
    r"extend\w*|financ(?:es?|ed|ing)|"
    r"fund(?:ed|s|ing)|contribut\w+|announc\w+|committed|allocat\w+|spent|sent|"
    r"sold|sells?|purchas\w+|buys?|bought)"
)
_PLEDGED = words(
    r"pledg\w+|promis\w+|offer\w*|commit\w*|will|would|announc\w+|agreed to|"
    r"plans? to|to be|set to|package|vow\w*"
)
_GIVEN = words(
    r"given|provided|disbursed|received|lent|delivered|handed|extended|"
    r"owe[sd]?|ow(?:ing)|repay\w*|burdened|"
    r"borrowed|invested|spent|paid|obtained|got|transferred|advanced|donated|poured"
)
_PUT_IN = words(
    r"invested|poured|bought|buy(?:s|ing)|acquir\w+|purchased|paid|took|taken|spent|put|come|came"
)
_SIGNED = words(r"sign\w*|secured|inked|agreement|contract|deal")
_FLOWS = (
    (
        "total trade",
        words(r"(?:bilateral|two-way|total|mutual|overall|annual)? ?trade|trade volume|turnover"),
    ),
)
_REACH = 75
_PURCHASE = words(r"purchas\w+|buys?|bought|import\w*")
_ONLY_AIM = words(r"(?:aim|target|goal|hop|could|seek|want|wish|worth of damage)\w*")


def money(reading: Reading) -> Iterator[Event]:
    """Yield amounts of money between China and the partner, each under the nearest word's kind."""
    for index, figure in enumerate(reading.figures):
        if not figure.money or _converted(reading, index) or _replaced(reading, figure):
            continue
        cue = _nearest(reading, figure)
        if cue is None:
            continue
        kind, at = cue
        link = _link(reading, figure)
        if kind == "nothing" or not link:
            continue
        event = _event(reading, figure, kind, at, link)
        if event:
            yield event


def _event(
    reading: Reading, figure: Figure, kind: str, at: tuple[int, int], link: str
) -> Event | None:
    span = (min(figure.start, at[0]), max(figure.end, at[1]))
    cue_text = reading.flat[at[0] : at[1]].lower()
    subkind = ""
    if kind == "project":
        return _cost(reading, figure, at, link)
    if kind == "trade_value":
        subkind = _flow(reading, cue_text)
        if _ONLY_AIM.search(reading.clause(figure.start)):
            return None
    if (
        kind == "grant"
        and cue_text.startswith("grant") is False
        and _VALUE_OF_GOODS.search(reading.flat, figure.end, min(reading.end, figure.end + 30))
    ):
        kind = "donation"
    if kind == "donation":
        subkind = "equipment value" if reading.has(_VALUE_OF_GOODS) else "goods"
    if kind == "investment" and not _PUT_IN.search(reading.clause(figure.end)):
        return None
    return Event(
        reading,
        kind,
        *span,
        subkind,
        figure=figure,
        unit=figure.unit,
        status=_status(reading, figure, kind),
        inherited=link if link != "sentence" else "",
    )


def _cost(reading: Reading, figure: Figure, at: tuple[int, int], link: str) -> Event | None:
    """Read the cost of something built as a loan, where the text speaks of Chinese financing.

    Chinese banks lend for nearly all that Chinese firms build; the reviewer is told.
    """
    after = reading.flat[figure.end : at[0]]
    attached = (
        at[0] > figure.start
        and len(after) < 50
        and not re.search(r"\b(?:to|that|and|for|which|will|under|in)\b|\.", after)
    )
    if not attached or not reading.financed or _called_off(reading, figure):
        return None
    return Event(
        reading,
        "loan",
        figure.start,
        at[1],
        figure=figure,
        unit=figure.unit,
        inherited="the cost of what was built, in a text that speaks of Chinese financing",
    )


_OFF = words(r"cancel\w*|scrap\w*|suspend\w*|halt\w*|shelv\w*|call\w* off|reject\w*|abandon\w*")


def _called_off(reading: Reading, figure: Figure) -> bool:
    return bool(_OFF.search(reading.clause(figure.start)))


def _converted(reading: Reading, index: int) -> bool:
    """Whether the next figure is the same amount in US dollars, in brackets."""
    figures = reading.figures
    if figures[index].unit == "USD" or index + 1 >= len(figures):
        return False
    gap = reading.flat[figures[index].end : figures[index + 1].start]
    return (
        figures[index + 1].unit == "USD"
        and re.fullmatch(r"\s*\((?:about |or |US)?\s*", gap) is not None
    )


def _replaced(reading: Reading, figure: Figure) -> bool:
    before = reading.flat[max(reading.start, figure.start - 45) : figure.start].rstrip()
    if _REPLACED.search(before):
        return True
    return bool(_BY.search(before) and _CHANGED.search(before)) or bool(_CHANGED.search(before))


def _nearest(reading: Reading, figure: Figure) -> tuple[str, tuple[int, int]] | None:
    best: tuple[int, str, tuple[int, int]] | None = None
    low, high = max(reading.start, figure.start - 160), min(reading.end, figure.end + 110)
    for kind, pattern in _CUES:
        for found in pattern.finditer(reading.flat, low, high):
            far = _far(reading, figure, found.span())
            if far <= _REACH and (best is None or far < best[0]):
                best = far, kind, found.span()
    return best[1:] if best else None


def _far(reading: Reading, figure: Figure, cue: tuple[int, int]) -> int:
    """Return how far a word is from the amount; another amount between them parts them."""
    far = reading.distance((figure.start, figure.end), cue)
    between = reading.flat[min(cue[1], figure.end) : max(cue[0], figure.start)]
    if _TRADED.match(reading.flat, cue[0]) and cue[1] < figure.start and _measured(reading, figure):
        return min(far, 30)
    others = [f for f in reading.figures if f.money and f is not figure]
    if any(
        min(cue[1], figure.end) <= f.start < max(cue[0], figure.start) and f.unit == figure.unit
        for f in others
    ):
        far += 40
    if cue[0] > figure.end and re.search(r"\band\b|\bfor\b|\bto\b", between):
        far += 20
    return far


_TRADED = words(r"trade|trading|commerce|exports?|imports?|sales|shipments?")
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


def _link(reading: Reading, figure: Figure) -> str:
    """Say what ties the amount to China: its sentence, the one before, or "" for nothing."""
    giver = _giver(reading, figure)
    if giver == "other":
        return ""
    if reading.china:
        return "sentence"
    if reading.has(BOTH_SIDES) and not reading.has(_RIVAL) and reading.about_china:
        return "the two sides"
    if reading.has(_RIVAL) or reading.previous is None or not reading.previous.china:
        return "" if not _refers(reading) else "what the text is about"
    strangers = {m.iso3 for m in partners.usable(reading) if m.iso3} - _known_before(reading)
    return "" if strangers or reading.previous.has(_RIVAL) else "the sentence before"


_REFERS = words(
    r"(?:the|this) (?:[\w$.,'-]+ ){0,4}(?:project|zone|dam|railway|railroad|port|line|loan|program)"
)


def _refers(reading: Reading) -> bool:
    return reading.financed and reading.has(_REFERS) and not reading.has(_RIVAL)


def _known_before(reading: Reading) -> set[str]:
    return (
        {m.iso3 for m in reading.previous.mentions} | {reading.focus} if reading.previous else set()
    )


def _giver(reading: Reading, figure: Figure) -> str:
    """Say who gives: china, other or "" where nobody is named as the one who does."""
    verbs = [
        v
        for v in reading.find(GIVES)
        if v.end() <= figure.start + 1 and figure.start - v.end() < 90
    ]
    if verbs:
        subjects = [m for m in reading.mentions if m.end <= verbs[-1].start()]
        rivals = [r.end() for r in _RIVAL.finditer(reading.flat, reading.start, verbs[-1].start())]
        last = max((m.end for m in subjects), default=-1)
        if rivals and rivals[-1] > last:
            return "other"
        if subjects and not any(m.china for m in subjects):
            away = reading.china and _from_china(reading, verbs[-1].end())
            buyer = (
                verbs[-1][0]
                .lower()
                .split()[-1]
                .startswith(("sign", "buy", "bought", "purch", "announc", "spent"))
            )
            if not away and not buyer:
                return "other" if _active(verbs[-1][0]) else ""
        if subjects and _subject_is_other(reading, subjects, verbs[-1].start()):
            return "other"
    return ""


def _active(verb: str) -> bool:
    return not verb.lower().split()[-1].startswith(("sign",))


def _subject_is_other(reading: Reading, subjects: list, verb: int) -> bool:
    last = subjects[-1]
    direct = verb - last.end <= 3
    return direct and not last.china and last.sort in ("country", "city", "region")


_FROM = words(r"(?:from|by|with) (?:the )?(?:[\w-]+ ){0,5}?(?:China|Chinese|Beijing)|Chinese")


def _from_china(reading: Reading, after: int) -> bool:
    return _FROM.search(reading.flat, after, reading.end) is not None


def _flow(reading: Reading, cue: str) -> str:
    """Say which way goods went, seen from the partner: what China buys, the partner exports."""
    if cue.startswith("trad"):
        return "total trade"
    to_china = words(
        r"(?:export\w*|shipments?|sales?)(?: [\w',$.]+){0,8}? to (?:China|Beijing)"
    ).search(reading.text)
    china_buys = words(
        r"(?:China|Chinese|Beijing)(?: [\w',-]+){0,8}? (?:purchas\w+|bought|buys?|import\w*)"
    ).search(reading.text)
    if cue.startswith(("export", "ship")):
        return "exports" if to_china else "imports"
    return "exports" if china_buys or to_china else "imports"


def _status(reading: Reading, figure: Figure, kind: str) -> str:
    if kind == "trade_value":
        return ""
    before = reading.clause(figure.start)
    if _PLEDGED.search(before[-100:]):
        return "pledged"
    if _GIVEN.search(before) or _GIVEN.search(
        reading.flat, figure.end, min(reading.end, figure.end + 40)
    ):
        return "delivered"
    return "signed" if _SIGNED.search(reading.text) else ""
