"""The facts as files: each reads back with what its readers use, and says what made it."""

import csv
import io
import json
import zipfile
from datetime import date, datetime

import frictionless
import pandas as pd
import pytest
from openpyxl import load_workbook

from components.export import FORMATS, MEANINGS, Package
from data import facts
from data.citation import Citation
from data.selection import Selection

LINK = "http://127.0.0.1:8501/facts?country=Philippines"
VESSELS = "tna-20231205-27"
"""More than 135 vessels at Julian Felipe Reef, about 3 December 2023."""


def package(shown=None, *, columns=tuple(MEANINGS)):
    """Return the facts on the Philippines, or others, as if exported on 24 November 2026."""
    selection = Selection(countries=("PHL",))
    shown = selection.apply(facts.load()) if shown is None else shown
    citation = Citation.of(
        shown,
        title="Facts",
        selection=selection.words,
        revision="abc1234",
        link=LINK,
        accessed=date(2026, 11, 24),
    )
    return Package(shown, citation, columns)


def made(key, *args, **options):
    return io.BytesIO(FORMATS[key].make(package(*args, **options)))


def written(**cells):
    """Return one fact with cells of our own."""
    return facts.load().head(1).assign(**cells)


def unpacked(archive, folder):
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder)
    return folder


@pytest.mark.parametrize("key", FORMATS)
def test_every_file_says_its_selection_link_revision_source_and_day(key):
    file = made(key)
    if key == "xlsx":
        rows = load_workbook(file)["About"].iter_rows(values_only=True)
        text = "\n".join(str(cell) for row in rows for cell in row)
    elif key == "zip":
        text = zipfile.ZipFile(file).read("datapackage.json").decode()
    else:
        text = file.getvalue().decode()
    for part in ("Philippines, all dates", "10 facts", LINK, "abc1234", "2026-11-24"):
        assert part in text
    assert "Source: The New American, 5 Dec 2023, paragraphs 29 to 37" in text


@pytest.mark.parametrize("key", FORMATS)
def test_a_file_can_hold_nothing_and_leaves_the_facts_alone(key):
    shown = facts.load()
    before = shown.copy(deep=True)
    made(key, shown.head(0))
    made(key, shown)
    pd.testing.assert_frame_equal(shown, before)


# CSV


def test_a_csv_reads_back_with_pandas():
    read = pd.read_csv(made("csv"), comment="#", index_col="fact_id", parse_dates=["earliest"])
    assert list(read.columns) == list(MEANINGS)[1:]
    assert len(read) == 10
    assert read.at[VESSELS, "value"] == 135
    assert read.at[VESSELS, "earliest"] == pd.Timestamp(2023, 12, 3)


def test_a_csv_of_chosen_columns_keeps_the_key():
    lines = made("csv", columns=("country", "value")).getvalue().decode().splitlines()
    assert lines[:7] == [
        "# Sinograph facts",
        "# Philippines, all dates · 10 facts",
        "# Source: The New American, 5 Dec 2023, paragraphs 29 to 37",
        "# data abc1234, exported 2026-11-24",
        f"# {LINK}",
        "fact_id,country,value",
        "tna-20231205-26,Philippines,100.0",
    ]


# Excel


def test_a_workbook_holds_typed_cells():
    sheet = load_workbook(made("xlsx"))["Facts"]
    names = [cell.value for cell in sheet[1]]
    assert names == list(MEANINGS)
    row = {cell.value: cell for cell in sheet["A"]}[VESSELS].row
    cells = dict(zip(names, sheet[row], strict=True))
    assert sheet.max_row == 11
    assert (cells["value"].value, cells["value"].data_type) == (135, "n")
    assert (cells["approximate"].value, cells["approximate"].data_type) == (True, "b")
    assert (cells["earliest"].value, cells["earliest"].data_type) == (datetime(2023, 12, 3), "d")
    assert cells["earliest"].number_format == "yyyy-mm-dd"
    assert cells["reach_first"].value == datetime(2023, 12, 2)
    assert cells["upper"].value is None  # more than 135: open
    assert cells["figure"].value == ">135"


def test_a_workbook_opens_on_a_table_ready_to_filter():
    book = load_workbook(made("xlsx", columns=("country", "summary", "value")))
    sheet = book["Facts"]
    assert book.active is sheet
    assert book.sheetnames == ["Facts", "About"]
    assert all(cell.font.bold for cell in sheet[1])
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:D11")
    widths = {name: sheet.column_dimensions[name].width for name in "ABCD"}
    # 15 and 11 signs and a margin of 2; the cap; the name and its button.
    assert widths == {"A": 17, "B": 13, "C": 60, "D": 9}


