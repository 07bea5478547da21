"""What the browser tests of `components.figure` share: their app, opened, and its figures."""

from pathlib import Path

from playwright.sync_api import Locator, Page

APP = Path(__file__).parent / "figure_app.py"


def opened(page: Page, url: str) -> Page:
    """Open page One and wait until its three visible charts stand."""
    page.goto(url)
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    figure(page, "Where").locator(".choroplethlayer path").first.wait_for()
    figure(page, "Chinese").locator(".barlayer path").first.wait_for()
    figure(page, "Most").locator(".scatterlayer path").first.wait_for()
    return page


def figure(page: Page, title: str) -> Locator:
    return page.locator("figure", has=page.get_by_role("heading", name=title))


def failure(page: Page) -> Locator:
    return page.locator(".status.failed")


def step(page: Page, times: int = 1) -> None:
    slider = page.get_by_role("slider")
    slider.focus()
    for _ in range(times):
        page.keyboard.press("ArrowRight")
