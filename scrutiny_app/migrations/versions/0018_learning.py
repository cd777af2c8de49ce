"""Learning: actions, learning points, a force's own themes, letters held or ended, public reports, tokens."""

import sqlalchemy as sa
from alembic import op

from scrutiny_app.database import Sealed, UTCDateTime
from scrutiny_app.migrations.append_only import allow, refuse

revision = "0018_learning"
down_revision = "0017_panels_in_full"
branch_labels = None
depends_on = None

APPENDED = (
    "learning_points",
    "accountable",
    "actions",
    "action_deeds",
    "action_texts",
    "action_words",
    "public_reports",
    "line_approvals",
    "public_steps",
)
MADE = (
    "accountable",
    "api_tokens",
    "learning_points",
    "local_themes",
    "public_reports",
    "handovers",
    "line_approvals",
    "public_steps",
    "actions",
    "action_deeds",
    "action_texts",
    "action_words",
)
OF_LETTERS = ("held_at", "handed_at", "handed_form", "ended_at", "ended_why")


def upgrade() -> None:
    _make_tables()
    for table in ("finding_observations", "grade_observations"):
        name = f"fk_{table}_local_id_local_themes"  # in one statement, which SQLite can do in no other way
        op.execute(f"ALTER TABLE {table} ADD COLUMN local_id INTEGER CONSTRAINT {name} REFERENCES local_themes (id)")
    op.add_column("letters", sa.Column("held_at", UTCDateTime(), nullable=True))
    op.add_column("letters", sa.Column("handed_at", UTCDateTime(), nullable=True))
    op.add_column("letters", sa.Column("handed_form", sa.String(length=10), nullable=True))
    op.add_column("letters", sa.Column("ended_at", UTCDateTime(), nullable=True))
    op.add_column("letters", sa.Column("ended_why", sa.String(length=20), nullable=True))
    for table in APPENDED:
        refuse(table, "UPDATE", "DELETE")


