"""Tables of volumes made for publication are kept: the next are attacked together with them."""

import sqlalchemy as sa
from alembic import op

revision = "0026_published_volumes"
down_revision = "0025_year_paces"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "published_volumes",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("force", sa.String(120), nullable=False, index=True),
        sa.Column("content", sa.JSON, nullable=False),
        sa.Column("made_by", sa.Integer, sa.ForeignKey("users.id"), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("published_volumes")
