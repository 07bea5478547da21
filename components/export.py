"""Files that leave the dashboard as text."""

import pandas as pd

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(frame: pd.DataFrame, *, header_lines: tuple[str, ...] = ()) -> str:
    """Return ``frame`` as CSV under ``header_lines``, each a comment line that starts with "# ".

    A text cell or a column name that a spreadsheet would take for a formula gets a leading
    apostrophe (https://owasp.org/www-community/attacks/CSV_Injection); numbers stay numbers.
    Missing values are empty. Lines end in a bare line feed.
    """
    comments = "".join(f"# {' '.join(line.split())}\n" for line in header_lines)
    guarded = frame.astype(object).map(_guarded)
    guarded.columns = [_guarded(str(column)) for column in frame.columns]
    return comments + guarded.to_csv(index=False, lineterminator="\n")


def _guarded(value: object) -> object:
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value
