"""A public report can be sent back by who should approve it, with the reasons."""

import sqlalchemy as sa
from alembic import op

from scrutiny_app.database import UTCDateTime
from scrutiny_app.migrations.append_only import allow, refuse

revision = "0023_sent_back"
down_revision = "0021_finding_drafts"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "public_reports_sent_back",
        sa.Column("report_id", sa.Integer, sa.ForeignKey("public_reports.id"), primary_key=True),
        sa.Column("reasons", sa.Text, nullable=False),
        sa.Column("sent_by", sa.Integer, sa.ForeignKey("users.id"), nullable=False),
        sa.Column("sent_at", UTCDateTime(), nullable=False),
    )
    refuse("public_reports_sent_back", "UPDATE", "DELETE")


def downgrade() -> None:
    allow("public_reports_sent_back")
    op.drop_table("public_reports_sent_back")
