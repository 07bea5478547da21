"""The whole way of an article in a real browser: pasted, reviewed, seen, undone."""

import re
from pathlib import Path

import pytest
from additions import AGENCY, WIRE
from playwright.sync_api import expect
from test_accessibility_browser import serious

from data import review, store

pytestmark = pytest.mark.browser

APP = Path(__file__).parent.parent / "dashboard" / "app.py"


@pytest.fixture
def opened(server, page, settled, tmp_path, monkeypatch):
    """Return a function that opens an address of a dashboard whose store is its own."""
    monkeypatch.setenv("SINOGRAPH_DATABASE_URL", f"sqlite:///{tmp_path}/additions.sqlite")
    running = server(APP)

    def open_(path: str):
        page.goto(f"{running.url}/{path}")
        page.wait_for_selector("h1")
        settled(page)
        return page

    return open_


def fill(page, settled, name, text):
    """Type into a field and leave it, as a reader does who waits until it is drawn."""
    settled(page)
    box = page.get_by_role("textbox", name=name, exact=True)
    box.fill(text)
    box.press("Tab")
    settled(page)


def test_an_article_becomes_facts_and_is_taken_back(opened, settled):
    page = opened("add")
    fill(page, settled, "Your name", "Ann")
    fill(page, settled, "Text of the article", AGENCY)
    page.get_by_role("button", name="Read it").click()
    page.wait_for_selector("text=Where it comes from")
    fill(page, settled, "Publisher", "Southern Wire")
    page.get_by_test_id("stDateInput").last.get_by_role("spinbutton").first.click()
    page.keyboard.type("20240515")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    settled(page)
    page.get_by_role("button", name="Draft its facts").click()
    page.wait_for_selector("text=3 of 3 drafts to decide")

    # A click on the list shows the card, and a click on the passage another; the keyboard too.
    page.get_by_role("listitem").get_by_role("button", name="2 Visit").click()
    page.wait_for_selector("text=Draft 2")
    page.locator("mark", has_text="Laos received 60 generators").click()
    page.wait_for_selector("text=Draft 1")
    settled(page)
    fill(page, settled, "Value", "75")
    page.wait_for_selector("text=75 generators")
    page.get_by_role("button", name="Accept").first.click()
    page.wait_for_selector("text=Draft 2")
    settled(page)
    page.get_by_role("textbox", name="Note").press_sequentially("ax")  # letters, no answer
    page.keyboard.press("Tab")
    settled(page)
    assert page.get_by_role("heading", name="Draft 2").is_visible()
    page.get_by_role("heading", name="Draft 2").click()
    page.keyboard.press("x")
    page.wait_for_selector("text=Draft 3")
    page.get_by_role("button", name="Accept").first.click()
    page.wait_for_selector("text=0 of 3 drafts to decide")

    # Whoever comes back finds what was decided.
    page.reload()
    page.wait_for_selector("text=0 of 3 drafts to decide")
    fill(page, settled, "Your name", "Ann")
    page.get_by_role("region", name="Article").get_by_role("button", name="? Undrafted").press(
        "Enter"
    )
    page.get_by_role("button", name="Set aside", exact=True).click()
    page.wait_for_selector("text=0 undrafted sentences")

    page.get_by_role("button", name="Add 2 facts").click()
    page.wait_for_selector("text=2 facts added. The review is finished.")
    page.get_by_role("link", name="Map", exact=True).click()
    page.wait_for_selector("text=All countries, all dates · 41 of 41 facts")
    page.get_by_role("button", name="Table").first.click()
    page.wait_for_selector("text=Laos")
    page = opened("facts?fact=sw-20240515-01")
    page.wait_for_selector("text=Donation (equipment) between China and Laos: 75 generators")
    marked = page.locator("strong", has_text="Laos received 60 generators from China on Monday")
    assert marked.is_visible()

    page.get_by_role("link", name="History", exact=True).click()
    page.wait_for_selector("text=Read in “Vientiane takes generators from Beijing”")
    fill(page, settled, "Your name", "Ann")
    page.get_by_role("button", name="Undo").click()
    page.wait_for_selector("text=Act 1 is undone.")
    page.get_by_role("link", name="Map", exact=True).click()
    page.wait_for_selector("text=All countries, all dates · 39 of 39 facts")
    page.wait_for_selector(".choroplethlayer path")
    assert re.search(r"/map", page.url)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_review_has_no_serious_finding(opened, page, scheme):
    page.emulate_media(color_scheme=scheme)
    desk = review.begin(AGENCY, WIRE)
    review.keep(review.decided(desk, 1, "accepted"), who="Ann")
    other = review.begin(AGENCY.replace("on Monday", "on May 13"), WIRE | {"source": "tp-1"})
    store.save_review(review.to_store(review.decided(other, 2, "rejected")))
    opened("add")
    assert serious(page) == ""
    opened(f"add?review={other.id}")
    page.wait_for_selector("text=A known fact may be about the same thing")
    assert serious(page) == ""
    page.set_viewport_size({"width": 390, "height": 844})
    assert serious(page) == ""
    opened("facts?fact=sw-20240515-01")
    page.get_by_role("button", name="Correct").first.click()
    page.wait_for_selector("text=Keep the correction")
    page.mouse.move(0, 0)  # what Streamlit colours under the mouse is not ours
    assert serious(page) == ""
    opened("history")
    assert serious(page) == ""


def test_a_browser_remembers_who_works_in_it_until_the_name_is_taken_away(opened, settled):
    page = opened("history")
    fill(page, settled, "Your name", "Ann")
    page.wait_for_function("localStorage.getItem('sinograph-name') === 'Ann'")
    page = opened("add")
    expect(page.get_by_role("textbox", name="Your name")).to_have_value("Ann")
    fill(page, settled, "Your name", "")
    page.wait_for_function("localStorage.getItem('sinograph-name') === null")
