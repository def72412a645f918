"""The process in which large and strange pages are read; see ``crawler/worker.py``.

It answers one page after the other until its standard input ends. Nobody waits for it
long: what takes too much memory or time ends it.
"""

import json
import resource
import signal
import sys

from crawler.reading_lines import ARTICLE, CAPTURE, LISTING, TEASER
from crawler.worker import SECONDS
from parsers.article import parse_article
from parsers.listing import parse_listing
from parsers.profile import load_profile
from parsers.rules import load_rules


def main(memory: int) -> None:
    """Read pages; the first line says that everything is loaded."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the keys mean the run, not us
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    source, answers = sys.stdin.buffer, sys.stdout.buffer
    answers.write(b"ready\n")
    answers.flush()
    while line := source.readline():
        signal.alarm(2 * int(SECONDS))  # should the run be killed meanwhile
        answers.write(read(line, source.read(json.loads(line)["bytes"])) + b"\n")
        answers.flush()
        signal.alarm(0)


def read(line: bytes, payload: bytes) -> bytes:
    """Return what one page says, as a line."""
    head = json.loads(line)
    capture = CAPTURE.validate_python({**head["capture"], "payload": payload})
    rules = load_rules(head["rules"]) if head["rules"] else None
    if head["what"] == "listing":
        found = parse_listing(capture, rules=rules, places=head["places"])
        return LISTING.dump_json(found)
    profile = load_profile(head["profile"]) if head["profile"] else None
    teaser = TEASER.validate_python(head["teaser"]) if head["teaser"] else None
    article = parse_article(capture, profile=profile, rules=rules, teaser=teaser)
    return ARTICLE.dump_json(article)


if __name__ == "__main__":
    main(int(sys.argv[1]))
