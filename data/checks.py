"""Checks of a facts file: each finding names file, row, column, value and rule."""

import csv
import difflib
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pandera.errors

from data import countries, dates, quantities
from data.kinds import KINDS
from data.schema import TEXT_SCHEMA, TYPED

MONEY_KINDS = ("grant", "loan", "investment", "trade_value")
MONEY_SUBKINDS = ("equipment value",)
_HEDGES = (
    (r"\b(more than|over)\b|>", {"more_than", "at_least"}),
    (r"\bat least\b", {"at_least"}),
    (r"\b(less than|fewer than|under)\b|<", {"less_than", "at_most"}),
    (r"\bat most\b|\bup to\b", {"at_most"}),
    (r"\b(about|around|some|roughly|nearly|almost)\b|~", {"about"}),
)


@dataclass(frozen=True)
class Problem:
    """One finding. ``row`` is a spreadsheet's number (the header is row 1), 0 for the file."""

    file: str
    row: int
    column: str
    value: str
    rule: str

    def __str__(self) -> str:
        where = ", ".join(
            part
            for part in (
                self.file,
                f"row {self.row}" if self.row else "",
                f"column {self.column}" if self.column else "",
            )
            if part
        )
        shown = f" {self.value!r}" if self.column and self.row else ""
        return f"{where}:{shown} {self.rule}"


class InvalidFacts(ValueError):
    """A file that does not pass; ``problems`` lists every finding, the message all of them."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))


@dataclass(frozen=True)
class Keys:
    """What facts may refer to: place keys, and source keys with their number of paragraphs."""

    places: frozenset[str]
    paragraphs: dict[str, int]


def read_text(path: Path, columns: list[str]) -> pd.DataFrame:
    """Read a CSV file as text, "" for an empty cell, exactly as it is written.

    Raises `InvalidFacts` where the file cannot be read, is not UTF-8, lacks or repeats a
    column, has an unknown one, or a row has too few or too many cells.
    """
    name = path.name
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise InvalidFacts(
            [Problem(str(path), 0, "", "", "does not exist; check the path")]
        ) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        rule = (
            f"is not UTF-8 (byte {error.object[error.start]:#04x} in line {line}); save it as UTF-8"
        )
        raise InvalidFacts([Problem(name, 0, "", "", rule)]) from None
    rows = list(csv.reader(io.StringIO(text, newline="")))
    problems = list(_header_problems(name, rows[0] if rows else [], columns))
    if problems:
        raise InvalidFacts(problems)
    ragged = [
        Problem(
            name,
            n,
            "",
            "",
            f"has {len(row)} cells where the header has {len(rows[0])}; quote cells that hold commas",
        )
        for n, row in enumerate(rows[1:], start=2)
        if len(row) != len(rows[0])
    ]
    if ragged:
        raise InvalidFacts(ragged)
    return pd.DataFrame(rows[1:], columns=rows[0], dtype="str")[columns]


def _header_problems(name: str, header: list[str], columns: list[str]) -> Iterator[Problem]:
    if not header:
        yield Problem(
            name, 0, "", "", "is empty; its first row must be the header " + ",".join(columns)
        )
        return
    for column in columns:
        if header.count(column) > 1:
            yield Problem(
                name,
                1,
                "",
                column,
                f"has the column {column} {header.count(column)} times; keep one",
            )
        elif column not in header:
            near = difflib.get_close_matches(column, set(header) - set(columns), n=1)
            hint = f"; is {near[0]} meant?" if near else "; add it to the header"
            yield Problem(name, 1, "", column, f"lacks the column {column}{hint}")
    for column in header:
        if column not in columns:
            yield Problem(
                name,
                1,
                "",
                column,
                f"has an unknown column {column!r}; the columns are {', '.join(columns)}",
            )


def problems(facts: pd.DataFrame, *, file: str, keys: Keys) -> list[Problem]:
    """Return every finding in a frame of text, row by row; an empty list is a sound file."""
    found = list(_schema_problems(facts, file))
    for rule in RULES:
        for index, column, sentence in rule(facts, keys):
            found.append(Problem(file, index + 2, column, facts.at[index, column], sentence))
    order = list(TYPED)
    return sorted(set(found), key=lambda p: (p.row, order.index(p.column), p.rule))


def _schema_problems(facts: pd.DataFrame, file: str) -> Iterator[Problem]:
    try:
        TEXT_SCHEMA.validate(facts, lazy=True)
    except pandera.errors.SchemaErrors as error:
        for case in error.failure_cases.itertuples():
            yield Problem(
                file,
                int(case.index) + 2,
                case.column,
                case.failure_case,
                f"must hold: it {case.check}",
            )


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
    for row in facts.itertuples():
        if row.partner and row.partner not in countries.table().index:
            yield row.Index, "partner", _country_sentence(row.partner)
        if row.place and row.place not in keys.places:
            yield row.Index, "place", "is not in places.csv" + _near(row.place, keys.places)
        if row.source and row.source not in keys.paragraphs:
            yield (
                row.Index,
                "source",
                "is not in sources.csv" + _near(row.source, frozenset(keys.paragraphs)),
            )
    engagements = frozenset(facts["engagement"]) - {""}
    for index, larger in facts.loc[facts["part_of"] != "", "part_of"].items():
        if larger not in engagements:
            yield index, "part_of", "is no fact's engagement" + _near(larger, engagements)


def _country_sentence(text: str) -> str:
    try:
        return f"is not an ISO 3166-1 alpha-3 code; write {countries.find(text)}"
    except countries.UnknownCountry as error:
        return f"is not an ISO 3166-1 alpha-3 code. {error}"


def _near(text: str, known: frozenset[str]) -> str:
    near = difflib.get_close_matches(text, known, n=3)
    return f"; did you mean {' or '.join(near)}?" if near else "; add it there first"


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
        money = row.kind in MONEY_KINDS or row.subkind in MONEY_SUBKINDS or printed
        if money and not quantities.is_money(row.unit):
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
                f"differs from {known!r}, which another fact of {row.engagement} gives; make them agree",
            )
    for index, engagement in facts["engagement"].items():
        seen, above = {engagement}, larger.get(engagement, "")
        while above and above not in seen:
            seen.add(above)
            above = larger.get(above, "")
        if above:
            yield (
                index,
                "part_of",
                f"makes a circle ({' → '.join([*seen, above])}); a thing cannot be part of itself",
            )


RULES: tuple[Callable[[pd.DataFrame, Keys], Iterator[Finding]], ...] = (
    _unique_ids,
    _keys_resolve,
    _dates_parse,
    _paragraphs_exist,
    _subkinds_known,
    _figures_whole,
    _ranks_complete,
    _ratios_complete,
    _money_has_currency,
    _hedges_agree,
    _wholes_agree,
)
"""What the schema cannot say; each rule yields the rows that break it."""
