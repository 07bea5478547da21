"""Connections: to read what is there without making anything, and to write one act at a time."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any
from weakref import WeakSet

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from data.database import address
from data.database.errors import NewerStore, StoreError, in_a_sentence
from data.database.tables import SCHEMA

_PATIENCE = 60
"""So many seconds a writer waits for the others."""

_LOCK = 8671_1949
"""The key of PostgreSQL's advisory lock that lets one writer in at a time."""

_POOL: dict[str, Any] = {"max_overflow": -1}
"""Many wait for their turn to write, each with a connection: who writes needs one to read too."""

_checked: WeakSet[Engine] = WeakSet()


def existing() -> Engine | None:
    """Return an engine for the database, or None where nobody has added anything yet.

    A database of an older Sinograph is upgraded; none is made. Raises `NewerStore` for one of
    a newer Sinograph, `StoreError` where it cannot be reached.
    """
    url = address.current()
    path = address.file(url)
    try:
        engine = _engine(url, _identity(path))
    except FileNotFoundError:
        return None
    if engine not in _checked:
        with in_a_sentence(address.in_words(url)), engine.connect() as connection:
            found = version(connection)
        if found is None:
            return None
        if found != SCHEMA:
            upgrade(engine)
        _checked.add(engine)
    return engine


def prepared() -> Engine:
    """Return an engine for the database, which is made or upgraded where need be."""
    engine = existing()
    if engine is not None:
        return engine
    url = address.current()
    path = address.file(url)
    if path is not None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
        except OSError as error:
            raise StoreError(f"{path} cannot be made ({error.strerror}): save elsewhere.") from None
    engine = _engine(url, _identity(path))
    with in_a_sentence(address.in_words(url)):
        _write_ahead(engine)
    upgrade(engine)
    _checked.add(engine)
    return engine


@contextmanager
def reading() -> Iterator[Connection | None]:
    """Give a connection that sees one state of the database throughout, or None without one."""
    engine = existing()
    if engine is None:
        yield None
        return
    steady = {} if engine.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ"}
    with in_a_sentence(address.in_words(engine.url)), engine.connect() as connection:
        yield connection.execution_options(**steady)


@contextmanager
def writing() -> Iterator[Connection]:
    """Give the one connection that may write now; all is kept at its end, or nothing."""
    with alone(prepared()) as connection:
        if version(connection) != SCHEMA:
            raise NewerStore(_newer(address.in_words(connection.engine.url)))
        yield connection


@contextmanager
def alone(engine: Engine) -> Iterator[Connection]:
    """Begin a transaction that no other writer runs beside."""
    with (
        in_a_sentence(address.in_words(engine.url)),
        engine.connect().execution_options(writing=True) as connection,
        connection.begin(),
    ):
        if engine.dialect.name == "postgresql":
            connection.execute(text(f"SET LOCAL lock_timeout = '{_PATIENCE}s'"))
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
        yield connection


def version(connection: Connection) -> str | None:
    """Return the version of the database's tables, None where there are none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def upgrade(engine: Engine, *, to: str = SCHEMA) -> None:
    """Bring the tables to a version, unless another process just did; all of it or nothing."""
    with alone(engine) as connection:
        upgrade_within(connection, to=to)


def upgrade_within(connection: Connection, *, to: str = SCHEMA) -> None:
    """Bring the tables to a version in a transaction that stands alone."""
    # Only a new or an old database needs Alembic: its import is dear.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    settings = Config(attributes={"connection": connection})
    folder = Path(__file__).parent / "migrations"
    settings.set_main_option("script_location", str(folder).replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(settings).walk_revisions()}
    found = version(connection)
    if found is not None and found not in known:
        raise NewerStore(_newer(address.in_words(connection.engine.url)))
    command.upgrade(settings, to)


def _newer(where: str) -> str:
    return f"{where} was written by a newer Sinograph than this one: update this one to open it."


def _identity(path: Path | None) -> tuple[int, int]:
    """Tell a file from another that took its place; raises FileNotFoundError where none is."""
    if path is None:
        return 0, 0
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise FileNotFoundError(path) from None
    except OSError as error:
        raise StoreError(f"{path} cannot be opened ({error.strerror}).") from None
    return status.st_dev, status.st_ino


@lru_cache(maxsize=4)
def _engine(url: URL, identity: tuple[int, int]) -> Engine:
    if address.file(url) is None:
        try:
            answer = {"connect_timeout": 10}
            return create_engine(url, pool_pre_ping=True, connect_args=answer, **_POOL)
        except ModuleNotFoundError:
            raise StoreError(
                "PostgreSQL needs its driver; install it: pip install 'sinograph[postgresql]'."
            ) from None
    engine = create_engine(url, connect_args={"timeout": _PATIENCE}, **_POOL)
    event.listen(engine, "connect", _opened)
    event.listen(engine, "begin", _begun)
    return engine


def _opened(connection: sqlite3.Connection, _record: object) -> None:
    """Make SQLite keep what was acknowledged over a power cut, and refuse what does not fit."""
    connection.isolation_level = None  # `_begun` says when a transaction begins
    cursor = connection.cursor()
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA recursive_triggers = ON")  # REPLACE deletes: triggers shall hear of it
    cursor.close()


def _write_ahead(engine: Engine) -> None:
    """Let SQLite keep its log beside the file; to change that, nobody else may have it open."""
    if engine.dialect.name != "sqlite":
        return
    for left in range(_PATIENCE * 100, -1, -1):
        raw = engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or not left:
                raise DBAPIError("PRAGMA journal_mode", None, error) from error
            time.sleep(0.01)  # SQLite does not wait by itself here
        finally:
            raw.close()


def _begun(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
