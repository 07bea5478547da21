"""Sources: how facts are cited."""

import pandas as pd
import pytest
from additions import SOURCE, add

from data import facts, sources
from data.store import Change, Refused


def cited(*rows):
    columns = ["source", "publisher", "published", "paragraph"]
    frame = pd.DataFrame(rows, columns=columns)
    return sources.citation(frame.assign(published=pd.to_datetime(frame["published"])))


def test_the_facts_of_the_article_are_cited_with_their_paragraphs():
    shown = facts.load()
    assert sources.citation(shown) == (
        "Source: The New American, 5 Dec 2023, paragraphs 1 to 7, 9 to 27 and 29 to 37"
    )
    vessels = shown[shown["kind"] == "vessel_count"]
    assert sources.citation(vessels) == (
        "Source: The New American, 5 Dec 2023, paragraphs 29, 30 and 32"
    )
    assert sources.citation(shown.iloc[:0]) == ""


@pytest.mark.parametrize(
    ("paragraphs", "listed"),
    [
        (["3"], "paragraph 3"),
        (["3", "4"], "paragraphs 3 and 4"),
        (["3;5", "4"], "paragraphs 3 to 5"),
        (["10", "9", "1", "2;1"], "paragraphs 1, 2, 9 and 10"),
    ],
)
def test_paragraphs_are_listed_in_their_order_and_runs_are_joined(paragraphs, listed):
    rows = [("a-1", "A", "2024-02-01", paragraph) for paragraph in paragraphs]
    assert cited(*rows) == f"Source: A, 1 Feb 2024, {listed}"


def test_several_sources_are_named_in_the_order_of_their_keys():
    said = cited(("b-1", "B", "2024-02-01", "2"), ("a-1", "A", "2023-12-31", "7"))
    assert said == "Sources: A, 31 Dec 2023, paragraph 7; B, 1 Feb 2024, paragraph 2"


def test_of_very_many_sources_four_are_named_and_the_rest_is_counted():
    said = cited(*((f"s-{n}", f"P{n}", "2024-02-01", "1") for n in range(1, 7)))
    assert said.startswith("Sources: P1, 1 Feb 2024, paragraph 1; P2")
    assert said.endswith("P4, 1 Feb 2024, paragraph 1; and 2 more")


def test_printings_of_one_text_are_one_origin(database):
    printing = {"source": "copy-20240103", "syndicated_from": "paper-20240102"}
    again = {"source": "copy-20240104", "syndicated_from": "copy-20240103"}
    add(*(Change("source", SOURCE | cells) for cells in ({}, printing, again)))
    keys = ["paper-20240102", "copy-20240103", "copy-20240104", "tna-20231205", "copy-20240104"]
    assert sources.origins(pd.DataFrame({"source": keys})) == 2
    assert sources.origins(pd.DataFrame({"source": keys[1:3]})) == 1
    assert sources.origins(facts.load()) == 1
    circle = {"source": "paper-20240102", "syndicated_from": "copy-20240104"}
    with pytest.raises(Refused, match="makes a circle"):
        add(Change("source", circle, based_on=1))


def test_a_new_key_is_made_of_publisher_and_day_and_was_never_used(database):
    assert sources.new_key("The New American", "2023-12-05") == "tna-20231205-2"
    assert sources.new_key("Xinhua", "2023-12-05") == "xinhua-20231205"
    assert sources.new_key("L’Écho", "") == "lecho"
    assert sources.new_key("新华社", "2023-12-05") == "source-20231205"
    add(Change("source", SOURCE | {"source": "xinhua-20231205"}))
    gone = {"source": "xinhua-20231205"}
    add(Change("source", gone, based_on=1, withdrawn=True))
    assert sources.new_key("Xinhua", "2023-12-05") == "xinhua-20231205-2"
