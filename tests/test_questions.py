"""Questions: what each page asks, answered by hand on the article and on small frames."""

import pandas as pd
import pytest

from data import facts, places, questions
from data.schema import TYPED
from data.totals import Total
from data.vocabularies import SIDES

ARTICLE = "tna-20231205"


def ids(*numbers):
    return tuple(f"{ARTICLE}-{number:02}" for number in numbers)


def frame(*rows, **common):
    """Derive facts from what they differ in; each may leave out what is the same in all."""
    blank = dict.fromkeys(TYPED, "") | {"source": ARTICLE, "side": "china", **common}
    numbered = [{"fact_id": f"t-{number}"} | row for number, row in enumerate(rows, start=1)]
    return facts.derive(pd.DataFrame([blank | row for row in numbered], dtype="str"))


@pytest.fixture
def shown():
    return facts.load()


def records(answer, *columns):
    return list(answer[list(columns)].itertuples(index=False, name=None))


# Every question.

OTHERS = ("sides", "mentions", "of_kinds")
"""What marks facts, names sides, or returns a question instead of an answer."""

ASKED = [name for name in questions.__all__ if name[0].islower() and name not in OTHERS]
NO_TABLES = ("aid_total", "headlines", "positions", "programmes", "window")
TO_COUNTRIES = ("by_country",)
"""Answers whose rows lead to a country, and so to a narrower selection, not to single facts."""


def plain(answer):
    """Make an answer comparable: a table by its cells, a programme by its facts."""
    if isinstance(answer, pd.DataFrame):
        return answer.to_csv(index=False)
    if isinstance(answer, dict):
        return {key: plain(part) for key, part in answer.items()}
    if isinstance(answer, list | tuple):
        return [plain(part) for part in answer]
    if isinstance(answer, questions.Headline):
        return answer.label, answer.figure, answer.context, answer.facts
    if isinstance(answer, Total):
        return answer.words, answer.facts, answer.left_out
    if isinstance(answer, questions.Programme):
        return answer.engagement, plain(answer.facts), plain(answer.parts)
    return answer


@pytest.mark.parametrize("name", ASKED)
def test_every_question_can_be_asked_of_no_facts(name, shown):
    ask = getattr(questions, name)
    answer = ask(shown.iloc[:0])
    if isinstance(answer, pd.DataFrame):
        assert answer.empty
        assert list(answer.columns) == list(ask(shown).columns)
    elif isinstance(answer, dict):
        assert all(part.empty for part in answer.values())
    elif name == "aid_total":
        assert answer.facts == ()
    else:
        assert not answer


@pytest.mark.parametrize("name", ASKED)
def test_no_question_changes_the_facts(name, shown):
    getattr(questions, name)(shown)
    pd.testing.assert_frame_equal(shown, facts.load())


@pytest.mark.parametrize("name", ASKED)
def test_an_answer_does_not_hang_on_the_index_of_the_facts(name, shown):
    """A selection leaves gaps in the index."""
    ask = getattr(questions, name)
    gapped = shown.set_axis(range(100, 139), axis="index")
    assert plain(ask(gapped)) == plain(ask(shown))


@pytest.mark.parametrize(
    "name", [name for name in ASKED if name not in (*NO_TABLES, *TO_COUNTRIES)]
)
def test_every_row_of_an_answer_leads_back_to_facts(name, shown):
    answer = getattr(questions, name)(shown)
    known = set(shown["fact_id"])
    assert len(answer) > 0
    if "facts" in answer:
        assert all(group and set(group) <= known for group in answer["facts"])
    else:
        assert set(answer["fact_id"]) <= known


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tarriela", (27,)),
        ("TWO ARMED", (28,)),
        ("more than 1", (5, 9, 26, 27)),
        ("julian felipe", (26, 27, 28, 29, 30, 31, 32)),
        ("tna-2023", ()),
        (".*", ()),
    ],
)
def test_a_search_looks_into_what_it_promises_and_takes_no_pattern(shown, text, found):
    assert tuple(shown.loc[questions.mentions(shown, text), "fact_id"]) == ids(*found)


