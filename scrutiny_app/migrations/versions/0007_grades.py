"""Grades, conflicts and reveals."""

import sqlalchemy as sa
from alembic import op

from scrutiny_app.database import UTCDateTime
from scrutiny_app.migrations.append_only import allow, refuse

revision = "0007_grades"
down_revision = "0006_releases"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "conflicts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_case_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("set_by", sa.Integer(), nullable=False),
        sa.Column("set_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint("state IN ('declared', 'pinned', 'lifted')", name=op.f("ck_conflicts_state_known")),
        sa.ForeignKeyConstraint(
            ["round_case_id"], ["round_cases.id"], name=op.f("fk_conflicts_round_case_id_round_cases")
        ),
        sa.ForeignKeyConstraint(["set_by"], ["users.id"], name=op.f("fk_conflicts_set_by_users")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_conflicts_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conflicts")),
    )
    op.create_index(op.f("ix_conflicts_round_case_id_user_id"), "conflicts", ["round_case_id", "user_id"], unique=False)
    op.create_table(
        "reveals",
        sa.Column("round_case_id", sa.Integer(), nullable=False),
        sa.Column("revealed_by", sa.Integer(), nullable=False),
        sa.Column("revealed_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["revealed_by"], ["users.id"], name=op.f("fk_reveals_revealed_by_users")),
        sa.ForeignKeyConstraint(
            ["round_case_id"], ["round_cases.id"], name=op.f("fk_reveals_round_case_id_round_cases")
        ),
        sa.PrimaryKeyConstraint("round_case_id", name=op.f("pk_reveals")),
    )
    op.create_table(
        "grades",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_case_id", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("grade", sa.String(length=20), nullable=True),
        sa.Column("comment", sa.String(), nullable=False),
        sa.Column("given_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint(
            "grade IN ('appropriate', 'observations', 'inappropriate')", name=op.f("ck_grades_grade_known")
        ),
        sa.ForeignKeyConstraint(["release_id"], ["releases.id"], name=op.f("fk_grades_release_id_releases")),
        sa.ForeignKeyConstraint(
            ["round_case_id"], ["round_cases.id"], name=op.f("fk_grades_round_case_id_round_cases")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_grades_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grades")),
    )
    op.create_index(op.f("ix_grades_round_case_id_user_id"), "grades", ["round_case_id", "user_id"], unique=False)
    op.create_table(
        "grade_observations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("grade_id", sa.Integer(), nullable=False),
        sa.Column("theme", sa.String(length=40), nullable=False),
        sa.Column("severity", sa.String(length=20), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["grade_id"], ["grades.id"], name=op.f("fk_grade_observations_grade_id_grades")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grade_observations")),
    )
    op.create_index(op.f("ix_grade_observations_grade_id"), "grade_observations", ["grade_id"], unique=False)
    refuse("grades", "UPDATE", "DELETE")
    refuse("grade_observations", "UPDATE", "DELETE")
    refuse("conflicts", "UPDATE", "DELETE")
    refuse("reveals", "UPDATE", "DELETE")


def downgrade() -> None:
    allow("grades")
    allow("grade_observations")
    allow("conflicts")
    allow("reveals")
    op.drop_index(op.f("ix_grade_observations_grade_id"), table_name="grade_observations")
    op.drop_table("grade_observations")
    op.drop_index(op.f("ix_grades_round_case_id_user_id"), table_name="grades")
    op.drop_table("grades")
    op.drop_table("reveals")
    op.drop_index(op.f("ix_conflicts_round_case_id_user_id"), table_name="conflicts")
    op.drop_table("conflicts")
