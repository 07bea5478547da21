"""The timeline: where facts lie in time, which days are shown, and what is drawn of it."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go
import pytest

from components import charts
from components.figure.message import Caption, message
from data import facts, questions
from data.schema import DERIVED, TYPED
from data.selection import Selection

ARTICLE = "tna-20231205"


def ids(*numbers):
    return tuple(f"{ARTICLE}-{number:02}" for number in numbers)


def frame(*rows, **common):
    """Derive facts from what they differ in; each may leave out what is the same in all."""
    blank = dict.fromkeys(TYPED, "") | {"source": ARTICLE, "side": "china", **common}
    numbered = [{"fact_id": f"t-{number:04}"} | row for number, row in enumerate(rows, start=1)]
    return facts.derive(pd.DataFrame([blank | row for row in numbered], dtype="str"))


def repeated(*rows, times, **common):
    """Repeat the rows, so that they are too many to be drawn one by one."""
    return frame(*(dict(row) for row in rows * times), **common)


@pytest.fixture
def shown():
    return facts.load()


# Where a fact lies.


@pytest.mark.parametrize(
    ("number", "start", "end", "open_start", "open_end", "shape"),
    [
        (1, "2023-12-04", "2023-12-04", False, False, "point"),
        (3, "2023-02-28", "2023-03-02", False, False, "span"),
        (4, "2023-01-01", "2023-12-31", False, False, "soft"),
        (7, "2020-01-01", "2022-12-31", False, False, "soft"),
        (10, "2023-12-04", "2023-12-04", True, False, "point"),
        (20, "2023-11-30", "2023-11-30", False, True, "point"),
        (21, "2023-08-01", "2023-08-31", False, False, "soft"),
        (27, "2023-12-02", "2023-12-04", False, False, "soft"),
        (36, "2023-12-04", "2023-12-05", False, False, "soft"),
    ],
)
def test_a_fact_lies_in_time_as_softly_as_it_was_dated(
    shown, number, start, end, open_start, open_end, shape
):
    fact = questions.timeline(shown).set_index("fact_id").loc[ids(number)[0]]
    assert (fact["start"], fact["end"]) == (pd.Timestamp(start), pd.Timestamp(end))
    assert (fact["open_start"], fact["open_end"], fact["shape"]) == (open_start, open_end, shape)


@pytest.mark.parametrize(
    ("edtf", "shape"),
    [
        ("202X", "soft"),
        ("2020/2029", "span"),
        ("2023-12-03~/2023-12-05", "soft"),
        ("../2023-12-04?", "soft"),
        ("2023-12-04/2023-12-04", "point"),
    ],
)
def test_a_sure_interval_of_days_is_a_duration_and_a_decade_is_none(edtf, shape):
    (drawn,) = questions.timeline(frame({"date": edtf, "kind": "visit", "date_role": "occurred"}))[
        "shape"
    ]
    assert drawn == shape


@pytest.mark.parametrize(
    ("kind", "role", "shape"),
    [
        ("visit", "occurred", "span"),
        ("visit_exchange", "occurred", "span"),
        ("deployment", "observed", "span"),
        ("project", "occurred", "span"),
        ("trade_value", "as_of", "span"),
        ("agreement", "as_of", "span"),
        ("sanction", "as_of", "span"),
        # Signed, said, counted or given at some moment in these days.
        ("agreement", "occurred", "soft"),
        ("statement", "announced", "soft"),
        ("statement", "as_of", "soft"),
        ("vessel_count", "observed", "soft"),
        ("donation", "occurred", "soft"),
        # A moment, too: when it was made known, or is expected for.
        ("visit", "announced", "soft"),
        ("visit", "planned", "soft"),
    ],
)
def test_an_interval_is_a_duration_only_of_what_lasts(kind, role, shape):
    one = frame({"date": "2023-12-04/2023-12-05", "kind": kind, "date_role": role})
    assert list(questions.timeline(one)["shape"]) == [shape]


def test_of_a_month_in_which_something_began_only_the_last_day_is_sure(shown):
    exchange = questions.timeline(shown).set_index("fact_id").loc[ids(5)[0]]
    assert (exchange["start"], exchange["end"]) == (day(2023, 3, 1), day(2023, 12, 4))
    assert (exchange["sure_start"], exchange["sure_end"]) == (day(2023, 3, 31), exchange["end"])
    within = frame({"date": "2023-03/2023-03", "kind": "visit", "date_role": "occurred"})
    assert questions.timeline(within)["sure_start"].isna().all()


def day(*parts):
    return pd.Timestamp(*parts)


def test_a_fact_that_only_possibly_lies_in_the_period_says_so(shown):
    """From 15 August on: August, 2023, March to December, and what is older or "before"."""
    selection = Selection(start=date(2023, 8, 15))
    kept = selection.apply(shown)
    answer = questions.timeline(kept, certain=selection.certain(kept))
    unsure = answer.loc[~answer["certain"], "fact_id"]
    assert sorted(unsure) == sorted(ids(4, 5, 10, 21, 22, 23, 24, 25, 32, 37, 38, 39))
    assert questions.timeline(kept)["certain"].all()


def test_the_fullest_countries_have_lanes_and_the_others_share_one():
    codes = (
        "BLR",
        "PHL",
        "ZAF",
        "FRA",
        "DEU",
        "ITA",
        "ESP",
        "PRT",
        "POL",
        "CZE",
        "AUT",
        "NLD",
        "BEL",
    )
    rows = [{"partner": code} for n, code in enumerate(codes) for _ in range(14 - n)]
    many = frame(*rows, {"partner": ""}, date="2023-12-04", kind="visit")
    lanes = list(questions.timeline(many, within=WEEK)["lane"].cat.categories)
    assert lanes[:2] == ["Belarus", "Philippines"]
    assert lanes[10:] == ["Austria", "2 other countries", "Many countries"]


WEEK = (pd.Timestamp("2023-12-01"), pd.Timestamp("2023-12-08"))

# Counts of too many.


def counted(*rows, times=101, window=WEEK, **common):
    answer = questions.timeline(repeated(*rows, times=times, **common), within=window)
    columns = ["lane", "shape", "words", "count"]
    return answer, list(answer[columns].itertuples(index=False, name=None))


def test_too_many_facts_are_counted_by_day_and_none_more_exactly_than_it_is_dated():
    answer, told = counted(
        {"date": "2023-12-04"},
        {"date": "2023-12-04", "kind": "statement"},
        {"date": "2023-12-03~"},
        {"date": "2023-12"},
        {"date": "2023"},
        {"date": "2019-12/2020-01"},
        {"date": "../2023-12-05"},
        {"date": "2023-12-06/.."},
        {"date": "2024-01-01"},
        {"date": "2010/2023"},
        kind="visit",
        partner="BLR",
    )
    assert told == [
        ("Belarus", "before", "before 1 December 2023", 101),
        ("Belarus", "bin", "4 December 2023", 202),
        ("Belarus", "bin", "5 December 2023", 101),
        ("Belarus", "bin", "6 December 2023", 101),
        ("Belarus", "soft", "some time in December 2023", 202),
        ("Belarus", "soft", "some time in 2023", 101),
        ("Belarus", "soft", "across decades", 101),
        ("Belarus", "after", "from 8 December 2023 on", 101),
    ]
    fourth, fifth, sixth = (answer.iloc[n] for n in (1, 2, 3))
    assert (fourth["diplomacy"], fourth["statements"], fourth["open_start"]) == (101, 101, 0)
    assert (fifth["diplomacy"], fifth["open_start"]) == (0, 101)
    assert (sixth["diplomacy"], sixth["open_end"]) == (0, 101)
    assert answer["count"].sum() == 1010


@pytest.mark.parametrize(
    ("start", "end", "step", "words"),
    [
        ("2023-12-01", "2024-01-06", "day", "4 December 2023"),
        ("2023-12-01", "2024-01-15", "week", "4 to 10 December 2023"),
        ("2022-01-01", "2024-01-01", "month", "December 2023"),
        ("2016-01-01", "2024-01-01", "quarter", "October to December 2023"),
        ("1990-01-01", "2024-01-01", "year", "2023"),
        ("1949-01-01", "2024-01-01", "five years", "2020 to 2024"),
        ("1800-01-01", "2024-01-01", "decade", "the 2020s"),
    ],
)
def test_the_stretches_are_as_long_as_the_window_asks(start, end, step, words):
    window = pd.Timestamp(start), pd.Timestamp(end)
    answer, told = counted({"date": "2023-12-04"}, times=401, window=window, kind="visit")
    assert set(answer["step"]) == {step}
    assert told == [("Many countries", "bin", words, 401)]


def test_a_count_names_the_first_twelve_of_its_facts():
    answer, _ = counted({"date": "2023-12-04"}, {"date": "2023-12"}, times=201, kind="visit")
    assert list(answer["facts"]) == [
        [f"t-{number:04}" for number in range(1, 24, 2)],
        [f"t-{number:04}" for number in range(2, 25, 2)],
    ]


def test_a_scarce_fact_is_found_behind_many():
    often, once = (frame({"date": day}, kind="visit") for day in ("2023-12-04", "2023-12-05"))
    many = pd.concat([often.loc[[0] * 66_000], once], ignore_index=True)
    many["fact_id"] = "t-" + many.index.astype("str")
    answer = questions.timeline(many, within=WEEK)
    assert list(answer["count"]) == [66_000, 1]
    assert list(answer["facts"]) == [[f"t-{number}" for number in range(12)], ["t-66000"]]


def test_categories_are_counted_like_words():
    words = repeated(
        {"partner": "BLR"}, {"partner": "PHL"}, times=210, date="2023-12-04", kind="visit"
    )
    names = ["country", "kind", "date", "date_words", "precision"]
    same = words.astype(dict.fromkeys(names, "category"))
    pd.testing.assert_frame_equal(
        questions.timeline(words, within=WEEK), questions.timeline(same, within=WEEK)
    )
    assert questions.window(words) == questions.window(same)
    few, alike = words.head(30), same.head(30)
    assert questions.timeline(few).to_csv() == questions.timeline(alike).to_csv()


def test_counts_say_how_many_only_possibly_lie_in_the_period():
    many = repeated({"date": "2023-12-04"}, {"date": "2023-12"}, times=210, kind="visit")
    selection = Selection(start=date(2023, 12, 4))
    answer = questions.timeline(many, within=WEEK, certain=selection.certain(many))
    assert list(answer["unsure"]) == [0, 210]
    assert "Only possibly in the period" in charts.timeline(answer, window=WEEK).table


def test_few_facts_above_each_other_are_counted_where_they_would_be_a_tower():
    tower = frame(*[{"date": "2023-12-04"}] * 140, kind="visit")
    assert "count" in questions.timeline(tower)  # 47 rows of three
    assert "count" not in questions.timeline(tower.head(120))  # 40 rows


# The days shown.


def test_the_whole_period_reaches_from_the_first_to_the_last_day_of_any_fact(shown):
    """From 2020, since "2021, uncertain" may lie a year off, to the end of 2023."""
    whole = questions.window(shown, whole=True)
    assert whole == (pd.Timestamp("2020-01-01"), pd.Timestamp("2024-01-01"))
    open_ = frame({"date": "../2023-12-05"}, {"date": "2023-12-20/.."}, kind="visit")
    assert questions.window(open_, whole=True) == (day(2023, 12, 5), day(2023, 12, 21))


def test_the_timeline_has_each_fact_once_oldest_first(shown):
    answer = questions.timeline(shown)
    assert sorted(answer["fact_id"]) == sorted(shown["fact_id"])
    dated = answer[~answer["open_start"]]
    assert dated["start"].is_monotonic_increasing
    assert set(answer.loc[answer["fact_id"].isin(ids(9, 10)), "lane"]) == {"Many countries"}
    assert set(answer["lane"]) == {"Belarus", "South Africa", "Philippines", "Many countries"}


def test_the_window_of_the_article_is_the_week_of_30_november(shown):
    """20 facts have a day: 3 on 30 November, 5, 10 and 2 on 3 to 5 December. The shortest
    stretch with 18 of them is 30 November to 4 December, two days short of a week."""
    assert questions.window(shown) == (pd.Timestamp("2023-11-29"), pd.Timestamp("2023-12-06"))


@pytest.mark.parametrize(
    ("days", "start", "end"),
    [
        (["2023-06-10"], "2023-06-07", "2023-06-14"),
        (["2023-06-10", "2023-06-20"], "2023-06-10", "2023-06-21"),
        (["2023-06-10", "2023"], "2023-06-07", "2023-06-14"),
        # Most have no day, so that the days alone would tell little.
        (["2023-06-10", "2023", "2023-06"], "2023-01-01", "2024-01-01"),
        # Nine of ten are enough, and the tenth is far away.
        ([*(f"2023-06-{day}" for day in range(10, 19)), "2020-01-01"], "2023-06-10", "2023-06-19"),
        # Eight of nine are not: that is less than nine tenths.
        ([*(f"2023-06-{day}" for day in range(10, 18)), "2020-01-01"], "2020-01-01", "2023-06-18"),
    ],
)
def test_a_window_holds_nine_tenths_of_the_days_and_a_week_at_least(days, start, end):
    shown = frame(*({"date": day} for day in days), kind="visit")
    assert questions.window(shown) == (pd.Timestamp(start), pd.Timestamp(end))


def test_without_a_day_there_is_no_window():
    assert questions.window(frame({"date": "2023"}, {"date": "2023-08"}, kind="visit")) is None


def test_the_chronicle_has_the_latest_first_under_its_date(shown):
    answer = questions.chronicle(shown)
    assert list(answer.columns) == [*TYPED, *DERIVED, "day"]
    assert sorted(answer["fact_id"]) == sorted(shown["fact_id"])
    headings = answer["day"].drop_duplicates().tolist()
    assert headings == [
        "5 December 2023",
        "before 5 December 2023",
        "4 December 2023",
        "4 to 5 December 2023",
        "before 4 December 2023",
        "3 December 2023",
        "about 3 December 2023",
        "30 November 2023",
        "from 30 November 2023 on",
        "October 2023",
        "August 2023",
        "March to 4 December 2023",
        "28 February to 2 March 2023",
        "2023",
        "2021",
        "2021, uncertain",
    ]
    runs = (answer["day"] != answer["day"].shift()).sum()
    assert runs == len(headings), "a heading comes twice"


def test_only_the_latest_of_a_long_chronicle_are_asked_for(shown):
    whole = questions.chronicle(shown)
    pd.testing.assert_frame_equal(questions.chronicle(shown, number=7), whole.head(7))
    pd.testing.assert_frame_equal(questions.chronicle(shown, number=99), whole)


# The chart.


def drawn(shown, **more):
    window = questions.window(shown)
    return charts.timeline(questions.timeline(shown, **more), window=window)


def trace(chart, kind):
    (found,) = [trace for trace in chart.figure.data if trace.type == kind]
    return found


def test_the_timeline_draws_no_month_as_a_day(shown):
    chart = drawn(shown)
    bands = trace(chart, "bar")
    august = [n for n, start in enumerate(bands.x) if start.startswith("2023-08-01")]
    assert len(august) == 3
    days = 86_400_000
    assert {bands.width[n] for n in august} == {31 * days}
    assert {bands.marker.opacity[n] for n in august} == {0.25}
    symbols = trace(chart, "scatter")
    assert sorted(fact for group in symbols.customdata for fact in group) == sorted(
        shown["fact_id"]
    )
    assert len(chart.table) == 39
    assert "8 facts lie before the days shown." in chart.note
    assert [key.mark for key in chart.keys][-4:] == ["soft", "bar", "open-start", "open-end"]


def test_what_lasted_is_solid_and_pale_in_the_month_in_which_it_began(shown):
    bands = trace(drawn(shown), "bar")
    lasted = [n for n, group in enumerate(bands.customdata) if group == list(ids(5))]
    told = [(bands.x[n][:10], bands.width[n] / 86_400_000, bands.marker.opacity[n]) for n in lasted]
    assert told == [("2023-03-01", 279, 0.25), ("2023-03-31", 249, 0.85)]


def test_facts_of_one_kind_and_date_share_a_band_and_no_two_marks_a_place(shown):
    symbols = trace(drawn(shown), "scatter")
    counts = dict(zip(map(tuple, symbols.customdata), symbols.text, strict=True))
    assert counts[ids(26, 27)] == "×2"
    assert counts[ids(10)] == "←"
    assert counts[ids(20)] == "→"
    assert len(set(zip(symbols.x, symbols.y, strict=True))) == len(symbols.x)


def test_what_only_possibly_lies_in_the_period_is_hollow(shown):
    selection = Selection(start=date(2023, 8, 15))
    kept = selection.apply(shown)
    chart = drawn(kept, certain=selection.certain(kept))
    symbols = trace(chart, "scatter")
    hollow = [
        fact
        for group, symbol in zip(symbols.customdata, symbols.marker.symbol, strict=True)
        for fact in group
        if symbol.endswith("-open")
    ]
    assert sorted(hollow) == sorted(ids(4, 5, 10, 21, 22, 23, 24, 25, 32, 37, 38, 39))
    assert chart.keys[-1].label == "only possibly in the period"
    assert list(chart.table["In the period"]).count("possibly") == 12


def test_counts_are_drawn_as_bars_with_every_fact_in_the_table():
    many = repeated(
        {"date": "2023-12-04", "partner": "BLR"},
        {"date": "2023-12-05", "partner": "BLR", "kind": "statement"},
        {"date": "2023-12", "partner": "BLR"},
        {"date": "2022", "partner": "PHL"},
        {"date": "2023-12-04", "partner": "PHL"},
        times=100,
        kind="visit",
    )
    chart = charts.timeline(questions.timeline(many, within=WEEK), window=WEEK)
    assert chart.everything
    assert list(chart.table["Facts"]) == [100, 100, 100, 100, 100]
    visits, statements, bands, clickable = [t for t in chart.figure.data if t.type == "bar"]
    assert [str(day) for day in visits.x] == ["2023-12-04", "2023-12-05", "2023-12-04"]
    assert [-tall for tall in visits.y] == [2, 0, 2]
    assert [-tall for tall in statements.y] == [0, 2, 0]
    assert [str(day) for day in bands.x] == ["2023-12-01"]
    assert len(clickable.customdata) == 4
    assert all(len(chart.behind[row]) == 12 for row in clickable.customdata)
    assert chart.table["Facts"].iloc[list(clickable.customdata)].to_list() == [100] * 4
    assert chart.note == (
        "Too many facts to draw each: a bar counts those of a day, on a scale of its country's "
        "own; the number is that of the highest. 100 facts dated less exactly, or over longer, "
        "lie in the pale bands. 100 facts lie before the days shown."
    )
    assert [key.label for key in chart.keys] == [
        "Diplomacy",
        "Statements",
        "some time in these days",
    ]


@pytest.mark.parametrize("many", [False, True])
def test_plotly_finds_nothing_wrong_with_what_is_drawn_unchecked(shown, many):
    known = pd.concat([shown] * 11, ignore_index=True) if many else shown
    chart = drawn(known)
    go.Figure(chart.figure.to_dict())
    assert message(chart, Caption("", "", "", "/"), name="timeline", clickable=True)["spec"]


def test_the_zoom_of_the_reader_stays_within_a_view(shown):
    marks, window = questions.timeline(shown), questions.window(shown)
    near = charts.timeline(marks, window=window, view="near").figure.layout.xaxis
    assert near.uirevision == "near"
    whole = charts.timeline(marks, window=None).figure.layout.xaxis
    assert whole.range is None
