"""The counts of a public national return are kept as they were made: later publications are attacked with them."""

import sqlalchemy as sa
from alembic import op

from scrutiny_app.database import UTCDateTime
from scrutiny_app.migrations.append_only import allow, refuse

revision = "0030_public_returns"
down_revision = "0029_published_stays"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "public_returns",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("round_id", sa.Integer, sa.ForeignKey("rounds.id"), nullable=False),
        sa.Column("state", sa.String(80), nullable=False),
        sa.Column("hidden_below", sa.Integer, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("made_at", UTCDateTime, nullable=False),
        sa.UniqueConstraint("round_id", "state", "hidden_below"),
    )
    refuse("public_returns", "UPDATE", "DELETE")


def downgrade() -> None:
    allow("public_returns")
    op.drop_table("public_returns")
