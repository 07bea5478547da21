"""Charts in a real browser against a real server: they stay, they answer, they leave as files."""

import csv
import io
import json
from pathlib import Path

import pytest
from figure_app import bars, caption, timeline, wordy, world
from pictures import assert_whole
from PIL import Image
from playwright.sync_api import Download, Page

from components.figure import assets
from components.figure.message import message

pytestmark = pytest.mark.browser

APP = Path(__file__).parent / "figure_app.py"
CHARTS = {"bars": bars(1), "world": world(1), "timeline": timeline(2), "wordy": wordy()}

DRAWN = "n => document.querySelectorAll('.js-plotly-plot .main-svg .bglayer').length >= n"
MARK = """() => document.querySelectorAll('.js-plotly-plot').forEach(plot => {
  plot.marked = plot.querySelector('.main-svg').marked = true;
})"""
MARKED = """() => [...document.querySelectorAll('.js-plotly-plot')]
  .every(plot => plot.marked && plot.querySelector('.main-svg').marked)"""
FACTOR = "n => document.querySelector('.js-plotly-plot')?.data?.[0].x[0] === 100 * n"


@pytest.fixture
def url(serve, tmp_path_factory):
    return serve(APP, cwd=tmp_path_factory.mktemp("elsewhere"))


@pytest.fixture
def one(page, url, settled):
    """Open page One and wait until its three visible charts stand."""
    page.goto(url)
    settled(page)
    figure(page, "Where").locator(".choroplethlayer path").first.wait_for()
    figure(page, "Chinese").locator(".barlayer path").first.wait_for()
    figure(page, "Most").locator(".scatterlayer path").first.wait_for()
    return page


def figure(page: Page, title: str):
    return page.locator("figure", has=page.get_by_role("heading", name=title))


def step(page: Page, times: int = 1) -> None:
    slider = page.get_by_role("slider")
    slider.focus()
    for _ in range(times):
        page.keyboard.press("ArrowRight")


def middle(page: Page, selector: str, nth: int = 0) -> tuple[float, float]:
    mark = page.locator(selector).nth(nth)
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def click(page: Page, at: tuple[float, float]) -> None:
    page.mouse.move(at[0] - 2, at[1])
    page.mouse.move(*at)
    page.mouse.click(*at)


def failure(page: Page):
    return page.locator(".status.failed")


# In place


def test_node_and_zoom_outlive_a_change(one):
    one.evaluate(MARK)
    box = one.locator(".nsewdrag").first.bounding_box()
    one.mouse.move(box["x"] + box["width"] * 0.2, box["y"] + box["height"] * 0.1)
    one.mouse.down()
    one.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + box["height"] * 0.9, steps=5)
    one.mouse.up()
    ranges = "() => document.querySelector('.js-plotly-plot')._fullLayout.xaxis.range"
    one.wait_for_function(f"() => ({ranges})()[0] > 1")
    zoomed = one.evaluate(ranges)
    step(one)
    one.wait_for_function(FACTOR, arg=2)
    assert one.evaluate(ranges) == zoomed
    assert one.evaluate(MARKED)


def test_zoom_buttons_work_and_are_kept(one):
    scale = "() => document.querySelectorAll('.js-plotly-plot')[1]._fullLayout.geo.projection.scale"
    before = one.evaluate(scale)
    figure(one, "Where").get_by_role("button", name="Zoom in").click()
    one.wait_for_function(f"before => ({scale})() > before", arg=before)
    zoomed = one.evaluate(scale)
    step(one)
    one.wait_for_function(
        "() => document.querySelectorAll('.js-plotly-plot')[1].data[0].z[0] === 2"
    )
    assert one.evaluate(scale) == zoomed
    figure(one, "Where").get_by_role("button", name="Show everything again").click()
    one.wait_for_function(f"before => ({scale})() === before", arg=before)


def test_a_chart_that_did_not_change_is_not_drawn_again(one, settled):
    one.evaluate("""() => {
      const plot = document.querySelectorAll('.js-plotly-plot')[2];
      plot.on('plotly_afterplot', () => { plot.again = true; });
    }""")
    step(one)
    one.wait_for_function(FACTOR, arg=2)
    settled(one)
    assert not one.evaluate("() => document.querySelectorAll('.js-plotly-plot')[2].again")


