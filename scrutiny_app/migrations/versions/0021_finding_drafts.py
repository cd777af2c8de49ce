"""A chair's unsaved words on a finding are kept as their own; what was passed on can be taken back."""

import sqlalchemy as sa
from alembic import op

from scrutiny_app.database import UTCDateTime
from scrutiny_app.migrations.append_only import allow, refuse

revision = "0021_finding_drafts"
down_revision = "0020_later_readings"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "finding_drafts",
        sa.Column("round_case_id", sa.Integer, sa.ForeignKey("round_cases.id"), primary_key=True),
        sa.Column("user_id", sa.Integer, sa.ForeignKey("users.id"), primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("content", sa.JSON, nullable=False),
        sa.Column("saved_at", UTCDateTime(), nullable=False),
    )
    op.create_table(
        "escalations_taken_back",
        sa.Column("escalation_id", sa.Integer, sa.ForeignKey("escalations.id"), primary_key=True),
        sa.Column("taken_back_by", sa.Integer, sa.ForeignKey("users.id"), nullable=False),
        sa.Column("taken_back_at", UTCDateTime(), nullable=False),
    )
    refuse("escalations_taken_back", "UPDATE", "DELETE")


def downgrade() -> None:
    allow("escalations_taken_back")
    op.drop_table("escalations_taken_back")
    op.drop_table("finding_drafts")
