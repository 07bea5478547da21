"""The words that a fact may use beside its kind: sides, statuses, roles of dates, hedges."""

from collections.abc import Mapping
from types import MappingProxyType

SIDES: Mapping[str, str] = MappingProxyType(
    {
        "china": "China",
        "partner": "The partner",
        "third_party": "Third parties",
        "independent": "Independent voices",
    }
)
"""Whose side a speaker is on, with its label."""

STATUSES: Mapping[str, str] = MappingProxyType(
    {
        "pledged": "promised, not reported as paid or delivered",
        "planned": "expected, not yet there",
        "signed": "put on paper by both sides",
        "delivered": "arrived or paid",
        "ongoing": "under way",
        "ended": "over",
        "cancelled": "called off",
    }
)
"""How far a matter had come -> what that means."""

DATE_ROLES: Mapping[str, str] = MappingProxyType(
    {
        "occurred": "it happened then",
        "observed": "somebody saw or counted it then",
        "announced": "it was said or made known then",
        "planned": "it was expected for then",
        "as_of": "it held at that time",
    }
)
"""What a date is the date of -> what that means."""

QUALIFIERS: Mapping[str, str] = MappingProxyType(
    {
        "exact": "the figure as printed",
        "about": "near the figure; how near is not said",
        "more_than": "above the figure; no upper bound was reported",
        "at_least": "the figure or above; no upper bound was reported",
        "less_than": "below the figure; no lower bound was reported",
        "at_most": "the figure or below; no lower bound was reported",
    }
)
"""How a figure was hedged -> what that means."""
