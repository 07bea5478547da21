"""What the browser fetches to draw charts, served by the app itself: no request leaves the machine.

Every address carries the version or the hash of what it serves, so a browser may keep the
answer for a year and still never see a stale one.
"""

import gzip
import hashlib
import importlib.resources
import json
import re
from functools import cache
from pathlib import Path

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components import theme

_HERE = Path(__file__).parent / "figure"
_PLOTLY = importlib.resources.files("plotly") / "package_data" / "plotly.min.js"
_TYPES = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}
_YEAR = "public, max-age=31536000, immutable"


def routes() -> list[Route]:
    """Return the routes that ``st.App`` needs so that charts can be drawn."""
    return [
        Route(f"{_root()}/{_plotly_name()}", _plotly_js),
        Route(f"{_root()}/{{tag}}/{{attempt:int}}/{{name}}", _file),
    ]


class Preload:
    """Middleware: the page itself tells the browser to fetch plotly.js, before a chart asks."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and add the hint to an answer that is a page."""

        async def hinting(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    script = f"{_root()}/{_plotly_name()}"
                    headers.append("Link", f"<{script}>; rel=preload; as=script")
            await send(message)

        await self.app(scope, receive, hinting)


def prepare() -> None:
    """Compress what browsers will ask for, so that the first does not wait for it."""
    _zipped_plotly()
    for name in _files():
        _zipped_file(name)


@cache
def _plotly_name() -> str:
    """Return the name under which plotly.js is served, which says its version."""
    with _PLOTLY.open("rb") as script:
        head = script.read(200).decode()
    found = re.search(r"plotly\.js v([\w.-]+)", head)
    if found is None:
        raise RuntimeError("The installed plotly package does not say which plotly.js it holds.")
    return f"plotly-{found[1]}.min.js"


def modules_address() -> str:
    """Return the path of the folder of our own files, which names their hash; ends in a slash."""
    return f"{_root()}/{_tag()}/"


def shim() -> str:
    """Return the JavaScript that rides in every message, and does no more than fetch the rest."""
    code = (_HERE / "shim.js").read_text(encoding="utf-8")
    short = "\n".join(line.strip() for line in code.splitlines() if "// " not in line)
    return short.replace("FOLDER", json.dumps(modules_address()))


def _root() -> str:
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}/figure" if base else "/figure"


@cache
def _files() -> dict[str, bytes]:
    """Return the files that may be asked for; read once, so that name, hash and content agree."""
    paths = [path for folder in ("browser", "shapes") for path in (_HERE / folder).glob("*.*")]
    files = {path.name: path.read_bytes() for path in paths if path.suffix in _TYPES}
    return {"look.js": _look_js(), **files}


@cache
def _tag() -> str:
    digest = hashlib.sha256()
    for name, content in sorted(_files().items()):
        digest.update(name.encode())
        digest.update(content)
    return digest.hexdigest()[:12]


def _look_js() -> bytes:
    """Return the house templates as a JavaScript module, so that no message has to carry them."""
    values = {
        "TEMPLATES": {mode: theme.template(mode) for mode in ("light", "dark")},
        "PRINT": {"ink": theme.INK["light"], "muted": theme.MUTED["light"], "paper": "#FFFFFF"},
        "FONT": theme.FONT,
        "PLOTLY": f"../../{_plotly_name()}",
    }
    lines = [f"export const {name} = {json.dumps(value)};" for name, value in values.items()]
    return "\n".join(lines).encode()


def _plotly_js(request: Request) -> Response:
    if not _takes_gzip(request):
        return _answer(_PLOTLY.read_bytes(), ".js")
    return _answer(_zipped_plotly(), ".js", zipped=True)


def _file(request: Request) -> Response:
    """Serve one of our files; ``attempt`` only makes an address new after a failed import."""
    name = request.path_params["name"]
    if request.path_params["tag"] != _tag() or name not in _files():
        return PlainTextResponse("Not found", status_code=404)
    if not _takes_gzip(request):
        return _answer(_files()[name], Path(name).suffix)
    return _answer(_zipped_file(name), Path(name).suffix, zipped=True)


def _answer(body: bytes, suffix: str, *, zipped: bool = False) -> Response:
    headers = {
        "Cache-Control": _YEAR,
        "Vary": "Accept-Encoding",
        "X-Content-Type-Options": "nosniff",
        # "identity" keeps Streamlit's own middleware from compressing it anew for each request.
        "Content-Encoding": "gzip" if zipped else "identity",
    }
    return Response(body, media_type=_TYPES[suffix], headers=headers)


@cache
def _zipped_plotly() -> bytes:
    return gzip.compress(_PLOTLY.read_bytes(), 9, mtime=0)


@cache
def _zipped_file(name: str) -> bytes:
    return gzip.compress(_files()[name], 9, mtime=0)


def _takes_gzip(request: Request) -> bool:
    """Return whether the client accepts gzip (``gzip;q=0`` forbids it)."""
    for part in request.headers.get("accept-encoding", "").lower().split(","):
        coding, _, weight = part.partition(";")
        if coding.strip() == "gzip":
            return not re.fullmatch(r"\s*q\s*=\s*0(\.0*)?\s*", weight)
    return False
