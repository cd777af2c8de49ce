"""Ranges for all eligible cases that only the force's side can reckon."""

import sqlalchemy as sa
from alembic import op

from scrutiny_app.database import UTCDateTime
from scrutiny_app.migrations.append_only import allow, refuse

revision = "0015_estimates"
down_revision = "0014_releases_in_full"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "round_estimates",
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("entries", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code", sa.String(length=30), nullable=False),
        sa.Column("share", sa.Double(), nullable=False),
        sa.Column("low", sa.Double(), nullable=False),
        sa.Column("high", sa.Double(), nullable=False),
        sa.Column("reckoned_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_round_estimates_round_id_rounds")),
        sa.PrimaryKeyConstraint("round_id", "entries", "code", name=op.f("pk_round_estimates")),
    )
    refuse("round_estimates", "UPDATE", "DELETE")


def downgrade() -> None:
    allow("round_estimates")
    op.drop_table("round_estimates")
