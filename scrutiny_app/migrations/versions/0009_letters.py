"""Letters and replies."""

import sqlalchemy as sa
from alembic import op

from scrutiny_app.database import Sealed, UTCDateTime
from scrutiny_app.migrations.append_only import allow, refuse

revision = "0009_letters"
down_revision = "0008_findings"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "letters",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.Column("addressee", sa.String(length=20), nullable=False),
        sa.Column("sealed", Sealed(), nullable=False),
        sa.Column("edited_by", sa.Integer(), nullable=False),
        sa.Column("edited_at", UTCDateTime(), nullable=False),
        sa.Column("to_user_id", sa.Integer(), nullable=True),
        sa.Column("sent_by", sa.Integer(), nullable=True),
        sa.Column("sent_at", UTCDateTime(), nullable=True),
        sa.Column("acknowledged_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint(
            "addressee IN ('officer', 'decision_maker', 'supervisor')", name=op.f("ck_letters_addressee_known")
        ),
        sa.CheckConstraint("(sent_at IS NULL) = (to_user_id IS NULL)", name=op.f("ck_letters_sent_to_someone")),
        sa.CheckConstraint(
            "acknowledged_at IS NULL OR sent_at IS NOT NULL", name=op.f("ck_letters_sent_before_acknowledged")
        ),
        sa.ForeignKeyConstraint(["edited_by"], ["users.id"], name=op.f("fk_letters_edited_by_users")),
        sa.ForeignKeyConstraint(["finding_id"], ["findings.id"], name=op.f("fk_letters_finding_id_findings")),
        sa.ForeignKeyConstraint(["sent_by"], ["users.id"], name=op.f("fk_letters_sent_by_users")),
        sa.ForeignKeyConstraint(["to_user_id"], ["users.id"], name=op.f("fk_letters_to_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letters")),
        sa.UniqueConstraint("finding_id", "addressee", name=op.f("uq_letters_finding_id_addressee")),
    )
    op.create_index(op.f("ix_letters_to_user_id"), "letters", ["to_user_id"], unique=False)
    op.create_table(
        "replies",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.Column("sealed", Sealed(), nullable=False),
        sa.Column("written_by", sa.Integer(), nullable=False),
        sa.Column("written_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f("fk_replies_letter_id_letters")),
        sa.ForeignKeyConstraint(["written_by"], ["users.id"], name=op.f("fk_replies_written_by_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_replies")),
    )
    op.create_index(op.f("ix_replies_letter_id"), "replies", ["letter_id"], unique=False)
    refuse("replies", "UPDATE")


def downgrade() -> None:
    allow("replies")
    op.drop_index(op.f("ix_replies_letter_id"), table_name="replies")
    op.drop_table("replies")
    op.drop_index(op.f("ix_letters_to_user_id"), table_name="letters")
    op.drop_table("letters")
