"""A public report is sent back by who should approve it, with the reasons; a long one is prepared by a worker."""

import sqlalchemy as sa
from alembic import op

from scrutiny_app.database import UTCDateTime
from scrutiny_app.migrations.append_only import allow, refuse

revision = "0023_sent_back"
down_revision = "0022_minutes_approved"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "public_reports_sent_back",
        sa.Column("report_id", sa.Integer, sa.ForeignKey("public_reports.id"), primary_key=True),
        sa.Column("reasons", sa.String(), nullable=False),
        sa.Column("sent_by", sa.Integer, sa.ForeignKey("users.id"), nullable=False),
        sa.Column("sent_at", UTCDateTime(), nullable=False),
    )
    op.create_table(
        "public_preparations",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("force", sa.String(120), nullable=False),
        sa.Column("wanted", sa.JSON, nullable=False),
        sa.Column("asked_by", sa.Integer, sa.ForeignKey("users.id"), nullable=False),
        sa.Column("asked_at", UTCDateTime(), nullable=False),
        sa.Column("done_at", UTCDateTime()),
        sa.Column("report_id", sa.Integer, sa.ForeignKey("public_reports.id")),
        sa.Column("refusal", sa.String()),
    )
    refuse("public_reports_sent_back", "UPDATE", "DELETE")


def downgrade() -> None:
    allow("public_reports_sent_back")
    op.drop_table("public_preparations")
    op.drop_table("public_reports_sent_back")
