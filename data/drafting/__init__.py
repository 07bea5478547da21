"""Drafting: from an article to facts that a person then reviews.

Whatever proposes a draft, `draft` compares it with the text and refuses it where its passage
or its figure does not stand there word for word.
"""

from collections.abc import Callable
from datetime import date

from data.drafting.drafts import Draft
from data.drafting.rules import rules

Drafter = Callable[[str, date], list[Draft]]


def draft(text: str, published: date, drafter: Drafter = rules) -> list[Draft]:
    """Return the drafts of a text."""
    return drafter(text, published)
