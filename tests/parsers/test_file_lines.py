"""Lines of a text that only offer a file: attachments, and no words of the item."""

import pytest

from parsers.article import parse_article
from parsers.model import Article, Capture

TEXT = "海港管理局表示，渡轮将于三月底前恢复通航。" * 4
MORE = "乘客可以凭票在其他任何一天使用渡轮服务。" * 4
FILE = "<li><a href=/files/{}.docx>第七章 渡轮码头</a> ({})</li>"


def _read(text: str) -> Article:
    head = "<html lang=zh><meta charset=utf-8><h1>渡轮码头恢复通航的通知</h1>"
    page = f"{head}<p>2026年3月4日</p><div>{text}</div>"
    found = parse_article(Capture(url="https://h.example/7", payload=page.encode()))
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize("size", ["DOCX, 1.2 MB", "1,2 MB | PDF"])
def test_a_file_amid_a_text_is_an_attachment_and_no_line_of_it(size: str) -> None:
    """Its name is as long as the size beside it, and read as a line of the text."""
    listed = f"<ul>{FILE.format(1, size)}</ul>"
    article = _read(f"<p>{TEXT}</p>{listed}<p>{MORE}</p>")
    assert [a.label for a in article.attachments] == ["第七章 渡轮码头"]
    assert "第七章" not in article.body


def test_a_file_that_a_line_speaks_of_stays_in_the_line() -> None:
    """What is said of it is the item's."""
    line = "<p>详见<a href=/files/1.docx>第七章</a>关于渡轮的规定 (169 KB)</p>"
    assert "第七章" in _read(f"<p>{TEXT}</p>{line}<p>{MORE}</p>").body


def test_a_heading_over_the_files_below_a_text_is_no_line_of_it() -> None:
    """A lead outside its box makes all of the page the text's place."""
    parts = f"<strong>渡轮码头的背景？</strong><br><br>{TEXT}<br><br>" * 3
    files = f"<h3>添付資料</h3><ul>{FILE.format(2, '628 KB')}</ul>"
    article = _read(f"<p>七月二十五日截止。</p><div>{parts}</div>{files}")
    assert article.body.endswith(TEXT)
    assert len(article.attachments) == 1
