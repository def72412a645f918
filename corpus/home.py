"""Where everything that is kept lies: one folder, a name for each thing in it."""

import re
from dataclasses import dataclass
from pathlib import Path

#: What a site's name may be made of, since files are named by it.
SITE_NAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,250}[a-z0-9])?")


@dataclass(frozen=True, slots=True)
class Home:
    """The folder that ``--home`` names.

    >>> Home(Path("output")).site_file("press.harbour.example").name
    'press.harbour.example.toml'
    """

    root: Path

    @property
    def sites(self) -> Path:
        """The site files."""
        return self.root / "sites"

    @property
    def store(self) -> Path:
        """The database."""
        return self.root / "presswatch.sqlite"

    @property
    def archive(self) -> Path:
        """The WARC files, a folder a site."""
        return self.root / "archive"

    @property
    def alerts(self) -> Path:
        """The alert rules and channels."""
        return self.root / "alerts.toml"

    @property
    def fixtures(self) -> Path:
        """Pages of sites in trouble, a folder a site."""
        return self.root / "fixtures"

    @property
    def logs(self) -> Path:
        """Traces of bugs."""
        return self.root / "logs"

    def site_file(self, name: str) -> Path:
        """Return where a site's file lies; ``ValueError`` for what is no name."""
        if not SITE_NAME.fullmatch(name) or ".." in name:
            raise ValueError(
                f"not a site's name: {name!r}; small letters, digits and . _ - within"
            )
        return self.sites / f"{name}.toml"
