"""Extracts, cases, their numbers and dossiers."""

import sqlalchemy as sa
from alembic import op

from scrutiny_app.database import Sealed, UTCDateTime
from scrutiny_app.migrations.append_only import allow, refuse

revision = "0003_cases"
down_revision = "0002_trail"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "extracts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("force", sa.String(length=120), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("received_by", sa.String(length=80), nullable=False),
        sa.Column("received_at", UTCDateTime(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("imported", sa.Integer(), nullable=False),
        sa.Column("updated", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("rejected", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "imported + updated + unchanged + rejected = total", name=op.f("ck_extracts_every_row_counted")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_extracts")),
        sa.UniqueConstraint("sha256", name=op.f("uq_extracts_sha256")),
    )
    op.create_table(
        "cases",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("imported_at", UTCDateTime(), nullable=False),
        sa.Column("extract_id", sa.Integer(), nullable=False),
        sa.Column("force", sa.String(length=120), nullable=False),
        sa.Column("area", sa.String(length=200), nullable=True),
        sa.Column("offence_group", sa.String(length=40), nullable=False),
        sa.Column("class_of_trial", sa.String(length=20), nullable=True),
        sa.Column("outcome_code", sa.String(length=4), nullable=False),
        sa.Column("disposal", sa.String(length=40), nullable=False),
        sa.Column("tier", sa.String(length=200), nullable=True),
        sa.Column("disposal_date", sa.Date(), nullable=False),
        sa.Column("age_group", sa.String(length=10), nullable=True),
        sa.Column("sex", sa.String(length=10), nullable=True),
        sa.Column("ethnicity", sa.String(length=20), nullable=True),
        sa.Column("domestic_abuse", sa.Boolean(), nullable=True),
        sa.Column("hate", sa.Boolean(), nullable=True),
        sa.Column("weapon", sa.Boolean(), nullable=True),
        sa.Column("sexual", sa.Boolean(), nullable=True),
        sa.Column("child_involved", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(["extract_id"], ["extracts.id"], name=op.f("fk_cases_extract_id_extracts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
    )
    op.create_index(
        op.f("ix_cases_force_disposal_date_disposal"), "cases", ["force", "disposal_date", "disposal"], unique=False
    )
    op.create_table(
        "import_problems",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("extract_id", sa.Integer(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("column", sa.String(length=200), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("found", sa.String(length=200), nullable=False),
        sa.Column("advice", sa.String(length=500), nullable=False),
        sa.ForeignKeyConstraint(["extract_id"], ["extracts.id"], name=op.f("fk_import_problems_extract_id_extracts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_problems")),
    )
    op.create_index(op.f("ix_import_problems_extract_id"), "import_problems", ["extract_id"], unique=False)
    op.create_table(
        "case_numbers",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("force", sa.String(length=120), nullable=False),
        sa.Column("number", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_numbers_case_id_cases")),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_case_numbers")),
        sa.UniqueConstraint("force", "number", name=op.f("uq_case_numbers_force_number")),
    )
    op.create_table(
        "dossiers",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("extract_id", sa.Integer(), nullable=False),
        sa.Column("sealed", Sealed(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("kept_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_dossiers_case_id_cases")),
        sa.ForeignKeyConstraint(["extract_id"], ["extracts.id"], name=op.f("fk_dossiers_extract_id_extracts")),
        sa.PrimaryKeyConstraint("case_id", "version", name=op.f("pk_dossiers")),
    )
    refuse("dossiers", "UPDATE")


def downgrade() -> None:
    allow("dossiers")
    op.drop_table("dossiers")
    op.drop_table("case_numbers")
    op.drop_index(op.f("ix_import_problems_extract_id"), table_name="import_problems")
    op.drop_table("import_problems")
    op.drop_index(op.f("ix_cases_force_disposal_date_disposal"), table_name="cases")
    op.drop_table("cases")
    op.drop_table("extracts")
