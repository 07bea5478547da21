"""The facts as JSON: one object that says what it holds."""

import json
from dataclasses import asdict
from datetime import date

from components.export.package import Package


def json_file(package: Package) -> bytes:
    """Return the facts as JSON.

    The object has ``title, selection, link, revision, exported, citation, fields`` (name,
    type, description) and ``facts``: an object a fact, null for nothing, days like
    "2023-12-05".
    """
    fields = package.fields
    names = [field.name for field in fields]
    cited = package.citation
    whole = {
        "title": f"Sinograph: {cited.title}",
        "selection": cited.selection,
        "link": cited.link,
        "revision": cited.revision,
        "exported": cited.accessed.isoformat(),
        "citation": cited.text,
        "fields": [asdict(field) for field in fields],
        "facts": [dict(zip(names, map(_value, row), strict=True)) for row in package.rows()],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _value(cell: object) -> object:
    if isinstance(cell, date):
        return cell.isoformat()
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell
