"""The files of a zip, on their way to their cases."""

import sqlalchemy as sa
from alembic import op

from scrutiny_app.database import Sealed

revision = "0011_attachments"
down_revision = "0010_intake"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "attached_files",
        sa.Column("extract_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("fate", sa.String(length=20), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("name", Sealed(), nullable=False),
        sa.Column("found", Sealed(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_attached_files_case_id_cases")),
        sa.ForeignKeyConstraint(["extract_id"], ["extracts.id"], name=op.f("fk_attached_files_extract_id_extracts")),
        sa.PrimaryKeyConstraint("extract_id", "place", name=op.f("pk_attached_files")),
    )


def downgrade() -> None:
    op.drop_table("attached_files")
