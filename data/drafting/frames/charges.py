"""Statements that charge the other side with a deed, or claim a place, in so many words."""

import re
from dataclasses import replace

from data.drafting import partners
from data.drafting.events import Event
from data.drafting.frames.sides import own, subject
from data.drafting.gazetteer import CHINA
from data.drafting.patterns import words
from data.drafting.reading import Reading

WRONG = (
    r"(?:unacceptable|illegal|unlawful|provocati\w+|dangerous|reckless|irresponsible|baseless|"
    r"groundless|regrettable|a (?:\w+ )?violation|coerci\w+|aggressi\w+)"
)
OFFICIAL = words(r"ministry|government|embassy|spokes\w+|officials?|authorities|department|envoy")
_SAID = words(r"(?:said|says|replied|insisted|reiterated|stated|answered|maintained)")
_HARM = words(
    r"(?:harm|violat|undermin|infring|threaten|endanger|damag|breach|hurt|interfer|provok|cross|"
    rf"attack|intrud|trespass|ramm|collid|fir|swarm|harass|shadow|"
    rf"destabili[sz]|contraven|smear|trampl)(?:e?s|e?d|ing|ened|ens)(?: (?:with|in|on))?|{WRONG}"
)
_SOVEREIGN = words(r"(?:has|had|have|enjoys?|exercises?)(?: \w+){0,3} sovereignty")


def sovereignty(reading: Reading) -> Event | None:
    """A government's word that a place is its own, which the other side claims too."""
    said = next(reading.find(_SAID), None)
    found = said and next(reading.find(_SOVEREIGN), None)
    owner = subject(reading, found.start()) if found else None
    if not said or not found or owner is None or not said.end() <= owner.start < found.start():
        return None
    named = [m for m in partners.usable(reading) if m.iso3]
    if owner.iso3 != CHINA:
        other = owner if reading.china or reading.about_china else None
    else:
        other = named[0] if named else None
    event = Event(reading, "statement", *found.span(), "claim", mood="done")
    if other:
        event = replace(event, partners=partners.of([other]))
    elif reading.focus:
        event = replace(event, partners=(partners.about(reading),))
    else:
        return None
    return replace(event, actor=owner.name or " ".join(owner.text.split()))


def judged(reading: Reading) -> Event | None:
    """A government says that what the other side did is wrong or does harm."""
    said = next(reading.find(_SAID), None)
    harm = next((f for f in reading.find(_HARM) if said and f.start() > said.end()), None)
    if said is None or harm is None:
        return _quoted(reading)
    before = reading.flat[reading.start : said.start()]
    speaker = own(reading, subject(reading, said.start()))
    official = speaker is not None and (speaker.rank or speaker.sort in ("country", "city", "body"))
    if not official and not OFFICIAL.search(before):
        return None
    doer = next((m for m in reading.mentions if said.end() <= m.start < harm.start()), None)
    others = [m for m in partners.usable(reading) if m.iso3]
    if doer is None or not others or not reading.china:
        return None
    if speaker and speaker.iso3 and speaker.china == doer.china:
        return None
    event = Event(reading, "statement", said.start(), harm.end(), "accusation", mood="done")
    home = [speaker] if speaker and speaker.iso3 and doer.china else []
    pair = partners.of([*home, others[0]][:1] if doer.china else [doer])
    actor = (speaker.name or speaker.text) if speaker else ""
    return replace(event, partners=pair, actor=" ".join(actor.split()))


_QUOTE = re.compile(r'"[^"]{15,}"')


def _quoted(reading: Reading) -> Event | None:
    """A quotation that charges the other side, and behind it who of a government said so."""
    quote = _QUOTE.match(reading.flat, reading.start, reading.end)
    harm = _HARM.search(reading.flat, *quote.span()) if quote else None
    said = _SAID.search(reading.flat, quote.end(), reading.end) if quote else None
    if quote is None or harm is None or said is None:
        return None
    doer = next((m for m in reading.mentions if m.start < harm.start()), None)
    behind = [m for m in reading.mentions if m.start >= quote.end()]
    official = behind[:1] if behind and behind[0].rank else []
    if doer is None or not doer.iso3 or not reading.about_china:
        return None
    if not official and not OFFICIAL.search(reading.flat, quote.end(), reading.end):
        return None
    event = Event(reading, "statement", *harm.span(), "accusation", mood="done")
    if doer.china:
        home = [m for m in official if m.iso3 and not m.china]
        pair = partners.of(home) or ((partners.about(reading),) if reading.focus else ())
        return replace(event, partners=pair) if pair else None
    return replace(event, partners=partners.of([doer]))
