"""Reckoning: what a printed time means, in EDTF, from the day of publication where it must be.

Each function takes the match of a pattern of `data.drafting.times` and the moment that it is
reckoned from, and returns the date, or "" where there is none such.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from data.drafting.figures import NUMBER_WORDS

_MONTHS = {name[:3].lower(): number for number, name in enumerate(calendar.month_name) if number}
_DAYS = [name.lower() for name in calendar.day_name]
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "fall": (9, 11), "autumn": (9, 11)}


@dataclass(frozen=True)
class Moment:
    """What a time is reckoned from: the day of publication, and whether the clause looks ahead."""

    published: date
    ahead: bool


def week(day: date) -> tuple[date, date]:
    """Return the Monday and the Sunday of the day's week."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def _month(name: str) -> int:
    return _MONTHS[name[:3].lower()]


def _day(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _on(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _year_of(month: int, day: int, moment: Moment) -> int:
    """Return the year of a date without one: the last such date, or the next ahead."""
    this = moment.published.year
    passed = (month, day) <= (moment.published.month, moment.published.day)
    if moment.ahead:
        return this + (passed and moment.published.month - month > 5)
    return this if passed else this - 1


def full(match: re.Match[str], moment: Moment) -> str:
    """A day as printed."""
    return _on(int(match["y"]), _month(match["m"]), _day(match["d"]))


def day_and_month(match: re.Match[str], moment: Moment) -> str:
    """A day without its year."""
    month, day, tail = _month(match["m"]), _day(match["d"]), match["tail"]
    if tail:
        return _on(moment.published.year - ("last" in tail.lower()), month, day)
    return _on(_year_of(month, day, moment), month, day)


def day_span(match: re.Match[str], moment: Moment) -> str:
    """From day to day."""
    first, last = _month(match["m"]), _month(match["m2"] or match["m"])
    end_year = int(match["y"]) if match["y"] else _year_of(last, _day(match["d2"]), moment)
    start = _on(end_year - (first > last), first, _day(match["d"]))
    end = _on(end_year, last, _day(match["d2"]))
    return f"{start}/{end}" if start and end and start < end else start


def month_and_year(match: re.Match[str], moment: Moment) -> str:
    """A month as printed."""
    return f"{match['y']}-{_month(match['m']):02}"


def month_span(match: re.Match[str], moment: Moment) -> str:
    """From month to month, of one year or over its end."""
    first, last = _month(match["m"]), _month(match["m2"])
    if match["y"]:
        year = int(match["y"])
    elif match["tail"]:
        year = moment.published.year - match["tail"].lower().startswith("last")
    else:
        year = _year_of(last, 1, moment)
    return f"{year - (first > last)}-{first:02}/{year}-{last:02}"


def bare_month(match: re.Match[str], moment: Moment) -> str:
    """A month without its year."""
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


def span_of_years(match: re.Match[str], moment: Moment) -> str:
    """From year to year."""
    last = match["y2"] if len(match["y2"]) == 4 else match["y"][:2] + match["y2"]
    return f"{match['y']}/{last}" if match["y"] < last else match["y"]


def listed_years(match: re.Match[str], moment: Moment) -> str:
    """The years of a list, from the first to the last."""
    years = re.findall(r"\d{4}", match[0])
    return f"{min(years)}/{max(years)}"


def months_of_year(match: re.Match[str], moment: Moment) -> str:
    """The first or last months, quarter or half of a year."""
    number = _count(match["n"] or "one")
    year = int(match["y"]) if match["y"] else moment.published.year
    year -= (match["rel"] or "").lower() == "last"
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


def ago(match: re.Match[str], moment: Moment) -> str:
    """So long ago."""
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


def past_span(match: re.Match[str], moment: Moment) -> str:
    """Over the past or next years, months or days."""
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


def relative(match: re.Match[str], moment: Moment) -> str:
    """Last, this or next week, month or year."""
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


def fiscal_year(match: re.Match[str], moment: Moment) -> str:
    """A financial year, which lies in two: this or the last one."""
    last = moment.published.year + (match["rel"].lower() == "this")
    return f"{last - 1}/{last}"


def _weekend(published: date, step: int) -> str:
    past = step < 0 and published.weekday() <= 4
    saturday = week(published)[0] + timedelta(days=-2 if past else 5)
    return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"


def over_the_weekend(match: re.Match[str], moment: Moment) -> str:
    """The weekend before."""
    return _weekend(moment.published, -1)


def weekday(match: re.Match[str], moment: Moment) -> str:
    """The last such weekday, or the next."""
    wanted = _DAYS.index(match["day"].lower())
    back = (moment.published.weekday() - wanted) % 7
    word = (match["rel"] or "").lower()
    if word == "next" or (moment.ahead and word != "last"):
        return (
            moment.published
            + timedelta(days=(wanted - moment.published.weekday()) % 7 or 7 * (word == "next"))
        ).isoformat()
    return (moment.published - timedelta(days=back or (7 if word == "last" else 0))).isoformat()


def weekday_span(match: re.Match[str], moment: Moment) -> str:
    """From weekday to weekday, the last ones or the next."""
    first, last = (_DAYS.index(match[name].lower()) for name in ("day", "day2"))
    length = (last - first) % 7
    if moment.ahead:
        start = moment.published + timedelta(days=(first - moment.published.weekday()) % 7)
    else:
        end = moment.published - timedelta(days=(moment.published.weekday() - last) % 7)
        start = end - timedelta(days=length)
    return f"{start.isoformat()}/{(start + timedelta(days=length)).isoformat()}"


def today(match: re.Match[str], moment: Moment) -> str:
    """Today, yesterday, tomorrow."""
    step = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(match[0].lower().split()[0], 0)
    return (moment.published + timedelta(days=step)).isoformat()


def season(match: re.Match[str], moment: Moment) -> str:
    """A season, in the months of the north."""
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


def year(match: re.Match[str], moment: Moment) -> str:
    """A year as printed."""
    return match["y"]


def since_month(match: re.Match[str], moment: Moment) -> str:
    """From a month or day on until the publication."""
    month = _month(match["m"])
    behind = Moment(moment.published, ahead=False)
    year = int(match["y"]) if match["y"] else _year_of(month, _day(match["d"] or "1"), behind)
    day = _on(year, month, _day(match["d"])) if match["d"] else f"{year}-{month:02}"
    return _until_today(day, moment)


def since_year(match: re.Match[str], moment: Moment) -> str:
    """From a year on until the publication."""
    return _until_today(match["y"], moment)


def _until_today(start: str, moment: Moment) -> str:
    today = moment.published.isoformat()
    return f"{start}/{today}" if start and start <= today else ""


def decade(match: re.Match[str], moment: Moment) -> str:
    """A decade, as its first and last year: not every reader of EDTF knows "195X"."""
    tens = match["y"][:3]
    return f"{tens}0/{tens}9"
