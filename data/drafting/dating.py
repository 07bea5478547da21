"""Dating: what is told without a time, beside something of the same partner that has its day.

A report gives the day once: "arrived on Monday"; the pacts signed and the words spoken in the
sentences that follow are of that day. What the text calls earlier stays without a date.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from data import dates
from data.drafting.drafts import Draft
from data.drafting.patterns import words

_NEWS = frozenset({"visit", "agreement", "statement", "grant", "donation", "sanction"})
"""What happens on one day and may take it from what is told before."""
_GIVES = _NEWS | {"loan"}
_REACH = 2500
"""So many characters back a day may have been told."""
_RECENT, _LONG = timedelta(days=21), timedelta(days=8)
_EARLIER = words(
    r"earlier|previous(?:ly)?|already|in the past|over the years|long|ago|decades?|existing|"
    r"had (?:\w+ )?(?:signed|agreed|donated|given|promised|pledged)|"
    r"ha(?:s|ve|d) (?:\w+ ){0,2}?(?:visited|met|been|travel\w+|hosted)|so far|since|former"
)


def dated(drafts: Iterable[Draft], text: str, published: date) -> list[Draft]:
    """Return the drafts, in their order, those without a date with the day told before."""
    found: list[Draft] = []
    for draft in drafts:
        anchor = _anchor(draft, found, published) if _lacks(draft, text) else None
        found.append(_with_day(draft, anchor) if anchor else draft)
    return found


def _lacks(draft: Draft, text: str) -> bool:
    """Whether a draft is news without a date."""
    if draft.date or draft.kind not in _NEWS or draft.status == "planned":
        return False
    return _EARLIER.search(text, draft.start, draft.end) is None


def _anchor(draft: Draft, told: list[Draft], published: date) -> Draft | None:
    """Return the last told before with a day of its own, of the same partner and not long ago."""
    return next(
        (
            other
            for other in reversed(told)
            if (other.partner, other.kind in _GIVES) == (draft.partner, True)
            and draft.start - other.start < _REACH
            and other.date_role != "planned"
            and _is_recent_day(other.date, published)
        ),
        None,
    )


def _is_recent_day(when: str, published: date) -> bool:
    if len(when.split("/")[0]) != len("2024-06-12"):
        return False
    first, last = dates.parse(when).reach
    return last <= published <= last + _RECENT and last - first < _LONG


def _with_day(draft: Draft, anchor: Draft) -> Draft:
    role = "occurred" if draft.kind in ("visit", "agreement", "sanction") else "announced"
    reason = replace(anchor.why["date"], note="the day of what is told before")
    why = {**draft.why, "date": reason, "date_role": reason}
    return replace(draft, date=anchor.date, date_role=role, why=why)
