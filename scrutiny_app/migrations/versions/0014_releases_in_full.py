"""Releases in full: returned, withheld, recalled; what is received later; copies of the pack."""

import sqlalchemy as sa
from alembic import op

from scrutiny_app.database import Sealed, UTCDateTime
from scrutiny_app.migrations.append_only import allow, refuse

revision = "0014_releases_in_full"
down_revision = "0013_dice_from_afar"
branch_labels = None
depends_on = None

APPENDED = (
    "redaction_returns",
    "withholdings",
    "recall_reasons",
    "breach_decisions",
    "received_texts",
    "pack_copies",
    "copy_fates",
)


def upgrade() -> None:
    _remake_checks()
    _make_tables()
    refuse("redaction_checks", "UPDATE")
    for table in APPENDED:
        refuse(table, "UPDATE")


def _remake_checks() -> None:
    """Let one version be checked more than once: after a return, or after its release was withheld."""
    allow("redaction_checks")
    op.execute("CREATE TABLE kept_checks AS SELECT redaction_id, checked_by, checked_at FROM redaction_checks")
    op.drop_table("redaction_checks")
    op.create_table(
        "redaction_checks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("redaction_id", sa.Integer(), nullable=False),
        sa.Column("risks", sa.JSON(), nullable=False),
        sa.Column("note", Sealed(), nullable=True),
        sa.Column("checked_by", sa.Integer(), nullable=False),
        sa.Column("checked_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["checked_by"], ["users.id"], name=op.f("fk_redaction_checks_checked_by_users")),
        sa.ForeignKeyConstraint(
            ["redaction_id"], ["redactions.id"], name=op.f("fk_redaction_checks_redaction_id_redactions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_redaction_checks")),
    )
    op.create_index(op.f("ix_redaction_checks_redaction_id"), "redaction_checks", ["redaction_id"], unique=False)
    op.execute(
        "INSERT INTO redaction_checks (redaction_id, risks, checked_by, checked_at) "
        "SELECT redaction_id, '[]', checked_by, checked_at FROM kept_checks ORDER BY checked_at"
    )
    op.drop_table("kept_checks")


def _make_tables() -> None:
    op.create_table(
        "pack_copies",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("reader_id", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(length=10), nullable=False),
        sa.Column("serial", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["made_by"], ["users.id"], name=op.f("fk_pack_copies_made_by_users")),
        sa.ForeignKeyConstraint(["reader_id"], ["users.id"], name=op.f("fk_pack_copies_reader_id_users")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_pack_copies_round_id_rounds")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pack_copies")),
        sa.UniqueConstraint(
            "round_id", "reader_id", "form", "state", name=op.f("uq_pack_copies_round_id_reader_id_form_state")
        ),
        sa.UniqueConstraint("serial", name=op.f("uq_pack_copies_serial")),
    )
    op.create_table(
        "copy_fates",
        sa.Column("copy_id", sa.Integer(), nullable=False),
        sa.Column("fate", sa.String(length=20), nullable=False),
        sa.Column("said_by", sa.Integer(), nullable=False),
        sa.Column("said_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["copy_id"], ["pack_copies.id"], name=op.f("fk_copy_fates_copy_id_pack_copies")),
        sa.ForeignKeyConstraint(["said_by"], ["users.id"], name=op.f("fk_copy_fates_said_by_users")),
        sa.PrimaryKeyConstraint("copy_id", name=op.f("pk_copy_fates")),
    )
    op.create_table(
        "information_requests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_case_id", sa.Integer(), nullable=False),
        sa.Column("asked_of", sa.Integer(), nullable=False),
        sa.Column("items", sa.JSON(), nullable=False),
        sa.Column("sealed", Sealed(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.Column("asked_at", UTCDateTime(), nullable=False),
        sa.Column("closed_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["asked_by"], ["users.id"], name=op.f("fk_information_requests_asked_by_users")),
        sa.ForeignKeyConstraint(["asked_of"], ["users.id"], name=op.f("fk_information_requests_asked_of_users")),
        sa.ForeignKeyConstraint(
            ["round_case_id"], ["round_cases.id"], name=op.f("fk_information_requests_round_case_id_round_cases")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_information_requests")),
    )
    op.create_index(op.f("ix_information_requests_asked_of"), "information_requests", ["asked_of"], unique=False)
    op.create_index(
        op.f("ix_information_requests_round_case_id"), "information_requests", ["round_case_id"], unique=False
    )
    op.create_table(
        "received_texts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_case_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=True),
        sa.Column("at_the_time", sa.Boolean(), nullable=False),
        sa.Column("sealed", Sealed(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("received_by", sa.Integer(), nullable=False),
        sa.Column("received_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["received_by"], ["users.id"], name=op.f("fk_received_texts_received_by_users")),
        sa.ForeignKeyConstraint(
            ["round_case_id"], ["round_cases.id"], name=op.f("fk_received_texts_round_case_id_round_cases")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_received_texts")),
        sa.UniqueConstraint("kind", "source_id", name=op.f("uq_received_texts_kind_source_id")),
        sa.UniqueConstraint("round_case_id", "number", name=op.f("uq_received_texts_round_case_id_number")),
    )
    op.create_table(
        "withholdings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("texts", sa.JSON(), nullable=False),
        sa.Column("withheld_by", sa.Integer(), nullable=False),
        sa.Column("withheld_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["release_id"], ["releases.id"], name=op.f("fk_withholdings_release_id_releases")),
        sa.ForeignKeyConstraint(["withheld_by"], ["users.id"], name=op.f("fk_withholdings_withheld_by_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_withholdings")),
        sa.UniqueConstraint("release_id", "withheld_by", name=op.f("uq_withholdings_release_id_withheld_by")),
    )
    op.create_index(op.f("ix_withholdings_release_id"), "withholdings", ["release_id"], unique=False)
    op.create_table(
        "breach_decisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("withholding_id", sa.Integer(), nullable=False),
        sa.Column("decision", sa.String(length=20), nullable=False),
        sa.Column("sealed", Sealed(), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=False),
        sa.Column("decided_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["decided_by"], ["users.id"], name=op.f("fk_breach_decisions_decided_by_users")),
        sa.ForeignKeyConstraint(
            ["withholding_id"], ["withholdings.id"], name=op.f("fk_breach_decisions_withholding_id_withholdings")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_breach_decisions")),
    )
    op.create_index(op.f("ix_breach_decisions_withholding_id"), "breach_decisions", ["withholding_id"], unique=False)
    op.create_table(
        "recall_reasons",
        sa.Column("withholding_id", sa.Integer(), nullable=False),
        sa.Column("sealed", Sealed(), nullable=False),
        sa.ForeignKeyConstraint(
            ["withholding_id"], ["withholdings.id"], name=op.f("fk_recall_reasons_withholding_id_withholdings")
        ),
        sa.PrimaryKeyConstraint("withholding_id", name=op.f("pk_recall_reasons")),
    )
    op.create_table(
        "redaction_returns",
        sa.Column("check_id", sa.Integer(), nullable=False),
        sa.Column("sealed", Sealed(), nullable=False),
        sa.Column("returned_by", sa.Integer(), nullable=False),
        sa.Column("returned_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["check_id"], ["redaction_checks.id"], name=op.f("fk_redaction_returns_check_id_redaction_checks")
        ),
        sa.ForeignKeyConstraint(["returned_by"], ["users.id"], name=op.f("fk_redaction_returns_returned_by_users")),
        sa.PrimaryKeyConstraint("check_id", name=op.f("pk_redaction_returns")),
    )


def downgrade() -> None:
    for table in APPENDED:
        allow(table)
    for table in ("redaction_returns", "recall_reasons", "breach_decisions", "withholdings"):
        op.drop_table(table)
    for table in ("received_texts", "information_requests", "copy_fates", "pack_copies"):
        op.drop_table(table)
    _narrow_checks()


def _narrow_checks() -> None:
    allow("redaction_checks")
    op.execute(
        "CREATE TABLE kept_checks AS SELECT redaction_id, checked_by, checked_at FROM redaction_checks "
        "WHERE id IN (SELECT max(id) FROM redaction_checks GROUP BY redaction_id)"
    )
    op.drop_table("redaction_checks")
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
    op.execute("INSERT INTO redaction_checks SELECT redaction_id, checked_by, checked_at FROM kept_checks")
    op.drop_table("kept_checks")
    refuse("redaction_checks", "UPDATE")
