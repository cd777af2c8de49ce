"""Redactions and releases."""

import sqlalchemy as sa
from alembic import op

from scrutiny_app.database import Sealed, UTCDateTime
from scrutiny_app.migrations.append_only import allow, refuse

revision = "0006_releases"
down_revision = "0005_draws"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "redactions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_case_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sealed", Sealed(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["made_by"], ["users.id"], name=op.f("fk_redactions_made_by_users")),
        sa.ForeignKeyConstraint(
            ["round_case_id"], ["round_cases.id"], name=op.f("fk_redactions_round_case_id_round_cases")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_redactions")),
        sa.UniqueConstraint("round_case_id", "version", name=op.f("uq_redactions_round_case_id_version")),
    )
    op.create_table(
        "releases",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_case_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("checked_by", sa.Integer(), nullable=False),
        sa.Column("approved_by", sa.Integer(), nullable=False),
        sa.Column("approved_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint("checked_by <> approved_by", name=op.f("ck_releases_two_people")),
        sa.ForeignKeyConstraint(["approved_by"], ["users.id"], name=op.f("fk_releases_approved_by_users")),
        sa.ForeignKeyConstraint(["checked_by"], ["users.id"], name=op.f("fk_releases_checked_by_users")),
        sa.ForeignKeyConstraint(
            ["round_case_id"], ["round_cases.id"], name=op.f("fk_releases_round_case_id_round_cases")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_releases")),
        sa.UniqueConstraint("round_case_id", "version", name=op.f("uq_releases_round_case_id_version")),
    )
    op.create_table(
        "redaction_checks",
        sa.Column("redaction_id", sa.Integer(), nullable=False),
        sa.Column("checked_by", sa.Integer(), nullable=False),
        sa.Column("checked_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["checked_by"], ["users.id"], name=op.f("fk_redaction_checks_checked_by_users")),
        sa.ForeignKeyConstraint(
            ["redaction_id"], ["redactions.id"], name=op.f("fk_redaction_checks_redaction_id_redactions")
        ),
        sa.PrimaryKeyConstraint("redaction_id", name=op.f("pk_redaction_checks")),
    )
    refuse("redactions", "UPDATE")
    refuse("redaction_checks", "UPDATE")
    refuse("releases", "UPDATE")


def downgrade() -> None:
    allow("redactions")
    allow("redaction_checks")
    allow("releases")
    op.drop_table("redaction_checks")
    op.drop_table("releases")
    op.drop_table("redactions")
