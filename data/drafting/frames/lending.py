"""Frame of lending: loans of which the sentence tells no amount."""

from collections.abc import Iterator

from data.drafting.events import Event
from data.drafting.patterns import words
from data.drafting.reading import Reading

_CHINA = r"(?:the |an? )?(?:[\w'-]+ ){0,3}?(?:China|Chinese|Beijing)"
_LOANS = r"(?:loans?|credits?|credit lines?|lines? of credit)"
_FORMS = tuple(
    (status, words(pattern))
    for status, pattern in (
        ("delivered", rf"borrow(?:ed|s|ing) (?:[\w'-]+ ){{0,4}}?from {_CHINA}"),
        (
            "",
            rf"(?:t(?:ook|aken|aking)(?: out)?|secur(?:ed|ing)|obtain(?:ed|ing)|"
            rf"receiv(?:ed|ing)|got|"
            rf"accept(?:ed|ing)|sign(?:ed|ing)(?: for)?|won) (?:[\w'-]+ ){{0,6}}?{_LOANS} "
            rf"(?:[\w'-]+ ){{0,4}}?from {_CHINA}",
        ),
        (
            "",
            r"(?:China|Beijing|China's Exim ?bank|China Exim ?bank|China Development Bank|"
            r"Export-Import Bank of China) (?:has |had |have |also |will |would |agreed to )*"
            r"(?:lent|loaned|extend(?:ed)?|grant(?:ed)?|g(?:a|i)ven?|provid(?:ed?)|approved?|"
            rf"signed|offered) (?:[\w'-]+ ){{0,6}}?{_LOANS}",
        ),
        (
            "ongoing",
            rf"Chinese (?:[\w-]+ )?{_LOANS} (?:is|are|was|were|has been|have been|had been|also) "
            r"(?:financing|funding|paying for|used|financed|funded|paid for)",
        ),
        (
            "delivered",
            r"(?:built|financed|funded|constructed|paid for|bought|purchased|upgraded|modernized) "
            r"(?:[\w-]+ ){0,2}?(?:with|by|through|using) (?:the |an? )?(?:[\w-]+ ){0,3}?Chinese "
            rf"(?:[\w-]+ ){{0,2}}?{_LOANS}",
        ),
    )
)


def lending(reading: Reading) -> Iterator[Event]:
    """Yield the first loan that a sentence without an amount of money tells."""
    if any(figure.money for figure in reading.figures):
        return
    for status, form in _FORMS:
        for found in reading.find(form):
            yield Event(reading, "loan", *found.span(), status=status)
            return
