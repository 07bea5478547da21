"""What tests share: databases, a Chromium, a running dashboard, a page that forgives nothing."""

import getpass
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright
from sqlalchemy import create_engine, text

# No test, and no app under test, sees what the developer keeps: they begin with nothing added.
_EMPTY = tempfile.TemporaryDirectory(prefix="sinograph-")
os.environ["SINOGRAPH_DATABASE_URL"] = f"sqlite:///{_EMPTY.name}/additions.sqlite"

ROOT = Path(__file__).parent.parent
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """Start a PostgreSQL of our own and return its address, which ends in a slash."""
    programs = _postgresql()
    folder = Path(tempfile.mkdtemp(prefix="sinograph-postgresql-"))
    # PostgreSQL refuses to run as root; its package brings a user for it.
    user = "postgres" if os.geteuid() == 0 else getpass.getuser()
    shutil.chown(folder, user)

    def run(program: str, *arguments: str) -> None:
        command = [str(programs / program), "-D", str(folder / "data"), *arguments]
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
        as_user = {"user": user, "extra_groups": []} if os.geteuid() == 0 else {}
        subprocess.run(command, check=True, cwd=folder, timeout=60, **quiet, **as_user)

    port = _free_port()
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
    run("initdb", "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
    run("pg_ctl", "-o", options, "-l", str(folder / "log"), "-w", "start")
    try:
        yield f"postgresql://tester@127.0.0.1:{port}/"
    finally:
        run("pg_ctl", "-m", "immediate", "stop")
        shutil.rmtree(folder)


def _postgresql() -> Path:
    """Return the folder of PostgreSQL's programs; Debian keeps them off the path."""
    named = os.environ.get("SINOGRAPH_POSTGRESQL")
    kept = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    found = [Path(named) / "initdb"] if named else [*filter(None, [shutil.which("initdb")]), *kept]
    if not found or not Path(found[-1]).exists():
        pytest.fail(
            "The tests of the store need a PostgreSQL: install one (on Debian: apt-get install "
            "postgresql), or name the folder of its programs in SINOGRAPH_POSTGRESQL, or leave "
            "them out with -m 'not postgresql'."
        )
    return Path(found[-1]).resolve().parent


@pytest.fixture
def new_address(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], str]:
    """Return a function that gives the address of an empty database: ``sqlite`` or a server's."""

    def address(kind: str) -> str:
        name = f"store_{uuid4().hex}"
        if kind == "sqlite":
            return f"sqlite:///{tmp_path / name / 'additions.sqlite'}"
        server = request.getfixturevalue("postgresql")
        driver = server.replace("postgresql:", "postgresql+psycopg:")
        engine = create_engine(f"{driver}postgres", isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
        engine.dispose()
        return f"{server}{name}"

    return address


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def database(
    request: pytest.FixtureRequest,
    new_address: Callable[[str], str],
    monkeypatch: pytest.MonkeyPatch,
) -> str:
    """Make an empty database of each sort the store of a test, and return its address."""
    address = new_address(request.param)
    monkeypatch.setenv("SINOGRAPH_DATABASE_URL", address)
    return address


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


class Server:
    """One ``streamlit run`` on a port of its own, kept over a restart; ``url`` ends in no slash."""

    def __init__(self, script: Path, *options: str, cwd: Path = ROOT, base: str = "") -> None:
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}/{base}".rstrip("/")
        self.cwd = cwd
        self.command = [sys.executable, "-m", "streamlit", "run", str(script)]
        self.command += ["--server.port", str(self.port), "--server.address", "127.0.0.1"]
        self.command += ["--server.headless", "true", "--browser.gatherUsageStats", "false"]
        self.command += ["--server.fileWatcherType", "none", *options]
        if base:
            self.command += ["--server.baseUrlPath", base]
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.process = subprocess.Popen(self.command, cwd=self.cwd)
        for _ in range(600):
            if self.process.poll() is not None:
                raise RuntimeError(f"{self.command} ended with {self.process.returncode}.")
            try:
                with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=5):
                    return
            except (URLError, OSError):
                time.sleep(0.1)
        raise RuntimeError(f"{self.command} did not answer within a minute.")

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


@pytest.fixture
def server() -> Iterator[Callable[..., Server]]:
    """Start a server for one test: ``server(script, *options, cwd=…, base=…)``."""
    started: list[Server] = []

    def start(script: Path, *options: str, **where: Path | str) -> Server:
        started.append(Server(script, *options, **where))
        started[-1].start()
        return started[-1]

    yield start
    for one in started:
        one.stop()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[..., str]]:
    """Return the address of a running script, one server a script for the whole session."""
    running: dict[Path, Server] = {}

    def address(script: Path, *options: str, cwd: Path = ROOT) -> str:
        if script not in running:
            running[script] = Server(script, *options, cwd=cwd)
            running[script].start()
        return running[script].url

    yield address
    for one in running.values():
        one.stop()


# Once a module, not once a session: Playwright keeps an event loop running in this thread, and
# tests of other modules may want one of their own.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    installed = filter(None, map(shutil.which, CHROMIUMS))
    found = os.environ.get("SINOGRAPH_CHROMIUM") or next(installed, None)
    if found is None:
        pytest.fail(
            "The browser tests need a Chromium: install one (on Debian: apt-get install chromium), "
            "or name one in SINOGRAPH_CHROMIUM, or leave them out with -m 'not browser'."
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def problems() -> list[str]:
    """Return what went wrong in the page so far; a test that provokes trouble may clear it."""
    return []


@pytest.fixture
def page(chromium: Browser, problems: list[str]) -> Iterator[Page]:
    """Open a page; the test fails if it says an error or asks anybody but 127.0.0.1."""
    context = chromium.new_context(viewport={"width": 1400, "height": 1000})
    context.set_default_timeout(20_000)

    def asked(request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob"} and parts.hostname != "127.0.0.1":
            problems.append(f"asked {request.url}")

    context.on("request", asked)
    opened = context.new_page()
    opened.on("pageerror", lambda error: problems.append(f"page error: {error}"))
    opened.on("console", lambda said: _note(said, problems))
    yield opened
    context.close()
    assert problems == []


def _note(said: ConsoleMessage, problems: list[str]) -> None:
    """Keep an error, but not Streamlit's search for its server, which misses on a deep link."""
    searching = urlsplit(said.location["url"]).path.endswith(("/health", "/host-config"))
    if said.type == "error" and not searching:
        problems.append(f"console: {said.text} {said.location['url']}")


@pytest.fixture
def settled() -> Callable[[Page], None]:
    """Return a function that waits until the script of a page has run to its end."""

    def wait(page: Page) -> None:
        page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')

    return wait