def test_quick_changes_end_in_the_last_state(one, settled):
    step(one, 9)
    one.wait_for_function(FACTOR, arg=10)
    settled(one)
    alt = figure(one, "Chinese").locator(".plot[role=img]")
    assert alt.get_attribute("aria-label").startswith("Bars: 1000 vessels")
    assert one.evaluate("() => document.querySelectorAll('.js-plotly-plot')[1].data[0].z[0]") == 10
    assert one.locator("figure").count() == 4


def test_quick_page_switches_leave_nothing_behind(one, settled):
    body = one.evaluate("() => document.body.children.length")
    for _ in range(6):
        one.get_by_role("link", name="two").click()
        one.wait_for_timeout(150)
        one.get_by_role("link", name="one").click()
        one.wait_for_timeout(150)
    one.get_by_role("link", name="two").click()
    one.get_by_role("heading", name="Two").wait_for()
    settled(one)
    one.wait_for_function("() => document.querySelectorAll('figure').length === 1")
    one.wait_for_function("() => document.querySelector('.js-plotly-plot')?.data?.[0].y[3] === 4")
    assert one.locator(".js-plotly-plot").count() == 1
    assert one.evaluate("() => document.body.children.length") == body


def test_leaving_while_plotly_loads(page, url, settled):
    held = []
    page.route("**/plotly-*.min.js", lambda route: held.append(route))
    page.goto(url)
    page.locator("figure .stage.waiting").first.wait_for()
    page.get_by_role("link", name="two").click()
    page.get_by_role("heading", name="Two").wait_for()
    settled(page)
    held[0].continue_()
    page.wait_for_function("() => document.querySelector('.js-plotly-plot')?.data?.[0].y[3] === 4")
    assert page.locator("figure").count() == 1


def test_the_height_is_kept_free_while_plotly_loads(page, url):
    held = []
    page.route("**/plotly-*.min.js", lambda route: held.append(route))
    page.goto(url)
    stage = figure(page, "Most").locator(".stage")
    stage.wait_for()
    page.wait_for_function(
        "() => document.styleSheets.length && document.querySelector('.waiting')"
    )
    before = figure(page, "Most").bounding_box()["height"]
    held[0].continue_()
    figure(page, "Most").locator(".scatterlayer path").first.wait_for()
    assert figure(page, "Most").bounding_box()["height"] == pytest.approx(before, abs=1)


def test_a_hidden_tab_is_drawn_when_it_is_shown(one):
    assert one.locator(".js-plotly-plot").count() == 3
    one.get_by_role("tab", name="Second").click()
    one.wait_for_function("() => document.querySelectorAll('.js-plotly-plot').length === 4")
    widths = (
        "() => [...document.querySelectorAll('.js-plotly-plot')].map(p => p._fullLayout?.width)"
    )
    one.wait_for_function(f"() => new Set(({widths})()).size === 1")


def test_a_new_width_redraws_and_a_narrow_one_applies_what_the_figure_asks(one):
    one.set_viewport_size({"width": 390, "height": 800})
    one.wait_for_function("""() => [...document.querySelectorAll('.js-plotly-plot')]
      .every(plot => plot._fullLayout.width === plot.clientWidth && plot.clientWidth < 390)""")
    layout = "() => document.querySelector('.js-plotly-plot')._fullLayout"
    one.wait_for_function(f"() => ({layout})().height === 460")
    assert one.evaluate(f"() => ({layout})().yaxis.tickfont.size") == 11
    assert one.evaluate("() => document.documentElement.scrollWidth <= 390")
    one.set_viewport_size({"width": 1400, "height": 1000})
    one.wait_for_function(f"() => ({layout})().height === 420")
    assert one.evaluate(f"() => ({layout})().yaxis.tickfont.size") == 13


def test_the_theme_changes_live(one):
    colour = "() => document.querySelector('.js-plotly-plot')._fullLayout.font.color"
    assert one.evaluate(colour) == "#1B2230"
    one.evaluate(MARK)
    one.emulate_media(color_scheme="dark")
    one.wait_for_function(f"() => ({colour})() === '#E8EBF0'")
    assert one.evaluate(MARKED)
    one.emulate_media(color_scheme="light")
    one.wait_for_function(f"() => ({colour})() === '#1B2230'")


def test_a_wheel_over_a_map_scrolls_the_page(one):
    at = middle(one, ".choroplethlayer path", 1)
    main = "() => document.querySelector('[data-testid=stMain]').scrollTop"
    before = one.evaluate(main)
    one.mouse.move(*at)
    one.mouse.wheel(0, 200)
    one.wait_for_function(f"before => ({main})() > before", arg=before)


