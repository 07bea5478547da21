"""Frames of meetings: both sides of rank around a verb, side by side, or in one picture."""

import re
from collections.abc import Iterator
from dataclasses import replace

from data.drafting import partners
from data.drafting.events import Event
from data.drafting.frames.sides import PRONOUN, antecedent, settled
from data.drafting.gazetteer import Mention
from data.drafting.patterns import words
from data.drafting.reading import Reading

_MEET = words(
    r"(?:met|meets|meet|meeting|meetings)(?: (?:face-to-face|bilaterally|"
    r"separately|privately|briefly|"
    r"in person|again|one-on-one))*|"
    r"(?<!through\s)(?<!peace\s)(?<!trade\s)talks|shak(?:es?|ing) hands|shook hands|"
    r"summit with|(?:ended|began|held|opened|concluded|wrapped up|started) (?:an? |their |the )?"
    r"(?:[\w-]+ ){0,3}?(?:summit|talks|meeting)|"
    r"(?:host(?:s|ed|ing)?|receiv(?:es?|ed|ing)|welcom(?:es?|ed|ing)|greet(?:s|ed|ing)?)|"
    r"(?:paid|made) a (?:courtesy )?call on|"
    r"inspects? (?:an |the )?honou?r guards?|sat down with|attend(?:s|ed)? a (?:\w+ )?ceremony|"
    r"discussions with|(?:engagement|encounter|summit|dinner|lunch) between"
)
_COUNTERPART = words(
    r"(?:chinese )?counterparts?|chinese (?:leaders?|officials|leadership)|(?:top|senior) chinese"
)
_TOGETHER = words(
    r"talked|conferred|consulted|signed|inked|opened|inaugurated|witnessed|chaired|attended"
)
_RESUMED = words(r"(?:resum|restart|reopen|relaunch|reviv)\w* (?:[\w-]+ ){0,2}$")
"""Talks that are to go on again were no meeting yet."""
_HELD = words(r"(?:talks|meeting|summit|dialogue)(?: (?:was |were )?(?:held|hosted))? in ")
_MINISTERS = words(
    r"(?:between|of|by|among) (?:the )?(?:foreign |defen[cs]e |trade )?"
    r"(?:ministers|leaders|presidents) (?:of|from) (?:the|all|both) "
    r"(?:two |three |four )?(?:countries|nations|neighbou?rs)"
)
_REACH = 70
_STOP = re.compile(r"[,;:]")
"""Where none of these stands, a long title may lie between the verb and the name."""
_SHOWN = words(
    r"pictures?|portraits?|posters?|billboards?|screens?|masks?|effig\w+|banners?|footage|"
    r"newspapers?|magazines?|television|TV|panels?|statues?"
)
_NOT_THEN = words(r"ahead of|before|awaits?|(?:ha[sd]|have) (?:\w+ )?\w+ed|protest\w*")
"""A picture is of another day, or of those who do not come to see a guest."""
_FORUM = words(
    r"summits?|forums?|G-?20|G-?7|APEC|ASEAN|BRICS|United Nations|U\.?N\.?|assembly|conference|"
    r"olympics?|games|COP ?\d+"
)
"""Where many meet, who comes is no guest of the country."""


def meetings(reading: Reading) -> Iterator[Event]:
    """Both sides of rank around a verb of meeting; "he" and "counterpart" count."""
    yield from _of_all_sides(reading)
    yield from _of_the_two(reading)
    for found in reading.find(_MEET):
        if _RESUMED.search(reading.flat, reading.start, found.start()):
            continue
        near = [m for m in reading.mentions if m.rank and _is_near(reading, found, m)]
        chinese = [m for m in near if m.china] or _host(reading, found.start())
        others = [m for m in near if not m.china]
        if chinese and not others and PRONOUN.search(reading.flat, reading.start, found.start()):
            others = [m for m in antecedent(reading) if not m.china]
        if not others or not (chinese or _counterpart(reading, found.end())):
            continue
        acting = [m for m in others if not _ONLOOKER.match(reading.flat, m.end)] or others
        close = _at_home(reading, acting) or min(
            acting, key=lambda m: reading.distance((m.start, m.end), found.span())
        )
        row = [m for m in partners.listed(reading, close) if m.rank] if close.iso3 else [close]
        pair = partners.of(settled(reading, row))
        names = dict.fromkeys(m.name for m in [*row, *chinese[:1]] if m.name)
        if pair:
            after = (m for m in reading.mentions if m.sort == "city" and m.start > found.start())
            event = Event(reading, "visit", *found.span(), partners=pair, actor="; ".join(names))
            yield replace(event, place=next(after, None))


_THE_TWO = words(
    r"(?:building on|since|following|after|at|during) their (?:last |previous |first |second |most "
    r"recent |in-person )*(?:meeting|summit)|"
    r"(?:the|both) (?:two )?(?:leaders|presidents|"
    r"(?:foreign |defen[cs]e |trade )?ministers)(?:'s?)?"
    r" (?:(?:will|would|are|were|to|also|first|last|previously|had|have|due|scheduled|expected|"
    r"again|did) )*"
    r"(?:met|meet|meeting|summit|held (?:talks|a (?:\w+ )?(?:meeting|summit)))"
)


_OF_A_TOWN = re.compile(r"\b(?:in|at)\s[A-Z][\w-]+,\s$")
"""Before the country in which a town lies: "in Bali, Indonesia"."""


