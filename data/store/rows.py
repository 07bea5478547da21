"""How moments and numbers are written into rows."""

from datetime import datetime

from sqlalchemy import Connection, Table, func, select


def moment(at: datetime) -> str:
    """Write a moment in UTC so that text sorts as time does."""
    return at.replace(tzinfo=None).isoformat(timespec="microseconds")


def parsed(at: str) -> datetime:
    """Read what `moment` wrote."""
    return datetime.fromisoformat(f"{at}+00:00")


def next_id(connection: Connection, table: Table) -> int:
    """Return the next number of a table; whoever writes is alone, so that none is given twice."""
    return (connection.execute(select(func.max(table.c.id))).scalar() or 0) + 1
