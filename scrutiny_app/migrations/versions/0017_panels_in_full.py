"""The panel in full: terms, training, meetings, drafts, guided answers, interests, lifted conflicts, superseding."""

import sqlalchemy as sa
from alembic import op

from scrutiny_app.database import UTCDateTime
from scrutiny_app.migrations.append_only import allow, refuse

revision = "0017_panels_in_full"
down_revision = "0016_staged_without_index"
branch_labels = None
depends_on = None

APPENDED = (
    "panel_terms",
    "terms_accepted",
    "trainings",
    "meeting_moves",
    "attendances",
    "meeting_notes",
    "grade_answers",
    "conflict_lifts",
    "conflict_lift_decisions",
    "calibration_grades",
    "finding_seconds",
    "escalations",
)
MADE = (
    "calibration_grades",
    "interests",
    "notices",
    "panel_terms",
    "trainings",
    "terms_accepted",
    "escalations",
    "meetings",
    "attendances",
    "conflict_lifts",
    "grade_drafts",
    "meeting_moves",
    "meeting_notes",
    "conflict_lift_decisions",
    "finding_seconds",
    "grade_answers",
)
ALL_QUESTIONS = (
    '["evidence", "admission", "available", "history", "victim", "proportionate", '
    '"conditions", "rationale", "safeguarding", "explained", "good_practice", "outcome_code"]'
)
COLUMNS = {
    "panels": ("second_force", "least_magistrates", "least_outside", "yjs_for_child"),
    "seats": ("is_deputy",),
    "users": ("email",),
    "rounds": ("questions",),
    "grades": ("stage", "missing"),
    "findings": ("reached", "votes", "meeting_id", "supersedes_id", "reason"),
}


def upgrade() -> None:
    _make_tables()
    _add_columns()
    for table in APPENDED:
        refuse(table, "UPDATE", "DELETE")


