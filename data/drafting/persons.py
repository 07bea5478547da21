"""Persons: who is named with a title, learnt once and known again by surname alone.

``leaders.csv`` lists heads of state and government and foreign ministers since about 2000; a
person who is not in it is known by the country that stands before the title.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from data.drafting.gazetteer import CHINA, Mention
from data.drafting.leaders import SURNAME_FIRST, leader, leaders_of, surname
from data.drafting.patterns import exact, words

ALONE = (
    "Xi",
    "Putin",
    "Trump",
    "Biden",
    "Obama",
    "Modi",
    "Macron",
    "Erdogan",
    "Lukashenko",
    "Maduro",
)
"""Leaders whom the press names by surname without an introduction."""
BY_FIRST_NAME = frozenset({"ETH", "ERI", "SOM", "ISL"})
"""Where people are named again by the first of their names."""
_WORD = (
    rf"(?:(?!(?:{'|'.join(ALONE)}) )[A-Z][a-z]+ "
    r"(?:and (?!Prime |Foreign |Defen[cs]e |Vice |Deputy )|for )?){0,4}?"
)
"""Words of a ministry: those behind "and" belong to it, unless another title or name begins."""
_HIGH = (
    r"(?:(?:Vice|Deputy|Executive|Acting) )*(?:President(?:-elect)?|Premier|"
    r"Prime Minister(?:-designate)?|PM(?! of)|Chancellor|"
    r"(?:(?:Senior|Major|Lieutenant|Brigadier|Vice|Lt\.|Maj\.) )*(?:General|Gen\.|Admiral|Adm\.)|"
    r"King|Queen|Emperor|Emir|Sultan|Crown Prince|Prince|Chairman|General Secretary|Speaker|"
    r"State Councill?or|National Security Advis[eo]r|Special Envoy|Envoy|Trade Representative|"
    r"Senior Advis[eo]r(?: to the President)?(?: (?:for|on) (?:[A-Z][a-z]+ ?){1,4})?|"
    rf"Foreign Secretary|{_WORD}Minister(?: (?:of|for) (?:[A-Z][a-z]+ ?(?:and )?){{1,3}}?)?|"
    rf"{_WORD}Secretary(?: of (?:State|Defense|Commerce|Agriculture|Energy|the Treasury))?)"
)
_OTHER = (
    r"(?:(?:Vice|Deputy|Senior|Rear|Major|Lieutenant|Brigadier|Lt\.|Maj\.) )*(?:Ambassador|"
    r"Commodore|"
    r"Colonel|Captain|Governor|Senator|Sen\.|Mayor|"
    rf"{_WORD}[Ss]pokes(?:man|woman|person))"
)
_NAME = (
    r"[A-Z][\w.-]*(?:'[A-Z]\w+)?(?: (?:[A-Z][\w-]*(?:'[a-zA-Z]\w+)?\.?(?=\W)|al-\w+|el-\w+|bin|"
    r"de|da|dos|del|van|von|der|ul|e)){0,4}"
)
_TITLED = exact(rf"\b(?P<title>{_HIGH}|{_OTHER}),? (?P<name>{_NAME})")
_APPOSED = exact(
    rf"(?P<name>{_NAME}), (?:the |a |now |then )?(?P<title>president|prime minister) of "
)
_CHIEF = exact(
    rf"(?P<name>{_NAME}), (?:the |then |now )*(?P<title>(?:army|military|navy|defen[cs]e) chief|"
    r"(?:chief|head|commander) of (?:the |its )?(?:military|army|armed forces|navy|air force|"
    r"defen[cs]e (?:staff|forces)|general staff))"
)
"""Who commands: "X, then the chief of the military"."""
_RANK = exact(rf"{_HIGH}")
_BETWEEN = words(r"(?:'s?)?(?: (?:then|new|newly|elected|acting|outgoing|former|late|own))*[\s-]*")
_OFFICE = words(
    r"(?:'s?)? (?:then |new |visiting |newly elected |top |senior |"
    r"former )*(?P<office>"
    r"(?:vice |deputy )*(?:presidents?|prime ministers?|(?-i:PMs?)|premiers?|"
    r"chancellor|king|queen|emir|"
    r"sultan|(?:crown )?prince|(?:junta |military )?(?:leaders?|rulers?|chiefs?)|"
    r"foreign ministers?|(?:senate |parliament(?:ary)? |house )?speaker|"
    r"(?:commerce|trade|army|defen[cs]e|military) chief|(?:army|military|navy) commander|"
    r"(?:\w+ )?ministers?|(?:\w+ )?secretary|(?:\w+ ){0,2}envoy|head of state|top diplomat|"
    r"(?:\w+ ){0,2}delegations?|national security advis[eo]r))"
)
_OF = words(
    r"(?:delegations? (?:of|from)|(?:vice |deputy )?(?:presidents?|prime ministers?|"
    r"(?:foreign |trade |defen[cs]e )ministers?|leaders?|king|queen|emir|sultan|"
    r"crown prince) (?:of|from))"
    r" (?:the )?$"
)
_NEXT_OF = words(r"(?:, and |, | and )(?:the )?")
"""What joins the countries of "the presidents of Peru, Chile and Cuba"."""
_NO_NAME = frozenset(
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "The",
        "In",
        "On",
        "At",
        "Of",
        "And",
        "But",
        "He",
        "She",
        "It",
        "China",
        "Chinese",
        "Beijing",
        "For",
        "With",
        "To",
        "From",
        "By",
        "As",
        "That",
        "Who",
        "A",
        "An",
        "Mr",
        "Mr.",
        "Mrs.",
        "Office",
        "State",
        "Administration",
    ]
)
_NAMESAKES = frozenset({("COD", "COG"), ("COG", "COD"), ("KOR", "PRK"), ("PRK", "KOR")})
"""Countries of one name, of which a known leader says the one that is meant."""
_AMERICAN = words(
    r"secretary of (?:state|defense|commerce)|treasury secretary|trade representative"
)


def persons(flat: str, countries_named: list[Mention]) -> list[Mention]:
    """Return the mentions with those of persons among them, which take in their country's.

    "Zambia's President Edgar Lungu" is one mention of a person; where the text later says
    "Lungu", that is another.
    """
    titled = list(_titled(flat, countries_named))
    taken = [(m.start, m.end) for m in titled]
    leaders = [m for m in countries_named if m.sort == "person" and not _inside(m.start, taken)]
    titled = sorted([*titled, *leaders], key=lambda m: m.start)
    known = _surnames(titled)
    others = leaders_of({m.iso3 for m in countries_named if m.iso3 != CHINA}, known)
    taken = [(m.start, m.end) for m in titled]
    again = [m for m in _again(flat, known) if not _inside(m.start, taken)]
    again += [m for m in _again(flat, others) if not _inside(m.start, taken) and _alone(flat, m)]
    offices = [m for m in _offices(flat, countries_named) if not _inside(m.start, taken)]
    found = sorted([*titled, *again, *offices], key=lambda m: (m.start, -m.end))
    spans = [(m.start, m.end) for m in found]
    rest = [m for m in countries_named if not _inside(m.start, spans)]
    return sorted([*found, *rest], key=lambda m: m.start)


def _titled(flat: str, countries_named: list[Mention]) -> Iterator[Mention]:
    ends = [m.end for m in countries_named]
    named_at: dict[int, list[Mention]] = defaultdict(list)
    for mention in countries_named:
        if mention.sort in ("country", "region"):
            named_at[mention.start].append(mention)
    for found in sorted(
        [found for form in (_TITLED, _APPOSED, _CHIEF) for found in form.finditer(flat)],
        key=lambda m: m.start(),
    ):
        name = _tidy(found["name"])
        if not name or any(m.text.startswith(name) for m in named_at[found.start("name")]):
            continue
        nation = _before(flat, found.start(), countries_named, ends)
        behind = next((m for m in countries_named if 0 <= m.start - found.end() < 2), None)
        nation = nation or _within(found, countries_named, ends)
        own = _country(name, found["title"])
        iso3 = nation.iso3 if nation and nation.iso3 else own
        iso3 = own if (iso3, own) in _NAMESAKES else iso3
        if not iso3 and found.re is _APPOSED and behind:
            iso3 = behind.iso3
        start = min(nation.start, found.start()) if nation else found.start()
        end = found.start("name") + len(name)
        rank = bool(_RANK.fullmatch(found["title"])) or found.re in (_APPOSED, _CHIEF)
        yield Mention(start, end, flat[start:end], iso3, "person", _whole(name), rank)


def _before(flat: str, start: int, mentions: list[Mention], ends: list[int]) -> Mention | None:
    """Return the country that stands right before a title, as in "Zambia's President"."""
    index = bisect_right(ends, start) - 1
    if index < 0 or start - ends[index] > 25:
        return None
    return (
        mentions[index]
        if _BETWEEN.fullmatch(flat, ends[index], start) or start - ends[index] <= 1
        else None
    )


def _within(found: re.Match[str], mentions: list[Mention], ends: list[int]) -> Mention | None:
    """Return the country whose name the title begins with, as in "Pakistani Energy Minister"."""
    index = bisect_right(ends, found.start())
    if index < len(mentions) and found.start() <= mentions[index].start < found.start("name") - 5:
        return mentions[index]
    return None


_ENDS = re.compile(r"\w{4}\.$")
"""A name that ends its sentence: "Narendra Modi. Since"."""


def _tidy(name: str) -> str:
    kept: list[str] = []
    for word in name.split():
        if word in _NO_NAME or (kept and word in ("e",) and len(kept) > 4):
            break
        kept.append(word)
        if _ENDS.search(word):
            break
    while kept and kept[-1] in ("de", "da", "van", "von", "der", "bin", "e", "ul", "dos", "del"):
        kept.pop()
    joined = re.match(r"\s+".join(map(re.escape, kept)), name) if kept else None
    return joined[0].rstrip(".-") if joined else ""


def _whole(name: str) -> str:
    whole = " ".join(name.split())
    known = leader(whole)
    return known[0] if known and " " not in whole else whole


def _country(name: str, title: str) -> str:
    known = leader(" ".join(name.split()))
    return known[1] if known else ("USA" if _AMERICAN.search(title) else "")


def _surnames(titled: list[Mention]) -> dict[str, Mention]:
    """Map the surname by which each person is named again to the person; and Xi, known to all."""
    known = {
        alone: Mention(0, 0, "", found[1], "person", found[0], True)
        for alone in ALONE
        if (found := leader(alone))
    }
    for person in titled:
        parts = [part for part in person.name.split() if part not in ("Jr.", "Jr")]
        first = parts[:1] if person.iso3 in BY_FIRST_NAME else []
        for part in (surname(parts, person.iso3), parts[-1], *first):
            if len(part) > 1 and not (person.iso3 in SURNAME_FIRST and part != parts[0]):
                before = known.get(part)
                if before is None or (not before.iso3 and person.iso3):
                    known[part] = person
    return known


_BEFORE = re.compile(r"(?P<word>[A-Z][\w.'-]*)\s+$")
_OPENERS = ("And", "But", "When", "While", "As", "For", "With", "After", "Since", "If", "The")
"""Words with a capital that open a sentence and are no name."""


def _alone(flat: str, again: Mention) -> bool:
    """Whether a surname stands by itself, and is no part of somebody else's name."""
    before = _BEFORE.search(flat[max(0, again.start - 25) : again.start])
    if before and not (before["word"] in _OPENERS or before["word"].endswith("'s")):
        return False
    return re.match(r"\s[A-Z]", flat[again.end : again.end + 2]) is None


