"""Scoring: how sure a draft is, as a sum of what speaks for it."""

from collections.abc import Mapping
from typing import Any

from data.drafting.drafts import Why
from data.drafting.events import Event

_BASE = 0.5
_FOR = {"partner": 0.15, "date": 0.1, "value": 0.1, "place": 0.05}
_CHINA_NAMED = 0.1
_INHERITED = -0.15
_ABOUT = -0.1
_CAPTION = -0.05


def score(event: Event, values: Mapping[str, Any], why: Mapping[str, Why]) -> float:
    """Return a score from 0 to 1: more fields read from the sentence itself, a higher score."""
    total = _BASE + sum(points for name, points in _FOR.items() if name in values)
    total += _CHINA_NAMED if event.reading.china else 0
    total += _INHERITED if event.inherited else 0
    total += _ABOUT if "partner" in why and why["partner"].start is None else 0
    total += _CAPTION if event.reading.sentence.caption else 0
    return round(min(1.0, max(0.0, total)), 2)
