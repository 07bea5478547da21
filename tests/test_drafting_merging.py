"""Drafting, across sentences: what is one event, whose it is, and whether it was done."""

from datetime import date

import pytest

from data import drafting

PUBLISHED = date(2020, 6, 12)


def drafted(text):
    return drafting.draft(text, PUBLISHED)


def test_an_event_told_twice_is_one_draft_with_what_both_say():
    text = (
        "China lent Togo $40 million, the bank said.\n\n"
        "The loan of $40 million from China to Togo was made in March 2019."
    )
    (loan,) = drafted(text)
    assert (loan.partner, loan.value, loan.date) == ("TGO", 40e6, "2019-03")


def test_two_sums_are_two_loans():
    text = "China lent Togo $40 million for a road. China also lent Togo $50 million."
    assert [loan.value for loan in drafted(text)] == [40e6, 50e6]


def test_an_arrival_and_a_meeting_two_days_later_are_one_visit():
    text = (
        "Togolese President Ama Kofi arrived in Beijing on June 8. "
        "Kofi met with Chinese President Xi Jinping on June 10."
    )
    assert [(d.kind, d.date) for d in drafted(text)] == [("visit", "2020-06-08")]


def test_a_visit_last_month_and_one_planned_are_two():
    text = (
        "Togolese President Ama Kofi visited Beijing last month. "
        "Chinese President Xi Jinping will visit Togo in July."
    )
    assert [(d.date, d.date_role, d.status) for d in drafted(text)] == [
        ("2020-05", "occurred", ""),
        ("2020-07", "planned", "planned"),
    ]


def test_a_day_says_more_than_this_year():
    text = (
        "On June 9, Togolese President Ama Kofi, who heads a small party, met with Chinese "
        "President Xi Jinping in Beijing for the second time this year."
    )
    assert {(d.kind, d.date) for d in drafted(text)} >= {("visit", "2020-06-09")}


def test_what_was_built_takes_its_day_from_the_sentence_before():
    text = (
        "Togo opened the Chinese-built Adjarala dam on Thursday. "
        "The $300 million dam was financed by Chinese banks, adding to its debt."
    )
    (loan,) = drafted(text)
    assert (loan.kind, loan.partner, loan.value, loan.date) == ("loan", "TGO", 3e8, "2020-06-11")


def test_without_a_country_the_partner_is_whom_the_text_is_about():
    text = "Togo is poor, and Togo knows it. China has lent the country $40 million."
    (loan,) = drafted(text)
    assert loan.partner == "TGO"
    assert loan.why["partner"].note == "the country that the text is about just then"


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("China lent Togo $40 million.", 1),
        ("China will lend Togo $40 million.", 1),
        ("China did not lend Togo $40 million.", 0),
        ("China never lent Togo $40 million.", 0),
        ("China refused to lend Togo $40 million.", 0),
        ("China could lend Togo $40 million.", 0),
        ("If China were to lend Togo $40 million, it would be a surprise.", 0),
        ("Togo hopes for a Chinese loan of $40 million.", 0),
        ("Togo denied having a Chinese loan of $40 million.", 0),
    ],
)
def test_only_what_is_done_or_planned_is_drafted(sentence, count):
    assert len(drafted(sentence)) == count


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("China pledged Togo a loan of $40 million.", "pledged"),
        ("China has given Togo a loan of $40 million.", "delivered"),
        ("China promised to lend Togo $40 million.", "pledged"),
    ],
)
def test_what_was_promised_is_not_what_arrived(sentence, status):
    assert [draft.status for draft in drafted(sentence)] == [status]


def test_who_says_so_and_whose_side_that_is():
    (loan,) = drafted("China lent Togo $40 million, Togolese Finance Minister Ada Ayi said.")
    assert (loan.attributed_to, loan.side) == ("Togolese Finance Minister Ada Ayi", "partner")
    (loan,) = drafted("China lent Togo $40 million, according to the Chinese embassy in Lome.")
    assert (loan.attributed_to, loan.side) == ("Chinese embassy in Lome", "china")
    (loan,) = drafted("China lent Togo $40 million.")
    assert (loan.attributed_to, loan.side) == ("", "independent")


def test_a_surer_draft_has_the_higher_score():
    (full,) = drafted("China lent Togo $40 million in 2019.")
    (undated,) = drafted("China lent Togo $40 million.")
    assert 0.5 <= undated.score < full.score <= 1
