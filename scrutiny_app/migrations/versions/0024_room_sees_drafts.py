"""The chair may show the room the words of a finding that is saved and not signed."""

import sqlalchemy as sa
from alembic import op

revision = "0024_room_sees_drafts"
down_revision = "0023_sent_back"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("meetings", sa.Column("showing_draft", sa.Boolean, nullable=False, server_default=sa.false()))


def downgrade() -> None:
    op.drop_column("meetings", "showing_draft")
