"""Who has sent apologies for a meeting may take them back: one more word about who comes."""

import sqlalchemy as sa
from alembic import op

from scrutiny_app.migrations.append_only import allow, refuse

revision = "0019_apologies_taken_back"
down_revision = "0018_learning"
branch_labels = None
depends_on = None

BEFORE = "state IN ('present', 'apologies', 'absent')"
AFTER = "state IN ('present', 'apologies', 'absent', 'coming')"
NAME = "ck_attendances_state_known"


def upgrade() -> None:
    _allow_only(AFTER)


def downgrade() -> None:
    _allow_only(BEFORE)


def _allow_only(states: str) -> None:
    """Change which words the table takes; what a shorter list has no word for goes, as it then says nothing."""
    allow("attendances")
    if op.get_bind().dialect.name == "sqlite":
        for deed in ("update", "delete"):
            op.execute(f"DROP TRIGGER attendances_refuses_{deed}")
    op.execute(sa.text(f"DELETE FROM attendances WHERE NOT ({states})"))
    with op.batch_alter_table("attendances") as table:
        table.drop_constraint(op.f(NAME), type_="check")
        table.create_check_constraint(op.f(NAME), states)
    refuse("attendances", "UPDATE", "DELETE")
