"""Draws in full: plans of many kinds, marks, totals, outside numbers, dice from afar, and what became of a draw."""

import sqlalchemy as sa
from alembic import op

from scrutiny_app.database import Sealed, UTCDateTime
from scrutiny_app.migrations.append_only import allow, refuse

revision = "0012_draws_in_full"
down_revision = "0011_attachments"
branch_labels = None
depends_on = None

ADDED = (
    ("strata", sa.JSON(), '["disposal"]'),
    ("rule", sa.String(length=20), "proportional"),
    ("targeted", sa.Boolean(), sa.false()),
)
FACETS = (
    *(("force", 120, True), ("area", 200, False), ("offence_group", 40, True), ("class_of_trial", 20, False)),
    *(("outcome_code", 4, True), ("disposal", 40, True), ("tier", 200, False), ("age_group", 10, False)),
    *(("sex", 10, False), ("ethnicity", 20, False)),
)
FLAGS = ("domestic_abuse", "hate", "weapon", "sexual", "child_involved")
KEPT = "id, draw_id, case_id, dossier_version, stratum, position, kind, ticket"  # of a pick, for ever


def upgrade() -> None:
    _widen_rounds()
    op.add_column("round_cases", sa.Column("withdrawn_at", UTCDateTime(), nullable=True))
    with op.batch_alter_table("frames") as frames:
        frames.drop_constraint(op.f("uq_frames_round_id"), type_="unique")
    op.create_index(op.f("ix_frames_round_id"), "frames", ["round_id"])
    op.add_column("draws", sa.Column("witnessed_by", sa.String(length=400), nullable=False, server_default=""))
    op.add_column("draws", sa.Column("how", sa.String(length=20), nullable=False, server_default="dice"))
    allow("picks")
    with op.batch_alter_table("picks") as picks:
        picks.alter_column("stratum", type_=sa.String(length=1000), existing_type=sa.String(length=200))
    _let_reserves_be_placed()
    if op.get_bind().dialect.name == "sqlite":  # the triggers went with the table
        refuse("frames", "UPDATE", "DELETE")
    _make_tables()
    _index_corrections()
    _tally()


