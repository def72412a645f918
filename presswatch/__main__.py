"""The way in: ``presswatch``, also ``python -m presswatch``. Imports late."""

import os
import signal
import sys
from collections.abc import Sequence

#: As in the contract; ``presswatch.cli.endings`` is not imported yet.
_STOPPED = 5


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    _open_closed_streams()
    # a command listens for itself, once all that it needs is imported
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        print("presswatch: stopped", file=sys.stderr)
        return _STOPPED


def _run(arguments: Sequence[str] | None) -> int:
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["--version"]:
        from presswatch import __version__

        print(f"presswatch {__version__}")
        return 0
    if not given or given[0] in ("--help", "-h", "help"):
        from presswatch.cli.run import introduce

        return introduce(is_asked=bool(given))
    from presswatch.cli.run import run

    return run(given)


def _open_closed_streams() -> None:
    """Open what the caller closed, lest a file of ours be taken for it."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            null = open(os.devnull, mode, encoding="utf-8")  # noqa: SIM115
            setattr(sys, name, null)


if __name__ == "__main__":
    sys.exit(main())
