"""What is inside the figures: looked at as data, never as pixels."""

import pandas as pd
import pytest

from components import charts
from data import facts, questions


@pytest.fixture(scope="module")
def known():
    return facts.load()


def arrows(figure):
    return [a for a in figure.layout.annotations if a.showarrow]


def test_an_open_end_is_solid_to_its_bound_then_fades_under_an_arrow(known):
    chart = charts.vessel_counts(questions.vessel_counts(known))
    fading, solid = chart.figure.data
    assert (list(solid.base), list(solid.x)) == ([0, 0], [100, 135])
    words = [a.text for a in chart.figure.layout.annotations if not a.showarrow]
    assert words == ["<b>>100</b>", "<b>>135</b>"]
    first, second = fading.marker.opacity[:12], fading.marker.opacity[12:]
    assert first == second == tuple(sorted(first, reverse=True))
    assert [fading.base[0], fading.base[12]] == [100, 135]
    assert fading.customdata is None
    assert len(arrows(chart.figure)) == 2
    assert [key.mark for key in chart.keys] == ["open-end"]


def test_an_upper_bound_alone_is_a_hollow_bar_that_grows_fainter_to_its_start(known):
    claims = questions.vessel_counts(known).assign(qualifier=["less_than", "exact"])
    fading, hollow, solid = charts.vessel_counts(claims).figure.data
    assert (fading.base[0], fading.base[11] + fading.x[11]) == (0, pytest.approx(100))
    assert list(fading.marker.opacity) == sorted(fading.marker.opacity)
    assert hollow.marker.color == "rgba(0,0,0,0)"
    assert list(solid.x) == [135]
    assert not arrows(charts.vessel_counts(claims).figure)


def test_a_chart_of_very_many_claims_draws_twenty_and_says_so(known):
    claims = questions.vessel_counts(known)
    many = pd.concat([claims.assign(label=f"{n}. " + claims["label"]) for n in range(50)])
    chart = charts.vessel_counts(many)
    assert len(chart.table) == 20
    assert chart.note.startswith("20 of 100 are drawn; the page Facts lists all.")
    assert chart.figure.layout.yaxis.categoryarray[0].startswith("0. Philippine")


def test_each_caveat_is_said_once_and_of_its_figure(known):
    assert charts.vessel_counts(questions.vessel_counts(known)).note == (
        "The day of the count is not stated. "
        ">100: The article says boats here, and militia in the paragraph after. "
        ">135: Photos were published on 3 December."
    )


def test_a_visit_of_unknown_length_is_said_to_be_so(known):
    chart = charts.visit_lengths(questions.visits(known))
    (lengths,) = chart.figure.data
    assert list(lengths.x) == [3, 0]
    assert [a.text for a in chart.figure.layout.annotations if a.y == lengths.y[1]] == [
        "<b>not stated</b>",
    ]
    assert list(chart.table["Length"]) == ["3 days", "not stated"]


def test_what_is_promised_is_hollow_and_what_is_about_is_hatched(known):
    chart = charts.aid_by_status(questions.aid_by_status(known))
    equipment, grant = chart.figure.data
    assert (equipment.base[0], equipment.x[0]) == (0, 8.9e6)
    assert equipment.marker.color == "rgba(0,0,0,0)"
    assert (grant.base[0], grant.x[0]) == (8.9e6, 26.8e6)
    assert grant.marker.pattern.shape == "/"
    words = [a.text for a in chart.figure.layout.annotations]
    assert words == [" equipment value<br>$8.9M ", " grant<br>~$26.8M ", "<b>~$35.7M</b>"]
    narrow = chart.figure.layout.meta["narrow"]["annotations"]
    assert [a["text"] for a in narrow] == [" $8.9M ", " ~$26.8M ", "<b>~$35.7M</b>"]
    assert chart.alt == "Aid in money: South Africa, pledged: about 35.7 million US dollars."
    assert {key.mark for key in chart.keys} == {"about", "planned"}


def test_delivered_and_planned_goods_are_two_bars(known):
    chart = charts.aid_in_kind(questions.aid_in_kind(known))
    assert [trace.x[0] for trace in chart.figure.data] == [450, 100]
    assert [trace.marker.pattern.shape for trace in chart.figure.data] == [None, "/"]


