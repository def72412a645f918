"""The first tables."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = Path(__file__).with_suffix(".sql")


def upgrade() -> None:
    """Make every table."""
    for statement in TABLES.read_text(encoding="utf-8").split(";\n"):
        op.execute(statement)


def downgrade() -> None:
    """Drop every table, those first that refer to others."""
    lines = TABLES.read_text(encoding="utf-8").splitlines()
    names = [line.split()[2] for line in lines if line.startswith("CREATE TABLE ")]
    for name in reversed(names):
        op.drop_table(name)
