"""The selection: what it leaves, what it says, and the link that brings it back."""

from datetime import date

import pandas as pd
import pytest

from data import countries, facts
from data.kinds import KINDS
from data.schema import TYPED
from data.selection import LINK_KEYS, Selection
from data.vocabularies import SIDES


def dated(*written):
    """Derive one fact for each date."""
    common = dict.fromkeys(TYPED, "") | {"kind": "visit", "source": "tna-20231205"}
    rows = [common | {"fact_id": f"t-{n}", "date": day} for n, day in enumerate(written, start=1)]
    return facts.derive(pd.DataFrame(rows, dtype="str"))


def numbers(shown):
    return [int(fact_id[-2:]) for fact_id in shown["fact_id"]]


def test_no_selection_leaves_every_fact():
    assert numbers(Selection().apply(facts.load())) == list(range(1, 40))


@pytest.mark.parametrize(
    ("selection", "kept"),
    [
        (Selection(regions=("Africa",)), [19, 20, 21, 22, 23, 24, 25, 39]),
        (Selection(subregions=("South-eastern Asia",)), list(range(26, 36))),
        (Selection(countries=("ZAF",)), [19, 20, 21, 22, 23, 24, 25, 39]),
        (Selection(kinds=("visit", "visit_exchange")), [1, 2, 3, 4, 5]),
        (Selection(places=("julian-felipe-reef", "spratly-islands")), list(range(26, 34))),
        (Selection(countries=("BLR",), places=("johannesburg",)), []),
        (Selection(sides=("third_party",)), [35]),
        (Selection(sides=("independent", "third_party")), [3, 4, 6, 7, 8, 18, 21, 22, 23, 25, 35]),
        (Selection(regions=("Europe",), kinds=("vessel_count",)), []),
        (Selection(regions=("Asia", "Africa"), sides=("china",)), [32, 33, 34]),
        (Selection(regions=("Asia",), countries=("PHL", "BLR"), kinds=("deployment",)), [28]),
        (Selection(regions=("Oceania",)), []),
    ],
)
def test_members_of_a_part_widen_and_parts_narrow(selection, kept):
    assert numbers(selection.apply(facts.load())) == kept


# By hand: 2021 and the first visit end before 15 August; the counts over the year, August itself
# and the undated statements may lie before or after it.
AFTER_MID_AUGUST = Selection(start=date(2023, 8, 15))
BEFORE = {3, 6, 7, 8}
EITHER = {4, 5, 10, 21, 22, 23, 24, 25, 32, 37, 38, 39}


def test_a_month_is_possibly_but_not_certainly_after_its_middle():
    august = dated("2023-08")
    assert len(AFTER_MID_AUGUST.apply(august)) == 1
    assert AFTER_MID_AUGUST.certain(august).tolist() == [False]
    assert len(Selection(start=date(2023, 8, 15), sure=True).apply(august)) == 0
    assert len(Selection(start=date(2023, 8, 1), sure=True).apply(august)) == 1


def test_the_article_after_mid_august_possibly_and_certainly():
    everything = set(range(1, 40))
    assert set(numbers(AFTER_MID_AUGUST.apply(facts.load()))) == everything - BEFORE
    certainly = Selection(start=date(2023, 8, 15), sure=True)
    assert set(numbers(certainly.apply(facts.load()))) == everything - BEFORE - EITHER


def test_the_article_until_the_end_of_november_possibly_and_certainly():
    possibly = Selection(end=date(2023, 11, 30)).apply(facts.load())
    certain = {3, 6, 7, 8, 19, 21, 22, 23, 33, 34, 35}
    assert set(numbers(possibly)) == certain | {4, 5, 10, 20, 24, 25, 32, 37, 38, 39}
    certainly = Selection(end=date(2023, 11, 30), sure=True).apply(facts.load())
    assert set(numbers(certainly)) == certain


