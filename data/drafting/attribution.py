"""Attribution: who says so, and whose side that is."""

import re
from dataclasses import dataclass

from data.drafting.drafts import Why
from data.drafting.patterns import exact, words
from data.drafting.reading import Reading

_ACCORDING = exact(
    r"\b(?i:according to|as per reports by|based on reports by|based on|as per) (?i:an? |the |data from |figures from |reports by )*(?P<who>[^,.;]{3,70})"
)
_VERB = r"(?:said|says|told|announced|reported|added|explained|noted|stated|declared|claimed|confirmed|reports|cited)"
_SAID = exact(
    rf"(?P<who>(?:(?i:the|a|an) )?(?:[\w'.-]+ ){{0,5}}?[\w'.-]+),? (?:(?:also|has|have|reportedly|earlier|later|on) )*\b{_VERB}\b"
)
_NO_SPEAKER = words(r"(?:he|she|it|they|who|that|which|and|but|the report|statement|,)")
_NEUTRAL = words(r"data|report|media|analysts?|experts?|UN |study|research|institute|university|agency|observers?")


@dataclass(frozen=True)
class Speaker:
    """Who says so, whose side that is, and why."""

    name: str = ""
    side: str = "independent"
    why: Why = Why(note="nobody is named: the source itself says so")


def speaker(reading: Reading, partner: str) -> Speaker:
    """Return who says what a sentence states, or that the source does."""
    found = next(reading.find(_ACCORDING), None)
    if found is None:
        found = _said(reading)
    if found is None:
        return Speaker()
    start, end = found.span("who")
    text = " ".join(reading.flat[start:end].split()).strip(" \"'")
    return Speaker(text, _side(reading, start, end, partner, text), Why(text, start, end))


def _said(reading: Reading) -> re.Match[str] | None:
    """Return the speaker whose name begins with a capital, right before the verb."""
    for found in reading.find(_SAID):
        named = [m for m in reading.mentions if m.start < found.end("who") <= m.end + 1]
        last = found["who"].split()[-1]
        if named or last[:1].isupper() and not _NO_SPEAKER.fullmatch(last):
            return _Named(found, named[0].start if named else _capitals(found))  # type: ignore[return-value]
    return None


class _Named:
    """A match whose speaker begins at another place."""

    def __init__(self, found: re.Match[str], start: int) -> None:
        self._span = (start, found.end("who"))

    def span(self, group: str) -> tuple[int, int]:
        """Return where the speaker stands."""
        return self._span


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
    return "independent" if not named or _NEUTRAL.search(text) else "partner"
