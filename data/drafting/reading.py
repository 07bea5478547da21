"""Reading: each sentence with what it names, beside what the text is about just then."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from data.drafting import cleaning, figures, gazetteer, persons, times
from data.drafting.figures import Figure
from data.drafting.gazetteer import Mention
from data.drafting.patterns import words
from data.drafting.sentences import Sentence, sentences
from data.drafting.times import Time

_BREAK = words(
    r",? (?:while|which|who|whom|whose|but|although|though|because|where|whereas|after|before|when|"
    r"if|and|that|since|following|despite|including)|[;:—–]|,"
)
_BYSTANDER = words(
    r"(?:'s)? (?:officials?|analysts?|experts?|diplomats?|researchers?|"
    r"intelligence|think tank|media|"
    r"scholars?|lawmakers?|newspaper|dollars?|navy|military|(?:direct )?investments?)"
)
BOTH_SIDES = words(
    r"(?:the )?(?:two|both) (?:sides|countries|nations|governments|leaders|"
    r"presidents|parties|neighbou?rs|armies|militaries|powers|capitals|(?:foreign )?ministers)|"
    r"the (?:neighbou?rs|parties)|bilateral|two-way|each other|both"
)
"""What stands for China and the partner together."""
_THAN = words(
    r"(?:than|unlike|followed by|after only|(?:just )?behind|(?:just )?ahead of|"
    r"compared (?:with|to)|like)"
    r" (?:(?:with|to|from|in|by|that of|those of) )?(?:the |either )*"
)
_ONLY_NAMES = re.compile(r"(?:(?:[A-Z][\w.'-]*|the|and|or|with|to|from),?\s+)*")
FADE = 0.7
"""How much of a country's weight is left one sentence later."""


