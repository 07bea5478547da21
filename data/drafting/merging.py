"""Merging: mentions of one event become one draft, the surest, with what the others add."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from data import dates
from data.drafting.drafts import Draft
from data.drafting.events import LAST_BEFORE
from data.drafting.patterns import words

_ADDED = ("date", "date_role", "place", "actor", "subkind")
WITHIN_A_VISIT = timedelta(days=3)
"""An arrival and a meeting so many days apart belong to one visit."""
_SAID_LATER = timedelta(days=7)
"""A text and the word of it are no further apart."""
_BY = words(r"(?:visits?|trips?|tours?) by")
_RIGHT_AFTER = 3
_TIES = words(r"diplomatic|relations|ties|recogni\w+|Taiwan|Taipei")
_MORE = words(r"more|other|others|another|additional|further")
_MEETING = words(r"meet\w*|talks")
"""Who is there meets the hosts: told as ahead, it is part of the journey told as done."""
_ONE_OF_MANY = words(r"(?:one of|among) (?:\w+[ -])?\w+ [\w ]{0,30}")
_ABSORBING = frozenset({"loan", "grant", "donation", "investment"})


def merged(drafts: Iterable[Draft]) -> list[Draft]:
    """Return one draft for each event, in the order of the text."""
    kept: list[Draft] = []
    for draft in _absorbed(list(drafts)):
        twin = next((n for n, other in enumerate(kept) if same(other, draft)), None)
        if twin is None:
            kept.append(draft)
        else:
            kept[twin] = _joined(kept[twin], draft)
    return sorted(kept, key=_in_the_text)


def _in_the_text(draft: Draft) -> tuple[int, int, str, str]:
    return draft.start, draft.why["kind"].start or 0, draft.kind, draft.partner


def same(one: Draft, other: Draft) -> bool:
    """Whether two drafts tell one event: one kind, partner and figure, and dates that can agree."""
    if (one.kind, one.partner) != (other.kind, other.partner):
        return False
    if one.kind == "statement":
        return one.start == other.start
    if one.kind == "sanction" and _measure(one) != _measure(other):
        return False
    if one.kind == "agreement" and _of_ties(one) != _of_ties(other):
        return False
    if one.kind == "trade_rank" and (one.subkind, one.unit) != (other.subkind, other.unit):
        return False
    if one.kind == "vessel_count" and _of_more(one) != _of_more(other):
        return False
    if one.value is not None and one.value == other.value and one.unit != other.unit:
        return False
    if one.value != other.value:
        return one.kind == "project" and None in (one.value, other.value)
    if one.kind == "visit" and _the_last_one(one) == _the_last_one(other):
        return not (one.unit or other.unit) and _one_visit(one, other)
    slack = _SAID_LATER if one.kind == "agreement" and _as_said(one, other) else timedelta()
    return one.kind != "visit" and _agree(one.date, other.date, slack)


def _as_said(*drafts: Draft) -> bool:
    """Whether a date is that of the news, and not of what it tells."""
    return any("date" in d.why and d.why["date"].note.endswith("said") for d in drafts)


def _the_last_one(draft: Draft) -> bool:
    """Whether a visit is the one before that is told of: "the first since 2016"."""
    return "date" in draft.why and draft.why["date"].note == LAST_BEFORE


def _one_visit(one: Draft, other: Draft) -> bool:
    """Whether two visits are one: days close together, or one of them undated and both done."""
    if one.date and other.date:
        exact = all(len(d.date) >= len("2020-01-01") for d in (one, other))
        return _agree(one.date, other.date, slack=WITHIN_A_VISIT if exact else timedelta())
    undated, dated = (one, other) if not one.date else (other, one)
    if _BY.match(undated.why["kind"].words) and not _share_somebody(undated, dated):
        return False
    return one.status == other.status or _MEETING.match(undated.why["kind"].words) is not None


def _share_somebody(one: Draft, other: Draft) -> bool:
    """Whether somebody is named in both visits, or nobody in one of them."""
    names, further = ({*d.actor.split("; ")} - {""} for d in (one, other))
    return not names or not further or bool(names & further)


def _of_ties(draft: Draft) -> bool:
    """Whether an agreement is on diplomatic relations, and no text like another."""
    return _TIES.search(draft.why["kind"].words) is not None


def _measure(draft: Draft) -> tuple[str, str, str]:
    """Return whose sanction it is, how it stands, and the word for the measure."""
    return draft.subkind, draft.status, draft.why["kind"].words.split()[-1].lower()


def _agree(one: str, other: str, slack: timedelta = timedelta()) -> bool:
    if not one or not other:
        return True
    a, b = dates.parse(one).reach, dates.parse(other).reach
    return a[0] - slack <= b[1] and b[0] - slack <= a[1]


def _of_more(draft: Draft) -> bool:
    """Whether ships came on top of others: "two more"."""
    return _MORE.search(draft.why["kind"].words) is not None


def _joined(one: Draft, other: Draft) -> Draft:
    """Keep the surer of two drafts, and fill its empty fields from the other."""
    best, rest = (one, other) if one.score >= other.score else (other, one)
    added = {
        name: getattr(rest, name)
        for name in _ADDED
        if not getattr(best, name) and getattr(rest, name)
    }
    if one.date and other.date and _narrower(rest.date, best.date):
        added["date"] = rest.date
    if "date_role" in added and "date" not in added:
        added.pop("date_role")
    why = {**{name: rest.why[name] for name in added if name in rest.why}, **best.why}
    return replace(best, why=why, **added)


def _narrower(one: str, other: str) -> bool:
    """Whether a date says more than another: a day more than the month that it lies in."""
    a, b = dates.parse(one).reach, dates.parse(other).reach
    return b[0] <= a[0] <= a[1] <= b[1] and a != b


def _absorbed(drafts: list[Draft]) -> list[Draft]:
    """Let money take in the project that it paid for, told in the same or the sentence before."""
    kept = list(drafts)
    for project in [d for d in drafts if d.kind == "project"]:
        payer = next(
            (
                d
                for d in drafts
                if d.kind in _ABSORBING
                and d.partner == project.partner
                and d.start - project.start >= 0
                and d.start - project.end < 3
                and project.value in (None, d.value)
            ),
            None,
        )
        if payer:
            kept.remove(project)
            kept[kept.index(payer)] = _with_date(payer, project)
    return [draft for draft in kept if not _is_counted_in_another(draft, kept)]


def _is_counted_in_another(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether the one text is counted right after: "The pact was one of nine signed"."""
    return (draft.kind, draft.value) == ("agreement", 1.0) and any(
        other.kind == "agreement"
        and other.partner == draft.partner
        and other.value not in (None, 1.0)
        and _ONE_OF_MANY.search(other.why["kind"].words)
        and 0 <= other.start - draft.end < _RIGHT_AFTER
        and _agree(draft.date, other.date)
        for other in drafts
    )


def _with_date(payer: Draft, project: Draft) -> Draft:
    if payer.date or not project.date:
        return payer
    why = {**payer.why, "date": project.why["date"], "date_role": project.why["date_role"]}
    return replace(payer, date=project.date, date_role=project.date_role, why=why)
