"""Each page through the entry script: it opens, restores a link, explains emptiness."""

import ast
import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

APP = Path(__file__).parent.parent / "dashboard" / "app.py"
PAGES = {
    "overview": ("Overview", ["map", "timeline"]),
    "map": ("Map", ["map"]),
    "timeline": ("Timeline", ["timeline"]),
    "visits": ("Visits", ["exchanges", "visit-lengths", "visits-by-year"]),
    "trade": ("Trade", ["trade-ranks", "trade-comparisons"]),
    "aid": ("Aid", ["aid-by-status", "aid-in-kind"]),
    "maritime": ("Maritime", ["vessel-counts", "deployments"]),
    "country": ("Country", ["timeline-BLR"]),
    "facts": ("Facts", []),
    "sources": ("Sources and method", ["How a figure is drawn", "How a date is drawn"]),
    "add": ("Add an article", []),
    "history": ("History", []),
}
WORK = ("add", "history")
"""Pages about work on the facts: no selection narrows them."""


def opened(page: str, **link: str | list[str]) -> AppTest:
    at = AppTest.from_file(str(APP), default_timeout=60)
    for key, value in link.items():
        at.query_params[key.rstrip("_")] = value
    at.run()
    return at if page == "overview" else at.switch_page(f"views/{page}.py").run()


def parts(at: AppTest) -> list[dict]:
    return [json.loads(element.proto.json) for element in at.get("bidi_component")]


def charts(at: AppTest) -> list[dict]:
    return [part for part in parts(at) if "spec" in part]


def entries(at: AppTest) -> list[dict]:
    return [entry for part in parts(at) for entry in part.get("entries", ())]


def said(at: AppTest) -> str:
    return "\n".join(
        element.value for kind in ("markdown", "warning", "info") for element in at.get(kind)
    )


def test_every_page_of_the_navigation_is_tested():
    tree = ast.parse(APP.with_name("script.py").read_text(encoding="utf-8"))
    pages = next(
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and node.targets[0].id == "PAGES"
    )
    assert [file for group in pages.values() for file, _, _ in group] == list(PAGES)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_with_its_charts(page):
    at = opened(page)
    title, names = PAGES[page]
    assert not at.exception
    assert [t.value for t in at.title] == [title]
    assert len(charts(at)) == len(names)
    assert ("**All countries, all dates** · " in said(at)) == (page not in WORK)


def test_the_overview_tells_the_main_figures():
    at = opened("overview")
    told = {entry["title"]: entry["figure"] for entry in entries(at) if entry["title"]}
    assert told == {
        "Leaders' visits": "2",
        "Two-way visits": ">120",
        "Aid pledged": "~$35.7M",
        "Generators delivered": "450",
        "Chinese vessels": ">135",
        "Trade rank": "7th",
    }


@pytest.mark.parametrize("page", ["overview", "map", "timeline", "facts", "sources", "country"])
def test_a_link_is_restored(page):
    at = opened(page, country="South Africa", from_="2023-08-15")
    assert not at.exception
    # All 8 facts on South Africa: the three of August possibly lie behind the 15th.
    assert "**South Africa, from 15 Aug 2023 on** · 8 of 39 facts" in said(at)


def test_a_link_to_a_search_finds_it_again():
    at = AppTest.from_file(str(APP), default_timeout=60)
    at.run()
    at.switch_page("views/facts.py")
    at.query_params["search"] = "Tarriela"
    at.run()
    assert next(caption.value for caption in at.caption) == "1 fact found."


def test_a_link_to_the_whole_period_shows_it():
    marked = charts(opened("timeline", days="Whole period"))[0]
    assert "lie before the days shown" not in marked["note"]
    assert "8 facts lie before the days shown" in charts(opened("timeline"))[0]["note"]


def test_a_month_is_only_possibly_in_a_period_that_cuts_it():
    at = opened("aid", from_="2023-08-15")
    assert "5 of 39 facts, 3 of them only possibly or partly in the period" in said(at)
    strict = opened("aid", from_="2023-08-15", sure="true")
    assert "2 of 39 facts" in said(strict)


def test_a_broken_link_opens_and_says_what_it_ignores():
    at = opened("overview", country=["Atlantis", "BLR"], from_="2023-13-01")
    assert not at.exception
    assert "the unknown country “Atlantis”" in said(at)
    assert "the date “from=2023-13-01”, which is not a day like 2023-12-04" in said(at)
    assert "**Belarus, all dates** · 19 of 39 facts" in said(at)


def test_a_reversed_period_is_ignored_and_said():
    at = opened("overview", from_="2023-12-05", to="2023-12-01")
    assert not at.exception
    assert "because it ends before it starts" in said(at)
    assert "39 of 39 facts" in said(at)


def test_an_empty_selection_says_what_to_widen():
    at = opened("trade", country="Philippines")
    assert not at.exception
    assert (
        "No fact on this page's subject fits the selection. 10 facts on other subjects fit."
        in said(at)
    )
    assert "without the country: 4 facts" in said(at)


def test_a_chart_carries_selection_source_and_revision():
    vessels = charts(opened("maritime"))[0]
    assert vessels["title"] == "Chinese vessels at Julian Felipe Reef, as counted by others"
    assert vessels["caption"]["selection"] == "All countries, all dates · 2 of 39 facts"
    assert vessels["caption"]["sources"] == (
        "Source: The New American, 5 Dec 2023, paragraphs 29, 30 and 32"
    )
    assert vessels["table"]["rows"][1][0] == "more than 135 vessels"


def test_a_link_to_one_fact_opens_its_evidence():
    at = AppTest.from_file(str(APP), default_timeout=60)
    at.run()
    at.switch_page("views/facts.py")
    at.query_params["fact"] = "tna-20231205-27"
    at.run()
    assert not at.exception
    assert "more than 135 vessels, printed as “more than 135”" in said(at)
    assert "paragraphs 30 and 32" in said(at)


def test_what_is_asked_for_opens_as_evidence():
    at = opened("overview")
    vessels = next(entry for entry in entries(at) if entry["title"] == "Chinese vessels")
    at.session_state["evidence"] = vessels["facts"]
    at.run()
    assert not at.exception
    assert "Jay Tarriela, Philippine Coast Guard (side: The partner)" in said(at)


def test_a_store_that_cannot_be_read_is_said_in_a_sentence(monkeypatch, tmp_path):
    broken = tmp_path / "additions.sqlite"
    broken.write_bytes(b"no database" * 100)
    monkeypatch.setenv("SINOGRAPH_DATABASE_URL", f"sqlite:///{broken}")
    at = AppTest.from_file(str(APP), default_timeout=60).run()
    assert not at.exception
    assert "is damaged or no database" in at.error[0].value
