"""The facts as one typed frame. Works in a notebook: ``from data import facts; facts.load()``."""

import hashlib
from datetime import date
from functools import lru_cache
from pathlib import Path
from threading import Lock

import pandas as pd

from data import checks, countries, dates, places, quantities, reading, sources
from data.database import state
from data.schema import CATEGORIES, TYPED

PATH = Path(__file__).parent / "collection" / "facts.csv"

_READING = Lock()


def load(path: Path | None = None, *, as_known_on: date | None = None) -> pd.DataFrame:
    """Return the checked facts: the founding collection and what users added, newest last.

    With a ``path``, those of that file alone; with ``as_known_on``, what was known at the end
    of that day in UTC: later additions, corrections and withdrawals are left out. The founding
    collection was always known.

    The columns are those of `data.schema.TYPED` and `data.schema.DERIVED`: text is ``str``,
    or ``category`` where words come again (`data.schema.CATEGORIES`), with "" where nothing is
    said; ``value, lower, upper, lat, lon`` are floats (NaN: none, or
    open), ``earliest, latest, published`` days (NaT: open), ``uncertain, approximate`` bools.
    The frame is shared and cheap to get: change it only through copies. It is read anew
    when a file or the database changes. Raises `data.reading.InvalidFacts`, which names every
    problem, and `data.database.errors.StoreError` where the database cannot be read.
    """
    return _loaded(path, as_known_on)[0].copy(deep=False)


def shared() -> pd.DataFrame:
    """Return what `load` returns as one object, the same until something changes.

    For whoever keeps answers by it (`data.kept`); nobody may change it.
    """
    return _loaded(None)[0]


def check(path: Path | None = None) -> list[reading.Problem]:
    """Return every problem of a facts file; an empty list means that it is sound."""
    try:
        load(path)
    except reading.InvalidFacts as error:
        return error.problems
    return []


def revision(path: Path | None = None) -> str:
    """Return a short hash of what `load` returns: seven hex digits that change with any cell.

    Raises `data.reading.InvalidFacts` as `load` does.
    """
    return _loaded(path)[1]


def written(at: state.Stamp | None) -> pd.DataFrame:
    """Return the facts as they are typed in a state of the database, every cell text."""
    return _written(PATH.absolute(), _changed(PATH), at).copy(deep=False)


def _loaded(path: Path | None, as_known_on: date | None = None) -> tuple[pd.DataFrame, str]:
    file = path or PATH
    changed = tuple(map(_changed, (file, sources.PATH, places.PATH)))
    with _READING:  # whoever comes meanwhile waits for this reading, instead of one of their own
        return _load(file.absolute(), changed, state.stamp(as_known_on), path is None)


def _changed(path: Path) -> tuple[int, int]:
    if not path.exists():
        return 0, 0
    status = path.stat()
    return status.st_mtime_ns, status.st_size


@lru_cache(maxsize=8)
def _written(path: Path, changed: tuple[int, int], at: state.Stamp | None) -> pd.DataFrame:
    return state.merged(reading.read_text(path, list(TYPED)), "fact", at)


@lru_cache(maxsize=8)  # a few files; the states that they were in before need not be kept
def _load(
    path: Path, changed: tuple[tuple[int, int], ...], at: state.Stamp | None, whole: bool
) -> tuple[pd.DataFrame, str]:
    text = _written(path, changed[0], at if whole else None)
    keys = checks.Keys(frozenset(places.known(at).index), sources.known(at)["paragraphs"].to_dict())
    found = checks.problems(text, file=path.name, keys=keys)
    if found:
        raise reading.InvalidFacts(found)
    told = [text[list(TYPED)]]
    for subject in (sources, places):  # something is derived of what users corrected or added
        now = subject.written(at)
        told += [] if now.equals(subject.written(None)) else [now]
    revision = hashlib.sha256("".join(frame.to_csv(index=False) for frame in told).encode())
    return derive(text, at=at), revision.hexdigest()[:7]


def derive(text: pd.DataFrame, *, at: state.Stamp | None = None) -> pd.DataFrame:
    """Add the derived columns to sound facts whose cells are all text.

    Places and sources are those of the founding collection or of a state of the database.
    """
    facts = text.assign(value=pd.to_numeric(text["value"].replace("", None)).astype("float64"))
    facts = facts.join(_times(facts["date"])).join(_figures(facts))
    facts = facts.join(countries.table()[["name", "flag", "region", "subregion"]], on="partner")
    facts = facts.rename(columns={"name": "country"})
    located = places.known(at)[["name", "lat", "lon"]].rename(columns={"name": "place_name"})
    facts = facts.join(located, on="place")
    origin = sources.known(at)[["title", "publisher", "published"]]
    facts = facts.join(origin.rename(columns={"title": "source_title"}), on="source")
    names = ["country", "flag", "region", "subregion", "place_name"]
    facts = facts.assign(**{name: facts[name].fillna("").astype("str") for name in names})
    # One list of names for both, so that a part finds its whole by number.
    names = pd.concat([facts["engagement"], facts["part_of"], pd.Series([""], dtype="str")])
    engagements = pd.CategoricalDtype(names.drop_duplicates().sort_values())
    linked = dict.fromkeys(("engagement", "part_of"), engagements)
    return facts.astype(dict.fromkeys(CATEGORIES, "category") | linked)


def _times(written: pd.Series) -> pd.DataFrame:
    """Parse each distinct date once and spread it over the rows."""
    periods = {edtf: dates.parse(edtf) for edtf in written.unique()}
    columns = {
        "earliest": [p.earliest for p in periods.values()],
        "latest": [p.latest for p in periods.values()],
        "precision": [p.precision for p in periods.values()],
        "uncertain": [p.uncertain for p in periods.values()],
        "approximate": [p.approximate for p in periods.values()],
        "reach_first": [p.reach[0] for p in periods.values()],
        "reach_last": [p.reach[1] for p in periods.values()],
        "date_words": [dates.in_words(edtf) for edtf in periods],
    }
    known = pd.DataFrame(columns, index=pd.Index(periods, dtype="str"))
    days = ["earliest", "latest", "reach_first", "reach_last"]
    known[days] = known[days].astype("datetime64[us]")
    kept = {"precision": "str", "uncertain": bool, "approximate": bool, "date_words": "str"}
    return known.astype(kept).loc[written].set_axis(written.index)


def _figures(facts: pd.DataFrame) -> pd.DataFrame:
    figures = list(zip(facts["value"], facts["unit"], facts["qualifier"], strict=True))
    ends = [quantities.bounds(value, qualifier) for value, _, qualifier in figures]
    return pd.DataFrame(
        {
            "lower": [low for low, _ in ends],
            "upper": [high for _, high in ends],
            "figure": pd.Series(
                [quantities.short(*f) for f in figures], index=facts.index, dtype="str"
            ),
            "figure_words": pd.Series(
                [quantities.in_words(*f) for f in figures], index=facts.index, dtype="str"
            ),
        },
        index=facts.index,
    ).astype({"lower": "float64", "upper": "float64"})
