"""How long a reader waits, in a real browser: each measure in turn with the floor's.

Both apps are open in one browser. Times are taken inside the page (`watch.js`), from the click to
the first frame in which everything shows it, so that the driver's own time is in none of them.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from benchmarks import serving
from benchmarks.results import Row
from benchmarks.serving import DASHBOARD, FLOOR, Server

WATCH = Path(__file__).with_name("watch.js").read_text(encoding="utf-8")
WARM_UPS, RUNS, STARTS = 3, 15, 5
PAGES = (
    ("", "Overview", "Africa"),
    ("map", "Map", "Africa"),
    ("timeline", "Timeline", "Africa"),
    ("visits", "Visits", "Latest week"),
    ("trade", "Trade", "Europe"),
    ("aid", "Aid", "Latest week"),
    ("maritime", "Maritime", "Latest week"),
    ("country", "Country", "Latest week"),
)
"""Pages with charts: address, name, and the button of a region or a period."""
FILTER = "its choice, until the line shows it"


@dataclass(frozen=True)
class Change:
    """A click that makes a page look ``wanted``; ``prepare`` runs before it, untimed."""

    page: Page
    prepare: Callable[[], object]
    click: Callable[[], object]
    wanted: str

    def measure(self) -> tuple[float, int]:
        """Return the milliseconds that the change takes, and how many charts were drawn for it."""
        self.page.bring_to_front()
        self.prepare()
        self.page.evaluate("wanted => bench.arm(wanted)", self.wanted)
        self.click()
        result = self.page.evaluate("bench.result")
        return float(result["took"]), int(result["draws"])


def opened(browser: Browser, address: str) -> Page:
    """Open a page in a context of its own, as a new reader would."""
    context = browser.new_context(viewport={"width": 1400, "height": 1000}, accept_downloads=True)
    context.set_default_timeout(600_000)
    context.add_init_script(WATCH)
    page = context.new_page()
    page.goto(address)
    return page


def settled(page: Page) -> str:
    """Wait until nothing runs any more; return what the page looks like."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    page.wait_for_function("bench.idle()")
    time.sleep(0.3)
    return str(page.evaluate("bench.look()"))


def floor_change(page: Page) -> Iterator[Change]:
    """Yield changes of the floor's choice, one after the other."""
    page.evaluate("bench.line()")
    turn = 0
    while True:
        turn += 1
        name = f"Choice {turn % 5}"
        option = page.get_by_role("option", name=name, exact=True)
        open_ = page.get_by_label("Choice").first.click
        yield Change(page, open_, option.click, f'[[],["Chosen: {name}"],[],[]]')
        settled(page)


def filter_change(page: Page, choice: str) -> Change:
    """Return the change from everything to one choice; learn first what that looks like."""
    chosen = page.get_by_role("button", name=choice, exact=True)

    def reset() -> None:
        page.get_by_role("button", name="Reset filters").click()
        page.wait_for_function("look => bench.look() === look", arg=everything)
        settled(page)

    def prepare() -> None:
        if page.evaluate("bench.look()") != everything:
            reset()

    page.evaluate("bench.chart()")
    everything = settled(page)
    prepare()
    chosen.click()
    page.wait_for_function("look => bench.look() !== look", arg=everything)
    return Change(page, prepare, chosen.click, settled(page))


def beside(
    changes: dict[str, Change], floors: Iterator[Change], *, name: str, facts: int
) -> Iterator[Row]:
    """Measure changes and the floor's in turn; the first rounds only warm up."""
    times: dict[str, list[float]] = {what: [] for what in changes}
    draws = dict.fromkeys(changes, 0)
    floor = []
    for turn in range(WARM_UPS + RUNS):
        for what, change in changes.items():
            took, draws[what] = change.measure()
            least, _ = next(floors).measure()
            if turn >= WARM_UPS:
                times[what].append(took)
                floor.append(least)
    for what, values in times.items():
        told = f"{name}, {what} ({draws[what]} chart{'s' * (draws[what] != 1)} drawn)"
        yield Row(told, facts, tuple(values), "ms", tuple(floor), FILTER)


def measure(facts: int) -> Iterator[Row]:
    """Yield all that is measured in the browser on the collection itself."""
    with serving.chromium() as browser:
        yield from _starts(browser, facts)
        with serving.serving(DASHBOARD) as server, serving.serving(FLOOR) as least:
            floors = floor_change(opened(browser, least.url))
            for path, name, choice in PAGES:
                page = opened(browser, f"{server.url}/{path}")
                changes = {name: filter_change(page, choice)}
                yield from beside(changes, floors, name="filter change", facts=facts)
                page.context.close()
            page = opened(browser, server.url)
            yield from beside(_page_changes(page), floors, name="page change", facts=facts)
            page.context.close()
            yield from _pictures(browser, server.url, facts)


def _page_changes(page: Page) -> dict[str, Change]:
    """Return the changes from each page to the next by the navigation."""
    page.evaluate("bench.chart()")
    changes = {}
    for _, name, _ in (*PAGES[1:], PAGES[0]):
        link = page.get_by_role("link", name=name, exact=True).first
        link.click()
        page.wait_for_selector(f"h1:has-text('{name}')")
        changes[name] = Change(page, lambda: None, link.click, settled(page))
    return changes


def _starts(browser: Browser, facts: int) -> Iterator[Row]:
    """Start servers in turn, and open a page of each as soon as it answers."""
    times: list[float] = []
    floor: list[float] = []
    for _ in range(STARTS):
        for script, drawn, into in ((DASHBOARD, "chart", times), (FLOOR, "line", floor)):
            server = Server(script)
            try:
                server.wait()
                page = opened(browser, server.url)
                into.append(page.evaluate(f"bench.{drawn}()") - server.started * 1000)
                page.context.close()
            finally:
                server.stop()
    what = "start of the server to the first chart"
    yield Row(what, facts, tuple(times), "ms", tuple(floor), "its start, to the line")


def _pictures(browser: Browser, address: str, facts: int) -> Iterator[Row]:
    """Save the Overview's map and timeline as pictures, in fresh pages and again."""
    first: list[float] = []
    again: list[float] = []
    for _ in range(STARTS):
        page = opened(browser, address)
        page.evaluate("bench.chart()")
        settled(page)
        first.append(_picture(page, 0))
        again += [_picture(page, chart) for chart in (0, 1, 0, 1)]
        page.context.close()
    yield Row("PNG, first of a page", facts, tuple(first))
    yield Row("PNG, later ones", facts, tuple(again))


def _picture(page: Page, chart: int) -> float:
    """Return the milliseconds from the click to the arrival of the file."""
    page.evaluate("bench.clicked()")
    with page.expect_download() as download:
        page.get_by_role("button", name="PNG").nth(chart).click()
    download.value.path()
    arrived = time.time() * 1000
    return arrived - float(page.evaluate("bench.click"))
