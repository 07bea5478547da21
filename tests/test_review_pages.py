"""Adding an article, its review, corrections and the history, through the entry script."""

import io
from datetime import date, timedelta

import pypdf
import pytest
from additions import AGENCY, WIRE, add, correct
from streamlit.testing.v1 import AppTest
from test_app import APP, opened, parts

from data import facts, review, store, wording


@pytest.fixture(autouse=True)
def emptied(tmp_path, monkeypatch):
    """Begin with a store of one's own that holds nothing."""
    monkeypatch.setenv("SINOGRAPH_DATABASE_URL", f"sqlite:///{tmp_path}/additions.sqlite")


def _scan():
    """Return a PDF with one page that holds no text."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def press(at, label):
    next(button for button in at.button if button.label == label).click()
    return at.run()


def brought(text):
    """Return the page with a text that was pasted and read."""
    at = opened("add")
    at.text_input(key="who").set_value("Ann")
    at.text_area(key="pasted").set_value(text)
    at.run()
    return press(at, "Read it")


def drafted(text=AGENCY, publisher="Southern Wire", day=date(2024, 5, 15)):
    """Return the page after its text and origin were given and its facts asked for."""
    at = brought(text)
    at.text_input(key="origin_publisher").set_value(publisher)
    at.date_input(key="origin_published").set_value(day)
    at.run()
    return press(at, "Draft its facts")


def reviewed(desk):
    """Return the page on a review that was left."""
    store.save_review(review.to_store(desk))
    at = AppTest.from_file(str(APP), default_timeout=60)
    at.run()
    at.switch_page("views/add.py")
    at.query_params["review"] = desk.id
    at.run()
    return at.text_input(key="who").set_value("Ann").run()


def told(elements):
    return " ".join(element.value for element in elements)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("   ", "Paste the text of an article, or choose its file (at most 20 MB)."),
        ("word " * (4 * 1024 * 1024 + 1), "the most is 300,000: take only the article."),
        ("Le ministre chinois a visité Vientiane lundi. " * 9, "not in English"),
    ],
    ids=["empty", "20 MB", "French"],
)
def test_a_paste_that_is_no_article_is_refused_in_a_sentence(text, sentence):
    at = brought(text)
    assert not at.exception
    assert sentence in told(at.error)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("article.odt", b"words", "save it as .txt, .html, .pdf or .docx"),
        ("article.pdf", b"words", "is broken or no PDF"),
        ("scan.pdf", _scan(), "is a scan without text"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(name, content, sentence):
    at = opened("add")
    at.file_uploader(key="file").set_value((name, content, "")).run()
    press(at, "Read it")
    assert not at.exception
    assert sentence in told(at.error)


def test_a_file_says_where_it_comes_from():
    page = f"""<html lang="en"><head><title>{WIRE["title"]}</title>
        <meta property="og:site_name" content="Southern Wire">
        <meta property="article:published_time" content="2024-05-15">
        </head><body><article>{"".join(f"<p>{p}</p>" for p in AGENCY.split(chr(10) * 2))}
        </article></body></html>"""
    at = opened("add")
    at.file_uploader(key="file").set_value(("page.html", page.encode(), "text/html")).run()
    press(at, "Read it")
    assert at.text_input(key="origin_publisher").value == "Southern Wire"
    assert at.date_input(key="origin_published").value == date(2024, 5, 15)
    press(at, "Draft its facts")
    assert "drafts to decide" in told(at.markdown)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"day": date.today() + timedelta(days=2)}, "a day that lies ahead"),
        ({"publisher": ""}, "Give the publisher"),
        ({"day": None, "publisher": ""}, "Give the publisher and the day of publication"),
    ],
    ids=["ahead", "no publisher", "neither"],
)
def test_an_origin_that_cannot_be_is_said_in_a_sentence(given, sentence):
    at = drafted(**given)
    assert not at.exception
    assert sentence in told(at.error)
    assert store.reviews() == []


def test_a_text_that_is_here_can_be_read_again_after_an_undo():
    at = drafted()
    for answer in ("Accept", "Accept", "Reject", "Set 1 undrafted sentence aside", "Add 2 facts"):
        press(at, answer)
    assert "The review is finished." in told(at.success)
    act = store.history()["act"].iloc[0]
    store.undo(int(act), who="Ann")
    at = brought(AGENCY)
    # What is withdrawn with its last fact is the source too, so it comes from somewhere anew.
    assert "Where it comes from" in told(at.subheader)


def test_a_source_with_facts_can_be_read_again():
    at = drafted()
    for answer in ("Accept", "Reject", "Reject", "Set 1 undrafted sentence aside", "Add 1 fact"):
        press(at, answer)
    at = brought(AGENCY)
    assert "Facts of it: 1." in told(at.info)
    press(at, "Read it again")
    assert "3 of 3 drafts to decide" in told(at.markdown)
    assert "A known fact may be about the same thing" in told(at.markdown)
    press(at, "Already known: reject")
    press(at, "Accept")
    press(at, "Add 1 fact")
    own = facts.load()
    assert own[own["source"].str.startswith("sw")]["kind"].tolist() == ["donation", "visit"]
    assert own["place_name"].iloc[-1] == "Laos"


def test_a_headline_becomes_the_title():
    at = brought(AGENCY)
    assert at.text_input(key="origin_title").value == WIRE["title"]


def test_a_review_is_opened_left_and_gone_on_with():
    at = drafted()
    assert not at.exception
    assert "3 of 3 drafts to decide" in told(at.markdown)
    press(at, "Accept")
    assert "2 of 3 drafts to decide" in told(at.markdown)
    press(at, "All reviews")
    left = "2 of 3 drafts and 1 undrafted sentence to decide"
    assert f"{left} · **1 accepted, not added yet** · begun by Ann" in told(at.markdown)
    press(at, "Go on")
    assert "2 of 3 drafts to decide" in told(at.markdown)
    press(at, "Add 1 fact")
    assert told(at.success) == "1 fact added."
    assert len(facts.load()) == 40


def test_a_text_under_review_is_not_drafted_again():
    store.save_review(review.to_store(review.begin(AGENCY, WIRE)))
    assert "under review already" in told(brought(AGENCY).info)


def test_a_known_text_opens_its_facts_instead():
    desk = review.begin(AGENCY, WIRE)
    review.keep(review.decided(desk, 1, "accepted"), who="Ann")
    at = brought(AGENCY)
    assert "already here as “Vientiane takes generators from Beijing”" in told(at.info)
    assert ["sw-20240515-01"] in [
        entry["facts"] for part in parts(at) for entry in part.get("entries", ())
    ]


def test_the_text_of_a_founding_article_is_kept_for_its_passages(tmp_path, monkeypatch):
    kept = tmp_path / "fingerprints.csv"
    rows = (f"tna-20231205,{n},{f}" for n, f in enumerate(wording.fingerprint(AGENCY), 1))
    kept.write_text("\n".join([",".join(wording.COLUMNS), *rows]))
    monkeypatch.setattr(wording, "FINGERPRINTS", kept)
    at = brought(AGENCY)
    assert "This is the article behind the founding source" in told(at.info)
    press(at, "Keep its text")
    assert "now show their passages" in told(at.success)
    at = evidence("tna-20231205-01")
    assert "Paragraph 1 of the source, as kept here" in told(at.caption)
    assert "Vientiane takes generators from Beijing" in told(at.markdown)


def test_another_printing_is_offered_as_such():
    desk = review.begin(AGENCY, WIRE)
    review.keep(review.decided(desk, 1, "accepted"), who="Ann")
    at = drafted(AGENCY + "\nThe hospital has 300 beds.\n", publisher="The Paper")
    assert not at.exception
    assert store.reviews()[0].state["source"]["syndicated_from"] == "sw-20240515"


def test_a_field_that_is_wrong_keeps_a_card_from_being_accepted():
    desk = review.begin(AGENCY, WIRE)
    at = reviewed(desk)
    at.text_input(key=f"{desk.id}_1_date").set_value("soon").run()
    assert "“soon” is no date that can be read" in told(at.caption)
    assert "Mend first: date" in told(at.markdown)
    assert next(button for button in at.button if button.label == "Accept").disabled
    at.text_input(key=f"{desk.id}_1_date").set_value("2024-05-13~").run()
    assert "about 13 May 2024" in told(at.caption)
    assert "yours; drafted as “2024-05-13”" in told(at.caption)
    assert not next(button for button in at.button if button.label == "Accept").disabled


def test_an_undrafted_sentence_can_be_drafted_by_hand():
    desk = review.begin(AGENCY, WIRE)
    for id in (1, 2, 3):
        desk = review.decided(desk, id, "rejected")
    at = reviewed(desk)
    press(at, "Add a fact from this sentence")
    assert not at.exception
    guessed = store.review(desk.id).state["cards"][3]["cells"]
    assert (guessed["kind"], guessed["date"]) == ("trade_value", "2019/2024-05-15")
    at.text_area(key=f"{desk.id}_4_summary").set_value("Critics doubt China's trade.").run()
    press(at, "Accept")
    press(at, "Add 1 fact")
    assert told(at.success) == "1 fact added. The review is finished."


def test_a_figure_in_words_is_kept_in_digits_and_one_that_is_none_can_be_mended():
    desk = review.begin(AGENCY, WIRE)
    at = reviewed(desk)
    at.text_input(key=f"{desk.id}_1_value").set_value("some").run()
    assert not at.exception
    assert "Mend first: value" in told(at.markdown)
    at.text_input(key=f"{desk.id}_1_value").set_value("1.5 thousand").run()
    assert at.text_input(key=f"{desk.id}_1_value").value == "1500"


def test_a_place_that_nobody_knows_is_put_on_the_map():
    desk = review.edited(review.begin(AGENCY, WIRE), 1, "place", "Old Ferry Landing")
    at = reviewed(desk)
    assert "say below where it is" in told(at.caption)
    at.selectbox(key=f"{desk.id}_1_new_place_kind").set_value("site").run()
    at.number_input(key=f"{desk.id}_1_new_place_lat").set_value(17.9).run()
    at.number_input(key=f"{desk.id}_1_new_place_lon").set_value(102.6).run()
    at.multiselect(key=f"{desk.id}_1_new_place_countries").set_value(["LAO"]).run()
    press(at, "Put it on the map")
    assert not at.exception
    assert "site, Laos, 17.9° N 102.6° E" in told(at.caption)
    press(at, "Accept")
    press(at, "Add 1 fact")
    assert facts.load()["place_name"].iloc[-1] == "Old Ferry Landing"


def test_a_possible_double_can_be_another_source_for_the_same():
    desk = review.begin(AGENCY, WIRE)
    review.keep(review.decided(desk, 1, "accepted"), who="Ann")
    other = review.begin(AGENCY.replace("on Monday", "on May 13"), WIRE | {"source": "tp-1"})
    at = reviewed(other)
    assert "**A known fact may be about the same thing**" in told(at.markdown)
    press(at, "Another source for the same engagement")
    assert not at.exception
    assert store.review(other.id).state["cards"][0]["beside"] == "sw-20240515-01"


def test_a_link_to_a_finished_review_says_so():
    at = AppTest.from_file(str(APP), default_timeout=60)
    at.run()
    at.switch_page("views/add.py")
    at.query_params["review"] = "gone"
    at.run()
    assert "finished or was discarded" in told(at.info)


def evidence(fact_id):
    """Return the page Facts on a link to one fact."""
    at = AppTest.from_file(str(APP), default_timeout=60)
    at.run()
    at.switch_page("views/facts.py")
    at.query_params["fact"] = fact_id
    return at.run()


def field(at, kind, name):
    return next(one for one in at.get(kind) if one.key and one.key.endswith(f"_{name}"))


def test_a_fact_is_corrected_where_its_evidence_is():
    at = evidence("tna-20231205-27")
    press(at, "Correct")
    field(at, "text_input", "cell_actor").set_value("Somebody")
    field(at, "text_input", "who").set_value("Ann")
    at.run()
    press(at, "Keep the correction")
    assert "Say who changes it and why" in told(at.error)
    field(at, "text_input", "why").set_value("a slip")
    at.run()
    press(at, "Keep the correction")
    assert not at.exception
    assert store.newest("fact", "tna-20231205-27").cells["actor"] == "Somebody"


def test_who_comes_second_is_shown_what_the_first_wrote():
    at = evidence("tna-20231205-27")
    press(at, "Correct")
    add(correct("tna-20231205-27", 0, note="Bob's caveat"), who="Bob")
    field(at, "text_input", "cell_actor").set_value("Somebody")
    field(at, "text_input", "who").set_value("Ann")
    field(at, "text_input", "why").set_value("a slip")
    at.run()
    press(at, "Keep the correction")
    assert "Somebody else was first: tna-20231205-27: Bob" in told(at.warning)
    press(at, "Keep the correction all the same")
    now = store.newest("fact", "tna-20231205-27").cells
    assert (now["actor"], now["note"]) == ("Somebody", "Bob's caveat")


def test_a_fact_is_withdrawn():
    at = evidence("tna-20231205-27")
    press(at, "Withdraw")
    field(at, "text_input", "who").set_value("Ann")
    field(at, "text_input", "why").set_value("denied")
    at.run()
    press(at, "Withdraw it")
    assert not at.exception
    assert len(facts.load()) == 38


def test_the_history_tells_each_act_and_takes_it_back():
    add(who="Ann", why="read it")
    add(correct("tna-20231205-27", 0, note="new"), who="Bob", why="a slip")
    at = opened("history")
    assert "note: " in told(at.markdown)
    assert not at.exception
    assert "New fact tna-20231205-40: China promised twelve vehicles." in told(at.markdown)
    assert all(button.disabled for button in at.button if button.label == "Undo")
    at.text_input(key="who").set_value("Eve").run()
    at.button(key="undo_1").click().run()
    assert told(at.success) == "Act 1 is undone."
    assert "**taken back**" in told(at.markdown)
    assert len(facts.load()) == 39


def test_the_history_tells_cells_as_readers_say_them():
    add(who="Ann")
    add(correct("tna-20231205-40", 1, partner="KEN", value="12000", date="2023-12"), who="Bob")
    shown = told(opened("history").markdown)
    assert "partner: “South Africa” → “Kenya”" in shown
    assert "value: “12” → “12,000”" in shown
    assert "date: “5 December 2023” → “December 2023”" in shown


def test_an_undo_that_comes_too_late_says_why():
    add(who="Ann")
    add(correct("tna-20231205-40", 1, note="new"), who="Bob")
    at = opened("history")
    at.text_input(key="who").set_value("Eve").run()
    at.button(key="undo_1").click().run()
    assert told(at.error) == (
        "Act 1 was not undone: act 2 (Bob) changed the same. Undo that first."
    )
    assert len(facts.load()) == 40
