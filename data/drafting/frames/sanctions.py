"""Frame of sanctions: restrictions put on or lifted, by China, on China, or on the partner."""

import re
from collections.abc import Iterator
from dataclasses import replace

from data.drafting import partners
from data.drafting.events import Event
from data.drafting.frames.rates import with_rate
from data.drafting.frames.sides import subject
from data.drafting.frames.third_parties import on_partner
from data.drafting.gazetteer import Mention
from data.drafting.patterns import words
from data.drafting.reading import Reading

_MEASURE = (
    r"(?:sanctions?|tariffs?|duties|embargo(?:es)?|travel bans?|import bans?|"
    r"export bans?|trade bans?|(?<!exit\s)bans?|asset freezes?|"
    r"blacklists?|(?:provisional|anti-dumping|retaliatory|restrictive) measures|entity list|"
    r"(?:visa|travel|export|import|investment|trade) restrictions|export controls?|levies|"
    r"countermeasures|curbs|rates? of duty|visa bans?|port fees|quotas|"
    r"(?:quarantine|customs|safety) (?:checks|inspections))"
)
_IMPOSED = words(
    r"(?P<verb>impos\w+|add(?:s|ed|ing)|implement(?:s|ed|ing)?|slapp\w*|slap|levied|levy|announc\w+|plac\w+|enact\w*|"
    r"appl(?:y|ied)|hit|lift(?:s|ed|ing)?|remov(?:e|es|ed|ing)|"
    r"suspend(?:s|ed|ing)?|drop(?:s|ped)?|eas(?:e|ed|es)|scrapp?\w*|issued|"
    r"introduc\w+|rais(?:e|es|ed|ing)|hik(?:e|es|ed|ing)|extend\w*|put|increas\w+|doubl\w+|"
    r"adopt\w*|modif(?:y|ies|ied)|continu(?:e|es|ed|ing)|maintain(?:s|ed|ing)?|unveil\w*|expand\w*|tighten\w*|renew\w*|reinstat\w*|end(?:s|ed)|waiv\w+|"
    r"(?:cut|cuts|cutting|lower(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|halv(?:e|es|ed|ing))|"
    r"paus(?:e|es|ed|ing)|delay(?:s|ed|ing)?|postpon(?:e|es|ed|ing)|"
    r"(?:retaliat|respond|hit back|counter)(?:s|e|es|ed|ing)? with)"
    rf" (?P<what>(?:[\w'%.,-]+ ){{0,11}}?{_MEASURE})"
)
_GOODS = (
    r"(?:apps?|companies|firms|products|goods|websites|coal|barley|wine|beef|pork|lobsters?|fruit|"
    r"seafood|timber|cotton|copper|grain|soybeans|canola|bananas|pineapples|coffee|steel|cars|"
    r"chips|phones|equipment)"
)
_SANCTIONED = words(
    r"(?<!was\s)(?<!were\s)(?P<verb>sanction(?:s|ed|ing)|blacklist(?:s|ed|ing)|bann(?:ed|ing)|"
    r"(?<!exit\s)bans|barr(?:ed|ing)|"
    r"designat(?:es|ed|ing)(?= (?:[\w-]+ ){0,4}?(?:companies|firms|entities|individuals|officials|"
    r"people|vessels|tankers|refiner\w+))|(?:froze|freez(?:es|ing)|frozen) (?:the )?assets|"
    rf"block(?:s|ed|ing)?(?= (?:[\w-]+ ){{0,4}}?{_GOODS})|"
    r"(?:prohibit|bar|bann|limit)(?:s|ed|red|ing|ring) (?:[\w'.-]+ ){0,3}?"
    r"(?:investments?|transactions|exports?|imports?|sales)|"
    r"(?:block|suspend|halt|restrict|curb|stopp?)(?:s|ed|bed|ing)?"
    r"(?: [\w'-]+){0,3}? (?:imports?|exports?|sales|shipments|purchases|access))(?P<what>)"
    r"(?! (?:[\w'-]+ ){0,3}(?:passengers|travell?ers|flights|tourists|visitors))"
)
_PASSIVE = words(
    rf"(?P<what>{_MEASURE})(?: [\w'%-]+){{0,7}}? (?:was|were|is|are|been|be|came|being)"
    r"(?: \w+ly)? (?P<verb>imposed|levied|placed|introduced|lifted|removed|suspended|dropped|"
    r"scrapped|eased|off|extended|raised|doubled|increased|reduced|cut|announced|tightened)"
    r"(?: (?:\w+ ){0,3}?by (?P<by>[^,;]{3,60}))?"
)
_IN_FORCE = words(
    rf"(?P<what>{_MEASURE})(?: [\w'%-]+){{0,9}}? (?P<verb>(?:took|takes?|taking) effect|"
    r"(?:came|went|go(?:es)?|entered) into (?:effect|force))"
)
_BY_WHOM = words(
    rf"(?P<what>{_MEASURE})(?: [\w'%-]+){{0,3}}? (?P<verb>imposed|announced|levied|introduced) "
    r"by (?P<by>[^,;]{3,60})"
)
_RATE = words(
    r"(?P<what>(?:tariff|duty)(?: rates?)?|tariffs|duties|rate) (?:[\w',-]+ ){0,8}?"
    r"(?:will |would |to |is to |are to |has |have )*"
    r"(?P<verb>increas(?:e|es|ed)|ris(?:e|es|en)|rose|go(?:es)? up|went up|doubled?|quadrupled?|"
    r"jump(?:ed)?|fell|fall|dropp?(?:ed)?|decreased?) (?:from|to|by) [\d.]+ ?(?:%|per ?cent)"
)
_LISTED = words(
    r"(?P<verb>add(?:s|ed|ing)?|put|plac(?:ed|es|ing)) (?P<what>[^.;]{3,80}? "
    r"(?:to|on) (?:its|the|a) (?:[\w-]+ ){0,2}?"
    r"(?:entity list|blacklist|unreliable entit(?:y|ies) list|sanctions list|export control list|"
    r"list of (?:[\w-]+ ){0,3}?(?:firms|companies|entities)))"
)
_FAVOUR = words(
    r"(?P<verb>(?:eliminat|clos|suspend|revok|withdr[ae]w|remov|end|scrapp?|strip|cancel)\w*)"
    r"(?P<what> (?:[\w'-]+ ){0,4}?(?:(?:duty|tariff)[ -]free|de minimis|preferential|"
    r"most[ -]favou?red[ -]nation|normal trade|zero[ -]tariff)(?: [\w'-]+){0,3}? "
    r"(?:treatment|exemptions?|status|access|entry|relations|rates?|privileges?))"
)
"""A favour taken away weighs like a duty put on: "ended duty-free treatment for goods"."""
_LIFTED = words(
    r"lift\w*|remov\w*|suspend\w*|drop\w*|eas(?:e|ed|es)|scrap\w*|off|end(?:s|ed)|waiv\w+"
)
_ENDURED = words(
    rf"(?:under|subject to|facing|faces|faced|hit (?:by|with)|(?:the )?target of)"
    rf" (?P<what>(?:[\w.'-]+ ){{0,4}}?{_MEASURE})"
)
_NO_MEASURE = words(
    r"exclusions?|exemptions?|waivers?|expir\w+|truce|deals?|agreement|pact|talks|investigation"
)
_BY_POINTS = words(r"by [^.;]{0,40}?percentage points")
"""A rate that changes by a part of it: neither put on nor lifted."""
_EXEMPTED = words(r" (?:exclusion|exemption|waiver|relief|quota|truce|pause|deal|talks|war)")
_RETALIATION = words(r"retaliat\w+")


