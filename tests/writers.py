"""Processes that write to a store: preloaded once, forked many times, killed at will."""

import os
import tempfile
from multiprocessing.connection import Connection

import psycopg  # noqa: F401, so that no child waits for it
from additions import add, new

from data.database import engine

# What is read and compiled in a first act, no child does again.
with tempfile.TemporaryDirectory() as folder:
    os.environ["SINOGRAPH_DATABASE_URL"] = f"sqlite:///{folder}/additions.sqlite"
    for _ in range(3):
        add()
    engine.prepared().dispose()


def until_killed(address: str, said: Connection) -> None:
    """Keep acts of three facts each, and tell the number of each act once it is acknowledged."""
    os.environ["SINOGRAPH_DATABASE_URL"] = address
    while True:
        said.send(add(new(), new(), new()).id)


def some(address: str, who: str, number: int) -> None:
    """Keep some acts of one fact each."""
    os.environ["SINOGRAPH_DATABASE_URL"] = address
    for _ in range(number):
        add(new(), who=who)