def _of_the_two(reading: Reading) -> Iterator[Event]:
    """A dated meeting of "the two leaders" of whom the text is telling, China's among them."""
    cities = {
        m.iso3
        for m in reading.mentions
        if m.sort == "city" or _OF_A_TOWN.search(reading.flat, reading.start, m.start)
    }
    known = reading.previous if reading.topic in cities else reading
    if known is None or not (reading.about_china and known.topic and reading.times):
        return
    if any(m.rank and m.name for m in reading.mentions) or any(
        m.iso3 not in {"", known.topic, *cities} and not m.china for m in reading.mentions
    ):
        return
    for found in reading.find(_THE_TWO):
        place = next((m for m in reading.mentions if m.sort == "city"), None)
        pair = (partners.about(known),)
        yield Event(reading, "visit", *found.span(), partners=pair, place=place)
        return


def _of_all_sides(reading: Reading) -> Iterator[Event]:
    """Talks between "the foreign ministers of the three countries", China's among them."""
    for found in reading.find(_HELD):
        place = next((m for m in reading.mentions if m.start == found.end()), None)
        if place is None or place.sort not in ("city", "country") or not reading.about_china:
            continue
        if _MINISTERS.search(reading.flat, place.end, reading.end):
            pair = (partners.about(reading),) if place.china else partners.of([place])
            yield Event(reading, "visit", *found.span(), partners=pair, place=place)


def _is_near(reading: Reading, found: re.Match[str], mention: Mention) -> bool:
    """Whether somebody stands close enough to the verb, and not only to describe another."""
    gap = mention.start - found.end()
    titled = gap > 0 and not _STOP.search(reading.flat, found.end(), mention.start)
    if not -_REACH * 2 <= gap <= (_REACH * 2 if titled else _REACH):
        return False
    aside = mention.end <= found.start() and partners.aside(reading, mention)
    return not aside and not _other_clause(reading, found.end(), mention)


def together(reading: Reading) -> Iterator[Event]:
    """Two of rank do something side by side, at a place: "X and Y signed it in Paris"."""
    if reading.sentence.caption and not reading.has(_SHOWN):
        yield from _pictured(reading)
    for found in reading.find(_TOGETHER):
        side_by_side = [m for m in reading.mentions if m.rank and 0 < found.start() - m.end < 110]
        others = [m for m in side_by_side if not m.china and m.name]
        if len(side_by_side) < 2 or not others or not any(m.china and m.name for m in side_by_side):
            continue
        said = _SAID.search(reading.flat, found.end(), reading.end)
        end = said.start() if said else reading.end
        place = next(
            (m for m in reading.mentions if found.end() < m.start < end and m.sort == "city"), None
        )
        if place or _SOMEWHERE.search(reading.flat, found.end(), end):
            pair = partners.of(settled(reading, others[:1]))
            yield Event(
                reading, "visit", *found.span(), partners=pair, place=place, actor=others[0].name
            )


def _pictured(reading: Reading) -> Iterator[Event]:
    """Both sides of rank in one picture, whatever they are doing there."""
    chinese = [m for m in reading.mentions if m.rank and m.china and m.name]
    others = [m for m in reading.mentions if m.rank and not m.china and m.name]
    if bool(chinese) != bool(others):
        yield from _guest_alone(reading, (chinese or others)[0])
    if chinese and others:
        place = next((m for m in reading.mentions if m.sort == "city"), None)
        span = min(chinese[0].start, others[0].start), max(chinese[0].end, others[0].end)
        other = _at_home(reading, others) or others[0]
        pair = partners.of(settled(reading, partners.listed(reading, other)))
        names = f"{other.name}; {chinese[0].name}"
        if pair:
            yield Event(
                reading, "visit", *span, partners=pair, place=place, actor=names, mood="done"
            )


def _where(reading: Reading) -> Mention | None:
    """Return the place that a caption gives for its picture, the last before the day."""
    day = reading.times[-1].start if reading.times else reading.end
    places = (m for m in reading.mentions if m.sort in ("city", "country") and m.end <= day)
    return next(
        (m for m in reversed(list(places)) if _GIVEN.search(reading.flat[m.end : day])), None
    )


_GIVEN = re.compile(r"^[,.\s]*(?:on\s+)?$")


def _at_home(reading: Reading, others: list[Mention]) -> Mention | None:
    """Return the host of a picture with more guests than one: whose country the place lies in."""
    place = _where(reading) if reading.sentence.caption else None
    return next((m for m in others if place and m.iso3 == place.iso3), None)


_ONLOOKER = words(r",? (?:looks?|looked|looking|watch(?:es|ed|ing)?)(?: on)?")


def _guest_alone(reading: Reading, guest: Mention) -> Iterator[Event]:
    """Somebody of rank in a picture that was taken in the other country."""
    place = _where(reading)
    if place is None or not guest.iso3 or place.china == guest.china or reading.has(_NOT_THEN):
        return
    if guest.china and reading.has(_FORUM):
        return
    pair = partners.of([place if guest.china else guest])
    event = Event(reading, "visit", guest.start, place.end, partners=pair, actor=guest.name)
    yield replace(event, place=place, mood="done")


_SAID = words(r"said|says|told|announced|according to")
_SOMEWHERE = re.compile(r"\b(?:in|at)\s+(?:the\s+)?[A-Z][a-z]+")


def _other_clause(reading: Reading, end: int, mention: Mention) -> bool:
    gap = reading.flat[end : mention.start] if mention.start > end else ""
    return ";" in gap or bool(_MEET.search(gap)) or " that " in gap


def _host(reading: Reading, verb: int) -> list[Mention]:
    """Return China where it stands right before a verb such as "will host"."""
    return [
        m
        for m in reading.china
        if m.end < verb
        and _WILL.fullmatch(reading.flat, m.end, verb)
        and m.sort in ("city", "country")
    ]


_WILL = words(r" (?:will |has |had |is to |would |also )*")


def _counterpart(reading: Reading, end: int) -> bool:
    found = _COUNTERPART.search(reading.flat, end, min(reading.end, end + _REACH))
    return found is not None and bool(reading.china)
