"""Leaders: heads of state and government and foreign ministers since about 2000, by surname."""

import csv
import re
import unicodedata
from functools import cache
from pathlib import Path

from data.drafting.gazetteer import CHINA, Mention

HERE = Path(__file__).parent
SURNAME_FIRST = frozenset({CHINA, "KOR", "PRK", "TWN", "VNM", "KHM"})

_SUFFIX = re.compile(r"(?:Jr|Sr)\.?,?|II|III|IV|[A-Z]\.")
"""What a full name has beside first name and surname."""
SHORT = 4
"""A surname of so few letters is often a word or somebody else's."""


def leader(name: str) -> tuple[str, str] | None:
    """Return the one known leader who can be meant: by whole name, or by surname alone."""
    parts = [part for part in plain(name).split() if not _SUFFIX.fullmatch(part)]
    if not parts:
        return None
    near = [
        (whole, iso3)
        for whole, iso3 in _leaders().get(parts[0] if len(parts) == 1 else parts[-1], ())
        if len(parts) == 1 or parts[0] == plain(whole).split()[0]
    ]
    if not near and len(parts) > 1:
        near = [
            (whole, iso3)
            for whole, iso3 in _leaders().get(parts[0], ())
            if iso3 in SURNAME_FIRST and plain(whole) == " ".join(parts)
        ]
    return near[0] if len({iso3 for _, iso3 in near}) == 1 else None


@cache
def _leaders() -> dict[str, list[tuple[str, str]]]:
    by_surname: dict[str, list[tuple[str, str]]] = {}
    with (HERE / "leaders.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            parts = plain(row["name"].removesuffix(" Jr.")).split()
            last = parts[-1].removeprefix("al-").removeprefix("el-")
            for part in {surname(parts, row["iso3"]), parts[-1], last}:
                if part == parts[-1] and row["iso3"] == CHINA:
                    continue
                by_surname.setdefault(part, []).append((row["name"], row["iso3"]))
    return by_surname


def surname(parts: list[str], iso3: str) -> str:
    """Return the part of a name by which somebody of a country is named again."""
    return parts[0] if iso3 in SURNAME_FIRST else parts[-1]


def leaders_of(named: set[str], known: dict[str, Mention]) -> dict[str, Mention]:
    """Map the surnames of leaders of the countries that a text names, where nobody else has it."""
    return {
        last: Mention(0, 0, "", iso3, "person", whole, True)
        for last, holders in _leaders().items()
        if len(last) > SHORT and len(holders) == 1 and last not in known
        for whole, iso3 in holders
        if iso3 in named and (last == plain(whole).split()[-1]) != (iso3 in SURNAME_FIRST)
    }


def plain(text: str) -> str:
    """Return a name without its accents."""
    letters = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
