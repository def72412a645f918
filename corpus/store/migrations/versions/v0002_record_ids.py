"""The id of each response's record, so that a revisit can name it unread.

Rows that stood here before have none; their records are read when they are needed.
"""

import sqlalchemy
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("captures", sqlalchemy.Column("record_id", sqlalchemy.Text))


def downgrade() -> None:
    """Drop the column."""
    op.drop_column("captures", "record_id")