def test_a_page_is_about_its_kinds(shown):
    visits = questions.of_kinds(("visit", "visit_exchange"))
    assert tuple(visits(shown)["fact_id"]) == ids(1, 2, 3, 4, 5)
    assert visits(shown.iloc[:0]).empty
    assert questions.of_kinds(("loan",))(shown).empty


# Aid.


def test_aid_by_status_is_two_pledged_figures_with_one_total(shown):
    answer = questions.aid_by_status(shown)
    assert records(answer, "country", "status", "label", "figure", "facts") == [
        ("South Africa", "pledged", "equipment value", "$8.9M", ids(21)),
        ("South Africa", "pledged", "grant", "~$26.8M", ids(22)),
    ]
    assert {total.words for total in answer["total"]} == {"about 35.7 million US dollars"}
    assert answer["note"].tolist()[0].startswith("The article gives the value of the donation")


def test_the_article_states_no_delivered_aid_in_money(shown):
    assert questions.aid_total(shown).short == "~$35.7M"
    assert questions.aid_total(shown, status="delivered").short == "none stated"


def test_aid_in_kind_keeps_delivered_and_planned_apart(shown):
    answer = questions.aid_in_kind(shown)
    assert records(answer, "country", "unit", "status", "figure", "facts") == [
        ("South Africa", "generators", "delivered", "450", ids(19)),
        ("South Africa", "generators", "planned", "~100", ids(20)),
    ]


def test_aid_by_status_runs_from_promise_to_delivery_and_leaves_out_parts():
    shown = frame(
        {"status": "delivered", "value": "4", "engagement": "b"},
        {"status": "pledged", "value": "9", "engagement": "a"},
        {"status": "pledged", "value": "3", "engagement": "c", "part_of": "a"},
        {"status": "signed", "value": "5", "partner": "BLR"},
        {"status": "pledged", "value": "7", "unit": "EUR"},
        {"status": "pledged", "value": "8", "kind": "investment"},
        kind="grant",
        partner="ZAF",
        date="2023",
        qualifier="exact",
        unit="USD",
    )
    answer = questions.aid_by_status(shown)
    assert records(answer, "country", "status", "figure", "facts") == [
        ("Belarus", "signed", "$5", ("t-4",)),
        ("South Africa", "pledged", "$9", ("t-2",)),
        ("South Africa", "delivered", "$4", ("t-1",)),
    ]
    said = {part.reason: part.facts for part in answer["total"].iloc[1].left_out}
    assert said == {
        "other unit": ("t-5",),
        "not pledged": ("t-1",),
        "part of a larger item that is counted": ("t-3",),
    }


def test_the_programme_of_the_article_is_a_tree(shown):
    (programme,) = questions.programmes(shown)
    assert programme.engagement == "zaf-technical-assistance"
    assert tuple(programme.facts["fact_id"]) == ids(23, 24, 25)
    equipment, grant = programme.parts
    assert (equipment.engagement, tuple(equipment.facts["fact_id"])) == ("zaf-equipment", ids(21))
    assert (grant.engagement, tuple(grant.facts["fact_id"])) == ("zaf-grant", ids(22))
    (generators,) = equipment.parts
    assert generators.engagement == "zaf-generators"
    assert tuple(generators.facts["fact_id"]) == ids(19, 20, 39)
    assert (grant.parts, generators.parts) == ((), ())


def test_a_programme_keeps_parts_without_a_name_and_aid_deep_down():
    shown = frame(
        {"engagement": "top", "kind": "statement"},
        {"engagement": "middle", "part_of": "top", "kind": "statement"},
        {"part_of": "middle", "kind": "grant"},
        {"kind": "grant"},
        {"engagement": "talk", "kind": "statement"},
        {"engagement": "more talk", "part_of": "talk", "kind": "statement"},
        date="2023",
    )
    (programme,) = questions.programmes(shown)
    (middle,) = programme.parts
    (grant,) = middle.parts
    assert (programme.engagement, middle.engagement, grant.engagement) == ("top", "middle", "t-3")
    assert tuple(grant.facts["fact_id"]) == ("t-3",)


# Diplomacy.