def _again(flat: str, known: dict[str, Mention]) -> Iterator[Mention]:
    if not known:
        return
    names = sorted({re.escape(whole.name) for whole in known.values()} | set(map(re.escape, known)))
    pattern = exact(rf"\b(?:{'|'.join(sorted(names, key=len, reverse=True))})(?!\w)")
    by_name = {person.name: person for person in known.values()}
    for found in pattern.finditer(flat):
        person = by_name.get(found[0]) or known.get(found[0])
        if person:
            at = (found.start(), found.end(), found[0])
            yield Mention(*at, person.iso3, "person", person.name, person.rank)


def _offices(flat: str, countries_named: list[Mention]) -> Iterator[Mention]:
    """Yield those who are named by country and office alone: "the Chinese foreign minister"."""
    listed = -1
    for nation in countries_named:
        before = flat[max(0, nation.start - 25) : nation.start]
        sent = _OF.search(before) if nation.iso3 and nation.sort == "country" else None
        office = _OFFICE.match(flat, nation.end) if nation.sort != "city" else None
        further = listed >= 0 and not office and _NEXT_OF.fullmatch(flat, listed, nation.start)
        if sent or further:
            start = nation.start - len(before) + sent.start() if sent else nation.start
            text = flat[start : nation.end]
            yield Mention(start, nation.end, text, nation.iso3, "person", "", True)
            listed = nation.end
            continue
        listed = nation.end if nation.sort == "region" and _OF.search(before) else listed
        if office and nation.iso3:
            text = flat[nation.start : office.end()]
            yield Mention(nation.start, office.end(), text, nation.iso3, "person", "", True)


def _inside(position: int, spans: list[tuple[int, int]]) -> bool:
    index = bisect_right(spans, (position, 10**9)) - 1
    return index >= 0 and spans[index][0] <= position < spans[index][1]
