"""The store: what users add is kept, corrected by revisions, undone by acts, on both databases."""

import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest
from additions import CELLS, PLACE, SOURCE, TEXT, add, correct, new

from data import facts, places, sources, store
from data.facts import PATH
from data.store import Change, Conflict, Label, Refused, Review

ROOT = Path(__file__).parent.parent
FIRST = "tna-20231205-01"
NEXT = "tna-20231205-40"


@pytest.fixture(autouse=True)
def everywhere(database):
    """Run each test on both databases."""


def fact(key):
    return facts.load().set_index("fact_id").loc[key]


def ids():
    return set(facts.load()["fact_id"])


def test_an_added_fact_stands_at_the_end_of_the_collection_with_every_derived_column():
    before = facts.load()
    act = add(new(place="durban"), Change("place", PLACE))
    after = facts.load()
    assert act.keys == (("fact", NEXT), ("place", "durban"))
    assert list(after["fact_id"]) == [*before["fact_id"], NEXT]
    assert after.dtypes.astype(str).to_dict() == before.dtypes.astype(str).to_dict()
    added = after.iloc[-1]
    assert (added["country"], added["figure"]) == ("South Africa", "12")
    assert (added["place_name"], added["lat"]) == ("Durban", -29.86)
    assert added["publisher"] == "The New American"
    assert places.describe("durban") == "Durban"


def test_a_founding_fact_is_corrected_in_its_place_and_the_file_is_never_written():
    file, revision = PATH.read_bytes(), facts.revision()
    add(correct(FIRST, 0, summary="They met in Beijing."), why="shorter")
    assert facts.load().at[0, "summary"] == "They met in Beijing."
    assert facts.load().at[0, "fact_id"] == FIRST
    assert facts.revision() != revision
    assert PATH.read_bytes() == file
    founding, corrected = store.revisions("fact", FIRST)
    assert (founding.number, founding.who) == (0, "the founding collection")
    assert (corrected.number, corrected.who, corrected.why) == (1, "Ann", "shorter")
    assert corrected.cells == founding.cells | {"summary": "They met in Beijing."}
    assert abs(corrected.at - datetime.now(UTC)) < timedelta(minutes=1)


def test_a_withdrawn_fact_is_gone_and_can_be_restored():
    add(Change("fact", {"fact_id": FIRST}, based_on=0, withdrawn=True), why="not so")
    assert FIRST not in ids()
    assert store.newest("fact", FIRST).withdrawn
    add(correct(FIRST, 1))
    assert FIRST in ids()


def test_numbers_of_facts_are_never_used_again():
    assert [key for _, key in add(new(), new()).keys] == [NEXT, "tna-20231205-41"]
    add(Change("fact", {"fact_id": "tna-20231205-41"}, based_on=1, withdrawn=True))
    assert add().keys == (("fact", "tna-20231205-42"),)


def test_a_source_and_its_facts_are_added_at_once():
    add(Change("source", SOURCE, text=TEXT), new(source="paper-20240102", paragraph="2"))
    assert sources.table().at["paper-20240102", "paragraphs"] == 3
    assert fact("paper-20240102-01")["published"] == pd.Timestamp("2024-01-02")
    assert store.text("paper-20240102") == TEXT


def test_the_revision_changes_with_a_cell_of_a_source():
    add(Change("source", SOURCE))
    revision = facts.revision()
    title = {"source": "paper-20240102", "title": "Another"}
    add(Change("source", title, based_on=1))
    assert facts.revision() != revision
    assert sources.table().at["paper-20240102", "title"] == "Another"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (new(date="4.12.2023"), f"{NEXT}, column date: '4.12.2023' is no date that can be read"),
        (new(partner="BLX"), f"{NEXT}, column partner: 'BLX' is not an ISO 3166-1 alpha-3 code"),
        (new(place="atlantis"), f"{NEXT}, column place: 'atlantis' is no known place"),
        (new(paragraph="38"), f"{NEXT}, column paragraph: '38' lies behind the last paragraph"),
        (new(part_of="nothing"), f"{NEXT}, column part_of: 'nothing' is no fact's engagement"),
        (new(summary="a\x00b"), f"{NEXT}, column summary: 'a\\x00b' holds a character that no"),
        (new(summary="a\ud800b"), f"{NEXT}, column summary: 'a\\ud800b' holds a character that"),
        (
            Change("place", PLACE | {"lat": "99"}),
            "durban, column lat: '99' must be degrees from -90 to 90",
        ),
        (
            Change("source", SOURCE | {"published": "soon"}),
            "paper-20240102, column published: 'soon' must be a day like 2023-12-05",
        ),
        (
            Change("source", SOURCE | {"syndicated_from": "paper-20240102"}),
            "column syndicated_from: 'paper-20240102' must be the key of another source",
        ),
        (
            Change("source", {"source": "tna-20231205", "paragraphs": "36"}, based_on=0),
            "'37' lies behind the last paragraph of tna-20231205, which is 36",
        ),
    ],
)
def test_what_is_not_sound_is_refused_with_the_sentences_of_the_checks(change, sentence):
    with pytest.raises(Refused) as refused:
        add(new(), change) if change.subject != "fact" else add(change)
    assert sentence in str(refused.value)
    assert store.check([change])
    assert len(facts.load()) == 39
    assert store.history().empty


