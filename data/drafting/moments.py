"""Moments: which time of a sentence is that of an event, and how it came to be its date."""

import re

from data import dates
from data.drafting.events import LAST_BEFORE, Event
from data.drafting.patterns import words
from data.drafting.reading import Reading
from data.drafting.times import Time

_SAID = words(
    r"(?:said|says|told (?:\w+ ){1,3}|announced|reported|according to [\w "
    r"]{3,40}|in a statement|stated|confirmed)"
    r"(?: (?:[\w']+ ){0,2})? ?(?:on |late |early )?"
)
PAST = words(r"was|were|had been|became|used to be")
"""A rank without a year is told in the present, unless a word like these says otherwise."""
_THE_SAME = words(
    r"(?:the|this|that|their) (?:\w+[ -]){0,3}?(?:visit|trip|meeting|talks|"
    r"summit|dam|deal|ceremony|\w+ project)"
)
_STOCK = frozenset(
    {
        "loan",
        "investment",
        "trade_value",
        "grant",
        "donation",
        "membership",
        "visit_exchange",
        "deployment",
    }
)
"""What may be counted since a day, or last since then."""
ALWAYS = frozenset({"trade_rank", "trade_comparison", "vessel_count", "statement"})
"""What is told as it is, whatever the mood of its sentence."""
_FAR = 260
_INHERITED = "inherited from the sentence before"


def moment(event: Event) -> tuple[Time | None, str]:
    """Return the time nearest to the event, and how it came to be its date."""
    reading = event.reading
    if event.when:
        return event.when, LAST_BEFORE if event.kind == "visit" else _INHERITED
    stock = event.kind in _STOCK or event.status == "ongoing"
    usable = [
        t
        for t in reading.times
        if (t.sort != "since" or stock)
        and not (event.kind in _DECIDED and _is_end(reading, t))
        and not _of_another(event, t)
    ]
    ranked = sorted(usable, key=lambda t: (_away(event, t), t.start))
    if ranked and (_away(event, ranked[0]) < _FAR or _told_then(event, ranked)):
        best = ranked[0]
        note = "computed from the date of publication" if best.computed else ""
        if _reported(reading, best):
            if event.kind in ("visit", "visit_exchange", "trade_value", "trade_rank"):
                return None, ""
            if event.kind == "agreement" and _printed(reading, best):
                return None, ""
            note = f"{note}; when it was said".removeprefix("; ")
        return best, note
    if event.kind in ("trade_value", "trade_rank", "trade_comparison"):
        now = event.kind == "trade_rank" and not reading.has(PAST)
        return (None, "") if now else _of_the_year(reading)
    earlier = reading.previous
    if earlier and earlier.times and event.kind not in ALWAYS and reading.has(_THE_SAME):
        same = earlier.sentence.paragraph == reading.sentence.paragraph
        if same and earlier.times[0].sort == "at":
            return earlier.times[0], _INHERITED
    return None, ""


def _told_then(event: Event, ranked: list[Time]) -> bool:
    """Whether the one time of a sentence says, however far away, when a decision was told."""
    decided = event.kind in _DECIDED and len(ranked) == 1
    captioned = event.reading.sentence.caption and event.kind == "visit"
    return captioned or (decided and _reported(event.reading, ranked[0]))


_PRINTED = words(r"reported (?:\w+ )?(?:(?:in|last) )?$")


def _printed(reading: Reading, time: Time) -> bool:
    """Whether a paper reported it in some month, which came later than what it tells."""
    vague = len(time.edtf) < len("2024-06-12")
    return vague and _PRINTED.search(reading.flat, reading.start, time.start) is not None


_NAMED_BY = words(r"(?:an?|the|its|their|his|her|this|that|[A-Z]\w+'s) $")
_ITS_DAY = words(r" (?:[\w-]+ )?(?:visit|trip|tour|meeting|summit)")
"""What is dated by the year before it: "during his 2016 visit"."""
_OVER = words(r"over|about|after|following|for")
"""A month or a year behind one of these is that of what is complained of."""
_OF_WHAT = words(r"(?:that|which|who) (?:(?!and|but)[\w'.]+ ){1,6}?(?:(?:on|in|last|since) )?$")
_ACT_OF = words(r"(?:act|treaty|law|order|convention|code|agreement) of $")
_RELATIVE = words(r", (?:which|who|whose|where) [^,;]*,")


