"""What a page is about."""

from collections.abc import Callable

import pandas as pd


def of_kinds(kinds: tuple[str, ...]) -> Callable[[pd.DataFrame], pd.DataFrame]:
    """Return a question that leaves only the facts of these kinds. Reads ``kind``."""
    return lambda facts: facts[facts["kind"].isin(kinds)]
