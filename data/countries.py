"""Countries: ISO 3166-1 codes, everyday names, flags, UN M49 regions and a point for a symbol.

``collection/countries.csv`` holds every country and territory of ISO 3166-1, and Kosovo under
the user-assigned code XKX. ``collection/aliases.csv`` holds further names that the press and
the usual data sets (UN Comtrade, World Bank, GDELT) write.

Regions are the geographic regions of the UN's M49 standard; the subregion is M49's
intermediate region in sub-Saharan Africa and in Latin America and the Caribbean (Eastern
Africa, South America ...), and its subregion elsewhere. M49 lists neither Taiwan nor Kosovo:
they stand with their neighbours, in Eastern Asia and in Southern Europe. Antarctica, which
M49 puts into no region, is a region of its own.
"""

import re
import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path

import pandas as pd
import pycountry

COLLECTION = Path(__file__).parent / "collection"

KOSOVO = "XKX"

UNCLEAR = {
    "america": ("USA",),
    "congo": ("COG", "COD"),
    "england": ("GBR",),
    "korea": ("KOR", "PRK"),
    "northern ireland": ("GBR",),
    "republic of china": ("TWN", "CHN"),
    "scotland": ("GBR",),
    "virgin islands": ("VGB", "VIR"),
    "wales": ("GBR",),
}
"""Names that fit several countries, or not quite one: never resolved, only offered."""

WITH_ARTICLE = re.compile(
    r"(?!Heard|South Georgia).*\b(Bahamas|Comoros|DR Congo|Emirates|Gambia|Holy See|Islands|Isle|"
    r"Kingdom|Maldives|Netherlands|Philippines|Republic|Seychelles|States|Territor)"
)
"""The names that take "the" within a sentence, as in "the Philippines"."""


class UnknownCountry(LookupError):
    """A name or code that stands for no country; the message offers near names."""


@cache
def _countries() -> pd.DataFrame:
    countries = pd.read_csv(
        COLLECTION / "countries.csv",
        # Namibia's two-letter code is NA: read as text, with nothing taken for missing.
        dtype=str,
        keep_default_na=False,
    ).set_index("iso3")
    countries["flag"] = [_flag(iso3) for iso3 in countries.index]
    countries = countries.astype({"lat": float, "lon": float})
    return countries[["name", "flag", "region", "subregion", "lat", "lon"]]


def table() -> pd.DataFrame:
    """Return every country, indexed by ISO 3166-1 alpha-3 code, sorted by code.

    Columns: ``name`` (everyday English), ``flag`` (emoji), ``region`` and ``subregion`` (UN
    M49), ``lat`` and ``lon`` (degrees north and east, a point within the country for a symbol).
    """
    return _countries().copy(deep=False)


def find(name: str) -> str:
    """Return the ISO 3166-1 alpha-3 code of the country that ``name`` stands for.

    ``name`` is a code (alpha-3 in any case, alpha-2 in capitals), the name in `table`, a name
    of ISO 3166-1, or an alias. Case, accents, apostrophes, punctuation and a leading "the" do
    not matter. Nothing is guessed: a name that is misspelt, fits two countries, or means a
    region or a dissolved state raises `UnknownCountry`, which offers up to five near names.
    """
    code = name.strip()
    if code.upper() in _countries().index:
        return code.upper()
    if code in _alpha_2():
        return _alpha_2()[code]
    plain = _plain(name)
    if plain in _codes() and plain not in UNCLEAR:
        return _codes()[plain]
    raise UnknownCountry(f"Unknown country {name!r}.{_offer(plain)}")


def name(iso3: str) -> str:
    """Return the everyday name of the country with this alpha-3 code, or raise `UnknownCountry`."""
    return _field(iso3, "name")


def flag(iso3: str) -> str:
    """Return the flag emoji of the country with this alpha-3 code, or raise `UnknownCountry`."""
    return _field(iso3, "flag")


def in_sentence(iso3: str) -> str:
    """Return the name as it stands within a sentence: "the Philippines", "China"."""
    return f"the {name(iso3)}" if WITH_ARTICLE.match(name(iso3)) else name(iso3)


def regions() -> list[str]:
    """Return the regions of UN M49, and Antarctica, in alphabetical order."""
    return sorted(_countries()["region"].unique())


def subregions(region: str | None = None) -> list[str]:
    """Return the subregions of ``region``, or all, in alphabetical order.

    Raises ValueError where ``region`` is none of `regions`.
    """
    countries = _countries()
    if region is None:
        return sorted(countries["subregion"].unique())
    if region not in regions():
        raise ValueError(f"Unknown region {region!r}. Known: {', '.join(regions())}.")
    return sorted(countries.loc[countries["region"] == region, "subregion"].unique())


@cache
def _field(iso3: str, column: str) -> str:
    if iso3 not in _countries().index:
        raise UnknownCountry(f"Unknown country code {iso3!r}.")
    return str(_countries().at[iso3, column])


def _flag(iso3: str) -> str:
    country = pycountry.countries.get(alpha_3=iso3)
    return "🇽🇰" if country is None else str(country.flag)


@cache
def _alpha_2() -> dict[str, str]:
    return {country.alpha_2: country.alpha_3 for country in pycountry.countries} | {"XK": KOSOVO}


@cache
def _codes() -> dict[str, str]:
    """Map every known name, made plain, to its alpha-3 code."""
    codes: dict[str, str] = {}
    for known, iso3 in _known_names():
        plain = _plain(known)
        if codes.setdefault(plain, iso3) != iso3:
            raise ValueError(f"The name {known!r} stands for both {codes[plain]} and {iso3}.")
    return codes


def _known_names() -> Iterator[tuple[str, str]]:
    yield from ((known, str(iso3)) for iso3, known in _countries()["name"].items())
    for country in pycountry.countries:
        # As a dict, since pycountry warns when a country without a common name is asked for it.
        fields = dict(country)
        for field in ("name", "common_name", "official_name"):
            if field in fields:
                yield fields[field], country.alpha_3
    aliases = pd.read_csv(COLLECTION / "aliases.csv", dtype=str, keep_default_na=False)
    yield from zip(aliases["alias"], aliases["iso3"], strict=True)


def _plain(text: str) -> str:
    """Strip what spellings of one name differ in: "Côte d’Ivoire" and "COTE D'IVOIRE"."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(letter for letter in letters if not unicodedata.combining(letter))
    # Dots and apostrophes join (U.K., d'Ivoire); other punctuation parts.
    letters = re.sub(r"[.'’‘ʼ`´]", "", letters).replace("ı", "i").replace("&", " and ")
    words = re.sub(r"[\W_]+", " ", letters).split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def _offer(plain: str) -> str:
    near = UNCLEAR.get(plain) or [
        _codes()[known] for known in get_close_matches(plain, list(_codes()), n=15, cutoff=0.8)
    ]
    names = [name(iso3) for iso3 in dict.fromkeys(near)][:5]
    if not names:
        return ""
    return f" Did you mean {' or '.join(filter(None, [', '.join(names[:-1]), names[-1]]))}?"
