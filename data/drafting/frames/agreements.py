"""Frames of agreements and memberships."""

import re
from collections.abc import Iterator
from dataclasses import replace

from data.drafting import partners
from data.drafting.events import Event
from data.drafting.figures import Figure
from data.drafting.frames.parties import parties
from data.drafting.frames.sides import subject
from data.drafting.patterns import exact, words
from data.drafting.reading import BOTH_SIDES, Reading

_SIGN = (
    r"(?:sign(?:s|ed|ing)?|ink(?:s|ed|ing)?|reach(?:es|ed|ing)?|str(?:ikes?|"
    r"uck|iking)|seal(?:s|ed)?|"
    r"conclud(?:es?|ed|ing)|clinch(?:ed)?|finali[sz]ed|secur(?:ed|ing)|entered "
    r"into|agreed (?:on|to|with(?: [\w'.-]+){1,5}? (?:on|to))|"
    r"exchanged|approved|ratif(?:ied|ies)|charter(?:ed)?|announc(?:ed|ing)|unveiled|"
    r"put (?:(?:its|their|his|her) names?|pen) to|"
    r"(?:brought|came|went|return\w*) (?:back|home|away)(?: with)?|(?:sign(?:ing|ature)|"
    r"exchange|conclusion|renewal|extension) of|initial(?:l?ed)|renew(?:s|ed|ing)|issued|"
    r"extend(?:s|ed|ing)|prolong(?:s|ed|ing)|roll(?:s|ed|ing) over|won|land(?:s|ed)|award(?:s|ed))"
)
TEXT = (
    r"(?:agreements?|deals?|pacts?|memorand(?:ae?|ums?)(?: of understanding)?|MOUs?|treat(?:y|ies)|"
    r"accords?|protocols?|contracts?|communiqu[eé]s?|joint declarations?|joint statements?|"
    r"(?:(?:cooperation|co-operation) )?documents?|arrangements?|institutions|leases?|"
    r"roadmaps?|road maps?|action plans?|letters? of intent|truces?|"
    r"(?:provisional|tacit|new|formal) understandings?|(?:currency )?swaps?(?: lines?)?"
    r"(?! (?:line|deal|agreement|arrangement|pact|contract|accord)))"
)
_SIGNED = words(rf"(?P<verb>{_SIGN})(?: of)? (?P<np>(?:[\w$'.,/-]+ ){{0,9}}?)(?P<text>{TEXT})")
_WERE_SIGNED = words(
    rf"(?P<np>(?:[\w$'./-]+ ){{0,4}})(?P<text>{TEXT})(?! (?:is|was) (?:one|among|part)),?"
    r"(?: [\w.,'-]+){0,11}? "
    r"(?:(?:was|were|have been|has been) )?(?<!and\s)(?P<verb>signed|inked|concluded|reached|"
    r"struck|sealed|"
    r"(?:in|into|entered into) force|took effect)"
)
_LEASED = words(
    r"(?:transferred|handed over|leased|granted|gave)(?: [\w',]+){1,11}? (?:on|"
    r"under|in) (?P<np>a )(?:[\w-]+ )?(?P<text>lease)"
)
_FOR_A_LEASE = words(
    r"(?:in (?:exchange|return) for|in the form of|by way of|obtained|gained|took|secured) "
    r"(?P<np>an? )\d+-year (?P<text>lease)"
)
"""What China was given in return: "in exchange for a 99-year lease"."""
_TIES = words(
    r"(?:(?:formally|officially) )?(?:establish(?:ed)?|restored?|resumed?|switched|"
    r"re-established|upgraded)"
    r"(?: [\w']+){0,2}? (?P<np>)(?P<text>(?:full )?(?:diplomatic (?:relations|ties|recognition)|"
    r"(?:relations|ties) with (?:the )?(?:China|Beijing|People's Republic)))"
)
_SWITCHED = words(
    r"(?:(?:br(?:oke|oken|eaks|eaking)|cut|cuts|cutting|sever(?:s|ed|ing)) (?:off )?"
    r"(?:[\w-]+ ){0,2}?(?:relations|ties)|(?:switch|shift)(?:es|s|ed|ing)?(?: [\w-]+){0,4}?|"
    r"dropp(?:ed|ing)|"
    r"abandon(?:ed|ing)|ditch(?:ed|ing)) (?:with |from |for )?(?:Taiwan|Taipei)"
    r"(?P<np>)(?P<text>[^.;]{0,60}? (?:to|for|with|recogni[sz]\w+|favou?r of) (?:China|Beijing))"
)
_LEFT = words(
    r"(?:br(?:oke|oken|eaks|eaking)|cut|sever(?:s|ed|ing)) (?:off )?(?:[\w-]+ ){0,2}?with "
    r"(?P<np>)(?P<text>Taiwan|Taipei)"
)
_DROPPED = words(
    r"(?:cut off|dumped|ditched|abandoned|dropped|derecogni[sz]ed|broke with)"
    r"(?P<np>) (?P<text>Taiwan|Taipei)"
)
"""Who leaves Taiwan takes up relations with China."""
_OF_TIES = (_TIES, _SWITCHED, _LEFT, _DROPPED)
_ONE = words(r"(?:an?|the|one|another)")
_NONE = words(r"no(?!-)|without|any|another possible|proposals?|proposed|drafts?")
_OLD = words(r"(?:previous|earlier|existing|past|prior|ongoing)")
_PROGRAMME = words(r"program(?:me)?s?|various|series|package")
_OF_MANY = exact(r"(?:Protocol|Convention|Charter|Covenant|Treaty) (?:on|for|against)\b")
"""A text that all the world signs, where no other country is named."""
_PASSED = words(r"(?:was|were|have been|has been|had been)")
"""Without one of these "the deals signed with X" are only spoken of."""
_BARE_FIRMS = words(
    r"^(?:foreign |private |many |several |some |local )*(?:companies|firms|investors|businesses) "
    r"(?:(?:have|has|had|also|already) )*$"
)
"""Firms of no country, whose deals are none of China's."""
_NATURES = (
    ("memorandum", words(r"memorand\w+(?: of understanding)?|MOUs?")),
    ("treaty", words(r"treat(?:y|ies)")),
)


