"""The figures that a reader wants first, each as it was reported."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from data import quantities, totals
from data.kept import kept
from data.kinds import AID
from data.marks import holds
from data.questions.aid import CURRENCY, in_kind
from data.questions.bins import IDS
from data.questions.diplomacy import engagements, made


@dataclass(frozen=True, eq=False)
class Headline:
    """One figure: ``label`` says what it is, ``figure`` is its short form, ``noun`` what it counts.

    ``asked`` holds the facts that it was asked of, ``rows`` the positions of those behind it.
    ``where`` is the column that says where they lie, ``whose`` goes before it.
    """

    label: str
    figure: str
    noun: str
    asked: pd.DataFrame
    rows: np.ndarray
    where: str = "country"
    whose: str = ""

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """The ids of the facts behind the figure, at most `IDS`."""
        return tuple(self.asked["fact_id"].array[self.rows[:IDS]].tolist())

    @property
    def short_label(self) -> str:
        """The figure with its noun, for a label on a map: ">135 vessels"."""
        return f"{self.figure} {self.noun}"

    @cached_property
    def context(self) -> str:
        """Where and when, in words: "Julian Felipe Reef, about 3 December 2023"."""
        names = self._different(self.where) or self._different("country") or ["many countries"]
        when = self._different("date_words")
        said = when[0] if len(when) == 1 else self._span()
        return f"{self.whose} {', '.join(names[:3])}, {said}".strip()

    def _different(self, column: str) -> list[str]:
        cells: Iterable[str] = self.asked[column].array[self.rows].unique()
        return [cell for cell in cells if cell]

    def _span(self) -> str:
        """Return the years in which the facts lie."""
        first = self.asked["earliest"].array[self.rows].min()
        last = self.asked["latest"].array[self.rows].max()
        if pd.isna(first) or pd.isna(last):
            return "several dates"
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"


@kept
def headlines(facts: pd.DataFrame) -> list[Headline]:
    """Return the main figures of the facts; a figure that nothing is known of is left out.

    Visits, two-way visits, aid pledged in US dollars, goods delivered, the highest vessel
    count, the best trade rank, in this order.
    """
    one_group = np.zeros(len(facts), dtype=int)
    return [headline for make in _MAKERS for _, headline in make(facts, one_group)]


def main_figures(facts: pd.DataFrame, groups: np.ndarray) -> dict[int, str]:
    """Return the first headline of each group of facts that has one, as a short label.

    ``groups`` numbers the group of each fact; a fact whose group is -1 is passed over.
    """
    found: dict[int, str] = {}
    for make in _MAKERS:
        made = {group: headline.short_label for group, headline in make(facts, groups)}
        if made:
            wanted = np.append(np.arange(groups.max() + 1), -1)  # group -1 finds the last
            wanted[list(made)] = -1
            groups = wanted[groups]
        found |= made
    return found


def _stated(facts: pd.DataFrame) -> np.ndarray:
    stated: np.ndarray = facts["value"].notna().to_numpy()
    return stated


def _each(chosen: np.ndarray, groups: np.ndarray) -> Iterator[tuple[int, np.ndarray]]:
    """Yield each group of the chosen facts with their positions; -1 is no group."""
    rows = np.flatnonzero(chosen & (groups >= 0))
    rows = rows[np.argsort(groups[rows], kind="stable")]
    starts = np.flatnonzero(np.diff(groups[rows])) + 1
    for part in np.split(rows, starts):
        if len(part):
            yield int(groups[part[0]]), part


Made = Iterator[tuple[int, Headline]]


def _visits(facts: pd.DataFrame, groups: np.ndarray) -> Made:
    for group, rows in _each(made(facts), groups):
        number = engagements(facts, rows)
        noun = "visit" if number == 1 else "visits"
        figure = quantities.number(number)
        yield group, Headline(f"Leaders' {noun}", figure, noun, facts, rows, whose="with")


def _exchanges(facts: pd.DataFrame, groups: np.ndarray) -> Made:
    counts = holds(facts["kind"], "visit_exchange") & holds(facts["subkind"], "two-way visits")
    for group, rows in _each(counts & _stated(facts), groups):
        figure, row = _first(facts, rows, np.argmax)
        yield group, Headline("Two-way visits", figure, "visits", facts, row, whose="with")


def _pledged(facts: pd.DataFrame, groups: np.ndarray) -> Made:
    money = holds(facts["kind"], *AID) & holds(facts["unit"], CURRENCY)
    pledged = money & holds(facts["status"], "pledged") & _stated(facts)
    if not pledged.any():
        return
    read = facts[totals.READ]
    for group, rows in _each(pledged, groups):
        total = totals.total(read.take(rows), unit=CURRENCY, status="pledged")
        behind = rows[total.rows]
        yield group, Headline("Aid pledged", total.short, "pledged", facts, behind)


def _delivered(facts: pd.DataFrame, groups: np.ndarray) -> Made:
    delivered = in_kind(facts) & holds(facts["status"], "delivered")
    if not delivered.any():
        return
    read = facts[totals.READ]
    for group, rows in _each(delivered, groups):
        most = max(totals.by_unit(read.take(rows)), key=lambda total: total.value)
        noun = quantities.unit_in_words(most.unit, status="delivered")
        behind = rows[most.rows]
        yield group, Headline(noun.capitalize(), most.short, noun, facts, behind)


def _vessels(facts: pd.DataFrame, groups: np.ndarray) -> Made:
    for group, rows in _each(holds(facts["kind"], "vessel_count") & _stated(facts), groups):
        figure, row = _first(facts, rows, np.argmax)
        yield group, Headline("Chinese vessels", figure, "vessels", facts, row, "place_name")


def _ranks(facts: pd.DataFrame, groups: np.ndarray) -> Made:
    ranks = holds(facts["kind"], "trade_rank") & holds(facts["subkind"], "total trade")
    for group, rows in _each(ranks & _stated(facts), groups):
        figure, row = _first(facts, rows, np.argmin)
        of_china = facts["unit"].array[row[0]] == "rank of China"
        whose = "China among the partners of" if of_china else "Among China's partners:"
        yield group, Headline("Trade rank", figure, "in trade", facts, row, whose=whose)


_MAKERS = (_visits, _exchanges, _pledged, _delivered, _vessels, _ranks)


def _first(
    facts: pd.DataFrame, rows: np.ndarray, which: Callable[[np.ndarray], np.intp]
) -> tuple[str, np.ndarray]:
    """Return the figure and the position of the highest or lowest of these facts."""
    row = rows[which(facts["value"].to_numpy()[rows])]
    return str(facts["figure"].array[row]), np.array([row])
