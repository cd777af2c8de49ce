"""The trail and its reasons."""

import sqlalchemy as sa
from alembic import op

from scrutiny_app.database import UTCDateTime
from scrutiny_app.migrations.append_only import allow, refuse

revision = "0002_trail"
down_revision = "0001_people"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reasons",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("salt", sa.String(length=32), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("written_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reasons")),
    )
    op.create_table(
        "trail",
        sa.Column(
            "position", sa.BigInteger().with_variant(sa.BigInteger(), "postgresql"), autoincrement=False, nullable=False
        ),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("actor", sa.String(length=80), nullable=False),
        sa.Column("event", sa.String(length=60), nullable=False),
        sa.Column("facts", sa.String(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=True),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_trail")),
    )
    op.create_index(op.f("ix_trail_actor"), "trail", ["actor"], unique=False)
    op.create_index(op.f("ix_trail_round_id"), "trail", ["round_id"], unique=False)
    refuse("trail", "UPDATE", "DELETE")


def downgrade() -> None:
    allow("trail")
    op.drop_index(op.f("ix_trail_round_id"), table_name="trail")
    op.drop_index(op.f("ix_trail_actor"), table_name="trail")
    op.drop_table("trail")
    op.drop_table("reasons")
