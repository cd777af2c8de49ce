"""Files are kept sealed while they are read, mapped by layouts, staged out of sight, and published at once."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from scrutiny_app.database import Sealed, UTCDateTime
from scrutiny_app.migrations.append_only import allow, refuse

revision = "0010_intake"
down_revision = "0009_letters"
branch_labels = None
depends_on = None

COUNTED = "ck_extracts_every_row_counted"
ADDED: tuple[tuple[str, sa.types.TypeEngine[Any], Any], ...] = (
    ("holds", sa.String(length=20), "cases"),
    ("stage", sa.String(length=20), "done"),
    ("by_command", sa.Boolean(), sa.false()),
    ("ask", sa.Boolean(), sa.false()),
    ("size", sa.BigInteger(), "0"),
    ("chunks", sa.Integer(), "0"),
    ("share", sa.Double(), "1"),
    ("problems_found", sa.Integer(), "0"),
    ("refused", sa.Integer(), "0"),
)


def upgrade() -> None:
    _make_tables()
    with op.batch_alter_table("extracts") as extracts:
        if op.get_bind().dialect.name == "postgresql":  # SQLite's table is made anew, without the old check
            extracts.drop_constraint(op.f(COUNTED), type_="check")
        extracts.drop_constraint(op.f("uq_extracts_sha256"), type_="unique")
        for name, kind, default in ADDED:
            extracts.add_column(sa.Column(name, kind, nullable=False, server_default=default))
        extracts.add_column(sa.Column("layout_id", sa.Integer(), nullable=True))
        extracts.add_column(sa.Column("said", Sealed(), nullable=True))
        extracts.create_foreign_key(op.f("fk_extracts_layout_id_layouts"), "layouts", ["layout_id"], ["id"])
    with op.batch_alter_table("extracts") as extracts:
        for name, _kind, _default in ADDED:
            extracts.alter_column(name, server_default=None)
        extracts.create_check_constraint(op.f(COUNTED), "imported + updated + unchanged + refused + rejected = total")
    op.create_index(op.f("ix_extracts_stage"), "extracts", ["stage"])
    op.create_index(op.f("ix_extracts_sha256"), "extracts", ["sha256"])
    with op.batch_alter_table("dossiers") as dossiers:
        dossiers.drop_constraint(op.f("fk_dossiers_case_id_cases"), type_="foreignkey")
    op.create_index(op.f("ix_dossiers_extract_id"), "dossiers", ["extract_id"])
    if op.get_bind().dialect.name == "sqlite":  # the trigger went with the table
        refuse("dossiers", "UPDATE")


def _make_tables() -> None:
    op.create_table(
        "layouts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("force", sa.String(length=120), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("mapping", sa.Text(), nullable=False),
        sa.Column("saved_by", sa.String(length=80), nullable=False),
        sa.Column("saved_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_layouts")),
        sa.UniqueConstraint("force", "name", "version", name=op.f("uq_layouts_force_name_version")),
    )
    refuse("layouts", "UPDATE", "DELETE")
    for table, number in (("extract_parts", "number"), ("rejected_rows", "chunk")):
        op.create_table(
            table,
            sa.Column("extract_id", sa.Integer(), nullable=False),
            sa.Column(number, sa.Integer(), nullable=False),
            sa.Column("sealed", Sealed(), nullable=False),
            sa.ForeignKeyConstraint(["extract_id"], ["extracts.id"], name=op.f(f"fk_{table}_extract_id_extracts")),
            sa.PrimaryKeyConstraint("extract_id", number, name=op.f(f"pk_{table}")),
        )
    op.create_table(
        "extract_looks",
        sa.Column("extract_id", sa.Integer(), nullable=False),
        sa.Column("headings", Sealed(), nullable=False),
        sa.Column("look", Sealed(), nullable=True),
        sa.Column("mapping", Sealed(), nullable=True),
        sa.ForeignKeyConstraint(["extract_id"], ["extracts.id"], name=op.f("fk_extract_looks_extract_id_extracts")),
        sa.PrimaryKeyConstraint("extract_id", name=op.f("pk_extract_looks")),
    )
    op.create_table(
        "staged_cases",
        sa.Column("extract_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=200), nullable=False),
        sa.Column("changed", sa.JSON(), nullable=True),
        sa.Column("refused", sa.Boolean(), nullable=False),
        *_facets(),
        sa.ForeignKeyConstraint(["extract_id"], ["extracts.id"], name=op.f("fk_staged_cases_extract_id_extracts")),
        sa.PrimaryKeyConstraint("extract_id", "case_id", name=op.f("pk_staged_cases")),
    )
    op.create_index(op.f("ix_staged_cases_extract_id_number"), "staged_cases", ["extract_id", "number"])


def _facets() -> list[sa.Column[object]]:
    flags = ("domestic_abuse", "hate", "weapon", "sexual", "child_involved")
    return [
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
        *(sa.Column(flag, sa.Boolean(), nullable=True) for flag in flags),
    ]


def downgrade() -> None:
    op.drop_index(op.f("ix_dossiers_extract_id"), table_name="dossiers")
    with op.batch_alter_table("dossiers") as dossiers:
        dossiers.create_foreign_key(op.f("fk_dossiers_case_id_cases"), "cases", ["case_id"], ["id"])
    if op.get_bind().dialect.name == "sqlite":
        refuse("dossiers", "UPDATE")
    op.drop_index(op.f("ix_extracts_stage"), table_name="extracts")
    op.drop_index(op.f("ix_extracts_sha256"), table_name="extracts")
    with op.batch_alter_table("extracts") as extracts:
        extracts.drop_constraint(op.f("fk_extracts_layout_id_layouts"), type_="foreignkey")
        if op.get_bind().dialect.name == "postgresql":
            extracts.drop_constraint(op.f(COUNTED), type_="check")
        for name in ("layout_id", "said", *(name for name, _kind, _default in ADDED)):
            extracts.drop_column(name)
        extracts.create_unique_constraint(op.f("uq_extracts_sha256"), ["sha256"])
        extracts.create_check_constraint(op.f(COUNTED), "imported + updated + unchanged + rejected = total")
    for table in ("staged_cases", "extract_looks", "rejected_rows", "extract_parts"):
        op.drop_table(table)
    allow("layouts")
    op.drop_table("layouts")
