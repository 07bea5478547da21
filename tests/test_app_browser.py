"""The dashboard in a real browser, as its readers use it."""

import json
import re
from pathlib import Path

import pytest
from pictures import assert_whole, overlapping
from PIL import Image

from components import charts
from components.figure.message import Caption, message
from data import facts, questions

pytestmark = pytest.mark.browser

APP = Path(__file__).parent.parent / "dashboard" / "app.py"
PAGES = [
    *("map", "timeline", "visits", "trade", "aid", "maritime", "country", "facts", "sources"),
    *("add", "history"),
]
MARK = """() => document.querySelectorAll('.js-plotly-plot').forEach(plot => {
  plot.marked = true;
})"""
MARKED = "() => [...document.querySelectorAll('.js-plotly-plot')].every(plot => plot.marked)"
SYMBOL = """key => {
  const plot = document.querySelector('.js-plotly-plot');
  const first = plot.data.at(-1).customdata.indexOf(key);
  const box = plot.querySelectorAll('path.point')[first].getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
}"""
"""Where on the screen the first symbol of a place or country stands."""
COUNT = "All countries, all dates · 39 of 39 facts"


def every_chart():
    """Return each chart of the dashboard on the embedded facts, by name."""
    shown = facts.load()
    where = questions.by_country(shown), questions.locations(shown)
    return {
        "map": charts.where(*where, asked=39),
        "large map": charts.where(*where, asked=39, height=620),
        "timeline": charts.timeline(questions.timeline(shown), window=questions.window(shown)),
        "exchanges": charts.exchanges(questions.exchanges(shown)),
        "visit lengths": charts.visit_lengths(questions.visits(shown)),
        "visits by year": charts.visits_by_year(questions.visits_by_year(shown)),
        "ranks": charts.trade_ranks(questions.trade_ranks(shown)),
        "comparisons": charts.trade_comparisons(questions.trade_comparisons(shown)),
        "money": charts.aid_by_status(questions.aid_by_status(shown)),
        "goods": charts.aid_in_kind(questions.aid_in_kind(shown)),
        "vessels": charts.vessel_counts(questions.vessel_counts(shown)),
        "deployments": charts.deployments(questions.deployments(shown)),
        "figures explained": charts.figures_explained(),
        "dates explained": charts.dates_explained(),
    }


CHARTS = every_chart()


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
        "n => document.querySelectorAll('.js-plotly-plot:has(.main-svg)').length >= n", arg=number
    )


def test_filters_are_folded_where_nothing_is_selected_and_stay_chosen(opened, settled):
    page = opened("")
    page.get_by_role("button", name="Africa", exact=True).click()
    page.wait_for_url("**/?region=Africa")
    settled(page)
    page.get_by_role("link", name="History", exact=True).click()
    page.get_by_text("Filters of the other pages").wait_for()
    settled(page)
    assert page.get_by_role("button", name="Africa", exact=True).count() == 0
    page.get_by_role("link", name="Aid", exact=True).click()
    page.get_by_text("Africa, all dates · 5 of 39 facts").wait_for()
    assert page.url.endswith("/aid?region=Africa")


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
    page.get_by_role("button", name="Africa", exact=True).click()
    page.wait_for_selector("text=Africa, all dates · 8 of 39 facts")
    page.wait_for_url(re.compile(r"[?&]region=Africa"))
    settled(page)
    page.reload()
    page.wait_for_selector("text=Africa, all dates · 8 of 39 facts")
    page.get_by_role("link", name="Aid").click()
    page.wait_for_selector("h1:has-text('Aid')")
    page.wait_for_selector("text=Africa, all dates · 5 of 39 facts")


def test_filters_out_of_sight_are_counted_where_they_are_opened(opened):
    page = opened("?side=China&place=Beijing&sure=true")
    page.get_by_role("button", name="More filters (3 used)").wait_for()
    page.get_by_role("button", name="Reset filters").click()
    page.get_by_role("button", name="More filters", exact=True).wait_for()
    page.wait_for_function("location.search === ''")


