"""Drafting, names: countries, peoples, cities, regions and persons in a text."""

import pytest

from data import countries
from data.drafting.gazetteer import HERE, mentions
from data.drafting.persons import persons


def named(text):
    return [(m.text, m.iso3) for m in mentions(text)]


def people(text):
    return [(m.name, m.iso3, m.rank) for m in persons(text, mentions(text)) if m.sort == "person"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("China and Peru agreed.", [("China", "CHN"), ("Peru", "PER")]),
        ("The Zambian and Chinese sides met.", [("Zambian", "ZMB"), ("Chinese", "CHN")]),
        ("Beijing wrote to Lusaka.", [("Beijing", "CHN"), ("Lusaka", "ZMB")]),
        ("U.S.-China trade.", [("U.S.", "USA"), ("China", "CHN")]),
        ("The PRC and the U.K. spoke.", [("PRC", "CHN"), ("U.K.", "GBR")]),
        ("Papua New Guinea is near.", [("Papua New Guinea", "PNG")]),
        ("South Korean and North Korean.", [("South Korean", "KOR"), ("North Korean", "PRK")]),
        ("Guinea-Bissau's port.", [("Guinea-Bissau", "GNB")]),
        ("People's Republic of\n    China", [("People's Republic of\n    China", "CHN")]),
        ("African leaders.", [("African", "")]),
    ],
)
def test_a_country_is_known_by_each_of_its_names(text, found):
    assert named(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Ships crossed the South China Sea.",
        "The South China Morning Post wrote.",
        "Voice of America asked.",
        "The Victoria Nile is long.",
        "The Times of India asked.",
        "They paid US$5 for it.",
        "He went to the University of Zambia.",
        "Hong Kong is quiet.",
        "turkey and china on the table",
    ],
)
def test_names_that_only_look_like_a_country(text):
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zambia's President Edgar Lungu spoke.", [("Edgar Lungu", "ZMB", True)]),
        ("President Xi Jinping spoke.", [("Xi Jinping", "CHN", True)]),
        ("Pakistani Petroleum Minister Ali Noor came.", [("Ali Noor", "PAK", True)]),
        ("Secretary of State Jane Doe left.", [("Jane Doe", "USA", True)]),
        ("Transport Minister James Macharia left.", [("James Macharia", "", True)]),
        ("Chinese Foreign Ministry spokesman Lu Kang spoke.", [("Lu Kang", "CHN", False)]),
        ("Rwanda's Paul Kagame came.", [("Paul Kagame", "RWA", True)]),
        ("The Chinese foreign minister came.", [("", "CHN", True)]),
        ("Prime Minister of Vietnam Pham Minh Chinh came.", [("Pham Minh Chinh", "VNM", True)]),
        ("President Joseph R. Biden, Jr. came.", [("Joseph R. Biden", "USA", True)]),
        ("President Salim Adou on Monday left.", [("Salim Adou", "", True)]),
    ],
)
def test_a_person_has_the_country_before_the_title_or_that_of_a_known_leader(text, found):
    assert people(text) == found


def test_a_surname_alone_is_the_person_who_was_introduced():
    text = "Togolese President Ama Kofi left. Kofi came back. Kofian customs stayed."
    assert people(text) == [("Ama Kofi", "TGO", True), ("Ama Kofi", "TGO", True)]


def test_a_chinese_surname_stands_first():
    text = "Chinese Ambassador Zheng Wei left. Zheng came back."
    assert people(text) == [("Zheng Wei", "CHN", False), ("Zheng Wei", "CHN", False)]


@pytest.mark.parametrize("table", ["demonyms.csv", "leaders.csv"])
def test_the_tables_name_known_countries_and_each_name_once(table):
    lines = (HERE / table).read_text(encoding="utf-8").splitlines()
    rows = [line.split(",") for line in lines[1:]]
    column = lines[0].split(",").index("iso3")
    assert {row[column] for row in rows} <= set(countries.table().index)
    names = [name for row in rows for name in row[1 - column].split(";")]
    assert len(set(names)) == len(names)
