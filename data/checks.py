"""Checks of a facts file: each finding names file, row, column, value and rule."""

import difflib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pandas as pd
import pandera.errors

from data import countries, dates, quantities
from data.kinds import KINDS
from data.reading import InvalidFacts, Problem
from data.schema import TEXT_SCHEMA, TYPED

__all__ = ["RULES", "InvalidFacts", "Keys", "Problem", "problems"]

MONEY_KINDS = ("grant", "loan", "investment", "trade_value")
GOODS = ("tonnes", "aircraft", "vehicles", "vessels", "doses", "generators", "computers")
"""What trade may be counted in, where the source gives no money."""
MONEY_SUBKINDS = ("equipment value",)
_HEDGES = (
    (r"\b(no|not) (more|greater|over) than\b", {"at_most"}),
    (r"\b(no|not) (less|fewer) than\b", {"at_least"}),
    (r"\b(more than|over)\b|>", {"more_than", "at_least"}),
    (r"\bat least\b", {"at_least"}),
    (r"\b(less than|fewer than|under)\b|<", {"less_than", "at_most"}),
    (r"\bat most\b|\bup to\b", {"at_most"}),
    (r"\b(about|around|some|roughly|nearly|almost)\b|~", {"about"}),
)


@dataclass(frozen=True)
class Keys:
    """What facts may refer to: place keys, and source keys with their number of paragraphs."""

    places: frozenset[str]
    paragraphs: dict[str, int]


def problems(facts: pd.DataFrame, *, file: str, keys: Keys) -> list[Problem]:
    """Return every finding in a frame of text, row by row; an empty list is a sound file.

    A cell gives one finding, the first: what the schema says, then the rules in their order.
    """
    found: dict[tuple[int, str], Problem] = {}
    for index, column, sentence in _findings(facts, keys):
        problem = Problem(file, index + 2, column, facts.at[index, column], sentence)
        found.setdefault((index, column), problem)
    order = list(TYPED)
    return sorted(found.values(), key=lambda p: (p.row, order.index(p.column)))


def _findings(facts: pd.DataFrame, keys: Keys) -> Iterator["Finding"]:
    try:
        TEXT_SCHEMA.validate(facts, lazy=True)
    except pandera.errors.SchemaErrors as error:
        for case in error.failure_cases.itertuples():
            yield int(case.index), case.column, case.check
    for rule in RULES:
        yield from rule(facts, keys)


Finding = tuple[int, str, str]
"""Row's index, column, and the sentence that says what is wrong and what to do."""


def _unique_ids(facts: pd.DataFrame, keys: Keys) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for index, fact_id in facts["fact_id"].items():
        if fact_id in first:
            yield (
                index,
                "fact_id",
                f"is already the id of row {first[fact_id] + 2}; give it a number of its own",
            )
        first.setdefault(fact_id, index)


def _keys_resolve(facts: pd.DataFrame, keys: Keys) -> Iterator[Finding]:
    codes = frozenset(countries.table().index)
    for row in facts.itertuples():
        if row.partner and row.partner not in codes:
            yield row.Index, "partner", _country_sentence(row.partner)
        if row.place and row.place not in keys.places:
            hint = _near(row.place, keys.places, "add it to the places first")
            yield row.Index, "place", "is no known place" + hint
        if row.source and row.source not in keys.paragraphs:
            sources = frozenset(keys.paragraphs)
            hint = _near(row.source, sources, "add it to the sources first")
            yield row.Index, "source", "is no known source" + hint
    engagements = frozenset(facts["engagement"]) - {""}
    for index, larger in facts.loc[facts["part_of"] != "", "part_of"].items():
        if larger not in engagements:
            hint = _near(larger, engagements, "give the larger thing a fact of its own")
            yield index, "part_of", "is no fact's engagement" + hint


def _country_sentence(text: str) -> str:
    try:
        return f"is not an ISO 3166-1 alpha-3 code; write {countries.find(text)}"
    except countries.UnknownCountry as error:
        offer = str(error).removeprefix(f"Unknown country {text!r}.")
        return (
            f"is not an ISO 3166-1 alpha-3 code.{offer}"
            if offer
            else ("is not an ISO 3166-1 alpha-3 code; countries.csv lists them all")
        )


def _near(text: str, known: frozenset[str], otherwise: str) -> str:
    near = difflib.get_close_matches(text, sorted(known), n=3)
    return f"; did you mean {' or '.join(near)}?" if near else f"; {otherwise}"


def _dates_parse(facts: pd.DataFrame, keys: Keys) -> Iterator[Finding]:
    for index, date in facts["date"].items():
        try:
            dates.parse(date)
        except dates.InvalidDate as error:
            yield index, "date", str(error).removeprefix(f"{date!r} ")


