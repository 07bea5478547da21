"""Which cells hold which words, as plain arrays: fast for forty facts and for a million."""

import numpy as np
import pandas as pd


def holds(cells: pd.Series, *words: str) -> np.ndarray:
    """Mark the cells that hold one of the words, in the order of the cells."""
    marked = cells.array == words[0] if len(words) == 1 else cells.array.isin(words)
    return np.asarray(marked, dtype=bool)
