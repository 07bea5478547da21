"""Events: what a frame found in a sentence, before its other fields are filled."""

from dataclasses import dataclass

from data.drafting.drafts import Why
from data.drafting.figures import Figure
from data.drafting.gazetteer import Mention
from data.drafting.reading import Reading
from data.drafting.times import Time

LAST_BEFORE = "the last one before this"
"""Why a visit has the year that another is "the first since"."""
Partner = tuple[str, Why]
"""A country code, "" for a region or several, and why it is this one."""


@dataclass(frozen=True)
class Event:
    """An event of a kind. ``start`` and ``end`` are the offsets of the words that tell it.

    ``partners`` empty leaves the partner to be found; ``figure`` is taken with ``unit`` for
    its own, times ``scale``; ``when`` given is its date. ``status`` and ``mood`` say what the
    frame already knows.
    """

    reading: Reading
    kind: str
    start: int
    end: int
    subkind: str = ""
    partners: tuple[Partner, ...] = ()
    figure: Figure | None = None
    unit: str = ""
    scale: float = 1.0
    value: float | None = None
    value_span: tuple[int, int] | None = None
    status: str = ""
    mood: str = ""
    place: Mention | None = None
    actor: str = ""
    when: Time | None = None
    inherited: str = ""

    @property
    def span(self) -> tuple[int, int]:
        """Where the event is told."""
        return self.start, self.end