def _paragraphs_exist(facts: pd.DataFrame, keys: Keys) -> Iterator[Finding]:
    for row in facts.itertuples():
        last = keys.paragraphs.get(row.source)
        if last and any(int(n) > last for n in row.paragraph.split(";") if n.isdigit()):
            yield (
                row.Index,
                "paragraph",
                f"lies behind the last paragraph of {row.source}, which is {last}",
            )


def _subkinds_known(facts: pd.DataFrame, keys: Keys) -> Iterator[Finding]:
    for row in facts[facts["kind"].isin(KINDS)].itertuples():
        known = KINDS[row.kind].subkinds
        if row.subkind and row.subkind not in known:
            words = ", ".join(known) or "none: leave it empty"
            yield row.Index, "subkind", f"is no subkind of {row.kind}; known are {words}"


def _figures_whole(facts: pd.DataFrame, keys: Keys) -> Iterator[Finding]:
    for row in facts.itertuples():
        if row.value and not row.unit:
            yield row.Index, "unit", "is empty beside a value; say what the value counts"
        if row.value and not row.qualifier:
            yield row.Index, "qualifier", "is empty beside a value; write exact, about, more_than …"
        if not row.value and (row.unit or row.qualifier):
            yield row.Index, "value", "is empty beside a unit or qualifier; fill it or empty them"
        if row.unit and not quantities.known(row.unit):
            yield (
                row.Index,
                "unit",
                (
                    "is not a unit; use an ISO 4217 code, a rank, 'ratio to …' or one of: "
                    + ", ".join(quantities.UNITS)
                ),
            )


def _ranks_complete(facts: pd.DataFrame, keys: Keys) -> Iterator[Finding]:
    for row in facts[facts["kind"] == "trade_rank"].itertuples():
        if not quantities.is_rank(row.unit):
            yield (
                row.Index,
                "unit",
                "does not say whose rank it is; write " + " or ".join(quantities.RANKS),
            )
        if not row.subkind:
            yield (
                row.Index,
                "subkind",
                "is empty; say which flow is ranked: total trade, imports or exports",
            )
        if row.value and not re.fullmatch(r"[1-9]\d*", row.value):
            yield row.Index, "value", "is not a rank; write a whole number from 1"


def _ratios_complete(facts: pd.DataFrame, keys: Keys) -> Iterator[Finding]:
    for row in facts[facts["kind"] == "trade_comparison"].itertuples():
        if not quantities.is_ratio(row.unit):
            yield (
                row.Index,
                "unit",
                "does not say what it is compared with; write like 'ratio to Russia'",
            )


def _money_has_currency(facts: pd.DataFrame, keys: Keys) -> Iterator[Finding]:
    for row in facts[facts["value"] != ""].itertuples():
        printed = re.search(r"[$€£¥]", row.value_text) is not None
        counted = row.kind == "trade_value" and row.unit in GOODS
        money = (row.kind in MONEY_KINDS and not counted) or row.subkind in MONEY_SUBKINDS
        if (money or printed) and not quantities.is_money(row.unit):
            yield (
                row.Index,
                "unit",
                "is not a currency, but the figure is money; write its ISO 4217 code, like USD",
            )


def _hedges_agree(facts: pd.DataFrame, keys: Keys) -> Iterator[Finding]:
    for row in facts[facts["value"] != ""].itertuples():
        for pattern, allowed in _HEDGES:
            if re.search(pattern, row.value_text, re.IGNORECASE):
                if row.qualifier not in allowed:
                    words = " or ".join(sorted(allowed))
                    yield (
                        row.Index,
                        "qualifier",
                        f"disagrees with the printed figure {row.value_text!r}; write {words}",
                    )
                break


def _wholes_agree(facts: pd.DataFrame, keys: Keys) -> Iterator[Finding]:
    larger: dict[str, str] = {}
    for row in facts[(facts["engagement"] != "")].itertuples():
        known = larger.setdefault(row.engagement, row.part_of)
        if known != row.part_of:
            yield (
                row.Index,
                "part_of",
                f"differs from {known!r}, which another fact of {row.engagement} gives; "
                "make them agree",
            )
    for index, engagement in facts["engagement"].items():
        chain = [engagement]
        while (above := larger.get(chain[-1], "")) and above not in chain:
            chain.append(above)
        if above and above == engagement:
            circle = " → ".join([*chain, above])
            yield index, "part_of", f"makes a circle ({circle}); a thing cannot be part of itself"


RULES: tuple[Callable[[pd.DataFrame, Keys], Iterator[Finding]], ...] = (
    _unique_ids,
    _keys_resolve,
    _dates_parse,
    _paragraphs_exist,
    _subkinds_known,
    _ranks_complete,
    _ratios_complete,
    _money_has_currency,
    _figures_whole,
    _hedges_agree,
    _wholes_agree,
)
"""What the schema cannot say; each rule yields the rows that break it. The special stand before
the general, since a cell is told only the first."""
