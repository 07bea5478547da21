"""Dates: every form of EDTF that is read, its days, its words, and what is refused."""

from datetime import date

import pytest

from data import dates
from data.dates import InvalidDate


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "precision", "words"),
    [
        ("2023-12-04", date(2023, 12, 4), date(2023, 12, 4), "day", "4 December 2023"),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29), "day", "29 February 2024"),
        ("2000-02-29", date(2000, 2, 29), date(2000, 2, 29), "day", "29 February 2000"),
        ("2023-08", date(2023, 8, 1), date(2023, 8, 31), "month", "August 2023"),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28), "month", "February 2023"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month", "February 2024"),
        ("2023-08-XX", date(2023, 8, 1), date(2023, 8, 31), "month", "August 2023"),
        ("2023", date(2023, 1, 1), date(2023, 12, 31), "year", "2023"),
        ("2023-XX", date(2023, 1, 1), date(2023, 12, 31), "year", "2023"),
        ("2023-XX-XX", date(2023, 1, 1), date(2023, 12, 31), "year", "2023"),
        ("202X", date(2020, 1, 1), date(2029, 12, 31), "span", "the 2020s"),
        ("2021?", date(2021, 1, 1), date(2021, 12, 31), "year", "2021, uncertain"),
        ("2023-12-03~", date(2023, 12, 3), date(2023, 12, 3), "day", "about 3 December 2023"),
        ("2021-05%", date(2021, 5, 1), date(2021, 5, 31), "month", "about May 2021, uncertain"),
        (
            "2023-02-28/2023-03-02",
            date(2023, 2, 28),
            date(2023, 3, 2),
            "span",
            "28 February to 2 March 2023",
        ),
        (
            "2023-12-04/2023-12-05",
            date(2023, 12, 4),
            date(2023, 12, 5),
            "span",
            "4 to 5 December 2023",
        ),
        (
            "2022-12-30/2023-01-02",
            date(2022, 12, 30),
            date(2023, 1, 2),
            "span",
            "30 December 2022 to 2 January 2023",
        ),
        ("2023-03/2023-05", date(2023, 3, 1), date(2023, 5, 31), "span", "March to May 2023"),
        (
            "2023-03/2023-12-04",
            date(2023, 3, 1),
            date(2023, 12, 4),
            "span",
            "March to 4 December 2023",
        ),
        ("2021/2023", date(2021, 1, 1), date(2023, 12, 31), "span", "2021 to 2023"),
        (
            "2023-12-04/2024",
            date(2023, 12, 4),
            date(2024, 12, 31),
            "span",
            "4 December 2023 to 2024",
        ),
        ("2023-12-04/2023-12-04", date(2023, 12, 4), date(2023, 12, 4), "span", "4 December 2023"),
        (
            "2023-12-03~/2023-12-05",
            date(2023, 12, 3),
            date(2023, 12, 5),
            "span",
            "about 3 December to 5 December 2023",
        ),
        ("../2023-12-04", None, date(2023, 12, 4), "span", "before 4 December 2023"),
        ("/2023-12-04", None, date(2023, 12, 4), "span", "before 4 December 2023"),
        ("../2023-08", None, date(2023, 8, 31), "span", "before August 2023"),
        ("2023-11-30/..", date(2023, 11, 30), None, "span", "from 30 November 2023 on"),
        ("2023-11-30/", date(2023, 11, 30), None, "span", "from 30 November 2023 on"),
    ],
)
def test_a_date_has_its_days_its_precision_and_its_words(edtf, earliest, latest, precision, words):
    period = dates.parse(edtf)
    assert (period.earliest, period.latest, period.precision) == (earliest, latest, precision)
    assert dates.in_words(edtf) == words


