"""Answers that are no state of a page: cut, lost, blocked, garbled, another's."""

from collections.abc import Callable, Sequence

from benchmarks.mutants.page import Doc, make

#: Makes an answer of a page, its bytes and those of its siblings; nothing: it cannot.
Failure = Callable[[Doc, bytes, Sequence[bytes]], bytes | None]

#: What sites say instead of a page.
EXCUSES = (
    ("404 Not Found", "The page you requested could not be found."),
    (
        "Service unavailable",
        "The site is down for maintenance. Please try again later.",
    ),
    ("Log in", "You must log in to view this page. Username Password"),
    (
        "Just a moment...",
        "Checking your browser. Please enable JavaScript and cookies.",
    ),
    ("Access denied", "You don't have permission to access this resource."),
    ("Attention", "Please complete the captcha to prove that you are not a robot."),
    ("Too many requests", "You have sent too many requests. Please slow down."),
    ("Database error", "Error establishing a database connection"),
    ("Wartungsarbeiten", "Unsere Seite wird gerade gewartet."),
    ("Anmelden", "Bitte melden Sie sich an, um diesen Artikel zu lesen."),
    ("Erreur 404", "La page que vous cherchez est introuvable."),
    ("Error", "Ha ocurrido un error. Inténtelo de nuevo más tarde."),
    ("Manutenção", "O site está em manutenção. Volte mais tarde."),
    ("Технические работы", "На сайте ведутся технические работы."),
    ("页面不存在", "抱歉，您访问的页面不存在或已被删除。"),
    ("Sayfa bulunamadı", "Aradığınız sayfa bulunamadı."),
    ("Halaman tidak ditemukan", "Maaf, halaman yang Anda cari tidak ditemukan."),
)
_EMPTY = (b"", b"null", b"{}", b"<html><head></head><body></body></html>")
#: A page with fewer letters beyond ASCII shows no wrong encoding.
_FOREIGN = 10


def bare(doc: Doc, payload: bytes, others: Sequence[bytes]) -> bytes | None:
    """Return an excuse that is all of a page."""
    title, text = doc.rng.choice(EXCUSES)
    return (
        f"<!doctype html><html><head><meta charset=utf-8><title>{title}</title></head>"
        f"<body><h1>{title}</h1><p>{text}</p></body></html>"
    ).encode()


def framed(doc: Doc, payload: bytes, others: Sequence[bytes]) -> bytes | None:
    """Return an excuse in the site's frame."""
    title, text = doc.rng.choice(EXCUSES)
    return _without_text(doc, f"<div><h1>{title}</h1><p>{text}</p></div>", title)


def emptied(doc: Doc, payload: bytes, others: Sequence[bytes]) -> bytes | None:
    """Return the site's frame and nothing in it."""
    return _without_text(doc, "<div></div>", doc.truth.title)


def _without_text(doc: Doc, instead: str, title: str) -> bytes | None:
    twin = doc.twin("frame")
    if twin.holder.tag in ("body", "html"):
        return None
    if doc.truth.title:
        twin.swap(doc.truth.title, title)
    for one in list(twin.root.iter("meta", "script")):
        one.drop_tree()
    for child in list(twin.holder):
        twin.holder.remove(child)
    twin.holder.text = None
    twin.holder.append(make(instead))
    return twin.source()


def cut(doc: Doc, payload: bytes, others: Sequence[bytes]) -> bytes | None:
    """Return what comes before the middle of the text."""
    at = _middle(doc, payload)
    return payload[: at + 15] if at else None


def cut_at_tag(doc: Doc, payload: bytes, others: Sequence[bytes]) -> bytes | None:
    """Return the same up to the end of a paragraph."""
    at = payload.find(b"</p>", _middle(doc, payload) or len(payload))
    return payload[: at + 4] if at > 0 else None


def _middle(doc: Doc, payload: bytes) -> int:
    own = doc.ours("p")
    words = (own[len(own) // 2].text or "").strip()[:40].encode() if own else b""
    return max(payload.find(words), 0) if len(own) > 3 and len(words) > 20 else 0


def another(doc: Doc, payload: bytes, others: Sequence[bytes]) -> bytes | None:
    """Return another item's page."""
    return doc.rng.choice(others) if others else None


def twice(doc: Doc, payload: bytes, others: Sequence[bytes]) -> bytes | None:
    """Return a page that was encoded twice."""
    if sum(not char.isascii() for char in doc.truth.body) < _FOREIGN:
        return None
    return payload.decode("cp1252", "replace").encode()


def lossy(doc: Doc, payload: bytes, others: Sequence[bytes]) -> bytes | None:
    """Return a page that lost its letters beyond ASCII."""
    if sum(not char.isascii() for char in doc.truth.body) < _FOREIGN:
        return None
    return "".join(c if c.isascii() else "\ufffd" for c in payload.decode()).encode()


def empty(doc: Doc, payload: bytes, others: Sequence[bytes]) -> bytes | None:
    return doc.rng.choice(_EMPTY)


FAILURES: dict[str, Failure] = {
    "excuse alone": bare,
    "excuse in the frame": framed,
    "frame alone": emptied,
    "cut in a line": cut,
    "cut at a tag": cut_at_tag,
    "another item": another,
    "encoded twice": twice,
    "letters lost": lossy,
    "nothing": empty,
}