def test_a_finger_scrolls_the_page(chromium, url):
    context = chromium.new_context(
        has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800}
    )
    touched = context.new_page()
    touched.goto(url)
    touched.wait_for_function("() => document.querySelectorAll('.js-plotly-plot').length === 3")
    touched.wait_for_function("""() => [...document.querySelectorAll('.js-plotly-plot')]
      .every(plot => plot._fullLayout?.dragmode === false)""")
    context.close()


# Clicks


def test_a_click_on_a_bar_reaches_python_and_does_so_twice(one):
    at = middle(one, ".barlayer .point path", 1)
    click(one, at)
    one.get_by_text("clicks: 1").wait_for()
    assert one.get_by_label("Place").input_value() == "f-2, f-3"
    click(one, middle(one, ".barlayer .point path", 1))
    one.get_by_text("clicks: 2").wait_for()


def test_a_click_on_a_mark_that_leads_nowhere_does_nothing(one, settled):
    click(one, middle(one, ".barlayer .point path", 3))
    one.wait_for_timeout(500)  # plotly takes two quick clicks for a double click
    click(one, middle(one, ".barlayer .point path", 0))
    one.get_by_text("clicks: 1").wait_for()
    settled(one)
    assert one.get_by_label("Place").input_value() == "f-1"


def test_a_click_on_a_country_reaches_python_and_does_so_twice(one):
    for count in (1, 2):
        click(one, middle(one, ".choroplethlayer path", 1))
        one.get_by_text(f"clicks: {count}").wait_for()
        assert one.get_by_label("Place").input_value() == "AUS"


def test_a_click_on_a_place_on_a_map_reaches_python(one):
    click(one, middle(one, ".scattergeo .point", 1))
    one.get_by_text("clicks: 1").wait_for()
    assert one.get_by_label("Place").input_value() == "reef"


# Files


def saved(page: Page, title: str, button: str) -> Download:
    with page.expect_download() as download:
        figure(page, title).get_by_role("button", name=button).click()
    return download.value


@pytest.mark.parametrize("title", ["Chinese", "Where", "Most"])
def test_a_picture_is_large_light_and_explains_itself(one, title):
    one.emulate_media(color_scheme="dark")
    told = next(chart for chart in CHARTS.values() if chart.title.startswith(title))
    download = saved(one, title, "PNG")
    assert download.suggested_filename.startswith(f"sinograph-{title.lower()}")
    assert download.suggested_filename.endswith(".png")
    picture = Image.open(io.BytesIO(Path(download.path()).read_bytes()))
    picture.load()
    assert picture.size == (3200, 1800)
    corners = [(0, 0), (3199, 0), (0, 1799), (3199, 1799)]
    assert {picture.convert("RGB").getpixel(corner) for corner in corners} == {(255, 255, 255)}
    text = picture.text
    assert text["Title"] == told.title
    assert text["Description"] == told.alt
    assert text["Selection"] == caption().selection
    assert text["Source"] == caption().sources.removeprefix("Source: ")
    assert text["Data revision"] == "3f9a2c"
    assert text["Link"].startswith("http://127.0.0.1:")
    assert text["Link"].endswith("/?region=South-eastern%20Asia&from=2023-02-28")
    assert text["Software"] == "Sinograph"
    figure(one, title).get_by_text("PNG saved.").wait_for()


@pytest.mark.parametrize("name", CHARTS)
def test_no_text_of_a_picture_is_cut_off_or_lies_on_the_plot(one, name):
    words = caption("All regions · " * 30) if name == "wordy" else caption()
    data = json.loads(json.dumps(message(CHARTS[name], words, name=name, clickable=False)))
    said = assert_whole(one, data)
    assert CHARTS[name].title.split()[-1] in said and "data 3f9a2c" in said


def test_names_beyond_latin_reach_the_picture_as_they_are(one):
    data = message(CHARTS["bars"], caption(), name="bars", clickable=False)
    svg = one.evaluate(
        "async ([folder, data]) => (await import(`${folder}0/compose.js`)).compose(data)",
        [assets.modules_address(), data],
    )
    for name in ("Đá Ba Đầu", "牛轭礁", "Ñ", "&lt;b&gt;"):
        assert name in svg