def _make_tables() -> None:
    op.create_table(
        "accountable",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("force", sa.String(length=120), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("named_by", sa.Integer(), nullable=False),
        sa.Column("named_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["named_by"], ["users.id"], name=op.f("fk_accountable_named_by_users")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_accountable_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accountable")),
    )
    op.create_index(op.f("ix_accountable_force"), "accountable", ["force"], unique=False)
    op.create_table(
        "api_tokens",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("secret_digest", sa.String(length=64), nullable=False),
        sa.Column("scopes", sa.JSON(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.Column("expires_at", UTCDateTime(), nullable=False),
        sa.Column("revoked_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["made_by"], ["users.id"], name=op.f("fk_api_tokens_made_by_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_tokens")),
        sa.UniqueConstraint("secret_digest", name=op.f("uq_api_tokens_secret_digest")),
    )
    op.create_index(op.f("ix_api_tokens_made_by"), "api_tokens", ["made_by"], unique=False)
    op.create_table(
        "learning_points",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("force", sa.String(length=120), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("good", sa.String(), nullable=False),
        sa.Column("policy", sa.String(), nullable=False),
        sa.Column("findings", sa.JSON(), nullable=False),
        sa.Column("written_by", sa.Integer(), nullable=False),
        sa.Column("written_at", UTCDateTime(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["written_by"], ["users.id"], name=op.f("fk_learning_points_written_by_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_learning_points")),
        sa.UniqueConstraint("number", "force", "version", name=op.f("uq_learning_points_number_force_version")),
    )
    op.create_table(
        "local_themes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("force", sa.String(length=120), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("under", sa.String(length=40), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("added_by", sa.Integer(), nullable=False),
        sa.Column("added_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["added_by"], ["users.id"], name=op.f("fk_local_themes_added_by_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_local_themes")),
        sa.UniqueConstraint("force", "code", name=op.f("uq_local_themes_force_code")),
    )
    op.create_table(
        "public_reports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("force", sa.String(length=120), nullable=False),
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("rounds", sa.JSON(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("prepared_by", sa.Integer(), nullable=False),
        sa.Column("prepared_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["prepared_by"], ["users.id"], name=op.f("fk_public_reports_prepared_by_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_public_reports")),
        sa.UniqueConstraint("force", "slug", "version", name=op.f("uq_public_reports_force_slug_version")),
    )
    op.create_table(
        "handovers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("handed_by", sa.Integer(), nullable=False),
        sa.Column("handed_at", UTCDateTime(), nullable=False),
        sa.Column("read_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["handed_by"], ["users.id"], name=op.f("fk_handovers_handed_by_users")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_handovers_round_id_rounds")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_handovers_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handovers")),
        sa.UniqueConstraint("round_id", "user_id", name=op.f("uq_handovers_round_id_user_id")),
    )
    op.create_table(
        "line_approvals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("line_digest", sa.String(length=64), nullable=False),
        sa.Column("approved_by", sa.Integer(), nullable=False),
        sa.Column("approved_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["approved_by"], ["users.id"], name=op.f("fk_line_approvals_approved_by_users")),
        sa.ForeignKeyConstraint(
            ["report_id"], ["public_reports.id"], name=op.f("fk_line_approvals_report_id_public_reports")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_line_approvals")),
        sa.UniqueConstraint(
            "report_id", "line_digest", "approved_by", name=op.f("uq_line_approvals_report_id_line_digest_approved_by")
        ),
    )
    op.create_table(
        "public_steps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=20), nullable=False),
        sa.Column("done_by", sa.Integer(), nullable=False),
        sa.Column("done_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint(
            "step IN ('chair', 'registrar', 'published', 'withdrawn')", name=op.f("ck_public_steps_step_known")
        ),
        sa.ForeignKeyConstraint(["done_by"], ["users.id"], name=op.f("fk_public_steps_done_by_users")),
        sa.ForeignKeyConstraint(
            ["report_id"], ["public_reports.id"], name=op.f("fk_public_steps_report_id_public_reports")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_public_steps")),
        sa.UniqueConstraint("report_id", "step", name=op.f("uq_public_steps_report_id_step")),
    )
    op.create_table(
        "actions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("force", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("finding_id", sa.Integer(), nullable=True),
        sa.Column("escalation_id", sa.Integer(), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("set_by", sa.Integer(), nullable=False),
        sa.Column("set_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint("kind IN ('task', 'escalation', 'recode')", name=op.f("ck_actions_kind_known")),
        sa.ForeignKeyConstraint(
            ["escalation_id"], ["escalations.id"], name=op.f("fk_actions_escalation_id_escalations")
        ),
        sa.ForeignKeyConstraint(["finding_id"], ["findings.id"], name=op.f("fk_actions_finding_id_findings")),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name=op.f("fk_actions_owner_id_users")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_actions_round_id_rounds")),
        sa.ForeignKeyConstraint(["set_by"], ["users.id"], name=op.f("fk_actions_set_by_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actions")),
        sa.UniqueConstraint("escalation_id", name=op.f("uq_actions_escalation_id")),
    )
    op.create_index(op.f("ix_actions_force"), "actions", ["force"], unique=False)
    op.create_index(op.f("ix_actions_owner_id"), "actions", ["owner_id"], unique=False)
    op.create_index(op.f("ix_actions_round_id"), "actions", ["round_id"], unique=False)
    op.create_table(
        "action_deeds",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=20), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_by", sa.Integer(), nullable=False),
        sa.Column("done_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint(
            "step IN ('answered', 'returned', 'closed', 'reopened', 'moved')", name=op.f("ck_action_deeds_step_known")
        ),
        sa.ForeignKeyConstraint(["action_id"], ["actions.id"], name=op.f("fk_action_deeds_action_id_actions")),
        sa.ForeignKeyConstraint(["done_by"], ["users.id"], name=op.f("fk_action_deeds_done_by_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_deeds")),
    )
    op.create_index(op.f("ix_action_deeds_action_id"), "action_deeds", ["action_id"], unique=False)
    op.create_table(
        "action_texts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("sealed", Sealed(), nullable=False),
        sa.Column("draft", Sealed(), nullable=False),
        sa.Column("from_file", sa.Boolean(), nullable=False),
        sa.Column("written_by", sa.Integer(), nullable=False),
        sa.Column("written_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint("kind IN ('task', 'response', 'proof')", name=op.f("ck_action_texts_kind_known")),
        sa.ForeignKeyConstraint(["action_id"], ["actions.id"], name=op.f("fk_action_texts_action_id_actions")),
        sa.ForeignKeyConstraint(["written_by"], ["users.id"], name=op.f("fk_action_texts_written_by_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_texts")),
    )
    op.create_index(op.f("ix_action_texts_action_id"), "action_texts", ["action_id"], unique=False)
    op.create_table(
        "action_words",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("text_id", sa.Integer(), nullable=True),
        sa.Column("written_by", sa.Integer(), nullable=False),
        sa.Column("approved_by", sa.Integer(), nullable=True),
        sa.Column("given_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint("kind IN ('task', 'response', 'proof')", name=op.f("ck_action_words_kind_known")),
        sa.ForeignKeyConstraint(["action_id"], ["actions.id"], name=op.f("fk_action_words_action_id_actions")),
        sa.ForeignKeyConstraint(["approved_by"], ["users.id"], name=op.f("fk_action_words_approved_by_users")),
        sa.ForeignKeyConstraint(["written_by"], ["users.id"], name=op.f("fk_action_words_written_by_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_words")),
    )
    op.create_index(op.f("ix_action_words_action_id"), "action_words", ["action_id"], unique=False)


def downgrade() -> None:
    for column in OF_LETTERS:
        op.drop_column("letters", column)
    for table in ("finding_observations", "grade_observations"):
        op.drop_column(table, "local_id")
    for table in APPENDED:
        allow(table)
    for table in reversed(MADE):
        op.drop_table(table)
