"""Reading a CSV file of the collection as text, and saying what is wrong with one."""

import csv
import difflib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd


@dataclass(frozen=True)
class Problem:
    """One finding. ``row`` is a spreadsheet's number (the header is row 1), 0 for the whole."""

    file: str
    row: int
    column: str
    value: str
    rule: str

    def __str__(self) -> str:
        where = ", ".join(
            part
            for part in (
                self.file,
                f"row {self.row}" if self.row else "",
                f"column {self.column}" if self.column else "",
            )
            if part
        )
        shown = f" {self.value!r}" if self.column else ""
        return f"{where}:{shown} {self.rule}"


class InvalidFacts(ValueError):
    """A file that does not pass; ``problems`` lists every finding, the message all of them."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))


def read_text(path: Path, columns: list[str]) -> pd.DataFrame:
    """Read a CSV file as text, "" for an empty cell, exactly as it is written.

    Raises `InvalidFacts` where the file cannot be read, is not UTF-8, lacks or repeats a
    column, has an unknown one, or a row has too few or too many cells.
    """
    name = path.name
    rows = _rows(path)
    problems = list(_header_problems(name, rows[0] if rows else [], columns))
    if problems:
        raise InvalidFacts(problems)
    width = len(rows[0])
    ragged = [
        Problem(name, number, "", "", f"has {len(row)} cells where the header has {width}; {hint}")
        for number, row in enumerate(rows[1:], start=2)
        for hint in ["quote cells that hold commas" if len(row) > width else "add the missing ones"]
        if len(row) != width
    ]
    if ragged:
        raise InvalidFacts(ragged)
    return pd.DataFrame(rows[1:], columns=rows[0], dtype="str")[columns]


def _rows(path: Path) -> list[list[str]]:
    """Return the cells of each row; blank lines at the end of the file are none."""

    def failed(rule: str, name: str = path.name) -> InvalidFacts:
        return InvalidFacts([Problem(name, 0, "", "", rule)])

    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise failed("does not exist; check the path", str(path)) from None
    except OSError as error:
        raise failed(f"cannot be read ({error.strerror}); check the path", str(path)) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        byte = f"{error.object[error.start]:#04x}"
        rule = f"is not UTF-8 (byte {byte} in line {line}); save it as UTF-8"
        raise failed(rule) from None
    try:
        rows = list(csv.reader(io.StringIO(text, newline="")))
    except csv.Error as error:
        raise failed(f"is not CSV ({error}); save it as CSV with commas") from None
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _header_problems(name: str, header: list[str], columns: list[str]) -> Iterator[Problem]:
    if not header:
        rule = "is empty; its first row must be the header " + ",".join(columns)
        yield Problem(name, 0, "", "", rule)
        return
    if len(header) == 1 and header[0].count(";") > 1:
        rule = "has its cells parted by semicolons; save it as CSV with commas"
        yield Problem(name, 1, "", "", rule)
        return
    for column in columns:
        if (times := header.count(column)) > 1:
            yield Problem(name, 1, "", column, f"has the column {column} {times} times; keep one")
        elif not times:
            near = difflib.get_close_matches(column, set(header) - set(columns), n=1)
            hint = f"; is {near[0]!r} meant?" if near else "; add it to the header"
            yield Problem(name, 1, "", column, f"lacks the column {column}{hint}")
    for column in dict.fromkeys(header):
        if column not in columns:
            rule = f"has an unknown column {column!r}; the columns are {', '.join(columns)}"
            yield Problem(name, 1, "", column, rule)
