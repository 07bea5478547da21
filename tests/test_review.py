"""Reviewing: what a person does with the drafts of an article, and what the store gets of it."""

import json
from dataclasses import replace

import pytest
from additions import AGENCY, WIRE, add, correct

from data import drafting, facts, places, review, sources, store


@pytest.fixture
def desk():
    return review.begin(AGENCY, WIRE, who="Ann")


@pytest.fixture
def emptied(tmp_path, monkeypatch):
    """Begin with a store of one's own that holds nothing."""
    monkeypatch.setenv("SINOGRAPH_DATABASE_URL", f"sqlite:///{tmp_path}/additions.sqlite")


def accepted(desk, *ids):
    for id in ids:
        desk = review.decided(desk, id, "accepted")
    return desk


def test_a_review_begins_with_nothing_decided(desk):
    assert [(card.cells["kind"], card.decision) for card in desk.cards] == [
        ("donation", ""),
        ("visit", ""),
        ("loan", ""),
    ]
    assert review.left(desk) == (3, 1)
    assert desk.source["paragraphs"] == "5"
    assert desk.text == drafting.clean(AGENCY)
    doubt = desk.doubts[0]
    assert desk.text[doubt.start : doubt.end].startswith("China's trade with the region")
    assert "“trade”" in doubt.why


def test_a_place_that_is_not_known_yet_is_proposed(desk):
    assert desk.card(2).cells["place"] == desk.card(2).proposed["place"] == "laos"
    (laos,) = desk.places
    assert (laos["name"], laos["kind"], laos["country"]) == ("Laos", "country", "LAO")


def test_a_place_is_given_by_any_of_its_names(desk):
    named = review.edited(desk, 1, "place", "Whitsun Reef")
    assert (named.card(1).cells["place"], named.places) == ("julian-felipe-reef", desk.places)
    city = review.edited(desk, 1, "place", "Luang Prabang")
    assert city.card(1).cells["place"] == "luang-prabang"
    assert city.places[-1]["country"] == "LAO"
    assert review.problems(review.edited(city, 2, "place", ""), city.card(1)) == []
    unknown = review.edited(desk, 1, "place", "Nowhere at all")
    assert unknown.card(1).cells["place"] == "Nowhere at all"
    assert review.problems(unknown, unknown.card(1)) == [
        (
            "place",
            "“Nowhere at all” is no known place: choose another, or say below where it is.",
        )
    ]


def test_a_place_that_nobody_knows_is_put_where_the_reviewer_says(desk):
    unknown = review.edited(desk, 1, "place", "Old Ferry Landing")
    known = review.located(unknown, 1, "Old Ferry Landing", (17.9, 102.6), "site", ["LAO"])
    assert known.card(1).cells["place"] == "old-ferry-landing"
    assert known.card(1).cells["summary"].endswith("place: Old Ferry Landing.")
    row = known.places[-1]
    assert (row["lat"], row["lon"], row["kind"], row["country"]) == ("17.9", "102.6", "site", "LAO")
    assert (row["disputed"], row["note"]) == ("false", "Position: given by a reviewer.")
    assert review.problems(known, known.card(1)) == []
    claimed = review.located(unknown, 1, "Old Ferry Landing", (17.9, 102.6), "site", ["LAO", "THA"])
    row = claimed.places[-1]
    assert (row["country"], row["disputed"], row["claimants"]) == ("", "true", "LAO;THA")
    assert review.problems(claimed, claimed.card(1)) == []


def test_a_figure_that_is_no_number_is_told_beside_its_field(desk):
    wordy = review.edited(desk, 1, "value", "many")
    assert [column for column, _ in review.problems(wordy, wordy.card(1))] == ["value"]


def test_new_places_stay_when_the_facts_are_undone(desk, emptied):
    act, _ = review.keep(accepted(desk, 2), who="Ann")
    assert places.names()["laos"] == "Laos"
    store.undo(act.id, who="Ann")
    assert places.names()["laos"] == "Laos"
    assert len(facts.load()) == 39


def test_where_nobody_is_named_the_source_itself_says_so():
    told = "China gave Laos 60 generators on Monday."
    card = review.begin(f"{told}\n\n{AGENCY}", WIRE).card(1)
    assert card.cells["attributed_to"] == "Southern Wire"
    assert card.why["attributed_to"]["note"] == "nobody is named: the source itself says so"


def test_a_review_comes_back_as_it_was_left(desk):
    left = review.joined(accepted(desk, 2), 3, known(engagement=""))
    kept = review.to_store(left)
    again = replace(kept, state=json.loads(json.dumps(dict(kept.state))))
    assert review.from_store(again) == left