def test_the_best_rank_lies_at_the_end_of_the_axis(known):
    chart = charts.trade_ranks(questions.trade_ranks(known))
    left, right = chart.figure.layout.xaxis.range
    assert left > 7 > 2 > 1 > right
    assert list(chart.figure.data[0].x) == [2, 7]


def test_a_quarter_stands_beside_the_whole(known):
    chart = charts.trade_comparisons(questions.trade_comparisons(known))
    assert [trace.x[0] for trace in chart.figure.data] == [1, 0.25]


def test_the_map_shades_countries_and_marks_every_place(known):
    chart = charts.where(questions.by_country(known), questions.locations(known), asked=39)
    shapes, rings, symbols = chart.figure.data
    assert dict(zip(shapes.locations, shapes.z, strict=True)) == {"BLR": 19, "PHL": 10, "ZAF": 8}
    # Belarus 6 kinds, China 1, Philippines 1, South Africa 3, Beijing 3, Johannesburg 1, the
    # reef 3, the Spratlys 1.
    assert len(symbols.lon) == 6 + 1 + 1 + 3 + 3 + 1 + 3 + 1
    # The reef and the Spratly Islands, each a closed ring and a gap.
    assert len(rings.lon) == 2 * 26 and rings.lon[25] is rings.lon[51] is None
    assert rings.lon[0] == rings.lon[24] > 114.66 and chart.keys[-1].mark == "disputed"
    assert chart.title == "China's engagements with Belarus, the Philippines and South Africa"
    assert chart.note.startswith("2 facts name neither a place nor a single partner. Shapes:")
    reef = chart.table.set_index("Place").loc["Julian Felipe Reef"]
    assert reef["Main figure"] == ">135 vessels"
    assert "claimed by China, the Philippines, Taiwan and Vietnam" in reef["Names and claimants"]


def test_a_map_of_very_many_places_draws_one_symbol_each(known):
    by_country, places = questions.by_country(known), questions.locations(known)
    many = pd.concat([places] * 20)
    chart = charts.where(by_country, many, asked=780)
    assert len(chart.figure.data[2].lon) == len(many) == 160
    assert list(chart.figure.data[2].customdata[:3]) == ["BLR", "CHN", "PHL"]
    assert "A symbol is the kind that most facts of its place are of." in chart.note
    assert "A symbol is" not in charts.where(by_country, places, asked=39).note


def test_every_row_of_a_table_leads_to_its_facts(known):
    chart = charts.aid_in_kind(questions.aid_in_kind(known))
    assert [list(row) for row in chart.behind] == [["tna-20231205-19"], ["tna-20231205-20"]]
    assert chart.table["Figure"].to_list() == ["450", "~100"]
    compared = charts.trade_comparisons(questions.trade_comparisons(known))
    assert len(compared.behind) == len(compared.table) == 1
    where = charts.where(questions.by_country(known), questions.locations(known), asked=39)
    assert len(where.behind) == len(where.table) == 8


def test_every_mark_of_a_picture_leads_to_facts(known):
    drawn = charts.exchanges(questions.exchanges(known))
    assert set(drawn.facts) == {"tna-20231205-04", "tna-20231205-05"}
    for trace in drawn.figure.data:
        assert trace.customdata is None or set(trace.customdata[0]) <= set(drawn.facts)


def test_examples_show_each_way_in_which_a_figure_may_be_uncertain():
    drawn = charts.figures_explained()
    words = [a.text for a in drawn.figure.layout.annotations if a.text]
    assert words == [f"<b>{text}</b>" for text in ("100", ">100", "~100", "<100", "100", "~100")]
    assert list(drawn.table["Bar"])[1:3] == ["solid, then fading into an arrow", "hatched"]
    assert drawn.facts == ()


def test_examples_show_each_way_in_which_a_date_may_be_uncertain():
    drawn = charts.dates_explained()
    bands, symbols = drawn.figure.data
    # Nine days that surely were, drawn twice; nine and, for its "about", one day more of which
    # only some were.
    assert [width / 86_400_000 for width in bands.width] == [9, 9, 10]
    assert list(bands.marker.opacity) == [0.25, 0.85, 0.25]
    assert list(symbols.text) == ["", "", "", "←", "→", ""]
    assert list(symbols.marker.symbol) == ["circle"] * 5 + ["circle-open"]
    assert drawn.figure.layout.yaxis.ticktext[0] == "on this day"
