"""What the reader has narrowed the facts to: one value that filters, speaks and links."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from data import countries, places
from data.kept import kept
from data.kinds import KINDS
from data.vocabularies import SIDES

FIRST_DAY, LAST_DAY = date(1949, 1, 1), date(2099, 12, 31)
"""A period begins and ends between these days."""

LINK_KEYS = (
    "region",
    "subregion",
    "country",
    "place",
    "kind",
    "side",
    "from",
    "to",
    "sure",
)
"""The words of a link, in the order in which they are written."""


@dataclass(frozen=True)
class Selection:
    """Regions, subregions (M49 names), countries (ISO3), places, kinds, sides (keys), a period.

    An empty part does not narrow; the parts narrow together, the members of one part widen
    each other. ``start`` and ``end`` are days, None is open. With ``sure`` only the facts that
    certainly lie in the period stay.
    """

    regions: tuple[str, ...] = ()
    subregions: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    sure: bool = False

    def apply(self, facts: pd.DataFrame) -> pd.DataFrame:
        """Return the facts that the selection leaves.

        Reads ``region, subregion, partner, place, kind, side, reach_first, reach_last``. A fact
        is possibly in the period when its date, at the precision that was reported, overlaps
        it, and certainly when it lies wholly inside.
        """
        kept = pd.Series(True, index=facts.index)
        for column, chosen in self._columns():
            if chosen:
                kept &= facts[column].isin(chosen)
        if self.start:
            kept &= facts["reach_last"] >= pd.Timestamp(self.start)
        if self.end:
            kept &= facts["reach_first"] <= pd.Timestamp(self.end)
        if self.sure:
            kept &= self.certain(facts)
        return facts if kept.all() else facts[kept]

    @kept
    def certain(self, facts: pd.DataFrame) -> pd.Series:
        """Mark the facts that lie wholly in the period. Reads ``reach_first, reach_last``."""
        inside = pd.Series(True, index=facts.index)
        if self.start:
            inside &= facts["reach_first"] >= pd.Timestamp(self.start)
        if self.end:
            inside &= facts["reach_last"] <= pd.Timestamp(self.end)
        return inside

    def _columns(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return (
            ("region", self.regions),
            ("subregion", self.subregions),
            ("partner", self.countries),
            ("place", self.places),
            ("kind", self.kinds),
            ("side", self.sides),
        )

    @property
    def words(self) -> str:
        """The selection as a reader says it: "Eastern Europe, 28 Feb to 5 Dec 2023, visits"."""
        where = [_listed(map(countries.name, self.countries))]
        where += [_listed(self.subregions), _listed(self.regions)]
        parts = [
            " in ".join(filter(None, where)) or "All countries",
            _listed(map(places.whereabouts, self.places)),
            _period(self.start, self.end),
            _listed(KINDS[kind].label.lower() for kind in self.kinds),
            f"said by {_listed(map(_speaker, self.sides))}" if self.sides else "",
            ""
            if not self.sure or not (self.start or self.end)
            else "only what certainly lies in the period",
        ]
        return ", ".join(filter(None, parts))

    @property
    def link(self) -> dict[str, list[str]]:
        """The selection as the parameters of an address; what does not narrow is left out."""
        written = {
            "region": list(self.regions),
            "subregion": list(self.subregions),
            "country": [countries.name(code) for code in self.countries],
            "place": [places.names()[place] for place in self.places],
            "kind": [KINDS[kind].label for kind in self.kinds],
            "side": [SIDES[side] for side in self.sides],
            "from": [self.start.isoformat()] if self.start else [],
            "to": [self.end.isoformat()] if self.end else [],
            "sure": ["true"] if self.sure else [],
        }
        return {key: values for key, values in written.items() if values}

    @classmethod
    def from_link(cls, parameters: Mapping[str, Iterable[str]]) -> tuple["Selection", list[str]]:
        """Read the parameters of an address; return the selection and what was ignored, in words.

        Names are taken in any case, countries by name, alias or ISO code, places, kinds and
        sides by label or key. Parameters that are none of `LINK_KEYS` are left to others.
        """
        ignored: list[str] = []
        given = {key: [v for v in parameters.get(key, ()) if v] for key in LINK_KEYS}
        regions = _known(given["region"], countries.regions(), "region", ignored)
        subregions = _known(given["subregion"], countries.subregions(), "subregion", ignored)
        partners = _countries(given["country"], ignored)
        sites = _keyed(given["place"], places.names(), "place", ignored)
        kinds = _keyed(given["kind"], {k: kind.label for k, kind in KINDS.items()}, "kind", ignored)
        sides = _keyed(given["side"], SIDES, "side", ignored)
        start, end = (_day(given[key], key, ignored) for key in ("from", "to"))
        if start and end and start > end:
            ignored.append(f"the period from {start} to {end}, because it ends before it starts")
            start = end = None
        sure = _switch(given["sure"], ignored)
        chosen = cls(regions, subregions, partners, sites, kinds, sides, start, end, sure)
        return chosen, ignored

    def widenings(self, facts: pd.DataFrame) -> list[tuple[str, int]]:
        """Say for each part that narrows how many facts there would be without it, most first."""
        without = (
            ("the region", {"regions": ()}),
            ("the subregion", {"subregions": ()}),
            ("the country", {"countries": ()}),
            ("the place", {"places": ()}),
            ("the kind", {"kinds": ()}),
            ("the side", {"sides": ()}),
            ("the period", {"start": None, "end": None}),
            ("the wish for certain dates only", {"sure": False}),
        )
        counts = [
            (part, len(dataclasses.replace(self, **change).apply(facts)))
            for part, change in without
            if dataclasses.replace(self, **change) != self
        ]
        return sorted(((part, n) for part, n in counts if n), key=lambda pair: -pair[1])


def _known(
    given: list[str], options: Iterable[str], what: str, ignored: list[str]
) -> tuple[str, ...]:
    return _keyed(given, {option: option for option in options}, what, ignored)


def _keyed(
    given: list[str], labels: Mapping[str, str], what: str, ignored: list[str]
) -> tuple[str, ...]:
    by_word = {word.casefold(): key for key, label in labels.items() for word in (key, label)}
    ignored += [f"the unknown {what} “{text}”" for text in given if text.casefold() not in by_word]
    return _unique(by_word[text.casefold()] for text in given if text.casefold() in by_word)


def _countries(given: list[str], ignored: list[str]) -> tuple[str, ...]:
    found = []
    for text in given:
        try:
            found.append(countries.find(text))
        except countries.UnknownCountry:
            ignored.append(f"the unknown country “{text}”")
    return _unique(found)


def _day(given: list[str], key: str, ignored: list[str]) -> date | None:
    if not given:
        return None
    ignored += [f"the date “{key}={text}”, because there is one before it" for text in given[1:]]
    try:
        day = date.fromisoformat(given[0])
    except ValueError:
        ignored.append(f"the date “{key}={given[0]}”, which is not a day like 2023-12-04")
        return None
    if not FIRST_DAY <= day <= LAST_DAY:
        ignored.append(
            f"the date “{key}={given[0]}”, which does not lie from {FIRST_DAY} to {LAST_DAY}"
        )
        return None
    return day


def _switch(given: list[str], ignored: list[str]) -> bool:
    if not given:
        return False
    if given[0].casefold() not in ("true", "false"):
        ignored.append(f"“sure={given[0]}”, which is neither true nor false")
    return given[0].casefold() == "true"


def _speaker(side: str) -> str:
    label = SIDES[side]
    return label if side == "china" else label[0].lower() + label[1:]


def _unique(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))


def _listed(words: Iterable[str]) -> str:
    *most, last = [*words] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def _period(start: date | None, end: date | None) -> str:
    short: Callable[[date], str] = lambda day: f"{day.day} {day:%b}"  # noqa: E731
    if start and start == end:
        return f"{short(start)} {start.year}"
    if start and end:
        same_year = start.year == end.year
        return f"{short(start)}{'' if same_year else f' {start.year}'} to {short(end)} {end.year}"
    if start:
        return f"from {short(start)} {start.year} on"
    return f"until {short(end)} {end.year}" if end else "all dates"
