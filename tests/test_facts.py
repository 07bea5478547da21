"""Facts: the founding article, fact by fact, and the frame that everything else reads."""

import math
import os
import re

import pandas as pd
import pytest

from data import facts, sources
from data.facts import PATH
from data.reading import InvalidFacts
from data.schema import CATEGORIES, DERIVED, TYPED

NAN = math.nan
COUNTRIES = {
    "Belarus": ("BLR", "Europe", "Eastern Europe"),
    "South Africa": ("ZAF", "Africa", "Southern Africa"),
    "Philippines": ("PHL", "Asia", "South-eastern Asia"),
    "": ("", "", ""),
}

# number, earliest, latest, precision, doubt (EDTF's sign), lower, upper, country, figure;
# a dash is an open end. Read from the article by hand: it came out on Tuesday, 5 December 2023,
# so that its "last Thursday" is 30 November.
BY_HAND = [
    (1, "2023-12-04", "2023-12-04", "day", "", NAN, NAN, "Belarus", ""),
    (2, "2023-12-04", "2023-12-04", "day", "", 3, 3, "Belarus", "3"),
    (3, "2023-02-28", "2023-03-02", "span", "", NAN, NAN, "Belarus", ""),
    (4, "2023-01-01", "2023-12-31", "year", "", 2, 2, "Belarus", "2"),
    (5, "2023-03-01", "2023-12-04", "span", "", 120, NAN, "Belarus", ">120"),
    (6, "2021-01-01", "2021-12-31", "year", "", 7, 7, "Belarus", "7th"),
    (7, "2021-01-01", "2021-12-31", "year", "?", 2, 2, "Belarus", "2nd"),
    (8, "2021-01-01", "2021-12-31", "year", "?", 0.25, 0.25, "Belarus", "~0.25×"),
    (9, "2023-12-04", "2023-12-04", "day", "", 150, NAN, "", ">150"),
    (10, "-", "2023-12-04", "span", "", 8, 8, "", "8"),
    (11, "2023-12-04", "2023-12-04", "day", "", NAN, NAN, "Belarus", ""),
    (12, "2023-12-04", "2023-12-04", "day", "", NAN, NAN, "Belarus", ""),
    (13, "2023-12-04", "2023-12-04", "day", "", NAN, NAN, "Belarus", ""),
    (14, "2023-12-04", "2023-12-04", "day", "", NAN, NAN, "Belarus", ""),
    (15, "2023-12-04", "2023-12-04", "day", "", NAN, NAN, "Belarus", ""),
    (16, "2023-12-04", "2023-12-04", "day", "", NAN, NAN, "Belarus", ""),
    (17, "2023-12-04", "2023-12-04", "day", "", NAN, NAN, "Belarus", ""),
    (18, "2023-12-05", "2023-12-05", "day", "", 5, NAN, "Belarus", "≥5"),
    (19, "2023-11-30", "2023-11-30", "day", "", 450, 450, "South Africa", "450"),
    (20, "2023-11-30", "-", "span", "", 100, 100, "South Africa", "~100"),
    (21, "2023-08-01", "2023-08-31", "month", "", 8.9e6, 8.9e6, "South Africa", "$8.9M"),
    (22, "2023-08-01", "2023-08-31", "month", "", 26.8e6, 26.8e6, "South Africa", "~$26.8M"),
    (23, "2023-08-01", "2023-08-31", "month", "", NAN, NAN, "South Africa", ""),
    (24, "-", "2023-12-05", "span", "", NAN, NAN, "South Africa", ""),
    (25, "-", "2023-12-05", "span", "", NAN, NAN, "South Africa", ""),
    (26, "2023-12-03", "2023-12-03", "day", "~", 100, NAN, "Philippines", ">100"),
    (27, "2023-12-03", "2023-12-03", "day", "~", 135, NAN, "Philippines", ">135"),
    (28, "2023-12-03", "2023-12-03", "day", "~", 2, 2, "Philippines", "2"),
    (29, "2023-12-03", "2023-12-03", "day", "", NAN, NAN, "Philippines", ""),
    (30, "2023-12-05", "2023-12-05", "day", "", NAN, NAN, "Philippines", ""),
    (31, "2023-12-03", "2023-12-03", "day", "~", NAN, NAN, "Philippines", ""),
    (32, "-", "2023-12-05", "span", "", NAN, NAN, "Philippines", ""),
    (33, "2023-11-30", "2023-11-30", "day", "", NAN, NAN, "Philippines", ""),
    (34, "2023-11-30", "2023-11-30", "day", "", NAN, NAN, "Philippines", ""),
    (35, "2023-10-01", "2023-10-31", "month", "", NAN, NAN, "Philippines", ""),
    (36, "2023-12-04", "2023-12-05", "span", "", NAN, NAN, "Belarus", ""),
    (37, "-", "2023-12-05", "span", "", NAN, NAN, "Belarus", ""),
    (38, "-", "2023-12-05", "span", "", NAN, NAN, "Belarus", ""),
    (39, "-", "2023-12-05", "span", "", NAN, NAN, "South Africa", ""),
]


