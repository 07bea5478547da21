"""Figures: money and counts as they are printed, with their hedge.

A hedge becomes a qualifier as `data.checks` reads it: "nearly" is about, "up to" is at most.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from data.drafting import currencies
from data.drafting.patterns import exact, words

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NUMBER_WORDS = {word: float(n) for n, word in enumerate(_ONES)}
NUMBER_WORDS |= {word: 10.0 * n for n, word in enumerate(_TENS, start=2)}
NUMBER_WORDS |= {"dozen": 12.0, "hundred": 100.0}
_SCALES = {
    **dict.fromkeys(("trillion", "tn"), 1e12),
    **dict.fromkeys(("billion", "bn", "b"), 1e9),
    **dict.fromkeys(("million", "mn", "m"), 1e6),
    **dict.fromkeys(("thousand", "k"), 1e3),
    "hundred": 1e2,
    "dozen": 12.0,
}
_HEDGES = (
    (
        r"no (?:more|greater) than|not more than|at most|up to|as (?:much|many) as|a maximum of",
        "at_most",
    ),
    (r"no (?:less|fewer) than|not less than|at least|a minimum of|a record", "at_least"),
    (
        r"(?:well |far |slightly |just |a little )?(?:more than|"
        r"(?<!anded\s)(?<!urned\s)over|above)|upwards? of|exceed(?:s|ed|ing)?|"
        r"in excess of|surpass(?:es|ed|ing)?|topp(?:ed|ing)",
        "more_than",
    ),
    (r"(?:just )?(?:less than|fewer than|under|below)", "less_than"),
    (
        r"(?:an? )?(?:estimated|approximate(?:ly)?)|about|around|some|nearly|"
        r"almost|roughly|close to|"
        r"approximately|in the region of|(?:just )?shy of|virtually",
        "about",
    ),
)
_HEDGE = "|".join(pattern for pattern, _ in _HEDGES)
_HEDGED = words(rf"(?:{_HEDGE}) ")
_QUALIFIERS = tuple((words(pattern), qualifier) for pattern, qualifier in _HEDGES)
_DIGITS = r"\d{1,3}(?: \d{3})+(?![\d.])|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SPELT = (
    rf"(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES[1:10])}))?|{'|'.join(_ONES[1:])}|an?(?= (?:"
    r"hundred|thousand|million|billion|trillion|dozen))"
)
_SCALE = r"(?:hundred|thousand|million|billion|trillion|tn|bn|mn|m|b|k)"
_MONEY = exact(
    rf"(?:\b(?i:(?P<hedge>{_HEDGE})) (?:an? (?:additional|further|extra|total of) |another )?)?"
    rf"(?:(?:\b(?:(?:US|U\.S\.) ?|(?P<prefix>{currencies.PREFIXED})))?"
    rf"(?P<sign>[$€£¥₹₱₦]) ?(?P<n1>{_DIGITS})(?:[-–](?P<h1>{_DIGITS}))?"
    rf"(?:[ -]?(?P<s1>(?i:{_SCALE}))(?!\w))?"
    rf"|(?P<code>\b(?:{currencies.BEFORE})) ?(?P<n2>{_DIGITS})(?:[ "
    rf"-]?(?P<s2>(?i:{_SCALE}))(?!\w))?"
    rf"|(?P<n3>(?<![\w.,$€£¥₹₱₦-])(?:{_DIGITS})|\b(?i:{_SPELT}|half a))"
    rf"(?:[-–](?P<h3>{_DIGITS}))?(?:[ "
    rf"-](?P<s3>(?i:{_SCALE}))(?!\w))?"
    rf"[ -](?P<name>{currencies.NAMED})(?!\w|-class))"
    rf"(?P<after> or more\b)?"
)
_COUNT = exact(
    rf"(?:\b(?i:(?P<hedge>{_HEDGE})) (?:the |an? (?:additional|further|extra|"
    rf"total of) |another )?)?"
    rf"(?:(?P<digits>(?<![\w.,$€£¥₹₱₦/-])(?:{_DIGITS}))(?! ?(?:%|percent|per cent|"
    rf"percentage)|[\w/])|\b"
    rf"(?P<spelt>(?i:{_SPELT}))\b)(?:[ -](?P<scale>(?i:hundred|thousand|million|billion|dozen))\b)?"
    rf"(?! ?(?:percent|per cent|%|percentage)|[.,]\d|-(?:year|month|day|hour|old|megawatt|point))"
)
_YEAR = re.compile(r"(?:19|20)\d\d$")


@dataclass(frozen=True)
class Figure:
    """A figure as printed. ``unit`` is an ISO 4217 code for money, "" for a bare count."""

    start: int
    end: int
    text: str
    value: float
    unit: str
    qualifier: str

    @property
    def money(self) -> bool:
        """Whether it is an amount of money."""
        return bool(self.unit)


def figures(flat: str, start: int, end: int, home: str = "") -> list[Figure]:
    """Return the amounts of money and the counts between two offsets of the text, in order.

    ``home`` is the country whose pesos or shillings are meant where none is named. "50,000 to
    60,000" is at least 50,000.
    """
    money = list(_amounts(flat, start, end, home))
    counts = [
        count
        for count in _counts(flat, start, end)
        if not any(count.start < m.end and m.start < count.end for m in money)
    ]
    found = _ranges(flat, sorted([*money, *counts], key=lambda figure: figure.start))
    return [_in_its_currency(flat, figure, found) for figure in found]


def _in_its_currency(flat: str, figure: Figure, found: list[Figure]) -> Figure:
    """Give a bare sum the currency of the last before it: "from $2 billion to 3 billion"."""
    before = [f for f in found if f.money and f.end <= figure.start]
    large = figure.value >= _LARGE and not figure.money
    if not (
        before and large and _SUM_BEFORE.search(flat[max(0, figure.start - 20) : figure.start])
    ):
        return figure
    bare = _SUM_AFTER.match(flat, figure.end) is not None
    return replace(figure, unit=before[-1].unit) if bare else figure


_LARGE = 1e6
_SUM_BEFORE = words(
    r"(?:to|was|were|reached|totall?ed|hit|worth|at|of which|another|and|than|from) $"
)
_SUM_AFTER = re.compile(
    r"(?=[.,;:)]|$|\s+(?:in|to|by|from|last|this|a\s+year|for|worth|and|of\s+(?:imports|exports|it))\b)"
)


def _amounts(flat: str, start: int, end: int, home: str) -> Iterator[Figure]:
    for found in _MONEY.finditer(flat, start, end):
        number = found["n1"] or found["n2"] or found["n3"]
        scale = found["s1"] or found["s2"] or found["s3"]
        yield _figure(found, _number(number) * _scale(scale), _currency(found, home))


def _ranges(flat: str, found: list[Figure]) -> list[Figure]:
    """Join the two ends of each range into its lower end."""
    joined: list[Figure] = []
    for figure in found:
        low = joined[-1] if joined else None
        if low and _one_range(flat, low, figure):
            joined[-1] = _range(flat, low, figure)
        else:
            joined.append(figure)
    return joined


def _one_range(flat: str, low: Figure, high: Figure) -> bool:
    gap, before = flat[low.end : high.start].strip(), flat[max(0, low.start - 12) : low.start]
    if gap not in ("to", "-", "–") and not (gap == "and" and _BETWEEN.search(before)):
        return False
    alike = low.unit == high.unit or "" in (low.unit, high.unit)
    return alike and low.value < high.value and not _CHANGE.search(before)


_BETWEEN = words(r"between $")
_CHANGE = words(r"(?:from|by|rose|fell|grew|up|down) $")


def _range(flat: str, low: Figure, high: Figure) -> Figure:
    """Return the lower end, which shares the scale of the upper: "$2 to $3 billion"."""
    scale = next((n for n in sorted(_SCALES.values(), reverse=True) if n <= high.value), 1.0)
    value = low.value * scale if low.value < 1000 <= scale else low.value
    hedge = _HEDGED.match(flat, low.start)
    start = hedge.end() if hedge else low.start
    return Figure(start, high.end, flat[start : high.end], value, low.unit or high.unit, "at_least")


def _counts(flat: str, start: int, end: int) -> Iterator[Figure]:
    for found in _COUNT.finditer(flat, start, end):
        plain = found["digits"] or found["spelt"]
        if found["digits"] and not found["hedge"] and not found["scale"] and _YEAR.match(plain):
            continue
        yield _figure(found, _number(plain) * _scale(found["scale"]), "")


def _figure(found: re.Match[str], value: float, unit: str) -> Figure:
    groups, qualifier = found.groupdict(), "exact"
    if groups.get("after") or groups.get("h1") or groups.get("h3"):
        qualifier = "at_least"
    elif hedge := found["hedge"]:
        qualifier = next(word for pattern, word in _QUALIFIERS if pattern.fullmatch(hedge))
    start = found.start() + len(found[0]) - len(found[0].lstrip())
    return Figure(start, found.end(), found[0].strip(), value, unit, qualifier)


def _currency(found: re.Match[str], home: str) -> str:
    if found["sign"]:
        return currencies.of_sign(found["sign"], found["prefix"] or "")
    return currencies.of_name(" ".join((found["code"] or found["name"]).split()), home)


def _number(text: str) -> float:
    plain = re.sub(r"[,\s]", "", text.lower())
    if plain[0].isdigit():
        return float(plain)
    if plain.startswith("half"):
        return 0.5
    if plain in ("a", "an"):
        return 1.0
    return sum(NUMBER_WORDS[part] for part in plain.split("-"))


def _scale(word: str | None) -> float:
    return _SCALES[word.lower()] if word else 1.0
