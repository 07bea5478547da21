"""The figures that a reader wants first, each as it was reported."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data import quantities, totals
from data.kinds import AID
from data.marks import holds
from data.questions.aid import CURRENCY, in_kind
from data.questions.diplomacy import engagements, made

_COUNTED = ("visit_exchange", "vessel_count", "trade_rank", *AID)
_READ = (
    "fact_id",
    "kind",
    "subkind",
    "country",
    "place_name",
    "status",
    "date_role",
    "date_words",
    "earliest",
    "latest",
    "value",
    "lower",
    "upper",
    "unit",
    "qualifier",
    "figure",
    "engagement",
    "part_of",
)


@dataclass(frozen=True, eq=False)
class Headline:
    """One figure: ``label`` says what it is, ``figure`` is its short form, ``noun`` what it counts.

    ``told`` holds the facts that headlines are made from, ``rows`` the positions of those
    behind this one. ``where`` is the column that says where they lie, ``whose`` goes before it.
    """

    label: str
    figure: str
    noun: str
    told: pd.DataFrame
    rows: np.ndarray
    where: str = "country"
    whose: str = ""

    @property
    def facts(self) -> tuple[str, ...]:
        """The ids of the facts behind the figure."""
        return tuple(self.told["fact_id"].array[self.rows])

    @property
    def short_label(self) -> str:
        """The figure with its noun, for a label on a map: ">135 vessels"."""
        return f"{self.figure} {self.noun}"

    @property
    def context(self) -> str:
        """Where and when, in words: "Julian Felipe Reef, about 3 December 2023"."""
        places, countries, dates = (
            self.told[name].array[self.rows] for name in (self.where, "country", "date_words")
        )
        told = zip(places, countries, strict=True)
        names = dict.fromkeys(place or country or "many countries" for place, country in told)
        when = set(dates)
        said = when.pop() if len(when) == 1 else _span(self.told.iloc[self.rows])
        return f"{self.whose} {', '.join(list(names)[:3])}, {said}".strip()


def headlines(facts: pd.DataFrame) -> list[Headline]:
    """Return the main figures of the facts; a figure that nothing is known of is left out.

    Visits, two-way visits, aid pledged in US dollars, goods delivered, the highest vessel
    count, the best trade rank, in this order.
    """
    told = facts.loc[_telling(facts), list(_READ)]
    one_group = np.zeros(len(told), dtype=int)
    return [headline for make in _MAKERS for _, headline in make(told, one_group)]


def main_figures(facts: pd.DataFrame, by: np.ndarray) -> dict[Hashable, str]:
    """Return the first headline of each group of facts that has one, as a short label.

    ``by`` names the group of each fact; a fact whose group is "" is passed over.
    """
    telling = _telling(facts) & (by != "")
    told = facts.loc[telling, list(_READ)]
    groups, names = pd.factorize(by[telling])
    found: dict[Hashable, str] = {}
    for make in _MAKERS:
        for group, headline in make(told, groups):
            found[names[group]] = headline.short_label
            groups = np.where(groups == group, -1, groups)
    return found


def _telling(facts: pd.DataFrame) -> np.ndarray:
    counted = holds(facts["kind"], *_COUNTED) & facts["value"].notna().to_numpy()
    return counted | holds(facts["kind"], "visit")


def _each(chosen: np.ndarray, groups: np.ndarray) -> Iterator[tuple[int, np.ndarray]]:
    """Yield each group of the chosen facts with their positions; -1 is no group."""
    rows = np.flatnonzero(chosen & (groups >= 0))
    rows = rows[np.argsort(groups[rows], kind="stable")]
    starts = np.flatnonzero(np.diff(groups[rows])) + 1
    for part in np.split(rows, starts):
        if len(part):
            yield int(groups[part[0]]), part


Made = Iterator[tuple[int, Headline]]


def _visits(told: pd.DataFrame, groups: np.ndarray) -> Made:
    things = engagements(told)
    for group, rows in _each(made(told), groups):
        number = len(set(things[rows]))
        noun = "visit" if number == 1 else "visits"
        yield (
            group,
            Headline(f"Leaders' {noun}", quantities.number(number), noun, told, rows),
        )


def _exchanges(told: pd.DataFrame, groups: np.ndarray) -> Made:
    counts = holds(told["kind"], "visit_exchange") & holds(told["subkind"], "two-way visits")
    for group, rows in _each(counts, groups):
        figure, row = _first(told, rows, np.argmax)
        yield group, Headline("Two-way visits", figure, "visits", told, row)


def _pledged(told: pd.DataFrame, groups: np.ndarray) -> Made:
    money = holds(told["kind"], *AID) & holds(told["unit"], CURRENCY)
    for group, rows in _each(money & holds(told["status"], "pledged"), groups):
        pledges = told[totals.READ].iloc[rows]
        total = totals.total(pledges, unit=CURRENCY, status="pledged")
        counted = rows[pledges["fact_id"].isin(total.facts)]
        yield group, Headline("Aid pledged", total.short, "pledged", told, counted)


def _delivered(told: pd.DataFrame, groups: np.ndarray) -> Made:
    for group, rows in _each(in_kind(told) & holds(told["status"], "delivered"), groups):
        goods = told[totals.READ].iloc[rows]
        most = max(totals.by_unit(goods), key=lambda total: total.value)
        noun = quantities.unit_in_words(most.unit, status="delivered")
        counted = rows[goods["fact_id"].isin(most.facts)]
        yield group, Headline(noun.capitalize(), most.short, noun, told, counted)


def _vessels(told: pd.DataFrame, groups: np.ndarray) -> Made:
    for group, rows in _each(holds(told["kind"], "vessel_count"), groups):
        figure, row = _first(told, rows, np.argmax)
        yield group, Headline("Chinese vessels", figure, "vessels", told, row, "place_name")


def _ranks(told: pd.DataFrame, groups: np.ndarray) -> Made:
    ranks = holds(told["kind"], "trade_rank") & holds(told["subkind"], "total trade")
    for group, rows in _each(ranks, groups):
        figure, row = _first(told, rows, np.argmin)
        of_china = told["unit"].array[row[0]] == "rank of China"
        whose = "China among the partners of" if of_china else "Among China's partners:"
        yield group, Headline("Trade rank", figure, "in trade", told, row, whose=whose)


_MAKERS = (_visits, _exchanges, _pledged, _delivered, _vessels, _ranks)


def _first(
    told: pd.DataFrame, rows: np.ndarray, which: Callable[[np.ndarray], np.intp]
) -> tuple[str, np.ndarray]:
    """Return the figure and the position of the highest or lowest of these facts."""
    row = rows[which(told["value"].to_numpy()[rows])]
    return str(told["figure"].array[row]), np.array([row])


def _span(chosen: pd.DataFrame) -> str:
    first, last = chosen["earliest"].min(), chosen["latest"].max()
    if pd.isna(first) or pd.isna(last):
        return "several dates"
    return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
