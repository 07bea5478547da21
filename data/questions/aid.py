"""What was promised, what arrived, and what belongs to what."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from data import quantities, totals
from data.kinds import AID
from data.marks import as_text, holds
from data.totals import Total

CURRENCY = "USD"


@dataclass(frozen=True)
class Programme:
    """An engagement that has parts: its own facts, and each part's facts below it."""

    engagement: str
    facts: pd.DataFrame
    parts: "tuple[Programme, ...]"

    @property
    def countries(self) -> list[str]:
        """The countries of its facts and of those of its parts, in alphabetical order."""
        own = set(self.facts["country"]) - {""}
        return sorted(own.union(*(part.countries for part in self.parts)))


def _aid(facts: pd.DataFrame) -> pd.DataFrame:
    return facts[facts["kind"].isin(AID)]


def aid_total(facts: pd.DataFrame, *, status: str = "pledged") -> Total:
    """Return the sum of donations, grants and loans in US dollars of one status."""
    return totals.total(_aid(facts), unit=CURRENCY, status=status)


def aid_by_status(facts: pd.DataFrame) -> pd.DataFrame:
    """Return money by country and status, one row a figure that its total counts.

    Columns: ``country, status, label`` ("grant", "equipment value"), ``value, qualifier,
    figure, total`` (the `Total` of the country and status), ``paragraph, note, facts``. Figures
    in other currencies are not in it: the totals say so.
    """
    money = as_text(_aid(facts))
    rows = []
    for country, group in money.groupby("country", sort=True):
        stated = group[(group["unit"] == CURRENCY) & group["value"].notna()]
        for status in _ordered(stated["status"]):
            total = totals.total(group, unit=CURRENCY, status=status)
            for fact in stated[stated["fact_id"].isin(total.facts)].itertuples():
                label = fact.subkind or fact.kind
                rows.append(
                    (
                        country,
                        status,
                        label,
                        fact.value,
                        fact.qualifier,
                        fact.figure,
                        total,
                        fact.paragraph,
                        fact.note,
                        (fact.fact_id,),
                    )
                )
    columns = [
        "country",
        "status",
        "label",
        "value",
        "qualifier",
        "figure",
        "total",
        "paragraph",
        "note",
        "facts",
    ]
    return pd.DataFrame(rows, columns=columns)


def aid_in_kind(facts: pd.DataFrame) -> pd.DataFrame:
    """Return goods given, one row a sum; statuses and units never mix.

    Columns: ``country, unit, status, total`` (a `Total`), ``value, qualifier, figure, facts``.
    """
    goods = as_text(facts[in_kind(facts)])
    rows = []
    for country, group in goods.groupby("country", sort=True):
        for total in totals.by_unit(group):
            rows.append(
                (
                    country,
                    total.unit,
                    total.status,
                    total,
                    total.value,
                    total.qualifier,
                    total.short,
                    total.facts,
                )
            )
    columns = ["country", "unit", "status", "total", "value", "qualifier", "figure", "facts"]
    answer = pd.DataFrame(rows, columns=columns)
    return answer.sort_values(
        ["country", "unit", "value"], ascending=[True, True, False], ignore_index=True
    )


def in_kind(facts: pd.DataFrame) -> np.ndarray:
    """Mark the facts on aid whose figure is no money. Reads ``kind, unit, value``."""
    moneys = [unit for unit in facts["unit"].unique() if quantities.is_money(unit)]
    goods = holds(facts["kind"], *AID) & facts["value"].notna().to_numpy()
    return goods & ~holds(facts["unit"], "", *moneys)


def programmes(facts: pd.DataFrame) -> list[Programme]:
    """Return the engagements with parts among the facts, each as a tree, by name.

    A part without a name of its own (no ``engagement``) goes by its ``fact_id``.
    """
    facts = as_text(facts)
    names = facts["engagement"].where(facts["engagement"] != "", facts["fact_id"])
    larger = dict(zip(names, facts["part_of"], strict=True))
    aided = {_top(name, larger) for name in names[facts["kind"].isin(AID)]}
    wholes = aided & set(larger.values())
    return [_programme(name, facts, names, larger) for name in sorted(wholes)]


def _top(name: str, larger: dict[str, str]) -> str:
    while larger.get(name):
        name = larger[name]
    return name


def _programme(
    name: str, facts: pd.DataFrame, names: pd.Series, larger: dict[str, str]
) -> Programme:
    parts = sorted(part for part, whole in larger.items() if whole == name)
    return Programme(
        name,
        facts[names == name],
        tuple(_programme(part, facts, names, larger) for part in parts),
    )


def _ordered(statuses: pd.Series) -> list[str]:
    order = ("pledged", "signed", "planned", "ongoing", "delivered", "ended", "cancelled", "")
    return sorted(statuses.unique(), key=order.index)