def test_a_csv_opens_with_its_origin_and_without_formulas(one):
    download = saved(one, "Chinese", "CSV")
    text = Path(download.path()).read_text(encoding="utf-8-sig")
    comments = [line for line in text.splitlines() if line.startswith("# ")]
    assert caption().selection in comments[1]
    assert comments[-1].startswith("# http://127.0.0.1:")
    rows = list(csv.reader(line for line in text.splitlines() if not line.startswith("# ")))
    assert rows[0] == ["Count", "Vessels", "As printed"]
    assert rows[1][1:] == ["100", "'=1+1"]
    figure(one, "Chinese").get_by_text("CSV saved.").wait_for()


def test_the_table_opens_and_follows_the_chart(one):
    shown = figure(one, "Chinese")
    button = shown.get_by_role("button", name="Table")
    assert button.get_attribute("aria-expanded") == "false"
    button.click()
    assert button.get_attribute("aria-expanded") == "true"
    assert shown.get_by_role("columnheader").all_inner_texts() == ["Count", "Vessels", "As printed"]
    assert shown.get_by_role("row").count() == 5
    step(one)
    shown.get_by_role("cell", name="200", exact=True).wait_for()
    button.click()
    assert shown.get_by_role("table").count() == 0


# When something fails


def test_without_plotly_js_a_sentence_the_tables_and_another_try(page, url, problems):
    page.route("**/plotly-*.min.js", lambda route: route.abort())
    page.goto(url)
    failure(page).nth(2).wait_for()
    assert "The chart library could not be loaded" in failure(page).first.inner_text()
    assert page.get_by_role("table").count() == 3
    page.unroute("**/plotly-*.min.js")
    failure(page).first.get_by_role("button", name="Try again").click()
    page.wait_for_function("() => document.querySelectorAll('.js-plotly-plot').length === 3")
    figure(page, "Where").locator(".choroplethlayer path").first.wait_for()
    assert page.locator("figure table:visible").count() == 0
    assert failure(page).count() == 0
    assert all("ERR_FAILED" in problem for problem in problems)
    problems.clear()


def test_without_shapes_a_map_says_so_and_the_other_charts_stand(page, url, problems):
    page.route("**/world_110m.json", lambda route: route.fulfill(status=500))
    page.goto(url)
    failure(page).wait_for()
    assert "The map shapes could not be loaded" in failure(page).inner_text()
    figure(page, "Where").get_by_role("table").wait_for()
    figure(page, "Chinese").locator(".barlayer path").first.wait_for()
    page.unroute("**/world_110m.json")
    failure(page).get_by_role("button", name="Try again").click()
    figure(page, "Where").locator(".choroplethlayer path").first.wait_for()
    assert failure(page).count() == 0
    assert all("500" in problem for problem in problems)
    problems.clear()


@pytest.mark.parametrize("module", ["plot.js", "words.js"])
def test_without_our_own_modules_a_sentence_the_table_and_another_try(page, url, problems, module):
    page.route(f"**/{module}", lambda route: route.abort())
    page.goto(url)
    lost = page.locator("[data-lost]")
    lost.nth(2).wait_for()
    assert "could not be loaded" in lost.first.get_by_role("alert").inner_text()
    assert lost.first.get_by_role("table").count() == 1
    page.unroute(f"**/{module}")
    lost.first.get_by_role("button", name="Try again").click()
    figure(page, "Where").locator(".choroplethlayer path").first.wait_for()
    assert lost.count() == 0
    assert all("ERR_FAILED" in problem for problem in problems)
    problems.clear()


def test_charts_outlive_a_restart_of_the_server(page, server, settled, problems, tmp_path):
    running = server(APP, cwd=tmp_path)
    page.goto(running.url)
    figure(page, "Where").locator(".choroplethlayer path").first.wait_for()
    running.stop()
    page.wait_for_selector(
        '[data-test-connection-state]:not([data-test-connection-state="CONNECTED"])'
    )
    assert page.locator(".barlayer path").first.is_visible()
    running.start()
    page.wait_for_selector('[data-test-connection-state="CONNECTED"]', timeout=60_000)
    settled(page)
    step(page)
    page.wait_for_function(FACTOR, arg=2)
    assert page.locator("figure").count() == 4
    problems.clear()


def test_charts_work_under_a_base_path(page, server, settled, tmp_path):
    running = server(APP, cwd=tmp_path, base="sino")
    page.goto(f"{running.url}/")
    settled(page)
    figure(page, "Where").locator(".choroplethlayer path").first.wait_for()
