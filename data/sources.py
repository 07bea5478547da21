"""Where facts come from: publishers, dates, and how many paragraphs a source has."""

import itertools
import re
import unicodedata
from functools import lru_cache
from pathlib import Path

import pandas as pd

from data.database import state
from data.kept import kept
from data.marks import holds
from data.reading import InvalidFacts, Problem, read_text
from data.schema import SOURCE_COLUMNS

PATH = Path(__file__).parent / "collection" / "sources.csv"
COLUMNS = SOURCE_COLUMNS
_KEY = r"[a-z0-9]+(?:-[a-z0-9]+)*"

CITED = 4
"""How many sources a citation names."""


def table() -> pd.DataFrame:
    """Return the sources, the founding ones and those that users added, indexed by their key.

    Columns: ``title, publisher, author, url, language, syndicated_from, note`` (text, "" where
    not known), ``published`` (day), ``paragraphs`` (their number). Raises `InvalidFacts` where
    they are not sound. Read anew when the file or the database changes.
    """
    return known(state.stamp())


def known(at: state.Stamp | None) -> pd.DataFrame:
    """Return `table` as it was in a state of the database; None is the founding collection."""
    return _read(PATH, PATH.stat().st_mtime_ns, at).copy(deep=False)


def written(at: state.Stamp | None) -> pd.DataFrame:
    """Return the sources as they are typed, every cell text, the key in ``source``."""
    return _written(PATH, PATH.stat().st_mtime_ns, at).copy(deep=False)


@lru_cache(maxsize=8)
def _written(path: Path, changed: int, at: state.Stamp | None) -> pd.DataFrame:
    return state.merged(read_text(path, list(COLUMNS)), "source", at)


@lru_cache(maxsize=8)
def _read(path: Path, changed: int, at: state.Stamp | None = None) -> pd.DataFrame:
    sources = _written(path, changed, at)
    found = problems(sources, file=path.name)
    if found:
        raise InvalidFacts(found)
    published = pd.to_datetime(sources["published"], format="%Y-%m-%d").astype("datetime64[us]")
    typed = sources.assign(published=published, paragraphs=sources["paragraphs"].astype("int64"))
    return typed.set_index("source")


def problems(sources: pd.DataFrame, *, file: str) -> list[Problem]:
    """Return every finding in sources as they are typed; an empty list is a sound table."""
    days = pd.to_datetime(sources["published"], format="%Y-%m-%d", errors="coerce")
    origin = sources["syndicated_from"]
    rules = (
        ("source", sources["source"].str.fullmatch(_KEY), "must be like tna-20231205"),
        ("source", ~sources["source"].duplicated(), "must be unique"),
        ("title", sources["title"].ne(""), "must be filled"),
        ("publisher", sources["publisher"].ne(""), "must be filled"),
        ("published", days.notna(), "must be a day like 2023-12-05"),
        (
            "paragraphs",
            sources["paragraphs"].str.fullmatch(r"[1-9]\d*"),
            "must be a whole number from 1",
        ),
        (
            "syndicated_from",
            origin.eq("") | origin.isin(sources["source"]) & origin.ne(sources["source"]),
            "must be the key of another source, or empty",
        ),
        (
            "syndicated_from",
            sources["source"].map(_origins(sources)).ne(""),
            "makes a circle; a text was printed first somewhere",
        ),
    )
    return [
        Problem(file, index + 2, column, sources.at[index, column], rule)
        for column, good, rule in rules
        for index in sources.index[~good]
    ]


def new_key(publisher: str, published: str) -> str:
    """Propose a key that no source ever had: ``tna-20231205`` for The New American of that day."""
    plain = unicodedata.normalize("NFKD", publisher).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain) or ["source"]
    short = "".join(word[0] for word in words) if len(words) > 1 else words[0]
    key = "-".join(filter(None, [short, re.sub(r"\D", "", published)]))
    at = state.stamp()
    used = {*written(None)["source"], *state.latest("source", at).index}
    others = (f"{key}-{number}" for number in itertools.count(2))
    return next(one for one in itertools.chain([key], others) if one not in used)


def origins(facts: pd.DataFrame) -> int:
    """Count the independent origins of facts: printings of one text are one. Reads ``source``."""
    of = _origins(table().reset_index())
    return len({of.get(source, source) for source in facts["source"].unique()})


def _origins(sources: pd.DataFrame) -> dict[str, str]:
    """Return where the words of each source were printed first, "" where that goes in a circle."""
    printed = dict(zip(sources["source"], sources["syndicated_from"], strict=True))
    found = {}
    for source in printed:
        way = [source]
        while (above := printed.get(way[-1], "")) and above not in way:
            way.append(above)
        found[source] = "" if above else way[-1]
    return found


@kept
def citation(facts: pd.DataFrame) -> str:
    """Say where facts come from: "Source: The New American, 5 Dec 2023, paragraphs 29 and 32".

    Reads ``source, publisher, published, paragraph``; "" for no facts. Of very many sources
    it names the first `CITED` and counts the rest.
    """
    keys = sorted(facts["source"].unique())
    told = []
    for key in keys[:CITED]:
        rows = holds(facts["source"], key).nonzero()[0]
        cells = facts["paragraph"].array[rows].unique()
        numbers = sorted({int(number) for cell in cells for number in cell.split(";")})
        *most, last = _runs(numbers)
        listed = f"{', '.join(most)} and {last}" if most else last
        publisher, day = (facts[name].array[rows[0]] for name in ("publisher", "published"))
        told.append(
            f"{publisher}, {day.day} {day:%b %Y}, paragraph{'s' * (len(numbers) > 1)} {listed}"
        )
    if len(keys) > CITED:
        told.append(f"and {len(keys) - CITED:,} more")
    return f"Source{'s' if len(told) > 1 else ''}: {'; '.join(told)}" if told else ""


def _runs(numbers: list[int]) -> list[str]:
    """Return sorted numbers with runs of three or more as "1 to 7"."""
    runs: list[list[int]] = []
    for n in numbers:
        if runs and n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    return [
        text
        for run in runs
        for text in ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else map(str, run))
    ]