@pytest.mark.parametrize("text", ["=1+1", "+5%", "-", "@SUM(A1)", "#N/A", "=HYPERLINK(1)", "TRUE"])
def test_text_in_a_workbook_is_never_a_formula(text):
    file = made("xlsx", written(summary=text), columns=("summary",))
    cell = load_workbook(file)["Facts"]["B2"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix == (text[0] in "=+-@")


def test_a_workbook_takes_what_excel_cannot_hold():
    early = written(note="a\x07b", earliest=pd.Timestamp(1871, 5, 10))
    sheet = load_workbook(made("xlsx", early, columns=("note", "earliest")))["Facts"]
    assert (sheet["B2"].value, sheet["C2"].value) == ("a b", "1871-05-10")


def test_a_workbook_explains_itself():
    rows = [*load_workbook(made("xlsx"))["About"].iter_rows(values_only=True)]
    told = {row[0]: row[1] for row in rows}
    assert told["Title"] == "Sinograph: Facts"
    assert told["Facts"] == 10
    assert told["Exported"] == datetime(2026, 11, 24)
    assert told["Citation"].startswith("Sinograph. Facts: Philippines, all dates. 10 facts")
    start = rows.index(("Column", "Meaning", "Type"))
    assert {row[0]: row[1] for row in rows[start + 1 :]} == dict(MEANINGS)
    assert rows[start + 1][2] == "string"


# JSON


def test_json_holds_the_facts_and_what_they_mean():
    read = json.load(made("json"))
    assert list(read) == [
        "title",
        "selection",
        "link",
        "revision",
        "exported",
        "citation",
        "fields",
        "facts",
    ]
    assert (read["selection"], read["exported"]) == ("Philippines, all dates", "2026-11-24")
    assert [field["name"] for field in read["fields"]] == list(MEANINGS)
    by_id = {fact["fact_id"]: fact for fact in read["facts"]}
    fact = by_id[VESSELS]
    assert len(by_id) == 10
    assert (fact["value"], fact["earliest"], fact["upper"]) == (135, "2023-12-03", None)
    assert (fact["approximate"], fact["status"]) == (True, None)


def test_json_names_the_type_of_each_field():
    read = json.load(made("json", columns=("value", "earliest", "uncertain")))
    assert [(field["name"], field["type"]) for field in read["fields"]] == [
        ("fact_id", "string"),
        ("value", "number"),
        ("earliest", "date"),
        ("uncertain", "boolean"),
    ]
    assert read["fields"][1]["description"] == "The figure as a number."


def test_json_is_strict():
    """Neither NaN nor Infinity, which no other language reads."""

    def refuse(word):
        raise AssertionError(word)

    json.load(made("json", facts.load()), parse_constant=refuse)


# Data package


@pytest.mark.parametrize("columns", [tuple(MEANINGS), ("value", "kind"), ("source",)])
@pytest.mark.parametrize("whole", [True, False])
def test_a_data_package_is_valid(tmp_path, columns, whole):
    file = made("zip", facts.load() if whole else None, columns=columns)
    folder = unpacked(file, tmp_path)
    report = frictionless.validate(str(folder / "datapackage.json"), type="package")
    assert report.valid, report.flatten(["type", "message"])
    assert [task.name for task in report.tasks] == ["facts", "sources"]


def test_a_data_package_reads_back_typed(tmp_path):
    folder = unpacked(made("zip"), tmp_path)
    read = frictionless.Package(str(folder / "datapackage.json"))
    rows = {row["fact_id"]: row for row in read.get_resource("facts").read_rows()}
    assert len(rows) == 10
    assert rows[VESSELS]["value"] == 135
    assert rows[VESSELS]["earliest"] == date(2023, 12, 3)
    assert rows[VESSELS]["upper"] is None
    assert rows[VESSELS]["approximate"] is True
    (source,) = read.get_resource("sources").read_rows()
    assert (source["source"], source["paragraphs"]) == ("tna-20231205", 37)


def test_a_data_package_describes_its_facts():
    told = json.loads(zipfile.ZipFile(made("zip")).read("datapackage.json"))
    schema = told["resources"][0]["schema"]
    by_name = {field["name"]: field for field in schema["fields"]}
    assert told["profile"] == "tabular-data-package"
    assert told["selection"] == "Philippines, all dates"
    assert told["revision"] == "abc1234"
    assert told["sources"][0]["title"].endswith("(The New American, 2023-12-05)")
    assert told["licenses"][0]["name"] == "MIT"
    assert (schema["primaryKey"], schema["missingValues"]) == ("fact_id", [""])
    assert {name: field["description"] for name, field in by_name.items()} == dict(MEANINGS)
    assert by_name["side"]["constraints"] == {
        "required": True,
        "enum": ["china", "partner", "third_party", "independent"],
    }
    assert by_name["status"]["constraints"]["enum"][0] == "pledged"


def test_a_data_package_refuses_a_word_that_is_not_allowed(tmp_path):
    """The rules that it carries do hold: with a wrong word it is not valid."""
    folder = unpacked(made("zip"), tmp_path)
    table = folder / "facts.csv"
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace("Guard,partner,", "Guard,nobody,", 1), encoding="utf-8")
    report = frictionless.validate(str(folder / "datapackage.json"), type="package")
    assert report.flatten(["type", "fieldName"]) == [["constraint-error", "side"]]


def test_a_data_package_begins_with_its_header_and_guards_text():
    file = made("zip", written(summary="=1+1"), columns=("summary",))
    text = zipfile.ZipFile(file).read("facts.csv").decode()
    assert list(csv.reader(text.splitlines())) == [
        ["fact_id", "summary"],
        ["tna-20231205-01", "'=1+1"],
    ]


def test_the_same_facts_on_the_same_day_are_the_same_bytes():
    assert made("zip").getvalue() == made("zip").getvalue()
