"""The facts as a Frictionless data package: CSV files with a machine-readable description.

The rules are those of https://specs.frictionlessdata.io/tabular-data-package/.
"""

import io
import json
import zipfile
from typing import Any

import pandas as pd

from components.export.comma import csv_text
from components.export.package import Field, Package, kind_of
from data import sources
from data.schema import REQUIRED, VOCABULARIES

_LICENCE = {"name": "MIT", "title": "MIT License", "path": "https://opensource.org/license/mit"}
_GUARD = (
    "A text that a spreadsheet would take for a formula has an apostrophe before it."  # `csv_text`
)


def data_package_file(package: Package) -> bytes:
    """Return a ZIP of ``datapackage.json``, ``facts.csv`` and ``sources.csv``."""
    cited = sources.table().reset_index()
    cited = cited[cited["source"].isin(package.facts["source"])]
    files = {
        "datapackage.json": json.dumps(_description(package, cited), ensure_ascii=False, indent=2),
        "facts.csv": csv_text(package.table),
        "sources.csv": csv_text(cited),
    }
    out = io.BytesIO()
    day = package.citation.accessed
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():  # the same facts on the same day are the same bytes
            info = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            archive.writestr(info, text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _description(package: Package, cited: pd.DataFrame) -> dict[str, Any]:
    citation = package.citation
    return {
        "profile": "tabular-data-package",
        "name": "sinograph-facts",
        "title": f"Sinograph: {citation.heading}",
        "description": f"{citation.counted}. {_GUARD}",
        "selection": citation.selection,
        "link": citation.link,
        "revision": citation.revision,
        "exported": citation.accessed.isoformat(),
        "citation": citation.text,
        "licenses": [_LICENCE],
        "sources": [_source(row) for row in cited.to_dict("records")],
        "resources": [
            _resource("facts", _facts_schema(package)),
            _resource("sources", _sources_schema(cited)),
        ],
    }


def _source(row: dict[str, Any]) -> dict[str, str]:
    told = {"title": f"{row['title']} ({row['publisher']}, {row['published']:%Y-%m-%d})"}
    return told | ({"path": row["url"]} if row["url"] else {})


def _resource(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _facts_schema(package: Package) -> dict[str, Any]:
    fields = package.fields
    schema: dict[str, Any] = {
        "fields": [_field(field) for field in fields],
        "missingValues": [""],
        "primaryKey": "fact_id",
    }
    if any(field.name == "source" for field in fields):
        reference = {"resource": "sources", "fields": "source"}
        schema["foreignKeys"] = [{"fields": "source", "reference": reference}]
    return schema


def _field(field: Field) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if field.name in REQUIRED else {}
    if field.name == "fact_id":
        constraints["unique"] = True
    if field.name in VOCABULARIES:
        constraints["enum"] = list(VOCABULARIES[field.name])
    told = {"name": field.name, "type": field.type, "description": field.description}
    return told | ({"constraints": constraints} if constraints else {})


def _sources_schema(cited: pd.DataFrame) -> dict[str, Any]:
    return {
        "fields": [{"name": name, "type": kind_of(cited[name])} for name in cited],
        "missingValues": [""],
        "primaryKey": "source",
    }
