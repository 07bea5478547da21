"""What the first reader would wait for, made ready while their browser opens the page."""

import gc
from contextlib import suppress
from functools import cache
from threading import Event, Thread

from components import assets

_IMPORTED = Event()
_IMPORTED.set()


def begin() -> None:
    """Import the script and read the facts beside the server that starts; call it once."""
    _IMPORTED.clear()
    for work in (assets.prepare, _prepare):
        Thread(target=work, daemon=True).start()


def wait() -> None:
    """Return when nothing is being imported any more."""
    _IMPORTED.wait()


@cache
def settle(page: str) -> None:
    """Spare the collection after each run what the first run of a page imported and keeps."""
    gc.freeze()


def _prepare() -> None:
    try:
        from dashboard import script  # noqa: F401
        from data import facts, store
        from data.checks import InvalidFacts
    finally:
        _IMPORTED.set()
    with suppress(InvalidFacts, store.StoreError):  # the page says what is wrong
        facts.load()
    gc.freeze()
