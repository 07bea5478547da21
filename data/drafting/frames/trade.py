"""Frames of trade without an amount: ranks and comparisons."""

import re
from collections.abc import Iterator
from dataclasses import replace

from data.drafting import partners
from data.drafting.drafts import Why
from data.drafting.events import Event, Partner
from data.drafting.figures import NUMBER_WORDS
from data.drafting.gazetteer import Mention
from data.drafting.patterns import words
from data.drafting.reading import Reading

_ORDINALS = {
    name: float(number)
    for number, name in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
        ],
        start=1,
    )
}
_RANK = words(
    rf"(?:(?:the |its |their )?(?P<nth>{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|"
    rf"rd|th))(?:[ -](?:largest|biggest|most important|top|main|leading))?|"
    r"(?P<top>largest|biggest|top|leading|main|number one|no\. ?1|number-one|primary|chief|"
    r"(?:most|single most) important)|"
    r"(?:no\.|number) ?(?P<no>\d{1,2}|two|three|four|five))(?: (?:single|"
    r"overall|bilateral|foreign))?,? "
    r"(?P<flow>(?:(?:and|export|import) )*trad(?:e|ing) partners?|import partner|export partner|"
    r"export (?:market|destination)s?|source of imports|import source|supplier of imports|"
    r"(?:overseas )?market for (?:its |their )?exports|buyer of (?:its |their "
    r")?exports|commercial partner|"
    r"(?:destination|market|buyer) (?:of|for) (?:[\w']+ ){0,2}exports|"
    r"(?:source|supplier) of (?:[\w']+ ){0,2}imports|economic partner|trading nation|"
    r"partner(?! (?:in|for)\b))"
)
_SHORT_RANK = words(
    rf"(?P<whose>[\w-]+'s )(?:(?P<nth>{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))[ -]"
    r"(?:largest|biggest)|(?P<top>largest|biggest)|(?:no\.|number) ?(?P<no>\d{1,2}))"
    r"(?=[.,;]| (?:in|among|after|behind|overall|worldwide)\b)"
)
_RANKED = words(
    rf"(?:rank(?:s|ed|ing)?|came|comes|placed|plac(?:es|ing)|was|is|stood)(?: in)?(?: the)? "
    rf"(?P<nth>{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))(?: place)?"
)
_AMONG = words(
    r"(?:among|of|in the list of) (?:[\w'-]+ ){0,5}?(?P<flow>trad(?:e|ing) partners|"
    r"(?:destinations|markets)(?: (?:of|for) (?:[\w']+ )?exports)?|export (?:destinations|markets)|"
    r"(?:sources|suppliers)(?: of (?:[\w']+ )?imports)?|import sources)"
)
_ONE_OF = words(
    r"(?:one|two|three|among|some|many) (?:of )?(?:[\w']+ ){0,5}$|among (?:[\w']+ ){0,5}$"
)
_PARTNER_OF_CHINA = words(r"(?:China's|Beijing's|China 's)(?: [\w-]+){0,3}? ?$")
_OF_SEVERAL = words(r" (?:of|for|to) (?:\w+ )?(?:of the|several|many|most|all|dozens|more than)")
_PREVIOUSLY = words(
    r"(?:surpass|overtak|overtook|replac|displac|eclips|unseat|ahead of|dethron)\w*"
)
_COMPARED = words(
    r"(?P<hedge>about |around |nearly |almost |roughly |some |more than )?"
    r"(?P<ratio>twice|double|triple|three times|four times|five times|six "
    r"times|ten times|\d+(?:\.\d+)? times|half|"
    r"a (?:quarter|third|fifth|tenth)|(?:two[ -]thirds|three[ -]quarters|one[ "
    r"-](?:third|quarter|fifth)|half) less|"
    r"(?:two[ -]thirds|three[ -]quarters))(?: (?:as (?:much|large|big|many)|the|"
    r"that|its|of|more|larger))*(?: [\w'-]+){0,5}? "
    r"(?:from|with|to) (?P<one>China|Beijing)(?: [\w'-]+){0,5}? (?:than|as|"
    r"with|from|that)(?: [\w'-]+){0,4}? "
    r"(?:from|with|to) (?:the )?"
)
_TIMES_THOSE = words(
    r"(?:from|with|to) (?P<one>China|Beijing)(?: [\w'-]+){0,6}? (?P<hedge>about |around |nearly |"
    r"almost |roughly |some |more than )?(?P<ratio>twice|double|triple|(?:three|four|five|six|ten|"
    r"\d+(?:\.\d+)?) times|half) (?:those|that|the \w+)(?: [\w'-]+){0,2}? (?:from|with|to) "
    r"(?:the )?"
)
_RATIOS = {
    "twice": 2.0,
    "double": 2.0,
    "triple": 3.0,
    "half": 0.5,
    "a quarter": 0.25,
    "a third": 1 / 3,
    "a fifth": 0.2,
    "a tenth": 0.1,
    "two-thirds": 2 / 3,
    "three-quarters": 0.75,
}
_NUMBERS = {"three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "ten": 10.0}


_TRADED = words(r"trade|trading|imports?|exports?|commerce")


def ranks(reading: Reading) -> Iterator[Event]:
    """Yield China's rank among the partner's trading partners, or the partner's among China's.

    "One of the largest" is no rank.
    """
    if not reading.china:
        return
    for found in reading.find(_RANK):
        before = reading.flat[max(reading.start, found.start() - 60) : found.start()]
        several = _ONE_OF.search(before) or _SEVERAL.fullmatch(found["flow"])
        bare = found["flow"].lower() == "partner" and not reading.has(_TRADED)
        if several or bare or _OF_SEVERAL.match(reading.flat, found.end()):
            continue
        of_china = _PARTNER_OF_CHINA.search(before) is not None
        pair, flow = _ranked(reading, found, of_china), _flow(found["flow"])
        event = Event(reading, "trade_rank", *found.span(), flow, pair, value=_rank(found))
        unit = "rank of partner" if of_china else "rank of China"
        yield replace(event, unit=unit, value_span=(found.start(), found.start("flow") - 1))
    yield from _again(reading)


def _again(reading: Reading) -> Iterator[Event]:
    """Yield a second rank that leaves out of what: "while Chad is China's fifth-largest"."""
    first = next(reading.find(_RANK), None)
    if first is None:
        return
    for found in _SHORT_RANK.finditer(reading.flat, first.end(), reading.end):
        of_china = _PARTNER_OF_CHINA.search(found["whose"]) is not None
        owner = [
            m for m in reading.mentions if found.start("whose") <= m.start < found.end("whose")
        ]
        pair = partners.partners(reading, *found.span())
        pair = pair if of_china else partners.of(owner)
        value, unit = _rank(found), "rank of partner" if of_china else "rank of China"
        event = Event(reading, "trade_rank", *found.span(), _flow(first["flow"]), pair)
        yield replace(event, value=value, unit=unit, value_span=(found.end("whose"), found.end()))


def places(reading: Reading) -> Iterator[Event]:
    """Yield ranks told by a verb: "China ranked fourth among the destinations of exports"."""
    among = next(reading.find(_AMONG), None)
    if among is None or not reading.china:
        return
    for found in reading.find(_RANKED):
        who = [m for m in reading.mentions if m.end <= found.start() and found.start() - m.end < 30]
        if not who or not who[-1].china or found.start() - who[-1].end > 30:
            continue
        pair = partners.partners(reading, *among.span())
        event = Event(reading, "trade_rank", *found.span(), _flow_among(among["flow"]), pair)
        span = found.span("nth")
        yield replace(event, value=_ordinal(found["nth"]), unit="rank of China", value_span=span)


def _flow_among(flow: str) -> str:
    if "trad" in flow.lower():
        return "total trade"
    return "imports" if words(r"import\w*|s\w+ers|sources").search(flow) else "exports"


_SEVERAL = words(
    r"(?!source)(?!destination)(?!market)(?!destination)(?!supplier)(?!overseas)(?!buyer).*s"
)


def _ranked(reading: Reading, found: re.Match[str], of_china: bool) -> tuple:
    """Return whose rank or list it is: the owner of "Cuba's biggest", else the nearest country.

    Whom China overtook is not the partner.
    """
    owners = [
        m
        for m in partners.usable(reading)
        if reading.flat[m.end : m.end + 2] == "'s" and 0 <= found.start() - m.end < 45 and m.iso3
    ]
    if owners and not of_china:
        return partners.of(partners.listed(reading, owners[-1]))
    passed = _PREVIOUSLY.search(reading.text)
    beaten = reading.start + passed.end() if passed else -1

    def suits(mention: Mention) -> bool:
        return not 0 <= mention.start - beaten < 15 if beaten > 0 else True

    return partners.partners(reading, *found.span(), suits)


def _rank(found: re.Match[str]) -> float:
    if found["top"]:
        return 1.0
    return _ordinal(found["nth"] or found["no"])


def _ordinal(text: str) -> float:
    """Read "fourth", "4th" or "four" as a number."""
    word = text.lower()
    if word in _ORDINALS:
        return _ORDINALS[word]
    return NUMBER_WORDS.get(word) or float(re.sub(r"\D", "", word))


def _flow(words_of_flow: str) -> str:
    plain = words_of_flow.lower()
    if "import" in plain:
        return "imports"
    return "exports" if "export" in plain and "trad" not in plain else "total trade"


def comparisons(reading: Reading) -> Iterator[Event]:
    """Yield trade with China as a ratio to trade with another country."""
    for found in (*reading.find(_COMPARED), *reading.find(_TIMES_THOSE)):
        behind = (m for m in reading.mentions if 0 <= m.start - found.end() <= 2 and not m.china)
        other = next(behind, None)
        pair = _compared(reading, found.span(), other) if other else ()
        if other and other.iso3 and pair:
            unit, value = f"ratio to {other.text}", _ratio(found["ratio"])
            span = (found.start(), found.end("ratio"))
            event = Event(reading, "trade_comparison", *found.span(), _direction(reading), pair)
            event = replace(event, value=value, unit=unit, value_span=span)
            yield replace(event, mood="about" if found["hedge"] else "")


def _compared(reading: Reading, span: tuple[int, int], other: Mention) -> tuple[Partner, ...]:
    """Return whose trade is compared: somebody but the one that it is compared with."""
    pair = partners.partners(reading, *span, lambda m: m.iso3 != other.iso3)
    return _owner(reading, other.iso3) if pair[0][0] in ("", other.iso3) else pair


def _owner(reading: Reading, not_this: str) -> tuple:
    earlier = reading.previous
    named = [
        m for m in (earlier.mentions if earlier else ()) if m.iso3 not in ("", "CHN", not_this)
    ]
    note = "inherited from the sentence before"
    return (
        ((named[-1].iso3, Why(named[-1].text, named[-1].start, named[-1].end, note)),)
        if named
        else ()
    )


def _ratio(text: str) -> float:
    plain = (
        text.lower()
        .replace("one ", "a ")
        .replace("one-", "a ")
        .replace(" quarters", "-quarters")
        .replace(" thirds", "-thirds")
    )
    less = plain.endswith(" less")
    plain = plain.removesuffix(" less")
    if plain.endswith("times"):
        number = plain.split()[0]
        return _NUMBERS.get(number) or float(number)
    value = _RATIOS[plain]
    return 1 - value if less else value


def _direction(reading: Reading) -> str:
    if reading.has(words(r"import\w*|bought|buys?|purchas\w*")):
        return "imports"
    return "exports" if reading.has(words(r"export\w*|s[eo]l[ld]\w*")) else "total trade"
