"""Titles that a page may use to do harm to whoever is told of them."""

from hypothesis import strategies as st

from parsers.model import Alert
from tests.scheduler.samples import make_alert, make_change

HOSTILE = [
    "Fees\r\nBcc: all@press.example\r\n\r\nhello",
    "Fees\x0bBcc: x\x0c\x1c\x85\u2028Subject: y",
    "=?utf-8?q?Bcc:_x=40y.example?=",
    "\u202egnp.exe\u2066 \x1b[2J\x07",
    "<script>alert(1)</script>&amp;]]>",
    "@everyone <!channel> *bold* [x](https://evil.example)",
    "a\x00b\ufffe\ud800",
    "x" * 5000,
    "",
]
titles = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=300))


def hostile_alerts() -> list[Alert]:
    """Return an alert about a change with each of them."""
    return [
        make_alert(make_change(id=n, title=title, body=title), alert_id=f"alert_{n}")
        for n, title in enumerate(HOSTILE)
    ]
