"""What an answer says of a known item: as before, edited, gone, or not to be believed.

Pure: values in, a verdict out. What needs a second look is said to be doubtful.
"""

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from crawler.items.code_shown import code_in, is_misread
from crawler.items.due import SLACK, next_look, next_look_at_removed
from parsers.model import Article, ItemStatus, Problem, ProblemKind
from parsers.text import same_words

#: A text that keeps less than this share of its length is doubtful.
SHRUNK = 0.4
#: Characters under which a text is too short to have shrunk.
SHORT = 400
#: Two texts that share less than this of their phrases are not the same page's.
ALIKE = 0.3
#: Words of a phrase: one office says all with the same words, but not in one order.
PHRASE = 5
#: Letters read twice as two, from this many on, are no coincidence.
GARBLED = 3
# What trail bytes are in Cyrillic. Some stand behind \u0420 and \u0421 in words too, as
# letters of Ukrainian or Serbian and signs behind a name, but not before another pair.
_TRAIL = "[\u00a0-\u00bf\u0402-\u040f\u0452-\u045f\u2018-\u203a]"
_PLAIN = (
    "[\u00a0\u00ab\u00bb\u0402\u0404\u0406-\u040b\u040e\u040f\u0452\u0454\u0456-\u045b"
    "\u045e\u045f\u2013\u2014\u2018-\u201e\u2026]"
)
# UTF-8 read as a single-byte encoding: a lead byte's letter, then a trail byte's sign
# (the first set holds all that one may begin with: other letters are passed over fast)
_MOJIBAKE = re.compile(
    "[\u00c2\u00c3\u00c5\u00d0\u00d1\u00d8\u00d9\u00e2\u0420\u0421](?:"
    "(?<![\u00e2\u0420\u0421])[\u0080-\u00bf\u2018-\u203a\u20ac]"
    f"|(?<=[\u0420\u0421])(?!{_PLAIN}(?![\u0420\u0421]{_TRAIL})){_TRAIL}"
    "|(?<=\u00e2)\u20ac"
    # a blank that must not break a line, of which readers keep a blank
    "|(?<=\\S\u00c2)(?=\\s))"
)

#: Runs that must agree before a doubtful reading is believed.
AGREEING_RUNS = 3
#: How far apart they must be.
AGREEING_APART = timedelta(hours=6)

#: What is said of an address that shows what another one is known to say.
ANOTHERS = Problem(kind=ProblemKind.MISMATCH, detail="shows another item's text")
#: What is said of a page that was whole and is so no more.
CUT = Problem(
    kind=ProblemKind.TRUNCATED,
    detail="the page breaks off before its end, which it had until now",
)


def doubt_edit(old: Mapping[str, Any], new: Article) -> Problem | None:
    """Return why a reading that differs should not be believed at first sight.

    ``old`` is the article as the store keeps it.

    >>> old = {"title": "Ferry late", "body": "Fog over the harbour. " * 40}
    >>> doubt_edit(old, Article(url="", title="Ferry late", body="Fog.")).kind.value
    'extractor'
    >>> doubt_edit(old, Article(url="", title="Ferry late", body=old["body"] + "!"))
    """
    before, now = _text(old), f"{new.title} {new.body}"
    if is_misread(now, before) or (is_garbled(now) and not is_garbled(before)):
        return _doubt(
            new, ProblemKind.ENCODING, "the text is damaged by a wrong encoding"
        )
    code = code_in(new.title, new.body)
    if code and not code_in(old["title"], old["body"]):
        told = f"shows code in the place of words: {code[0][:40]}"
        return _doubt(new, ProblemKind.EXTRACTOR, told)
    if old["title"] and not new.title:
        return _doubt(new, ProblemKind.EXTRACTOR, "the title is gone")
    if len(old["body"]) >= SHORT and not new.body:
        return _doubt(new, ProblemKind.EXTRACTOR, "the text is gone")
    has_same_title = same_words(old["title"]) == same_words(new.title)
    if not has_same_title and overlap(before, now) < ALIKE:
        return _doubt(new, ProblemKind.MISMATCH, "shows an altogether different text")
    if len(old["body"]) >= SHORT and len(new.body) < SHRUNK * len(old["body"]):
        share = round(100 * len(new.body) / len(old["body"]))
        return _doubt(
            new, ProblemKind.EXTRACTOR, f"the text shrank to {share} % of what it was"
        )
    return None


def is_garbled(text: str) -> bool:
    """Tell whether a text was decoded wrongly: marks of lost bytes, doubled letters.

    >>> is_garbled("Bord\ufffdr crossings"), is_garbled("naÃ¯ve cafÃ© dÃ©jÃ  vu")
    (True, True)
    >>> is_garbled("Pier 1.Â Open.Â The harbour office.Â Closed.")
    True
    >>> is_garbled("naïve café"), is_garbled("Åse Ðorđević")
    (False, False)
    >>> is_garbled("Рівне, Ріг, Січень: «ЕАЭС», «СССР»"), is_garbled("РџРѕСЂС‚ СЃРІРѕР")
    (False, True)
    """
    if text.isascii():
        return False
    return "\ufffd" in text or len(_MOJIBAKE.findall(text)) >= GARBLED


