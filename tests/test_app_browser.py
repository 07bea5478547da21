"""The dashboard in a real browser, as its readers use it."""

import re
from pathlib import Path

import pytest
from PIL import Image

pytestmark = pytest.mark.browser

APP = Path(__file__).parent.parent / "dashboard" / "app.py"
PAGES = ["map", "timeline", "visits", "trade", "aid", "maritime", "country", "facts", "sources"]
COUNT = "All countries, all dates · 39 of 39 facts"


@pytest.fixture
def opened(page, serve, settled):
    """Return a function that opens an address of the dashboard and waits until it is drawn."""

    def open_(path: str = ""):
        page.goto(f"{serve(APP)}/{path}")
        page.wait_for_selector("h1")
        settled(page)
        return page

    return open_


def drawn(page, number: int) -> None:
    page.wait_for_function(
        "n => document.querySelectorAll('.js-plotly-plot .main-svg').length >= n", arg=number
    )


def test_from_start_to_the_map(opened):
    page = opened()
    page.wait_for_selector(".choroplethlayer path")
    assert page.get_by_text(COUNT).first.is_visible()


@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens_without_an_error_or_a_request_that_leaves(opened, path):
    page = opened(path)
    assert page.locator("[data-testid=stException]").count() == 0


def test_filtering_by_region_narrows_and_is_in_the_address(opened, settled):
    page = opened()
    page.get_by_label("Region").first.click()
    page.get_by_role("option", name="Africa", exact=True).click()
    page.wait_for_selector("text=Africa, all dates · 8 of 39 facts")
    page.wait_for_url(re.compile(r"[?&]region=Africa"))
    settled(page)
    page.keyboard.press("Escape")
    page.reload()
    page.wait_for_selector("text=Africa, all dates · 8 of 39 facts")
    page.get_by_role("link", name="Aid").click()
    page.wait_for_selector("h1:has-text('Aid')")
    page.wait_for_selector("text=Africa, all dates · 5 of 39 facts")


def test_a_link_with_dates_and_back(opened):
    page = opened("?from=2023-12-01&to=2023-12-05&country=Philippines")
    page.wait_for_selector("text=Philippines, 1 Dec to 5 Dec 2023")
    page.get_by_role("link", name="Maritime").click()
    page.wait_for_selector("h1:has-text('Maritime')")
    assert "country=Philippines" in page.url
    page.go_back()
    page.wait_for_selector("h1:has-text('Overview')")
    page.wait_for_selector("text=Philippines, 1 Dec to 5 Dec 2023")


def test_a_click_on_the_map_narrows_the_selection(opened):
    page = opened("map")
    shape = page.locator(".choroplethlayer path").last
    shape.wait_for()
    # South Africa is the country with the fewest facts and so the last shape.
    box = shape.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.35, box["y"] + box["height"] * 0.45)
    page.wait_for_selector(".hoverlayer .hovertext")
    page.mouse.click(box["x"] + box["width"] * 0.35, box["y"] + box["height"] * 0.45)
    page.wait_for_selector("text=South Africa, all dates · 8 of 39 facts")


@pytest.mark.parametrize(
    ("path", "number"),
    [("", 2), ("map", 1), ("visits", 2), ("trade", 2), ("aid", 2), ("maritime", 2), ("country", 1)],
)
def test_every_picture_is_whole_and_explains_itself(opened, tmp_path, path, number):
    page = opened(path)
    buttons = page.get_by_role("button", name=re.compile("^PNG"))
    drawn(page, number)
    assert buttons.count() == number
    for n in range(number):
        with page.expect_download() as download:
            buttons.nth(n).click()
        file = tmp_path / download.value.suggested_filename
        download.value.save_as(file)
        with Image.open(file) as picture:
            picture.load()
            assert picture.size == (3200, 1800)
            assert picture.getpixel((4, 4))[:3] == (255, 255, 255)
            assert "of 39 facts" in picture.text["Selection"]
            assert picture.text["Source"].startswith("The New American, 5 Dec 2023")
            assert picture.text["Title"]


def test_the_evidence_dialog_opens_from_a_figure(opened):
    page = opened()
    page.get_by_role("button", name="Evidence").first.click()
    dialog = page.get_by_role("dialog")
    dialog.wait_for()
    dialog.get_by_text("According to").first.wait_for()
