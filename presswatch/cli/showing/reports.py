"""What a run came to, for a person or a program: its changes, then its sums."""

from typing import TYPE_CHECKING, Any

from presswatch.cli.crawling import Ended
from presswatch.cli.endings import PROBLEMS, STOPPED
from presswatch.cli.showing.screen import counted, emit, say

if TYPE_CHECKING:
    from corpus.store import Store

#: What can become of what a run asks for, in the order of telling.
_OUTCOMES = ("listings", "revisions", "unchanged", "pending", "problems", "skipped")
#: Problems named one by one under a report.
_NAMED = 3


def show_report(store: "Store", ended: Ended, *, as_json: bool) -> None:
    """Print the changes that a run found; its sums are a message."""
    name = ended.site.name
    if ended.error:
        say(f"{name}: {ended.error}")
    if ended.report is None or ended.report.run is None:
        return
    found = store.changes.each(ended.report.change_ids)
    # imported here: on most nights there is nothing to show
    if as_json:
        from scheduler.alerting.as_json import change_object

        for change in found:
            emit(change_object(change))
    elif ended.report.change_ids:
        from presswatch.cli.showing.spans import show_words
        from presswatch.cli.showing.stories import show_changes

        show_words(name, "bold underline")
        show_changes(found)
    run = ended.report.run
    say(f"{name}: {_sums(run)}")
    if not ended.site.robots:
        say(f"{name}: robots.txt is not obeyed (robots = false)")
    if ended.status == PROBLEMS:
        _name_problems(store, name, run.id)
    if ended.status == STOPPED:
        say(f"{name}: stopped; the next run goes on from there")


def _sums(run: Any) -> str:
    asked = ", ".join(counted(getattr(run, word), word) for word in _OUTCOMES)
    return f"{counted(run.changes, 'changes')}; {run.requested} asked for: {asked}"


def _name_problems(store: "Store", name: str, run_id: int) -> None:
    problems = store.runs.problems(run_id=run_id)
    for problem in problems[:_NAMED]:
        say(f"  {problem.kind}: {problem.url}: {problem.detail}")
    if len(problems) > _NAMED:
        left = len(problems) - _NAMED
        say(f"  and {left} more: presswatch problems {name}")