@pytest.mark.parametrize(
    ("edtf", "uncertain", "approximate"),
    [
        ("2023-12-04", False, False),
        ("2021?", True, False),
        ("2023-12-03~", False, True),
        ("2023-08%", True, True),
        ("2023-08?/2023-09", True, False),
        ("2023-08/2023-09~", False, True),
        ("../2023-12-04?", True, False),
    ],
)
def test_doubt_at_either_end_is_doubt(edtf, uncertain, approximate):
    period = dates.parse(edtf)
    assert (period.uncertain, period.approximate) == (uncertain, approximate)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2023-12-04", date(2023, 12, 4), date(2023, 12, 4)),
        ("2023-08", date(2023, 8, 1), date(2023, 8, 31)),
        ("2023-12-03~", date(2023, 12, 2), date(2023, 12, 4)),
        ("2023-12-31?", date(2023, 12, 30), date(2024, 1, 1)),
        ("2024-03-01~", date(2024, 2, 29), date(2024, 3, 2)),
        ("2023-08~", date(2023, 7, 1), date(2023, 9, 30)),
        ("2024-01~", date(2023, 12, 1), date(2024, 2, 29)),
        ("2023-12~", date(2023, 11, 1), date(2024, 1, 31)),
        ("2021?", date(2020, 1, 1), date(2022, 12, 31)),
        ("202X?", date(2010, 1, 1), date(2039, 12, 31)),
        ("2023-12-03~/2023-12-10", date(2023, 12, 2), date(2023, 12, 10)),
        ("2023-12-03/2023-12~", date(2023, 12, 3), date(2024, 1, 31)),
        ("../2023-12-04", date.min, date(2023, 12, 4)),
        ("2023-11-30/..", date(2023, 11, 30), date.max),
    ],
)
def test_the_reach_goes_one_unit_further_where_the_date_is_not_sure(edtf, first, last):
    assert dates.parse(edtf).reach == (first, last)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "is no date that can be read"),
        ("4.12.2023", "is no date that can be read"),
        ("2023-12-4", "is no date that can be read"),
        ("04-12-2023", "is no date that can be read"),
        ("December 2023", "is no date that can be read"),
        (" 2023-12-04", "is no date that can be read"),
        ("2023-12-04\n", "is no date that can be read"),
        ("２０２３-12-04", "is no date that can be read"),
        ("2023-12-04?~", "is no date that can be read"),
        ("2023-12-04/2023-12-05/2023-12-06", "is no date that can be read"),
        ("2023-13", "is not a day of the calendar"),
        ("2023-00", "is not a day of the calendar"),
        ("2023-02-29", "is not a day of the calendar"),
        ("1900-02-29", "is not a day of the calendar"),
        ("2023-11-31", "is not a day of the calendar"),
        ("2023-12-00", "is not a day of the calendar"),
        ("2023-XX-04", "is not a day of the calendar"),
        ("202X-04", "is not a day of the calendar"),
        ("2023-21", "is a season"),
        ("0999", "lies outside the years 1000 to 2999"),
        ("3000-01-01", "lies outside the years 1000 to 2999"),
        ("../..", "is open at both ends"),
        ("/", "is open at both ends"),
        ("2023-12-05/2023-12-04", "ends before it starts"),
        ("2024/2023-12-31", "ends before it starts"),
    ],
)
def test_what_is_no_date_is_refused_with_the_text_and_the_reason(text, why):
    with pytest.raises(InvalidDate) as refused:
        dates.parse(text)
    assert str(refused.value).startswith(f"{text!r} {why}")


def test_a_refusal_says_what_to_write():
    with pytest.raises(InvalidDate, match=r"write it like 2023-12-04, 2023-08 or 2023, with \?"):
        dates.parse("yesterday")
    with pytest.raises(InvalidDate, match="write the months, like 2023-03/2023-05"):
        dates.parse("2023-22")
    with pytest.raises(InvalidDate, match="swap its two dates"):
        dates.parse("2023-12-05/2023-12-04")


def test_a_day_is_said_with_or_without_its_year():
    assert dates.day_in_words(date(2023, 12, 4)) == "4 December 2023"
    assert dates.day_in_words(date(2023, 12, 4), year=False) == "4 December"
