"""Processes that write to a store: preloaded once, forked many times, killed at will."""

import os
from multiprocessing.connection import Connection

from additions import add, new

from data import facts

facts.load()  # what is read now, no child reads again


def until_killed(address: str, said: Connection) -> None:
    """Keep acts of three facts each, and tell the number of each act once it is acknowledged."""
    os.environ["SINOGRAPH_DATABASE_URL"] = address
    said.send(0)
    while True:
        said.send(add(new(), new(), new()).id)


def some(address: str, who: str, number: int) -> None:
    """Keep some acts of one fact each."""
    os.environ["SINOGRAPH_DATABASE_URL"] = address
    for _ in range(number):
        add(new(), who=who)
