"""Passages: the words behind a fact, and a text that is recognised by its wording."""

import itertools

import pytest
from additions import CELLS, SOURCE, TEXT, add

from data import store, wording
from data.store import Change

KEY = "paper-20240102"


@pytest.fixture(autouse=True)
def everywhere(database):
    """Run each test on both databases."""


def told(**cells):
    return CELLS | {"source": KEY, "paragraph": "2"} | cells


def article(number, words=40):
    """Return a paragraph of words that no other number has."""
    return " ".join(f"word{number}x{n}" for n in range(words))


LONG = "\n\n".join(map(article, range(5)))


def test_an_accepted_fact_shows_its_words_in_their_paragraph():
    start = TEXT.index("gave 12")
    add(Change("source", SOURCE, text=TEXT), Change("fact", told(), passage=(start, start + 16)))
    passage = store.passage(f"{KEY}-01")
    assert passage.text == "Second: China gave 12 vehicles to Durban."
    assert passage.text[passage.start : passage.end] == "gave 12 vehicles"
    assert (passage.source, passage.numbers) == (KEY, (2,))


def test_words_that_run_over_paragraphs_show_both():
    start, end = TEXT.index("to Durban"), TEXT.index(" one.")
    add(Change("source", SOURCE, text=TEXT), Change("fact", told(), passage=(start, end)))
    passage = store.passage(f"{KEY}-01")
    assert passage.numbers == (2, 3)
    assert passage.text[passage.start : passage.end] == "to Durban.\n\nThird"


def test_a_fact_without_exact_words_shows_the_paragraphs_that_it_names():
    add(Change("source", SOURCE, text=TEXT), Change("fact", told(paragraph="1;3")))
    passage = store.passage(f"{KEY}-01")
    assert passage.text == "First paragraph, with words.\n\nThird one."
    assert (passage.start, passage.end) == (0, 0)


def test_a_passage_keeps_its_words_when_the_text_is_replaced():
    add(Change("source", SOURCE, text=TEXT), Change("fact", told(), passage=(30, 36)))
    add(Change("source", {"source": KEY}, based_on=1, text="Another.\n\nText."))
    assert store.passage(f"{KEY}-01").text == "Second: China gave 12 vehicles to Durban."


def test_there_is_no_passage_without_a_text():
    add(Change("source", SOURCE), Change("fact", told()))
    assert store.passage(f"{KEY}-01") is None
    assert store.passage("tna-20231205-01") is None
    assert store.passage("nothing-01") is None


# Recognised by wording.


def test_a_text_is_the_same_whatever_its_marks_and_line_breaks():
    add(Change("source", SOURCE, text=LONG))
    assert store.recognise(LONG) == store.Recognised(KEY, "same", 1.0)
    changed = LONG.replace("\n\n", "\r\n").replace("word", "Word").replace(" ", ", ", 3)
    assert store.recognise(changed).how == "same"


def test_a_text_with_another_head_and_tail_is_a_printing():
    add(Change("source", SOURCE, text=LONG))
    printed = store.recognise(f"{article(98)}\n\n{LONG}\n\n{article(99)}")
    assert (printed.source, printed.how) == (KEY, "printing")
    shortened = "\n\n".join(map(article, [0, 1, 2, 90]))
    assert store.recognise(shortened).how == "printing"
    other = "\n\n".join(map(article, [0, 91, 92, 93]))
    assert store.recognise(other) is None


def test_a_founding_article_is_recognised_and_its_facts_get_their_paragraphs(tmp_path, monkeypatch):
    pieces = [article(number) for number in range(37)]
    kept = tmp_path / "fingerprints.csv"
    rows = (
        f"tna-20231205,{n},{f}" for n, f in enumerate(wording.fingerprint("\n\n".join(pieces)), 1)
    )
    kept.write_text("\n".join([",".join(wording.COLUMNS), *rows]))
    monkeypatch.setattr(wording, "FINGERPRINTS", kept)
    brought = "\n\n".join(["A heading", *pieces[:3], "A caption of a picture", *pieces[3:]])
    found = store.recognise(brought)
    assert (found.source, found.how, found.share) == ("tna-20231205", "founding", 1.0)
    add(Change("source", {"source": found.source}, based_on=0, text=brought))
    passage = store.passage("tna-20231205-01")
    assert (passage.numbers, passage.text) == ((1, 7), f"{pieces[0]}\n\n{pieces[6]}")
    assert store.recognise(brought).how == "same"


def test_of_the_founding_article_a_few_hashes_a_paragraph_are_kept_and_no_word():
    (kept,) = wording.fingerprints().values()
    assert list(kept) == list(range(1, 38))
    hashes = set(itertools.chain(*kept.values()))
    assert all(len(one) == 8 and int(one, 16) >= 0 for one in hashes)
    assert max(map(len, kept.values())) == 8


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("one\n\ntwo", ["one", "two"]),
        ("one\nstill one\n \t\n\n two ", ["one\nstill one", "two"]),
        ("one\ntwo\n", ["one", "two"]),
        ("one\r\n\r\ntwo\r\nstill", ["one", "two\r\nstill"]),
        ("\n\n one", ["one"]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_paragraphs_are_parted_by_blank_lines_or_by_lines_where_none_is_blank(text, pieces):
    assert [text[start:end] for start, end in wording.paragraphs(text)] == pieces


def test_short_and_chinese_texts_have_a_wording_too():
    assert len(wording.shingles("two words")) == 1
    assert wording.shingles("...") == frozenset()
    assert len(wording.shingles("中国与南非签署协议")) == 6
    assert wording.overlap("", "words") == 0
