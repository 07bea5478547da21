"""Frame of statements: one side speaks to the other, or about what it does.

Only what a government, its ministry, its forces or somebody of rank says counts, and only where
the other side is addressed: what experts say to reporters is left to the reader.
"""

from collections.abc import Iterator

from data.drafting import partners
from data.drafting.events import Event
from data.drafting.frames.protests import protests
from data.drafting.gazetteer import CHINA, Mention
from data.drafting.patterns import words
from data.drafting.reading import Reading

_ADVERB = (
    r"(?:(?:has|have|had|also|again|repeatedly|firmly|strongly|publicly|sharply|on \w+day|"
    r"reportedly|has since) )*"
)
_ACTS = (
    (
        "accusation",
        words(
            rf" ?{_ADVERB}(?:slammed|accused|condemned|criticized|blamed|denounced|"
            rf"blasted|protested)(?: to)? "
        ),
    ),
    ("denial", words(rf" ?{_ADVERB}(?:dismissed|rejected|denied|refuted|rebuffed|brushed off) ")),
    (
        "support",
        words(rf" ?{_ADVERB}(?:praised|hailed|backed|applauded|lauded) "),
    ),
    ("request", words(rf" ?{_ADVERB}(?:urged|called on|asked|warned|pressed) ")),
    ("told", words(rf" ?{_ADVERB}(?:told|assured|informed) ")),
)
_CHARGES = words(
    r"(?:the )?(?:[\w']+ ){0,2}(?:accusations?|charges?|claims?|allegations?|criticism|protests?)"
)
_FOR_MONEY = words(r" for (?:an? )?(?:further |another |additional )?(?:[$€£]|loans?|\d|help|aid)")
_OFFERED = words(
    r"(?:offered|pledged|vowed|promised) to (?:bolster|strengthen|deepen|boost|"
    r"support|expand|help|back)"
)
_SHOULD = words(r"should|must|urg\w+|ought")
_CLAIMS = words(
    r"(?:deems|considers|regards|claims|sees)(?: [^.;]{3,160}?)? (?:(?:as "
    r")?part of its|its own|as its|within its) "
    r"(?:exclusive economic zone|territory|territorial waters|EEZ|waters)"
)
_WHICH = words(r"(?:that|which) $")
"""Before what is only told of a place in passing: "Taiwan, which China considers its own"."""
_ILLEGAL = words(
    r"illegal(?:ly)? (?:presence|fishing|actions?|activit\w+)|violat\w+ (?:our|its|the) sovereignty"
)
_TO_REPORTERS = words(r"(?:said|told reporters)")
_HIS_GUEST = words(r"(?:told|assured) his (?:guest|counterpart|visitor)")
_ASIDE = words(
    r", [^,.;]{3,60}, |(?:'s)? (?:[\w-]+ ){0,3}?(?:ministry|embassy|government|"
    r"coast guard|navy|military|side)"
    r"(?: spokes\w+(?: [A-Z]\w+){1,3})? "
)


def statements(reading: Reading) -> Iterator[Event]:
    """Yield what one of the two sides said to the other, or of it; one for each sentence."""
    if reading.sentence.caption:
        return
    for frame in (_addressed, _to_a_guest, _offers, _claims, _charges):
        event = frame(reading)
        if event:
            yield event
            return
    yield from protests(reading)


def _addressed(reading: Reading) -> Event | None:
    for speaker in reading.mentions:
        for act, pattern in _ACTS:
            found = pattern.match(reading.flat, _after_name(reading, speaker))
            if not found or speaker.sort == "region":
                continue
            other = next((m for m in reading.mentions if 0 <= m.start - found.end() <= 5), None)
            if other is None or not _two_sides(speaker, other):
                continue
            partner = speaker if other.china else other
            subkind = ("request" if reading.has(_SHOULD) else "support") if act == "told" else act
            if act == "request" and _FOR_MONEY.match(reading.flat, other.end):
                continue
            if act == "denial" and not _CHARGES.search(reading.flat, found.end(), reading.end):
                continue
            return _statement(reading, speaker, partner, subkind, (found.start(), other.end))
    return None


def _after_name(reading: Reading, speaker: Mention) -> int:
    """Return where a verb may stand: behind the name, or behind an apposition of the speaker."""
    aside = _ASIDE.match(reading.flat, speaker.end)
    return aside.end() - 1 if aside else speaker.end


def _two_sides(one: Mention, other: Mention) -> bool:
    return one.china != other.china and bool(one.iso3) and bool(other.iso3)


def _to_a_guest(reading: Reading) -> Event | None:
    found = next(reading.find(_HIS_GUEST), None)
    others = [m for m in partners.usable(reading) if m.iso3]
    speaker = _speaker(reading, found.start()) if found else None
    if found is None or speaker is None or not others or not speaker.china:
        return None
    return _statement(reading, speaker, others[0], "support", found.span())


def _offers(reading: Reading) -> Event | None:
    found = next(reading.find(_OFFERED), None)
    speaker = _speaker(reading, found.start()) if found else None
    if found is None or speaker is None or not speaker.rank:
        return None
    after = [m for m in reading.mentions if m.start >= found.end() and m.iso3]
    others = [m for m in after if m.china != speaker.china]
    if not others:
        return None
    return _statement(
        reading, speaker, speaker if others[0].china else others[0], "pledge", found.span()
    )


def _claims(reading: Reading) -> Event | None:
    found = next(reading.find(_CLAIMS), None)
    speaker = _speaker(reading, found.start()) if found else None
    if found is None or speaker is None or not speaker.iso3:
        return None
    if speaker.iso3 == CHINA:
        if _WHICH.search(reading.flat, reading.start, speaker.start):
            return None
        named = [m for m in partners.usable(reading) if m.iso3]
        return _statement(reading, speaker, named[0], "claim", found.span()) if named else None
    return _statement(reading, speaker, speaker, "claim", found.span())


def _charges(reading: Reading) -> Event | None:
    """A government's word on what it calls illegal."""
    found = next(reading.find(_ILLEGAL), None)
    said = next(reading.find(_TO_REPORTERS), None)
    if found is None or said is None or said.start() > found.start() or not reading.china:
        return None
    speaker = _speaker(reading, said.start())
    others = [m for m in partners.usable(reading) if m.iso3]
    if speaker is None or not speaker.rank or not others or speaker.china:
        return None
    return _statement(reading, speaker, others[0], "accusation", (said.start(), found.end()))


def _speaker(reading: Reading, verb: int) -> Mention | None:
    named = [m for m in reading.mentions if m.end <= verb and verb - m.end < 40]
    return named[-1] if named else None


def _statement(
    reading: Reading, speaker: Mention, partner: Mention, subkind: str, span: tuple[int, int]
) -> Event:
    return Event(
        reading,
        "statement",
        *span,
        subkind,
        partners.of([partner]),
        actor=speaker.name or " ".join(speaker.text.split()),
        mood="done",
    )
