"""With which status a command ends that could not do what it should."""

from importlib import import_module

import pytest

from presswatch.cli.endings import _STATUSES


@pytest.mark.promise("R7")
@pytest.mark.parametrize("name", sorted(_STATUSES))
def test_every_error_that_has_a_status_is_one_of_ours(name: str) -> None:
    """They are known by name alone: one that was moved would be called a bug."""
    module, _, kind = name.rpartition(".")
    found = getattr(import_module(module), kind)
    assert issubclass(found, Exception)
    assert f"{found.__module__}.{found.__qualname__}" == name
