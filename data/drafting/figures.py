"""Figures: money and counts as they are printed, with their hedge.

A hedge becomes a qualifier as `data.checks` reads it: "nearly" is about, "up to" is at most.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

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
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "CNY", "₹": "INR", "₱": "PHP", "₦": "NGN"}
_PREFIXES = {"A": "AUD", "AU": "AUD", "C": "CAD", "CA": "CAD", "HK": "HKD", "S": "SGD"}
_PREFIXES |= {"NZ": "NZD", "NT": "TWD", "R": "BRL", "T": "TOP", "F": "FJD", "FJ": "FJD"}
_PREFIXES |= {"N": "NAD", "J": "JMD", "EC": "XCD", "SI": "SBD", "SB": "SBD", "TT": "TTD"}
_NAMES = (
    (r"(?:US|U\.S\.|American) dollars?|dollars?|USD", "USD"),
    (r"(?:Chinese )?yuan|renminbi|RMB|CNY", "CNY"),
    (r"euros?|EUR", "EUR"),
    (r"(?:British )?pounds(?: sterling)?|GBP", "GBP"),
    (r"(?:Japanese )?yen|JPY", "JPY"),
    (r"rubles|roubles|RUB", "RUB"),
    (r"(?:Indian )?rupees?|INR", "INR"),
    (r"Pakistani rupees?|PKR", "PKR"),
    (r"Sri Lankan rupees?|LKR", "LKR"),
    (r"Nepali rupees?|NPR", "NPR"),
    (r"(?:Brazilian )?rea(?:is|l)|BRL", "BRL"),
    (r"(?:Vanuatu )?vatu|VUV", "VUV"),
    (r"(?:Samoan )?tala|WST", "WST"),
    (r"pa'anga|TOP", "TOP"),
    (r"(?:Papua New Guinea )?kina|PGK", "PGK"),
    (r"Solomon Islands dollars|SBD", "SBD"),
    (r"(?:Fijian|Fiji) dollars|FJD", "FJD"),
    (r"Australian dollars|AUD", "AUD"),
    (r"New Zealand dollars|NZD", "NZD"),
    (r"Canadian dollars|CAD", "CAD"),
    (r"Hong Kong dollars|HKD", "HKD"),
    (r"(?:New )?Taiwan dollars|TWD", "TWD"),
    (r"Singapore dollars|SGD", "SGD"),
    (r"Namibian dollars|NAD", "NAD"),
    (r"(?:Zambian )?kwacha|ZMW", "ZMW"),
    (r"(?:Nigerian )?naira|NGN", "NGN"),
    (r"(?:Ghanaian )?cedis?|GHS", "GHS"),
    (r"(?:Ethiopian )?birr|ETB", "ETB"),
    (r"(?:Angolan )?kwanzas?|AOA", "AOA"),
    (r"(?:Mozambican )?meticais|MZN", "MZN"),
    (r"(?:Botswana )?pula|BWP", "BWP"),
    (r"(?:Thai )?baht|THB", "THB"),
    (r"(?:Malaysian )?ringgit|MYR", "MYR"),
    (r"(?:Indonesian )?rupiah|IDR", "IDR"),
    (r"(?:Vietnamese )?dong|VND", "VND"),
    (r"(?:South Korean |Korean )?won|KRW", "KRW"),
    (r"(?:Bangladeshi )?taka|BDT", "BDT"),
    (r"(?:Kazakh )?tenge|KZT", "KZT"),
    (r"(?:Kyrgyz )?soms?|KGS", "KGS"),
    (r"(?:Tajik )?somoni|TJS", "TJS"),
    (r"(?:UAE |Emirati )?dirhams?|AED", "AED"),
    (r"(?:Saudi )?riyals|SAR", "SAR"),
    (r"(?:Turkish )?liras?|TRY", "TRY"),
    (r"(?:Polish )?zloty|PLN", "PLN"),
    (r"(?:Hungarian )?forints?|HUF", "HUF"),
    (r"Czech (?:crowns|koruna)|CZK", "CZK"),
    (r"Swiss francs|CHF", "CHF"),
    (r"(?:Peruvian )?soles|PEN", "PEN"),
    (r"Mexican pesos?|MXN", "MXN"),
    (r"Argentine pesos?|ARS", "ARS"),
    (r"Tanzanian shillings?|TZS", "TZS"),
    (r"Uganda(?:n)? shillings?|UGX", "UGX"),
    (r"(?:South African )?rand|ZAR", "ZAR"),
    (r"(?:Kenyan )?shillings?|KES", "KES"),
    (r"(?:Philippine )?pesos?|PHP", "PHP"),
)
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
_QUALIFIERS = tuple((words(pattern), qualifier) for pattern, qualifier in _HEDGES)
_DIGITS = r"\d{1,3}(?: \d{3})+(?![\d.])|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SPELT = (
    rf"(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES[1:10])}))?|{'|'.join(_ONES[1:])}|an?(?= (?:"
    r"hundred|thousand|million|billion|trillion|dozen))"
)
_SCALE = r"(?:hundred|thousand|million|billion|trillion|tn|bn|mn|m|b|k)"
_MONEY = exact(
    rf"(?:\b(?i:(?P<hedge>{_HEDGE})) (?:an? (?:additional|further|extra|total of) |another )?)?"
    rf"(?:(?P<prefix>\b(?:US|U\.S\.|AU?|CA?|HK|S[IB]?|NZ?|NT|TT?|FJ?|J|EC|R))? ?"
    rf"(?P<sign>[$€£¥₹₱₦]) ?(?P<n1>{_DIGITS})"
    rf"(?:[ -]?(?P<s1>(?i:{_SCALE}))(?!\w))?"
    rf"|(?P<code>\b(?:RMB|USD|CNY|EUR|US\$)) ?(?P<n2>{_DIGITS})(?:[ "
    rf"-]?(?P<s2>(?i:{_SCALE}))(?!\w))?"
    rf"|(?P<n3>(?<![\w.,$€£¥₹₱₦-])(?:{_DIGITS})|\b(?i:{_SPELT}|half a))(?:[ "
    rf"-](?P<s3>(?i:{_SCALE}))(?!\w))?"
    rf"[ -](?P<name>(?i:{'|'.join(pattern for pattern, _ in _NAMES)}))(?!\w))"
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
_NAME_CODES = tuple((words(pattern), code) for pattern, code in _NAMES)


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


def figures(flat: str, start: int, end: int) -> list[Figure]:
    """Return the amounts of money and the counts between two offsets of the text, in order."""
    money = list(_amounts(flat, start, end))
    counts = [
        count
        for count in _counts(flat, start, end)
        if not any(count.start < m.end and m.start < count.end for m in money)
    ]
    return sorted([*money, *counts], key=lambda figure: figure.start)


def _amounts(flat: str, start: int, end: int) -> Iterator[Figure]:
    for found in _MONEY.finditer(flat, start, end):
        number = found["n1"] or found["n2"] or found["n3"]
        scale = found["s1"] or found["s2"] or found["s3"]
        yield _figure(found, _number(number) * _scale(scale), _currency(found))


def _counts(flat: str, start: int, end: int) -> Iterator[Figure]:
    for found in _COUNT.finditer(flat, start, end):
        plain = found["digits"] or found["spelt"]
        if found["digits"] and not found["hedge"] and not found["scale"] and _YEAR.match(plain):
            continue
        yield _figure(found, _number(plain) * _scale(found["scale"]), "")


def _figure(found: re.Match[str], value: float, unit: str) -> Figure:
    qualifier = "exact"
    if found["hedge"]:
        hedge = found["hedge"]
        qualifier = next(word for pattern, word in _QUALIFIERS if pattern.fullmatch(hedge))
    if found.groupdict().get("after"):
        qualifier = "at_least"
    start = found.start() + len(found[0]) - len(found[0].lstrip())
    return Figure(start, found.end(), found[0].strip(), value, unit, qualifier)


def _currency(found: re.Match[str]) -> str:
    if found["sign"]:
        prefixed = _PREFIXES.get(found["prefix"] or "") if found["sign"] == "$" else None
        return prefixed or _SIGNS[found["sign"]]
    named = (found["code"] or found["name"]).replace("US$", "USD")
    return next(code for pattern, code in _NAME_CODES if pattern.fullmatch(" ".join(named.split())))


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