def test_filtering_by_subregion_and_by_kind(opened):
    page = opened()
    page.get_by_role("button", name="More filters").click()
    page.get_by_label("Subregion").first.click()
    page.keyboard.type("South-eastern")
    page.get_by_role("option", name="South-eastern Asia").click()
    page.wait_for_selector("text=South-eastern Asia, all dates · 10 of 39 facts")
    page.keyboard.press("Escape")
    page.get_by_label("Kind").first.click()
    page.keyboard.type("Vessel")
    page.get_by_role("option", name="Vessel counts").click()
    page.wait_for_selector("text=South-eastern Asia, all dates, vessel counts · 2 of 39 facts")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Reset filters").click()
    page.wait_for_selector(f"text={COUNT}")
    page.wait_for_url(re.compile(r"/$"))


def test_filtering_by_a_period_that_is_typed_and_by_a_preset(opened):
    page = opened()
    page.get_by_role("button", name="Latest week").click()
    page.wait_for_selector("text=29 Nov to 5 Dec 2023")
    page.wait_for_url(re.compile(r"from=2023-11-29&to=2023-12-05"))
    page.get_by_role("button", name="All dates").click()
    page.wait_for_selector(f"text={COUNT}")
    year = page.get_by_label("From").get_by_role("spinbutton").first
    year.click()
    page.keyboard.type("20231204")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    page.wait_for_selector("text=from 4 Dec 2023 on")


def test_the_charts_stay_through_quick_changes_and_end_in_the_last(opened, settled):
    page = opened()
    drawn(page, 2)
    page.evaluate(MARK)
    for region in ("Africa", "Asia", "Europe"):
        page.get_by_role("button", name=region, exact=True).click()
    page.wait_for_selector("text=Africa, Asia and Europe, all dates · 37 of 39 facts")
    settled(page)
    page.wait_for_function("() => document.querySelectorAll('.choroplethlayer path').length === 3")
    assert page.evaluate(MARKED)


def test_quick_page_switches_end_with_the_charts_of_the_last(opened):
    page = opened()
    for name in ("Aid", "Maritime", "Map", "Trade"):
        page.get_by_role("link", name=name, exact=True).click()
    page.wait_for_selector("h1:has-text('Trade')")
    page.wait_for_selector("text=China's rank in its partners' trade")
    drawn(page, 2)
    assert page.locator("figure").count() == 2


def test_a_lost_connection_leaves_the_charts_and_their_pictures(page, server, settled, problems):
    running = server(APP)
    page.goto(running.url)
    page.wait_for_selector("h1")
    settled(page)
    drawn(page, 2)
    running.stop()
    page.wait_for_selector(
        '[data-test-connection-state]:not([data-test-connection-state="CONNECTED"])'
    )
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile("^PNG")).first.click()
    assert download.value.suggested_filename.endswith(".png")
    running.start()
    page.wait_for_selector('[data-test-connection-state="CONNECTED"]', timeout=60_000)
    settled(page)
    page.get_by_role("button", name="Africa", exact=True).click()
    page.wait_for_selector("text=Africa, all dates · 8 of 39 facts")
    drawn(page, 2)
    problems.clear()


def test_a_link_with_dates_and_back(opened, settled):
    page = opened("?from=2023-12-01&to=2023-12-05&country=Philippines")
    page.wait_for_selector("text=Philippines, 1 Dec to 5 Dec 2023")
    # Streamlit forgets the address of a page that is left before it is drawn.
    drawn(page, 2)
    settled(page)
    page.get_by_role("link", name="Maritime").click()
    page.wait_for_selector("h1:has-text('Maritime')")
    page.wait_for_url(re.compile("country=Philippines"))
    page.go_back()
    page.wait_for_selector("h1:has-text('Overview')")
    page.wait_for_selector("text=Philippines, 1 Dec to 5 Dec 2023")


def test_a_click_on_the_map_narrows_the_selection(opened):
    page = opened("map")
    shape = page.locator(".choroplethlayer path").last
    shape.wait_for()
    # South Africa has the fewest facts and so the last shape; its west holds no symbol.
    box = shape.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.2, box["y"] + box["height"] * 0.62)
    page.wait_for_selector(".hoverlayer .hovertext")
    page.mouse.click(box["x"] + box["width"] * 0.2, box["y"] + box["height"] * 0.62)
    page.wait_for_selector("text=South Africa, all dates · 8 of 39 facts")


