"""The menu of a chart's further formats and its table, with keyboard, mouse and on a phone."""

import pytest
from figure_pages import APP, figure, opened, step

pytestmark = pytest.mark.browser


@pytest.fixture
def url(serve, tmp_path_factory):
    return serve(APP, cwd=tmp_path_factory.mktemp("elsewhere"))


@pytest.fixture
def one(page, url):
    return opened(page, url)


@pytest.fixture
def menu(one):
    """Open the menu of the first chart with the keyboard."""
    one.set_viewport_size({"width": 1400, "height": 1000})
    more = figure(one, "Chinese").get_by_role("button", name="More formats")
    assert more.get_attribute("aria-haspopup") == "menu"
    assert more.get_attribute("aria-expanded") == "false"
    assert one.get_by_role("menu").count() == 0
    more.focus()
    one.keyboard.press("Enter")
    one.get_by_role("menu", name="More formats").wait_for()
    assert more.get_attribute("aria-expanded") == "true"
    return more


FOCUSED = "() => document.activeElement.textContent"


def test_the_menu_is_walked_with_arrows_and_left_with_escape(one, menu):
    assert one.evaluate(FOCUSED) == "Picture for a report column PNG"
    steps = {
        "ArrowDown": "Square",
        "End": "All charts",
        "ArrowUp": "Drawing",
        "Home": "Picture for",
    }
    for key, entry in steps.items():
        one.keyboard.press(key)
        assert one.evaluate(FOCUSED).startswith(entry)
    one.keyboard.press("ArrowUp")
    assert one.evaluate(FOCUSED).startswith("All charts")
    one.keyboard.press("ArrowDown")
    assert one.evaluate(FOCUSED).startswith("Picture for")
    one.keyboard.press("Escape")
    assert one.get_by_role("menu").count() == 0
    assert menu.get_attribute("aria-expanded") == "false"
    assert one.evaluate(FOCUSED) == menu.inner_text()
    one.keyboard.press("ArrowUp")
    assert one.evaluate(FOCUSED).startswith("All charts")


def test_the_menu_closes_when_the_reader_turns_elsewhere(one, menu):
    one.get_by_role("heading", name="One").click()
    assert one.get_by_role("menu").count() == 0
    menu.click()
    assert one.get_by_role("menu").count() == 1
    menu.click()
    assert one.get_by_role("menu").count() == 0
    menu.click()
    one.keyboard.press("Tab")
    assert one.get_by_role("menu").count() == 0


def test_a_choice_keeps_the_focus_where_it_began(one, menu):
    with one.expect_download():
        one.keyboard.press("Enter")
    figure(one, "Chinese").get_by_text("PNG saved.").wait_for()
    assert one.evaluate(FOCUSED) == menu.inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_menu_fits_a_phone(one, scheme):
    one.emulate_media(color_scheme=scheme)
    one.set_viewport_size({"width": 390, "height": 800})
    for title in ("Chinese", "Where", "Most"):
        figure(one, title).get_by_role("button", name="More formats").click()
        box = one.get_by_role("menu").bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 390
        assert one.evaluate("() => document.documentElement.scrollWidth") <= 390
        one.keyboard.press("Escape")


def test_the_table_opens_and_follows_the_chart(one):
    shown = figure(one, "Chinese")
    button = shown.get_by_role("button", name="Table")
    assert button.get_attribute("aria-expanded") == "false"
    button.click()
    assert button.get_attribute("aria-expanded") == "true"
    heads = ["Evidence", "Count", "Vessels", "As printed"]
    assert shown.get_by_role("columnheader").all_inner_texts() == heads
    assert shown.get_by_role("row").count() == 5
    step(one)
    shown.get_by_role("cell", name="200", exact=True).wait_for()
    button.click()
    assert shown.get_by_role("table").count() == 0


def test_a_row_of_the_table_leads_to_its_facts_by_keyboard(one):
    shown = figure(one, "Chinese")
    shown.get_by_role("button", name="Table").click()
    rows = shown.get_by_role("button", name="Evidence:")
    assert rows.count() == 4
    assert rows.nth(3).is_disabled()
    rows.nth(1).focus()
    one.keyboard.press("Enter")
    one.get_by_text("clicks: 1").wait_for()
    assert one.get_by_label("Place").input_value() == "f-2, f-3"
