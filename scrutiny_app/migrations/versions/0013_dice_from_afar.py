"""What parties committed to and revealed is only ever added to."""

revision = "0013_dice_from_afar"
down_revision = "0012_draws_in_full"
branch_labels = None
depends_on = None


def upgrade() -> None: ...


def downgrade() -> None: ...
