"""Frames of money: the word nearest to an amount says whether it was lent, given or traded."""

import re
from collections.abc import Iterator
from dataclasses import replace

from data.drafting import partners
from data.drafting.events import Event
from data.drafting.figures import Figure
from data.drafting.frames.cues import BUILT, nearest, only
from data.drafting.frames.givers import by_rival, from_other, link
from data.drafting.frames.goods import arms
from data.drafting.frames.projects import built_next, chinese_works
from data.drafting.frames.sides import subject
from data.drafting.gazetteer import CHINA, Mention
from data.drafting.moods import PLANNED
from data.drafting.patterns import words
from data.drafting.reading import BOTH_SIDES, Reading

_GOODS = (
    r"(?:equipment|supplies|vehicles|goods|vaccines|medicines?|food|rice|grain|wheat|flour|tents|"
    r"computers|generators|materials?|gear|fertili[sz]ers?|uniforms|machinery|buses|trucks)"
)
_VALUE_OF_GOODS = words(_GOODS)
_WORTH_OF_GOODS = words(
    rf"(?:'s?)?(?: \([^)]{{2,40}}\))?,? (?:worth of|worth in|in|of) (?:[\w'-]+,? ){{0,5}}?{_GOODS}"
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
    r"invest(?:s|ed|ing)?|reach\w*|total\w*|stood at|stands at|amount\w*|accounted for|pour\w*|"
    r"bought|buy(?:s|ing)|acquir\w+|purchased|paid|pays?|took|taken|spen[dt]s?|spending|puts?|"
    r"s[iu]nk|come|came|pump\w*|plough\w*|sold|pass(?:ed|es)|rose|risen|grew|grown|fell|fallen|dropped|jumped|"
    r"climbed|peaked|hit|exceed\w*|surpass\w*|topp\w+|worth|valued|flow\w*|brought|attracted|"
    r"inject\w*|channel\w*|commit\w*|pledg\w*|promis\w*|injected|was|were"
)
_SIGNED = words(r"sign\w*|secured|inked|agreement|contract|deal")
_ONLY_AIM = words(r"(?:aim|target|goal|hop|could|seek|want|wish|worth of damage)\w*")


def money(reading: Reading) -> Iterator[Event]:
    """Yield amounts of money between China and the partner, each under the nearest word's kind."""
    told = [event for event in _told(reading) if event]
    yield from (event for event in told if not _part(reading, event, told))
    yield from _also(reading, told)
    if not told:
        yield from _gone_on(reading)


def _told(reading: Reading) -> Iterator[Event]:
    for figure in _sums(reading):
        cue = nearest(reading, figure)
        if cue is None:
            continue
        kind, at = cue
        tie = "" if _not_ours(reading, figure, kind) else _tie(reading, figure, kind)
        if kind == "nothing" or not tie:
            continue
        event = _event(reading, figure, kind, at, tie)
        if event is None and kind == "project" and (cue := only(reading, figure)):
            event = _event(reading, figure, *cue, tie)
        if event:
            yield event


def _tie(reading: Reading, figure: Figure, kind: str) -> str:
    """Say what ties an amount to China; for a building the next sentence may, by its builder."""
    tie = link(reading, figure, given=kind != "trade_value")
    if tie or kind != "project":
        return tie
    if reading.about_china and reading.has(_JOINT):
        return "the two sides"
    return "the sentence after" if built_next(reading) else ""


_JOINT = words(r"joint (?:[\w-]+ )?projects")


def _sums(reading: Reading) -> Iterator[Figure]:
    """Yield the amounts that a sentence tells, each once and as it is now."""
    for index, figure in enumerate(reading.figures):
        if figure.money and not _converted(reading, index) and not _replaced(reading, figure):
            yield figure


_OF_WHICH = words(r"(?:of which|of that|of this|of it|of them|including)(?: [\w'-]+){0,3} ?$")


def _part(reading: Reading, event: Event, told: list[Event]) -> bool:
    """Whether a debt or gift is only a part of the one told just before: "of which $1 billion"."""
    if event.kind == "trade_value" or event.figure is None:
        return False
    before = reading.flat[max(reading.start, event.figure.start - 40) : event.figure.start]
    wholes = [e for e in told if e.kind == event.kind and e.figure and e.figure != event.figure]
    return _OF_WHICH.search(before) is not None and any(
        whole.figure.value > event.figure.value and whole.figure.start < event.figure.start
        for whole in wholes
        if whole.figure
    )


def _also(reading: Reading, told: list[Event]) -> Iterator[Event]:
    """Yield amounts in a row with one that was told: "$5 million for roads and $3 million for"."""
    for figure in _sums(reading):
        before = [e for e in told if e.figure and e.figure.end <= figure.start]
        if any(e.figure == figure for e in told) or not before:
            continue
        first, at = before[-1], before[-1].figure
        if at and _in_a_row(reading, at, figure, first.kind):
            span = (figure.start, figure.end)
            yield replace(first, start=span[0], end=span[1], figure=figure, unit=figure.unit)


