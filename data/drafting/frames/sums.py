"""Sums: the amounts of money that a sentence tells, each once and as it is now."""

import re
from collections.abc import Iterator

from data.drafting.figures import Figure
from data.drafting.patterns import words
from data.drafting.reading import Reading

_REPLACED = words(
    r"(?:(?:up|down) from|rose from|from|compared (?:with|to)|instead of|rather than|"
    r"(?:earlier|previous|initial|original) (?:estimates?|figures?|reports?|"
    r"price|plan)(?: of)?|than|against|versus)$"
)
_CHANGED = words(
    r"(?:rose|risen|grew|grown|increased?|fell|fallen|dropped|declined?|cut|"
    r"shrank|jumped|reduced?|wid\w+|narrow\w+)(?: by)?$"
)
_BY = words(r"by$")


def sums(reading: Reading) -> Iterator[Figure]:
    """Yield the amounts that a sentence tells, each once and as it is now."""
    for index, figure in enumerate(reading.figures):
        if not figure.money or _converted(reading, index):
            continue
        if not _replaced(reading, figure) and not revised(reading, figure):
            yield figure


_SAME_SUM = re.compile(
    r"\s*(?:\(|;|, or|,? equivalent to|,? which is|,? the equivalent of|,? about|\[|[-–—/])\s*"
    r"(?:or |then |today |worth |US )?(?:about |around |nearly |roughly |some )?\s*"
)


def _converted(reading: Reading, index: int) -> bool:
    """Whether a figure only repeats the one before it in another currency, in brackets."""
    before, this = reading.figures[index - 1], reading.figures[index]
    if not index or not before.money or before.unit == this.unit:
        return False
    return _SAME_SUM.fullmatch(reading.flat, before.end, this.start) is not None


def _replaced(reading: Reading, figure: Figure) -> bool:
    before = reading.flat[max(reading.start, figure.start - 45) : figure.start].rstrip()
    if _REPLACED.search(before):
        return True
    return bool(_BY.search(before) and _CHANGED.search(before)) or bool(_CHANGED.search(before))


_REVISED_TO = words(
    r"[^;]{0,120}?(?:but|then|later|before|recently|since)[^;]{0,40}? (?:lowered|reduced|cut|"
    r"scaled (?:back|down)|revised|slashed|trimmed|whittled|raised|increased)(?: (?:up|down))? to "
    r"(?:about |around |some |just |only )?"
)


def revised(reading: Reading, figure: Figure) -> Figure | None:
    """Return the amount that took the place of another: "set at $5 million, but later cut to"."""
    return next(
        (
            other
            for other in reading.figures
            if other.unit == figure.unit
            and other.start > figure.end
            and _REVISED_TO.fullmatch(reading.flat, figure.end, other.start)
        ),
        None,
    )
