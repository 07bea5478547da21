"""What may be asked of the drafter: an English text that has been published."""

import re
from datetime import date

_FUNCTION_WORDS = re.compile(
    r"\b(?:the|of|and|to|in|that|is|was|for|on|with|by|as|at|from|has|have|its|"
    r"it|an?|are|be|will|said|after|near|more|than|into|some|their|his|her|"
    r"this|who|which|were|had|not|but|they|he|she|or|over|about|last|next|"
    r"would)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
SHARE = 0.15
"""English has about two function words in five; a text with fewer than this share is another's."""
FEW = 40
"""Below so many words only a text without any function word is taken for another language's."""


class Unreadable(ValueError):
    """A text that cannot be drafted from; the message says why and what to do."""


class EmptyText(Unreadable):
    """There is no text."""


class NotEnglish(Unreadable):
    """The text is not English."""


class Unpublished(Unreadable):
    """The day of publication lies ahead."""


def examine(text: str, published: date, today: date | None = None) -> None:
    """Raise `Unreadable` where a text is empty or not English, or its day of publication ahead."""
    if not _LETTER.search(text):
        raise EmptyText("The text is empty; paste the article's text.")
    letters = _WORD.findall(text)
    latin = sum(word.isascii() for word in letters)
    share = len(_FUNCTION_WORDS.findall(text)) / len(letters)
    foreign = share < SHARE if len(letters) >= FEW else len(letters) > 7 and not share
    if latin < len(letters) / 2 or foreign:
        raise NotEnglish("The text is not in English; paste an English text or a translation.")
    if published > (today or date.today()):
        raise Unpublished(
            f"The text is dated {published.isoformat()}, a day that lies ahead; "
            "give the day on which it was published."
        )