@dataclass(frozen=True)
class Reading:
    """A sentence as it is read: its mentions, figures and times, and its surroundings.

    ``flat`` is the whole text in its plain form, so that all offsets are those of the text;
    ``focus`` is the country that the text is about just then, ``topic`` likewise, but "" where
    that is a region; ``about_china`` says that China was named in this or the three sentences
    before, ``financed`` that the text speaks of Chinese financing.
    """

    flat: str
    sentence: Sentence
    mentions: tuple[Mention, ...]
    figures: tuple[Figure, ...]
    times: tuple[Time, ...]
    published: date
    focus: str
    topic: str
    about_china: bool
    previous: "Reading | None"
    financed: bool

    @property
    def start(self) -> int:
        """Where the sentence begins."""
        return self.sentence.start

    @property
    def end(self) -> int:
        """Where the sentence ends."""
        return self.sentence.end

    @property
    def text(self) -> str:
        """The sentence in its plain form."""
        return self.flat[self.start : self.end]

    @property
    def china(self) -> list[Mention]:
        """The mentions of China."""
        return [m for m in self.mentions if m.china]

    @property
    def before(self) -> "Reading | None":
        """The sentence before in the same paragraph, or the last of the paragraph before."""
        return self.previous

    @property
    def following(self) -> str:
        """The words behind the sentence, up to a full stop."""
        return self.flat[self.end : self.end + 300].strip().split(". ")[0]

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield where the pattern occurs in the sentence."""
        return pattern.finditer(self.flat, self.start, self.end)

    def has(self, pattern: re.Pattern[str]) -> bool:
        """Whether the pattern occurs in the sentence."""
        return pattern.search(self.flat, self.start, self.end) is not None

    def distance(self, one: tuple[int, int], other: tuple[int, int]) -> int:
        """Characters between two spans, where each break between clauses counts for 25."""
        first, second = sorted((one, other))
        if second[0] <= first[1]:
            return 0
        breaks = len(_BREAK.findall(self.flat, first[1], second[0]))
        return second[0] - first[1] + 25 * breaks

    def clause(self, start: int) -> str:
        """Return what stands before an offset, back to the last break between clauses."""
        before = self.flat[self.start : start]
        return re.split(r"[;:—]|, (?:but|while|and|although)\b", before)[-1]

    def bystander(self, mention: Mention) -> bool:
        """Whether a country is named only for those who speak or look on."""
        return _BYSTANDER.match(self.flat, mention.end) is not None


def yardstick(flat: str, mention: Mention) -> bool:
    """Whether a country only serves to compare: "more than with Japan and Korea"."""
    before = flat[max(0, mention.start - 90) : mention.start]
    last = next(reversed(list(_THAN.finditer(before))), None)
    return last is not None and _ONLY_NAMES.fullmatch(before, last.end()) is not None


def read(text: str, published: date) -> list[Reading]:
    """Return the sentences of a text as they are read, in order."""
    flat = cleaning.flat(text)
    parts = sentences(flat, cleaning.paragraphs(text))
    named = persons.persons(flat, gazetteer.mentions(flat))
    weighed = [m for m in named if not yardstick(flat, m)]
    focuses = _focuses(parts, [m for m in weighed if m.iso3])
    topics = _focuses(parts, weighed)
    financed = bool(_FINANCED.search(flat))
    readings: list[Reading] = []
    for part, focus, topic in zip(parts, focuses, topics, strict=True):
        line = _DATELINE.match(flat, part.start, part.end)
        begin = line.end() if line else part.start
        when = tuple(times.times(flat, begin, part.end, published))
        mentions = tuple(m for m in named if part.start <= m.start < part.end)
        recent = [*(m for r in readings[-3:] for m in r.mentions), *mentions]
        about_china = any(m.china for m in recent)
        previous = readings[-1] if readings else None
        about = (published, focus, topic, about_china, previous, financed)
        counted = _counted(flat, part, when, focus)
        readings.append(Reading(flat, part, mentions, counted, when, *about))
    return readings


def _counted(flat: str, part: Sentence, when: tuple[Time, ...], focus: str) -> tuple[Figure, ...]:
    """Return the figures of a sentence that are no part of a time."""
    return tuple(
        figure
        for figure in figures.figures(flat, part.start, part.end, focus)
        if figure.money or not any(figure.start < t.end and t.start < figure.end for t in when)
    )


_DATELINE = re.compile(
    r"[A-Z][A-Z'.-]+(?:[ ,/]+[A-Z][\w'.-]*)*,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|"
    r"\d{1,2} [A-Z][a-z]{2,8})"
    r"(?:, \d{4})?,? ?(?:\([^)]{2,30}\)|/[A-Z][^/]{2,30}/)? ?[-–—]+ "
)
"""Where and when a report was sent, which is no time of an event."""
_FINANCED = words(
    r"chinese (?:\w+ )?(?:loans?|debts?|financing|lenders?|funding)|(?:financ|"
    r"fund|lend)\w+ by china|china (?:is|has|was) (?:financ|fund|lend)\w+|debt|"
    r"china-(?:financed|funded)|exim ?bank|export-import bank of china|china development bank|"
    r"(?:financ|fund)ed by (?:the |a )?(?:china|chinese|beijing)|loans? from (?:china|beijing)|"
    r"(?:china|beijing)(?:'s [\w ]{3,30})? (?:\w+ )?(?:financ|fund|lend|lent|bankroll)\w*"
)


def _focuses(parts: list[Sentence], named: list[Mention]) -> list[str]:
    """Say for each sentence which country the text is about there.

    A country's weight fades from sentence to sentence; a bystander that is everywhere, the
    United States, counts half, and what the whole text names most counts a little throughout.
    """
    overall: dict[str, float] = {}
    for mention in named:
        if not mention.china:
            overall[mention.iso3] = overall.get(mention.iso3, 0) + _weight(mention)
    total = sum(overall.values()) or 1
    now: dict[str, float] = {}
    focuses = []
    for part in parts:
        now = {iso3: weight * FADE for iso3, weight in now.items()}
        for mention in named:
            if part.start <= mention.start < part.end and not mention.china:
                now[mention.iso3] = now.get(mention.iso3, 0) + _weight(mention)
        scores = {iso3: now.get(iso3, 0) + 1.5 * overall[iso3] / total for iso3 in overall}
        focuses.append(max(sorted(scores), key=lambda iso3: scores[iso3]) if scores else "")
    return focuses


def _weight(mention: Mention) -> float:
    return 0.5 if mention.iso3 in ("USA", "") else 1.0
