"""Amounts: the word nearest to an amount says whether it was lent, given or traded."""

from collections.abc import Iterator

from data.drafting.events import Event
from data.drafting.figures import Figure
from data.drafting.frames.costs import cost
from data.drafting.frames.cues import given, nearest, only
from data.drafting.frames.givers import link
from data.drafting.frames.goods import arms
from data.drafting.frames.owners import not_ours, others
from data.drafting.frames.projects import built_next
from data.drafting.frames.sides import subject
from data.drafting.frames.sums import sums
from data.drafting.moods import PLANNED
from data.drafting.patterns import words
from data.drafting.reading import Reading

_GOODS = (
    r"(?:equipment|supplies|vehicles|goods|vaccines|medicines?|food|rice|grain|wheat|flour|tents|"
    r"computers|generators|materials?|gear|fertili[sz]ers?|uniforms|machinery|buses|trucks)"
)
_VALUE_OF_GOODS = words(_GOODS)
_WORTH_OF_GOODS = words(
    rf"(?:'s?)?(?: \([^)]{{2,40}}\))?,? (?:worth of|worth in|in|of) (?:[\w'-]+,? ){{0,5}}?{_GOODS}"
)
_PLEDGED = words(
    r"pledg\w+|promis\w+|offer\w*|commit\w*|will|would|announc\w+|agreed to|"
    r"plans? to|to be|set to|package|vow\w*"
)
_GIVEN = words(
    r"given|provided|disbursed|received|lent|loaned|delivered|handed|extended|"
    r"owe[sd]?|ow(?:ing)|repay\w*|burdened|"
    r"borrowed|invested|spent|paid|obtained|got|transferred|advanced|donated|poured"
)
_PUT_IN = words(
    r"invest(?:s|ed|ing)?|reach\w*|total\w*|stood at|stands at|amount\w*|accounted for|pour\w*|"
    r"bought|buy(?:s|ing)|acquir\w+|purchased|paid|pays?|took|taken|spen[dt]s?|spending|puts?|"
    r"s[iu]nk|come|came|pump\w*|plough\w*|sold|pass(?:ed|es)|rose|risen|grew|grown|fell|fallen|"
    r"dropped|jumped|climbed|peaked|hit|exceed\w*|surpass\w*|topp\w+|worth|valued|flow\w*|brought|"
    r"attracted|inject\w*|channel\w*|commit\w*|pledg\w*|promis\w*|was|were"
)
_SIGNED = words(r"sign\w*|secured|inked|agreement|contract|deal")
_ONLY_AIM = words(r"(?:aim|target|goal|hop|could|seek|want|wish|worth of damage)\w*")


def told_in(reading: Reading) -> Iterator[Event]:
    """Yield the amounts of a sentence between China and the partner, each under its kind."""
    for figure in sums(reading):
        cue = nearest(reading, figure)
        if cue is None:
            continue
        kind, at = cue
        if _others_own(reading, kind, at[0]):
            continue
        tie = "" if not_ours(reading, figure, kind) else _tie(reading, figure, kind)
        if kind == "nothing" or not tie or _SCRAPPED.match(reading.flat, figure.end, reading.end):
            continue
        event = _event(reading, figure, kind, at, tie)
        if (
            event is None
            and kind == "project"
            and (cue := only(reading, figure) or given(reading, figure))
        ):
            event = _event(reading, figure, *cue, tie)
        if event:
            yield event


def _others_own(reading: Reading, kind: str, cue: int) -> bool:
    """Whether money is named after whoever else put it in: "U.S. investment of $567 million"."""
    return kind == "investment" and any(
        not m.china and m.iso3 and m.sort in ("country", "demonym") and 0 < cue - m.end <= 2
        for m in reading.mentions
    )


_SCRAPPED = words(
    r"(?: \([^)]{1,40}\))? (?:funding|aid|loan|payment) (?:halt|freeze|suspension|cuts?)|"
    r"(?: [\w'-]+){0,8}? (?:has|have|had|was|were|is|are) (?:been |since |now |also )*"
    r"(?:scrapped|cancel+ed|shelved|suspended|halted|called off|under review)"
)


def _tie(reading: Reading, figure: Figure, kind: str) -> str:
    """Say what ties an amount to China; for a building the next sentence may, by its builder."""
    tie = link(reading, figure, given=kind != "trade_value")
    if tie or kind != "project":
        return tie
    if reading.about_china and reading.has(_JOINT):
        return "the two sides"
    return "the sentence after" if built_next(reading) else ""


_JOINT = words(r"joint (?:[\w-]+ )?projects")


def _event(
    reading: Reading, figure: Figure, kind: str, at: tuple[int, int], tie: str
) -> Event | None:
    if kind == "project":
        return cost(reading, figure, at)
    if kind == "trade_value" and _untraded(reading, figure):
        return None
    if kind in ("trade_value", "arms_transfer") and any(e.figure for e in arms(reading)):
        return None  # how many weapons were sold says more than for how much
    if kind == "investment" and not _chinese_investment(reading, figure, tie):
        return None
    if _goods_given(reading, figure, kind, at):
        kind = "donation"
    mood = PLANNED if kind == "investment" and _firm_wants(reading, at[0]) else ""
    subkind = _subkind(reading, kind, at)
    span = (min(figure.start, at[0]), max(figure.end, at[1]))
    return Event(
        reading,
        kind,
        *span,
        subkind,
        figure=figure,
        unit=figure.unit,
        status=status_of(reading, figure, kind),
        mood=mood,
        inherited="" if tie == "sentence" else tie,
    )


