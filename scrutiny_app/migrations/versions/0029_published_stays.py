"""What was published of volumes, and what stood the attack, is only added to: the database refuses to change it."""

from alembic import op

from scrutiny_app.migrations.append_only import allow, refuse

revision = "0029_published_stays"
down_revision = "0028_policy_checks"
branch_labels = None
depends_on = None

TABLES = ("published_volumes", "public_attacks")


def upgrade() -> None:
    for table in TABLES:
        refuse(table, "UPDATE", "DELETE")


def downgrade() -> None:
    for table in TABLES:
        allow(table)
        if op.get_bind().dialect.name != "postgresql":
            for deed in ("update", "delete"):
                op.execute(f"DROP TRIGGER {table}_refuses_{deed}")
