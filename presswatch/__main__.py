"""The way in: ``presswatch``, also ``python -m presswatch``. Imports late."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["--version"]:
        from presswatch import __version__

        print(f"presswatch {__version__}")
        return 0
    if not given or given[0] in ("--help", "-h", "help"):
        from presswatch.cli.table import overview

        print(overview(), file=sys.stdout if given else sys.stderr)
        return 0 if given else 2
    from presswatch.cli.run import run

    return run(given)


if __name__ == "__main__":
    sys.exit(main())
