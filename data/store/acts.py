"""Acts: several changes kept at once or not at all, and undone as one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from data.database import state
from data.database.engine import writing
from data.database.state import Stamp
from data.database.tables import ACTS, REVISIONS, TEXTS
from data.store import collection, drafts, history, soundness
from data.store.changes import COLUMNS, Act, Change, Clash, Conflict, Label, Refused, Review
from data.store.collection import Step
from data.store.rows import moment, next_id, parsed
from data.store.soundness import Found


def record(
    changes: Iterable[Change],
    *,
    who: str,
    why: str,
    labels: Sequence[Label] = (),
    review: Review | None = None,
) -> Act:
    """Keep all changes as one act, with ``labels`` and the state of a ``review``, or nothing.

    Raises `Conflict` where a change is based on what is no longer the newest revision,
    `Refused` where the collection would not be sound with it, `data.database.errors.StoreError`
    where the database cannot be written, ValueError where ``who`` or ``why`` is blank or
    nothing would change.
    """
    if not who.strip() or not why.strip():
        raise ValueError("Say who changes it and why: both are kept with the change.")
    wanted = list(changes)
    texts = {collection.digest(c.text): c.text for c in wanted if c.text is not None}
    # The checks take long, so they run before others have to wait.
    plan = _plan(collection.steps(wanted, at := state.stamp()), at)
    with writing() as connection:
        if (at := state.stamp_within(connection)) != plan.at:
            plan = _plan(collection.steps(wanted, at), at)
        act = _keep(connection, plan, who=who, why=why, texts=texts)
        drafts.keep_within(connection, labels, who=act.who, at=act.at)
        if review is not None:
            drafts.save_within(connection, review, at=act.at)
    return act


def undo(act: int, *, who: str, why: str = "") -> Act:
    """Bring back, as a new act, what was there before an act; an undo can itself be undone.

    Raises `Conflict` where something of it is not as the act left it, `Refused` where what came
    later builds on it, LookupError where there is no such act, ValueError where ``who`` is blank.
    """
    if not who.strip():
        raise ValueError("Say who undoes it: that is kept with the act.")
    with writing() as connection:
        at = state.stamp_within(connection)
        steps = list(_back(connection, act, at))
        if not steps:
            raise LookupError(f"There is no act {act} that changed anything.")
        reason = why.strip() or f"Undo of act {act}"
        return _keep(connection, _plan(steps, at), who=who, why=reason, undoes=act)


def check(changes: Iterable[Change]) -> tuple[Found, ...]:
    """Return what `record` would refuse, as in `Refused.found`, and write nothing."""
    at = state.stamp()
    return tuple(soundness.problems(collection.steps(list(changes), at), at))


@dataclass(frozen=True)
class _Plan:
    """What an act would do to one state, and what is not sound about it."""

    at: Stamp | None
    steps: tuple[Step, ...]
    found: tuple[Found, ...]


def _plan(steps: Sequence[Step], at: Stamp | None) -> _Plan:
    stale = {step.key for step in steps if step.based_on != step.number}
    changing = tuple(s for s in steps if s.before != s.after or s.key in stale)
    return _Plan(at, changing, tuple(soundness.problems(changing, at)))


def _keep(
    connection: Connection,
    plan: _Plan,
    *,
    who: str,
    why: str,
    undoes: int | None = None,
    texts: dict[str, str] | None = None,
) -> Act:
    if clashes := [_clash(step) for step in plan.steps if step.based_on != step.number]:
        raise Conflict(clashes)
    if not plan.steps:
        raise ValueError("Nothing would change.")
    if plan.found:
        raise Refused(plan.found)
    keys = tuple((step.subject, step.key) for step in plan.steps)
    last = plan.at.act if plan.at else 0
    act = Act(last + 1, _moment(plan.at), who.strip(), why.strip(), undoes, keys)
    row = {"id": act.id, "at": moment(act.at), "who": act.who, "why": act.why, "undoes": undoes}
    connection.execute(insert(ACTS), row)
    _keep_texts(connection, texts or {})
    _keep_revisions(connection, plan.steps, act.id)
    return act


def _keep_revisions(connection: Connection, steps: Sequence[Step], act: int) -> None:
    for subject, table in REVISIONS.items():
        first = next_id(connection, table)
        own = [step for step in steps if step.subject == subject]
        revisions = [
            {"id": first + n, "act": act, "number": (step.number or 0) + 1, **step.after}
            for n, step in enumerate(own)
        ]
        if revisions:
            connection.execute(insert(table), revisions)


def _moment(last: Stamp | None) -> datetime:
    """Return now, but never before the act before it, even where a clock was set back."""
    now = datetime.now(UTC)
    return max(now, parsed(last.at)) if last else now


def _keep_texts(connection: Connection, texts: dict[str, str]) -> None:
    wanted = select(TEXTS.c.sha256).where(TEXTS.c.sha256.in_(texts))
    known = set(connection.execute(wanted).scalars())
    new = [{"sha256": key, "text": text} for key, text in texts.items() if key not in known]
    if new:
        connection.execute(insert(TEXTS), new)


def _clash(step: Step) -> Clash:
    theirs = history.newest(step.subject, step.key)
    seen = history.seen(step.subject, step.key, step.based_on)
    return Clash(theirs, seen, step.cells(step.after))


def _back(connection: Connection, act: int, at: Stamp | None) -> Iterator[Step]:
    """Yield the steps back to what was there before an act, based on what the act wrote."""
    for subject, table in REVISIONS.items():
        key = COLUMNS[subject][0]
        first, blank = collection.founding(subject), collection.blank(subject)
        for written in connection.execute(select(table).where(table.c.act == act)).mappings():
            name, number = written[key], written["number"]
            wanted = select(table).where(table.c[key] == name, table.c.number == number - 1)
            earlier = connection.execute(wanted).mappings().first() or first.get(name)
            after = {column: (earlier or written)[column] for column in blank}
            if earlier is None:
                after["withdrawn"] = 1
            newest, now = collection.newest(subject, name, at, first)
            # What came later and was undone itself left things as the act wrote them.
            same = all(now[column] == written[column] for column in blank)
            yield Step(subject, name, None, newest if same else number, newest, now, after)
