"""Processes that write to a store: preloaded once, forked many times, killed at will."""

import itertools
import os
import tempfile
from multiprocessing.connection import Connection
from uuid import uuid4

import psycopg  # noqa: F401, so that no child waits for it
from additions import SOURCE, add, new

from data.database import engine
from data.store import Change, Label, Review

# What is read and compiled in a first act, no child does again.
with tempfile.TemporaryDirectory() as folder:
    os.environ["SINOGRAPH_DATABASE_URL"] = f"sqlite:///{folder}/additions.sqlite"
    for _ in range(3):
        add()
    engine.prepared().dispose()


def until_killed(address: str, said: Connection) -> None:
    """Keep acts of three sources with a text, a label and a review; tell each that is kept."""
    os.environ["SINOGRAPH_DATABASE_URL"] = address
    for number in itertools.count():
        keys = [f"paper-{uuid4().hex}" for _ in range(3)]
        papers = [Change("source", SOURCE | {"source": key}, text=key * 99) for key in keys]
        review = Review(keys[0], "Text", state={"number": number})
        said.send(add(*papers, labels=[Label("accepted", keys[0], {})], review=review).id)


def some(address: str, who: str, number: int) -> None:
    """Keep some acts of one fact each."""
    os.environ["SINOGRAPH_DATABASE_URL"] = address
    for _ in range(number):
        add(new(), who=who)