def _firm_wants(reading: Reading, cue: int) -> bool:
    """Whether a Chinese firm says what it means to put in: "Cosco wants to spend"."""
    before = _WANTS.search(reading.flat[max(reading.start, cue - 25) : cue])
    who = subject(reading, cue) if before else None
    return who is not None and who.china and who.sort in ("body", "demonym")


_WANTS = words(r"(?:wants?|wanted|hopes?|hoped|aims?|aimed|seeks?|is seeking|is ready) to $")
_STILL_CHINESE = words(r"(?:it|its|they|the (?:company|group|firm|companies|chinese))")


def _chinese_investment(reading: Reading, figure: Figure, tie: str) -> bool:
    """Whether the money was put in, and by China, which the sentence names or goes on about."""
    if not others(reading) and (reading.has(_IN_CHINA) or reading.has(_ANYWHERE)):
        return False
    ours = tie == "sentence" or _STILL_CHINESE.match(reading.flat, reading.start) is not None
    after = reading.flat[figure.end : min(reading.end, figure.end + 60)]
    put = _PUT_IN.search(reading.clause(figure.end)) or _FLOWED.search(after)
    return ours and put is not None


_IN_CHINA = words(r"invest\w* (?:in|into) (?:mainland )?China")
_ANYWHERE = words(r"(?:outbound|outward|overseas|global|worldwide) (?:direct )?investments?")
_FLOWED = words(
    r"flow\w*|pour\w*|gone|went|invested|put|came|come|pumped|sunk|agreed|signed|announced|made|"
    r"arriv\w*|spent|(?:was|were|has|have) (?:\w+ )?(?:into|in)"
)
_TAXED = words(r"(?:tariffs?|duties|levies|bans?|curbs|restrictions)(?: [\w']+){0,4} (?:on|hit)$")


def _untraded(reading: Reading, figure: Figure) -> bool:
    """Whether trade is only aimed at, or is what a tariff falls on."""
    before = reading.flat[max(reading.start, figure.start - 80) : figure.start].rstrip()
    return bool(_ONLY_AIM.search(reading.clause(figure.start)) or _TAXED.search(before))


def _subkind(reading: Reading, kind: str, at: tuple[int, int]) -> str:
    if kind == "donation":
        return "equipment value" if reading.has(_VALUE_OF_GOODS) else "goods"
    return _flow(reading, at) if kind == "trade_value" else ""


def _goods_given(reading: Reading, figure: Figure, kind: str, at: tuple[int, int]) -> bool:
    """Whether goods of that worth were given: as aid, or relief that China shipped."""
    cue = reading.flat[at[0] : at[1]].lower()
    if kind == "grant":
        return not cue.startswith("grant") and _in_goods(reading, figure)
    subjects = [m for m in reading.mentions if m.end <= at[0]]
    shipped = kind == "trade_value" and cue.startswith("ship") and subjects and subjects[-1].china
    return bool(shipped) and _RELIEF.match(reading.flat, figure.end, reading.end) is not None


_RELIEF = words(
    r"(?:'s?)?(?: \([^)]{2,40}\))?,? (?:worth of|in|of) "
    r"(?:(?:police|military|medical|relief|emergency|humanitarian|office|school|anti-[\w-]+) "
    r"(?:equipment|supplies|gear|goods|materials?)|medicines?|food|vaccines|tents|aid)"
)


def _in_goods(reading: Reading, figure: Figure) -> bool:
    """Whether the amount is the worth of goods: "$2 million in food aid", "worth of rice"."""
    if _WORTH_OF_GOODS.match(reading.flat, figure.end, reading.end):
        return True
    end = min(reading.end, figure.end + 30)
    return _VALUE_OF_GOODS.search(reading.flat, figure.end, end) is not None


def _flow(reading: Reading, at: tuple[int, int]) -> str:
    """Say which way goods went, seen from the partner: what China buys, the partner exports."""
    cue = reading.flat[at[0] : at[1]].lower()
    if cue.startswith(("trad", "turnover", "commerce")):
        return "total trade"
    selling = cue.startswith(("export", "ship", "sold", "sell", "sale"))
    before = reading.flat[reading.start : at[0]]
    acting = [
        m
        for m in reading.mentions
        if m.end <= at[0] and not _TO_OR_FROM.search(before[: m.start - reading.start])
    ]
    if acting:
        return "exports" if selling != acting[-1].china else "imports"
    return "exports" if _TO_CHINA.search(reading.text) or not (selling or acting) else "imports"


_TO_OR_FROM = words(r"(?:to|from|with|by|than|of) (?:the )?$")
_TO_CHINA = words(
    r"(?:export\w*|ship\w*|sales?|sold|sent)(?: [\w',$.]+){0,8}? to (?:China|Beijing)"
)


def status_of(reading: Reading, figure: Figure, kind: str) -> str:
    """Say whether money was pledged, delivered or signed for; trade has no status."""
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