def test_the_article_knows_two_visits_the_talks_being_part_of_one(shown):
    columns = ("visit", "who", "where", "kind", "date_words", "days", "talks", "year", "facts")
    made = questions.visits(shown)
    assert records(made.assign(days=made["days"].fillna(0)), *columns) == [
        (
            "Alexander Lukashenko in China",
            "Alexander Lukashenko",
            "China",
            "",
            "28 February to 2 March 2023",
            3,
            "",
            2023,
            ids(3),
        ),
        (
            "Alexander Lukashenko in Beijing",
            "Alexander Lukashenko, Xi Jinping",
            "Beijing",
            "working",
            "4 December 2023",
            0,
            "3 hours",
            2023,
            ids(1, 2),
        ),
    ]


def test_both_visits_lie_in_2023(shown):
    answer = questions.visits_by_year(shown)
    assert records(answer, "country", "year", "visits", "facts") == [
        ("Belarus", 2023, 2, ids(3, 1, 2))
    ]


@pytest.mark.parametrize(
    ("edtf", "days", "year"),
    [
        ("2023-12-04/2023-12-04", 1, 2023),
        # It took place on this day; how long it was is not said.
        ("2023-12-04", None, 2023),
        ("2024-02-28/2024-03-01", 3, 2024),
        ("2023-12-30/2024-01-02", 4, 2023),
        ("2023-12-03~", None, 2023),
        ("2023-12-04?", None, 2023),
        ("2023-08", None, 2023),
        ("2023-03/2023-12-04", None, 2023),
        ("2023", None, 2023),
        ("202X", None, None),
        ("../2023-12-04", None, None),
        ("2023-12-04/..", None, 2023),
    ],
)
def test_a_visit_lasts_so_many_days_only_where_both_ends_are_sure_days(edtf, days, year):
    (visit,) = records(
        questions.visits(frame({"date": edtf, "kind": "visit", "actor": "A"})), "days", "year"
    )
    assert [None if pd.isna(number) else number for number in visit] == [days, year]


def test_visits_without_an_engagement_are_one_each_and_the_oldest_is_first():
    shown = frame(
        {"date": "2023-06-01", "actor": "B"},
        {"date": "2022-06-01", "actor": "A; X"},
        {"date": "2023-06-01", "actor": "C", "engagement": "c"},
        {"date": "2023-06-03", "actor": "D", "engagement": "c", "subkind": "state"},
        {"date": "2023", "actor": "E", "kind": "statement"},
        kind="visit",
        partner="BLR",
    )
    answer = questions.visits(shown)
    assert records(answer, "visit", "kind", "facts") == [
        ("A in a place not stated", "", ("t-2",)),
        ("B in a place not stated", "", ("t-1",)),
        ("C in a place not stated", "state", ("t-3", "t-4")),
    ]
    assert records(questions.visits_by_year(shown), "year", "visits") == [(2022, 1), (2023, 2)]


def test_a_visit_that_nobody_made_is_not_counted():
    shown = frame(
        {"date_role": "planned"},
        {"date_role": "announced", "status": "planned"},
        {"date_role": "occurred", "status": "cancelled"},
        {"date_role": "occurred", "status": "ended"},
        kind="visit",
        date="2023-06-01",
        actor="A",
    )
    assert questions.visits(shown)["facts"].tolist() == [("t-4",)]


def test_exchanges_are_claims_side_by_side(shown):
    columns = ("label", "figure_words", "attributed_to", "facts")
    assert records(questions.exchanges(shown), *columns) == [
        (
            "Belarus: two-way visits, March to 4 December 2023",
            "more than 120 visits",
            "Alexander Lukashenko, via Belarusian state media",
            ids(5),
        ),
        ("Belarus: leader meetings, 2023", "2 meetings", "The New American", ids(4)),
    ]


# Headlines.


def test_the_headlines_of_the_article(shown):
    said = [(h.label, h.figure, h.context, h.facts) for h in questions.headlines(shown)]
    assert said == [
        ("Leaders' visits", "2", "with Belarus, 2023", ids(1, 2, 3)),
        ("Two-way visits", ">120", "with Belarus, March to 4 December 2023", ids(5)),
        ("Aid pledged", "~$35.7M", "South Africa, August 2023", ids(21, 22)),
        ("Generators delivered", "450", "South Africa, 30 November 2023", ids(19)),
        ("Chinese vessels", ">135", "Julian Felipe Reef, about 3 December 2023", ids(27)),
        ("Trade rank", "7th", "China among the partners of Belarus, 2021", ids(6)),
    ]
    assert [headline.short_label for headline in questions.headlines(shown)] == [
        "2 visits",
        ">120 visits",
        "~$35.7M pledged",
        "450 generators delivered",
        ">135 vessels",
        "7th in trade",
    ]


