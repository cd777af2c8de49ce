"""A member asks to read what came later, and until then may change the grade that counts."""

import sqlalchemy as sa
from alembic import op

from scrutiny_app.database import UTCDateTime
from scrutiny_app.migrations.append_only import allow, refuse

revision = "0020_later_readings"
down_revision = "0019_apologies_taken_back"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "later_readings",
        sa.Column("round_case_id", sa.Integer, sa.ForeignKey("round_cases.id"), primary_key=True),
        sa.Column("user_id", sa.Integer, sa.ForeignKey("users.id"), primary_key=True),
        sa.Column("read_at", UTCDateTime(), nullable=False),
    )
    # Whoever had given a grade was shown it at once, and may have read it.
    op.execute(
        "INSERT INTO later_readings (round_case_id, user_id, read_at) "
        "SELECT round_case_id, user_id, min(given_at) FROM grades WHERE grade IS NOT NULL "
        "GROUP BY round_case_id, user_id"
    )
    refuse("later_readings", "UPDATE", "DELETE")


def downgrade() -> None:
    allow("later_readings")
    op.drop_table("later_readings")
