"""Frame of gifts: what China gave, where the sentence tells no number."""

from collections.abc import Iterator

from data.drafting.events import Event
from data.drafting.frames.goods import goods
from data.drafting.patterns import words
from data.drafting.reading import Reading

_THINGS = (
    r"(?:(?:medical|relief|school|office|police|military|emergency|sports|humanitarian) "
    r"(?:supplies|equipment|materials?|aid|goods)|supplies|medicines?|vaccines|"
    r"equipment|food|rice|vehicles|ambulances|buses|computers|tents|blankets|books|wheelchairs)"
)
_CHINA = (
    r"(?:China|Beijing|(?:the )?Chinese (?:government|embassy|ambassador|army|navy|side|people))"
)
_FORMS = tuple(
    words(pattern)
    for pattern in (
        rf"{_CHINA}(?: (?!and\b)[\w'-]+){{0,5}}? (?:donat(?:ed|es)|handed over|presented|gave|"
        rf"gifted|delivered) (?:[\w',-]+ ){{0,7}}?{_THINGS}",
        rf"{_THINGS}(?:,? [\w'-]+){{0,5}}? (?:donated|gifted|given|provided|sent|presented) by "
        rf"(?:the )?{_CHINA}",
        rf"(?:donation|gift|batch|shipment|consignment)s? of (?:[\w',-]+ ){{0,5}}?{_THINGS}"
        rf"(?: [\w'-]+){{0,3}}? from {_CHINA}",
    )
)


def gifts(reading: Reading) -> Iterator[Event]:
    """Yield goods that China gave on some day, where no figure says how many or worth how much."""
    if not reading.times or any(f.money for f in reading.figures) or any(goods(reading)):
        return
    for form in _FORMS:
        for found in reading.find(form):
            if not any(found.start() <= f.start < found.end() for f in reading.figures):
                yield Event(reading, "donation", *found.span(), "goods", status="delivered")
                return
