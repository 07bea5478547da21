"""The database of the store: made when needed, upgraded, kept whole; and what is said if not."""

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from additions import TEXT, add, correct, new
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError

from data import facts, places, sources, store
from data.database import engine, tables
from data.store import Change, Review, StoreError

FIRST = "tna-20231205-01"
SOURCE = Change("source", {"source": "tna-20231205"}, based_on=0, text=TEXT)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return the folder, not made yet, in which the store would lie."""
    folder = tmp_path / "kept"
    monkeypatch.setenv("SINOGRAPH_DATABASE_URL", f"sqlite:///{folder / 'additions.sqlite'}")
    return folder


# Where it is.


def test_reading_makes_no_store(folder):
    assert len(facts.load()) == 39
    assert len(sources.table()) == 1
    assert places.point("beijing").name == "Beijing"
    assert store.reviews() == []
    assert store.recognise("some words that nobody has printed") is None
    assert store.passage(FIRST) is None
    assert not folder.exists()


def test_reading_makes_no_tables(database):
    assert len(facts.load()) == 39
    assert engine.existing() is None


def test_the_store_lies_in_the_users_data_folder_unless_an_address_is_named(tmp_path):
    code = "from data.database import address; print(address.file(address.current()))"
    known = {**os.environ, "XDG_DATA_HOME": str(tmp_path), "HOME": str(tmp_path)}
    known.pop("SINOGRAPH_DATABASE_URL")
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=known, capture_output=True, text=True, check=True)
    default = Path(done.stdout.strip())
    assert default.is_relative_to(tmp_path)
    assert default.name == "additions.sqlite"


@pytest.mark.parametrize("written", ["mysql://a:secret@b/c", "nonsense", "sqlite://", "postgres:"])
def test_an_address_of_no_known_sort_is_refused(written, monkeypatch):
    monkeypatch.setenv("SINOGRAPH_DATABASE_URL", written)
    with pytest.raises(StoreError, match="write SINOGRAPH_DATABASE_URL like postgresql://") as said:
        facts.load()
    assert "secret" not in str(said.value)


def test_a_server_that_does_not_answer_is_named_without_its_password(monkeypatch):
    monkeypatch.setenv("SINOGRAPH_DATABASE_URL", "postgresql://ann:secret@127.0.0.1:1/sinograph")
    with pytest.raises(
        StoreError, match=r"ann:\*\*\*@127.0.0.1:1/sinograph cannot be used"
    ) as said:
        facts.load()
    assert "secret" not in str(said.value)


def test_a_folder_that_cannot_be_made_is_named(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("SINOGRAPH_DATABASE_URL", f"sqlite:///{tmp_path}/file/additions.sqlite")
    with pytest.raises(StoreError, match="cannot be made"):
        add()


def test_a_file_that_is_no_database_is_named(folder):
    folder.mkdir()
    (folder / "additions.sqlite").write_text("not a database" * 100)
    with pytest.raises(StoreError, match="is damaged or no database"):
        facts.load()


def test_a_store_that_is_moved_away_while_the_program_runs_is_gone(folder):
    add()
    assert len(facts.load()) == 40
    shutil.move(folder, folder.with_name("away"))
    assert len(facts.load()) == 39
    add(new(), new())
    assert len(facts.load()) == 41
    shutil.rmtree(folder)
    shutil.move(folder.with_name("away"), folder)
    assert len(facts.load()) == 40


# Kept for ever.

KEPT = [table.name for table in tables.KEPT]


@pytest.mark.parametrize("table", KEPT)
def test_the_database_refuses_to_change_or_delete_what_is_kept(database, table):
    place = {"place": "x", "name": "X", "kind": "site", "country": "CHN", "lat": "1", "lon": "1"}
    label = store.Label("rejected", "words", {})
    add(SOURCE, new(), Change("place", place | {"disputed": "false"}), labels=[label])
    key = "sha256" if table == "texts" else "id"
    statements = [f"UPDATE {table} SET {key} = {key}", f"DELETE FROM {table}"]
    with engine.reading() as connection:
        before = connection.execute(text(f"SELECT * FROM {table}")).all()
    assert before
    for statement in [*statements, *_replacing(database, table)]:
        with (
            pytest.raises(DBAPIError, match=f"{table} is kept for ever"),
            engine.prepared().begin() as connection,
        ):
            connection.execute(text(statement))
    with engine.reading() as connection:
        assert connection.execute(text(f"SELECT * FROM {table}")).all() == before


def _replacing(database, table):
    """Return the ways around UPDATE and DELETE that each database knows."""
    if database.startswith("sqlite"):
        return [f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"]
    return [f"TRUNCATE {table} CASCADE"]


# Versions of the tables.


def _scripts():
    settings = Config()
    settings.set_main_option("script_location", str(Path(engine.__file__).parent / "migrations"))
    return ScriptDirectory.from_config(settings)


def test_the_migrations_make_the_tables_that_the_program_knows(database):
    add()
    assert _scripts().get_current_head() == tables.SCHEMA
    with engine.reading() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, tables.METADATA) == []


def _set_version(version):
    with engine.prepared().begin() as connection:
        connection.execute(text(f"UPDATE alembic_version SET version_num = '{version}'"))


def test_a_store_of_a_newer_sinograph_is_refused(database, monkeypatch):
    add()
    _set_version("9999")
    with pytest.raises(store.NewerStore, match="was written by a newer Sinograph than this one"):
        add()
    engine._checked.clear()
    with pytest.raises(store.NewerStore, match="update this one to open it"):
        facts.load()
    assert "secret" not in database


def test_a_store_whose_making_was_cut_off_is_made(folder):
    folder.mkdir()
    (folder / "additions.sqlite").touch()
    assert len(facts.load()) == 39
    add()
    assert len(facts.load()) == 40


# A full disk.


@contextmanager
def _small_disk(path):
    """Mount a disk of 1 MB where that is allowed; elsewhere hold SQLite to as much."""
    path.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(path)]
    if (
        shutil.which("mount")
        and subprocess.run(mount, capture_output=True, check=False).returncode == 0
    ):
        try:
            yield
        finally:
            subprocess.run(["umount", "-l", str(path)], check=True)
        return
    event.listen(engine.prepared(), "begin", _held)
    yield


def _held(connection):
    connection.exec_driver_sql("PRAGMA max_page_count = 200")


def test_a_full_disk_leaves_the_store_as_it_was_and_says_so_in_a_sentence(folder):
    with _small_disk(folder):
        add()
        kept = 1
        with pytest.raises(StoreError) as said:
            for number in range(100):
                add(correct(FIRST, number, note=f"{number}" * 9999), new(), why="fills")
                kept += 1
        assert str(said.value) == (
            f"The disk of {folder / 'additions.sqlite'} is full: nothing was saved. "
            "Make room, then save again."
        )
        assert 1 < kept < 100
        assert len(facts.load()) == 39 + kept
        assert store.history()["act"].max() == kept
        assert store.newest("fact", FIRST).number == kept - 1
        with pytest.raises(StoreError, match="is full"):
            store.save_review(Review("a", "x" * 2_000_000))
        assert store.reviews() == []
        assert len(facts.load()) == 39 + kept


def test_a_database_that_may_not_be_written_is_named(database):
    add()
    if database.startswith("sqlite"):
        read_only = "PRAGMA query_only = ON"
        event.listen(engine.prepared(), "begin", lambda c: c.exec_driver_sql(read_only))
    else:
        name = database.rpartition("/")[2]
        with engine.prepared().begin() as connection:
            set_it = f"ALTER DATABASE {name} SET default_transaction_read_only = on"
            connection.execute(text(set_it))
        engine.prepared().dispose()
    with pytest.raises(StoreError, match="may not be written to: nothing was saved"):
        add()
    assert len(facts.load()) == 40