_SINCE_WHAT = words(
    r"(?:since|(?:years?|months?|weeks?|decades?) after) (?:[\w',-]+ ){2,14}?(?:(?:in|on|last) )?$"
)
"""What lies before a visit or a text: "the first since the two countries signed a pact in 2019"."""


def long_past(reading: Reading, time: Time) -> bool:
    """Whether a time is no day and over, and so none of what is still to come."""
    return (
        len(time.edtf) < len("2024-06-12") and dates.parse(time.edtf).reach[1] < reading.published
    )


def _of_another(event: Event, time: Time) -> bool:
    """Whether a time belongs to something else: "its 1951 treaty", "X, which opened in 2018,"."""
    flat, span = event.reading.flat, event.span
    if span[0] <= time.start < span[1]:
        return False
    before = flat[max(event.reading.start, time.start - 20) : time.start]
    if _ITS_DAY.match(flat, time.end):
        return False
    if re.match(r"\s[a-z]{4,}", flat[time.end : time.end + 5]) and _NAMED_BY.search(before):
        return re.fullmatch(r"\d{4}", time.text) is not None
    if _ACT_OF.search(before):
        return True
    vague = event.kind == "statement" and len(time.edtf) < len("2024-06-12")
    if vague and _OVER.search(flat[span[1] : time.start]):
        return True
    if span[1] <= time.start and _OF_WHAT.search(flat[span[1] : time.start]):
        return True
    if event.kind in ("visit", "agreement") and _SINCE_WHAT.search(
        flat[span[1] : max(span[1], time.start)]
    ):
        return True
    asides = (found.span() for found in event.reading.find(_RELATIVE))
    return any(a <= time.start < b and not a <= span[0] < b for a, b in asides)


_DECIDED = frozenset({"agreement", "sanction", "membership", "statement"})
"""What is done on one day and holds until another."""
_END = words(
    r"(?:until|till|by|before|no later than|through|expir\w+|run(?:s|ning)? out|deadline of)"
    r"(?: (?:on|in|at|the end of|late|early|mid)[ -]?)?"
)


def _is_end(reading: Reading, time: Time) -> bool:
    """Whether a time says until when something holds or has to be done: "until November"."""
    before = reading.flat[max(reading.start, time.start - 30) : time.start].rstrip()
    at_end = any(found.end() >= len(before) for found in _END.finditer(before))
    return at_end or _END.match(time.text) is not None


_TRADE = words(r"trad(?:e|ed|ing)|imports?|exports?|exported|imported")


def _of_the_year(reading: Reading) -> tuple[Time | None, str]:
    """Return the year of which the one or two sentences before told the trade."""
    earlier = reading.previous
    for _ in range(2):
        if earlier is None or not earlier.has(_TRADE):
            break
        years = [t for t in earlier.times if re.fullmatch(r"\d{4}", t.edtf) and t.sort == "at"]
        if years:
            return years[0], _INHERITED
        earlier = earlier.previous
    return None, ""


def _away(event: Event, time: Time) -> int:
    figure = event.figure
    span = (figure.start, figure.end) if figure and figure.money else event.span
    far = event.reading.distance(span, (time.start, time.end))
    low, high = sorted((span, (time.start, time.end)))
    between = [f for f in event.reading.figures if f.money and low[1] < f.start < high[0]]
    far += 60 if between else 0
    parted = event.kind != "trade_value" and ";" in event.reading.flat[low[1] : high[0]]
    far += _FAR if parted else 0
    far += 80 if _reported(event.reading, time) else 0
    far += 200 if _THIS_YEAR.fullmatch(time.text) else 0
    if event.kind == "visit_exchange":
        return far - (200 if time.sort == "since" else 0)
    return far + (40 if time.sort == "since" else 0)


_THIS_YEAR = words(r"(?:(?:earlier|later|early|late) )?this year")
"""Too vague to be the date where the sentence has another."""


def _reported(reading: Reading, time: Time) -> bool:
    """Whether a time says when something was said: "told reporters Monday"."""
    before = reading.flat[max(reading.start, time.start - 45) : time.start]
    return any(found.end() >= len(before.rstrip()) for found in _SAID.finditer(before))
