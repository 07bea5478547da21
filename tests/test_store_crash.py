"""The store under blows: killed in mid-write, written by many at once, begun by two at once."""

import contextlib
import multiprocessing
import os
import random
import sys
import time
import types
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import forkserver
from pathlib import Path

import pytest
import writers
from additions import add
from sqlalchemy import text

from data import facts, sources, store
from data.database import engine

ROOT = Path(__file__).parent.parent
KILLS = 100
AT_ONCE = 2
WRITERS = 20


@pytest.fixture(scope="module")
def processes():
    """Return what starts processes without this one's threads, and in a moment."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["writers"])
    with pytest.MonkeyPatch.context() as here:
        here.setenv("PYTHONPATH", f"{ROOT}{os.pathsep}{ROOT / 'tests'}")
        # Streamlit's tests leave their last script as the main module, which children would run.
        here.setitem(sys.modules, "__main__", types.ModuleType("__main__"))
        forkserver.ensure_running()
        yield context


def killed(processes, address, delays):
    """Start writers at once and kill each some time after its first act; return what they said."""
    running = []
    for _ in delays:
        here, there = processes.Pipe(duplex=False)
        process = processes.Process(target=writers.until_killed, args=(address, there))
        process.start()
        there.close()
        running.append((process, here))
    acknowledged = []
    for delay, (process, here) in zip(delays, running, strict=True):
        acknowledged.append(here.recv())
        time.sleep(delay)
        process.kill()
        process.join()
        with here, contextlib.suppress(EOFError):
            while here.poll():
                acknowledged.append(here.recv())
    return acknowledged


def test_killed_a_hundred_times_nothing_acknowledged_is_lost_and_nothing_is_half(
    processes, database
):
    moments = random.Random(1949)
    acknowledged = []
    for _ in range(KILLS // AT_ONCE):
        delays = [moments.uniform(0, 0.03) for _ in range(AT_ONCE)]
        acknowledged += killed(processes, database, delays)
    per_act = store.history().query("column == 'text'").groupby("act")["after"].nunique()
    assert KILLS <= len(acknowledged) <= len(per_act) <= len(acknowledged) + KILLS
    assert set(acknowledged) <= set(per_act.index)
    assert set(per_act) == {3}
    assert list(per_act.index) == list(range(1, len(per_act) + 1))
    assert len(sources.table()) == 1 + 3 * len(per_act)
    assert len(store.labels()) == len(store.reviews()) == len(per_act)
    assert sound()


def sound():
    """Ask SQLite whether its file is whole; PostgreSQL has no such question."""
    with engine.reading() as connection:
        if connection.dialect.name != "sqlite":
            return True
        return connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"


def test_twenty_begin_a_store_and_write_at_once_and_every_revision_is_there(processes, database):
    people = [f"Writer {number}" for number in range(WRITERS)]
    running = [processes.Process(target=writers.some, args=(database, who, 1)) for who in people]
    for process in running:
        process.start()
    for process in running:
        process.join()
    assert [process.exitcode for process in running] == [0] * WRITERS
    told = store.history().drop_duplicates("act")
    assert sorted(told["act"]) == list(range(1, WRITERS + 1))
    assert told["who"].value_counts().to_dict() == dict.fromkeys(people, 1)
    assert told["key"].nunique() == WRITERS
    assert told.sort_values("act")["at"].is_monotonic_increasing


def test_twenty_readers_of_one_server_write_at_once_and_every_revision_is_there(database):
    people = [f"Writer {number}" for number in range(WRITERS)]
    with ThreadPoolExecutor(WRITERS) as threads:
        acts = list(threads.map(lambda who: add(who=who), people))
    assert sorted(act.id for act in acts) == list(range(1, WRITERS + 1))
    assert set(store.history()["who"]) == set(people)
    assert len(facts.load()) == 39 + WRITERS
