"""Lines of words in styles: colours on a terminal, the words alone elsewhere.

A pipe or a file needs no Rich, whose import is five megabytes of a crawl's peak.
"""

import os
import sys

from presswatch.cli.showing.screen import show, write
from scheduler.alerting.safe import one_line

#: Words and the style that a terminal shows them in, as Rich names styles.
Span = tuple[str, str]


def has_colour() -> bool:
    """Whether standard output shows colours, and so needs no signs in their stead."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def show_line(*spans: Span, indent: int = 0) -> None:
    """Print clean words, each span in its style, as far in as is said."""
    if sys.stdout.isatty():
        from rich.padding import Padding
        from rich.text import Text

        text = Text.assemble(*spans)
        show(Padding(text, (0, 0, 0, indent)) if indent else text)
        return
    words = "".join(text for text, _ in spans)
    lines = (" " * indent + line for line in words.splitlines())
    write("".join(line.rstrip() + "\n" for line in lines))


def show_address(url: str, *, indent: int = 0) -> None:
    """Print an address on a line of its own, unbroken, so that it can be copied."""
    clean = " " * indent + one_line(url, 8000)
    if sys.stdout.isatty():
        from rich.text import Text

        show(Text(clean, style="cyan"), is_whole=True)
    else:
        write(clean + "\n")


def show_words(text: str, style: str, *, indent: int = 0) -> None:
    """Print text from anywhere on one clean line in one style."""
    clean = one_line(text, 2000)
    if "://" in clean and sys.stdout.isatty():
        from rich.text import Text

        show(Text(" " * indent + clean, style=style), is_whole=True)
    else:
        show_line((clean, style), indent=indent)
