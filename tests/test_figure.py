import asyncio
import gzip
import json
import re
from pathlib import Path

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route
from streamlit import config

from components import assets, figure, theme
from components.charts.chart import Chart, Key
from components.export import csv_text
from components.figure.message import MARKS, message

CAPTION = figure.Caption("Asia · 2 facts", "Source: The Paper.", "3f9a2c", "/aid?region=Asia")


def chart(**changes: object) -> Chart:
    values: dict = {
        "title": "Đá Ba Đầu, 牛轭礁: vessels",
        "figure": go.Figure(go.Bar(x=[1, 2], y=np.array([1.5, np.nan]))),
        "table": pd.DataFrame({"Place": ["=reef", None], "Vessels": [135.0, np.nan]}),
        "alt": "Two bars.",
        "behind": (),
        **changes,
    }
    return Chart(**values)


def get(
    path: str, app: Starlette | None = None, **headers: str
) -> tuple[int, dict[str, str], bytes]:
    """Ask the routes for a path as a server would, without one."""
    sent: list[dict] = []
    asked = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": "GET", "path": path, "headers": asked, "query_string": b""}

    async def receive() -> dict:
        return {"type": "http.request"}

    async def send(part: dict) -> None:
        sent.append(part)

    app = app or Starlette(routes=assets.routes())
    asyncio.run(app(scope, receive, send))
    told = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], told, b"".join(part.get("body", b"") for part in sent[1:])


# Addresses


def test_plotly_js_comes_from_the_installed_package_compressed_and_kept():
    address = assets.routes()[0].path
    status, headers, body = get(address, accept_encoding="br, gzip;q=0.8")
    assert status == 200
    assert headers["content-type"].startswith("text/javascript")
    assert headers["content-encoding"] == "gzip"
    assert headers["cache-control"] == "public, max-age=31536000, immutable"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["vary"] == "Accept-Encoding"
    version = address.removeprefix("/figure/plotly-").removesuffix(".min.js")
    assert f"plotly.js v{version}\n".encode() in gzip.decompress(body)[:200]


def test_a_page_says_at_once_that_plotly_js_will_be_needed():
    async def page(request):
        return HTMLResponse("<h1>Sinograph</h1>")

    async def data(request):
        return PlainTextResponse("1")

    routes = [Route("/page", page), Route("/data", data)]
    app = Starlette(routes=routes, middleware=[Middleware(assets.Preload)])
    address = assets.routes()[0].path
    assert get("/page", app)[1]["link"] == f"<{address}>; rel=preload; as=script"
    assert "link" not in get("/data", app)[1]


@pytest.mark.parametrize("accepted", ["", "br", "gzip;q=0", "gzip; q=0.0"])
def test_a_client_without_gzip_gets_the_file_as_it_is(accepted):
    _, headers, body = get(f"{assets.modules_address()}0/plot.js", accept_encoding=accepted)
    assert headers["content-encoding"] == "identity"
    assert body == (Path(figure.__file__).parent / "browser" / "plot.js").read_bytes()


def test_every_module_is_served_with_its_type():
    for path in (Path(figure.__file__).parent / "browser").iterdir():
        status, headers, _ = get(f"{assets.modules_address()}0/{path.name}")
        kind = "text/css" if path.suffix == ".css" else "text/javascript"
        assert (status, headers["content-type"].split(";")[0]) == (200, kind)


def test_the_templates_are_a_module():
    _, _, body = get(f"{assets.modules_address()}0/look.js")
    line = next(line for line in body.decode().splitlines() if "TEMPLATES" in line)
    templates = json.loads(line.removeprefix("export const TEMPLATES = ").removesuffix(";"))
    assert templates == {mode: theme.template(mode) for mode in ("light", "dark")}


def test_a_later_attempt_is_the_same_file():
    folder = assets.modules_address()
    assert get(f"{folder}3/plot.js")[2] == get(f"{folder}0/plot.js")[2]


@pytest.mark.parametrize("name", ["shim.js", "assets.py", "..%2fassets.py", "../assets.py", ""])
def test_nothing_else_is_served(name):
    assert get(f"{assets.modules_address()}0/{name}")[0] == 404


def test_another_version_is_not_served_under_this_ones_address():
    assert get("/figure/000000000000/0/plot.js")[0] == 404


