"""Files that leave the dashboard: charts as CSV, facts as CSV, Excel, JSON and data package."""

from components.export.comma import csv_text
from components.export.formats import FORMATS, Format
from components.export.package import MEANINGS, Package

__all__ = ["FORMATS", "MEANINGS", "Format", "Package", "csv_text"]