def _in_a_row(reading: Reading, first: Figure, other: Figure, kind: str) -> bool:
    """Whether two amounts stand in one row, and no word says that the other is something else."""
    own = nearest(reading, other)
    between = [m for m in reading.mentions if first.end < m.start < other.start]
    strangers = any(m.iso3 not in (reading.focus, CHINA) for m in between)
    if strangers or (own and own[0] not in ("project", kind)):
        return False
    gap = reading.flat[first.end : other.start].strip() + " "
    return bool(_ROW.fullmatch(gap) and link(reading, other, given=kind != "trade_value"))


_ROW = words(
    r"(?:(?!(?:while|but|which|who|after|before|than|from|when|because|of|built|bought|sold|owes?)\b)"
    r"[\w',()$-]+ )*?"
    r"(?:(?:and|plus|as well as)(?: [\w'-]+){0,3} )?"
)


def _gone_on(reading: Reading) -> Iterator[Event]:
    """Yield amounts by which a sentence goes on about the loan or gift of those before."""
    if not _GOES_ON.match(reading.flat, reading.start, reading.end) or by_rival(reading):
        return
    earlier, told = _told_before(reading)
    known = {m.iso3 for m in earlier.mentions} | {reading.focus, ""}
    strangers = any(m.iso3 not in known for m in reading.mentions)
    if len({event.kind for event in told}) != 1 or strangers or reading.has(_PAID_BACK):
        return
    first = told[0]
    pair = partners.partners(earlier, *first.span)
    for figure in _sums(reading):
        own = nearest(reading, figure)
        before = reading.flat[max(reading.start, figure.start - 30) : figure.start].rstrip()
        if (own is None or own[0] in ("project", first.kind)) and not _SHARE.search(before):
            again = _PROMISED.match(reading.flat, figure.end, reading.end)
            span, sort = (figure.start, again.end() if again else figure.end), first.subkind
            event = Event(reading, first.kind, *span, sort, pair, figure, figure.unit)
            status = _status(reading, figure, first.kind)
            yield replace(event, status=status, inherited="the sentence before")


_PROMISED = words(r" (?:that|which) (?:was|were|had been|has been) \w+")
_BACK = 3


def _told_before(reading: Reading) -> tuple[Reading, list[Event]]:
    """Return the last of the sentences before that tells amounts, and what it tells."""
    earlier = reading
    for _ in range(_BACK):
        if earlier.previous is None:
            break
        earlier = earlier.previous
        told = list(_told(earlier))
        if told:
            return earlier, told
    return earlier, []


_PAID_BACK = words(
    r"pa(?:id|y|ys|ying) (?:\w+ )?back|repa(?:id|y|ys|ying|yments?)|interest|instal+ments?"
)
_GOES_ON = words(
    r"(?:(?:in|by|for|over|since) [\w ]{3,30},? )?(?:it|this|that|these|another|an? (?:further|"
    r"additional|extra)|among (?:them|the)|(?:the|this|that) (?:sum|amount|money|figure|total|loan|"
    r"grant|aid|package|investments?|assistance|donation|debt|credit|help|funds?)|(?:[$€£\d.]+ )"
    r"(?:million|billion) (?:more|of (?:it|that|this)))"
)


_WHOLE = words(r"of (?:the|its|a|that|this|some)(?: total(?: of)?)?$")
_SHARE = words(
    r"(?:percent|half|thirds?|quarters?|part|most|share|portion|some|bulk|rest|majority) of "
    r"(?:the|its|a|that|this)?$"
)
_GIVEN_KINDS = frozenset({"loan", "grant", "donation", "project", "investment"})


def _not_ours(reading: Reading, figure: Figure, kind: str) -> bool:
    """Whether the amount came from somebody else, or is a whole of which China's is a share."""
    before = reading.flat[max(reading.start, figure.start - 30) : figure.start].rstrip()
    whole = _WHOLE.search(before)
    if whole and not reading.flat[reading.start : figure.start - len(whole[0]) - 1].strip(' ",'):
        return True
    if kind == "trade_value":
        return _with_other(reading, figure) or _all_trade(reading)
    if kind not in _GIVEN_KINDS:
        return False
    if not _others(reading) and reading.topic == "USA":
        return True  # of whom nobody tells that China gave or lent to them
    built = _BUILT.match(reading.flat, figure.end) or _WHICH_COST.match(reading.flat, figure.end)
    return from_other(reading, figure) or (_SHARE.search(before) is not None and not built)


def _others(reading: Reading) -> list[Mention]:
    return [m for m in partners.usable(reading) if m.iso3 or m.sort == "region"]


def _all_trade(reading: Reading) -> bool:
    """Whether only China is named, and nobody with whom it trades: its trade with all the world."""
    alone = bool(reading.china) and not _others(reading)
    return alone and not reading.has(BOTH_SIDES) and not reading.has(_WITH_WHOM)


