"""Frame of statements, further: protests, demands and backing that name the other side later on.

Who speaks stands right before the verb, as a country, its ministry or somebody of rank; the
first country behind the verb is the other side.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from data.drafting import partners
from data.drafting.events import Event
from data.drafting.frames import charges
from data.drafting.frames.charges import OFFICIAL, WRONG
from data.drafting.frames.sides import antecedent, own, subject
from data.drafting.gazetteer import Mention
from data.drafting.patterns import words
from data.drafting.reading import Reading

_FEELING = (
    r"(?:concerns?|regrets?|alarm|anger|outrage|dismay|displeasure|dissatisfaction|opposition|"
    r"objections?|indignation|condemnation)"
)
_CHARGE = (
    r"(?:concerns|fears|claims?|reports|criticism|accusations?|allegations?|warnings?|ruling|"
    r"charges?|protests?)"
)
_FORMAL = (
    (
        "accusation",
        words(
            r"(?:lodg|fil|deliver|issu|mak|rais|made)(?:e|es|ed|ing)?(?: [\w'-]+){0,4}? "
            r"(?:protests?|complaints?|representations?|d[eé]marches?)(?! \w+ed)|"
            r"(?:handed|sent|gave|delivered)(?= [\w' ]{2,40} (?:note|letter) of protest)|"
            r"summon(?:s|ed|ing)?|called in|(?:recall|withdr[ae]w|expel)(?:s|ed|led|n)?"
            r"(?: [\w'-]+){0,2} (?:ambassadors?|envoys?|diplomats?)(?: (?:to|from))?|"
            r"downgrad(?:es|ed|ing)(?: [\w'-]+){0,2} (?:ties|relations)(?: with)?"
        ),
    ),
)
_ACTS = (
    *_FORMAL,
    (
        "accusation",
        words(
            r"protest(?:s|ed|ing)? (?:to|against|at|over|about)|"
            rf"(?:express|voic|rais|regist|convey|stat|reiterat|underscor|underlin)\w*"
            rf"(?: [\w.'-]+){{0,4}}? {_FEELING}(?: (?:about|over|at|to|with|regarding))?|"
            r"(?:condemn|denounc|slam|reprimand|rebuk|censur|deplor|lambast|oppos|decri|chid|"
            r"criticiz|criticis|accus|blam|protest|scold)(?:e?s|es|ed|ies|med)|object(?:s|ed) to|"
            rf"(?:calls|called|described|branded|declared)(?= [^.;]{{3,80}}? {WRONG})"
        ),
    ),
    (
        "request",
        words(
            r"(?:demand|insist|urg|warn|caution|press|call|ask|tell|remind)(?:s|es|ed)"
            r"(?: (?:that|on|upon))?"
        ),
    ),
    (
        "support",
        words(
            r"(?:support|back|endors|welcom|prais|hail|applaud|commend)(?:s|es|ed)|stands? by|"
            r"(?:reaffirm|reiterat|pledg|voic|express|declar|affirm|offer)\w*(?: [\w'-]+){0,4}? "
            r"(?:support|backing|commitment|solidarity|gratitude|condolences)(?: (?:for|to|with))?"
        ),
    ),
    (
        "denial",
        words(
            r"(?:dismiss|reject|den|refut|rebuff|shrugg)(?:s|es|ed|ies|ied)(?: off)?"
            rf"(?= [^.;]{{0,60}}?{_CHARGE})|"
            r"(?:calls|called)(?= [^.;]{3,60} (?:null and void|lies))"
        ),
    ),
    (
        "pledge",
        words(
            r"(?:vow|pledg|promis|threaten)(?:s|es|ed) (?:to )?(?:take |impose )?(?:[\w-]+ )?"
            r"(?:countermeasures|retaliat\w+|respond|hit back|defend)"
        ),
    ),
)
_OFFICE = (
    r"(?: (?:[\w-]+ ){0,3}?(?:ministry|embassy|government|coast guard|navy|military|department|"
    r"army|administration|parliament|authorities|officials?|side|cabinet|office)"
    r"(?: (?:in|to) \w+(?: \w+)?)?(?: spokes\w+(?: [A-Z][\w-]+){1,3})?)"
)
_BODY = words(rf"(?:'s?)?{_OFFICE}")
_LEADS = words(
    rf"(?:'s?)?{_OFFICE}?(?:,[^,;]{{3,70}},)?(?: and (?:\w+ ){{0,2}}allies)?"
    r"(?: (?:said|says|announced|confirmed)(?: (?:on |late )?\w+day)?,?(?: that)?"
    r"(?: (?:it|he|she|they))?)?"
    r"(?: (?:has|have|had|was|also|again|repeatedly|then|in (?:turn|response|return)|"
    r"on|late|\w+day|\w+ly))* ?"
)
"""What may stand between a speaker and the verb."""
_JOINED = words(r"[^,;:]{3,90} and ?")
_INSIDE = words(r"(?:in|near|at|from|across|around|outside|of) (?:the )?$")

_ONLOOKER = (
    r"(?:analysts?|experts?|critics|observers?|economists?|scholars?|activists?|professor|"
    r"researchers?|residents?|editorial|newspaper)"
)
_ONLOOKERS = words(
    rf"{_ONLOOKER}(?: [\w',-]+){{0,6}}? (?:say|said|tell|told|not|argu|believ|accus|urg|warn|call|"
    rf"wrote|write|criticiz)(?:e?s|e?d|e)?|"
    rf"(?:said|says|according to|told)(?: [\w',-]+){{0,5}}? {_ONLOOKER}"
)
"""Who only looks on, and speaks."""
_FOR_MONEY = words(
    r"[^.;]{0,40} for (?:an? |more |further )?(?:[$€£\d]|loans?|help|aid|money|debt)"
)
_REACH, _CLOSE = 70, 12
"""So far behind the verb the other side is named; who is asked or backed, right behind it."""


_READOUT = words(
    r"the two (?:leaders|presidents|ministers|sides) (?:also )?(?:had|held|exchanged|reviewed|"
    r"discussed|affirmed|welcomed|made progress)|attributable to (?:\w+ )?spokes\w+|readout of"
)
_TALKED_OF = words(
    r"welcom\w+|(?:express|rais|voic|reiterat|underscor)\w* (?:[\w'-]+ ){0,4}?concerns?"
)


def _of_the_talks(reading: Reading) -> bool:
    """Whether a readout of talks tells only what came up there."""
    return reading.has(_TALKED_OF) and _READOUT.search(reading.flat) is not None


def protests(reading: Reading) -> Iterator[Event]:
    """Yield the one statement of a sentence that addresses or judges the other side."""
    if reading.has(_ONLOOKERS) or _of_the_talks(reading):
        return
    found = (
        next(_acts(reading, _ACTS), None)
        or _reply(reading)
        or _our_word(reading)
        or charges.sovereignty(reading)
        or charges.judged(reading)
    )
    if found:
        yield found


def formal(reading: Reading) -> Iterator[Event]:
    """Yield a protest in due form, whatever else the sentence tells: an envoy was summoned."""
    if not reading.sentence.caption and not reading.has(_ONLOOKERS):
        yield from itertools.islice(_acts(reading, _FORMAL), 1)


def _acts(reading: Reading, acts: tuple[tuple[str, re.Pattern[str]], ...]) -> Iterator[Event]:
    for act, pattern in acts:
        for found in reading.find(pattern):
            speaker = own(reading, subject(reading, found.start()))
            speaker = speaker or _meant(reading, found.start())
            other = next((m for m in reading.mentions if m.start >= found.end()), None)
            reach = _CLOSE if act in ("request", "support") else _REACH
            if speaker is None or other is None or other.start - found.end() > reach:
                continue
            if not _speaks(reading, speaker, found.start()) or not _opposite(speaker, other):
                continue
            if act == "request" and _FOR_MONEY.match(reading.flat, other.end):
                continue
            yield _statement(reading, speaker, other, act, (found.start(), other.end))


_TITLE = words(
    r"(?:The (?:Vice |Prime |Foreign )?(?:Secretary|President|Minister|Premier|Ambassador)|He|She)"
    r"(?: (?:also|has|had|again|\w+ly))* ?"
)
_WE = words(
    r"we (?:(?:again|once again|also|\w+ly) )*(?P<act>urge|call on|ask|oppose|condemn|protest to|"
    r"reject|denounce|support|demand that|stand by)(?: the)? "
)


def _meant(reading: Reading, verb: int) -> Mention | None:
    """Return whom "he" or "the secretary" means where that opens the sentence."""
    opens = _TITLE.fullmatch(reading.flat, reading.start, verb)
    return next(iter(antecedent(reading)), None) if opens else None


def _reply(reading: Reading) -> Event | None:
    """One side rejects what the other, named in the sentence before, has charged it with."""
    earlier = reading.previous
    named = [m for m in reading.mentions if m.iso3]
    if earlier is None or len({m.iso3 for m in named}) != 1:
        return None
    other = next((m for m in earlier.mentions if _opposite(named[0], m)), None)
    for found in reading.find(_ACTS[-2][1]):
        speaker = subject(reading, found.start())
        if speaker and other and _speaks(reading, speaker, found.start()):
            event = Event(reading, "statement", *found.span(), "denial", mood="done")
            pair = partners.of([other if speaker.china else speaker])
            return replace(event, partners=pair, actor=speaker.name or speaker.text)
    return None


def _our_word(reading: Reading) -> Event | None:
    """A government's own words: "we urge Peru to ..."; the other side tells whose they are."""
    for found in reading.find(_WE):
        other = next((m for m in reading.mentions if m.start >= found.end() - 1), None)
        if other is None or other.start > found.end() + 3 or not reading.about_china:
            continue
        act = "support" if found["act"].startswith("s") else "accusation"
        act = "request" if found["act"][0] in "uad" or "call" in found["act"] else act
        event = Event(reading, "statement", found.start(), other.end, act, mood="done")
        if other.china and reading.focus:
            return replace(event, partners=(partners.about(reading),))
        if other.iso3 and not other.china:
            return replace(event, partners=partners.of([other]))
    return None


