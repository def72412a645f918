"""Lists and menus in scripts that set no blanks between words."""

import pytest

from parsers.listing import parse_listing
from parsers.model import Capture, Listing

MENU = {
    "zh": ["轮渡码头", "国勢調查", "饮用水源", "学校膳食", "夜间列车", "林区道路"],
    "ja": ["新着情報", "港湾計画", "採用案内", "組織概要", "統計資料", "お問合せ"],
    "th": ["ท่าเรือ", "น้ำดื่ม", "โรงเรียน", "แผนที่", "ตารางเวลา", "ติดต่อเรา"],
    "bo": ["གྲུ་ཁ", "འཐུང་ཆུ", "སློབ་གྲྭ", "ས་ཁྲ", "དུས་ཚོད", "འབྲེལ་བ"],
}
TITLES = {
    "zh": ["港务局公布新的渡轮时刻表并说明理由", "岛上居民对清晨班次表示欢迎和感谢"],
    "ja": [
        "港湾局はフェリーの新しい時刻表を公表しました",
        "島の住民は早朝の便を歓迎しています",
    ],
    "th": ["การท่าเรือประกาศตารางเดินเรือใหม่สำหรับฤดูหนาว", "ชาวเกาะยินดีกับเรือเที่ยวเช้าที่เพิ่มขึ้น"],
    "bo": [
        "གྲུ་ཁའི་ལས་ཁུངས་ཀྱིས་དགུན་དུས་ཀྱི་དུས་ཚོད་གསར་པ་གསལ་བསྒྲགས་བྱས་པ",
        "གླིང་ཕྲན་གྱི་མི་མང་གིས་ཞོགས་པའི་གྲུ་ལ་དགའ་བསུ་ཞུས་པ",
    ],
}


@pytest.mark.parametrize("language", list(TITLES))
@pytest.mark.parametrize("name", ["id=nav", ""])
def test_a_menu_of_short_words_is_no_list_beside_one_of_headlines(
    language: str, name: str
) -> None:
    """Without blanks a headline looks like one word, and a menu like headlines."""
    menu = "".join(
        f"<li><a href=/m{n}/>{said}</a></li>" for n, said in enumerate(MENU[language])
    )
    rows = "".join(
        f"<p><a href=/news/{n + 40}>{title}</a></p>"
        for n, title in enumerate(TITLES[language])
    )
    page = f"<body><div {name}><ul>{menu}</ul></div><div>{rows}</div>"
    read = parse_listing(Capture(url="https://h.example/news/", payload=page.encode()))
    assert isinstance(read, Listing)
    assert [item.title for item in read.items] == TITLES[language]


def test_a_sentence_of_few_signs_is_no_title() -> None:
    """It says as much as a long one of letters, below the title of a card."""
    leads = (
        "何牧野牵头的工作组将在明天上午向港务局提交报告。",
        "苏禾年代表道路司参加了昨天在云岭镇举行的会议。",
    )
    titles = ["桥梁委员会发布年度报告", "苏禾年出席昨天的会议"]
    rows = "".join(
        f"<div><a href=/news/{n + 40}><div>{title}</div><p>{lead}</p></a>"
        f"<i>2026-03-0{n + 1}</i></div>"
        for n, (title, lead) in enumerate(zip(titles, leads, strict=True))
    )
    page = f"<body><main>{rows}</main>"
    read = parse_listing(Capture(url="https://h.example/news/", payload=page.encode()))
    assert isinstance(read, Listing)
    assert [item.title for item in read.items] == titles


@pytest.mark.parametrize(
    ("name", "end"), [("class=c-tit", ""), ("", "다."), ("class=c-sub", "다.")]
)
def test_a_card_s_title_is_the_line_that_is_named_so_or_ends_as_none_does(
    name: str, end: str
) -> None:
    """Signs of syllables say in forty what letters say in a hundred."""
    titles = ["물결시에 기록관 예산 545억 원 배정", "갈대포, 겨울 시간표 협약 체결"] * 2
    texts = [
        "참석자들은 인구 조사와 여객선 터미널의 다음 단계를 논의했",
        "회의에는 세 위원회 대표가 참석해 두 안건을 논의했",
    ]
    cards = "".join(
        f"<li><div class=body><a class=c-text href=/press/{n + 40}><p {name}>{n} "
        f"{title}</p><p class=c-txt>{n} {texts[n % 2]}{end}</p></a></div>"
        for n, title in enumerate(titles)
    )
    page = f"<body><ul>{cards}</ul>"
    read = parse_listing(Capture(url="https://h.example/press", payload=page.encode()))
    assert isinstance(read, Listing)
    assert [item.title[2:] for item in read.items] == titles


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("<em>03.05.2026</em> Совет о судне «Туман»", "Совет о судне «Туман»"),
        ("Совет о судне «Туман» <i>(03.05.2026)</i>", "Совет о судне «Туман»"),
        ("Совет о судне » <i>03.05.2026</i>", "Совет о судне"),
    ],
)
def test_a_quote_that_ends_a_title_stays_when_its_day_is_cut(
    said: str, title: str
) -> None:
    """A title without its last sign is another than the page's, and looks edited."""
    rows = "".join(f"<li><a href=/news/{n}>{said}</a></li>" for n in (41, 42, 43))
    page = f"<body><ul>{rows}</ul>"
    read = parse_listing(Capture(url="https://h.example/news/", payload=page.encode()))
    assert isinstance(read, Listing)
    assert {item.title for item in read.items} == {title}
