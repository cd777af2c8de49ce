"""Findings and signatures."""

import sqlalchemy as sa
from alembic import op

from scrutiny_app.database import UTCDateTime
from scrutiny_app.migrations.append_only import allow, refuse

revision = "0008_findings"
down_revision = "0007_grades"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "findings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_case_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("result", sa.String(length=20), nullable=False),
        sa.Column("remarks", sa.String(), nullable=False),
        sa.Column("dissent", sa.String(), nullable=False),
        sa.Column("drafted_by", sa.Integer(), nullable=False),
        sa.Column("drafted_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint(
            "result IN ('appropriate', 'observations', 'inappropriate', 'not_agreed', 'more_information')",
            name=op.f("ck_findings_result_known"),
        ),
        sa.ForeignKeyConstraint(["drafted_by"], ["users.id"], name=op.f("fk_findings_drafted_by_users")),
        sa.ForeignKeyConstraint(
            ["round_case_id"], ["round_cases.id"], name=op.f("fk_findings_round_case_id_round_cases")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_findings")),
        sa.UniqueConstraint("round_case_id", "version", name=op.f("uq_findings_round_case_id_version")),
    )
    op.create_table(
        "finding_observations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.Column("theme", sa.String(length=40), nullable=False),
        sa.Column("severity", sa.String(length=20), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["findings.id"], name=op.f("fk_finding_observations_finding_id_findings")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding_observations")),
    )
    op.create_index(op.f("ix_finding_observations_finding_id"), "finding_observations", ["finding_id"], unique=False)
    op.create_table(
        "signatures",
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.Column("signed_by", sa.Integer(), nullable=False),
        sa.Column("signed_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["finding_id"], ["findings.id"], name=op.f("fk_signatures_finding_id_findings")),
        sa.ForeignKeyConstraint(["signed_by"], ["users.id"], name=op.f("fk_signatures_signed_by_users")),
        sa.PrimaryKeyConstraint("finding_id", name=op.f("pk_signatures")),
    )
    refuse("findings", "UPDATE", "DELETE")
    refuse("finding_observations", "UPDATE", "DELETE")
    refuse("signatures", "UPDATE", "DELETE")


def downgrade() -> None:
    allow("findings")
    allow("finding_observations")
    allow("signatures")
    op.drop_table("signatures")
    op.drop_index(op.f("ix_finding_observations_finding_id"), table_name="finding_observations")
    op.drop_table("finding_observations")
    op.drop_table("findings")
