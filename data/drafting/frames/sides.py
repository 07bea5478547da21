"""Sides: who goes and who meets, where a text says only "he" or "the two leaders"."""

from dataclasses import replace

from data.drafting.gazetteer import Mention
from data.drafting.patterns import words
from data.drafting.reading import Reading

_RELATIVE = words(r", (?:which|who|whose|where) [^,;]*,")
_REACH = 70
PRONOUN = words(
    r"(?:he|she|his|her|they|their|the two leaders|both leaders|the two presidents|both presidents)"
)
"""What stands for somebody of rank who was named before."""


def settled(reading: Reading, persons: list[Mention]) -> list[Mention]:
    """Give persons of unknown country the one that the text is about."""
    return [
        m if m.iso3 else Mention(m.start, m.end, m.text, reading.focus, m.sort, m.name, m.rank)
        for m in persons
        if not m.china and (m.iso3 or reading.focus)
    ]


def antecedent(reading: Reading) -> list[Mention]:
    """Return whom "he" or "their" means: the first of rank in the one or two sentences before."""
    earlier = reading.previous
    for _ in range(2):
        if earlier is None:
            return []
        ranked = [m for m in earlier.mentions if m.rank and (m.name or m.iso3)]
        if ranked:
            return ranked[:1]
        earlier = earlier.previous
    return []


def subject(reading: Reading, verb: int) -> Mention | None:
    """Return who acts: the last named before the verb, but for those in a relative clause."""
    asides = [found.span() for found in reading.find(_RELATIVE) if found.end() <= verb]
    hidden = sum(end - start for start, end in asides)
    named = [
        m
        for m in reading.mentions
        if m.end <= verb
        and verb - m.end < _REACH + hidden
        and not any(start < m.start < end for start, end in asides)
    ]
    return named[-1] if named else None


_POSTED = words(r"(?:embassy|ambassador|envoy|mission|consulate|diplomats?) (?:in|to) (?:the )?$")


def own(reading: Reading, speaker: Mention | None) -> Mention | None:
    """Return whose embassy or envoy speaks: "the Chinese embassy in Lima" is China's."""
    if speaker is None:
        return None
    before = reading.flat[max(reading.start, speaker.start - 25) : speaker.start]
    if not _POSTED.search(before):
        return speaker
    earlier = [m for m in reading.mentions if m.end <= speaker.start]
    return replace(earlier[-1], end=speaker.end, sort="body") if earlier else None
