"""Drafting, times: what a printed time means, reckoned from the day of publication."""

from datetime import date

import pytest

from data import dates
from data.drafting.reckoning import week
from data.drafting.times import times

TUESDAY = date(2018, 9, 11)

PRINTED = (
    ("on Sept. 1, 2018", "2018-09-01"),
    ("on 3 March 2017", "2017-03-03"),
    ("on Nov.13, 2016", "2016-11-13"),
    ("in August 2023", "2023-08"),
    ("from 7-9 December 2017", "2017-12-07/2017-12-09"),
    ("on 16 and 17 May 2017", "2017-05-16/2017-05-17"),
    ("on Friday, March 3, 2017", "2017-03-03"),
    ("in 2016", "2016"),
    ("between 2013 and 2017", "2013/2017"),
    ("in 2026 (in part), 2027, and 2028", "2026/2028"),
    ("in the 1970s", "1970/1979"),
    ("on February 27-28, 2018", "2018-02-27/2018-02-28"),
    ("since March 4, 2017", "2017-03-04/2018-09-11"),
    ("in the last two months of 2017", "2017-11/2017-12"),
    ("in the first 11 months of 2017", "2017-01/2017-11"),
    ("since 2013", "2013/2018-09-11"),
    ("on February 30, 2018", None),
    ("from January to August 2017", "2017-01/2017-08"),
    ("November-January 2018", "2017-11/2018-01"),
)
COMPUTED = (
    ("on August 29", "2018-08-29"),
    ("on December 3", "2017-12-03"),
    ("from February 28 to March 2", "2018-02-28/2018-03-02"),
    ("from December 30 to January 2", "2017-12-30/2018-01-02"),
    ("in July", "2018-07"),
    ("in November", "2017-11"),
    ("in August last year", "2017-08"),
    ("in August of last year", "2017-08"),
    ("on March 4 last year", "2017-03-04"),
    ("Sunday through Tuesday", "2018-09-09/2018-09-11"),
    ("last Saturday and Sunday", "2018-09-08/2018-09-09"),
    ("this morning", "2018-09-11"),
    ("last night", "2018-09-10"),
    ("last week", "2018-09-03/2018-09-09"),
    ("in the first quarter", "2018-01/2018-03"),
    ("last financial year", "2017/2018"),
    ("January to July", "2018-01/2018-07"),
    ("this week", "2018-09-10/2018-09-16"),
    ("late last year", "2017"),
    ("last month", "2018-08"),
    ("four years ago", "2014"),
    ("two months ago", "2018-07"),
    ("three days ago", "2018-09-08"),
    ("two weeks ago", "2018-08-27/2018-09-02"),
    ("over the past decade", "2008/2018-09-11"),
    ("over the next three years", "2018-09-11/2021"),
    ("in the first half of this year", "2018-01/2018-06"),
    ("on Monday", "2018-09-10"),
    ("on Tuesday", "2018-09-11"),
    ("last Tuesday", "2018-09-04"),
    ("on Friday", "2018-09-07"),
    ("next Friday", "2018-09-14"),
    ("yesterday", "2018-09-10"),
    ("over the weekend", "2018-09-08/2018-09-09"),
    ("this weekend", "2018-09-15/2018-09-16"),
    ("this fall", "2018-09/2018-11"),
)


def read(text, published=TUESDAY):
    return [time.edtf for time in times(text, 0, len(text), published)]


@pytest.mark.parametrize(("words", "edtf"), PRINTED)
def test_a_printed_time_is_no_more_exact_than_printed(words, edtf):
    assert read(f"It was done {words} there.") == ([edtf] if edtf else [])


@pytest.mark.parametrize(("words", "edtf"), COMPUTED)
def test_a_time_without_its_year_is_reckoned_from_the_publication(words, edtf):
    text = f"It was done {words} there."
    (time,) = times(text, 0, len(text), TUESDAY)
    assert (time.edtf, time.computed) == (edtf, True)
    assert text[time.start : time.end].strip() == time.text


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The ship will dock on Saturday.", "2018-09-15"),
        ("The minister is scheduled to come in October.", "2018-10"),
        ("She is due to arrive on November 5.", "2018-11-05"),
        ("He said Monday that he will come.", "2018-09-10"),
        ("It will end in March.", "2019-03"),
    ],
)
def test_what_is_announced_lies_ahead_and_what_was_said_behind(text, edtf):
    assert read(text) == [edtf]


@pytest.mark.parametrize(
    "text",
    ["He may come.", "They march on.", "It has 2018 members.", "In three hours it was over."],
)
def test_words_and_numbers_that_are_no_time(text):
    assert read(text) in ([], ["2018"])
    assert read("He may come. They march on. In three hours it was over.") == []


@pytest.mark.parametrize("words", [words for words, edtf in (*PRINTED, *COMPUTED) if edtf])
def test_every_time_is_a_date_of_ours(words):
    (edtf,) = read(f"It was done {words} there.")
    assert dates.parse(edtf).precision in ("day", "month", "year", "span")


def test_a_week_goes_from_monday_to_sunday():
    assert week(TUESDAY) == (date(2018, 9, 10), date(2018, 9, 16))
    assert week(date(2018, 9, 16)) == (date(2018, 9, 10), date(2018, 9, 16))
