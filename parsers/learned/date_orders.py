"""The order of numbers in a site's dates, learned from what proves it. Pure."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from parsers.blocks import Block
from parsers.dates.weekdays import order_by_weekday
from parsers.profile import DateOrder

_NUMBERS = re.compile(r"(?<!\d)(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?!\d)")


def count_orders(blocks: Sequence[Block]) -> Counter[str]:
    """Count the orders that short lines with a date in figures can only have."""
    votes: Counter[str] = Counter()
    for block in blocks:
        if block.chars > 80:
            continue
        for found in _NUMBERS.finditer(block.text):
            first, _, second, third = found.groups()
            if len(first) == 4:
                votes["ymd"] += 1
            elif len(first) <= 2 and len(third) in (2, 4):
                if 12 < int(first) <= 31 and 0 < int(second) <= 12:
                    votes["dmy"] += 1
                elif 12 < int(second) <= 31 and 0 < int(first) <= 12:
                    votes["mdy"] += 1
                elif proved := order_by_weekday(
                    block.text, found.start(), (int(first), int(second), int(third))
                ):
                    votes[proved.lower()] += 1
    return votes


def order_of_votes(votes: Mapping[str, int]) -> DateOrder | None:
    """Return the only order that dates in figures show, if one leaves no doubt."""
    counts = Counter(votes)
    day_first, month_first = counts["dmy"], counts["mdy"]
    if day_first >= 2 and day_first > 9 * month_first:
        return "dmy"
    if month_first >= 2 and month_first > 9 * day_first:
        return "mdy"
    return "ymd" if counts["ymd"] >= 2 and not day_first + month_first else None
