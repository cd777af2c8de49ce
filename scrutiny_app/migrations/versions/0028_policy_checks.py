"""What the policy checks say of a release is kept with it, and that a member asked to read it."""

import sqlalchemy as sa
from alembic import op

from scrutiny_app.database import UTCDateTime
from scrutiny_app.migrations.append_only import allow, refuse

revision = "0028_policy_checks"
down_revision = "0027_attacked"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "release_checks",
        sa.Column("release_id", sa.Integer, sa.ForeignKey("releases.id"), primary_key=True),
        sa.Column("content", sa.String, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
    )
    op.create_table(
        "check_readings",
        sa.Column("round_case_id", sa.Integer, sa.ForeignKey("round_cases.id"), primary_key=True),
        sa.Column("user_id", sa.Integer, sa.ForeignKey("users.id"), primary_key=True),
        sa.Column("read_at", UTCDateTime(), nullable=False),
    )
    for table in ("release_checks", "check_readings"):
        refuse(table, "UPDATE", "DELETE")


def downgrade() -> None:
    for table in ("check_readings", "release_checks"):
        allow(table)
        op.drop_table(table)
