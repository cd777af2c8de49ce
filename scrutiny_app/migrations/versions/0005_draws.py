"""Frames, draws and picks."""

import sqlalchemy as sa
from alembic import op

from scrutiny_app.database import UTCDateTime
from scrutiny_app.migrations.append_only import allow, refuse

revision = "0005_draws"
down_revision = "0004_rounds"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "frames",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("draw_id", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("exclusions_digest", sa.String(length=64), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("exclusions", sa.JSON(), nullable=False),
        sa.Column("allocation", sa.JSON(), nullable=False),
        sa.Column("rules", sa.JSON(), nullable=False),
        sa.Column("targeted", sa.Boolean(), nullable=False),
        sa.Column("frozen_by", sa.Integer(), nullable=False),
        sa.Column("frozen_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["frozen_by"], ["users.id"], name=op.f("fk_frames_frozen_by_users")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_frames_round_id_rounds")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_frames")),
        sa.UniqueConstraint("draw_id", name=op.f("uq_frames_draw_id")),
        sa.UniqueConstraint("round_id", name=op.f("uq_frames_round_id")),
    )
    op.create_table(
        "draws",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("frame_id", sa.Integer(), nullable=False),
        sa.Column("dice", sa.String(length=400), nullable=False),
        sa.Column("rolled_by", sa.String(length=400), nullable=False),
        sa.Column("drawn_by", sa.Integer(), nullable=False),
        sa.Column("drawn_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["drawn_by"], ["users.id"], name=op.f("fk_draws_drawn_by_users")),
        sa.ForeignKeyConstraint(["frame_id"], ["frames.id"], name=op.f("fk_draws_frame_id_frames")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draws")),
        sa.UniqueConstraint("frame_id", name=op.f("uq_draws_frame_id")),
    )
    op.create_table(
        "frame_files",
        sa.Column("frame_id", sa.Integer(), nullable=False),
        sa.Column("frame", sa.LargeBinary(), nullable=False),
        sa.Column("exclusions", sa.LargeBinary(), nullable=False),
        sa.Column("versions", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["frame_id"], ["frames.id"], name=op.f("fk_frame_files_frame_id_frames")),
        sa.PrimaryKeyConstraint("frame_id", name=op.f("pk_frame_files")),
    )
    op.create_table(
        "picks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("draw_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("dossier_version", sa.Integer(), nullable=False),
        sa.Column("stratum", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("ticket", sa.String(length=64), nullable=False),
        sa.Column("round_case_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("kind IN ('pick', 'reserve')", name=op.f("ck_picks_kind_known")),
        sa.ForeignKeyConstraint(
            ["case_id", "dossier_version"],
            ["dossiers.case_id", "dossiers.version"],
            name=op.f("fk_picks_case_id_dossier_version_dossiers"),
        ),
        sa.ForeignKeyConstraint(["draw_id"], ["draws.id"], name=op.f("fk_picks_draw_id_draws")),
        sa.ForeignKeyConstraint(["round_case_id"], ["round_cases.id"], name=op.f("fk_picks_round_case_id_round_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_picks")),
        sa.UniqueConstraint("draw_id", "case_id", name=op.f("uq_picks_draw_id_case_id")),
        sa.UniqueConstraint("draw_id", "stratum", "position", name=op.f("uq_picks_draw_id_stratum_position")),
        sa.UniqueConstraint("round_case_id", name=op.f("uq_picks_round_case_id")),
    )
    refuse("frames", "UPDATE", "DELETE")
    refuse("draws", "UPDATE", "DELETE")
    refuse("frame_files", "UPDATE")
    refuse("picks", "UPDATE", "DELETE")


def downgrade() -> None:
    allow("frames")
    allow("draws")
    allow("frame_files")
    allow("picks")
    op.drop_table("picks")
    op.drop_table("frame_files")
    op.drop_table("draws")
    op.drop_table("frames")