def test_addresses_lie_under_the_base_path():
    config.set_option("server.baseUrlPath", "/sino/")
    try:
        assert assets.modules_address().startswith("/sino/figure/")
        assert all(route.path.startswith("/sino/figure/") for route in assets.routes())
    finally:
        config.set_option("server.baseUrlPath", "")


def test_what_rides_in_every_message_is_small_and_names_the_folder():
    assert json.dumps(assets.modules_address()) in assets.shim()
    assert len(assets.shim()) < 2000


# Messages


def test_a_message_carries_the_figure_without_its_template():
    spec = json.loads(message(chart(), CAPTION, name="reef", clickable=False)["spec"])
    assert spec["data"][0]["type"] == "bar"
    assert "template" not in spec["layout"]


def test_a_message_is_the_same_for_the_same_chart():
    first, second = (message(chart(), CAPTION, name="reef", clickable=True) for _ in range(2))
    assert json.dumps(first) == json.dumps(second)


def test_a_table_is_text_without_nan_or_needless_decimals():
    table = chart(
        table=pd.DataFrame(
            {
                "Day": pd.to_datetime(["2023-12-04", None]),
                "Vessels": [135.0, np.nan],
                "Rate": [0.5, 2.0],
                "Flag": [True, pd.NA],
            }
        )
    )
    assert message(table, CAPTION, name="reef", clickable=False)["table"] == {
        "columns": ["Day", "Vessels", "Rate", "Flag"],
        "rows": [["2023-12-04", "135", "0.5", "True"], ["", "", "2", ""]],
    }


@pytest.mark.parametrize(
    ("title", "file"),
    [
        (
            "Chinese vessels at Julian Felipe Reef",
            "sinograph-chinese-vessels-at-julian-felipe-reef",
        ),
        ("Đá Ba Đầu, 牛轭礁: vessels", "sinograph-da-ba-dau-vessels"),
        ("牛轭礁", "sinograph-reef"),
        ("word " * 40, "sinograph-" + "-".join(["word"] * 16)),
    ],
)
def test_a_file_is_named_after_the_title(title, file):
    assert message(chart(title=title), CAPTION, name="reef", clickable=False)["file"] == file


def test_an_unknown_mark_is_refused():
    asked = chart(keys=(Key("blob", "a blob", "#000000"),))
    with pytest.raises(ValueError, match="blob"):
        message(asked, CAPTION, name="reef", clickable=False)


def test_the_browser_draws_every_mark():
    script = (Path(figure.__file__).parent / "browser" / "swatch.js").read_text()
    missing = [mark for mark in MARKS if not re.search(rf"^  '?{mark}'?: ", script, re.M)]
    assert missing == []


# CSV


def test_a_csv_guards_text_and_leaves_numbers():
    frame = pd.DataFrame({"a": ["=1+1", "@x", "-", "plain, text"], "+b": [-1.5, 2.0, np.nan, 4.0]})
    assert csv_text(frame) == "a,'+b\n'=1+1,-1.5\n'@x,2.0\n'-,\n\"plain, text\",4.0\n"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_every_start_of_a_formula_is_guarded(start):
    assert f"'{start}x" in csv_text(pd.DataFrame({"a": [f"{start}x"]}))


def test_a_csv_says_where_it_comes_from_in_comment_lines():
    text = csv_text(pd.DataFrame({"a": [1]}), header_lines=("Asia,\n2 facts", "Source: Đá"))
    assert text == "# Asia, 2 facts\n# Source: Đá\na\n1\n"


def test_a_csv_leaves_the_frame_alone():
    frame = pd.DataFrame({"=a": ["=1"]})
    csv_text(frame)
    assert list(frame.columns) == ["=a"] and frame.iloc[0, 0] == "=1"


def test_the_csv_of_a_chart_carries_its_caption():
    lines = message(chart(note="A note."), CAPTION, name="reef", clickable=False)[
        "csv"
    ].splitlines()
    assert lines == [
        "# Đá Ba Đầu, 牛轭礁: vessels",
        "# Asia · 2 facts",
        "# A note.",
        "# Source: The Paper.",
        "# Sinograph · data 3f9a2c",
        "# /aid?region=Asia",
        "Place,Vessels",
        "'=reef,135.0",
        ",",
    ]