def agreements(reading: Reading) -> Iterator[Event]:
    """Yield texts that both sides signed: their number, 1 for "a deal", none for "deals"."""
    if not (
        reading.china
        or reading.has(BOTH_SIDES)
        or any(reading.has(pattern) for pattern in (_LEFT, _DROPPED))
        or _told_before(reading)
    ):
        return
    found = list(_told(reading))
    counted = any(event.figure for event in found)
    yield from (e for e in found if not (counted and _WORDS.search(reading.flat, *e.span)))


_WORDS = words(r"statements?|communiqu[eé]s?|declarations?")


def _told(reading: Reading) -> Iterator[Event]:
    seen: list[tuple[int, int]] = []
    for pattern in (
        _SWITCHED,
        _LEFT,
        _DROPPED,
        _SIGNED,
        _WERE_SIGNED,
        _LEASED,
        _FOR_A_LEASE,
        _TIES,
    ):
        for found in reading.find(pattern):
            span = found.span("text")
            if any(a < span[1] and span[0] < b for a, b in seen):
                continue
            event = _agreement(reading, found)
            if event:
                seen.append(span)
                yield event


def _agreement(reading: Reading, found: re.Match[str]) -> Event | None:
    if _is_none(found) or (_told_before(reading) and not _of_these(reading, found)):
        return None
    if found.re is _WERE_SIGNED and _somebody_signs(reading, found):
        return None
    pair = _of_ties(reading, found) or parties(reading, *found.span())
    if _BARE_FIRMS.search(reading.flat[reading.start : found.start()]):
        return None
    if not pair or (pair[0][0] == "" and pair[0][1].start is None):
        return None
    if pair[0][1].start is None and _OF_MANY.match(reading.flat, found.start("text")):
        return None
    if _of_aid(reading, found):
        return None
    text = found["text"].lower()
    figure, value, span = _number(reading, found)
    worth = None if figure else _worth(reading, found)
    if worth:
        return Event(reading, "agreement", *found.span(), "", pair, worth, status="signed")
    counted = figure is not None or value is not None
    if not counted and (pair[0][0] == "" or _only_spoken_of(reading, found)):
        return None  # a continent's deals, or some of old, how many nobody says
    nature = next((n for n, p in _NATURES if p.search(text)), "")
    if not nature and text.endswith("s") and not counted:
        nature = "programme" if _PROGRAMME.search(reading.text) else ""
    unit = "agreements" if counted else ""
    event = Event(reading, "agreement", *found.span(), nature, pair, figure, unit)
    return replace(event, value=value, value_span=span, status="signed")


def _somebody_signs(reading: Reading, found: re.Match[str]) -> bool:
    """Whether the verb is that of whoever stands before it: "the deal with X, Y signed ..."."""
    between = reading.flat[found.end("text") : found.start("verb")]
    who = subject(reading, found.start("verb"))
    active = who and who.start > found.end("text") and found.start("verb") - who.end <= 1
    return bool(active) and "," in between and not _PASSED.search(between)


