"""Staged cases need no order by number: they are published by their own ids."""

from alembic import op

revision = "0016_staged_without_index"
down_revision = "0015_estimates"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index(op.f("ix_staged_cases_extract_id_number"), table_name="staged_cases")


def downgrade() -> None:
    op.create_index(op.f("ix_staged_cases_extract_id_number"), "staged_cases", ["extract_id", "number"])
