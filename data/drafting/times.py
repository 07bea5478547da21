"""Times: dates as printed or as reckoned from the day of publication, in EDTF.

"Last week" is the week from Monday to Sunday before that of the publication. A weekday is the
last one, the day of publication included, or the next where the clause looks ahead.
"""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from data.drafting.figures import NUMBER_WORDS
from data.drafting.patterns import exact, words

_MONTHS = {name[:3].lower(): number for number, name in enumerate(calendar.month_name) if number}
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
)
_DAYS = [name.lower() for name in calendar.day_name]
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?!\d)"
_YEAR = r"(?:19[4-9]\d|20[0-4]\d)(?!\d)"
_NUMBER = r"\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few"
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "fall": (9, 11), "autumn": (9, 11)}
_AHEAD = words(
    r"will|would|should|to be held|plans?|planned|planning|scheduled|upcoming|"
    r"expected|is set to|are set to|due|"
    r"next|is to|are to|until|by(?= (?:the end|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|"
    r"Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|next))|before the end|"
    r"intends?|slated|poised|later this|through"
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


@dataclass(frozen=True)
class _Moment:
    """What a time is reckoned from: the day of publication, and whether the clause looks ahead."""

    published: date
    ahead: bool


def times(flat: str, start: int, end: int, published: date) -> list[Time]:
    """Return the times between two offsets of the text, in order; none lies in another."""
    found: list[Time] = []
    for pattern, read, sort, computed in _RULES:
        for match in pattern.finditer(flat, start, end):
            if any(match.start() < t.end and t.start < match.end() for t in found):
                continue
            edtf = read(match, _Moment(published, _looks_ahead(flat, start, match)))
            if edtf:
                text = match[0].strip()
                found.append(Time(match.start(), match.end(), text, edtf, sort, computed))
    return sorted(found, key=lambda time: time.start)


def week(day: date) -> tuple[date, date]:
    """Return the Monday and the Sunday of the day's week."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def _looks_ahead(flat: str, start: int, match: re.Match[str]) -> bool:
    before = flat[max(start, match.start() - 90) : match.start()]
    last = before.rsplit(";", 1)[-1]
    said = _SAID.search(last[-28:])
    return bool(_AHEAD.search(last)) and not said


def _month(name: str) -> int:
    return _MONTHS[name[:3].lower()]


def _day(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _on(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _year_of(month: int, day: int, moment: _Moment) -> int:
    """Return the year of a date without one: the last such date, or the next ahead."""
    this = moment.published.year
    passed = (month, day) <= (moment.published.month, moment.published.day)
    if moment.ahead:
        return this + (passed and moment.published.month - month > 5)
    return this if passed else this - 1


def _full(match: re.Match[str], moment: _Moment) -> str:
    return _on(int(match["y"]), _month(match["m"]), _day(match["d"]))


def _day_and_month(match: re.Match[str], moment: _Moment) -> str:
    month, day = _month(match["m"]), _day(match["d"])
    return _on(_year_of(month, day, moment), month, day)


def _day_span(match: re.Match[str], moment: _Moment) -> str:
    first, last = _month(match["m"]), _month(match["m2"] or match["m"])
    end_year = int(match["y"]) if match["y"] else _year_of(last, _day(match["d2"]), moment)
    start = _on(end_year - (first > last), first, _day(match["d"]))
    end = _on(end_year, last, _day(match["d2"]))
    return f"{start}/{end}" if start and end and start < end else start


def _month_and_year(match: re.Match[str], moment: _Moment) -> str:
    return f"{match['y']}-{_month(match['m']):02}"


def _bare_month(match: re.Match[str], moment: _Moment) -> str:
    month, word = _month(match["m"]), " ".join((match["rel"] or "").lower().split())
    this = moment.published.year
    if (match["tail"] or "").lower().startswith("last"):
        year = this - 1
    elif word == "next":
        year = this + (month <= moment.published.month)
    elif word == "this":
        year = this
    else:
        year = _year_of(month, 1, moment)
    return f"{year}-{month:02}"


def _span_of_years(match: re.Match[str], moment: _Moment) -> str:
    last = match["y2"] if len(match["y2"]) == 4 else match["y"][:2] + match["y2"]
    return f"{match['y']}/{last}" if match["y"] < last else match["y"]


def _listed_years(match: re.Match[str], moment: _Moment) -> str:
    years = re.findall(_YEAR, match[0])
    return f"{min(years)}/{max(years)}"


def _months_of_year(match: re.Match[str], moment: _Moment) -> str:
    number = _count(match["n"] or "one")
    year = (
        int(match["y"])
        if match["y"]
        else moment.published.year - ((match["rel"] or "").lower() == "last")
    )
    unit = match["unit"].lower()
    length = number * {"month": 1, "quarter": 3, "half": 6}[unit.rstrip("s")]
    last = match["which"].lower() in ("last", "final", "second")
    if unit == "half":
        return f"{year}-07/{year}-12" if last else f"{year}-01/{year}-06"
    if match["which"].lower() in ("second", "third", "fourth") and unit == "quarter":
        first = {"second": 4, "third": 7, "fourth": 10}[match["which"].lower()]
        return f"{year}-{first:02}/{year}-{first + 2:02}"
    if not 1 <= length <= 12:
        return ""
    return f"{year}-{13 - length:02}/{year}-12" if last else f"{year}-01/{year}-{length:02}"


def _count(word: str) -> int:
    plain = word.lower()
    if plain.isdigit():
        return int(plain)
    return int(NUMBER_WORDS.get(plain, {"several": 3, "few": 3}.get(plain, 1)))


def _ago(match: re.Match[str], moment: _Moment) -> str:
    number, unit = _count(match["n"]), match["unit"].lower().rstrip("s")
    if match["n"].lower() in ("several", "few"):
        return ""
    if unit == "decade":
        return str(moment.published.year - 10 * number)
    if unit == "year":
        return str(moment.published.year - number)
    if unit == "month":
        return _months_off(moment.published, -number)
    if unit == "week":
        return "/".join(d.isoformat() for d in week(moment.published - timedelta(weeks=number)))
    return (moment.published - timedelta(days=number)).isoformat()


def _past_span(match: re.Match[str], moment: _Moment) -> str:
    number, unit = _count(match["n"] or "one"), match["unit"].lower().rstrip("s")
    years = number * {"decade": 10, "year": 1}.get(unit, 0)
    ahead = match["way"].lower() in ("next", "coming")
    if years:
        other = moment.published.year + (years if ahead else -years)
        today = moment.published.isoformat()
        return f"{today}/{other}" if ahead else f"{other}/{today}"
    days = number * {"month": 30, "week": 7, "day": 1}[unit]
    other_day = moment.published + timedelta(days=days if ahead else -days)
    ends = sorted([moment.published, other_day])
    return f"{ends[0].isoformat()}/{ends[1].isoformat()}"


def _months_off(day: date, number: int) -> str:
    months = day.year * 12 + day.month - 1 + number
    return f"{months // 12}-{months % 12 + 1:02}"


def _relative(match: re.Match[str], moment: _Moment) -> str:
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "this": 0, "the": 0}[
        match["rel"].lower()
    ]
    unit = match["unit"].lower()
    if unit == "year":
        return str(moment.published.year + step)
    if unit == "month":
        return _months_off(moment.published, step)
    if unit == "weekend":
        return _weekend(moment.published, step)
    first, last = week(moment.published + timedelta(weeks=step))
    return f"{first.isoformat()}/{last.isoformat()}"


def _weekend(published: date, step: int) -> str:
    past = step < 0 and published.weekday() <= 4
    saturday = week(published)[0] + timedelta(days=-2 if past else 5)
    return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"


def _over_the_weekend(match: re.Match[str], moment: _Moment) -> str:
    return _weekend(moment.published, -1)


def _weekday(match: re.Match[str], moment: _Moment) -> str:
    wanted = _DAYS.index(match["day"].lower())
    back = (moment.published.weekday() - wanted) % 7
    word = (match["rel"] or "").lower()
    if word == "next" or (moment.ahead and word != "last"):
        return (
            moment.published + timedelta(days=(wanted - moment.published.weekday()) % 7 or 7)
        ).isoformat()
    return (moment.published - timedelta(days=back or (7 if word == "last" else 0))).isoformat()


def _today(match: re.Match[str], moment: _Moment) -> str:
    step = {"yesterday": -1, "tomorrow": 1}.get(match[0].lower().split()[0], 0)
    return (moment.published + timedelta(days=step)).isoformat()


def _season(match: re.Match[str], moment: _Moment) -> str:
    first, last = _SEASONS[match["season"].lower()]
    word = (match["rel"] or "").lower()
    year = (
        int(match["y"])
        if match["y"]
        else moment.published.year + {"last": -1, "next": 1}.get(word, 0)
    )
    if word == "last" and last < moment.published.month:
        year += 1
    return f"{year}-{first:02}/{year}-{last:02}"


def _year(match: re.Match[str], moment: _Moment) -> str:
    return match["y"]


def _since_month(match: re.Match[str], moment: _Moment) -> str:
    month = _month(match["m"])
    behind = _Moment(moment.published, ahead=False)
    year = int(match["y"]) if match["y"] else _year_of(month, _day(match["d"] or "1"), behind)
    day = _on(year, month, _day(match["d"])) if match["d"] else f"{year}-{month:02}"
    return _until_today(day, moment)


def _since_year(match: re.Match[str], moment: _Moment) -> str:
    return _until_today(match["y"], moment)


def _until_today(start: str, moment: _Moment) -> str:
    today = moment.published.isoformat()
    return f"{start}/{today}" if start and start <= today else ""


def _decade(match: re.Match[str], moment: _Moment) -> str:
    return match["y"][:3] + "X"


_PREFIX = r"(?:early|late|mid|mid-|earlier|later|the end of|the beginning of|the start of)"
_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], _Moment], str], str, bool], ...] = (
    (
        exact(
            rf"\b(?i:since)(?: (?i:early|late|mid))?[ -](?P<m>{_MONTH})(?: "
            rf"(?P<d>{_DAY}))?(?:,? (?P<y>{_YEAR}))?"
        ),
        _since_month,
        "since",
        False,
    ),
    (
        exact(rf"\b(?i:since)(?: (?i:early|late|mid))?[ -](?P<y>{_YEAR})"),
        _since_year,
        "since",
        False,
    ),
    (
        exact(
            rf"\b(?P<m>{_MONTH}) ?(?P<d>{_DAY})(?: ?[-–] ?| to | through | and | until )"
            rf"(?:(?P<m2>{_MONTH}) )?(?P<d2>{_DAY})(?:,? (?P<y>{_YEAR}))?"
        ),
        _day_span,
        "at",
        False,
    ),
    (exact(rf"\b(?P<m>{_MONTH}) ?(?P<d>{_DAY}),? ?(?P<y>{_YEAR})"), _full, "at", False),
    (exact(rf"\b(?P<d>{_DAY})(?: of)? (?P<m>{_MONTH}),? (?P<y>{_YEAR})"), _full, "at", False),
    (exact(r"\b(?P<y>(?:19|20)\d\d)-(?P<mm>\d\d)-(?P<dd>\d\d)\b"), lambda m, _: m[0], "at", False),
    (exact(rf"\b(?P<m>{_MONTH}),? (?:of )?(?P<y>{_YEAR})"), _month_and_year, "at", False),
    (exact(rf"\b(?P<m>{_MONTH}) (?P<d>{_DAY})(?![\d,]*\d)"), _day_and_month, "at", True),
    (exact(rf"\b(?P<d>{_DAY})(?: of)? (?P<m>{_MONTH})"), _day_and_month, "at", True),
    (
        words(
            r"(?P<which>first|last|final|second|third|fourth) (?:(?P<n>\w+) "
            r")?(?P<unit>months|quarter|half)"
            rf" of (?:(?P<rel>last|this) year|(?P<y>{_YEAR}))"
        ),
        _months_of_year,
        "at",
        True,
    ),
    (
        words(
            rf"(?:from|between) (?P<y>{_YEAR})(?: to | and | until | through |[-–])(?P<y2>{_YEAR})"
        ),
        _span_of_years,
        "within",
        False,
    ),
    (words(rf"(?P<y>{_YEAR})[-–](?P<y2>{_YEAR}|\d\d)"), _span_of_years, "within", False),
    (
        exact(rf"\b{_YEAR}(?: \([^)]*\))?, {_YEAR}(?: \([^)]*\))?,? (?:and|through) {_YEAR}"),
        _listed_years,
        "within",
        False,
    ),
    (exact(rf"\b(?P<y>{_YEAR}) and (?P<y2>{_YEAR})"), _span_of_years, "within", False),
    (
        exact(
            rf"\b(?i:(?:in|during|by|of|for|until|around|from|through|on|to|every)|"
            rf"(?P<rel>last|this|next)) "
            rf"(?:(?i:{_PREFIX})[ -])?(?P<m>{_MONTH})(?! \d)(?: (?P<tail>(?i:last|this|"
            rf"the same) year))?"
        ),
        _bare_month,
        "at",
        True,
    ),
    (
        exact(
            rf"\b(?i:{_PREFIX})[ -](?P<rel>(?!))?(?P<m>{_MONTH})(?! \d)(?P<tail> (?i:last) year)?"
        ),
        _bare_month,
        "at",
        True,
    ),
    (
        words(
            rf"(?P<n>{_NUMBER})(?: and a half)? (?P<unit>decades?|years?|months?|weeks?|"
            rf"days?) (?:ago|earlier)"
        ),
        _ago,
        "at",
        True,
    ),
    (
        words(
            rf"(?:over|in|during|within|for)?(?: the)? (?P<way>past|last|next|coming) "
            rf"(?:(?P<n>{_NUMBER}) )?"
            r"(?P<unit>decades?|years|months|weeks|days)"
        ),
        _past_span,
        "within",
        True,
    ),
    (
        words(
            rf"(?:{_PREFIX} )?(?P<rel>last|this|next|past|previous) (?P<unit>week|month|"
            rf"year|weekend)(?!'s)"
        ),
        _relative,
        "at",
        True,
    ),
    (words(r"over the weekend|at the weekend"), _over_the_weekend, "at", True),
    (
        exact(rf"\b(?:(?P<rel>last|next|this|Last|Next|This) )?(?P<day>{_WEEKDAY})\b"),
        _weekday,
        "at",
        True,
    ),
    (words(r"today|yesterday|tomorrow"), _today, "at", True),
    (
        words(
            rf"(?:(?P<rel>last|this|next|in the|in) )(?P<season>spring|summer|fall|"
            rf"autumn)(?: of (?P<y>{_YEAR}))?"
        ),
        _season,
        "at",
        True,
    ),
    (exact(rf"\b(?P<y>{_YEAR})s\b"), _decade, "within", False),
    (exact(rf"(?<![\w$.,-])(?P<y>{_YEAR})(?![\w%-])(?!,\d)"), _year, "at", False),
)
"""Rules in order, the longer before the shorter: pattern, reading, sort, whether it is computed."""