def test_what_nothing_is_known_of_has_no_headline(shown):
    assert [h.label for h in questions.headlines(shown.query("partner == 'PHL'"))] == [
        "Chinese vessels"
    ]
    assert questions.headlines(shown.query("kind == 'statement'")) == []


def test_a_headline_is_the_best_rank_and_says_whose():
    ranks = frame(
        {"value": "3", "unit": "rank of China", "partner": "BLR"},
        {"value": "1", "unit": "rank of partner", "partner": "ZAF"},
        {"value": "", "unit": "", "partner": "PHL"},
        kind="trade_rank",
        subkind="total trade",
        date="2022",
    )
    (headline,) = questions.headlines(ranks)
    assert (headline.figure, headline.facts) == ("1st", ("t-2",))
    assert headline.context == "Among China's partners: South Africa, 2022"
    assert questions.headlines(ranks.iloc[2:]) == []


# The sea.


def test_counts_of_vessels_are_claims_and_none_is_chosen(shown):
    columns = ("label", "figure_words", "place_name", "facts")
    assert records(questions.vessel_counts(shown), *columns) == [
        (
            "Philippine Coast Guard, about 3 December 2023",
            "more than 100 vessels",
            "Julian Felipe Reef",
            ids(26),
        ),
        (
            "Jay Tarriela, Philippine Coast Guard, about 3 December 2023",
            "more than 135 vessels",
            "Julian Felipe Reef",
            ids(27),
        ),
    ]


def test_the_two_patrol_vessels_are_a_deployment(shown):
    columns = ("figure_words", "attributed_to", "facts")
    assert records(questions.deployments(shown), *columns) == [
        ("2 vessels", "Philippine Coast Guard", ids(28))
    ]


def test_counts_stand_by_time_and_those_without_a_figure_are_not_drawn():
    shown = frame(
        {"date": "2023-12-05", "value": "9"},
        {"date": "2023-12-04", "value": "20"},
        {"date": "2023-12-04", "value": "10"},
        {"date": "2023-12-03"},
        kind="vessel_count",
        unit="vessels",
        qualifier="exact",
    )
    assert questions.vessel_counts(shown)["facts"].tolist() == [("t-3",), ("t-2",), ("t-1",)]


def test_disputed_waters_have_all_their_names(shown):
    answer = questions.waters(shown)
    assert records(answer, "place", "facts") == [
        ("julian-felipe-reef", ids(26, 27, 28, 29, 30, 31, 32)),
        ("spratly-islands", ids(33)),
    ]
    assert answer["description"].tolist() == [places.describe(key) for key in answer["place"]]


def test_positions_are_the_statements_of_each_side_latest_first(shown):
    answer = questions.positions(shown)
    assert list(answer) == list(SIDES)
    assert tuple(answer["china"]["fact_id"]) == ids(32, 36, 37, 38, 10, 12, 13, 14, 15, 33, 34)
    assert tuple(answer["partner"]["fact_id"]) == ids(24, 30, 39, 16, 17, 31, 29)
    assert tuple(answer["third_party"]["fact_id"]) == ids(35)
    assert tuple(answer["independent"]["fact_id"]) == ids(25)


def test_at_sea_are_the_ships_and_what_was_said_on_them(shown):
    assert tuple(questions.at_sea(shown)["fact_id"]) == ids(*range(26, 36))


def test_at_sea_a_count_of_no_partner_brings_no_other_talk():
    shown = frame(
        {"kind": "vessel_count"},
        {"kind": "statement"},
        {"kind": "statement", "place": "spratly-islands"},
        date="2023",
    )
    assert tuple(questions.at_sea(shown)["fact_id"]) == ("t-1", "t-3")


# Places.