_WITH_WHOM = words(
    r"(?:with|to|from|between) (?:the )?(?:China|Chinese|Beijing)|Chinese (?:[\w-]+ ){0,2}"
    r"(?:goods|products|cars|vehicles)|there|the (?:two|pair)|it|them|American|"
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


def _event(
    reading: Reading, figure: Figure, kind: str, at: tuple[int, int], tie: str
) -> Event | None:
    if kind == "project":
        return _cost(reading, figure, at)
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
        status=_status(reading, figure, kind),
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
    if _IN_CHINA.search(reading.text) and not _others(reading):
        return False
    ours = tie == "sentence" or _STILL_CHINESE.match(reading.flat, reading.start) is not None
    after = reading.flat[figure.end : min(reading.end, figure.end + 60)]
    put = _PUT_IN.search(reading.clause(figure.end)) or _FLOWED.search(after)
    return ours and put is not None


_IN_CHINA = words(r"invest\w* (?:in|into) (?:mainland )?China")
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


def _cost(reading: Reading, figure: Figure, at: tuple[int, int]) -> Event | None:
    """Read the cost of something built as a loan, where the text speaks of Chinese financing.

    Chinese banks lend for nearly all that Chinese firms build; the reviewer is told.
    """
    built, plans = chinese_works(reading), _PLANS.match(reading.flat, at[0], figure.start)
    if _PLANT.search(reading.flat, *at) and reading.has(_FIRM_OPENS):
        kind = "investment"
    else:
        lent = reading.financed and not plans and not reading.has(_PAID_FOR)
        kind = "loan" if lent else "project" if built or plans else ""
    if not kind or not _attached(reading, figure, at) or _called_off(reading, figure):
        return None
    span = (min(figure.start, at[0]), max(figure.end, at[1]))
    sort = "infrastructure" if kind == "project" else ""
    note = "the cost of what was built, in a text that speaks of Chinese financing"
    event = Event(reading, kind, *span, sort, figure=figure, unit=figure.unit)
    return replace(event, inherited="" if kind == "project" else note)


def _attached(reading: Reading, figure: Figure, at: tuple[int, int]) -> bool:
    """Whether an amount is the cost of what is named: "the $2 billion dam", "it cost ..."."""
    if at[1] <= figure.start:
        if _WORTH.fullmatch(reading.flat, at[0], figure.start):
            return True
        said = reading.flat[at[0] : at[1]].lower().startswith(("cost", "price"))
        ahead = _WILL.search(reading.flat[max(reading.start, at[0] - 12) : at[0]])
        return said and not ahead and figure.start - at[1] < 30 and _something_built(reading)
    after = reading.flat[figure.end : at[0]]
    apart = re.search(r"\b(?:to|that|and|for|which|will|under|in)\b|\.", after)
    return len(after) < 50 and not apart


_PAID_FOR = words(r"pa(?:id|ys|ying) for|gifts?|donat\w+|free of charge|at no cost")
_WORTH = words(
    r"[\w-]+(?: [\w-]+){0,3} (?:worth|valued at|estimated at|totall?ing|costing|"
    r"with a (?:cost|value|price tag) of)(?: a total of)? "
)
"""From what is built to what it is worth: "a refinery worth $2 billion"."""
_PLANS = words(r"projects (?:[\w-]+ ){0,3}(?:worth|valued|estimated|totall?ing) ")
"""Projects of which no loan is told."""
_PLANT = words(r"plants?|factory|factories|refinery|smelters?")
_FIRM_OPENS = words(
    r"(?:opened|opens|opening|build(?:s|ing)?|built|launched|inaugurated|started|completed)"
    r" (?:an? |its |the )?(?:first )?"
)
_WILL = words(r"(?:will|would|could|may|might|to) $")
_WORKS = words(BUILT)
_IT = words(r"(?:it|which|they)")


def _something_built(reading: Reading) -> bool:
    """Whether the sentence names what was built, or goes on about it as "it"."""
    earlier = reading.previous
    again = _IT.match(reading.flat, reading.start) and earlier and earlier.has(_WORKS)
    return reading.has(_WORKS) or bool(again)


_OFF = words(r"cancel\w*|scrap\w*|suspend\w*|halt\w*|shelv\w*|call\w* off|reject\w*|abandon\w*")


def _called_off(reading: Reading, figure: Figure) -> bool:
    return bool(_OFF.search(reading.clause(figure.start)))


_SAME_SUM = re.compile(
    r"\s*(?:\(|, or|,? equivalent to|,? which is|,? the equivalent of|,? about|\[|[-–—/])\s*"
    r"(?:or |then |today |worth |US )?(?:about |around |nearly |roughly |some )?\s*"
)


def _converted(reading: Reading, index: int) -> bool:
    """Whether a figure only repeats the one before it in another currency, in brackets."""
    before, this = reading.figures[index - 1], reading.figures[index]
    if not index or not before.money or before.unit == this.unit:
        return False
    return _SAME_SUM.fullmatch(reading.flat, before.end, this.start) is not None


def _replaced(reading: Reading, figure: Figure) -> bool:
    before = reading.flat[max(reading.start, figure.start - 45) : figure.start].rstrip()
    if _REPLACED.search(before):
        return True
    return bool(_BY.search(before) and _CHANGED.search(before)) or bool(_CHANGED.search(before))


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