def test_a_refusal_names_the_change_and_keeps_nothing_of_the_act():
    with pytest.raises(Refused) as refused:
        add(new(), new(side="nobody"), new())
    assert [(position, problem.column) for position, problem in refused.value.found] == [
        (1, "side")
    ]
    assert len(facts.load()) == 39


def test_a_whole_cannot_be_withdrawn_while_parts_name_it():
    known = facts.load()
    whole = known.loc[known["part_of"] != "", "part_of"].iloc[0]
    wholes = known.loc[known["engagement"] == whole, "fact_id"]
    away = [Change("fact", {"fact_id": key}, based_on=0, withdrawn=True) for key in wholes]
    with pytest.raises(Refused) as refused:
        add(*away)
    assert {position for position, _ in refused.value.found} == {None}
    assert "is no fact's engagement" in str(refused.value)


@pytest.mark.parametrize("missing", [{"who": " "}, {"why": ""}])
def test_an_act_says_who_and_why(missing):
    with pytest.raises(ValueError, match="Say who changes it and why"):
        add(**missing)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ([], "There is nothing to change"),
        ([correct(FIRST, 0)], "Nothing would change"),
        ([correct(FIRST, 0, note="a"), correct(FIRST, 0, note="b")], "once"),
        ([new(colour="red")], "A fact has no column colour"),
        ([Change("fact", {"summary": "a"})], "A change names its key"),
        ([Change("fact", CELLS, passage=(0, 5))], "has no text in which 0 to 5"),
        ([Change("source", SOURCE, text="a\x00")], "NUL"),
    ],
)
def test_what_no_page_should_ask_for_is_refused(changes, sentence):
    with pytest.raises(ValueError, match=sentence):
        store.record(changes, who="Ann", why="a mistake")
    assert store.history().empty


# Two people at once.


def test_who_comes_second_is_shown_what_the_first_wrote():
    add(correct(FIRST, 0, note="first"), who="Bob", why="was first")
    with pytest.raises(Conflict) as conflict:
        add(correct(FIRST, 0, note="second"), new())
    (clash,) = conflict.value.clashes
    assert (clash.theirs.who, clash.theirs.why, clash.theirs.number) == ("Bob", "was first", 1)
    assert (clash.theirs.cells["note"], clash.mine["note"]) == ("first", "second")
    assert clash.seen["note"] == ""
    assert f"{FIRST}: Bob on " in str(conflict.value)
    assert "(was first): note nothing → “first”" in str(conflict.value)
    assert len(facts.load()) == 39
    add(correct(FIRST, clash.theirs.number, note="second"))
    assert fact(FIRST)["note"] == "second"


def test_a_new_fact_with_an_id_that_is_taken_is_a_conflict():
    with pytest.raises(Conflict, match="the founding collection: added it"):
        add(new(fact_id=FIRST))
    add(new(fact_id=NEXT), who="Bob")
    with pytest.raises(Conflict, match=r"Bob on .*: added it"):
        add(new(fact_id=NEXT))


def test_what_is_not_there_cannot_be_corrected():
    with pytest.raises(LookupError, match="There is no fact 'nothing-01'"):
        add(Change("fact", CELLS | {"fact_id": "nothing-01"}, based_on=2))


# Undo.


def test_an_act_is_undone_as_a_whole_and_the_undo_as_well():
    revision, before = facts.revision(), facts.load()
    act = add(new(), new(), correct(FIRST, 0, note="a"))
    after = facts.load()
    undo = store.undo(act.id, who="Bob")
    assert (undo.undoes, undo.why, set(undo.keys)) == (
        act.id,
        f"Undo of act {act.id}",
        set(act.keys),
    )
    pd.testing.assert_frame_equal(facts.load(), before, check_categorical=False)
    assert facts.revision() == revision
    store.undo(undo.id, who="Ann", why="it was right")
    pd.testing.assert_frame_equal(facts.load(), after)


def test_a_correction_of_a_correction_is_undone_to_the_one_before():
    add(correct(FIRST, 0, note="one"))
    second = add(correct(FIRST, 1, note="two"))
    store.undo(second.id, who="Bob")
    assert fact(FIRST)["note"] == "one"


def test_what_was_changed_since_cannot_be_undone():
    act = add(correct(FIRST, 0, note="one"), new())
    add(correct(FIRST, 1, note="two"), who="Bob", why="better")
    with pytest.raises(Conflict, match=r"Bob on .*better.*note “one” → “two”"):
        store.undo(act.id, who="Ann")
    assert NEXT in ids()


def test_what_came_later_and_was_undone_stands_in_no_ones_way():
    before = fact(FIRST)["note"]
    first = add(correct(FIRST, 0, note="one"))
    second = add(correct(FIRST, 1, note="two"))
    store.undo(second.id, who="Bob")
    store.undo(first.id, who="Bob")
    assert fact(FIRST)["note"] == before


