"""The kinds of files that facts leave in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from components.export.comma import csv_file
from components.export.data_package import data_package_file
from components.export.json_text import json_file
from components.export.package import Package


@dataclass(frozen=True)
class Format:
    """A kind of file: its ``label``, what it is good for, its name, type and maker."""

    label: str
    meaning: str
    file: str
    mime: str
    make: Callable[[Package], bytes]


def _xlsx(package: Package) -> bytes:
    """Load the library for workbooks, which takes 0.2 s, only for those who want one."""
    from components.export.workbook import xlsx_file

    return xlsx_file(package)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "csv": Format(
            "CSV",
            "One plain table under comment lines (#) that say what it is.",
            "sinograph-facts.csv",
            "text/csv",
            csv_file,
        ),
        "xlsx": Format(
            "Excel",
            "A workbook with real dates and numbers, and a sheet that explains each column.",
            "sinograph-facts.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            _xlsx,
        ),
        "json": Format(
            "JSON",
            "For programs: the facts and what each field means in one object.",
            "sinograph-facts.json",
            "application/json",
            json_file,
        ),
        "zip": Format(
            "Data package",
            "For archives: CSV with types, allowed words and sources in datapackage.json "
            "(Frictionless), as ZIP.",
            "sinograph-facts.zip",
            "application/zip",
            data_package_file,
        ),
    }
)
"""Key -> format, the plainest first."""
