"""Checks: what is wrong with a facts file is said in one sentence each, all at once."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from data import checks, facts
from data.facts import PATH
from data.reading import InvalidFacts, Problem
from data.schema import TYPED

ROOT = Path(__file__).parent.parent


@pytest.fixture
def write(tmp_path):
    """Return a function that writes the collection with some cells changed: {number: {...}}."""

    def write(changes):
        with PATH.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for number, cells in changes.items():
            rows[number - 1] |= cells
        path = tmp_path / "facts.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, TYPED)
            writer.writeheader()
            writer.writerows(rows)
        return path

    return write


def run(*arguments):
    """Run the command line as its user does."""
    command = [sys.executable, "-m", "data", "check", *map(str, arguments)]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, encoding="utf-8"
    )


def said(path):
    return [str(problem) for problem in facts.check(path)]


@pytest.mark.parametrize(
    ("number", "cells", "column", "sentence"),
    [
        # Dates.
        (
            1,
            {"date": "4.12.2023"},
            "date",
            "'4.12.2023' is no date that can be read; write it like",
        ),
        (1, {"date": "2023-02-29"}, "date", "'2023-02-29' is not a day of the calendar; write"),
        (3, {"date": "2023-03-02/2023-02-28"}, "date", "ends before it starts; swap its two dates"),
        (1, {"date": ""}, "date", "'' must not be empty"),
        # Countries.
        (
            1,
            {"partner": "Belrus"},
            "partner",
            "'Belrus' is not an ISO 3166-1 alpha-3 code. Did you mean Belarus?",
        ),
        (1, {"partner": "Belarus"}, "partner", "is not an ISO 3166-1 alpha-3 code; write BLR"),
        (1, {"partner": "BY"}, "partner", "is not an ISO 3166-1 alpha-3 code; write BLR"),
        (1, {"partner": "blr"}, "partner", "'blr' is not an ISO 3166-1 alpha-3 code; write BLR"),
        (
            1,
            {"partner": "Korea"},
            "partner",
            "is not an ISO 3166-1 alpha-3 code. Did you mean South Korea or North Korea?",
        ),
        (1, {"partner": "QQQ"}, "partner", "alpha-3 code; countries.csv lists them all"),
        # Keys.
        (1, {"place": "bejing"}, "place", "is no known place; did you mean beijing?"),
        (1, {"place": "xyz"}, "place", "'xyz' is no known place; add it to the places first"),
        (
            1,
            {"source": "tna-20231206"},
            "source",
            "'tna-20231206' is no known source; did you mean tna-20231205?",
        ),
        (2, {"fact_id": "tna-20231205-01"}, "fact_id", "is already the id of row 2; give it"),
        (2, {"fact_id": "TNA 2"}, "fact_id", "must be small letters, digits and hyphens, like tna"),
        (1, {"paragraph": "1;38"}, "paragraph", "lies behind the last paragraph of tna-20231205"),
        (1, {"paragraph": "1,7"}, "paragraph", "'1,7' must be paragraph numbers parted by semi"),
        (1, {"paragraph": "0"}, "paragraph", "'0' must be paragraph numbers parted by semicolons"),
        # Words.
        (1, {"kind": "visit "}, "kind", "'visit ' must be one line without blanks around it"),
        (1, {"kind": "vist"}, "kind", "'vist' must be one of: visit, visit_exchange, agreement,"),
        (1, {"subkind": "royal"}, "subkind", "is no subkind of visit; known are state, official,"),
        (22, {"subkind": "soft"}, "subkind", "is no subkind of grant; known are none: leave it"),
        (
            1,
            {"side": "belarus"},
            "side",
            "must be one of: china, partner, third_party, independent",
        ),
        (1, {"side": ""}, "side", "'' must not be empty"),
        (
            1,
            {"date_role": "happened"},
            "date_role",
            "must be one of: occurred, observed, announced",
        ),
        (
            19,
            {"status": "arrived"},
            "status",
            "must be one of: pledged, planned, signed, delivered",
        ),
        (
            2,
            {"qualifier": "circa"},
            "qualifier",
            "must be one of: exact, about, more_than, at_least",
        ),
        (1, {"summary": ""}, "summary", "'' must not be empty"),
        # Cells.
        (
            1,
            {"actor": " Xi Jinping"},
            "actor",
            "' Xi Jinping' must be one line without blanks around",
        ),
        (1, {"partner": "BLR "}, "partner", "'BLR ' must be one line without blanks around it"),
        (1, {"note": "no-break\u00a0"}, "note", "must be one line without blanks around it"),
        (
            1,
            {"note": "A line.\n"},
            "note",
            "'A line.\\n' must be one line without blanks around it",
        ),
        (1, {"note": "Two\nlines."}, "note", "must be one line without blanks around it"),
        # Figures.
        (27, {"value": "1,350"}, "value", "'1,350' must be a plain number without separators"),
        (27, {"value": "-135"}, "value", "'-135' must be a plain number without separators"),
        (27, {"value": "١٣٥"}, "value", "must be a plain number without separators"),
        (27, {"unit": ""}, "unit", "'' is empty beside a value; say what the value counts"),
        (2, {"qualifier": ""}, "qualifier", "'' is empty beside a value; write exact, about, more"),
        (
            27,
            {"value": ""},
            "value",
            "'' is empty beside a unit or qualifier; fill it or empty them",
        ),
        (
            27,
            {"unit": "boats"},
            "unit",
            "'boats' is not a unit; use an ISO 4217 code, a rank, 'ratio",
        ),
        (
            27,
            {"qualifier": "exact"},
            "qualifier",
            "disagrees with the printed figure 'more than 135'; write at_least or more_than",
        ),
        (22, {"qualifier": "exact"}, "qualifier", "figure 'around $26.8 million'; write about"),
        (
            27,
            {"value_text": "no more than 135"},
            "qualifier",
            "disagrees with the printed figure 'no more than 135'; write at_most",
        ),
        (
            27,
            {"value_text": "not fewer than 135", "qualifier": "less_than"},
            "qualifier",
            "disagrees with the printed figure 'not fewer than 135'; write at_least",
        ),
        (27, {"value_text": "up to 135"}, "qualifier", "figure 'up to 135'; write at_most"),
        # Ranks, ratios, money.
        (6, {"subkind": ""}, "subkind", "is empty; say which flow is ranked: total trade, im"),
        (
            6,
            {"unit": "countries"},
            "unit",
            "does not say whose rank it is; write rank of China or rank of partner",
        ),
        (6, {"unit": ""}, "unit", "does not say whose rank it is; write rank of China or rank of"),
        (6, {"value": "7.5"}, "value", "'7.5' is not a rank; write a whole number from 1"),
        (6, {"value": "0"}, "value", "'0' is not a rank; write a whole number from 1"),
        (8, {"unit": "USD"}, "unit", "does not say what it is compared with; write like 'ratio to"),
        (
            22,
            {"unit": "generators"},
            "unit",
            "'generators' is not a currency, but the figure is money",
        ),
        (
            22,
            {"unit": ""},
            "unit",
            "is not a currency, but the figure is money; write its ISO 4217",
        ),
        (22, {"unit": "usd"}, "unit", "'usd' is not a currency, but the figure is money"),
        (21, {"unit": "generators"}, "unit", "is not a currency, but the figure is money; write"),
        (
            19,
            {"value_text": "$450"},
            "unit",
            "'generators' is not a currency, but the figure is money",
        ),
        # Wholes and parts.
        (
            23,
            {"part_of": "zaf-programme"},
            "part_of",
            "'zaf-programme' is no fact's engagement; did you mean",
        ),
        (
            22,
            {"part_of": "q"},
            "part_of",
            "is no fact's engagement; give the larger thing a fact of",
        ),
        (
            39,
            {"part_of": ""},
            "part_of",
            "differs from 'zaf-equipment', which another fact of zaf-generators gives; make",
        ),
        (
            22,
            {"part_of": "zaf-grant"},
            "part_of",
            "makes a circle (zaf-grant → zaf-grant); a thing",
        ),
    ],
)
def test_one_wrong_cell_gives_one_sentence_with_file_row_column_value_and_rule(
    write, number, cells, column, sentence
):
    path = write({number: cells})
    problems = [p for p in facts.check(path) if (p.row, p.column) == (number + 1, column)]
    others = [p for p in facts.check(path) if p not in problems]
    assert len(problems) == 1
    value = repr(cells.get(column, problems[0].value))
    assert str(problems[0]).startswith(f"facts.csv, row {number + 1}, column {column}: {value} ")
    assert sentence in str(problems[0])
    # Only what a change of one fact does to the others of its engagement may be named beside.
    assert {p.column for p in others} <= {"part_of"} & {column}


def test_a_circle_is_named_for_each_fact_in_it_and_for_no_other(write):
    path = write({22: {"engagement": "a", "part_of": "b"}, 35: {"engagement": "b", "part_of": "a"}})
    assert said(path) == [
        "facts.csv, row 23, column part_of: 'b' makes a circle (a → b → a); "
        "a thing cannot be part of itself",
        "facts.csv, row 36, column part_of: 'a' makes a circle (b → a → b); "
        "a thing cannot be part of itself",
    ]
    outside = {1: {"engagement": "c", "part_of": "a"}}
    inside = {22: {"engagement": "a", "part_of": "b"}, 35: {"engagement": "b", "part_of": "a"}}
    assert [problem.row for problem in facts.check(write(inside | outside))] == [23, 36]


def test_everything_wrong_is_listed_at_once_in_the_order_of_the_file(write):
    path = write(
        {
            39: {"side": "nobody"},
            1: {"date": "yesterday", "kind": "vist"},
            27: {"qualifier": "exact"},
            2: {"partner": "Belrus"},
        }
    )
    where = [(problem.row, problem.column) for problem in facts.check(path)]
    assert where == [(2, "kind"), (2, "date"), (3, "partner"), (28, "qualifier"), (40, "side")]
    with pytest.raises(InvalidFacts) as refused:
        facts.load(path)
    assert str(refused.value).splitlines() == said(path)


def test_a_fact_without_a_figure_needs_no_unit_and_one_with_a_hedge_of_its_own_passes(write):
    assert facts.check(write({2: {"value": "", "unit": "", "qualifier": ""}})) == []
    assert facts.check(write({27: {"qualifier": "at_least", "value_text": "135 or more"}})) == []
    assert facts.check(write({27: {"qualifier": "at_least", "value_text": "over 135"}})) == []


# What stands before the cells: the file, its header, its rows.


def test_a_missing_column_is_named(write):
    path = write({})
    path.write_text(path.read_text(encoding="utf-8").replace("qualifier,", "", 1))
    assert said(path) == ["facts.csv, row 1: lacks the column qualifier; add it to the header"]


def test_a_misspelt_column_is_offered_and_named_as_unknown(write):
    path = write({})
    path.write_text(path.read_text(encoding="utf-8").replace("subkind", "subknid", 1))
    lacking, unknown = said(path)
    assert lacking == "facts.csv, row 1: lacks the column subkind; is 'subknid' meant?"
    assert unknown.startswith("facts.csv, row 1: has an unknown column 'subknid'; the columns are")


def test_a_repeated_column_is_named(write):
    path = write({})
    path.write_text(path.read_text(encoding="utf-8").replace("subkind", "kind", 1))
    assert said(path) == [
        "facts.csv, row 1: has the column kind 2 times; keep one",
        "facts.csv, row 1: lacks the column subkind; add it to the header",
    ]


def test_a_derived_column_is_never_typed(write):
    path = write({})
    path.write_text(path.read_text(encoding="utf-8").replace("note\n", "note,country\n", 1))
    assert said(path)[0].startswith("facts.csv, row 1: has an unknown column 'country'")


def test_a_byte_that_is_not_utf_8_is_found_by_its_line(write):
    path = write({3: {"actor": "Türk"}})
    path.write_bytes(path.read_bytes().replace("ü".encode(), "ü".encode("cp1252")))
    assert said(path) == ["facts.csv: is not UTF-8 (byte 0xfc in line 4); save it as UTF-8"]


def test_rows_too_long_and_too_short_are_all_named(write):
    path = write({})
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[2] += ",more"
    lines[4] = "tna-20231205-04,visit"
    path.write_text("\n".join([*lines, "", ""]), encoding="utf-8")
    assert said(path) == [
        "facts.csv, row 3: has 22 cells where the header has 21; quote cells that hold commas",
        "facts.csv, row 5: has 2 cells where the header has 21; add the missing ones",
    ]


def test_a_row_is_counted_as_a_spreadsheet_counts_it(write):
    """A cell of two lines is one row of a spreadsheet, though two lines of the file."""
    path = write({1: {"note": "two\nlines"}, 4: {"side": "nobody"}})
    assert [problem.row for problem in facts.check(path)] == [2, 5]


def test_an_empty_file_a_missing_one_and_none_at_all(tmp_path):
    path = tmp_path / "facts.csv"
    missing = [f"{path}: does not exist; check the path"]
    assert said(path) == missing
    path.write_bytes(b"")
    header = ",".join(TYPED)
    assert said(path) == [f"facts.csv: is empty; its first row must be the header {header}"]
    assert len(said(tmp_path)) == 1
    assert said(tmp_path)[0].startswith(f"{tmp_path}: cannot be read (")


def test_a_file_that_is_no_csv(tmp_path):
    path = tmp_path / "facts.csv"
    path.write_text(",".join(TYPED) + "\n" + "x" * 200_000, encoding="utf-8")
    assert len(said(path)) == 1
    assert said(path)[0].startswith("facts.csv: is not CSV (field larger than field limit")


def test_a_finding_names_no_more_than_there_is():
    assert str(Problem("facts.csv", 0, "", "", "is empty")) == "facts.csv: is empty"
    assert str(Problem("facts.csv", 3, "", "", "is short")) == "facts.csv, row 3: is short"
    assert str(Problem("f.csv", 3, "side", "", "is bad")) == "f.csv, row 3, column side: '' is bad"


def test_every_rule_is_heard():
    """Each rule of the module is in the list that is run."""
    rules = {name for name in vars(checks) if getattr(checks, name) in checks.RULES}
    generators = {
        name
        for name, rule in vars(checks).items()
        if getattr(rule, "__annotations__", {}).keys() == {"facts", "keys", "return"}
    }
    assert rules == generators - {"_findings"}
    assert len(checks.RULES) == 11


# The command line, as its user runs it.


def test_the_collection_passes_at_the_command_line():
    done = run()
    assert (done.returncode, done.stdout, done.stderr) == (0, "39 facts are sound.\n", "")


def test_a_good_file_passes_at_the_command_line(write):
    done = run(write({}))
    assert (done.returncode, done.stdout, done.stderr) == (0, "39 facts are sound.\n", "")


def test_the_command_line_lists_all_problems_and_fails(write):
    path = write({1: {"side": "nobody"}, 2: {"partner": "Belrus"}})
    done = run(path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [*said(path), "2 problems found."]


def test_the_command_line_fails_on_a_file_that_cannot_be_read(write, tmp_path):
    broken = write({})
    broken.write_bytes(broken.read_bytes() + b"\xfc")
    for path in (broken, tmp_path / "nowhere.csv"):
        done = run(path)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.splitlines() == [*said(path), "1 problem found."]