@pytest.mark.parametrize(
    ("edtf", "first", "last", "possible", "certain"),
    [
        ("2023-12-04", date(2023, 12, 4), date(2023, 12, 4), True, True),
        ("2023-12-04", date(2023, 12, 5), None, False, False),
        ("2023-12-04", None, date(2023, 12, 3), False, False),
        ("2023-12-03~", date(2023, 12, 3), date(2023, 12, 3), True, False),
        ("2023-12-03~", date(2023, 12, 4), date(2023, 12, 9), True, False),
        ("2023-12-03~", date(2023, 12, 3), date(2023, 12, 9), True, False),
        ("2023-12-03~", date(2023, 12, 1), date(2023, 12, 3), True, False),
        ("2023-12-03~", date(2023, 12, 2), date(2023, 12, 4), True, True),
        ("2023-12-03~", date(2023, 12, 5), date(2023, 12, 9), False, False),
        ("2021?", date(2022, 6, 1), date(2022, 12, 31), True, False),
        ("2021?", date(2023, 1, 1), None, False, False),
        ("2021", date(2021, 1, 1), date(2021, 12, 31), True, True),
        ("2021", date(2021, 1, 2), date(2021, 12, 31), True, False),
        ("../2023-12-04", None, date(2023, 12, 4), True, True),
        ("../2023-12-04", date(1900, 1, 1), date(2023, 12, 4), True, False),
        ("../2023-12-04", date(2023, 12, 5), None, False, False),
        ("2023-11-30/..", date(2023, 11, 30), None, True, True),
        ("2023-11-30/..", date(2023, 11, 30), date(2999, 12, 31), True, False),
        ("2023-11-30/..", None, date(2023, 11, 29), False, False),
        ("2023-02-28/2023-03-02", date(2023, 3, 2), date(2023, 3, 9), True, False),
        ("2023-02-28/2023-03-02", date(2023, 2, 28), date(2023, 3, 2), True, True),
        ("2023-12-04", date(1, 1, 1), date(9999, 12, 31), True, True),
    ],
)
def test_a_date_lies_possibly_or_certainly_in_a_period(edtf, first, last, possible, certain):
    fact = dated(edtf)
    selection = Selection(start=first, end=last)
    assert len(selection.apply(fact)) == possible
    assert selection.certain(fact).tolist() == [certain]
    assert len(Selection(start=first, end=last, sure=True).apply(fact)) == certain


def test_without_a_period_every_date_is_certain():
    assert len(Selection(sure=True).apply(facts.load())) == 39


def test_to_select_changes_nothing():
    shown = facts.load()
    Selection(regions=("Asia",), start=date(2023, 12, 1)).apply(shown)
    pd.testing.assert_frame_equal(shown, facts.load())


def test_an_empty_frame_stays_empty():
    nothing = facts.load().iloc[:0]
    assert Selection(regions=("Asia",), start=date(2023, 12, 1)).apply(nothing).empty


@pytest.mark.parametrize(
    ("selection", "words"),
    [
        (Selection(), "All countries, all dates"),
        (
            Selection(
                subregions=("Eastern Europe",),
                start=date(2023, 2, 28),
                end=date(2023, 12, 5),
                kinds=("visit",),
            ),
            "Eastern Europe, 28 Feb to 5 Dec 2023, visits",
        ),
        (
            Selection(start=date(2022, 12, 30), end=date(2023, 1, 2)),
            "All countries, 30 Dec 2022 to 2 Jan 2023",
        ),
        (Selection(start=date(2023, 12, 4), end=date(2023, 12, 4)), "All countries, 4 Dec 2023"),
        (Selection(start=date(2023, 8, 15)), "All countries, from 15 Aug 2023 on"),
        (Selection(end=date(2023, 8, 15)), "All countries, until 15 Aug 2023"),
        (Selection(countries=("BLR", "ZAF")), "Belarus and South Africa, all dates"),
        (Selection(regions=("Africa", "Asia", "Europe")), "Africa, Asia and Europe, all dates"),
        # A country and a region narrow together, which "and" would not say.
        (
            Selection(regions=("Europe",), countries=("BLR",)),
            "Belarus in Europe, all dates",
        ),
        (
            Selection(places=("spratly-islands",)),
            "All countries, in the Spratly Islands, all dates",
        ),
        (
            Selection(countries=("BLR",), places=("minsk", "beijing"), kinds=("visit",)),
            "Belarus, in Minsk and in Beijing, all dates, visits",
        ),
        (Selection(places=("china",)), "All countries, in China, all dates"),
        (
            Selection(kinds=("grant", "loan"), sides=("china", "third_party")),
            "All countries, all dates, grants and loans, said by China and third parties",
        ),
        (Selection(sides=("partner",)), "All countries, all dates, said by the partner"),
        (
            Selection(start=date(2023, 8, 15), sure=True),
            "All countries, from 15 Aug 2023 on, only what certainly lies in the period",
        ),
        (Selection(sure=True), "All countries, all dates"),
    ],
)
def test_a_selection_says_itself_in_words(selection, words):
    assert selection.words == words


ROUND_TRIPS = [
    Selection(),
    Selection(sure=True),
    Selection(start=date(2023, 2, 28)),
    Selection(end=date(2023, 12, 5)),
    Selection(start=date(2023, 12, 4), end=date(2023, 12, 4), sure=True),
    Selection(start=date(1949, 1, 1), end=date(2099, 12, 31)),
    Selection(regions=tuple(countries.regions())),
    Selection(subregions=tuple(countries.subregions())),
    Selection(countries=tuple(countries.table().index)),
    Selection(kinds=tuple(KINDS)),
    Selection(sides=tuple(SIDES)),
    Selection(countries=("ZAF", "BLR")),
    Selection(
        regions=("Europe", "Asia"),
        subregions=("Eastern Europe",),
        countries=("BLR",),
        places=("minsk",),
        kinds=("visit", "statement"),
        sides=("independent",),
        start=date(2023, 1, 1),
        end=date(2023, 12, 31),
        sure=True,
    ),
]


