"""What can go wrong with the database, each in one sentence for the person before the screen."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

_FULL = ("database or disk is full", "no space left on device", "could not extend file")
_READ_ONLY = ("readonly database", "read-only")
_LOCKED = ("database is locked", "lock timeout")
_DAMAGED = ("malformed", "not a database")


class StoreError(RuntimeError):
    """The database cannot be used; the message says why and what to do."""


class NewerStore(StoreError):
    """The database was written by a newer Sinograph than this one."""


@contextmanager
def in_a_sentence(where: str) -> Iterator[None]:
    """Turn what a database driver raises into a `StoreError`; ``where`` names the database."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(_sentence(str(error.orig), where)) from error


def _sentence(said: str, where: str) -> str:
    lowered = said.lower()
    if any(words in lowered for words in _FULL):
        return f"The disk of {where} is full: nothing was saved. Make room, then save again."
    if any(words in lowered for words in _READ_ONLY):
        return f"{where} may not be written to: nothing was saved. Ask for leave to write there."
    if any(words in lowered for words in _LOCKED):
        return f"{where} is busy with other writers: nothing was saved. Save again in a moment."
    if any(words in lowered for words in _DAMAGED):
        return f"{where} is damaged or no database. Move it away and restore a backup."
    return f"{where} cannot be used ({' '.join(said.split())}). Check that it is there and running."
