"""Frames of what both sides agreed to do, and of texts that are named only by their date."""

import re
from collections.abc import Iterator
from dataclasses import replace

from data.drafting import partners
from data.drafting.events import Event, Partner
from data.drafting.frames.agreements import TEXT
from data.drafting.frames.parties import parties
from data.drafting.gazetteer import Mention
from data.drafting.patterns import words
from data.drafting.reading import BOTH_SIDES, Reading

_TIES = r"(?:ties|relations(?:hip)?|partnership|cooperation)"
_LEVEL = r"to (?:an? |the (?:level|rank|status) of (?:an? )?)?(?:[\w'\"-]+,? ){0,7}?partnership"
_RAISED = words(
    r"(?:(?:rais|elevat|upgrad|lift|promot)(?:e|es|ed|ing)|elevation of) "
    rf"(?:[\w']+ ){{0,5}}?{_TIES} "
    rf"(?:[\w']+ ){{0,5}}?{_LEVEL}|"
    rf"{_TIES}(?: [\w'-]+){{0,7}}? (?:raised|elevated|upgraded|lifted|promoted) {_LEVEL}"
)
"""Ties that are given a higher name: "upgraded their relations to a strategic partnership"."""
_ACT = (
    r"(?:restructur|reschedul|renegotiat|resum|build|reopen|restor|re-establish|set up|establish|"
    r"creat|abolish|waiv|scrap|write off|defer|put off|postpon|extend|suspend|paus|pull back|"
    r"withdraw|disengag|"
    r"demarcat|settl|jointly|exchang|swap|upgrad|elevat|tak(?:e|ing) the following)\w*"
)
_AGREED = words(
    r"(?:agree[ds]|commit(?:s|ted)?|reached (?:an? )?(?:[\w-]+ )?(?:agreement|understanding))"
    rf" (?:(?:in principle|in (?:\w+ )?\d{{4}}|in \w+|mutually|last|this|on|\w+day|week|month|"
    rf"year) )*to (?:\w+ly )?{_ACT}"
    r"(?! [$€£\d])"
)
_MOVE = r"(?:abolish|waiv|scrap|lift|drop|remov|exempt)(?:e|es|ed|ing|s)?"
_VISAS = words(
    rf"{_MOVE} (?:[\w'-]+ ){{0,4}}?visas?(?: requirements?| rules?)?|agreed on (?:[\w'-]+ ){{0,3}}?"
    r"visa[ -]free (?:travel|entry|access)|"
    r"(?:mutual|reciprocal) visa[ -](?:exemptions?|waivers?|free \w+)|"
    r"visa[ -](?:exemptions?|waivers?)(?= (?:between|with))"
)
_DATED = words(
    r"(?P<lead>since|under|after|following|thanks to|despite|by|with|through|ha(?:ve|s|d)|"
    r"add\w* to)? ?"
    rf"(?P<np>(?:an?|the|their) (?:[\w-]+ ){{0,4}}?)(?P<text>{TEXT})"
    r"(?P<link> (?:dating (?:from|back to)|dated|from|of|in|on|reached|made|struck))?"
)
_BODY = words(
    r"(?:welcom|announc|agree|hail|affirm|confirm)\w* (?:[\w',-]+ ){0,30}?(?:the )?"
    r"(?:establishment|creation|setting up|formation|launch) of (?P<body>an? (?:[\w-]+ ){0,4}?"
    r"(?:working groups?|committees?|commissions?|hotlines?|task forces?|mechanisms?|boards?))"
)
"""A body that both sides set up together."""
_SIDES = words(
    r"(?:the )?(?:two|both) (?:leaders|sides|presidents|countries|governments|ministers)|they"
)
_DECIDED = words(r"(?:agreed|decided) (?:\w+ ){0,3}?(?:to|that|on)")
"""Who agreed to raise their ties has agreed, whatever lies ahead."""
_GAP, _NEAR = 3, 40
_BETWEEN = words(r" (?:between|with)")
_YEAR = re.compile(r"(?:19|20)\d\d")


def accords(reading: Reading) -> Iterator[Event]:
    """Yield what both sides agreed to do: to raise their ties, let people in, put off debt."""
    for found in (*reading.find(_RAISED), *reading.find(_AGREED)):
        if _china_acts(reading, found.start()):
            yield from _one(reading, found.span(), parties(reading, *found.span()))
    for found in reading.find(_VISAS):
        if _both(reading, found):
            yield from _one(reading, found.span(), parties(reading, *found.span()))
    for found in reading.find(_BODY):
        named = _SIDES.search(reading.flat, reading.start, found.start())
        if reading.about_china and (named or _both(reading, found)):
            pair = parties(reading, *found.span()) if reading.mentions else _of_both(reading)
            yield from _one(reading, found.span("body"), pair)
    for found in reading.find(_DATED):
        if _is_dated(reading, found):
            yield from _one(reading, found.span(), _of_the_text(reading, found))


def _one(reading: Reading, span: tuple[int, int], pair: tuple[Partner, ...]) -> Iterator[Event]:
    if pair and pair[0][0]:
        before = reading.flat[max(reading.start, span[0] - 30) : span[0]]
        event = Event(reading, "agreement", *span, partners=pair, unit="agreements", value=1.0)
        mood = "done" if _DECIDED.search(before) else ""
        yield replace(event, value_span=span, status="signed", mood=mood)


_WITH = words(r"(?:with|and|between) (?:the )?$")


def _china_acts(reading: Reading, verb: int) -> bool:
    """Whether China is one of those who agree, and no onlooker named behind."""
    return reading.has(BOTH_SIDES) or any(
        m.end <= verb or _WITH.search(reading.flat[max(0, m.start - 15) : m.start])
        for m in reading.china
    )


def _of_both(reading: Reading) -> tuple[Partner, ...]:
    """Return who is meant by "they" where a sentence names nobody."""
    return (partners.about(reading),) if reading.topic else ()


def _both(reading: Reading, found: re.Match[str]) -> bool:
    """Whether both sides act: "the two countries", or China and the partner side by side."""
    before = [m for m in reading.mentions if m.end <= found.start()][-2:]
    after = [m for m in reading.mentions if 0 <= m.start - found.end() < _NEAR][:2]
    return reading.has(BOTH_SIDES) or _side_by_side(before) or _side_by_side(after)


def _side_by_side(pair: list[Mention]) -> bool:
    return {m.china for m in pair} == {True, False}


def _is_dated(reading: Reading, found: re.Match[str]) -> bool:
    """Whether a text has its date right beside it: "a pact last May", "a 2016 treaty"."""
    if _YEAR.search(found["np"]):
        return _BETWEEN.match(reading.flat, found.end("text")) is not None
    beside = any(0 <= time.start - found.end() <= _GAP for time in reading.times)
    return beside and found["lead"] is not None


def _of_the_text(reading: Reading, found: re.Match[str]) -> tuple[Partner, ...]:
    """Return whose text it is, where the sentence may name neither of the two sides."""
    if reading.china:
        return parties(reading, *found.span())
    strangers = [m for m in partners.usable(reading) if m.iso3 != reading.focus]
    return (partners.about(reading),) if reading.about_china and not strangers else ()
