"""Patterns: how triggers are written down."""

import re

_EDGE = r"(?:(?<!\w)|(?!\w))"
"""No word is cut here: a pattern may begin or end with a blank or a comma."""


def words(pattern: str) -> re.Pattern[str]:
    """Compile a pattern of whole words in any case; a blank in it stands for any run of blanks."""
    return re.compile(rf"{_EDGE}(?:{_loose(pattern)}){_EDGE}", re.IGNORECASE)


def exact(pattern: str) -> re.Pattern[str]:
    """Compile a pattern whose capitals matter; a blank in it stands for any run of blanks."""
    return re.compile(_loose(pattern))


def _loose(pattern: str) -> str:
    plain = re.sub(r"\s+", " ", pattern)
    plain = plain.replace("[ -]", r"(?:\s+|-)").replace(" ?", r"\s*")
    return plain.replace(" ", r"\s+")
