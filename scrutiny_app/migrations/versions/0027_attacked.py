"""What of a public report stood the attack is kept as a digest, so that publishing need not attack it again."""

import sqlalchemy as sa
from alembic import op

from scrutiny_app.database import UTCDateTime

revision = "0027_attacked"
down_revision = "0026_published_volumes"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "public_attacks",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("report_id", sa.Integer, sa.ForeignKey("public_reports.id"), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("stood_at", UTCDateTime, nullable=False),
        sa.UniqueConstraint("report_id", "digest"),
    )


def downgrade() -> None:
    op.drop_table("public_attacks")