def _only_spoken_of(reading: Reading, found: re.Match[str]) -> bool:
    """Whether deals without number or day are only a subject: "the deals signed with X"."""
    several = found["text"].endswith("s") and found.re is _WERE_SIGNED
    return several and not reading.times and not _PASSED.search(found[0])


def _of_ties(reading: Reading, found: re.Match[str]) -> tuple:
    """Return who took up relations with China: the one before the verb, never Taiwan."""
    if found.re not in _OF_TIES:
        return ()
    near = [m for m in partners.usable(reading) if m.iso3 not in ("TWN", "")]
    before = [m for m in near if m.end <= found.start()]
    return partners.of(before[-1:] or near[:1]) or (partners.about(reading),)


def _told_before(reading: Reading) -> bool:
    """Whether "the lease" or "the pact" is one with China, of which the text was speaking."""
    strangers = [m for m in partners.usable(reading) if m.iso3 != reading.focus]
    told = reading.has(_THE_TEXT) or reading.has(_SO_MANY)
    return not (reading.china or strangers) and reading.about_china and told


def _of_these(reading: Reading, found: re.Match[str]) -> bool:
    """Whether a sentence without China may tell of its texts: they were signed, or are counted."""
    low, high = found.span("np")
    return found.re is _WERE_SIGNED or any(low <= f.start < high for f in reading.figures)


_SO_MANY = words(
    rf"\d+ (?:[\w-]+ ){{0,3}}?{TEXT} (?:was|were|(?:would|will|to) be) (?:signed|concluded|inked)"
)
_THE_TEXT = words(rf"(?:the|this|that|both|all) (?:[\w-]+ ){{0,3}}?{TEXT}")


def _is_none(found: re.Match[str]) -> bool:
    """Whether the text is an older one, or none at all, or only words that both sides issued."""
    text, phrase = found["text"].lower(), found["np"]
    if _OLD.search(phrase) or _NONE.search(phrase):
        return True
    if "documents" in text and "belt" in phrase.lower():
        return True
    return "statement" in text and not _ISSUED.search(found[0])


_ISSUED = words(r"sign\w*|issu\w*")


_ONE_OF = words(r"one of")


def _number(reading: Reading, found: re.Match[str]) -> tuple:
    """Return the number of texts: a figure, or 1 for one text with its article, or nothing."""
    at, text = found.span("np"), found["text"].lower()
    for figure in reading.figures:
        one_of = _ONE_OF.match(reading.flat, figure.start)
        if at[0] - 1 <= figure.start <= at[1] and not figure.money and not one_of:
            return figure, None, None
    many = found.re not in _OF_TIES and text.endswith(("s", "memoranda"))
    if many and not text.endswith("ties"):
        return None, None, None
    article = _ONE.match(found["np"].strip())
    begin = at[0] if article else found.start("text")
    return None, 1.0, (begin, found.end("text"))


_LENDS = words(r"loans?|credits?|grants?|donat\w+|gifts?|aid|assistance|financing")
_TERMS = r"(?:(?:the )?(?:[\w-]+ ){0,2}(?:rates?|terms|conditions|size|amount) (?:of|for|on) )?"
_FOR_AID = words(rf" (?:on|for|to) {_TERMS}(?:an? |the )?(?:[\w$.-]+ ){{0,4}}?" + _LENDS.pattern)
_WORTH = words(
    r"(?: (?:on|for|to|with|in) [^,;.]{3,50}?)?,? (?:now )?(?:worth|valued at|totall?ing|"
    r"amounting to)|,? (?:of|for)(?: an?)?"
)
_SWAP = words(r"(?:currency )?swaps?(?: lines?)?")


def _of_aid(reading: Reading, found: re.Match[str]) -> bool:
    """Whether a text is only the paper of a loan or gift, whose amount the sentence tells."""
    lent = _LENDS.search(found["np"]) or _FOR_AID.match(reading.flat, found.end("text"))
    return bool(lent) and any(figure.money for figure in reading.figures)


def _worth(reading: Reading, found: re.Match[str]) -> Figure | None:
    """Return what a deal is worth: "a $9 billion contract", "a contract worth $9 billion"."""
    low, end = found.start("np"), found.end("text")
    swap = _SWAP.fullmatch(found["text"]) or _SWAP.search(found["np"])
    worth = _WORTH.match(reading.flat, end)
    for figure in reading.figures:
        behind = worth is not None and 0 <= figure.start - worth.end() <= _HEDGE
        if figure.money and (low - 1 <= figure.start < end or behind or (swap and not worth)):
            return figure
    return None


_HEDGE = 14
"""So many characters may hedge an amount: "worth more than $9 billion"."""
