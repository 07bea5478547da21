"""Attribution: who says so, and whose side that is."""

import re
from dataclasses import dataclass

from data.drafting.drafts import Why
from data.drafting.patterns import exact, words
from data.drafting.reading import Reading

_ACCORDING = exact(
    r"\b(?i:according to|as per reports by|based on reports by|based on|as "
    r"per) (?i:an? |the |data from |figures from |reports by )*(?P<who>[^,.;"
    r"]{3,70})"
)
_VERB = (
    r"(?:said|says|told|announced|reported|added|explained|noted|stated|"
    r"declared|claimed|confirmed|reports|cited)"
)
_SAID = exact(
    rf"(?P<who>(?:(?i:the|a|an) )?(?:[\w'.-]+ ){{0,5}}?[\w'.-]+),? (?:(?:also|"
    rf"has|have|reportedly|earlier|later|on) )*\b{_VERB}\b"
)
_NO_SPEAKER = words(r"(?:he|she|it|they|who|that|which|and|but|the report|statement|,)")
_NEUTRAL = words(
    r"data|report|media|analysts?|experts?|UN |study|research|institute|"
    r"university|agency|observers?"
)


_BODY = words(
    r"(?:[\w'-]+ )?(?:ministry|government|embassy|coast guard|army|navy|department|bank|officials|"
    r"state media)$"
)
_NOBODY = Why(note="nobody is named: the source itself says so")


@dataclass(frozen=True)
class Speaker:
    """Who says so, whose side that is, and why."""

    name: str = ""
    side: str = "independent"
    why: Why = _NOBODY


def speaker(reading: Reading, partner: str) -> Speaker:
    """Return who says what a sentence states, or that the source does."""
    according = next(reading.find(_ACCORDING), None)
    span = according.span("who") if according else _said(reading)
    if span is None:
        return Speaker()
    start, end = span
    text = " ".join(reading.flat[start:end].split()).strip(" \"'")
    return Speaker(text, _side(reading, start, end, partner, text), Why(text, start, end))


def _said(reading: Reading) -> tuple[int, int] | None:
    """Return where the speaker stands whose name begins with a capital, right before the verb."""
    for found in reading.find(_SAID):
        end = found.end("who")
        named = [m for m in reading.mentions if m.start < end <= m.end + 1]
        last = found["who"].split()[-1]
        if named:
            return named[0].start, end
        body = _BODY.search(found["who"])
        if body:
            return found.start("who") + body.start(), end
        if last[:1].isupper() and not _NO_SPEAKER.fullmatch(last):
            return _capitals(found), end
    return None


def _capitals(found: re.Match[str]) -> int:
    """Return where the run of capitalised words before the verb begins."""
    start = found.end("who")
    for word in reversed(list(re.finditer(r"\S+", found["who"]))):
        if not word[0][:1].isupper():
            break
        start = found.start("who") + word.start()
    return start


def _side(reading: Reading, start: int, end: int, partner: str, text: str) -> str:
    named = [m for m in reading.mentions if start <= m.start < end or m.start <= start < m.end]
    if any(m.china for m in named):
        return "china"
    if any(m.iso3 == partner and partner for m in named):
        return "partner"
    if any(m.iso3 for m in named):
        return "third_party"
    return "partner" if _BODY.search(text) and not _NEUTRAL.search(text) else "independent"