def sanctions(reading: Reading) -> Iterator[Event]:
    """Yield sanctions, tariffs and bans between China and the partner, or on the partner."""
    yield from on_partner(reading)
    first = next(_active(reading), None) or next(_passive(reading), None)
    if first:
        yield first


def _active(reading: Reading) -> Iterator[Event]:
    """Somebody puts on or lifts a measure; or is "under Chinese sanctions"."""
    if not reading.china:
        yield from _unsaid(reading)
        return
    for pattern in (_FAVOUR, _LISTED, _IMPOSED, _SANCTIONED, _ENDURED):
        for found in reading.find(pattern):
            spared = pattern is not _FAVOUR and _NO_MEASURE.search(found["what"])
            if spared or _EXEMPTED.match(reading.flat, found.end()) or reading.has(_BY_POINTS):
                continue
            event = (_endured if pattern is _ENDURED else _between)(reading, found)
            if event:
                yield _with_number(event, found)


def _unsaid(reading: Reading) -> Iterator[Event]:
    """What "it" put on goods of the country that the text is about, after it told of China."""
    others = {m.iso3 for m in reading.mentions if m.iso3}
    if not reading.about_china or others != {reading.focus}:
        return
    for pattern in (_IMPOSED, _SANCTIONED):
        for found in reading.find(pattern):
            goods = next((m for m in reading.mentions if m.start >= found.end()), None)
            if goods is None or goods.sort != "demonym" or goods.start - found.end() > _CLOSE:
                continue
            if subject(reading, found.start()) or _NO_MEASURE.search(found["what"]):
                continue
            pair = partners.of([goods])
            event = Event(reading, "sanction", *found.span(), "by China", pair, actor="China")
            tie = "what the text told of before"
            yield _with_number(replace(event, inherited=tie), found)