def _add_columns() -> None:
    one, empty = sa.text("1"), sa.text("''")
    op.add_column("panels", sa.Column("second_force", sa.String(length=120), nullable=True))
    op.add_column("panels", sa.Column("least_magistrates", sa.Integer(), nullable=False, server_default=one))
    op.add_column("panels", sa.Column("least_outside", sa.Integer(), nullable=False, server_default=one))
    op.add_column("panels", sa.Column("yjs_for_child", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.add_column("seats", sa.Column("is_deputy", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("users", sa.Column("email", sa.String(length=254), nullable=True))
    op.add_column("rounds", sa.Column("questions", sa.JSON(), nullable=False, server_default=ALL_QUESTIONS))
    op.add_column("grades", sa.Column("stage", sa.String(length=20), nullable=False, server_default="as_decided"))
    op.add_column("grades", sa.Column("missing", sa.String(), nullable=False, server_default=empty))
    op.add_column("findings", sa.Column("reached", sa.String(length=20), nullable=True))
    op.add_column("findings", sa.Column("votes", sa.JSON(), nullable=True))
    _refer("findings", "meeting_id", "meetings")
    _refer("findings", "supersedes_id", "findings")
    op.add_column("findings", sa.Column("reason", sa.String(), nullable=False, server_default=empty))


def _refer(table: str, column: str, other: str) -> None:
    """Add a column with its foreign key in one statement, which SQLite can do in no other way."""
    name = f"fk_{table}_{column}_{other}"
    op.execute(f"ALTER TABLE {table} ADD COLUMN {column} INTEGER CONSTRAINT {name} REFERENCES {other} (id)")


def _make_tables() -> None:
    op.create_table(
        "calibration_grades",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("grade", sa.String(length=20), nullable=False),
        sa.Column("comment", sa.String(), nullable=False),
        sa.Column("given_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_calibration_grades_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calibration_grades")),
    )
    op.create_index(op.f("ix_calibration_grades_user_id"), "calibration_grades", ["user_id"], unique=False)
    op.create_table(
        "interests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("value", sa.String(length=120), nullable=False),
        sa.Column("declared_at", UTCDateTime(), nullable=False),
        sa.Column("matched_at", UTCDateTime(), nullable=True),
        sa.Column("withdrawn_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint("kind IN ('area', 'body')", name=op.f("ck_interests_kind_known")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_interests_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interests")),
    )
    op.create_index(op.f("ix_interests_user_id"), "interests", ["user_id"], unique=False)
    op.create_table(
        "notices",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("about", sa.Integer(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("due_at", UTCDateTime(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("sent_at", UTCDateTime(), nullable=True),
        sa.Column("given_up_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_notices_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
        sa.UniqueConstraint("user_id", "kind", "about", "turn", name=op.f("uq_notices_user_id_kind_about_turn")),
    )
    op.create_index(op.f("ix_notices_due_at"), "notices", ["due_at"], unique=False)
    op.create_table(
        "panel_terms",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("panel_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("lasts_days", sa.Integer(), nullable=False),
        sa.Column("set_by", sa.Integer(), nullable=False),
        sa.Column("set_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["panel_id"], ["panels.id"], name=op.f("fk_panel_terms_panel_id_panels")),
        sa.ForeignKeyConstraint(["set_by"], ["users.id"], name=op.f("fk_panel_terms_set_by_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_panel_terms")),
        sa.UniqueConstraint("panel_id", "version", name=op.f("uq_panel_terms_panel_id_version")),
    )
    op.create_table(
        "trainings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("panel_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(length=120), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["panel_id"], ["panels.id"], name=op.f("fk_trainings_panel_id_panels")),
        sa.ForeignKeyConstraint(["recorded_by"], ["users.id"], name=op.f("fk_trainings_recorded_by_users")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_trainings_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trainings")),
    )
    op.create_index(op.f("ix_trainings_panel_id"), "trainings", ["panel_id"], unique=False)
    op.create_table(
        "terms_accepted",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("terms_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("accepted_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["terms_id"], ["panel_terms.id"], name=op.f("fk_terms_accepted_terms_id_panel_terms")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_terms_accepted_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_terms_accepted")),
    )
    op.create_index(op.f("ix_terms_accepted_terms_id"), "terms_accepted", ["terms_id"], unique=False)
    op.create_table(
        "escalations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_case_id", sa.Integer(), nullable=False),
        sa.Column("route", sa.String(length=30), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("raised_by", sa.Integer(), nullable=False),
        sa.Column("raised_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint(
            "route IN ('review', 'professional_standards', 'cps', 'safeguarding', 'recode', 'victims_right')",
            name=op.f("ck_escalations_route_known"),
        ),
        sa.ForeignKeyConstraint(["raised_by"], ["users.id"], name=op.f("fk_escalations_raised_by_users")),
        sa.ForeignKeyConstraint(
            ["round_case_id"], ["round_cases.id"], name=op.f("fk_escalations_round_case_id_round_cases")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_escalations")),
    )
    op.create_index(op.f("ix_escalations_round_case_id"), "escalations", ["round_case_id"], unique=False)
    op.create_table(
        "meetings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("manner", sa.String(length=20), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("starts_at", UTCDateTime(), nullable=False),
        sa.Column("ends_at", UTCDateTime(), nullable=True),
        sa.Column("planned_by", sa.Integer(), nullable=False),
        sa.Column("planned_at", UTCDateTime(), nullable=False),
        sa.Column("cancelled_at", UTCDateTime(), nullable=True),
        sa.Column("chaired_by", sa.Integer(), nullable=True),
        sa.Column("showing_id", sa.Integer(), nullable=True),
        sa.Column("showing_since", UTCDateTime(), nullable=True),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint("manner IN ('room', 'video', 'writing')", name=op.f("ck_meetings_manner_known")),
        sa.ForeignKeyConstraint(["chaired_by"], ["users.id"], name=op.f("fk_meetings_chaired_by_users")),
        sa.ForeignKeyConstraint(["planned_by"], ["users.id"], name=op.f("fk_meetings_planned_by_users")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_meetings_round_id_rounds")),
        sa.ForeignKeyConstraint(["showing_id"], ["round_cases.id"], name=op.f("fk_meetings_showing_id_round_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
    )
    op.create_index(op.f("ix_meetings_round_id"), "meetings", ["round_id"], unique=False)
    op.create_table(
        "attendances",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("set_by", sa.Integer(), nullable=False),
        sa.Column("set_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint("state IN ('present', 'apologies', 'absent')", name=op.f("ck_attendances_state_known")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], name=op.f("fk_attendances_meeting_id_meetings")),
        sa.ForeignKeyConstraint(["set_by"], ["users.id"], name=op.f("fk_attendances_set_by_users")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_attendances_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendances")),
    )
    op.create_index(op.f("ix_attendances_meeting_id"), "attendances", ["meeting_id"], unique=False)
    op.create_table(
        "conflict_lifts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conflict_id", sa.Integer(), nullable=False),
        sa.Column("ground", sa.String(length=20), nullable=False),
        sa.Column("proposed_by", sa.Integer(), nullable=False),
        sa.Column("proposed_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conflict_id"], ["conflicts.id"], name=op.f("fk_conflict_lifts_conflict_id_conflicts")
        ),
        sa.ForeignKeyConstraint(["proposed_by"], ["users.id"], name=op.f("fk_conflict_lifts_proposed_by_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conflict_lifts")),
    )
    op.create_index(op.f("ix_conflict_lifts_conflict_id"), "conflict_lifts", ["conflict_id"], unique=False)
    op.create_table(
        "grade_drafts",
        sa.Column("round_case_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("saved_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["release_id"], ["releases.id"], name=op.f("fk_grade_drafts_release_id_releases")),
        sa.ForeignKeyConstraint(
            ["round_case_id"], ["round_cases.id"], name=op.f("fk_grade_drafts_round_case_id_round_cases")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_grade_drafts_user_id_users")),
        sa.PrimaryKeyConstraint("round_case_id", "user_id", name=op.f("pk_grade_drafts")),
    )
    op.create_table(
        "meeting_moves",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("was_at", UTCDateTime(), nullable=False),
        sa.Column("was_in", sa.String(length=200), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("moved_by", sa.Integer(), nullable=False),
        sa.Column("moved_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], name=op.f("fk_meeting_moves_meeting_id_meetings")),
        sa.ForeignKeyConstraint(["moved_by"], ["users.id"], name=op.f("fk_meeting_moves_moved_by_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_moves")),
    )
    op.create_index(op.f("ix_meeting_moves_meeting_id"), "meeting_moves", ["meeting_id"], unique=False)
    op.create_table(
        "meeting_notes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("round_case_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("written_by", sa.Integer(), nullable=False),
        sa.Column("written_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], name=op.f("fk_meeting_notes_meeting_id_meetings")),
        sa.ForeignKeyConstraint(
            ["round_case_id"], ["round_cases.id"], name=op.f("fk_meeting_notes_round_case_id_round_cases")
        ),
        sa.ForeignKeyConstraint(["written_by"], ["users.id"], name=op.f("fk_meeting_notes_written_by_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_notes")),
    )
    op.create_index(op.f("ix_meeting_notes_meeting_id"), "meeting_notes", ["meeting_id"], unique=False)
    op.create_table(
        "conflict_lift_decisions",
        sa.Column("lift_id", sa.Integer(), nullable=False),
        sa.Column("agreed", sa.Boolean(), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=False),
        sa.Column("decided_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["decided_by"], ["users.id"], name=op.f("fk_conflict_lift_decisions_decided_by_users")),
        sa.ForeignKeyConstraint(
            ["lift_id"], ["conflict_lifts.id"], name=op.f("fk_conflict_lift_decisions_lift_id_conflict_lifts")
        ),
        sa.PrimaryKeyConstraint("lift_id", name=op.f("pk_conflict_lift_decisions")),
    )
    op.create_table(
        "finding_seconds",
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.Column("seconded_by", sa.Integer(), nullable=False),
        sa.Column("seconded_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["finding_id"], ["findings.id"], name=op.f("fk_finding_seconds_finding_id_findings")),
        sa.ForeignKeyConstraint(["seconded_by"], ["users.id"], name=op.f("fk_finding_seconds_seconded_by_users")),
        sa.PrimaryKeyConstraint("finding_id", name=op.f("pk_finding_seconds")),
    )
    op.create_table(
        "grade_answers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("grade_id", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(length=40), nullable=False),
        sa.Column("answer", sa.String(length=20), nullable=False),
        sa.Column("remark", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["grade_id"], ["grades.id"], name=op.f("fk_grade_answers_grade_id_grades")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grade_answers")),
    )
    op.create_index(op.f("ix_grade_answers_grade_id"), "grade_answers", ["grade_id"], unique=False)


def downgrade() -> None:
    for table, columns in COLUMNS.items():
        for column in columns:
            op.drop_column(table, column)
    for table in APPENDED:
        allow(table)
    for table in reversed(MADE):
        op.drop_table(table)