def overlap(one: str, other: str) -> float:
    """Return the share of the shorter text's phrases that the other has too, 0 to 1.

    >>> overlap("fog over the harbour at noon", "fog over the harbour at one o'clock")
    0.5
    >>> overlap("fog over the sea", "the fog over sea")
    0.0
    """
    first, second = _words(one), _words(other)
    size = min(PHRASE, len(first), len(second))
    if not size:
        return 0.0
    mine, theirs = _phrases(first, size), _phrases(second, size)
    shorter = min(mine.total(), theirs.total())
    return (mine & theirs).total() / shorter


def _phrases(words: list[str], size: int) -> Counter[tuple[str, ...]]:
    return Counter(zip(*(words[n:] for n in range(size)), strict=False))


def gone_values(known: Any, *, how: str, now: datetime, run_id: int) -> dict[str, Any]:
    """Return the columns of an item that was found gone; the first time is kept.

    A clock that was set back begins the proof anew.
    """
    values: dict[str, Any] = {"looked_run": run_id}
    if known.status == ItemStatus.REMOVED:
        last_seen = known.last_seen or known.first_seen
        due_at = next_look_at_removed(last_seen=last_seen, now=now)
        return values | {"due_at": due_at}
    values |= {
        "status": str(ItemStatus.PENDING),
        "due_at": None,
        "gone_last_run": run_id,
        "gone_how": how,
    }
    if known.gone_at is None or now < known.gone_at:
        values |= {"gone_at": now, "gone_run": run_id}
    return values


def alive_values(
    known: Any,
    *,
    now: datetime,
    run_id: int,
    published_on: str | None,
) -> dict[str, Any]:
    """Return the columns of an item that answered as an article."""
    due_at = next_look(
        item_id=known.id,
        now=now,
        first_seen=known.first_seen,
        is_baseline=known.is_baseline,
        published=date.fromisoformat(published_on) if published_on else None,
        is_first=known.revision_id is None,
    )
    values: dict[str, Any] = {
        "status": str(ItemStatus.LIVE),
        "last_seen": now,
        "looked_run": run_id,
        "published_on": published_on,
        "due_at": due_at and (_planned(known, now) or due_at),
    }
    if known.status == ItemStatus.REMOVED and known.revision_id is not None:
        values["restored_run"] = run_id  # what was never read is new, not back
    if known.gone_at is not None:
        values |= {
            "gone_at": None,
            "gone_run": None,
            "gone_last_run": None,
            "gone_how": None,
        }
    if known.suspect is not None:
        values["suspect"] = None
    return values


def _planned(known: Any, now: datetime) -> datetime | None:
    """Return the look that an earlier run of the same hours planned, if one did."""
    if known.due_at is None or known.due_at <= now or known.last_seen is None:
        return None
    return known.due_at if abs(now - known.last_seen) < SLACK else None


def suspect_values(
    known: Any, *, fingerprint: str, problem: Problem, run_id: int, now: datetime
) -> dict[str, Any]:
    """Return the columns of an item whose reading is kept aside once more."""
    is_soon = _is_soon_after(known.suspect, fingerprint, now)
    return {
        "looked_run": run_id,
        "suspect": {
            "fingerprint": fingerprint,
            "kind": str(problem.kind),
            "runs": agreeing_runs(known, fingerprint, now=now) + 1,
            "at": known.suspect["at"] if is_soon else now.isoformat(),
        },
    }


def agreeing_runs(known: Any, fingerprint: str, *, now: datetime) -> int:
    """Return how many runs in a row saw the same doubtful reading before.

    Runs of the same few hours are one: what a server does wrong at noon it does wrong
    at five past noon, and what a killed run saw its successor sees again.
    """
    suspect = known.suspect
    if not suspect or suspect["fingerprint"] != fingerprint:
        return 0
    return int(suspect["runs"]) - _is_soon_after(suspect, fingerprint, now)


def _is_soon_after(
    suspect: Mapping[str, Any] | None, fingerprint: str, now: datetime
) -> bool:
    """Tell whether a reading was counted already, in these few hours."""
    if not suspect or suspect["fingerprint"] != fingerprint:
        return False
    return abs(now - datetime.fromisoformat(suspect["at"])) < AGREEING_APART


def _doubt(article: Article, kind: ProblemKind, detail: str) -> Problem:
    return Problem(kind=kind, detail=detail, url=article.url)


def _text(article: Mapping[str, Any]) -> str:
    return f"{article['title']} {article['body']}"


def _words(text: str) -> list[str]:
    folded = same_words(text)
    words = folded.split()
    # scripts without blanks: pairs of letters stand for words
    if len(folded) > 40 and len(words) < len(folded) / 20:
        return [folded[i : i + 2] for i in range(len(folded) - 1)]
    return words
