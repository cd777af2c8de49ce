"""What parties committed to and revealed is only ever added to; a frame's file is kept as it is, without packing."""

import sqlalchemy as sa
from alembic import op

from scrutiny_app.database import UTCDateTime
from scrutiny_app.migrations.append_only import allow, refuse

revision = "0013_dice_from_afar"
down_revision = "0012_draws_in_full"
branch_labels = None
depends_on = None

FILLED_IN = (
    ("commitment", sa.String(length=64)),
    ("committed_at", UTCDateTime()),
    ("nonce", sa.String(length=128)),
    ("digits", sa.String(length=60)),
    ("revealed_at", UTCDateTime()),
)
# Deed, moment, and what is kept of it. When a party was recorded as silent is on the trail alone.
MOVED = (
    ("commit", "committed_at", "commitment, NULL, NULL", "commitment IS NOT NULL"),
    ("reveal", "revealed_at", "NULL, nonce, digits", "digits IS NOT NULL"),
    ("silence", "frozen_at", "NULL, NULL, NULL", "silent"),
)
NEWEST = "(SELECT max(again.number) FROM dice_deeds AS again WHERE again.frame_id = deed.frame_id AND again.name = deed.name AND again.deed = 'commit')"  # noqa: E501  # one line of SQL


def upgrade() -> None:
    op.create_table(
        "dice_deeds",
        sa.Column("frame_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("deed", sa.String(length=10), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("commitment", sa.String(length=64), nullable=True),
        sa.Column("nonce", sa.String(length=128), nullable=True),
        sa.Column("digits", sa.String(length=60), nullable=True),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.CheckConstraint("deed IN ('commit', 'reveal', 'silence')", name=op.f("ck_dice_deeds_deed_known")),
        sa.CheckConstraint("deed = 'commit' OR number = 1", name=op.f("ck_dice_deeds_commitments_alone_again")),
        sa.ForeignKeyConstraint(
            ["frame_id", "name"],
            ["dice_parties.frame_id", "dice_parties.name"],
            name=op.f("fk_dice_deeds_frame_id_dice_parties"),
        ),
        sa.PrimaryKeyConstraint("frame_id", "name", "deed", "number", name=op.f("pk_dice_deeds")),
    )
    for deed, at, kept, done in MOVED:
        op.execute(
            "INSERT INTO dice_deeds (frame_id, name, deed, number, commitment, nonce, digits, at) "
            f"SELECT frame_id, name, '{deed}', 1, {kept}, {at} "
            f"FROM dice_parties JOIN frames ON frames.id = frame_id WHERE {done}"
        )
    _drop_what_was_filled_in()
    refuse("dice_parties", "UPDATE", "DELETE")
    refuse("dice_deeds", "UPDATE", "DELETE")
    if op.get_bind().dialect.name == "postgresql":  # to pack a frame takes longer than all else that freezing does
        op.execute("ALTER TABLE frame_parts ALTER COLUMN lines SET STORAGE EXTERNAL")


def _drop_what_was_filled_in() -> None:
    for name in (*(name for name, _ in FILLED_IN), "silent"):
        op.drop_column("dice_parties", name)


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE frame_parts ALTER COLUMN lines SET STORAGE EXTENDED")
    for table in ("dice_deeds", "dice_parties"):
        for deed in ("update", "delete"):
            if op.get_bind().dialect.name == "sqlite":
                op.execute(f"DROP TRIGGER IF EXISTS {table}_refuses_{deed}")
        allow(table)
    for name, kind in FILLED_IN:
        op.add_column("dice_parties", sa.Column(name, kind, nullable=True))
    op.add_column("dice_parties", sa.Column("silent", sa.Boolean(), nullable=False, server_default=sa.false()))
    _fill_in_again()
    op.drop_table("dice_deeds")


def _fill_in_again() -> None:
    """Give each party the newest of what it committed to, and what it revealed."""
    ours = "deed.frame_id = dice_parties.frame_id AND deed.name = dice_parties.name"
    newest = f"deed.deed = 'commit' AND deed.number = {NEWEST}"
    for column, kept, which in (
        ("commitment", "commitment", newest),
        ("committed_at", "at", newest),
        ("nonce", "nonce", "deed.deed = 'reveal'"),
        ("digits", "digits", "deed.deed = 'reveal'"),
        ("revealed_at", "at", "deed.deed = 'reveal'"),
    ):
        op.execute(
            f"UPDATE dice_parties SET {column} = (SELECT deed.{kept} FROM dice_deeds AS deed WHERE {ours} AND {which})"
        )
    op.execute(
        "UPDATE dice_parties SET silent = EXISTS "
        f"(SELECT 1 FROM dice_deeds AS deed WHERE {ours} AND deed.deed = 'silence')"
    )
