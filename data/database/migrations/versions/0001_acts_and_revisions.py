"""Acts, revisions of facts, sources and places, texts, reviews and labels; kept for ever.

What stands here stays as it is: a later version of the tables is a later file.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

FACT = (
    *("fact_id", "kind", "subkind", "partner", "place", "date", "date_role", "qualifier", "value"),
    *("unit", "value_text", "status", "actor", "attributed_to", "side", "engagement", "part_of"),
    *("source", "paragraph", "summary", "note"),
)
SOURCE = (
    *("source", "title", "publisher", "author", "published", "url", "language"),
    *("paragraphs", "syndicated_from", "note"),
)
PLACE = (
    *("place", "name", "other_names", "kind", "country", "lat", "lon", "disputed", "claimants"),
    "note",
)
# Table -> what makes a row the same row: a row may not be put in the place of another.
KEPT = {
    "acts": "id = NEW.id",
    "texts": "sha256 = NEW.sha256",
    "fact_revisions": "id = NEW.id OR (fact_id = NEW.fact_id AND number = NEW.number)",
    "source_revisions": "id = NEW.id OR (source = NEW.source AND number = NEW.number)",
    "place_revisions": "id = NEW.id OR (place = NEW.place AND number = NEW.number)",
    "labels": "id = NEW.id",
}
REFUSAL = "is kept for ever: correct by a new revision"


def upgrade() -> None:
    """Make the tables and the triggers that keep them."""
    op.create_table(
        "acts",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("at", "who", "why")),
        sa.Column("undoes", sa.Integer, sa.ForeignKey("acts.id")),
    )
    op.create_table(
        "texts",
        sa.Column("sha256", sa.Text, primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
    )
    of_text = sa.ForeignKey("texts.sha256")
    span = [sa.Column(name, sa.Integer) for name in ("passage_start", "passage_end")]
    _revisions("fact_revisions", FACT, *span, sa.Column("passage_text", sa.Text, of_text))
    _revisions(
        "source_revisions", SOURCE, sa.Column("text", sa.Text, sa.ForeignKey("texts.sha256"))
    )
    _revisions("place_revisions", PLACE)
    op.create_table(
        "reviews",
        sa.Column("id", sa.Text, primary_key=True),
        *(
            sa.Column(name, sa.Text, nullable=False)
            for name in ("text", "published", "state", "updated")
        ),
    )
    op.create_table(
        "labels",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        *(
            sa.Column(name, sa.Text, nullable=False)
            for name in ("at", "who", "decision", "passage", "proposed", "final")
        ),
    )
    keep = {"sqlite": _keep_in_sqlite, "postgresql": _keep_in_postgresql}
    keep[op.get_bind().dialect.name]()


def _revisions(name: str, columns: tuple[str, ...], *more: sa.Column) -> None:
    key, *cells = columns
    op.create_table(
        name,
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("act", sa.Integer, sa.ForeignKey("acts.id"), nullable=False, index=True),
        sa.Column(key, sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("withdrawn", sa.Integer, nullable=False),
        sa.Column("founding", sa.Text, nullable=False),
        *(sa.Column(cell, sa.Text, nullable=False) for cell in cells),
        *more,
        sa.UniqueConstraint(key, "number"),
    )


def _keep_in_sqlite() -> None:
    for table, same in KEPT.items():
        refuse = f"BEGIN SELECT RAISE(ABORT, '{table} {REFUSAL}'); END"
        for act in ("UPDATE", "DELETE"):
            op.execute(f"CREATE TRIGGER {table}_{act.lower()} BEFORE {act} ON {table} {refuse}")
        op.execute(
            f"CREATE TRIGGER {table}_replace BEFORE INSERT ON {table} "
            f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) {refuse}"
        )


def _keep_in_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '% {REFUSAL}', TG_TABLE_NAME; END $$"
    )
    for table in KEPT:
        op.execute(
            f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
