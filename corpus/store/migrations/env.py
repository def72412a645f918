"""How Alembic reaches the store: over the connection that asked for it."""

from alembic import context

from corpus.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata
)
context.run_migrations()
