"""The facts as an Excel workbook: typed cells on one sheet, what they are on another."""

import io
import re
from collections.abc import Iterable, Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from components.export.package import Package

_NARROWEST, _WIDEST = 8, 60
"""Widths of a column, in characters."""

_FORMULA = ("=", "+", "-", "@")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""Characters that a workbook cannot hold."""

_FIRST_YEAR = 1900
"""Excel knows no earlier dates."""


def xlsx_file(package: Package) -> bytes:
    """Return the facts as an Excel workbook with the sheets "Facts" and "About".

    Numbers, truth values and days are cells of their types; a text stays text, also where it
    looks like a formula. A day before 1900, which Excel cannot hold, is text.
    """
    book = Workbook(write_only=True)
    _facts(book.create_sheet("Facts"), package)
    _about(book.create_sheet("About"), package)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _facts(sheet: WriteOnlyWorksheet, package: Package) -> None:
    rows = list(package.rows())
    names = [field.name for field in package.fields]
    sheet.freeze_panes = "B2"
    _widen(sheet, [_width(column) for column in zip(names, *rows, strict=True)])
    _write(sheet, [names], font=Font(bold=True))
    _write(sheet, rows)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(names))}{len(rows) + 1}"


def _about(sheet: WriteOnlyWorksheet, package: Package) -> None:
    cited = package.citation
    bold = Font(bold=True)
    told = (
        ("Selection", cited.selection),
        ("Facts", cited.count),
        ("Link", cited.link),
        ("Data revision", cited.revision),
        ("Citation", cited.text),
        ("Exported", cited.accessed),
    )
    _widen(sheet, [20, 100, 12])
    _write(sheet, [("Title", f"Sinograph: {cited.title}")], font=bold)
    _write(sheet, [*told, ()])
    _write(sheet, [("Column", "Meaning", "Type")], font=bold)
    _write(sheet, [(field.name, field.description, field.type) for field in package.fields])


def _widen(sheet: WriteOnlyWorksheet, widths: Sequence[int]) -> None:
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width


def _width(column: Iterable[object]) -> int:
    """Return a width in which a column's name, with its filter button, and its cells fit."""
    name, *cells = column
    longest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
    return min(max(longest + 2, len(str(name)) + 4, _NARROWEST), _WIDEST)


def _write(
    sheet: WriteOnlyWorksheet, rows: Iterable[Iterable[object]], *, font: Font | None = None
) -> None:
    for row in rows:
        sheet.append([_cell(sheet, value, font) for value in row])


def _cell(sheet: WriteOnlyWorksheet, value: object, font: Font | None) -> WriteOnlyCell:
    if isinstance(value, date) and value.year < _FIRST_YEAR:
        value = value.isoformat()
    if isinstance(value, str):
        cell = WriteOnlyCell(sheet, _FORBIDDEN.sub(" ", value))
        cell.data_type = "s"  # never "f" for a formula or "e" for an error such as #N/A
        cell.quotePrefix = value.startswith(_FORMULA)  # so it stays when somebody edits it
    else:
        cell = WriteOnlyCell(sheet, value)
    if isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    if font:
        cell.font = font
    return cell
