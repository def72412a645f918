"""Every command: its module, and what it does in one line. Pure."""

#: Name → (module in ``presswatch.cli``, one line), in the order people meet them.
#: A module is imported when its command is called, and not before (start-up).
COMMANDS: dict[str, tuple[str, str]] = {
    "add": ("add", "look at a site, show what was found, and watch it from now on"),
    "sites": ("sites", "what is watched"),
    "pause": ("pause", "leave a site alone for a while"),
    "resume": ("resume", "watch a paused site again"),
    "remove": ("remove", "stop watching a site; what was collected stays"),
    "crawl": ("crawl", "one pass over the sites that are due; prints what changed"),
    "items": ("items", "what is held"),
    "changes": ("changes", "what changed, oldest first"),
    "history": ("history", "everything one item ever said"),
    "diff": ("diff", "what moved between two revisions of an item, word by word"),
    "parse": ("parse", "read pages: files, addresses, or JSON lines on standard input"),
    "compare": ("compare", "is this an edit? two files, or JSON lines"),
    "problems": ("problems", "what could not be captured or believed"),
    "runs": ("runs", "what each run did, met and lost"),
    "held": ("held", "changes that a mass change holds back; release or drop them"),
    "plan": ("plan", "what the next run would ask for, and expects to miss"),
    "archive": ("archive", "list the WARC files, verify them, make a lost store again"),
    "reparse": ("reparse", "read the archive again with today's parsers, no network"),
    "alerts": ("alerts", "who is told what: test, why, pending, deliver, resend"),
    "watch": ("watch", "the service: crawl for ever, each site on its schedule"),
    "status": ("status", "whether all is well"),
}


def overview() -> str:
    """Return what ``presswatch --help`` prints."""
    lines = [f"  {name:<9} {line}" for name, (_, line) in COMMANDS.items()]
    return "\n".join((_HEAD, *lines, "", _FOOT))


_HEAD = """\
presswatch: knows what news sites publish, correct and delete, and can prove it.

usage: presswatch COMMAND [ARGUMENTS] [OPTIONS]

  presswatch add https://press.example/news/   an address is all it needs
  presswatch crawl                             one pass; prints what changed

commands:"""

_FOOT = """\
options of every command (they follow its name):
  --home DIR   where everything that is kept lies, else $PRESSWATCH_HOME, else output/
  --json       one JSON object a line
  --help       what the command takes

exit status: 0 well, 1 a bug, 2 usage or configuration, 3 problems told, 4 another run
holds the site, 5 stopped by a signal
"""
