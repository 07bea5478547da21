"""Drafting: the seam that holds drafts against the text, and what a draft carries."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from data import checks, drafting, places
from data.drafting import Draft, Why
from data.schema import TYPED

ROOT = Path(__file__).parent.parent
PUBLISHED = date(2019, 3, 22)
TEXT = """LOME - Togo's President Faure Gnassingbe met with Chinese President Xi Jinping in Beijing
on Tuesday, and secured a loan of about $40 million.

The "new" port will be run by a Danish firm. Analysts doubt that 300 ships a year will come.

Togo owes Chinese banks more than $500 million, the finance ministry said.
"""
PASSAGE = (TEXT.index("Togo owes"), TEXT.index(" said.") + 6)


def one(**fields):
    sound = {
        "kind": "loan", "start": PASSAGE[0], "end": PASSAGE[1], "partner": "TGO",
        "value": 500e6, "unit": "USD", "qualifier": "more_than",
        "value_text": "more than $500 million",
    }  # fmt: skip
    return Draft(**(sound | fields))


def refusals(**fields):
    kept, refused = drafting.held(TEXT, PUBLISHED, lambda text, published: [one(**fields)])
    assert len(kept) + len(refused) == 1
    return [refusal.reason for refusal in refused]


# What is drafted.


def test_a_text_gives_its_facts_with_every_field():
    visit, loan, debt = drafting.draft(TEXT, PUBLISHED)
    assert (visit.kind, visit.partner, visit.date, visit.date_role) == (
        "visit", "TGO", "2019-03-19", "occurred",
    )  # fmt: skip
    assert (visit.place, visit.actor) == ("Beijing", "Faure Gnassingbe; Xi Jinping")
    assert (loan.kind, loan.value, loan.unit, loan.qualifier) == ("loan", 40e6, "USD", "about")
    assert (loan.value_text, loan.date) == ("about $40 million", "2019-03-19")
    assert (debt.value, debt.qualifier, debt.date) == (500e6, "more_than", "")
    assert (debt.attributed_to, debt.side) == ("finance ministry", "partner")


def test_every_field_says_why():
    for draft in drafting.draft(TEXT, PUBLISHED):
        filled = {name for name in TYPED if getattr(draft, name, "") not in ("", None)}
        assert filled - {"summary"} <= set(draft.why)
    visit = drafting.draft(TEXT, PUBLISHED)[0]
    assert visit.why["partner"].words == "Togo's President Faure Gnassingbe"
    why = visit.why["date"]
    assert (why.words, why.note) == ("Tuesday", "computed from the date of publication")
    assert TEXT[why.start : why.end] == "Tuesday"


def test_the_same_text_gives_the_same_drafts_in_any_process():
    code = (
        "import sys\nfrom datetime import date\nfrom data import drafting\n"
        "print(drafting.draft(sys.stdin.read(), date(2019, 3, 22)))"
    )
    said = set()
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, input=TEXT, capture_output=True, text=True,
            check=True, env=os.environ | {"PYTHONHASHSEED": seed},
        )  # fmt: skip
        said.add(done.stdout)
    assert len(said) == 1
    assert drafting.draft(TEXT, PUBLISHED) == drafting.draft(TEXT, PUBLISHED)


def test_the_stored_text_gives_the_same_drafts_as_the_pasted_one():
    stored = drafting.clean(TEXT)
    pasted = [(d.kind, d.partner, d.date, d.value) for d in drafting.draft(TEXT, PUBLISHED)]
    assert [(d.kind, d.partner, d.date, d.value) for d in drafting.draft(stored, PUBLISHED)] == (
        pasted
    )


def test_a_draft_says_itself_in_a_sentence_of_our_own():
    debt = drafting.draft(TEXT, PUBLISHED)[2]
    assert (
        debt.summary == "Loan between China and Togo: more than 500 million US dollars, delivered."
    )
    assert Draft("visit", 0, 1, partner="PHL", date="2019-03").summary == (
        "Visit between China and the Philippines, March 2019."
    )
    assert Draft("membership", 0, 1, status="signed").summary == (
        "Membership by or with China, signed."
    )


# The seam.


def test_a_sound_draft_is_kept():
    assert refusals() == []
    assert refusals(why={"value": Why("Togo owes", PASSAGE[0], PASSAGE[0] + 9)}) == []


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"start": -1}, "its passage lies outside the text"),
        ({"end": len(TEXT) + 1}, "its passage lies outside the text"),
        ({"start": PASSAGE[1]}, "its passage lies outside the text"),
        ({"value_text": "more than $600 million"}, "its figure 'more than $600 million' is not in"),
        ({"value_text": "about $40 million"}, "its figure 'about $40 million' is not in its pass"),
        ({"value_text": ""}, "its value has no printed figure"),
        ({"why": {"date": Why("in 2018", 0, 7)}}, "the words 'in 2018' for its date are not where"),
        ({"kind": "gift"}, "its kind 'gift' is not known"),
        ({"subkind": "soft"}, "its subkind 'soft' is not known"),
        ({"partner": "Togo"}, "its partner 'Togo' is no country"),
        ({"date": "March"}, "its date 'March' is no date that can be read"),
        ({"date_role": "happened"}, "its date_role 'happened' is not known"),
        ({"qualifier": "circa"}, "its qualifier 'circa' is not known"),
        ({"qualifier": ""}, "its value has no qualifier"),
        ({"unit": "dollars"}, "its unit 'dollars' is not known"),
        ({"status": "paid"}, "its status 'paid' is not known"),
        ({"side": "togo"}, "its side 'togo' is not known"),
        ({"value": None}, "it has a unit or qualifier and no value"),
    ],
)
def test_what_does_not_stand_in_the_text_is_refused_whoever_proposes_it(fields, reason):
    (said,) = refusals(**fields)
    assert said.startswith(reason)
    drafter = lambda text, published: [one(**fields)]  # noqa: E731
    assert drafting.draft(TEXT, PUBLISHED, drafter) == []


def test_a_figure_may_be_broken_over_two_lines_and_have_other_quotes():
    text = "China lent Togo “about $40\nmillion” in 2018, the ministry said."
    drafter = lambda text, published: [  # noqa: E731
        one(start=0, end=len(text), value=40e6, qualifier="about", value_text="about $40 million")
    ]
    assert len(drafting.draft(text, PUBLISHED, drafter)) == 1


def test_drafts_come_in_the_order_of_the_text():
    first = one(start=0, end=90, value=None, unit="", qualifier="", value_text="", kind="visit")
    assert drafting.draft(TEXT, PUBLISHED, lambda *_: [one(), first]) == [first, one()]


# Wrong input.


@pytest.mark.parametrize(
    ("text", "published", "error", "sentence"),
    [
        ("", PUBLISHED, drafting.EmptyText, "The text is empty; paste the article's text."),
        (" \n ***", PUBLISHED, drafting.EmptyText, "The text is empty; paste the article's text."),
        (
            "Der chinesische Präsident besuchte am Montag die Hauptstadt und sprach über Handel.",
            PUBLISHED,
            drafting.NotEnglish,
            "The text is not in English; paste an English text or a translation.",
        ),
        (
            "中国国家主席习近平星期一在北京会见了多哥总统。",
            PUBLISHED,
            drafting.NotEnglish,
            "The text is not in English; paste an English text or a translation.",
        ),
        (
            "Le président chinois a reçu son homologue togolais lundi à Pékin. " * 9,
            PUBLISHED,
            drafting.NotEnglish,
            "The text is not in English; paste an English text or a translation.",
        ),
        (
            TEXT,
            date(2999, 1, 1),
            drafting.Unpublished,
            "The text is dated 2999-01-01, a day that lies ahead; "
            "give the day on which it was published.",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(text, published, error, sentence):
    for ask in (drafting.draft, lambda *a: drafting.suspicious(*a, [])):
        with pytest.raises(error) as refused:
            ask(text, published)
        assert str(refused.value) == sentence
        assert isinstance(refused.value, ValueError)


# The second tier.


def test_a_sentence_that_may_hold_a_fact_is_not_missed_in_silence():
    drafts = drafting.draft(TEXT, PUBLISHED)
    (suspect,) = drafting.suspicious(TEXT, PUBLISHED, drafts)
    assert suspect.text == "Analysts doubt that 300 ships a year will come."
    assert TEXT[suspect.start : suspect.end] == suspect.text
    notes = {why.note: why.words for why in suspect.why}
    assert notes == {"a word of an engagement": "ships", "a number": "300"}


@pytest.mark.parametrize(
    "sentence",
    [
        "China has delivered the first part, $5 million, to Laos.",
        "Chinese Foreign Minister Wang Yi opposes what others do in the Philippines.",
    ],
)
def test_what_was_paid_or_opposed_is_suspicious(sentence):
    assert len(drafting.suspicious(sentence, PUBLISHED, [])) == 1


def test_a_sentence_with_a_draft_is_not_suspicious_and_without_drafts_it_is():
    all_of_them = drafting.suspicious(TEXT, PUBLISHED, [])
    assert len(all_of_them) == 3
    assert all_of_them[0].text.startswith("LOME")


# A row for the facts.


def test_a_draft_becomes_a_row_that_passes_the_checks():
    drafts = drafting.draft(TEXT, PUBLISHED)
    rows = [
        drafting.to_fact(draft, TEXT, PUBLISHED, source="voa-20190322", number=number)
        for number, draft in enumerate(drafts, start=1)
    ]
    facts = pd.DataFrame(rows, columns=list(TYPED), dtype="str")
    keys = checks.Keys(frozenset(places.table().index), {"voa-20190322": 3})
    empty = checks.problems(facts, file="facts.csv", keys=keys)
    assert {problem.column for problem in empty} == {"attributed_to"}
    facts["attributed_to"] = facts["attributed_to"].replace("", "VOA")
    assert checks.problems(facts, file="facts.csv", keys=keys) == []
    visit, loan, debt = rows
    assert (visit["fact_id"], visit["place"], visit["paragraph"]) == (
        "voa-20190322-01", "beijing", "1",
    )  # fmt: skip
    assert (loan["value"], loan["unit"]) == ("40000000", "USD")
    assert (debt["date"], debt["date_role"], debt["paragraph"]) == (
        "../2019-03-22", "announced", "3",
    )  # fmt: skip


def test_a_plan_without_a_day_lies_ahead_and_an_unknown_place_stays_empty():
    plan = Draft("visit", 0, 4, status="planned", place="Atlantis")
    row = drafting.to_fact(plan, TEXT, PUBLISHED, source="voa-1", number=12)
    assert (row["date"], row["date_role"], row["place"]) == ("2019-03-22/..", "planned", "")
    assert (row["fact_id"], row["value"]) == ("voa-1-12", "")
    ratio = replace(plan, value=0.25)
    assert drafting.to_fact(ratio, TEXT, PUBLISHED, source="v-1", number=1)["value"] == "0.25"


# The command line, as its user runs it.


def run(*arguments):
    command = [sys.executable, "-m", "data", "draft", *map(str, arguments)]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, encoding="utf-8"
    )


def test_the_command_line_prints_a_json_line_for_each_draft(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    done = run(path, "--published", "2019-03-22")
    assert (done.returncode, done.stderr) == (0, "")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["kind"] for row in rows] == ["visit", "loan", "loan"]
    assert TEXT[rows[2]["start"] : rows[2]["end"]].startswith("Togo owes")
    assert (rows[2]["date"], rows[2]["why"]["value"]["words"]) == (None, "more than $500 million")


@pytest.mark.parametrize(
    ("text", "published", "sentence"),
    [
        (b"", "2019-03-22", "The text is empty; paste the article's text."),
        (TEXT.encode(), "2999-01-01", "The text is dated 2999-01-01, a day that lies ahead; give"),
        (TEXT.encode(), "March", "'March' is no day; write it like 2018-09-11."),
        (b"\xfc", "2019-03-22", "is not UTF-8; save it as UTF-8."),
        (None, "2019-03-22", "does not exist; check the path."),
    ],
)
def test_the_command_line_fails_with_one_sentence(tmp_path, text, published, sentence):
    path = tmp_path / "article.txt"
    if text is not None:
        path.write_bytes(text)
    done = run(path, "--published", published)
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert sentence in done.stderr