def test_a_sentence_that_nobody_rewrote_follows_its_fields(desk):
    desk = review.edited(desk, 1, "value", " 75 ")
    assert desk.card(1).cells["value"] == "75"
    assert "75 generators" in desk.card(1).cells["summary"]
    assert "60 generators" in desk.card(1).proposed["summary"]
    own = review.edited(desk, 1, "summary", "China gave Laos generators.")
    assert review.edited(own, 1, "value", "80").card(1).cells["summary"] == (
        "China gave Laos generators."
    )


def test_another_kind_drops_the_subkind_that_it_does_not_know(desk):
    assert desk.card(1).cells["subkind"] == "equipment"
    assert review.edited(desk, 1, "kind", "grant").card(1).cells["subkind"] == ""


def test_a_field_that_cannot_be_read_keeps_the_sentence(desk):
    broken = review.edited(desk, 1, "date", "2024-13-01")
    assert broken.card(1).cells["summary"] == desk.card(1).cells["summary"]
    mended = review.edited(broken, 1, "date", "2024-05-12")
    assert mended.card(1).cells["summary"].endswith("12 May 2024.")


def test_a_decision_can_be_taken_back(desk):
    decided = review.decided(desk, 2, "rejected", "the same as card 1")
    assert (review.left(decided)[0], decided.card(2).remark) == (2, "the same as card 1")
    assert review.decided(decided, 2, "") == desk


def test_a_card_is_doubled_behind_itself_with_a_new_number(desk):
    doubled = review.decided(review.doubled(desk, 1), 1, "accepted")
    assert [card.id for card in doubled.cards] == [1, 4, 2, 3]
    assert doubled.card(4).cells == desk.card(1).cells
    assert (doubled.card(4).proposed, doubled.card(4).decision) == ({}, "")
    same = ("", "It says the same as draft 1: change a field, or reject it.")
    assert review.problems(doubled, doubled.card(4)) == [same]
    other = review.edited(doubled, 4, "note", "The second.")
    assert review.problems(other, other.card(4)) == []


def test_an_undrafted_sentence_becomes_a_card_with_what_can_be_guessed(desk):
    added = review.added(desk, desk.doubts[0].start, desk.doubts[0].end)
    card = added.card(4)
    assert review.left(added) == (4, 0)
    assert (card.cells["paragraph"], card.cells["date"]) == ("5", "2019/2024-05-15")
    assert card.cells["attributed_to"] == "Southern Wire"
    assert (card.proposed, card.hinted) == ({}, card.cells)
    assert (card.start, card.end) == (desk.doubts[0].start, desk.doubts[0].end)


def test_any_sentence_without_a_card_can_become_one(desk):
    spans = review.others(desk)
    assert [desk.text[start:end].split()[0] for start, end in spans] == ["China's"]
    assert review.others(review.added(desk, *spans[0])) == []


def test_an_undrafted_sentence_is_set_aside_and_brought_back(desk):
    aside = review.set_aside(desk, 1)
    assert review.left(aside) == (3, 0)
    assert review.set_aside(aside, 1, aside=False) == desk


def known(**cells):
    return {"fact_id": "tna-20231205-01", "engagement": "", "part_of": ""} | cells


def test_a_card_takes_the_engagement_of_a_known_fact(desk):
    card = review.joined(desk, 1, known(engagement="lao-power", part_of="lao-aid")).card(1)
    assert (card.cells["engagement"], card.cells["part_of"], card.beside) == (
        "lao-power",
        "lao-aid",
        "",
    )


def test_a_known_engagement_brings_what_it_is_part_of(desk):
    card = review.edited(desk, 1, "engagement", "zaf-generators").card(1)
    assert card.cells["part_of"] == "zaf-equipment"
    assert review.edited(desk, 1, "engagement", "new").card(1).cells["part_of"] == ""


def test_where_the_known_fact_has_no_engagement_both_get_one(desk):
    card = review.joined(desk, 1, known()).card(1)
    assert card.cells["engagement"] == "tna-20231205-01-engagement"
    assert card.beside == "tna-20231205-01"
    away = review.edited(review.joined(desk, 1, known()), 1, "engagement", "").card(1)
    assert away.beside == ""


def test_what_cannot_be_accepted_is_said_in_sentences(desk, emptied):
    assert review.problems(desk, desk.card(1)) == []
    broken = review.edited(review.edited(desk, 1, "date", "soon"), 1, "attributed_to", "")
    told = review.problems(broken, broken.card(1))
    assert len(told) == 2
    assert told[0][0] == "date"
    assert told[0][1].startswith("“soon” is no date that can be read; write it like 2023-12-04")
    assert told[1] == ("attributed_to", "must not be empty.")


