"""Files that leave the dashboard as text."""

import csv
import io

import pandas as pd

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
