"""The whole store as one file, and back: to keep it, or to move it to another database.

The file is JSON lines: a head with the version of the tables, a line for each row, and at the
end the number of rows and a SHA-256 of all lines before. The same store is the same bytes,
whichever database it lies in.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, insert, select

from data.database import address
from data.database.engine import reading, writing
from data.database.errors import StoreError
from data.database.tables import ALL, METADATA, SCHEMA

_FORM = "sinograph backup 1"
_AT_ONCE = 500


def backup(path: Path) -> int:
    """Write the whole store to a new file and return the number of rows.

    Raises `StoreError` where nothing was added yet, or the file exists or cannot be written.
    """
    if path.exists():
        raise StoreError(f"{path} exists already: name a new file.")
    with reading() as connection:
        if connection is None:
            raise StoreError(f"Nothing was added yet in {address.in_words(address.current())}.")
        try:
            return _write(path, connection)
        except OSError as error:
            raise StoreError(f"{path} cannot be written ({error.strerror}).") from None


def restore(path: Path) -> int:
    """Read what `backup` wrote into an empty store, all or nothing, and return the rows.

    Raises `StoreError` where the store holds something already, or the file is damaged, of a
    newer Sinograph, or cannot be read.
    """
    number = _checked(path)
    with writing() as connection:
        if any(connection.execute(select(func.count()).select_from(t)).scalar() for t in ALL):
            where = address.in_words(connection.engine.url)
            raise StoreError(f"{where} holds something already: restore into an empty store.")
        rows = (told for told in _lines(path) if "row" in told)
        for name, group in groupby(rows, key=itemgetter("table")):
            while some := [told["row"] for told in islice(group, _AT_ONCE)]:
                connection.execute(insert(METADATA.tables[name]), some)
    return number


def _write(path: Path, connection: Connection) -> int:
    """Write beside the file and then move into place, so that no half file bears its name."""
    digest, number = hashlib.sha256(), 0
    with tempfile.NamedTemporaryFile("wb", dir=path.parent, delete=False) as file:
        try:
            for line in _told(connection):
                digest.update(line)
                file.write(line)
                number += 1
            file.write(_line({"rows": number - 1, "sha256": digest.hexdigest()}))
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).rename(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
    return number - 1


def _told(connection: Connection) -> Iterator[bytes]:
    yield _line({"form": _FORM, "schema": SCHEMA})
    for table in ALL:
        ordered = select(table).order_by(*table.primary_key)
        for row in connection.execute(ordered).mappings():
            yield _line({"table": table.name, "row": dict(row)})


def _line(told: dict[str, Any]) -> bytes:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _checked(path: Path) -> int:
    """Return how many rows a backup holds once it is known to be whole."""
    damaged = StoreError(f"{path} is no backup of Sinograph, or damaged: take another copy of it.")
    digest, number, last = hashlib.sha256(), -1, b""
    try:
        with path.open("rb") as file:
            for line in file:
                digest.update(last)
                number, last = number + 1, line
        head, end = next(_lines(path)), json.loads(last)
    except OSError as error:
        raise StoreError(f"{path} cannot be read ({error.strerror}).") from None
    except (ValueError, StopIteration):
        raise damaged from None
    if not isinstance(head, dict) or head.get("form") != _FORM:
        raise damaged
    if end != {"rows": number - 1, "sha256": digest.hexdigest()}:
        raise damaged
    if head["schema"] > SCHEMA:
        raise StoreError(f"{path} was written by a newer Sinograph: update this one to read it.")
    return number - 1


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open("rb") as file:
        yield from map(json.loads, file)