@pytest.fixture
def copied(tmp_path):
    """Return a copy of the collection's file, to be changed."""
    path = tmp_path / "facts.csv"
    path.write_bytes(PATH.read_bytes())
    return path


def change(path, old, new):
    """Change a file as an editor does; its time moves on even where the clock is coarse."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    before = path.stat().st_mtime_ns
    path.write_text(text.replace(old, new), encoding="utf-8")
    os.utime(path, ns=(before + 1_000_000, before + 1_000_000))


def test_39_facts_load_with_every_column_in_order():
    shown = facts.load()
    assert len(shown) == len(BY_HAND) == 39
    assert list(shown.columns) == [*TYPED, *DERIVED]
    assert list(shown.index) == list(range(39))
    assert shown["fact_id"].tolist() == [f"tna-20231205-{number:02}" for number in range(1, 40)]


@pytest.mark.parametrize(
    ("number", "earliest", "latest", "precision", "doubt", "lower", "upper", "country", "figure"),
    BY_HAND,
)
def test_a_fact_is_derived_as_by_hand(
    number, earliest, latest, precision, doubt, lower, upper, country, figure
):
    fact = facts.load().set_index("fact_id").loc[f"tna-20231205-{number:02}"]
    for end, day in ((fact["earliest"], earliest), (fact["latest"], latest)):
        assert pd.isna(end) if day == "-" else end == pd.Timestamp(day)
    assert fact["precision"] == precision
    assert (fact["uncertain"], fact["approximate"]) == (doubt == "?", doubt == "~")
    assert (fact["lower"], fact["upper"]) == pytest.approx((lower, upper), nan_ok=True)
    assert fact["country"] == country
    assert (fact["partner"], fact["region"], fact["subregion"]) == COUNTRIES[country]
    assert fact["figure"] == figure


def test_the_columns_are_typed():
    shown = facts.load()
    floats = ["value", "lower", "upper", "lat", "lon"]
    days = ["earliest", "latest", "reach_first", "reach_last", "published"]
    flags = ["uncertain", "approximate"]
    assert set(shown[floats].dtypes.astype(str)) == {"float64"}
    assert set(shown[days].dtypes.astype(str)) == {"datetime64[us]"}
    assert set(shown[flags].dtypes.astype(str)) == {"bool"}
    assert set(shown[list(CATEGORIES)].dtypes.astype(str)) == {"category"}
    text = shown.drop(columns=[*floats, *days, *flags])
    assert set(text.drop(columns=list(CATEGORIES)).dtypes.astype(str)) == {"str"}
    assert not text.isna().any(axis=None)
    assert list(shown["partner"].cat.categories) == ["", "BLR", "PHL", "ZAF"]


def test_a_fact_carries_its_words_place_flag_and_source():
    fact = facts.load().set_index("fact_id").loc["tna-20231205-27"]
    assert fact["figure_words"] == "more than 135 vessels"
    assert fact["date_words"] == "about 3 December 2023"
    assert fact["reach_first"] == pd.Timestamp("2023-12-02")
    assert fact["reach_last"] == pd.Timestamp("2023-12-04")
    assert (fact["place_name"], fact["lat"], fact["lon"]) == ("Julian Felipe Reef", 9.99, 114.66)
    assert fact["flag"] == "🇵🇭"
    assert fact["publisher"] == "The New American"
    assert fact["published"] == pd.Timestamp("2023-12-05")
    assert fact["source_title"] == sources.table().at["tna-20231205", "title"]


def test_a_fact_of_no_country_and_place_says_so_by_empty_cells():
    fact = facts.load().set_index("fact_id").loc["tna-20231205-09"]
    assert list(fact[["country", "flag", "region", "subregion", "place_name"]]) == [""] * 5
    assert fact[["lat", "lon"]].isna().all()


def test_open_ends_reach_as_far_as_days_do():
    shown = facts.load().set_index("fact_id")
    assert shown.at["tna-20231205-10", "reach_first"] == pd.Timestamp("0001-01-01")
    assert shown.at["tna-20231205-20", "reach_last"] == pd.Timestamp("9999-12-31")


def test_a_file_that_changed_is_read_anew(copied):
    assert facts.load(copied).at[0, "partner"] == "BLR"
    change(copied, "tna-20231205-01,visit,working,BLR", "tna-20231205-01,visit,working,NAM")
    assert facts.load(copied).at[0, "partner"] == "NAM"


def test_a_file_that_broke_and_was_mended_is_read_anew(copied):
    good, broken = "visit,working,BLR", "visit,working,BLX"
    change(copied, good, broken)
    with pytest.raises(InvalidFacts):
        facts.load(copied)
    change(copied, broken, good)
    assert len(facts.load(copied)) == 39


def test_the_code_of_namibia_is_no_missing_value(copied):
    """NA is Namibia's two-letter code, and pandas reads the like of it as nothing."""
    change(copied, "tna-20231205-01,visit,working,BLR", "tna-20231205-01,visit,working,NAM")
    fact = facts.load(copied).iloc[0]
    assert list(fact[["partner", "country", "flag"]]) == ["NAM", "Namibia", "🇳🇦"]
    assert (fact["region"], fact["subregion"]) == ("Africa", "Southern Africa")


