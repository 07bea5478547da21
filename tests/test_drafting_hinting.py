"""Hints: the best guess at a sentence that no draft was made of, for a person to put right."""

from datetime import date

from data import drafting

DAY = date(2024, 5, 15)


def hinted(text, sentence):
    start = text.index(sentence)
    return drafting.hint(text, DAY, start, start + len(sentence))


def test_a_kind_is_guessed_by_its_words_with_the_money_beside_it():
    text = "Some in Kampala doubt that the loans from China, $40 million in all, will be repaid."
    found = hinted(text, text)
    assert (found.kind, found.value, found.unit) == ("loan", 40e6, "USD")
    assert found.value_text == "$40 million"
    assert found.partner == "UGA"


def test_ships_are_counted_and_money_is_not_taken_for_their_number():
    text = "Manila fears that 30 Chinese vessels could cost fishermen $2 million near the shoal."
    found = hinted(text, text)
    assert (found.kind, found.value, found.unit) == ("vessel_count", 30, "vessels")


def test_every_reason_of_a_hint_stands_in_the_text():
    text = "The talks may bring “$9 million” from China to Laos next year."
    found = hinted(text, text)
    for why in found.why.values():
        if why.start is not None:
            assert text[why.start : why.end] == why.words


def test_nothing_is_guessed_where_no_word_tells_a_kind():
    text = "Beijing is large, and so is the square before the Great Hall."
    assert hinted(text, text) is None
