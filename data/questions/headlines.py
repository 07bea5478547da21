"""The figures that a reader wants first, each as it was reported."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from data import quantities
from data.kinds import AID
from data.questions.aid import aid_in_kind, aid_total
from data.questions.diplomacy import visits


@dataclass(frozen=True)
class Headline:
    """One figure: what it is, the short form, its context in words, and its facts."""

    label: str
    figure: str
    context: str
    facts: tuple[str, ...]
    short_label: str


def headlines(facts: pd.DataFrame) -> list[Headline]:
    """Return the main figures of the facts; a figure that nothing is known of is left out.

    Visits, two-way visits, aid pledged in US dollars, goods delivered, the highest vessel
    count, the best trade rank, in this order.
    """
    return list(_made(facts))


def main_headline(facts: pd.DataFrame) -> Headline | None:
    """Return the first of `headlines` alone, without the work for the others."""
    return next(_made(facts), None)


def _made(facts: pd.DataFrame) -> Iterator[Headline]:
    """Make one headline after the other, and none of whose kinds there is no fact."""
    present = set(facts["kind"])
    for kinds, make in (
        ({"visit"}, _visits),
        ({"visit_exchange"}, _exchanges),
        (set(AID), _pledged),
        (set(AID), _delivered),
        ({"vessel_count"}, _vessels),
        ({"trade_rank"}, _rank),
    ):
        if kinds & present and (headline := make(facts)):
            yield headline


def _visits(facts: pd.DataFrame) -> Headline | None:
    known = visits(facts)
    if known.empty:
        return None
    ids = tuple(fact for group in known["facts"] for fact in group)
    number = quantities.number(len(known))
    plural = "s" * (len(known) > 1)
    return Headline(
        f"Leaders' visit{plural}", number, _of(facts, ids), ids, f"{number} visit{plural}"
    )


def _exchanges(facts: pd.DataFrame) -> Headline | None:
    counts = facts[(facts["kind"] == "visit_exchange") & (facts["subkind"] == "two-way visits")]
    return _highest(counts, "Two-way visits", "visits")


def _pledged(facts: pd.DataFrame) -> Headline | None:
    total = aid_total(facts)
    if not total.facts:
        return None
    return Headline(
        "Aid pledged", total.short, _of(facts, total.facts), total.facts, f"{total.short} pledged"
    )


def _delivered(facts: pd.DataFrame) -> Headline | None:
    goods = aid_in_kind(facts)
    goods = goods[goods["status"] == "delivered"].sort_values("value", ascending=False)
    if goods.empty:
        return None
    first = goods.iloc[0]
    unit = quantities.unit_in_words(first["unit"], status="delivered")
    return Headline(
        unit.capitalize(),
        first["figure"],
        _of(facts, first["facts"]),
        first["facts"],
        f"{first['figure']} {unit}",
    )


def _vessels(facts: pd.DataFrame) -> Headline | None:
    return _highest(facts[facts["kind"] == "vessel_count"], "Chinese vessels", "vessels")


def _highest(counts: pd.DataFrame, label: str, unit: str) -> Headline | None:
    counts = counts[counts["value"].notna()]
    if counts.empty:
        return None
    fact = counts.loc[counts["value"].idxmax()]
    context = f"{fact['place_name'] or fact['country']}, {fact['date_words']}"
    return Headline(label, fact["figure"], context, (fact["fact_id"],), f"{fact['figure']} {unit}")


def _rank(facts: pd.DataFrame) -> Headline | None:
    ranks = facts[(facts["kind"] == "trade_rank") & (facts["subkind"] == "total trade")]
    ranks = ranks[ranks["value"].notna()]
    if ranks.empty:
        return None
    fact = ranks.loc[ranks["value"].idxmin()]
    whose = (
        "China among the partners of"
        if fact["unit"] == "rank of China"
        else "Among China's partners:"
    )
    context = f"{whose} {fact['country']}, {fact['date_words']}"
    return Headline(
        "Trade rank", fact["figure"], context, (fact["fact_id"],), f"{fact['figure']} in trade"
    )


def _of(facts: pd.DataFrame, ids: tuple[str, ...]) -> str:
    chosen = facts[facts["fact_id"].isin(ids)]
    names = ", ".join(chosen["country"].replace("", "many countries").unique()[:3])
    when = chosen["date_words"].unique()
    return f"{names}, {when[0] if len(when) == 1 else _span(chosen)}"


def _span(chosen: pd.DataFrame) -> str:
    first, last = chosen["earliest"].min(), chosen["latest"].max()
    if pd.isna(first) or pd.isna(last):
        return "several dates"
    return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
