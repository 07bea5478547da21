"""Frame of memberships: who joined or left an initiative or organisation of China's."""

from collections.abc import Iterator
from dataclasses import replace

from data.drafting import partners
from data.drafting.drafts import Why
from data.drafting.events import Event
from data.drafting.figures import Figure
from data.drafting.frames.sides import subject
from data.drafting.gazetteer import Mention
from data.drafting.patterns import words
from data.drafting.reading import Reading

_JOIN = words(
    r"(?:join(?:s|ed|ing)?|sign(?:s|ed|ing)? (?:up|on) (?:to|for|with)|became "
    r"(?:a |the )?(?:[\w-]+ )*?members? of|"
    r"(?:admitted|accepted)(?: (?:to|into|as (?:an? )?(?:[\w-]+ ){0,2}?members? of))|"
    r"acced(?:es|ed|ing) to|part of|withdr(?:ew|aw|awal)(?: \w+)? from|withdraw(?:n|ing) from|"
    r"members? of|signed"
    r"(?: an?(?: [\w-]+){0,3}? (?:agreement|memorandum|deal|document|pact)s?)?|leav(?:es?|"
    r"ing)|left|quit(?:s|ting)?|exit(?:s|ed|ing)?|"
    r"(?:pull(?:s|ed|ing)?|drop(?:s|ped|ping)?) out of) (?:[\w',()-]+ ){0,4}?"
    r"(?P<club>Belt and Road(?: Initiative)?|BRI|Asian Infrastructure Investment Bank|AIIB|"
    r"China's (?:[\w-]+ ){0,4}?(?:infrastructure|silk road) (?:project|plan|initiative|scheme|"
    r"program(?:me)?)|"
    r"1[4-7]\+1|Shanghai Cooperation Organi[sz]ation|SCO|BRICS|New Development "
    r"Bank)(?P<documents> [^.;]{0,20}documents)?"
)
_COUNTRIES = words(r"(?:other )?(?:\w+ ){0,1}(?:countries|nations|states)")
_WISHED = words(
    r"(?:wish\w*|bid|desire|application|hopes?|interest\w*|ambitions?|plans?|invit\w+|requests?|"
    r"efforts?|eager|keen|ready|willing\w*|intent\w*|appl(?:y|ied)|refus\w+|declin\w+) "
    r"(?:to|in|for|of)(?: \w+)? ?$"
)
"""Before "join": what is wished for, and not done."""


def memberships(reading: Reading) -> Iterator[Event]:
    """Yield who joined an initiative or organisation of China's, or how many countries did."""
    for found in reading.find(_JOIN):
        if _WISHED.search(reading.flat[max(reading.start, found.start() - 30) : found.start()]):
            continue
        belt = found["club"].lower().startswith(("belt", "china's")) or found["club"] == "BRI"
        nature = "Belt and Road documents" if belt else "organisation"
        counted = _counted(reading, found.start())
        if counted:
            span, many = (counted.start, found.end()), (("", Why(note="many countries")),)
            event = Event(reading, "membership", *span, nature, many, counted, "countries")
            yield replace(event, status="signed")
            continue
        joiner = _joiner(reading, found.start())
        if joiner and not _BELONGS.match(found[0]):
            status = "ended" if _LEAVES.match(found[0]) else "signed"
            row = partners.of(partners.listed(reading, joiner))
            yield Event(reading, "membership", *found.span(), nature, row, status=status)


_LEAVES = words(r"(?:withdr|lea|left|quit|exit|pull|drop)\w*")
_BELONGS = words(r"part of|members? of|signed(?= Belt)")


def _counted(reading: Reading, before: int) -> Figure | None:
    """Return how many countries did it, where a number of countries stands before the verb."""
    return next(
        (
            figure
            for figure in reading.figures
            if not figure.money
            and figure.end <= before
            and _COUNTRIES.match(reading.flat, figure.end + 1)
        ),
        None,
    )


def _joiner(reading: Reading, before: int) -> Mention | None:
    """Return who joins or leaves: the last named before, though not in an aside; never Taiwan."""
    able = [m for m in partners.usable(reading) if m.iso3 not in ("", "TWN")]
    named = [m for m in able if m.end <= before and before - m.end < 60]
    acting = subject(reading, before)
    return next(iter(named[-1:]), acting if acting in able else None)