def test_the_article_tells_of_three_countries(shown):
    answer = questions.by_country(shown)
    assert records(answer, "partner", "country", "number") == [
        ("BLR", "Belarus", 19),
        ("PHL", "Philippines", 10),
        ("ZAF", "South Africa", 8),
    ]


def test_each_fact_lies_at_its_place_or_at_its_country(shown):
    answer = questions.locations(shown)
    assert records(answer, "key", "number", "label", "disputed") == [
        ("BLR", 9, ">120 visits", False),
        ("CHN", 1, "1 visit", False),
        ("PHL", 2, "2 facts", False),
        ("ZAF", 7, "~$35.7M pledged", False),
        ("beijing", 9, "1 visit", False),
        ("johannesburg", 1, "1 fact", False),
        ("julian-felipe-reef", 7, ">135 vessels", True),
        ("spratly-islands", 1, "1 fact", True),
    ]
    assert answer["number"].sum() == 39 - len(ids(9, 10))


def test_a_country_as_a_place_and_as_a_partner_alone_are_one_row(shown):
    """19 to 22 and 39 lie at the place South Africa, 24 and 25 have the partner alone."""
    answer = questions.locations(shown).set_index("key")
    south_africa = answer.loc["ZAF"]
    assert south_africa["number"] == 7
    assert south_africa["name"] == "South Africa"
    assert south_africa["facts"] == ids(19, 20, 21, 22, 24, 25, 39)
    assert south_africa["kinds"] == ("donation", "statement", "grant")
    assert (south_africa["lat"], south_africa["lon"]) == (-28.99, 25.09)
    assert answer.at["CHN", "facts"] == ids(3)


def test_a_disputed_reef_is_described_by_all_its_names(shown):
    reef = questions.locations(shown).set_index("key").loc["julian-felipe-reef"]
    assert reef["description"] == places.describe("julian-felipe-reef")
    assert (reef["lat"], reef["lon"]) == (9.99, 114.66)


def test_only_the_two_belt_and_road_facts_are_not_drawn(shown):
    assert tuple(questions.not_drawn(shown)["fact_id"]) == ids(9, 10)


# Time.


def test_the_latest_statements_are_one_a_speaker_the_openly_dated_last(shown):
    answer = questions.latest_statements(shown)
    assert tuple(answer["fact_id"]) == ids(36, 30, 17, 15)
    assert answer["actor"].is_unique
    every = questions.latest_statements(shown, number=99)
    assert list(every["actor"])[4:8] == [
        "Eduardo Ano",
        "Philippine Coast Guard",
        "Wu Qian",
        "Joe Biden",
    ]
    # What is only known to lie before 5 December, the later in the collection first.
    assert tuple(every["fact_id"])[8:] == ids(39, 38, 37, 32, 25, 24)


# Trade.


def test_ranks_say_whose_and_in_which_flow_best_first(shown):
    columns = ("label", "flow", "whose", "rank", "figure", "facts")
    whose = "China's rank among the partner's partners"
    assert records(questions.trade_ranks(shown), *columns) == [
        ("Belarus: imports, 2021, uncertain", "imports", whose, 2, "2nd", ids(7)),
        ("Belarus: total trade, 2021", "total trade", whose, 7, "7th", ids(6)),
    ]


def test_the_comparison_with_russia_is_a_ratio(shown):
    columns = ("other", "ratio", "qualifier", "figure", "figure_words", "facts")
    assert records(questions.trade_comparisons(shown), *columns) == [
        ("Russia", 0.25, "about", "~0.25×", "about a quarter of the figure for Russia", ids(8))
    ]


def test_a_side_is_called_by_its_country_where_there_is_one(shown):
    assert questions.sides(shown) == dict(SIDES)
    reef = shown[shown["partner"] == "PHL"]
    assert questions.sides(reef) == dict(SIDES) | {"partner": "Philippines"}


def test_a_paragraph_tells_its_facts_and_a_fact_may_stand_in_several(shown):
    answer = questions.by_paragraph(shown)
    first = answer[answer["paragraph"] == 1]["fact_id"].str[-2:].tolist()
    assert first == ["01", "04"]
    assert answer[answer["fact_id"] == "tna-20231205-36"]["paragraph"].tolist() == [3, 4]
    assert answer["paragraph"].is_monotonic_increasing