_CLOSE = 40


def _endured(reading: Reading, found: re.Match[str]) -> Event | None:
    """Read "Peru is under Chinese sanctions": whose they are stands within, on whom before."""
    owner = next((m for m in reading.mentions if found.start() < m.start < found.end()), None)
    target = subject(reading, found.start())
    if owner is None or target is None or not (owner.iso3 and target.iso3):
        return None
    if owner.china == target.china:
        return None
    event = Event(reading, "sanction", *found.span(), status="ongoing")
    sort = "by China" if owner.china else "on China"
    other = target if owner.china else owner
    return replace(event, subkind=sort, partners=partners.of([other]), actor=owner.text)


def _passive(reading: Reading) -> Iterator[Event]:
    """A measure is put on, lifted or changed; nobody, or China, is named as the one who does."""
    strangers = [m for m in partners.usable(reading) if m.iso3 != reading.focus]
    if not reading.china and (strangers or not reading.about_china):
        return
    for pattern in (_PASSIVE, _RATE, _IN_FORCE, _BY_WHOM):
        for found in reading.find(pattern):
            if _NO_MEASURE.search(found["what"]):
                continue
            china = any(m.end <= found.start() + 1 or _by(found, m) for m in reading.china)
            pair = partners.partners(reading, *found.span())
            status = "ended" if _LIFTED.match(found["verb"]) else ""
            sort = "by China" if china else "on China"
            event = Event(reading, "sanction", *found.span(), sort, pair, status=status)
            yield _with_number(event, found)


def _by(found: re.Match[str], mention: Mention) -> bool:
    by = found.span("by") if "by" in found.re.groupindex else (-1, -1)
    return by[0] <= mention.start < by[1]


def _between(reading: Reading, found: re.Match[str]) -> Event | None:
    actor = _imposer(reading, found.start())
    if actor is None:
        return None
    lifted = found.re is not _FAVOUR and found["what"] and _LIFTED.match(found["verb"])
    event = Event(reading, "sanction", *found.span(), status="ended" if lifted else "")
    if actor.china:
        pair = _targets(reading, found)
        if not pair and not (_RETALIATION.search(found["what"]) or _of_late(reading)):
            return None
        pair = pair or (partners.about(reading),)
        return replace(event, subkind="by China", partners=pair, actor="China")
    behind = (m for m in reading.mentions if m.start >= found.start())
    target = next((m for m in behind if m.iso3 != actor.iso3 or not m.iso3), None)
    if target and not target.china:
        target = next((m for m in reading.china if _and_on(reading, target, m)), target)
    if target is None or not target.china or target.start - found.end() > 100:
        return None
    pair = partners.of(partners.listed(reading, actor))
    who = " ".join(actor.text.split())
    return replace(event, subkind="on China", partners=pair, actor=who)


