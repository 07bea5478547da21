"""Dates as reported: EDTF level 1 to days, precision, flags and words.

The format is the Library of Congress's Extended Date/Time Format (ISO 8601-2), level 1, in
the parts that press reports need: days, months, years, `?` uncertain, `~` approximate, `%`
both, unspecified digits (`2023-XX`, `202X`), and intervals with open ends (`..`). A month
stays a month: it has an earliest and a latest day and never becomes its first day.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

_POINT = re.compile(r"([0-9]{3}X|[0-9]{4})(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([?~%]?)")
_HINT = (
    "write it like 2023-12-04, 2023-08 or 2023, with ? behind it for unsure and ~ for about; "
    "2023-02-28/2023-03-02 is from and to, 2014/.. since, ../2023-12-04 by then"
)


class InvalidDate(ValueError):
    """A date that is not EDTF level 1 as Sinograph reads it; the message says why."""


@dataclass(frozen=True)
class Point:
    """One date at the precision that was reported: first and last possible day."""

    first: date
    last: date
    precision: str  # day, month, year or span (a decade)
    uncertain: bool = False
    approximate: bool = False


@dataclass(frozen=True)
class Period:
    """An EDTF date or interval. ``start`` or ``end`` None is an open end.

    For a single date both ends are the same point.
    """

    start: Point | None
    end: Point | None
    interval: bool

    @property
    def earliest(self) -> date | None:
        """The first day on which it can lie, or None where the start is open."""
        return self.start.first if self.start else None

    @property
    def latest(self) -> date | None:
        """The last day on which it can lie, or None where the end is open."""
        return self.end.last if self.end else None

    @property
    def precision(self) -> str:
        """How exact it is: day, month, year, or span for an interval or decade."""
        return "span" if self.interval or self.start is None else self.start.precision

    @property
    def uncertain(self) -> bool:
        """Whether the source (or its reader) doubts the date: EDTF ``?`` or ``%``."""
        return any(p.uncertain for p in (self.start, self.end) if p)

    @property
    def approximate(self) -> bool:
        """Whether the date is "about": EDTF ``~`` or ``%``."""
        return any(p.approximate for p in (self.start, self.end) if p)

    @property
    def reach(self) -> tuple[date, date]:
        """First and last day that have to be reckoned with; open ends reach to the end of time.

        An uncertain or approximate end reaches one unit of its precision further (about
        3 December: 2 to 4 December), since EDTF does not say how far "about" goes.
        """
        first = _widened(self.start, -1) if self.start else date.min
        last = _widened(self.end, 1) if self.end else date.max
        return first, last


@cache
def parse(edtf: str) -> Period:
    """Read an EDTF date or interval.

    Raises `InvalidDate` with a sentence that names the text, what is wrong and what to write.
    """
    if "/" not in edtf:
        point = _point(edtf, edtf)
        return Period(point, point, interval=point.precision == "span")
    head, _, tail = edtf.partition("/")
    start = None if head in ("", "..") else _point(head, edtf)
    end = None if tail in ("", "..") else _point(tail, edtf)
    if start is None and end is None:
        raise InvalidDate(f"{edtf!r} is open at both ends and so says nothing; {_HINT}")
    if start and end and start.first > end.last:
        raise InvalidDate(f"{edtf!r} ends before it starts; swap its two dates")
    return Period(start, end, interval=True)


def _point(text: str, whole: str) -> Point:
    match = _POINT.fullmatch(text)
    if not match:
        raise InvalidDate(f"{whole!r} is no date that can be read; {_HINT}")
    year, month, day, flag = match.groups()
    if month and month != "XX" and 21 <= int(month) <= 41:
        raise InvalidDate(
            f"{whole!r} is a season, whose months differ between north and south; "
            "write the months, like 2023-03/2023-05"
        )
    if not 1000 <= int(year.replace("X", "0")) <= 2999:
        raise InvalidDate(f"{whole!r} lies outside the years 1000 to 2999; check the year")
    try:
        first, last, precision = _days(year, month, day)
    except ValueError:
        raise InvalidDate(f"{whole!r} is not a day of the calendar; {_HINT}") from None
    return Point(
        first, last, precision, uncertain=flag in {"?", "%"}, approximate=flag in {"~", "%"}
    )


def _days(year: str, month: str | None, day: str | None) -> tuple[date, date, str]:
    if year.endswith("X"):
        if month:
            raise ValueError("a month of an unspecified year")
        decade = int(year[:3]) * 10
        return date(decade, 1, 1), date(decade + 9, 12, 31), "span"
    if month is None or month == "XX":
        if day not in (None, "XX"):
            raise ValueError("a day of an unspecified month")
        return date(int(year), 1, 1), date(int(year), 12, 31), "year"
    number = int(month)
    if day is None or day == "XX":
        last = calendar.monthrange(int(year), number)[1]
        return date(int(year), number, 1), date(int(year), number, last), "month"
    exact = date(int(year), number, int(day))
    return exact, exact, "day"


def _widened(point: Point, step: int) -> date:
    """Return the point's far day in direction ``step``, one unit further if it is not sure."""
    edge = point.first if step < 0 else point.last
    if not (point.uncertain or point.approximate):
        return edge
    if point.precision == "day":
        return edge + timedelta(days=step)
    if point.precision == "month":
        beside = edge + timedelta(days=step)
        return beside.replace(day=1) if step < 0 else _month_end(beside)
    years = 10 if point.precision == "span" else 1
    return edge.replace(year=edge.year + step * years)


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def day_in_words(day: date, *, year: bool = True) -> str:
    """Return "4 December 2023", or "4 December" where the year stands elsewhere."""
    return f"{day.day} {calendar.month_name[day.month]}" + (f" {day.year}" if year else "")


@cache
def in_words(edtf: str) -> str:
    """Return the date as a reader says it.

    "28 February to 2 March 2023", "August 2023", "about 3 December 2023",
    "2021, uncertain", "before 4 December 2023" for an open start, "from 30 November 2023 on"
    for an open end.
    """
    period = parse(edtf)
    if period.start is None and period.end is not None:
        return "before " + _point_in_words(period.end)
    if period.end is None and period.start is not None:
        return "from " + _point_in_words(period.start) + " on"
    assert period.start and period.end
    if not period.interval or period.start == period.end:
        return _point_in_words(period.start)
    return f"{_start_in_words(period.start, period.end)} to {_point_in_words(period.end)}"


def _start_in_words(start: Point, end: Point) -> str:
    """Say the start of an interval without the year and month that its end repeats."""
    if start.precision not in ("day", "month") or end.precision not in ("day", "month"):
        return _point_in_words(start)
    same_year = start.first.year == end.last.year
    days_of_a_month = (
        start.precision == end.precision == "day" and start.first.month == end.first.month
    )
    sure = not (start.approximate or start.uncertain)
    if same_year and days_of_a_month and sure:
        return str(start.first.day)
    return _point_in_words(start, year=not same_year)


def _point_in_words(point: Point, *, year: bool = True) -> str:
    if point.precision == "day":
        text = day_in_words(point.first, year=year)
    elif point.precision == "month":
        text = calendar.month_name[point.first.month] + (f" {point.first.year}" if year else "")
    elif point.precision == "year":
        text = str(point.first.year)
    else:
        text = f"the {point.first.year}s"
    if point.approximate:
        text = f"about {text}"
    return f"{text}, uncertain" if point.uncertain else text
