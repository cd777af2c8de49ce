"""Panels and rounds."""

import sqlalchemy as sa
from alembic import op

from scrutiny_app.database import UTCDateTime

revision = "0004_rounds"
down_revision = "0003_cases"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "panels",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("force", sa.String(length=120), nullable=False),
        sa.Column("least_members", sa.Integer(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_panels")),
        sa.UniqueConstraint("name", name=op.f("uq_panels_name")),
    )
    op.create_table(
        "rounds",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("force", sa.String(length=120), nullable=False),
        sa.Column("panel_id", sa.Integer(), nullable=True),
        sa.Column("period_from", sa.Date(), nullable=False),
        sa.Column("period_to", sa.Date(), nullable=False),
        sa.Column("filters", sa.JSON(), nullable=False),
        sa.Column("stratum", sa.String(length=30), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("floor", sa.Integer(), nullable=False),
        sa.Column("planned_by", sa.Integer(), nullable=False),
        sa.Column("planned_at", UTCDateTime(), nullable=False),
        sa.Column("opened_at", UTCDateTime(), nullable=True),
        sa.Column("close_on", sa.Date(), nullable=True),
        sa.Column("closed_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint("(kind = 'panel') = (panel_id IS NOT NULL)", name=op.f("ck_rounds_panel_named")),
        sa.CheckConstraint("kind IN ('panel', 'dip_sample', 'audit')", name=op.f("ck_rounds_kind_known")),
        sa.CheckConstraint("period_from <= period_to", name=op.f("ck_rounds_period_in_order")),
        sa.CheckConstraint("size > 0", name=op.f("ck_rounds_size_positive")),
        sa.ForeignKeyConstraint(["panel_id"], ["panels.id"], name=op.f("fk_rounds_panel_id_panels")),
        sa.ForeignKeyConstraint(["planned_by"], ["users.id"], name=op.f("fk_rounds_planned_by_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rounds")),
        sa.UniqueConstraint("title", name=op.f("uq_rounds_title")),
    )
    op.create_table(
        "seats",
        sa.Column("panel_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("since", UTCDateTime(), nullable=False),
        sa.Column("left_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["panel_id"], ["panels.id"], name=op.f("fk_seats_panel_id_panels")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_seats_user_id_users")),
        sa.PrimaryKeyConstraint("panel_id", "user_id", name=op.f("pk_seats")),
    )
    op.create_table(
        "round_cases",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_round_cases_round_id_rounds")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_round_cases")),
        sa.UniqueConstraint("reference", name=op.f("uq_round_cases_reference")),
        sa.UniqueConstraint("round_id", "position", name=op.f("uq_round_cases_round_id_position")),
    )


def downgrade() -> None:
    op.drop_table("round_cases")
    op.drop_table("seats")
    op.drop_table("rounds")
    op.drop_table("panels")
