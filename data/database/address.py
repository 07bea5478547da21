"""Where the database is: a file in the user's data folder, or the server that is named."""

import os
from functools import cache
from pathlib import Path

import platformdirs
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from data.database.errors import StoreError

VARIABLE = "SINOGRAPH_DATABASE_URL"
_FILE = "additions.sqlite"
_DRIVERS = {"postgres": "postgresql+psycopg", "postgresql": "postgresql+psycopg"}


def current() -> URL:
    """Return the address that `VARIABLE` names, or that of a file in the user's data folder.

    Streamlit puts what its secrets name into the environment.
    Raises `StoreError` where it names neither a PostgreSQL nor an SQLite database.
    """
    return _parsed(os.environ.get(VARIABLE) or _default())


def file(url: URL) -> Path | None:
    """Return the file of an SQLite database, None for a server."""
    return Path(url.database or "") if url.get_backend_name() == "sqlite" else None


def in_words(url: URL) -> str:
    """Name the database in a message, without its password."""
    path = file(url)
    return str(path) if path else url.render_as_string(hide_password=True)


@cache
def _default() -> str:
    path = platformdirs.user_data_path("sinograph", appauthor=False) / _FILE
    return URL.create("sqlite", database=str(path)).render_as_string()


@cache
def _parsed(written: str) -> URL:
    hint = f"write {VARIABLE} like postgresql://name:password@127.0.0.1/sinograph"
    try:
        url = make_url(written)
    except (ArgumentError, ValueError):
        raise StoreError(f"The address of the database cannot be read; {hint}.") from None
    url = url.set(drivername=_DRIVERS.get(url.drivername, url.drivername))
    if url.drivername not in {"sqlite", "postgresql+psycopg"} or not url.database:
        raise StoreError(
            f"{in_words(url)} is no PostgreSQL database and no file of SQLite; {hint}."
        )
    return url
