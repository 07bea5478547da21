"""The facts leave in every format, as a reader clicks for them."""

import json
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook

from components.export import FORMATS

pytestmark = pytest.mark.browser

APP = Path(__file__).parent.parent / "dashboard" / "app.py"


def ids(file: Path) -> list[str]:
    """Read the ids of the facts with what readers of such a file use."""
    if file.suffix == ".csv":
        return pd.read_csv(file, comment="#")["fact_id"].to_list()
    if file.suffix == ".xlsx":
        return [cell.value for cell in load_workbook(file)["Facts"]["A"][1:]]
    if file.suffix == ".json":
        return [fact["fact_id"] for fact in json.loads(file.read_text("utf-8"))["facts"]]
    with zipfile.ZipFile(file) as opened, opened.open("facts.csv") as table:
        return pd.read_csv(table)["fact_id"].to_list()


def test_the_facts_of_a_selection_leave_in_every_format(page, serve, settled, tmp_path):
    page.goto(f"{serve(APP)}/facts?country=Philippines")
    button = page.get_by_role("button", name="Download 10 facts")
    for kind in FORMATS.values():
        page.get_by_test_id("stRadio").get_by_text(kind.label, exact=True).click()
        page.get_by_text(kind.meaning).wait_for()
        settled(page)
        with page.expect_download() as download:
            button.click()
        file = tmp_path / download.value.suggested_filename
        download.value.save_as(file)
        assert ids(file) == [f"tna-20231205-{n}" for n in range(26, 36)]
    assert len([*tmp_path.iterdir()]) == 4
