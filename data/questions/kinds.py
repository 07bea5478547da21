"""What a page is about, and what a reader looks for."""

from collections.abc import Callable
from functools import cache

import pandas as pd

SEARCHED = (
    *("summary", "figure_words", "value_text", "actor", "attributed_to"),
    *("country", "place_name", "note"),
)
"""Where a search looks for words."""


def mentions(facts: pd.DataFrame, text: str) -> pd.Series:
    """Mark the facts that hold ``text`` in one of the columns `SEARCHED`, in any case."""
    found = pd.Series(False, index=facts.index)
    for column in SEARCHED:
        found |= facts[column].str.contains(text, case=False, regex=False).astype(bool)
    return found


@cache
def of_kinds(kinds: tuple[str, ...]) -> Callable[[pd.DataFrame], pd.DataFrame]:
    """Return a question that leaves only the facts of these kinds. Reads ``kind``."""
    return lambda facts: facts[facts["kind"].isin(kinds)]