def test_an_act_cannot_be_undone_twice():
    act = add()
    store.undo(act.id, who="Ann")
    with pytest.raises(Conflict, match=f"Undo of act {act.id}.*withdrew it"):
        store.undo(act.id, who="Ann")


def test_a_source_cannot_be_taken_away_from_later_facts():
    act = add(Change("source", SOURCE))
    add(new(source="paper-20240102"))
    with pytest.raises(Refused, match="'paper-20240102' is no known source"):
        store.undo(act.id, who="Ann")


def test_an_act_that_is_not_there_cannot_be_undone():
    with pytest.raises(LookupError, match="There is no act 7"):
        store.undo(7, who="Ann")
    with pytest.raises(ValueError, match="Say who"):
        store.undo(7, who="")


# Times, and other processes' eyes.


def test_the_facts_as_they_were_known_on_a_day():
    add(correct(FIRST, 0, note="today"))
    today = datetime.now(UTC).date()
    assert facts.load(as_known_on=today).at[0, "note"] == "today"
    yesterday = facts.load(as_known_on=today - timedelta(days=1))
    assert (len(yesterday), yesterday.at[0, "note"]) == (39, "")
    assert facts.load(as_known_on=date.max).at[0, "note"] == "today"


def test_what_another_process_keeps_is_noticed(database):
    add()
    assert len(facts.load()) == 40
    code = "from additions import add; add()"
    elsewhere = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
    subprocess.run([sys.executable, "-c", code], check=True, env=elsewhere)
    assert len(facts.load()) == 41


# History.


def test_the_history_tells_each_change_with_who_when_why_before_and_after():
    act = add(correct(FIRST, 0, note="one", summary="Short."), why="clearer")
    undo = store.undo(act.id, who="Bob")
    told = store.history()
    assert list(told["act"]) == [undo.id] * 2 + [act.id] * 2
    first = told[told["act"] == act.id].set_index("column")
    assert set(first.index) == {"note", "summary"}
    assert tuple(first.loc["note", ["before", "after", "change", "number"]]) == (
        *("", "one", "corrected"),
        1,
    )
    assert first["undone"].all()
    assert set(first["who"]) == {"Ann"}
    assert set(first["why"]) == {"clearer"}
    assert first["undoes"].isna().all()
    assert set(told.loc[told["act"] == undo.id, "undoes"]) == {act.id}
    assert not told.loc[told["act"] == undo.id, "undone"].any()
    store.undo(undo.id, who="Ann")
    told = store.history().groupby("act")["undone"].first()
    assert told.to_dict() == {act.id: False, undo.id: True, undo.id + 1: False}


def test_the_history_tells_what_was_added_withdrawn_and_restored():
    add(Change("source", SOURCE, text=TEXT), new())
    add(Change("fact", {"fact_id": NEXT}, based_on=1, withdrawn=True))
    add(correct(NEXT, 2))
    told = store.history()
    told = told[told["key"] == NEXT].groupby("act")["change"].first()
    assert told.to_dict() == {1: "added", 2: "withdrawn", 3: "restored"}
    assert store.history().query("column == 'text'")["after"].str.startswith("text ").all()


def test_without_a_store_there_is_no_history():
    told = store.history()
    assert told.empty
    assert {"act", "at", "who", "why", "undone", "column", "before", "after"} <= set(told.columns)


# Work under way.


def test_a_review_is_found_again_as_it_was_left():
    assert (store.reviews(), store.review("a")) == ([], None)
    store.save_review(Review("a", "Text ü 中", "2024-01-02", {"cards": [{"decision": None}]}))
    store.save_review(Review("b", "Other"))
    store.save_review(Review("a", "Text ü 中", "2024-01-02", {"cards": [{"decision": "accepted"}]}))
    found = store.review("a")
    assert (found.text, found.published) == ("Text ü 中", "2024-01-02")
    assert found.state == {"cards": [{"decision": "accepted"}]}
    assert [one.id for one in store.reviews()] == ["a", "b"]
    store.drop_review("a")
    assert store.review("a") is None


def test_facts_labels_and_review_are_kept_together_or_not_at_all():
    label = Label("edited", "gave 12", {"value": "11"}, {"value": "12"})
    review = Review("a", "Text", state={"done": True})
    with pytest.raises(Refused):
        add(new(side="nobody"), labels=[label], review=review)
    assert store.labels().empty
    assert store.reviews() == []
    add(new(), labels=[label], review=review)
    store.keep_labels([Label("rejected", "said so", {"value": "9"})], who="Bob")
    told = store.labels()
    assert list(told["decision"]) == ["edited", "rejected"]
    assert list(told["who"]) == ["Ann", "Bob"]
    assert list(told["proposed"]) == [{"value": "11"}, {"value": "9"}]
    assert list(told["final"]) == [{"value": "12"}, {}]
    assert store.review("a").state == {"done": True}
