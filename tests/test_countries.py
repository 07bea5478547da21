"""Countries: the table, the names that are found, and those that are not."""

import pandas as pd
import pycountry
import pytest

from data import countries
from data.countries import UnknownCountry, find


def aliases():
    path = countries.COLLECTION / "aliases.csv"
    read = pd.read_csv(path, dtype=str, keep_default_na=False)
    return list(zip(read["alias"], read["iso3"], strict=True))


def test_the_table_holds_iso_3166_and_kosovo_and_nothing_else():
    codes = {country.alpha_3 for country in pycountry.countries}
    assert set(countries.table().index) == codes | {"XKX"}
    assert len(countries.table()) == 250


def test_the_table_is_complete_typed_and_sorted():
    table = countries.table()
    assert list(table.columns) == ["name", "flag", "region", "subregion", "lat", "lon"]
    assert table.index.is_monotonic_increasing
    assert table.index.is_unique
    assert table["name"].is_unique
    assert not table.isna().any(axis=None)
    assert (table[["name", "flag", "region", "subregion"]] != "").all(axis=None)
    assert table["lat"].between(-90, 90).all()
    assert table["lon"].between(-180, 180).all()


def test_the_table_handed_out_cannot_spoil_the_cached_one():
    table = countries.table()
    table["name"] = "changed"
    table.loc["CHN", "lat"] = 0.0
    assert countries.table().at["CHN", "name"] == "China"
    assert countries.table().at["CHN", "lat"] != 0.0


def test_namibia_survives_reading():
    assert find("NA") == find("Namibia") == find("nam") == "NAM"
    assert countries.table().loc["NAM", ["name", "region"]].tolist() == ["Namibia", "Africa"]


@pytest.mark.parametrize(
    ("iso3", "region", "subregion"),
    [
        ("BLR", "Europe", "Eastern Europe"),
        ("RUS", "Europe", "Eastern Europe"),
        ("GBR", "Europe", "Northern Europe"),
        ("XKX", "Europe", "Southern Europe"),
        ("CYP", "Asia", "Western Asia"),
        ("TUR", "Asia", "Western Asia"),
        ("GEO", "Asia", "Western Asia"),
        ("ARM", "Asia", "Western Asia"),
        ("AZE", "Asia", "Western Asia"),
        ("IRN", "Asia", "Southern Asia"),
        ("KAZ", "Asia", "Central Asia"),
        ("PHL", "Asia", "South-eastern Asia"),
        ("CHN", "Asia", "Eastern Asia"),
        ("TWN", "Asia", "Eastern Asia"),
        ("EGY", "Africa", "Northern Africa"),
        ("SDN", "Africa", "Northern Africa"),
        ("SSD", "Africa", "Eastern Africa"),
        ("MOZ", "Africa", "Eastern Africa"),
        ("ZMB", "Africa", "Eastern Africa"),
        ("ZWE", "Africa", "Eastern Africa"),
        ("MWI", "Africa", "Eastern Africa"),
        ("AGO", "Africa", "Middle Africa"),
        ("TCD", "Africa", "Middle Africa"),
        ("CMR", "Africa", "Middle Africa"),
        ("ZAF", "Africa", "Southern Africa"),
        ("NGA", "Africa", "Western Africa"),
        ("MEX", "Americas", "Central America"),
        ("CUB", "Americas", "Caribbean"),
        ("BRA", "Americas", "South America"),
        ("GRL", "Americas", "Northern America"),
        ("BMU", "Americas", "Northern America"),
        ("FJI", "Oceania", "Melanesia"),
        ("CXR", "Oceania", "Australia and New Zealand"),
        ("ATA", "Antarctica", "Antarctica"),
    ],
)
def test_regions_follow_un_m49(iso3, region, subregion):
    assert countries.table().loc[iso3, ["region", "subregion"]].tolist() == [region, subregion]


def test_each_subregion_has_as_many_members_as_m49_lists():
    """Counted in the UN's list; Taiwan, Kosovo and Antarctica are ours."""
    assert countries.table().groupby("subregion").size().to_dict() == {
        "Antarctica": 1,
        "Australia and New Zealand": 6,
        "Caribbean": 28,
        "Central America": 8,
        "Central Asia": 5,
        "Eastern Africa": 22,
        "Eastern Asia": 7 + 1,
        "Eastern Europe": 10,
        "Melanesia": 5,
        "Micronesia": 8,
        "Middle Africa": 9,
        "Northern Africa": 7,
        "Northern America": 5,
        "Northern Europe": 16,
        "Polynesia": 10,
        "South America": 16,
        "South-eastern Asia": 11,
        "Southern Africa": 5,
        "Southern Asia": 9,
        "Southern Europe": 16 + 1,
        "Western Africa": 17,
        "Western Asia": 18,
        "Western Europe": 9,
    }


