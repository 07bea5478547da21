"""Totals that do not lie: intervals, what they count, what they leave out."""

import math

import pandas as pd
import pytest

from data import facts, totals
from data.schema import TYPED
from data.totals import LeftOut, total

NAN = math.nan


def frame(*rows):
    """Derive facts from what they differ in; the rest is a pledge of so many US dollars."""
    common = dict.fromkeys(TYPED, "") | {
        "kind": "grant",
        "date": "2023",
        "date_role": "announced",
        "qualifier": "exact",
        "unit": "USD",
        "status": "pledged",
        "source": "tna-20231205",
    }
    numbered = [{"fact_id": f"t-{number}"} | row for number, row in enumerate(rows, start=1)]
    return facts.derive(pd.DataFrame([common | row for row in numbered], dtype="str"))


def test_the_article_pledges_about_35_7_million_dollars():
    pledged = total(facts.load().query("partner == 'ZAF'"), unit="USD", status="pledged")
    assert (pledged.lower, pledged.upper) == (35_700_000, 35_700_000)
    assert pledged.facts == ("tna-20231205-21", "tna-20231205-22")
    assert pledged.approximate
    assert pledged.words == "about 35.7 million US dollars"
    assert pledged.short == "~$35.7M"
    assert pledged.left_out == (
        LeftOut(
            "no value stated",
            ("tna-20231205-23", "tna-20231205-24", "tna-20231205-25", "tna-20231205-39"),
        ),
        LeftOut("other unit", ("tna-20231205-19", "tna-20231205-20")),
    )


def test_the_article_states_no_money_as_delivered():
    delivered = total(facts.load(), unit="USD", status="delivered")
    assert delivered.facts == ()
    assert math.isnan(delivered.value)
    assert delivered.short == "none stated"
    assert delivered.words == "no value stated"
    unpaid = ("tna-20231205-21", "tna-20231205-22")
    assert LeftOut("not delivered", unpaid) in delivered.left_out


def test_generators_delivered_and_planned_are_never_one_sum():
    shown = facts.load()
    delivered = total(shown, unit="generators", status="delivered")
    planned = total(shown, unit="generators", status="planned")
    assert (delivered.words, delivered.facts) == ("450 generators", ("tna-20231205-19",))
    assert (planned.words, planned.facts) == ("about 100 generators", ("tna-20231205-20",))
    assert LeftOut("not delivered", ("tna-20231205-20",)) in delivered.left_out
    assert LeftOut("not planned", ("tna-20231205-19",)) in planned.left_out
    aid = [(t.unit, t.status) for t in totals.by_unit(shown.query("kind == 'donation'"))]
    assert aid == [("USD", "pledged"), ("generators", "delivered"), ("generators", "planned")]


def test_every_fact_is_either_counted_or_left_out_once():
    shown = facts.load()
    pledged = total(shown, unit="USD", status="pledged")
    named = [*pledged.facts, *(fact for part in pledged.left_out for fact in part.facts)]
    assert sorted(named) == sorted(shown["fact_id"])


def test_a_part_is_not_added_to_the_whole_that_is_counted():
    shown = frame(
        {"value": "100", "engagement": "whole"},
        {"value": "30", "engagement": "part", "part_of": "whole"},
        {"value": "10", "engagement": "crumb", "part_of": "part"},
        {"value": "5", "part_of": "whole"},
        {"value": "7"},
    )
    pledged = total(shown, unit="USD", status="pledged")
    assert (pledged.words, pledged.facts) == ("107 US dollars", ("t-1", "t-5"))
    assert pledged.left_out == (
        LeftOut("part of a larger item that is counted", ("t-2", "t-3", "t-4")),
    )


def test_a_part_counts_where_the_whole_has_no_figure_in_the_same_sum():
    shown = frame(
        {"value": "", "unit": "", "qualifier": "", "engagement": "whole"},
        {"value": "30", "engagement": "part", "part_of": "whole"},
        {"value": "99", "engagement": "whole", "status": "delivered"},
    )
    pledged = total(shown, unit="USD", status="pledged")
    assert (pledged.value, pledged.facts) == (30, ("t-2",))


def test_claims_about_one_engagement_count_once_as_a_range():
    shown = frame(
        {"value": "8000000", "engagement": "loan"},
        {"value": "9000000", "engagement": "loan"},
        {"value": "1000000"},
    )
    pledged = total(shown, unit="USD", status="pledged")
    assert (pledged.lower, pledged.upper) == (9_000_000, 10_000_000)
    assert pledged.short == "$9M to $10M"
    assert pledged.words == "9 million US dollars to 10 million US dollars"
    assert pledged.facts == ("t-1", "t-2", "t-3")


