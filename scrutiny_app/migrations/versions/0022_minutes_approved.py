"""Minutes are approved at the panel's next meeting, then corrected by a dated note; a note is struck out."""

import sqlalchemy as sa
from alembic import op

from scrutiny_app.database import UTCDateTime
from scrutiny_app.migrations.append_only import allow, refuse

revision = "0022_minutes_approved"
down_revision = "0021_finding_drafts"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "minutes_approvals",
        sa.Column("round_id", sa.Integer, sa.ForeignKey("rounds.id"), primary_key=True),
        sa.Column("meeting_id", sa.Integer, sa.ForeignKey("meetings.id"), nullable=False),
        sa.Column("content", sa.JSON, nullable=False),
        sa.Column("approved_by", sa.Integer, sa.ForeignKey("users.id"), nullable=False),
        sa.Column("approved_at", UTCDateTime(), nullable=False),
    )
    op.create_table(
        "minutes_corrections",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("round_id", sa.Integer, sa.ForeignKey("minutes_approvals.round_id"), nullable=False, index=True),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("written_by", sa.Integer, sa.ForeignKey("users.id"), nullable=False),
        sa.Column("written_at", UTCDateTime(), nullable=False),
    )
    op.create_table(
        "struck_notes",
        sa.Column("note_id", sa.Integer, sa.ForeignKey("meeting_notes.id"), primary_key=True),
        sa.Column("struck_by", sa.Integer, sa.ForeignKey("users.id"), nullable=False),
        sa.Column("struck_at", UTCDateTime(), nullable=False),
    )
    for table in ("minutes_approvals", "minutes_corrections", "struck_notes"):
        refuse(table, "UPDATE", "DELETE")


def downgrade() -> None:
    for table in ("struck_notes", "minutes_corrections", "minutes_approvals"):
        allow(table)
        op.drop_table(table)
