"""Partners: whose tie with China an event is, by the sentence, else by what the text is about."""

import re
from collections.abc import Callable, Iterable

from data.drafting.drafts import Why
from data.drafting.events import Partner
from data.drafting.gazetteer import Mention
from data.drafting.patterns import words
from data.drafting.reading import Reading, yardstick

_AND = words(
    r"(?:'s)?(?:,? and |, |,? as well as |,? or | and then )(?:the |his |its |"
    r"later |also |then |to )*"
)
ONE_OF_REGION = words(
    r" ?(?:nation|country|state|island|archipelago|kingdom|republic|government|"
    r"neighbou?r|economy)(?!s)"
)
_FORUM = words(
    r" ?(?:cooperation|forum|summit|co-operation|cooperation forum|relations|research|studies)"
)
_WITHIN = words(r"(?:in|across|of|throughout) (?:the )?$")
"""Before the region in which something lies: "the largest lender in the Pacific"."""
_FOR = words(r"(?:for|to) (?:the )?$")
"""Before the region that something is for: "in Johannesburg $60 billion for Africa"."""
_PENALTY = {"city": 8, "region": 20}


def why(mention: Mention, note: str = "") -> Why:
    """Return a mention as a reason."""
    return Why(" ".join(mention.text.split()), mention.start, mention.end, note)


def usable(reading: Reading) -> list[Mention]:
    """Return the mentions that can name a partner: no China, no onlooker, no forum's name."""
    return [
        m
        for m in reading.mentions
        if not m.china
        and (m.iso3 or m.sort == "region")
        and not reading.bystander(m)
        and not aside(reading, m)
        and not yardstick(reading.flat, m)
        and not (m.sort == "region" and _FORUM.match(reading.flat, m.end))
    ]


_ASIDE = words(
    r", (?:an?|the|his|her|who|whose) (?:[\w'-]+ ){1,6}(?:of|to|by|from|with|for) (?:the )?"
)


def aside(reading: Reading, mention: Mention) -> bool:
    """Whether somebody is named only to describe another: "Y, an ally of Russian President X"."""
    before = reading.flat[max(reading.start, mention.start - 70) : mention.start]
    return any(found.end() == len(before) for found in _ASIDE.finditer(before))


def partners(
    reading: Reading, start: int, end: int, suits: Callable[[Mention], bool] = lambda m: True
) -> tuple[Partner, ...]:
    """Return the partners of what stands between two offsets: one, or those of a list.

    The nearest country of the sentence, by clauses; a region stands for many, which is "".
    "The East African nation" and a sentence without a country mean the one that the text is
    about just then.
    """
    near = sorted(
        (m for m in usable(reading) if suits(m)),
        key=lambda m: (_far(reading, m, start, end), m.start),
    )
    if not near:
        return (about(reading),)
    best = near[0]
    if best.sort == "region" and ONE_OF_REGION.match(reading.flat, best.end):
        return ((reading.focus, why(best, "the country that the text is about just then")),)
    return of(listed(reading, best))


def about(reading: Reading) -> Partner:
    """Return the country that the text is about just then."""
    return reading.topic, Why(note="the country that the text is about just then")


def of(mentions: Iterable[Mention]) -> tuple[Partner, ...]:
    """Return mentions as partners, each country once."""
    found: dict[str, Why] = {}
    for mention in mentions:
        found.setdefault(mention.iso3, why(mention))
    return tuple(found.items())


def listed(reading: Reading, mention: Mention) -> list[Mention]:
    """Return the mentions that stand in one list with this one: "Kenya, Togo and Chad"."""
    row = [m for m in reading.mentions if m.iso3 or m.sort == "region"]
    if mention not in row:
        return [mention]
    index = row.index(mention)
    first = last = index
    while first and _joined(reading.flat, row[first - 1], row[first]):
        first -= 1
    while last + 1 < len(row) and _joined(reading.flat, row[last], row[last + 1]):
        last += 1
    return [m for m in row[first : last + 1] if not m.china and m.iso3] or [mention]


def _joined(flat: str, one: Mention, other: Mention) -> bool:
    gap = flat[one.end : other.start]
    if gap.strip() == "," and flat[other.end : other.end + 2] == "'s":
        return False
    if "person" in (one.sort, other.sort) and one.sort != other.sort:
        return bool(re.fullmatch(r"'s\s+", gap) or (" and " in gap and _AND.fullmatch(gap)))
    return one.sort == other.sort and bool(_AND.fullmatch(gap))


def _far(reading: Reading, mention: Mention, start: int, end: int) -> int:
    far = reading.distance((mention.start, mention.end), (start, end))
    far += _PENALTY.get(mention.sort, 0)
    if mention.sort == "region":
        far += 45 if _WITHIN.search(reading.flat, reading.start, mention.start) else 0
        behind = end <= mention.start and _FOR.search(reading.flat, end, mention.start)
        far -= _PENALTY["region"] + 25 if behind else 0
    return far + (35 if mention.iso3 == "USA" and reading.focus != "USA" else 0)
