"""What axe finds on each page, in both themes: nothing serious or critical that is ours."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from test_app import PAGES
from test_app_browser import drawn, opened  # noqa: F401 - the second is a fixture

pytestmark = pytest.mark.browser

AXE = Axe()
STREAMLIT = {
    # The groups of the navigation are <div>s between the list and its items.
    "list": '[data-testid="stSidebarNavItems"]',
    "listitem": '[data-testid="stSidebarNavItems"] li',
    # A chosen pill is written in the accent on a tint of it, a chosen tag in white on the accent:
    # on a dark page no accent is 4.5:1 to both.
    "color-contrast": '[data-testid="stSidebar"] [data-selected] p',
}
"""Rules that Streamlit's own elements break: rule -> what the finding must be about."""


def serious(page) -> str:
    """Return the serious and critical findings on the page as it is now, but for Streamlit's."""
    found = []
    for violation in AXE.run(page).response["violations"]:
        if violation["impact"] not in ("serious", "critical"):
            continue
        excused = STREAMLIT.get(violation["id"])
        for node in violation["nodes"]:
            target = page.locator(node["target"][0]).first
            if not (excused and target.evaluate("(node, rule) => node.matches(rule)", excused)):
                found.append(f"{violation['id']}: {node['html']} {node['failureSummary']}")
    return "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["", *list(PAGES)[1:]])
def test_a_page_has_no_serious_finding(opened, page, path, scheme):  # noqa: F811
    page.emulate_media(color_scheme=scheme)
    opened(path)
    drawn(page, len(PAGES[path or "overview"][1]))
    assert serious(page) == ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_opens_has_no_serious_finding(opened, page, scheme):  # noqa: F811
    page.emulate_media(color_scheme=scheme)
    opened("aid?country=Atlantis")
    chart = page.locator("figure").first
    chart.get_by_role("button", name="Table").click()
    chart.get_by_role("button", name="More formats").click()
    assert serious(page) == ""
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Share or cite").click()
    page.get_by_text("BibTeX").wait_for()
    assert serious(page) == ""
    page.keyboard.press("Escape")
    chart.get_by_role("button", name="Evidence:").first.click()
    page.get_by_role("dialog").get_by_text("According to").first.wait_for()
    assert serious(page) == ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_chosen_filters_have_no_serious_finding(opened, page, scheme):  # noqa: F811
    page.emulate_media(color_scheme=scheme)
    opened("visits?region=Europe&country=Belarus&kind=Visits&from=2023-01-01")
    assert serious(page) == ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_has_no_serious_finding(opened, page, scheme):  # noqa: F811
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 390, "height": 844})
    opened("maritime?from=2030-01-01")
    assert serious(page) == ""
    opened("facts?fact=tna-20231205-27")
    assert serious(page) == ""