def test_a_region_code_belongs_to_one_region_and_back():
    rows = pd.read_csv(countries.COLLECTION / "countries.csv", dtype=str, keep_default_na=False)
    for name, code in (("region", "region_code"), ("subregion", "subregion_code")):
        pairs = rows[[name, code]].drop_duplicates()
        assert pairs[name].is_unique
        assert pairs[code].is_unique


def test_regions_and_subregions():
    assert countries.regions() == ["Africa", "Americas", "Antarctica", "Asia", "Europe", "Oceania"]
    assert countries.subregions("Europe") == [
        "Eastern Europe",
        "Northern Europe",
        "Southern Europe",
        "Western Europe",
    ]
    assert len(countries.subregions()) == 23
    with pytest.raises(ValueError, match="Unknown region 'Arctic'"):
        countries.subregions("Arctic")


def test_every_name_code_and_alias_finds_its_country():
    for iso3, row in countries.table().iterrows():
        assert find(iso3) == find(iso3.lower()) == find(row["name"]) == find(row["name"].upper())
    for alias, iso3 in aliases():
        assert find(alias) == iso3


def test_every_iso_name_finds_its_country_but_the_ambiguous_congo():
    for country in pycountry.countries:
        names = {value for field, value in country if field.endswith("name")}
        assert country.name in names
        for written in {country.alpha_2, *names} - {"Congo"}:
            assert find(written) == country.alpha_3


def test_no_alias_says_what_is_found_without_it():
    table, codes = countries.table(), pycountry.countries
    names = [*table["name"], *(value for c in codes for key, value in c if key.endswith("name"))]
    known = {text.casefold() for text in [*names, *table.index, *(c.alpha_2 for c in codes)]}
    assert [alias for alias, _ in aliases() if alias.casefold() in known] == []


@pytest.mark.parametrize(
    ("written", "iso3"),
    [
        ("Russia", "RUS"),
        ("Turkey", "TUR"),
        ("Turkiye", "TUR"),
        ("TÜRKİYE", "TUR"),
        ("Ivory Coast", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("State of Palestine", "PSE"),
        ("Burma", "MMR"),
        ("Taiwan, Province of China", "TWN"),
        ("Other Asia, nes", "TWN"),
        ("Korea, North", "PRK"),
        ("DPRK", "PRK"),
        ("Republic of Korea", "KOR"),
        ("Congo - Kinshasa", "COD"),
        ("Congo-Brazzaville", "COG"),
        ("Republic of the Congo", "COG"),
        ("U.K.", "GBR"),
        ("uk", "GBR"),
        ("the United States", "USA"),
        ("United States of America", "USA"),
        ("Czech Republic", "CZE"),
        ("People's Republic of China", "CHN"),
        ("U.S.A.", "USA"),
        ("Lao People's Dem. Rep.", "LAO"),
        ("The Gambia", "GMB"),
        ("Macau", "MAC"),
        ("Hong Kong SAR", "HKG"),
        ("Guinea", "GIN"),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Dominica", "DMA"),
        ("Micronesia", "FSM"),
        ("Kosovo", "XKX"),
        ("XK", "XKX"),
        ("  south   africa ", "ZAF"),
    ],
)
def test_names_as_the_press_writes_them(written, iso3):
    assert find(written) == iso3


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("Belarrus", "Unknown country 'Belarrus'. Did you mean Belarus?"),
        ("Phillipines", "Unknown country 'Phillipines'. Did you mean Philippines?"),
        ("Congo", "Unknown country 'Congo'. Did you mean Republic of the Congo or DR Congo?"),
        ("Korea", "Unknown country 'Korea'. Did you mean South Korea or North Korea?"),
        ("America", "Unknown country 'America'. Did you mean United States?"),
        ("England", "Unknown country 'England'. Did you mean United Kingdom?"),
        ("EU", "Unknown country 'EU'."),
        ("Africa", "Unknown country 'Africa'."),
        ("Soviet Union", "Unknown country 'Soviet Union'."),
        ("Yugoslavia", "Unknown country 'Yugoslavia'."),
        ("", "Unknown country ''."),
        ("---", "Unknown country '---'."),
    ],
)
def test_what_is_no_country_is_an_error_that_offers_near_names(written, message):
    with pytest.raises(UnknownCountry) as error:
        find(written)
    assert str(error.value) == message


def test_at_most_five_names_are_offered():
    with pytest.raises(LookupError) as error:
        find("Saint Martinique Islands and")
    assert str(error.value).count(",") <= 4


def test_name_flag_and_sentence():
    assert countries.name("KOR") == "South Korea"
    assert countries.flag("CHN") == "🇨🇳"
    assert countries.flag("XKX") == "🇽🇰"
    assert countries.in_sentence("PHL") == "the Philippines"
    assert countries.in_sentence("CHN") == "China"
    assert countries.in_sentence("NLD") == "the Netherlands"
    assert countries.in_sentence("ZAF") == "South Africa"
    for ask in (countries.name, countries.flag, countries.in_sentence):
        with pytest.raises(UnknownCountry, match="Unknown country code 'XAC'"):
            ask("XAC")
