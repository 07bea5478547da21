"""Places: the collection, its checks, and how a place is described."""

import pytest

from data import countries, places
from data.checks import InvalidFacts

HEADER = "place,name,other_names,kind,country,lat,lon,disputed,claimants,note\n"
GOOD = "minsk,Minsk,Минск (Russian),city,BLR,53.9,27.56,false,,\n"
OWNED = "BLR,53.9,27.56,false,,"

OTHER = GOOD.replace("minsk", "gomel").replace("Minsk", "Gomel")


@pytest.fixture
def read(tmp_path):
    def read(*rows):
        path = tmp_path / "places.csv"
        path.write_text(HEADER + "".join(rows), encoding="utf-8")
        return places._read(path, 0)

    return read


def test_the_collection_is_typed_and_holds_the_founding_places():
    table = places.table()
    assert set(table.index) >= {
        "beijing",
        "china",
        "south-africa",
        "johannesburg",
        "julian-felipe-reef",
        "spratly-islands",
    }
    assert table.index.name == "place"
    assert table["lat"].dtype == table["lon"].dtype == float
    assert table["disputed"].dtype == bool
    assert table.at["johannesburg", "lat"] == -26.2


def test_what_is_handed_out_cannot_spoil_the_collection():
    table = places.table()
    table.loc["minsk", "name"] = "changed"
    assert places.table().at["minsk", "name"] == "Minsk"


def test_no_disputed_place_is_given_to_a_country():
    disputed = places.table().query("disputed")
    assert disputed.index.tolist() == ["julian-felipe-reef", "spratly-islands"]
    assert (disputed["country"] == "").all()
    assert disputed["claimants"].tolist() == ["CHN;PHL;TWN;VNM", "BRN;CHN;MYS;PHL;TWN;VNM"]


def test_a_country_as_a_place_stands_where_the_country_does():
    table = places.table().query("kind == 'country'")
    stands = countries.table().loc[table["country"], ["lat", "lon"]]
    assert table[["lat", "lon"]].to_numpy().tolist() == stands.to_numpy().tolist()


def test_a_place_has_a_name_and_a_way_to_say_where():
    assert places.names()["spratly-islands"] == "Spratly Islands"
    assert places.whole_countries() == {"china": "CHN", "south-africa": "ZAF"}
    keys = ("beijing", "china", "spratly-islands", "great-stone-industrial-park")
    assert [places.whereabouts(key) for key in keys] == [
        "in Beijing",
        "in China",
        "in the Spratly Islands",
        "at Great Stone Industrial Park",
    ]


def test_a_disputed_place_is_described_by_all_its_names_and_claimants():
    assert places.describe("julian-felipe-reef") == (
        "Julian Felipe Reef (Philippines), also Whitsun Reef (international), "
        "牛轭礁 Niú'è Jiāo (China), 牛軛礁 Niú'è Jiāo (Taiwan) and Đá Ba Đầu (Vietnam); "
        "claimed by China, the Philippines, Taiwan and Vietnam"
    )
    assert places.describe("spratly-islands").endswith(
        "claimed by Brunei, China, Malaysia, the Philippines, Taiwan and Vietnam"
    )


def test_other_places_are_described_by_their_names():
    assert places.describe("johannesburg") == "Johannesburg"
    assert places.describe("minsk") == "Minsk, also Мінск (Belarusian) and Минск (Russian)"


def test_an_unknown_place_is_an_error():
    with pytest.raises(LookupError, match=r"Unknown place 'atlantis'\. Known: beijing, "):
        places.describe("atlantis")


def test_a_good_row_is_read(read):
    assert read(GOOD).at["minsk", "lon"] == 27.56


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("minsk", "Minsk!", "place: 'Minsk!' is no key: small letters and digits"),
        (",Minsk", ",", "name: '' must be filled"),
        (" (Russian)", "", "other_names: 'Минск' must say in brackets, for each name, who"),
        ("city", "town", "kind: 'town' is none of city, country, islands, reef, site"),
        ("BLR", "BY", "country: 'BY' is not an ISO 3166-1 alpha-3 code"),
        ("BLR", "", "country: '' must be filled: the place is not disputed"),
        ("53.9", "90.1", "lat: '90.1' must be degrees from -90 to 90"),
        ("53.9", "nan", "lat: 'nan' must be degrees from -90 to 90"),
        ("27.56", "east", "lon: 'east' must be degrees from -180 to 180"),
        ("false", "no", "disputed: 'no' must be true or false"),
        ("false,,", "false,CHN,", "claimants: 'CHN' must be empty: the place is not disputed"),
        ("false,,", "true,CHN;VNM,", "country: 'BLR' must be empty: a disputed place lies in no"),
        (OWNED, ",9,114,true,CHN,", "claimants: 'CHN' must name at least two"),
        (OWNED, ",9,114,true,CHN;CHN,", "claimants: 'CHN;CHN' must name at least two"),
        (OWNED, ",9,114,true,CHN;XX,", "claimants: 'CHN;XX' must be ISO 3166-1 alpha-3 codes"),
    ],
)
def test_a_fault_is_named_by_file_row_column_value_and_rule(read, old, new, fault):
    assert old in GOOD
    with pytest.raises(InvalidFacts) as error:
        read(OTHER, GOOD.replace(old, new, 1))
    assert str(error.value).splitlines()[0].startswith(f"places.csv, row 3, column {fault}")


def test_what_stands_twice_and_other_faults_are_told_at_once(read):
    with pytest.raises(InvalidFacts) as error:
        read(
            GOOD,
            GOOD,
            GOOD.replace("minsk", "gomel").replace("Minsk", "Gomel").replace("53.9", "99"),
        )
    twice = "stands in an earlier row too; it tells one place from all others"
    assert str(error.value).splitlines() == [
        f"places.csv, row 3, column place: 'minsk' {twice}",
        f"places.csv, row 3, column name: 'Minsk' {twice}",
        "places.csv, row 4, column lat: '99' must be degrees from -90 to 90",
    ]


def test_other_columns_are_refused(tmp_path):
    path = tmp_path / "places.csv"
    path.write_text("place,name\n", encoding="utf-8")
    with pytest.raises(InvalidFacts, match="lacks the column claimants"):
        places._read(path, 0)