def test_saving_keeps_source_facts_passages_and_labels(desk, emptied):
    desk = review.edited(desk, 1, "note", "A statement.")
    desk = review.decided(accepted(desk, 1, 2), 3, "rejected")
    store.save_review(review.to_store(desk))
    act, rest = review.keep(desk, who="Ann")
    assert act.keys == (
        ("source", "sw-20240515"),
        ("fact", "sw-20240515-01"),
        ("fact", "sw-20240515-02"),
    )
    assert review.left(rest) == (0, 1)
    assert [one.id for one in store.reviews()] == [desk.id]
    own = facts.load()[facts.load()["source"] == "sw-20240515"]
    assert own["kind"].tolist() == ["donation", "visit"]
    found = store.passage("sw-20240515-02")
    assert found.numbers == (3,)
    assert found.text[found.start : found.end].startswith("Chinese Foreign Minister Wang Yi")
    labels = store.labels()
    assert labels["decision"].tolist() == ["edited", "accepted", "rejected"]
    assert labels["final"].tolist()[2] == {}
    assert labels["passage"].tolist()[2].startswith("China will lend Laos")


def test_a_review_is_closed_when_nothing_is_left(desk, emptied):
    desk = review.set_aside(accepted(desk, 1, 2, 3), 1)
    store.save_review(review.to_store(desk))
    act, rest = review.keep(desk, who="Ann")
    assert (len(act.keys), rest, store.reviews()) == (4, None, [])


def test_a_review_of_rejections_alone_keeps_them_and_changes_no_fact(desk, emptied):
    for id in (1, 2, 3):
        desk = review.decided(desk, id, "rejected")
    act, rest = review.keep(review.set_aside(desk, 1), who="Ann")
    assert (act, rest) == (None, None)
    assert store.labels()["decision"].tolist() == ["rejected"] * 3
    assert "sw-20240515" not in sources.table().index


def test_what_is_left_goes_to_the_same_source_later(desk, emptied):
    _, rest = review.keep(accepted(desk, 1), who="Ann")
    act, _ = review.keep(accepted(rest, 2), who="Ann")
    assert act.keys == (("fact", "sw-20240515-02"),)


def test_a_key_that_another_text_took_meanwhile_is_not_shared(desk, emptied):
    other = review.begin(AGENCY.replace("60 generators", "90 generators"), WIRE)
    review.keep(accepted(other, 1), who="Bob")
    act, _ = review.keep(accepted(desk, 1), who="Ann")
    assert act.keys == (("source", "sw-20240515-2"), ("fact", "sw-20240515-2-01"))


def test_after_an_undo_the_rest_brings_its_source_back(desk, emptied):
    act, rest = review.keep(accepted(desk, 1), who="Ann")
    store.undo(act.id, who="Ann")
    again, _ = review.keep(accepted(rest, 2), who="Ann")
    assert again.keys == (("source", "sw-20240515"), ("fact", "sw-20240515-02"))


def test_a_known_fact_without_engagement_is_corrected_in_the_same_act(desk, emptied):
    add(who="Bob")
    fact = facts.load().iloc[-1].to_dict()
    desk = review.joined(desk, 1, fact)
    act, _ = review.keep(accepted(desk, 1), who="Ann")
    assert ("fact", fact["fact_id"]) in act.keys
    same = facts.load().query("engagement != ''").groupby("engagement", observed=True).size()
    assert same[f"{fact['fact_id']}-engagement"] == 2


def test_a_known_fact_that_was_withdrawn_meanwhile_stays_so(desk, emptied):
    add(who="Bob")
    fact = facts.load().iloc[-1].to_dict()
    desk = review.joined(desk, 1, fact)
    add(replace(correct(fact["fact_id"], 1), withdrawn=True), who="Bob")
    act, _ = review.keep(accepted(desk, 1), who="Ann")
    assert ("fact", fact["fact_id"]) not in act.keys


def test_a_figure_that_no_float_holds_is_refused(desk, emptied):
    huge = review.edited(desk, 1, "value", "9" * 400)
    assert review.number(huge.card(1).cells["value"]) is None
    assert "must be a plain number" in review.problems(huge, huge.card(1))[0][1]


def test_a_refused_act_keeps_nothing(desk, emptied):
    desk = review.edited(accepted(desk, 1, 2), 2, "attributed_to", "")
    with pytest.raises(store.Refused):
        review.keep(desk, who="Ann")
    assert store.history().empty
    assert len(facts.load()) == 39


def test_a_text_is_cut_where_passages_begin_and_end():
    [first, second] = review.pieces("One two three.\n\nFour.", {"a": (4, 7), "b": (0, 14)})
    assert [(piece.text, piece.keys, piece.begins) for piece in first] == [
        ("One ", ("b",), ("b",)),
        ("two", ("a", "b"), ("a",)),
        (" three.", ("b",), ()),
    ]
    assert [(piece.text, piece.keys) for piece in second] == [("Four.", ())]
