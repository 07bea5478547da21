"""Frames: for each kind of fact, how a sentence tells it."""

from collections.abc import Callable, Iterator

from data.drafting.events import Event
from data.drafting.frames import (
    accords,
    agreements,
    exchanges,
    forces,
    gifts,
    goods,
    lending,
    memberships,
    money,
    projects,
    protests,
    sanctions,
    security,
    statements,
    trade,
    visits,
)
from data.drafting.reading import Reading

Frame = Callable[[Reading], Iterator[Event]]

FRAMES: tuple[Frame, ...] = (
    visits.visits,
    exchanges.talks,
    exchanges.exchanges,
    agreements.agreements,
    memberships.memberships,
    accords.accords,
    trade.ranks,
    trade.places,
    trade.comparisons,
    money.money,
    lending.lending,
    goods.goods,
    gifts.gifts,
    goods.arms,
    security.counts,
    forces.deployments,
    sanctions.sanctions,
    protests.formal,
    projects.projects,
)
"""Every frame but that of statements, which counts only where no other finds anything."""

LAST: Frame = statements.statements