def test_text_that_pandas_takes_for_missing_stays_text(copied):
    change(copied, ",about three-quarters less,", ",NA,")
    change(copied, "second-largest", "null")
    typed = facts.load(copied).set_index("fact_id")["value_text"]
    assert typed["tna-20231205-08"] == "NA"
    assert typed["tna-20231205-07"] == "null"


def test_what_is_handed_out_cannot_spoil_the_next_load():
    shown = facts.load()
    shown.loc[0, "partner"] = "ZAF"
    shown["summary"] = "changed"
    del shown["note"]
    again = facts.load()
    assert again.at[0, "partner"] == "BLR"
    assert "changed" not in set(again["summary"])
    assert "note" in again


def test_a_file_with_a_byte_order_mark_and_windows_line_ends_loads_the_same(copied):
    expected = facts.load()
    copied.write_bytes(b"\xef\xbb\xbf" + PATH.read_bytes().replace(b"\n", b"\r\n"))
    pd.testing.assert_frame_equal(facts.load(copied), expected)


def test_a_file_of_a_header_alone_is_no_fact_and_no_fault(tmp_path):
    path = tmp_path / "none.csv"
    path.write_text(",".join(TYPED) + "\n", encoding="utf-8")
    nothing = facts.load(path)
    assert nothing.empty
    assert nothing.dtypes.astype(str).to_dict() == facts.load().dtypes.astype(str).to_dict()


def test_columns_may_stand_in_any_order(copied):
    text = pd.read_csv(PATH, dtype="str", keep_default_na=False)
    text[text.columns[::-1]].to_csv(copied, index=False)
    pd.testing.assert_frame_equal(facts.load(copied), facts.load())


def test_the_revision_is_seven_hex_digits_that_change_with_a_cell(copied):
    revision = facts.revision()
    assert re.fullmatch("[0-9a-f]{7}", revision)
    assert facts.revision(copied) == revision
    change(copied, "Lukashenko met Xi in Beijing on", "Lukashenko met Xi in Peking on")
    changed = facts.revision(copied)
    assert re.fullmatch("[0-9a-f]{7}", changed)
    assert changed != revision


def test_each_part_lies_in_an_engagement_that_has_a_fact():
    shown = facts.load()
    assert set(shown["part_of"]) - {""} <= set(shown["engagement"])
