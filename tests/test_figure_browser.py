"""Charts in a real browser against a real server: they stay, they answer, they survive failures."""

import pytest
from figure_pages import APP, failure, figure, opened, step
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

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
def one(page, url):
    return opened(page, url)


def middle(page: Page, selector: str, nth: int = 0) -> tuple[float, float]:
    mark = page.locator(selector).nth(nth)
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def click(page: Page, at: tuple[float, float]) -> None:
    page.mouse.move(at[0] - 2, at[1])
    page.mouse.move(*at)
    page.mouse.click(*at)


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
    assert one.evaluate(colour) == "#121826"
    one.evaluate(MARK)
    one.emulate_media(color_scheme="dark")
    one.wait_for_function(f"() => ({colour})() === '#E8EBF0'")
    assert one.evaluate(MARKED)
    one.emulate_media(color_scheme="light")
    one.wait_for_function(f"() => ({colour})() === '#121826'")


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