@pytest.mark.parametrize(
    ("qualifier", "lower", "upper", "brief"),
    [
        ("at_most", NAN, 150, "≤150"),
        ("more_than", 120, NAN, "≥120"),
        ("exact", 120, 150, "$120 to $150"),
    ],
)
def test_a_range_of_claims_is_open_where_one_of_them_is(qualifier, lower, upper, brief):
    unit = "USD" if qualifier == "exact" else "vessels"
    shown = frame(
        {"value": "120", "unit": unit, "engagement": "one"},
        {"value": "150", "unit": unit, "engagement": "one", "qualifier": qualifier},
    )
    counted = total(shown, unit=unit, status="pledged")
    assert (counted.lower, counted.upper) == pytest.approx((lower, upper), nan_ok=True)
    assert counted.short == brief


@pytest.mark.parametrize(
    ("qualifiers", "lower", "upper", "words", "brief"),
    [
        (("exact", "exact"), 300, 300, "300 vessels", "300"),
        (("exact", "about"), 300, 300, "about 300 vessels", "~300"),
        (("exact", "more_than"), 300, NAN, "more than 300 vessels", ">300"),
        (("more_than", "at_least"), 300, NAN, "more than 300 vessels", ">300"),
        (("exact", "at_least"), 300, NAN, "at least 300 vessels", "≥300"),
        (("about", "more_than"), 300, NAN, "more than about 300 vessels", ">300"),
        (("about", "at_least"), 300, NAN, "at least about 300 vessels", "≥300"),
        (("exact", "less_than"), NAN, 300, "less than 300 vessels", "<300"),
        (("exact", "at_most"), NAN, 300, "at most 300 vessels", "≤300"),
    ],
)
def test_an_open_end_leaves_the_sum_open_there(qualifiers, lower, upper, words, brief):
    shown = frame(
        *(
            {"value": value, "unit": "vessels", "qualifier": qualifier, "status": ""}
            for value, qualifier in zip(("100", "200"), qualifiers, strict=True)
        )
    )
    counted = total(shown, unit="vessels", status="")
    assert (counted.lower, counted.upper) == pytest.approx((lower, upper), nan_ok=True)
    assert (counted.words, counted.short) == (words, brief)


def test_a_claim_of_so_many_and_one_of_more_leave_so_many_possible():
    shown = frame(
        {"value": "100", "unit": "vessels", "engagement": "reef"},
        {"value": "100", "unit": "vessels", "engagement": "reef", "qualifier": "more_than"},
    )
    assert total(shown, unit="vessels", status="pledged").short == "≥100"


def test_figures_open_at_different_ends_give_no_sum():
    shown = frame(
        {"value": "100", "unit": "vessels", "qualifier": "more_than"},
        {"value": "200", "unit": "vessels", "qualifier": "less_than"},
    )
    counted = total(shown, unit="vessels", status="pledged")
    assert counted.short == "not known"
    assert counted.words == "not known: some figures are open upwards, others downwards"


@pytest.mark.parametrize("unit", ["rank of China", "rank of partner", "ratio to Russia", ""])
def test_ranks_and_ratios_refuse_to_be_added(unit):
    with pytest.raises(ValueError, match="cannot be added up"):
        total(facts.load(), unit=unit, status="")


def test_totals_pass_over_what_cannot_be_added_and_put_money_first():
    shown = facts.load().query("kind != 'deployment'")
    said = [(t.unit, t.status, t.short) for t in totals.by_unit(shown)]
    assert said == [
        ("USD", "pledged", "~$35.7M"),
        ("countries", "signed", ">150"),
        ("generators", "delivered", "450"),
        ("generators", "planned", "~100"),
        ("hours", "", "3"),
        ("meetings", "", "2"),
        ("sanctioning parties", "ongoing", "≥5"),
        ("steps", "", "8"),
        # Two counts of one fleet: a range from the lower.
        ("vessels", "", ">100"),
        ("visits", "", ">120"),
    ]


def test_no_facts_have_no_total():
    nothing = facts.load().iloc[:0]
    assert totals.by_unit(nothing) == []
    assert total(nothing, unit="USD", status="pledged").words == "no value stated"
