"""Drafting: from an article to facts that a person then reviews.

Text and day of publication in, drafts out, each field with its reason, by rules alone and
offline. Whatever proposes a draft, `draft` compares it with the text and refuses it where its
passage or its figure does not stand there word for word, or a word is not in the registries.

```python
from data import drafting

drafts = drafting.draft(text, date(2018, 9, 11))
doubtful = drafting.suspicious(text, date(2018, 9, 11), drafts)
```
"""

from collections.abc import Callable, Sequence
from datetime import date

from data.drafting.asked import EmptyText, NotEnglish, Unpublished, Unreadable, examine
from data.drafting.cleaning import Paragraph, clean, flat, paragraphs
from data.drafting.drafts import Draft, Suspicion, Why, as_json, to_fact
from data.drafting.holding import Refusal, faults
from data.drafting.sentences import Sentence, sentences

__all__ = [
    "Draft",
    "Drafter",
    "EmptyText",
    "NotEnglish",
    "Paragraph",
    "Refusal",
    "Sentence",
    "Suspicion",
    "Unpublished",
    "Unreadable",
    "Why",
    "as_json",
    "clean",
    "draft",
    "examine",
    "flat",
    "held",
    "hint",
    "paragraphs",
    "sentences",
    "suspicious",
    "to_fact",
]

Drafter = Callable[[str, date], Sequence[Draft]]
"""Whatever proposes drafts of a text that was published on a day."""


# What follows imports its rules where it needs them: there are hundreds of patterns in them, and
# whoever only looks at facts need not wait until they are compiled.


def by_rules(text: str, published: date) -> Sequence[Draft]:
    """Return what the rules propose: the drafter of `draft` and `held` where none is given."""
    from data.drafting.rules import propose

    return propose(text, published)


def draft(text: str, published: date, drafter: Drafter = by_rules) -> list[Draft]:
    """Return the drafts of a text that stand in it, in the order of the text.

    Raises `Unreadable`, a ValueError that says what to do, where the text is empty or not
    English, or the day of publication lies ahead.
    """
    return held(text, published, drafter)[0]


def held(
    text: str, published: date, drafter: Drafter = by_rules
) -> tuple[list[Draft], list[Refusal]]:
    """Return the drafts that stand in the text, and those that were refused, with the reason.

    Raises `Unreadable` as `draft` does.
    """
    examine(text, published)
    kept, refused = [], []
    for proposed in drafter(text, published):
        found = faults(proposed, text)
        if found:
            refused.append(Refusal(proposed, found[0]))
        else:
            kept.append(proposed)
    return sorted(kept, key=lambda d: d.start), refused


def hint(text: str, published: date, start: int, end: int) -> Draft | None:
    """Return the best guess at what the sentence within these offsets tells, None without one.

    It is for a person to put right, and it too has to stand in the text. Raises `Unreadable` as
    `draft` does.
    """
    from data.drafting.hinting import guess

    examine(text, published)
    found = guess(text, published, start, end)
    return found if found and not faults(found, text) else None


def suspicious(text: str, published: date, drafts: Sequence[Draft]) -> list[Suspicion]:
    """Return the sentences that no draft was read from but that may hold a fact, with the reason.

    A sentence is suspicious where it speaks of an engagement and has a number, a date or a
    person of rank. Raises `Unreadable` as `draft` does.
    """
    from data.drafting.suspicion import suspects

    examine(text, published)
    return suspects(text, published, drafts)
