"""Charts leave a real browser as files: pictures, drawings, tables, and all of a page at once."""

import base64
import csv
import io
import json
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from figure_app import bars, caption, timeline, wordy, world
from figure_pages import APP, failure, figure, opened
from pictures import assert_whole
from PIL import Image
from playwright.sync_api import Download, Page

from components import assets
from components.figure.message import message

pytestmark = pytest.mark.browser

CHARTS = {"bars": bars(1), "world": world(1), "timeline": timeline(2), "wordy": wordy()}


@pytest.fixture
def url(serve, tmp_path_factory):
    return serve(APP, cwd=tmp_path_factory.mktemp("elsewhere"))


@pytest.fixture
def one(page, url):
    return opened(page, url)


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


def chosen(page: Page, title: str, entry: str) -> Download:
    with page.expect_download() as download:
        figure(page, title).get_by_role("button", name="More formats").click()
        page.get_by_role("menuitem", name=entry).click()
    return download.value


@pytest.mark.parametrize(
    ("entry", "size", "width", "heights"),
    [
        ("Picture for a report column", "column", 1600, (1200, 2560)),
        ("Square picture", "square", 2160, (2160, 2160)),
    ],
)
@pytest.mark.parametrize("title", ["Chinese", "Where", "Most"])
def test_a_picture_has_other_sizes(one, title, entry, size, width, heights):
    download = chosen(one, title, entry)
    assert download.suggested_filename.endswith(f"-{size}.png")
    picture = Image.open(io.BytesIO(Path(download.path()).read_bytes()))
    picture.load()
    assert picture.width == width and heights[0] <= picture.height <= heights[1]
    assert picture.text["Selection"] == caption().selection
    corners = [(x, y) for x in (0, width - 1) for y in (0, picture.height - 1)]
    assert {picture.convert("RGB").getpixel(corner) for corner in corners} == {(255, 255, 255)}
    figure(one, title).get_by_text("PNG saved.").wait_for()


@pytest.mark.parametrize("title", ["Chinese", "Where", "Most"])
def test_a_drawing_stands_alone_and_says_what_the_picture_says(one, title, page):
    text = Image.open(saved(one, title, "PNG").path()).text
    download = chosen(one, title, "Drawing for any size")
    assert download.suggested_filename.endswith(".svg")
    svg = Path(download.path()).read_text(encoding="utf-8")
    root = ElementTree.fromstring(svg)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    told = [element.text for element in root.find("{*}metadata").iter() if not len(element)]
    assert told == list(text.values())
    assert root.find("{*}title").text == text["Title"]
    assert root.find("{*}desc").text == text["Description"]
    assert root.find("{*}g").get("font-family").startswith('"Source Sans", "Source Sans Pro"')
    assert "url(data:font/" in svg and "url(http" not in svg and "<image" not in svg
    page.goto(f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}")
    drawn = page.locator("svg.plotted").bounding_box()
    assert page.evaluate("() => document.documentElement.nodeName") == "svg"
    assert drawn["width"] == pytest.approx(1512, abs=1) and drawn["height"] > 400


def test_all_charts_of_a_page_leave_as_one_archive(one):
    status = figure(one, "Most").get_by_role("status")
    status.evaluate("""node => {
      node.heard = [];
      const heard = () => node.heard.push(node.textContent);
      new MutationObserver(heard).observe(node, { childList: true });
    }""")
    download = chosen(one, "Most", "All charts of this page")
    assert download.suggested_filename == "sinograph-one.zip"
    figure(one, "Most").get_by_text("ZIP saved.").wait_for()
    assert [f"Saving {n} of 4 …" for n in (1, 2, 3, 4)] == [
        said for said in status.evaluate("node => node.heard") if " of " in said
    ]
    with zipfile.ZipFile(download.path()) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert names[0] == "README.txt" and len(names) == 9
        assert [name.rpartition(".")[2] for name in names[1:]] == ["png", "csv"] * 4
        # The last chart is in a tab that is not open, and has the title of the third.
        assert names[7] == names[5].replace(".png", "-2.png")
        for name, chart in zip(names[1:7:2], list(CHARTS.values())[:3], strict=True):
            picture = Image.open(io.BytesIO(archive.read(name)))
            picture.load()
            assert picture.size == (3200, 1800)
            assert picture.text["Title"] == chart.title
        assert archive.read(names[2]).decode("utf-8-sig").startswith(f"# {CHARTS['bars'].title}")
        readme = archive.read("README.txt").decode()
        year = archive.getinfo("README.txt").date_time[0]
    assert readme.startswith("One\n4 charts from Sinograph, saved on ")
    assert str(year) in readme.splitlines()[1]
    assert all(name in readme for name in names[1:])
    assert readme.count(f"Selection: {caption().selection}\n") == 4
    assert readme.count(caption().sources) == 4 and readme.count("Data revision: 3f9a2c") == 4
    assert readme.count("Link: http://127.0.0.1:") == 4


def test_an_archive_that_fails_names_the_chart_and_can_be_tried_again(one):
    one.evaluate("""() => {
      const draw = Plotly.toImage;
      let calls = 0;
      Plotly.toImage = (...given) => {
        calls += 1;
        if (calls === 2) return Promise.reject(new Error('No room.'));
        return draw(...given);
      };
    }""")
    figure(one, "Chinese").get_by_role("button", name="More formats").click()
    one.get_by_role("menuitem", name="All charts of this page").click()
    failure(one).wait_for()
    said = "The ZIP could not be saved. “Where the facts lie” failed. No room."
    assert failure(one).inner_text().startswith(said)
    with one.expect_download() as download:
        failure(one).get_by_role("button", name="Try again").click()
    assert download.value.suggested_filename == "sinograph-one.zip"


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