@pytest.mark.parametrize(
    ("key", "words", "part"),
    [
        ("julian-felipe-reef", "at Julian Felipe Reef, all dates · 7 of", "place=Julian"),
        ("CHN", "in China, all dates · 1 of", "place=China"),
        ("ZAF", "South Africa, all dates · 8 of", "country=South"),
    ],
)
def test_a_symbol_of_the_map_narrows_to_its_place_and_then_opens_its_evidence(
    opened, settled, key, words, part
):
    page = opened("map")
    for told in (f"text={words}", "[role=dialog] >> text=According to"):
        page.locator("path.point").first.wait_for()
        settled(page)
        x, y = page.evaluate(SYMBOL, key)
        page.mouse.move(x, y)
        page.wait_for_selector(".hoverlayer .hovertext")
        page.mouse.click(x, y)
        page.wait_for_selector(told)
    page.wait_for_url(re.compile(part))


@pytest.mark.parametrize(
    ("path", "number"),
    [("", 2), ("map", 1), ("visits", 3), ("trade", 2), ("aid", 2), ("maritime", 2), ("country", 1)],
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


@pytest.mark.parametrize("name", CHARTS)
def test_no_text_of_a_picture_is_cut_off_or_on_another(opened, name):
    words = Caption(
        "All countries, all dates · 39 of 39 facts", "Source: somebody", "1234567", "/aid"
    )
    data = json.loads(json.dumps(message(CHARTS[name], words, name=name, clickable=False)))
    page = opened("sources")
    assert "39 of 39 facts" in assert_whole(page, data)
    assert overlapping(page, data) == []


def test_a_link_to_one_fact_leads_from_its_evidence(opened):
    page = opened("aid")
    page.get_by_role("button", name="Evidence").first.click()
    link = page.get_by_role("dialog").get_by_role("link", name="Link to this fact").first
    with page.context.expect_page() as fresh:
        link.click()
    fresh.value.wait_for_selector("h1")
    assert "fact=tna-20231205-" in fresh.value.url
    fresh.value.get_by_text("According to").first.wait_for()


def test_facts_are_found_and_leave_as_csv(opened, settled, tmp_path):
    page = opened("facts")
    page.get_by_role("textbox", name="Search").fill("Tarriela")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=1 fact found")
    assert "search=Tarriela" in page.url
    settled(page)  # the button of the run before has no file any more
    with page.expect_download() as download:
        page.get_by_test_id("stDownloadButton").get_by_role("button").click()
    download.value.save_as(tmp_path / "facts.csv")
    text = (tmp_path / "facts.csv").read_text(encoding="utf-8-sig")
    assert "more than 135 vessels" in text
    assert "search: Tarriela" in text


def test_the_evidence_dialog_opens_from_a_figure(opened):
    page = opened()
    page.get_by_role("button", name="Evidence").first.click()
    dialog = page.get_by_role("dialog")
    dialog.wait_for()
    dialog.get_by_text("According to").first.wait_for()


def test_the_evidence_opens_from_the_table_of_a_chart_by_keyboard(opened):
    page = opened("aid")
    figure = page.locator("figure").first
    figure.get_by_role("button", name="Table").press("Enter")
    figure.get_by_role("button", name="Evidence: South Africa, pledged").first.press("Enter")
    page.get_by_role("dialog").get_by_text("8.9 million US dollars").first.wait_for()


def test_a_secret_names_the_database(page, server, tmp_path):
    secrets = tmp_path / "secrets.toml"
    secrets.write_text('SINOGRAPH_DATABASE_URL = "mysql://name:hidden-word@127.0.0.1/it"\n')
    page.goto(server(APP, "--secrets.files", str(secrets)).url)
    page.wait_for_selector("text=is no PostgreSQL database and no file of SQLite")
    assert "hidden-word" not in page.content()