def _tally() -> None:
    op.create_table(
        "tallies",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cases", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(length=size), nullable=not needed) for name, size, needed in FACETS),
        sa.Column("disposal_date", sa.Date(), nullable=False),
        *(sa.Column(name, sa.Boolean(), nullable=True) for name in FLAGS),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tallies")),
    )
    op.create_index(op.f("ix_tallies_force_disposal_date"), "tallies", ["force", "disposal_date"])
    op.create_table(
        "tallied",
        sa.Column("force", sa.String(length=120), nullable=False),
        sa.Column("extract_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["extract_id"], ["extracts.id"], name=op.f("fk_tallied_extract_id_extracts")),
        sa.PrimaryKeyConstraint("force", name=op.f("pk_tallied")),
    )


def _index_corrections() -> None:
    which = sa.text("version > 1")
    op.create_index("ix_cases_corrected", "cases", ["force"], sqlite_where=which, postgresql_where=which)


def _widen_rounds() -> None:
    for name, kind, default in ADDED:
        op.add_column("rounds", sa.Column(name, kind, nullable=False, server_default=default))
    op.add_column("rounds", sa.Column("cap", sa.Integer(), nullable=True))
    op.add_column("rounds", sa.Column("theme", sa.JSON(), nullable=True))
    op.add_column("rounds", sa.Column("dropped_at", UTCDateTime(), nullable=True))
    cast = "::json" if op.get_bind().dialect.name == "postgresql" else ""
    op.execute(f"""UPDATE rounds SET strata = ('["' || stratum || '"]'){cast}""")
    with op.batch_alter_table("rounds") as rounds:
        rounds.drop_column("stratum")


def _let_reserves_be_placed() -> None:
    """Let a pick's place in its round be given once, and all else of it never change."""
    if op.get_bind().dialect.name == "postgresql":
        refuse("picks", "DELETE")
        op.execute(
            f"CREATE TRIGGER picks_refuses_update BEFORE UPDATE OF {KEPT} ON picks "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_picks()"
        )
        op.execute(
            "CREATE TRIGGER picks_refuses_moving BEFORE UPDATE OF round_case_id ON picks "
            "FOR EACH ROW WHEN (OLD.round_case_id IS NOT NULL) EXECUTE FUNCTION refuse_picks()"
        )
        return
    refuse("picks", "DELETE")
    abort = "BEGIN SELECT RAISE(ABORT, 'picks is append-only'); END"
    op.execute(f"CREATE TRIGGER picks_refuses_update BEFORE UPDATE OF {KEPT} ON picks {abort}")
    op.execute(
        "CREATE TRIGGER picks_refuses_moving BEFORE UPDATE OF round_case_id ON picks "
        f"WHEN OLD.round_case_id IS NOT NULL {abort}"
    )


def _make_tables() -> None:
    op.create_table(
        "frame_parts",
        sa.Column("draw_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("lines", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["draw_id"],
            ["frames.draw_id"],
            name=op.f("fk_frame_parts_draw_id_frames"),
            deferrable=True,
            initially="DEFERRED",
        ),
        sa.PrimaryKeyConstraint("draw_id", "number", name=op.f("pk_frame_parts")),
    )
    op.execute(
        "INSERT INTO frame_parts (draw_id, number, lines) "
        "SELECT draw_id, 0, frame FROM frame_files JOIN frames ON frames.id = frame_id"
    )
    allow("frame_files")
    with op.batch_alter_table("frame_files") as files:
        files.drop_column("frame")
    refuse("frame_files", "UPDATE")
    refuse("frame_parts", "UPDATE")
    op.create_table(
        "chosen_cases",
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_chosen_cases_case_id_cases")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_chosen_cases_round_id_rounds")),
        sa.PrimaryKeyConstraint("round_id", "case_id", name=op.f("pk_chosen_cases")),
    )
    op.create_table(
        "case_marks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("mark", sa.String(length=20), nullable=False),
        sa.Column("reason", Sealed(), nullable=False),
        sa.Column("marked_by", sa.Integer(), nullable=False),
        sa.Column("marked_at", UTCDateTime(), nullable=False),
        sa.Column("lifted_by", sa.Integer(), nullable=True),
        sa.Column("lifted_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint("mark IN ('complaint', 'appeal')", name=op.f("ck_case_marks_mark_known")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_marks_case_id_cases")),
        sa.ForeignKeyConstraint(["lifted_by"], ["users.id"], name=op.f("fk_case_marks_lifted_by_users")),
        sa.ForeignKeyConstraint(["marked_by"], ["users.id"], name=op.f("fk_case_marks_marked_by_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_marks")),
    )
    op.create_index(op.f("ix_case_marks_case_id"), "case_marks", ["case_id"])
    op.create_table(
        "outcome_totals",
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("disposal", sa.String(length=40), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("entered_by", sa.Integer(), nullable=False),
        sa.Column("entered_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint("total >= 0", name=op.f("ck_outcome_totals_total_counts")),
        sa.ForeignKeyConstraint(["entered_by"], ["users.id"], name=op.f("fk_outcome_totals_entered_by_users")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_outcome_totals_round_id_rounds")),
        sa.PrimaryKeyConstraint("round_id", "disposal", name=op.f("pk_outcome_totals")),
    )
    op.create_table(
        "named_numbers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("source", sa.String(length=20), nullable=False),
        sa.Column("named_by", sa.Integer(), nullable=False),
        sa.Column("named_at", UTCDateTime(), nullable=False),
        sa.Column("answer", sa.String(length=20), nullable=True),
        sa.Column("reason", sa.String(length=40), nullable=True),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("answered_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint("answer IN ('in_frame', 'excluded', 'absent')", name=op.f("ck_named_numbers_answer_known")),
        sa.CheckConstraint(
            "(answer IS NULL) = (answered_by IS NULL)", name=op.f("ck_named_numbers_answer_by_somebody")
        ),
        sa.ForeignKeyConstraint(["answered_by"], ["users.id"], name=op.f("fk_named_numbers_answered_by_users")),
        sa.ForeignKeyConstraint(["named_by"], ["users.id"], name=op.f("fk_named_numbers_named_by_users")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_named_numbers_round_id_rounds")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_named_numbers")),
        sa.UniqueConstraint("round_id", "number", name=op.f("uq_named_numbers_round_id_number")),
    )
    op.create_table(
        "dice_parties",
        sa.Column("frame_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("of_force", sa.Boolean(), nullable=False),
        sa.Column("commitment", sa.String(length=64), nullable=True),
        sa.Column("committed_at", UTCDateTime(), nullable=True),
        sa.Column("nonce", sa.String(length=128), nullable=True),
        sa.Column("digits", sa.String(length=60), nullable=True),
        sa.Column("revealed_at", UTCDateTime(), nullable=True),
        sa.Column("silent", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["frame_id"], ["frames.id"], name=op.f("fk_dice_parties_frame_id_frames")),
        sa.PrimaryKeyConstraint("frame_id", "name", name=op.f("pk_dice_parties")),
    )
    op.create_table(
        "draw_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("frame_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("round_case_id", sa.Integer(), nullable=True),
        sa.Column("ground", sa.String(length=40), nullable=True),
        sa.Column("leave_empty", sa.Boolean(), nullable=False),
        sa.Column("proposed_by", sa.Integer(), nullable=False),
        sa.Column("proposed_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint("kind IN ('replace', 'void', 'grow')", name=op.f("ck_draw_changes_kind_known")),
        sa.ForeignKeyConstraint(["frame_id"], ["frames.id"], name=op.f("fk_draw_changes_frame_id_frames")),
        sa.ForeignKeyConstraint(["proposed_by"], ["users.id"], name=op.f("fk_draw_changes_proposed_by_users")),
        sa.ForeignKeyConstraint(
            ["round_case_id"], ["round_cases.id"], name=op.f("fk_draw_changes_round_case_id_round_cases")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draw_changes")),
    )
    op.create_index(op.f("ix_draw_changes_frame_id"), "draw_changes", ["frame_id"])
    op.create_table(
        "draw_decisions",
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("approved", sa.Boolean(), nullable=False),
        sa.Column("into_id", sa.Integer(), nullable=True),
        sa.Column("accounts", sa.JSON(), nullable=True),
        sa.Column("decided_by", sa.Integer(), nullable=False),
        sa.Column("decided_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["change_id"], ["draw_changes.id"], name=op.f("fk_draw_decisions_change_id_draw_changes")
        ),
        sa.ForeignKeyConstraint(["decided_by"], ["users.id"], name=op.f("fk_draw_decisions_decided_by_users")),
        sa.ForeignKeyConstraint(["into_id"], ["round_cases.id"], name=op.f("fk_draw_decisions_into_id_round_cases")),
        sa.PrimaryKeyConstraint("change_id", name=op.f("pk_draw_decisions")),
    )
    op.create_table(
        "change_reasons",
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("reason", Sealed(), nullable=False),
        sa.ForeignKeyConstraint(
            ["change_id"], ["draw_changes.id"], name=op.f("fk_change_reasons_change_id_draw_changes")
        ),
        sa.PrimaryKeyConstraint("change_id", name=op.f("pk_change_reasons")),
    )
    refuse("change_reasons", "UPDATE", "DELETE")
    refuse("draw_changes", "UPDATE", "DELETE")
    refuse("draw_decisions", "UPDATE", "DELETE")


def downgrade() -> None:
    op.drop_table("tallied")
    op.drop_table("tallies")
    op.drop_index("ix_cases_corrected", table_name="cases")
    for name in ("change_reasons", "draw_decisions", "draw_changes", "frame_parts", "frame_files", "picks", "frames"):
        allow(name)
    for name in ("change_reasons", "draw_decisions", "draw_changes", "dice_parties"):
        op.drop_table(name)
    for name in ("named_numbers", "outcome_totals", "case_marks", "chosen_cases"):
        op.drop_table(name)
    with op.batch_alter_table("frame_files") as files:
        files.add_column(sa.Column("frame", sa.LargeBinary(), nullable=False, server_default=""))
    op.drop_table("frame_parts")
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER IF EXISTS picks_refuses_moving")
    with op.batch_alter_table("picks") as picks:
        picks.alter_column("stratum", type_=sa.String(length=200), existing_type=sa.String(length=1000))
    op.drop_column("draws", "how")
    op.drop_column("draws", "witnessed_by")
    op.drop_index(op.f("ix_frames_round_id"), table_name="frames")
    with op.batch_alter_table("frames") as frames:
        frames.create_unique_constraint(op.f("uq_frames_round_id"), ["round_id"])
    for name in ("frames", "picks"):
        refuse(name, "UPDATE", "DELETE")
    refuse("frame_files", "UPDATE")
    op.drop_column("round_cases", "withdrawn_at")
    with op.batch_alter_table("rounds") as rounds:
        rounds.add_column(sa.Column("stratum", sa.String(length=30), nullable=False, server_default="disposal"))
        for name in ("dropped_at", "theme", "cap", *(name for name, _kind, _default in ADDED)):
            rounds.drop_column(name)
