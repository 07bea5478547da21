"""Places that are not known yet: countries and cities, by name."""

from data import geonames, places


def test_a_city_is_proposed_as_a_sound_place():
    row = geonames.propose("Addis Ababa")
    assert (row["place"], row["name"], row["kind"]) == ("addis-ababa", "Addis Ababa", "city")
    assert (row["country"], row["lat"], row["lon"]) == ("ETH", "9.02", "38.75")
    assert row["disputed"] == "false"


def test_a_country_is_a_place_too():
    row = geonames.propose(" Ivory  Coast ")
    assert (row["place"], row["kind"], row["country"]) == ("cote-d-ivoire", "country", "CIV")


def test_of_cities_with_one_name_the_near_one_is_meant():
    assert geonames.propose("Victoria", ("SYC",))["country"] == "SYC"
    assert geonames.propose("Victoria")["country"] != "SYC"


def test_another_name_of_a_city_finds_it():
    assert geonames.propose("Finfinne")["name"] == "Addis Ababa"


def test_a_name_that_is_taken_is_told_apart():
    assert geonames.propose("Manila")["name"] == "Manila (Philippines)"
    assert places.find("manila") == "manila"


def test_a_name_of_nothing_is_none():
    assert geonames.propose("Nowhere at all") is None
    assert geonames.propose("") is None
