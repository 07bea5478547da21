"""Parties: with whom China signed, or agreed, or did something together."""

import re

from data.drafting import partners
from data.drafting.frames.sides import subject
from data.drafting.patterns import words
from data.drafting.reading import BOTH_SIDES, Reading


def parties(reading: Reading, start: int, end: int) -> tuple:
    """Return the partners, where China is of the two sides and nobody else stands for it."""
    near = partners.usable(reading)
    behind = words(r" (?:with|between) (?:the )?")
    with_whom = behind.match(reading.flat, end)
    if with_whom:
        other = next((m for m in reading.mentions if 0 <= m.start - with_whom.end() <= 3), None)
        if other and not other.china and not _china_joins(reading, with_whom, start):
            return ()
        if other and other.china and not near:
            return (partners.about(reading),) if reading.focus else ()
        if with_whom and _SO_MANY_OTHERS.match(reading.flat, with_whom.end()):
            return ()
        signer = subject(reading, start)
        if other and other.china and signer and signer.iso3 and not signer.china:
            return partners.of(partners.listed(reading, signer))
    if not reading.china and near and not _two_sides(reading):
        return ()
    if not reading.china and reading.focus and all(m.start > end for m in near):
        return (partners.about(reading),)
    if reading.china and not _takes_part(reading, start, end):
        return ()
    if _jointly(reading, start) and reading.topic:
        before = [m for m in near if m.end <= start]
        told = not before or any(m.iso3 == reading.topic for m in before)
        return (partners.about(reading),) if told else partners.of(before[-1:])
    return partners.partners(reading, start, end)


_SO_MANY_OTHERS = words(r"(?:more than |over |some )?\d+ (?:[\w-]+ ){0,2}?(?:countries|nations)")
_OCCASION = words(r"(?: [\w.]+){0,4}? (?:when|as|during|while) ")
"""A text signed "on Monday when X met Y" is theirs, wherever the sentence names them."""


def _takes_part(reading: Reading, start: int, end: int) -> bool:
    """Whether China stands before the verb, or close behind it, or "both sides" do."""
    if _OCCASION.match(reading.flat, end):
        return True
    near = any(
        (m.end <= start and start - m.end < 160)
        or reading.distance((m.start, m.end), (start, end)) < 60
        for m in reading.china
    )
    return near or reading.has(BOTH_SIDES)


_ACT_JOINTLY = words(r"(?:the )?(?:two|both) (?:[\w-]+ )?(?:sides|countries|nations|governments)")


def _jointly(reading: Reading, verb: int) -> bool:
    """Whether "the two countries" stand right before the verb, so that who is behind looks on."""
    found = list(_ACT_JOINTLY.finditer(reading.flat, reading.start, verb))
    return bool(found) and verb - found[-1].end() < _BESIDE


_BESIDE = 12


def _china_joins(reading: Reading, with_whom: re.Match[str], start: int) -> bool:
    """Whether China stands before the verb, or second in "between Peru and China"."""
    pair = [m for m in reading.mentions if m.start >= with_whom.end()][:2]
    between = "between" in with_whom[0] and any(m.china for m in pair)
    return between or _china_before(reading, start)


def _china_before(reading: Reading, start: int) -> bool:
    before = [m for m in reading.mentions if m.end <= start]
    return bool(before) and any(m.china for m in before[-2:])


def _two_sides(reading: Reading) -> bool:
    earlier = reading.previous
    return reading.has(BOTH_SIDES) and earlier is not None and bool(earlier.china)
