"""Givers: what ties an amount of money to China, and who else may have given it."""

from data.drafting import partners
from data.drafting.figures import Figure
from data.drafting.frames.cues import FINANCE
from data.drafting.gazetteer import Mention
from data.drafting.patterns import words
from data.drafting.reading import BOTH_SIDES, Reading

_RIVAL = words(
    r"IMF|International Monetary Fund|World Bank|Asian Development Bank|"
    r"African Development Bank|ADB|"
    r"Paris Club|bondholders|United Nations|World Health Organization|Congress|"
    r"Pentagon|USAID|Gates Foundation"
)
_GIVES = words(
    r"(?:has |have |had |would |will |also |already |have already |has already "
    r")*(?:gave|given|give|gives|giving|lent|loan(?:ed|ing)|lend|lends|lending|provid\w+|"
    r"pledg\w+|"
    r"promis\w+|offer\w*|donat\w+|invest(?:ed|s|ing)?|approv\w+|grant(?:ed|s)|"
    rf"extend\w*|{FINANCE}|"
    r"fund(?:ed|s|ing)|contribut\w+|announc\w+|committed|allocat\w+|spent|sent|"
    r"sold|sells?|purchas\w+|buys?|bought)"
)
NEAR = 60
"""How close China stands to an amount that it traded, by characters and clauses."""


def link(reading: Reading, figure: Figure, *, given: bool = True) -> str:
    """Say what ties the amount to China: its sentence, the one before, or "" for nothing.

    Of money that was ``given`` China is the giver; of trade it is either side, close by.
    """
    span = (figure.start, figure.end)
    if not given and any(reading.distance((m.start, m.end), span) < NEAR for m in reading.china):
        return "sentence"
    if _giver(reading, figure) == "other":
        return ""
    if reading.china:
        return "sentence"
    if reading.has(BOTH_SIDES) and not reading.has(_RIVAL) and reading.about_china:
        return "the two sides"
    if reading.has(_RIVAL) or reading.previous is None or not reading.previous.china:
        return "" if not _refers(reading) else "what the text is about"
    strangers = {m.iso3 for m in partners.usable(reading) if m.iso3} - _known_before(reading)
    return "" if strangers or reading.previous.has(_RIVAL) else "the sentence before"


def by_rival(reading: Reading) -> bool:
    """Whether the sentence names a lender or giver that is no country."""
    return reading.has(_RIVAL)


_REFERS = words(
    r"(?:the|this) (?:[\w$.,'-]+ ){0,4}(?:project|zone|dam|railway|railroad|port|line|"
    r"loan|program)|"
    r"(?:million|billion) (?-i:[A-Z]{3,5})"
)


def _refers(reading: Reading) -> bool:
    return reading.financed and reading.has(_REFERS) and not reading.has(_RIVAL)


def _known_before(reading: Reading) -> set[str]:
    return (
        {m.iso3 for m in reading.previous.mentions} | {reading.focus} if reading.previous else set()
    )


def _giver(reading: Reading, figure: Figure) -> str:
    """Say who gives: "other", or "" where it is China or nobody is named as the one who does."""
    near = figure.start - 90
    verbs = [v for v in reading.find(_GIVES) if near < v.end() <= figure.start + 1]
    if not verbs:
        return ""
    verb = verbs[-1]
    subjects = [m for m in reading.mentions if m.end <= verb.start()]
    rivals = [r.end() for r in _RIVAL.finditer(reading.flat, reading.start, verb.start())]
    if rivals and rivals[-1] > max((m.end for m in subjects), default=-1):
        return "other"
    if not subjects:
        return ""
    if not any(m.china for m in subjects) and not _takes(reading, verb[0], verb.end()):
        return "other"
    return "other" if _is_other(subjects[-1], verb.start()) else ""


def _takes(reading: Reading, verb: str, end: int) -> bool:
    """Whether a verb leaves open who gives, or China is named behind it as the one who does."""
    if verb.lower().split()[-1].startswith(_TAKING):
        return True
    if verb.lower().startswith("sold") and _SOLD_TO.match(reading.flat, end, reading.end):
        return True
    return bool(reading.china) and _FROM.search(reading.flat, end, reading.end) is not None


def _is_other(subject: Mention, verb: int) -> bool:
    """Whether somebody who is not China stands right before the verb."""
    return (
        verb - subject.end <= 3 and not subject.china and subject.sort not in ("person", "region")
    )


_ORIGIN = words(r"(?:from|(?<!owed\s)by) (?:the )?$")
_ROUTE = words(r"(?:'s)?(?: [\w'-]+){0,4} (?:to|through|via|as far as) ")
"""Behind the place that a railway comes from: "from Mombasa to Nairobi"."""


def from_other(reading: Reading, figure: Figure) -> bool:
    """Whether an amount comes "from" or was given "by" another country that stands close to it."""
    return any(
        _ORIGIN.search(reading.flat[max(reading.start, m.start - 12) : m.start])
        and not _ROUTE.match(reading.flat, m.end, reading.end)
        for m in reading.mentions
        if not m.china and figure.start - 40 < m.end and m.start < figure.end + 45
    )


_TAKING = ("sign", "buy", "bought", "purch", "announc", "spent")
_SOLD_TO = words(r" (?:[\w']+ ){0,3}to (?:[\w'-]+ ){0,4}?(?:China|Chinese|Beijing)")
_FROM = words(r"(?:from|by|with) (?:the )?(?:[\w-]+ ){0,5}?(?:China|Chinese|Beijing)|Chinese")
