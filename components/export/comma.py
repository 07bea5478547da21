"""Tables as CSV: a chart's figures and the facts of a selection."""

import csv
import io

import pandas as pd

from components.export.package import Package

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(frame: pd.DataFrame, *, header_lines: tuple[str, ...] = ()) -> str:
    """Return ``frame`` as CSV under ``header_lines``, each a comment line that starts with "# ".

    A text cell or a column name that a spreadsheet would take for a formula gets a leading
    apostrophe (https://owasp.org/www-community/attacks/CSV_Injection); numbers stay numbers.
    Missing values are empty, days are like 2023-12-05. Lines end in a bare line feed.
    """
    out = io.StringIO()
    out.writelines(f"# {' '.join(line.split())}\n" for line in header_lines)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_guarded(str(column)) for column in frame.columns)
    columns = [frame[column].tolist() for column in frame]
    writer.writerows(map(_written, row) for row in zip(*columns, strict=True))
    return out.getvalue()


def csv_file(package: Package) -> bytes:
    """Return the facts as CSV under comment lines that say what they are."""
    cited = package.citation
    header = (
        f"Sinograph {cited.title.lower()}",
        f"{cited.selection} · {cited.counted}",
        cited.sources,
        f"data {cited.revision}, exported {cited.accessed}",
        cited.link,
    )
    return csv_text(package.table, header_lines=tuple(filter(None, header))).encode()


def _written(value: object) -> object:
    if value is None or value is pd.NA or value != value:
        return ""
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat() if value == value.normalize() else value.isoformat()
    return _guarded(value)


def _guarded(value: object) -> object:
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value
