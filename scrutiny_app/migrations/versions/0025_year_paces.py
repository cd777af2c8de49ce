"""How long the steps of a year's rounds took, kept by the force's side for whoever may not read its days."""

import sqlalchemy as sa
from alembic import op

revision = "0025_year_paces"
down_revision = "0024_room_sees_drafts"
branch_labels = None
depends_on = None

DAYS = ("quarter", "half", "most", "longest")


def upgrade() -> None:
    op.create_table(
        "year_paces",
        sa.Column("rounds", sa.String(64), primary_key=True),
        sa.Column("step", sa.String(20), primary_key=True),
        sa.Column("begun", sa.Integer, nullable=False),
        sa.Column("done", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Integer, nullable=True) for name in DAYS),
        sa.Column("reckoned_on", sa.Date, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("year_paces")