@pytest.mark.parametrize("selection", ROUND_TRIPS)
def test_a_link_brings_the_selection_back(selection):
    assert Selection.from_link(selection.link) == (selection, [])
    assert list(selection.link) == [key for key in LINK_KEYS if key in selection.link]


def test_a_link_is_readable():
    assert ROUND_TRIPS[-1].link == {
        "region": ["Europe", "Asia"],
        "subregion": ["Eastern Europe"],
        "country": ["Belarus"],
        "place": ["Minsk"],
        "kind": ["Visits", "Statements"],
        "side": ["Independent voices"],
        "from": ["2023-01-01"],
        "to": ["2023-12-31"],
        "sure": ["true"],
    }
    assert Selection().link == {}


def test_a_link_takes_names_codes_and_keys_in_any_case_and_twice():
    link = {
        "region": ["europe"],
        "country": ["BELARUS", "BLR", "the Philippines", "Byelorussia"],
        "kind": ["visits", "visit", "TRADE_RANK"],
        "side": ["third parties", "china"],
        "sure": ["TRUE"],
        "theme": ["dark"],
    }
    expected = Selection(
        regions=("Europe",),
        countries=("BLR", "PHL"),
        kinds=("visit", "trade_rank"),
        sides=("third_party", "china"),
        sure=True,
    )
    assert Selection.from_link(link) == (expected, [])


@pytest.mark.parametrize(
    ("link", "kept", "ignored"),
    [
        ({"country": ["Atlantis"]}, Selection(), "the unknown country “Atlantis”"),
        ({"place": ["Atlantis"]}, Selection(), "the unknown place “Atlantis”"),
        (
            {"country": ["Korea", "Belarus"]},
            Selection(countries=("BLR",)),
            "the unknown country “Korea”",
        ),
        ({"region": ["Mars"]}, Selection(), "the unknown region “Mars”"),
        ({"subregion": ["Europe"]}, Selection(), "the unknown subregion “Europe”"),
        ({"kind": ["picnic"]}, Selection(), "the unknown kind “picnic”"),
        ({"side": ["nobody"]}, Selection(), "the unknown side “nobody”"),
        (
            {"from": ["2023-02-29"], "to": ["2023-12-05"]},
            Selection(end=date(2023, 12, 5)),
            "the date “from=2023-02-29”, which is not a day like 2023-12-04",
        ),
        (
            {"from": ["1800-01-01"]},
            Selection(),
            "the date “from=1800-01-01”, which does not lie from 1949-01-01 to 2099-12-31",
        ),
        (
            {"from": ["2023-02-01", "2023-03-01"]},
            Selection(start=date(2023, 2, 1)),
            "the date “from=2023-03-01”, because there is one before it",
        ),
        (
            {"to": ["yesterday"]},
            Selection(),
            "the date “to=yesterday”, which is not a day like 2023-12-04",
        ),
        (
            {"from": ["2023-12-05"], "to": ["2023-12-04"]},
            Selection(),
            "the period from 2023-12-05 to 2023-12-04, because it ends before it starts",
        ),
        ({"sure": ["maybe"]}, Selection(), "“sure=maybe”, which is neither true nor false"),
    ],
)
def test_what_a_broken_link_means_is_ignored_in_words(link, kept, ignored):
    assert Selection.from_link(link) == (kept, [ignored])


def test_all_that_is_ignored_is_named():
    link = {"region": ["Mars", "Venus"], "from": ["?"], "sure": ["0"], "kind": ["Visits"]}
    kept, ignored = Selection.from_link(link)
    assert kept == Selection(kinds=("visit",))
    assert len(ignored) == 4


def test_an_empty_parameter_is_none():
    assert Selection.from_link({"country": [""], "from": [], "to": [""]}) == (Selection(), [])


def test_widenings_say_what_each_part_costs():
    narrow = Selection(countries=("ZAF",), kinds=("visit",))
    assert narrow.apply(facts.load()).empty
    assert narrow.widenings(facts.load()) == [("the kind", 8), ("the country", 3)]


def test_a_place_counts_as_a_part_to_widen():
    narrow = Selection(places=("beijing",), kinds=("vessel_count",))
    assert narrow.apply(facts.load()).empty
    assert narrow.widenings(facts.load()) == [("the kind", 9), ("the place", 2)]


def test_widenings_name_the_period_and_the_wish_for_certainty():
    # By hand: on 2 December lie, possibly, four facts of "about 3 December", two counts over
    # the year, one open end and seven open starts; certainly none.
    narrow = Selection(start=date(2023, 12, 2), end=date(2023, 12, 2), sure=True)
    assert narrow.apply(facts.load()).empty
    assert narrow.widenings(facts.load()) == [
        ("the period", 39),
        ("the wish for certain dates only", 14),
    ]


def test_what_would_not_help_is_no_widening():
    assert Selection().widenings(facts.load()) == []
    assert Selection(regions=("Oceania",), kinds=("loan",)).widenings(facts.load()) == []