_AND_ON = words(
    rf".{{0,40}}? and (?:an? )?(?:[\w%.-]+ ){{0,4}}?{_MEASURE} (?:on|against) "
    r"(?:[\w-]+ ){0,3}?(?:(?:from|of) )?"
)


def _and_on(reading: Reading, other: Mention, china: Mention) -> bool:
    """Whether a second measure hits China: "25% on goods of Mexico and a 10% tariff on China"."""
    return _AND_ON.fullmatch(reading.flat, other.end, china.start) is not None


_UPON = words(
    r"(?: under [^,;]{3,40}?)?(?: (?:on )?(?:\w+day|\w+ \d{1,2}),?)? "
    r"(?:on|against|targeting|covering) "
)
_HIT = (
    (
        "companies",
        words(
            r" (?:more )?(?:[\w'.-]+ ){0,5}?(?:companies|firms|entities|businesses|banks|"
            r"manufacturers|suppliers|contractors)"
        ),
    ),
    (
        "people",
        words(
            r" (?:more )?(?:[\w'.-]+ ){0,4}?(?:officials|individuals|people|persons|lawmakers|"
            r"citizens|executives|politicians)"
        ),
    ),
    ("vessels", words(r" (?:more )?(?:[\w'.-]+ ){0,4}?(?:ships|vessels|tankers)")),
    ("items", words(r" (?:more )?(?:[\w'.-]+ ){0,4}?(?:products|exports|goods|apps|items)")),
)
_HEDGE = 14


def _with_number(event: Event, found: re.Match[str]) -> Event:
    """Give a sanction what it hits, so many companies or goods worth so much, or its rate."""
    reading, upon = event.reading, _UPON.match(event.reading.flat, found.end())
    low = found.start() if found.re in (_LISTED, _IMPOSED) else found.end()
    high = upon.end() + _HEDGE if upon else found.end() + _HEDGE * (found.re is not _IMPOSED)
    for figure in reading.figures:
        if not low <= figure.start <= high:
            continue
        if figure.money:
            return replace(event, figure=figure)
        unit = next((u for u, p in _HIT if p.match(reading.flat, figure.end)), "")
        if unit:
            return replace(event, figure=figure, unit=unit)
    return with_rate(event, found)


def _of_late(reading: Reading) -> bool:
    """Whether the sentence before names whom the text is about, and this one nobody else."""
    earlier = reading.previous
    named = earlier is not None and any(m.iso3 == reading.focus for m in earlier.mentions)
    return named and bool(reading.focus) and not partners.usable(reading)


def _imposer(reading: Reading, verb: int) -> Mention | None:
    """Return who acts: the last named before the verb that is no part of what is restricted."""
    actor = subject(reading, verb)
    if actor and _AND.search(reading.flat, reading.start, verb) and reading.mentions:
        first = reading.mentions[0]
        actor = first if first.iso3 and not reading.bystander(first) else actor
    unnamed = _UNNAMED.match(reading.flat, reading.start)
    if actor is None and unnamed and reading.topic == "USA":
        return Mention(*unnamed.span(), unnamed[0], "USA", "body")
    return actor if actor and not reading.bystander(actor) else None


_AND = words(r"[,;] and (?:(?:has|have|had|also|then) )*$")
"""Before a second verb of whoever the sentence began with."""
_UNNAMED = words(r"(?:the (?:president|administration|order|proclamation|action)|I|we)")
"""Who acts in what a government says of itself."""


def _targets(reading: Reading, found: re.Match[str]) -> tuple:
    after = [
        m
        for m in reading.mentions
        if not m.china
        and m.start >= found.start()
        and ((m.iso3 and m.start - found.end() < 80) or m.sort == "region")
    ]
    if after:
        return partners.of(partners.listed(reading, after[0]) if after[0].iso3 else [after[0]])
    before = [m for m in partners.usable(reading) if m.end <= found.start() and m.iso3]
    return partners.of([before[-1]]) if before else ()