def _speaks(reading: Reading, speaker: Mention, verb: int) -> bool:
    """Whether a government or somebody of rank speaks, and no people of the country."""
    if speaker.end > verb or speaker.start < reading.start:
        return True
    gap = reading.flat[speaker.end : verb]
    if not (_LEADS.fullmatch(gap) or _JOINED.fullmatch(gap)) or _addressee(reading, speaker):
        return False
    if speaker.sort == "person":
        return speaker.rank
    before = reading.flat[max(reading.start, speaker.start - 60) : speaker.start]
    inside = _INSIDE.search(before[-12:])
    if inside:
        return OFFICIAL.search(before) is not None
    return speaker.sort != "demonym" or _BODY.match(gap) is not None


_LETTER_TO = words(r"(?:letters?|note|petition|wrote|written|writing|appeal) to [^;:]*$")


def _addressee(reading: Reading, speaker: Mention) -> bool:
    """Whether somebody is only the one to whom others wrote."""
    return _LETTER_TO.search(reading.flat, reading.start, speaker.start) is not None


def _opposite(one: Mention, other: Mention) -> bool:
    return one.china != other.china and bool(one.iso3) and bool(other.iso3)


def _statement(
    reading: Reading, speaker: Mention, other: Mention, act: str, span: tuple[int, int]
) -> Event:
    partner = speaker if other.china else other
    event = Event(reading, "statement", *span, act, partners.of([partner]), mood="done")
    return replace(event, actor=speaker.name or " ".join(speaker.text.split()))
