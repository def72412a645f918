"""Bytes become text as in browsers, and lies about them are told."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.encoding import decode, encoding_of, find_meta
from parsers.encodings.detection import detect
from parsers.encodings.labels import CODECS, ENCODINGS

RUSSIAN = "Паром опоздал из-за тумана, сказал смотритель маяка. Люди ждали на причале."


@given(st.binary(), st.text(max_size=60))
def test_any_bytes_decode(payload: bytes, content_type: str) -> None:
    """A server may send anything, under any name."""
    decoded = decode(payload, content_type)
    assert decoded.encoding in set(ENCODINGS.values())
    assert decoded.text.encode("utf-8", "strict") is not None


@given(st.text())
def test_utf_8_comes_back(text: str) -> None:
    """What nearly all pages are in is read as it was written."""
    text = text.lstrip("\ufeff")
    assert decode(text.encode("utf-8"), "text/html; charset=utf-8").text == text


@pytest.mark.parametrize("label", sorted(ENCODINGS))
def test_every_label_reads_every_byte(label: str) -> None:
    """Labels come from the table of the standard, and each has a codec here."""
    payload = bytes(range(256)) * 2
    content_type = f"text/html; charset={label}"
    assert decode(payload, content_type).text
    assert decode(b"", content_type).text == ""


@pytest.mark.parametrize(
    ("payload", "content_type", "text"),
    [
        (b"\xef\xbb\xbfcaf\xc3\xa9", "text/html; charset=koi8-r", "café"),
        (b"\xff\xfea\0", "text/html; charset=utf-8", "a"),
        (b"\xfe\xff\0a", "", "a"),
        (b"caf\xe9", 'text/html; charset="latin1"', "café"),
        (b"\x93fog\x94 \x80", "text/html; charset=iso-8859-1", "“fog” €"),
        (b"\x81", "text/html; charset=windows-1252", "\x81"),
        (b"\xd0\xcf", "text/html; charset=iso-8859-11", "ะฯ"),
        (b"\xa1\xab", "text/html;charset=gb2312", "～"),
        ("ё".encode("cp1251"), "text/html; charset=windows-1251", "ё"),
        (b"\x82\xa0", "text/html; charset=shift_jis", "あ"),
        (b"x", "text/html; charset=iso-2022-kr", "\ufffd"),
        (b"<meta charset=utf-16>\xc3\xa9", "", "<meta charset=utf-16>é"),
    ],
)
def test_bytes_read_as_browsers_read_them(
    payload: bytes, content_type: str, text: str
) -> None:
    """Mark, header, meta; the labels people misuse mean what browsers make of them."""
    assert decode(payload, content_type).text == text


def test_the_header_outranks_the_page() -> None:
    """The standard's order, where both can be true."""
    payload = b"<meta charset=koi8-r>\xef\xf0"
    assert decode(payload, "text/html; charset=windows-1251").text.endswith("пр")


def test_a_label_that_cannot_be_true_yields_to_the_other() -> None:
    """Old sites: header and page disagree, and one of them is right."""
    payload = b"<meta charset=windows-1251>" + RUSSIAN.encode("cp1251")
    decoded = decode(payload, "text/html; charset=utf-8")
    assert decoded.text.endswith(RUSSIAN)
    assert decoded.flags == ("mislabelled",)


def test_utf_8_under_an_old_label_is_told() -> None:
    """Half of all moved sites keep the header of their old server."""
    decoded = decode(RUSSIAN.encode("utf-8"), "text/html; charset=windows-1251")
    assert (decoded.text, decoded.flags) == (RUSSIAN, ("mislabelled",))


@pytest.mark.parametrize("label", ["utf-16", "utf-16be", "unicode"])
@pytest.mark.parametrize("codec", ["utf-8", "cp1251"])
def test_a_page_of_single_bytes_is_not_utf_16_whatever_its_server_says(
    label: str, codec: str
) -> None:
    """Read so, all of it would be letters of China, and told as a new text."""
    page = f"<html><body><h1>Fog</h1><p>{RUSSIAN}</p></body></html>"
    content_type = f"text/html; charset={label}"
    decoded = decode(page.encode(codec), content_type)
    assert (decoded.text, decoded.flags) == (page, ("mislabelled",))
    for really in ("utf-16be", "utf-16le"):
        label = f"text/html; charset={really}"
        assert decode(page.encode(really), label) == (page, really, ())


def test_bytes_that_fit_nothing_are_replaced_and_told() -> None:
    """One bad byte loses one letter, not the page."""
    decoded = decode(b"caf\xc3\xa9 " * 9 + b"\xff", "text/html; charset=utf-8")
    assert decoded.text == "café " * 9 + "\ufffd"
    assert decoded.flags == ("replaced",)


def test_a_page_cut_within_a_letter_is_told() -> None:
    """A transfer that broke off must never look like an edit."""
    assert "cut" in decode("паром".encode()[:-1], "text/html; charset=utf-8").flags


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("windows-1251", RUSSIAN),
        ("koi8-r", RUSSIAN),
        ("windows-1252", "Die Fähre war spät, der Nebel über dem Hafen zäh."),
        ("windows-1250", "Prom spóźnił się z powodu mgły, mówił latarnik w środę."),
        ("windows-1253", "Το πλοίο άργησε λόγω της ομίχλης στο λιμάνι."),
        ("windows-1254", "Vapur sis yüzünden gecikti, dediği gibi ışık yoktu."),
        ("windows-1255", "המעבורת איחרה בגלל הערפל בנמל"),
        ("windows-1256", "تأخرت العبارة بسبب الضباب في الميناء"),
        ("windows-874", "เรือข้ามฟากมาช้าเพราะหมอก"),
        ("gb18030", "渡轮因为大雾晚点了，港口的人说这是今年的第一次。"),
        ("big5", "渡輪因為大霧晚點了，港口的人說這是今年的第一次。"),
        ("shift_jis", "霧のためにフェリーが遅れたと港の人が話しています。"),
        ("euc-jp", "霧のためにフェリーが遅れたと港の人が話しています。"),
        ("euc-kr", "안개 때문에 배가 늦었다고 항구의 사람들이 말했다."),
    ],
)
def test_undeclared_bytes_are_read_by_their_letters(encoding: str, text: str) -> None:
    """Old pages say nothing; their language does."""
    payload = b"<p>" + text.encode(CODECS.get(encoding, encoding)) + b"</p>"
    assert decode(payload).text == f"<p>{text}</p>"
    assert CODECS.get(detect(payload), detect(payload)) == CODECS.get(
        encoding, encoding
    )


def test_labels_are_trimmed_and_unknown_ones_ignored() -> None:
    """``utf8 `` is common, ``none`` too."""
    assert encoding_of("\tUTF8 ") == "utf-8"
    assert encoding_of("none") is None


@given(st.binary())
def test_any_head_can_be_searched(head: bytes) -> None:
    """The search for a declaration sees bytes before anything else does."""
    found = find_meta(b"<meta " + head)
    assert found is None or found in set(ENCODINGS.values())


@pytest.mark.parametrize(
    "piece", [b"<!--", b"<meta ", b"<meta charset='", b"\x81", b"="]
)
def test_long_payloads_take_linear_time(piece: bytes) -> None:
    """No bytes may hold up a crawl."""
    started = time.process_time()
    decode(piece * 300_000)
    assert time.process_time() - started < 5
