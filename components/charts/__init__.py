"""Pure chart functions: the answer of a question in, a `Chart` out."""

from components.charts.bars import (
    aid_by_status,
    aid_in_kind,
    deployments,
    exchanges,
    trade_comparisons,
    vessel_counts,
    visit_lengths,
    visits_by_year,
)
from components.charts.chart import Chart, Key
from components.charts.examples import dates_explained, figures_explained
from components.charts.maps import where
from components.charts.ranks import trade_ranks
from components.charts.timelines import timeline

__all__ = [
    "Chart",
    "Key",
    "aid_by_status",
    "aid_in_kind",
    "dates_explained",
    "deployments",
    "exchanges",
    "figures_explained",
    "timeline",
    "trade_comparisons",
    "trade_ranks",
    "vessel_counts",
    "visit_lengths",
    "visits_by_year",
    "where",
]
