"""One function for each answer that a page draws: facts in, a small frame or value out.

Pages and charts do no arithmetic of their own. Every answer carries the ids of the facts
that it was made from, in a column or field ``facts``; those of a map lead to a country, by
``partner`` or ``partners``.
"""

from data.questions.aid import Programme, aid_by_status, aid_in_kind, aid_total, programmes
from data.questions.diplomacy import exchanges, visits, visits_by_year
from data.questions.headlines import Headline, headlines
from data.questions.kinds import mentions, of_kinds
from data.questions.maritime import at_sea, deployments, positions, sides, vessel_counts, waters
from data.questions.paragraphs import by_paragraph
from data.questions.places import by_country, locations, not_drawn
from data.questions.time import chronicle, latest_statements, timeline, window
from data.questions.trade import trade_comparisons, trade_ranks

__all__ = [
    "Headline",
    "Programme",
    "aid_by_status",
    "aid_in_kind",
    "aid_total",
    "at_sea",
    "by_country",
    "by_paragraph",
    "chronicle",
    "deployments",
    "exchanges",
    "headlines",
    "latest_statements",
    "locations",
    "mentions",
    "not_drawn",
    "of_kinds",
    "positions",
    "programmes",
    "sides",
    "timeline",
    "trade_comparisons",
    "trade_ranks",
    "vessel_counts",
    "visits",
    "visits_by_year",
    "waters",
    "window",
]
