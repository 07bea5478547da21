"""Times: dates as printed or as reckoned from the day of publication, in EDTF.

"Last week" is the week from Monday to Sunday before that of the publication. A weekday is the
last one, the day of publication included, or the next where the clause looks ahead.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from data.drafting import reckoning
from data.drafting.patterns import exact, words
from data.drafting.reckoning import Moment

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?!\d)"
_YEAR = r"(?:19[4-9]\d|20[0-4]\d)(?!\d)"
_NUMBER = r"\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few"
_AHEAD = words(
    r"will|would|should|to be held|plans?|planned|planning|scheduled|upcoming|"
    r"expected|is set to|are set to|due|"
    r"next|is to|are to|until|by(?= (?:the end|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|"
    r"Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|next))|before the end|"
    r"intends?|slated|poised|later this|arrives|begins|starts|departs|leaves|flies|travels"
)
_SAID = words(
    r"(?:said|says|told|announced|reported|reporters|according|statement|confirmed)[\w ,]{0,20}"
)


@dataclass(frozen=True)
class Time:
    """A time in the text, in EDTF. ``sort`` is at, since, until or within a span of time.

    ``computed`` says that it was reckoned from the day of publication.
    """

    start: int
    end: int
    text: str
    edtf: str
    sort: str = "at"
    computed: bool = False


def times(flat: str, start: int, end: int, published: date) -> list[Time]:
    """Return the times between two offsets of the text, in order; none lies in another.

    What looks like a date and is none, such as 30 February, is passed over whole.
    """
    if not _ANY.search(flat, start, end):
        return []
    found: list[Time] = []
    for pattern, read, sort in _RULES:
        for match in pattern.finditer(flat, start, end):
            if any(match.start() < t.end and t.start < match.end() for t in found):
                continue
            edtf = read(match, Moment(published, _looks_ahead(flat, start, match)))
            computed = not re.search(r"\d{4}", match[0])
            text = match[0].strip()
            found.append(Time(match.start(), match.end(), text, edtf, sort, computed))
    return sorted((time for time in found if time.edtf), key=lambda time: time.start)


_ANY = re.compile(
    r"\d|day|tonight|last\s+night|this\s+(?:morn|aft|even)|week|month|year|decade|tomorrow|spring|summer|fall|autumn|quarter|half|"
    r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec",
    re.IGNORECASE,
)
"""No sentence without one of these has a time in it; most have none."""


def _looks_ahead(flat: str, start: int, match: re.Match[str]) -> bool:
    before = flat[max(start, match.start() - 90) : match.start()]
    last = before.rsplit(";", 1)[-1]
    said = _SAID.search(last[-28:])
    return bool(_AHEAD.search(last)) and not said


_TAIL = r" (?:of )?(?i:last|this) year"
_PREFIX = r"(?:early|late|mid|mid-|earlier|later|the end of|the beginning of|the start of)"
_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Moment], str], str], ...] = (
    (
        exact(
            rf"\b(?i:since)(?: (?i:early|late|mid))?[ -](?P<m>{_MONTH})(?: "
            rf"(?P<d>{_DAY}))?(?:,? (?P<y>{_YEAR}))?"
        ),
        reckoning.since_month,
        "since",
    ),
    (
        exact(rf"\b(?i:since)(?: (?i:early|late|mid))?[ -](?P<y>{_YEAR})"),
        reckoning.since_year,
        "since",
    ),
    (
        exact(
            rf"\b(?P<m>{_MONTH}) ?(?P<d>{_DAY})(?: ?[-–] ?| to | through | and | until )"
            rf"(?:(?P<m2>{_MONTH}) )?(?P<d2>{_DAY})(?:,? (?P<y>{_YEAR}))?"
        ),
        reckoning.day_span,
        "at",
    ),
    (
        exact(
            rf"\b(?P<d>{_DAY})(?: ?[-–] ?| to | through | and | until )(?P<d2>{_DAY}) "
            rf"(?P<m>{_MONTH})(?P<m2>(?!))?(?:,? (?P<y>{_YEAR}))?"
        ),
        reckoning.day_span,
        "at",
    ),
    (exact(rf"\b(?P<m>{_MONTH}) ?(?P<d>{_DAY}),? ?(?P<y>{_YEAR})"), reckoning.full, "at"),
    (exact(rf"\b(?P<d>{_DAY})(?: of)? (?P<m>{_MONTH}),? (?P<y>{_YEAR})"), reckoning.full, "at"),
    (exact(r"\b(?P<y>(?:19|20)\d\d)-(?P<mm>\d\d)-(?P<dd>\d\d)\b"), lambda m, _: m[0], "at"),
    (
        exact(
            rf"\b(?P<m>{_MONTH})(?: ?[-–] ?| to | through | and | until )(?P<m2>{_MONTH})"
            rf"(?! \d{{1,2}}\b)(?:,? (?:of )?(?P<y>{_YEAR})| (?P<tail>(?i:last|this) year))?"
        ),
        reckoning.month_span,
        "at",
    ),
    (exact(rf"\b(?P<m>{_MONTH}),? (?:of )?(?P<y>{_YEAR})"), reckoning.month_and_year, "at"),
    (
        exact(rf"\b(?P<m>{_MONTH}) (?P<d>{_DAY})(?![\d,]*\d)(?P<tail>{_TAIL})?"),
        reckoning.day_and_month,
        "at",
    ),
    (
        exact(rf"\b(?P<d>{_DAY})(?: of)? (?P<m>{_MONTH})(?P<tail>{_TAIL})?"),
        reckoning.day_and_month,
        "at",
    ),
    (
        words(
            r"(?P<which>first|last|final|second|third|fourth) (?:(?P<n>\w+) "
            r")?(?P<unit>months|quarter|half)"
            rf"(?: of (?:(?P<rel>last|this|the) year|(?P<y>{_YEAR}))|(?<=quarter)|(?<=half)(?! \w))"
        ),
        reckoning.months_of_year,
        "at",
    ),
    (
        words(
            rf"(?:from|between) (?P<y>{_YEAR})(?: to | and | until | through |[-–])(?P<y2>{_YEAR})"
        ),
        reckoning.span_of_years,
        "within",
    ),
    (words(rf"(?P<y>{_YEAR})[-–](?P<y2>{_YEAR}|\d\d)"), reckoning.span_of_years, "within"),
    (
        exact(rf"\b{_YEAR}(?: \([^)]*\))?, {_YEAR}(?: \([^)]*\))?,? (?:and|through) {_YEAR}"),
        reckoning.listed_years,
        "within",
    ),
    (exact(rf"\b(?P<y>{_YEAR}) and (?P<y2>{_YEAR})"), reckoning.span_of_years, "within"),
    (
        exact(
            rf"\b(?i:(?:in|during|by|of|for|until|around|from|through|on|to|every)|"
            rf"(?P<rel>last|this|next)) "
            rf"(?:(?i:{_PREFIX})[ -])?(?P<m>{_MONTH})(?! \d)(?:(?: of)? (?P<tail>(?i:last|this|"
            rf"the same) year))?"
        ),
        reckoning.bare_month,
        "at",
    ),
    (
        exact(
            rf"\b(?i:{_PREFIX})[ -](?P<rel>(?!))?(?P<m>{_MONTH})(?! \d)(?P<tail> (?i:last) year)?"
        ),
        reckoning.bare_month,
        "at",
    ),
    (
        words(
            rf"(?P<n>{_NUMBER})(?: and a half)? (?P<unit>decades?|years?|months?|weeks?|"
            rf"days?) (?:ago|earlier)"
        ),
        reckoning.ago,
        "at",
    ),
    (
        words(
            rf"(?:over|in|during|within|for)?(?: the)? (?P<way>past|last|next|coming) "
            rf"(?:(?P<n>{_NUMBER}) )?"
            r"(?P<unit>decades?|years|months|weeks|days)"
        ),
        reckoning.past_span,
        "within",
    ),
    (
        words(
            rf"(?:{_PREFIX} )?(?P<rel>last|this|next|past|previous) (?P<unit>week|month|"
            rf"year|weekend)(?!'s)"
        ),
        reckoning.relative,
        "at",
    ),
    (
        words(r"(?:the )?(?P<rel>last|past|previous|this) (?:financial|fiscal) year"),
        reckoning.fiscal_year,
        "at",
    ),
    (words(r"over the weekend|at the weekend"), reckoning.over_the_weekend, "at"),
    (
        exact(
            rf"\b(?P<day>{_WEEKDAY})(?: ?[-–] ?| to | through | and | until )(?P<day2>{_WEEKDAY})\b"
        ),
        reckoning.weekday_span,
        "at",
    ),
    (
        exact(
            rf"\b(?:(?P<rel>last|next|this|Last|Next|This) )?(?P<day>{_WEEKDAY})\b"
            rf"(?!,? (?:{_MONTH} \d|\d{{1,2}} {_MONTH}))"
        ),
        reckoning.weekday,
        "at",
    ),
    (
        words(r"today|yesterday|tomorrow|tonight|last night|this (?:morning|afternoon|evening)"),
        reckoning.today,
        "at",
    ),
    (
        words(
            rf"(?:(?P<rel>last|this|next|in the|in) )(?P<season>spring|summer|fall|"
            rf"autumn)(?: of (?P<y>{_YEAR}))?"
        ),
        reckoning.season,
        "at",
    ),
    (exact(rf"\b(?P<y>{_YEAR})s\b"), reckoning.decade, "within"),
    (exact(rf"(?<![\w$.,-])(?P<y>{_YEAR})(?![\w%-])(?!,\d)"), reckoning.year, "at"),
)
"""Rules in order, the longer before the shorter: pattern, reading, sort."""
