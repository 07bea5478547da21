"""What the tests of the store add."""

from data import store
from data.store import Change

CELLS = {
    "kind": "donation",
    "partner": "ZAF",
    "date": "2023-12-05",
    "date_role": "announced",
    "qualifier": "exact",
    "value": "12",
    "unit": "vehicles",
    "value_text": "12",
    "status": "pledged",
    "actor": "China",
    "attributed_to": "A paper",
    "side": "independent",
    "source": "tna-20231205",
    "paragraph": "1",
    "summary": "China promised twelve vehicles.",
}
SOURCE = {
    "source": "paper-20240102",
    "title": "A report",
    "publisher": "The Paper",
    "published": "2024-01-02",
    "language": "en",
    "paragraphs": "3",
}
PLACE = {
    "place": "durban",
    "name": "Durban",
    "kind": "city",
    "country": "ZAF",
    "lat": "-29.86",
    "lon": "31.03",
    "disputed": "false",
}
TEXT = "First paragraph, with words.\n\nSecond: China gave 12 vehicles to Durban.\n\nThird one."

AGENCY = """Vientiane takes generators from Beijing

VIENTIANE, May 14 (Southern Wire) - Laos received 60 generators from China on Monday, the Chinese \
Embassy said in a statement.

Chinese Foreign Minister Wang Yi visited Laos on May 12, according to the Foreign Ministry in \
Vientiane.

China will lend Laos about $310 million for a hospital, Finance Minister Santiphab Phomvihane \
said on Tuesday.

China's trade with the region has been a matter of debate since 2019, and critics ask who gains \
from it.
"""
"""An article of which a donation, a visit and a loan are drafted, and a sentence is suspicious."""
WIRE = {
    "source": "sw-20240515",
    "title": "Vientiane takes generators from Beijing",
    "publisher": "Southern Wire",
    "author": "",
    "published": "2024-05-15",
    "url": "",
    "language": "en",
    "syndicated_from": "",
    "note": "",
}


def new(**cells):
    """Return the addition of a sound fact, of the founding source if none is named."""
    return Change("fact", CELLS | cells)


def add(*changes, who="Ann", why="read it", **more):
    """Keep the changes, by default one new fact, as one act."""
    return store.record(changes or [new()], who=who, why=why, **more)


def correct(key, number, **cells):
    """Return the correction of a fact that was seen in its revision of this number."""
    return Change("fact", {"fact_id": key, **cells}, based_on=number)
