"""What is measured from outside: a server of its own for each app, and a Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
FLOOR = ROOT / "benchmarks" / "floor.py"
DASHBOARD = ROOT / "dashboard" / "app.py"
BIG = ROOT / "benchmarks" / "big_app.py"
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


class Server:
    """A running ``streamlit run``; ``started`` is when its process was, in seconds since 1970."""

    def __init__(self, script: Path, environment: Mapping[str, str] | None = None) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        options = ["--server.port", str(self.port), "--server.fileWatcherType", "none"]
        options += ["--logger.level", "error"]
        command = [sys.executable, "-m", "streamlit", "run", str(script), *options]
        self.started = time.time()
        self.process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, **(environment or {}), "PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
        )

    def wait(self) -> None:
        """Return when the server answers; raise RuntimeError if it ends or never does."""
        for _ in range(6000):
            if self.process.poll() is not None:
                raise RuntimeError(f"The server ended with {self.process.returncode}.")
            try:
                with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=5):
                    return
            except (URLError, OSError):
                time.sleep(0.01)
        raise RuntimeError("The server did not answer within a minute.")

    def memory(self) -> float:
        """Return the resident memory of the server's process in megabytes (Linux)."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024

    def stop(self) -> None:
        """End the process that was started here."""
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@contextmanager
def serving(script: Path, environment: Mapping[str, str] | None = None) -> Iterator[Server]:
    """Run a server for as long as the context lasts."""
    server = Server(script, environment)
    try:
        server.wait()
        yield server
    finally:
        server.stop()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run a Chromium: the one that SINOGRAPH_CHROMIUM names, or one that is installed."""
    installed = filter(None, map(shutil.which, CHROMIUMS))
    found = os.environ.get("SINOGRAPH_CHROMIUM") or next(installed, None)
    if found is None:
        raise RuntimeError("Install Chromium or name its program in SINOGRAPH_CHROMIUM.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(ARGUMENTS))
        yield browser
        browser.close()


def version() -> str:
    """Return the browser's name and version, or "" where there is none."""
    try:
        with chromium() as browser:
            return f"Chromium {browser.version.split('.')[0]}"
    except RuntimeError:
        return ""
