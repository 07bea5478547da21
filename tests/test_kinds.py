"""Kinds and vocabularies: everything that is declared is documented, told apart and used."""

import dataclasses
import re

import pytest

from components.theme import SYMBOLS
from data import facts, kinds, quantities
from data.kinds import FAMILIES, KINDS
from data.schema import DERIVED, REQUIRED, TYPED, VOCABULARIES
from data.vocabularies import DATE_ROLES, QUALIFIERS, SIDES, STATUSES

EVENT_TYPES = {
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
}
"""The sixteen event types of PLOVER."""


def is_sentence(text):
    return re.fullmatch(r"[A-Z].+\.", text) is not None


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_kind_is_labelled_explained_drawn_and_counted(kind):
    assert KINDS[kind.key] is kind
    assert re.fullmatch(r"[A-Z][a-z ]+", kind.label)
    assert is_sentence(kind.meaning)
    assert kind.family in FAMILIES
    assert kind.symbol in SYMBOLS
    assert kind.unit == "" or quantities.known(kind.unit)
    assert kind.plover in EVENT_TYPES | {""}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_each_subkind_is_documented_and_refined_only_where_declared(kind):
    assert all(kind.subkinds.values())
    assert len(set(kind.subkinds.values())) == len(kind.subkinds)
    assert set(kind.plover_by_subkind) <= set(kind.subkinds)
    assert set(kind.plover_by_subkind.values()) <= EVENT_TYPES


def test_no_two_kinds_look_or_are_called_alike():
    looks = [(kind.family.key, kind.symbol) for kind in KINDS.values()]
    assert len(set(looks)) == len(KINDS)
    words = [word for kind in KINDS.values() for word in (kind.key, kind.label.casefold())]
    assert len(set(words)) == len(words)


def test_the_seventeen_kinds_of_the_dictionary_are_declared():
    assert set(KINDS) == {
        "visit",
        "visit_exchange",
        "trade_rank",
        "trade_value",
        "trade_comparison",
        "donation",
        "grant",
        "loan",
        "investment",
        "agreement",
        "project",
        "arms_transfer",
        "membership",
        "vessel_count",
        "deployment",
        "sanction",
        "statement",
    }


def test_families_have_a_colour_each_and_all_are_used():
    colours = [family.colour for family in FAMILIES]
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in colours)
    assert len(set(colours)) == len(FAMILIES)
    assert {kind.family for kind in KINDS.values()} == set(FAMILIES)
    assert len({family.key for family in FAMILIES}) == len(FAMILIES)


@pytest.mark.parametrize("group", ["VISITS", "TRADE", "AID", "MARITIME"])
def test_the_kinds_of_a_page_are_declared(group):
    members = getattr(kinds, group)
    assert set(members) <= set(KINDS)
    assert len(set(members)) == len(members)


@pytest.mark.parametrize(
    ("kind", "subkind", "event"),
    [
        ("visit", "", "CONSULT"),
        ("visit", "talks", "CONSULT"),
        ("grant", "", "AID"),
        ("sanction", "on partner", "SANCTION"),
        ("trade_rank", "imports", ""),
        ("statement", "support", "SUPPORT"),
        ("statement", "pledge", "AGREE"),
        ("statement", "accusation", "ACCUSE"),
        ("statement", "denial", "REJECT"),
        ("statement", "assessment", ""),
    ],
)
def test_a_kind_and_subkind_have_an_event_type_or_none(kind, subkind, event):
    assert kinds.plover(kind, subkind) == event


def test_nothing_that_is_declared_can_be_changed():
    with pytest.raises(TypeError):
        KINDS["feast"] = KINDS["visit"]
    with pytest.raises(dataclasses.FrozenInstanceError):
        KINDS["visit"].label = "Feasts"


@pytest.mark.parametrize("vocabulary", [SIDES, STATUSES, DATE_ROLES, QUALIFIERS])
def test_each_word_of_a_vocabulary_is_explained(vocabulary):
    assert all(re.fullmatch("[a-z_]+", word) for word in vocabulary)
    assert all(vocabulary.values())
    assert len(set(vocabulary.values())) == len(vocabulary)


def test_each_qualifier_is_said_apart():
    assert len({quantities.in_words(5, "vessels", word) for word in QUALIFIERS}) == len(QUALIFIERS)
    assert len({quantities.short(5, "vessels", word) for word in QUALIFIERS}) == len(QUALIFIERS)


def test_each_column_is_documented_once():
    assert all(is_sentence(meaning) for meaning in [*TYPED.values(), *DERIVED.values()])
    assert not set(TYPED) & set(DERIVED)
    assert set(REQUIRED) <= set(TYPED)
    assert set(VOCABULARIES) <= set(TYPED)


def test_each_unit_has_a_singular_and_a_plural():
    for unit, (singular, plural) in quantities.UNITS.items():
        assert quantities.in_words(1, unit) == f"1 {singular}"
        assert quantities.in_words(2, unit) == f"2 {plural}"
        assert unit == plural


def test_the_collection_uses_only_what_is_declared():
    shown = facts.load()
    assert set(shown["kind"]) <= set(KINDS)
    pairs = shown.loc[shown["subkind"] != "", ["kind", "subkind"]].itertuples(index=False)
    assert all(subkind in KINDS[kind].subkinds for kind, subkind in pairs)
    for column, words in VOCABULARIES.items():
        assert set(shown[column]) <= {*words, ""}
