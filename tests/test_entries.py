"""Lists of facts in words, each with its way to the evidence."""

import json

from streamlit.testing.v1 import AppTest


def lines():
    import pandas as pd

    from components import evidence
    from data import facts, questions

    known = facts.load()
    known = known[known["kind"] == "statement"]
    twice = pd.concat([known, known.assign(fact_id=known["fact_id"] + "-b")])
    evidence.lines(questions.chronicle(twice), key="all", heading="day")


def figures():
    from components import evidence
    from data import facts, questions

    evidence.figures(questions.headlines(facts.load()), key="figures")
    evidence.lines(facts.load().iloc[:0], key="none")


def told(app):
    at = AppTest.from_function(app, default_timeout=60).run()
    assert not at.exception
    return at, [json.loads(part.proto.json) for part in at.get("bidi_component")]


def test_a_long_list_ends_and_says_so():
    at, [part] = told(lines)
    # 20 statements in the collection, here twice.
    assert len(part["entries"]) == 30
    assert [caption.value for caption in at.caption] == [
        "30 of 40 are shown; the page Facts lists all."
    ]


def test_a_heading_stands_over_the_first_of_its_facts():
    _, [part] = told(lines)
    headings = [entry["heading"] for entry in part["entries"]]
    assert headings[0] == "5 December 2023"
    assert headings[1] == ""
    assert headings.count("Before 5 December 2023") == 1


def test_nothing_is_written_for_no_facts():
    _, [part] = told(figures)
    assert part["look"] == "figures"
    vessels = next(entry for entry in part["entries"] if entry["title"] == "Chinese vessels")
    assert (vessels["figure"], vessels["facts"]) == (">135", ["tna-20231205-27"])
    assert vessels["aside"] == "Julian Felipe Reef, about 3 December 2023"
