"""Printed dates in the languages, scripts and calendars of the world."""

import pytest

from parsers.dates import find_dates

#: What a page prints, its language, the day.
DAYS = [
    ("2 มี.ค. 69", "th", "2026-03-02"),
    ("๒ มีนาคม ๒๕๖๙", "th", "2026-03-02"),
    ("02/03/69", "th", "2026-03-02"),
    ("2 марти соли 2026", "tg", "2026-03-02"),
    ("2 เดือนมีนาคม พ.ศ. 2569", "th-TH", "2026-03-02"),
    ("2 ມີນາ 2026", "lo", "2026-03-02"),
    ("ວັນທີ 2 ເດືອນມີນາ ປີ 2026", "lo", "2026-03-02"),
    ("ថ្ងៃចន្ទ ទី២ ខែមីនា ឆ្នាំ២០២៦", "km", "2026-03-02"),
    ("၂၀၂၆ ခုနှစ် မတ်လ ၂ ရက်", "my", "2026-03-02"),
    ("မတ် ၂၊ ၂၀၂၆", "my", "2026-03-02"),
    ("ngày 02 tháng 3 năm 2026", "vi", "2026-03-02"),
    ("28 בפברואר 2026", "he", "2026-02-28"),
    ("3 לינואר 2026", "he", "2026-01-03"),
    ("1404/12/11", "fa-IR", "2026-03-02"),
    ("۱۱ ارديبهشت ۱۴۰۴", "fa-IR", "2025-05-01"),
    ("11 حوت 1404", "fa-AF", "2026-03-02"),
    ("11/12/1404", "fa", "2026-03-02"),
    ("2 آذار/مارس 2026", "ar", "2026-03-02"),
    ("14 غشت 2026", "ar-MA", "2026-08-14"),
    ("2 دجنبر 2026", "ar-MA", "2026-12-02"),
    ("2ی ئازاری 2026", "ckb", "2026-03-02"),
    ("2 Rezber 2026", "ku", "2026-09-02"),
    ("2 މާރިޗު 2026", "dv", "2026-03-02"),
    ("2 މާރޗު 2026", "dv", "2026-03-02"),
    ("ཕྱི་ལོ་༢༠༢༦ ཟླ་ ༣ ཚེས་ ༢", "bo", "2026-03-02"),
    ("༢༠༢༦ ལོའི་ཟླ་བ་ ༣ པའི་ཚེས་ ༢ ཉིན།", "bo", "2026-03-02"),
    ("2026-يىلى 3-ئاينىڭ 2-كۈنى", "ug", "2026-03-02"),
    ("2026 елның 2 марты", "tt", "2026-03-02"),
    ("2026 йылдың 2 ғинуары", "ba", "2026-01-02"),
    ("2026 ҫулхи пушӑн 2-мӗшӗ", "cv", "2026-03-02"),
    ("2026-njy ýylyň 2-nji marty", "tk", "2026-03-02"),
    ("2 nauryz, 2026", "kk", "2026-03-02"),
    ("2026 jylǵy 2 naýryz", "kk", "2026-03-02"),
    ("02 മാര്‍ച്ച് 2026", "ml", "2026-03-02"),
    ("02 മാർച്ച് 2026", "ml", "2026-03-02"),
    ("၂၀၂၆ ခုနှစ်၊ မတ်လ (၂) ရက်", "my", "2026-03-02"),
    ("د ۱۴۰۴ کال د کب ۱۱", "ps", "2026-03-02"),
    ("Rāhina, 2 Poutūterangi 2026", "mi", "2026-03-02"),
    ("2 o Whiringa-ā-nuku 2026", "mi", "2026-10-02"),
    ("2 a viz Meurzh 2026", "br", "2026-03-02"),
    ("2 am Màrt 2026", "gd", "2026-03-02"),
    ("An 2ú lá de Mhárta 2026", "ga", "2026-03-02"),
    ("An 9ú lá d’Fheabhra 2026", "ga", "2026-02-09"),
    ("2il Mawrth 2026", "cy", "2026-03-02"),
    ("2 ga watan Maris, 2026", "ha", "2026-03-02"),
    ("la 2-an de marto 2026", "eo", "2026-03-02"),
    ("njukčamánnu 2. b. 2026", "se", "2026-03-02"),
    ("2026-ko martxoaren 2an", "eu", "2026-03-02"),
    ("2026. III. 2.", "hu", "2026-03-02"),
    ("Lendi 2 mas 2026", "ht", "2026-03-02"),
    ("2 jasyapy 2026", "gn", "2026-03-02"),
    ("الأحد 12 رمضان 1447هـ الموافق 1 مارس 2026م", "ar", "2026-03-01"),
    ("الأحد 12 رمضان 1447 هـ", "ar-SA", "2026-03-01"),
    ("١٢ / ٩ / ١٤٤٧هـ", "ar-SA", "2026-03-01"),
    ("1447-09-12", "ar-SA", "2026-03-01"),
    ("3 جمادى الآخرة 1447هـ", "ar-SA", "2025-11-24"),
    ("2 مارچ 2026ء", "ur", "2026-03-02"),
    ("R8.3.2", "ja", "2026-03-02"),
    ("掲載日 R08.03.02", "ja", "2026-03-02"),
    ("令和8.3.2", "ja", "2026-03-02"),
    ("H30.12.25", "ja", "2018-12-25"),
    ("R8年3月2日", "ja", "2026-03-02"),
    ("2/III/2026", "es", "2026-03-02"),
    ("2-III-2026", "es", "2026-03-02"),
    ("२०८२ फागुन १८", "ne", "2026-03-02"),
    ("३ असोज २०८०", "ne", "2023-09-20"),
    ("१ साउन २०८२", "ne", "2025-07-17"),
    ("बिहिबार, माघ १, २०८२", "ne", "2026-01-15"),
    ("2082-11-18", "ne", "2026-03-02"),
    ("2 मार्च 2026", "ne", "2026-03-02"),
    ("23 जन॰ 2021", "hi", "2021-01-23"),
    ("২ মার্চ, ২০২৬", "bn", "2026-03-02"),
    ("2026 මාර්තු මස 02", "si", "2026-03-02"),
    ("மார்ச் 2, 2026", "ta", "2026-03-02"),
    ("2 ஒக்டோபர் 2026", "ta-LK", "2026-10-02"),
    ("የካቲት 23 ቀን 2018 ዓ.ም", "am", "2026-03-02"),
    ("መጋቢት 2፣ 2018 ዓ.ም", "am", "2026-03-11"),
    ("2 መጋቢት 2026", "ti", "2026-03-02"),
    ("2 ማርች 2026", "am", "2026-03-02"),
    ("115-03-02", "zh-TW", "2026-03-02"),
    ("發布日期：115-03-02", "zh-Hant-TW", "2026-03-02"),
    ("115年3月2日", "zh-Hant", "2026-03-02"),
    ("2026 оны 3-р сарын 2", "mn", "2026-03-02"),
    ("2026 оны арван нэгдүгээр сарын 2", "mn", "2026-11-02"),
    ("2026 жылғы 2 наурыз", "kk", "2026-03-02"),
    ("2026 жыл, 2 наурыз", "kk", "2026-03-02"),
    ("2026-жылдын 2-марты", "ky", "2026-03-02"),
    ("2026-yil 2-mart", "uz", "2026-03-02"),
    ("2026-yil, 2-mart", "uz", "2026-03-02"),
    ("2026 йил 2 феврал", "uz", "2026-02-02"),
    ("2 mart 2026-cı il", "az", "2026-03-02"),
    ("2 Январ 2026", "tg", "2026-01-02"),
    ("2026 թ. մարտի 2, երկուշաբթի", "hy", "2026-03-02"),
    ("2 მარტი, 2026", "ka", "2026-03-02"),
    ("2 mars 2026", "sq", "2026-03-02"),
    ("2026(e)ko martxoaren 2(a)", "eu", "2026-03-02"),
    ("2 Meán Fómhair 2026", "ga", "2026-09-02"),
    ("2 Mawrth 2026", "cy", "2026-03-02"),
    ("2. Mäerz 2026", "lb", "2026-03-02"),
    ("2 ta’ Marzu, 2026", "mt", "2026-03-02"),
    ("2. mars 2026", "is", "2026-03-02"),
    ("4/3/26", "el-GR", "2026-03-04"),
    ("2.III.2026.", "hr", "2026-03-02"),
    ("2 XI 2026", "pl", "2026-11-02"),
    ("2 Machi 2026", "sw", "2026-03-02"),
    ("2 ga Afrilu, 2026", "ha", "2026-04-02"),
    ("2 Nofembar 2026", "so", "2026-11-02"),
    ("2 Aokuso 2026", "sm", "2026-08-02"),
    ("2 Mac 2026", "ms", "2026-03-02"),
    ("ika-2 ng Marso 2026", "fil", "2026-03-02"),
    ("26.03.02", "ko", "2026-03-02"),
    ("26-03-02", "zh", "2026-03-02"),
    ("2026-cı il 2 mart", "az", "2026-03-02"),
    ("၂၀၂၆ ခုနှစ်၊ မတ်လ ၂ ရက်", "my", "2026-03-02"),
    ("Mar022026", "en", "2026-03-02"),
]


@pytest.mark.parametrize(("text", "language", "day"), DAYS)
def test_a_day_is_read_in_its_language(text: str, language: str, day: str) -> None:
    """Press offices write in the language and the calendar of their country."""
    found = find_dates(text, languages=[language])
    assert [one.day.isoformat() for one in found] == [day]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("12 رمضان 1447 هـ", "ar"),
        ("1447/09/12", "ar"),
        ("115-03-02", "zh-CN"),
        ("4/3/26", "en"),
        ("4.3.26", "el-GR"),
        ("Form P-101-12-11", "zh-TW"),
        ("११ फागुन २०८२", "hi"),
        ("on 23 here 2021", "en"),
        ("Sat 23, 2021", "en"),
    ],
)
def test_a_day_that_needs_an_almanac_or_another_language_is_none(
    text: str, language: str
) -> None:
    """Months that follow the moon, and numbers that only look like days."""
    assert find_dates(text, languages=[language]) == ()


@pytest.mark.parametrize("text", ["12 رمضان 1447 هـ", "12/09/1447", "1447-09-12"])
def test_a_month_of_the_moon_begins_nowhere_for_sure(text: str) -> None:
    """Where it begins when the moon is seen, a day read by arithmetic may be wrong."""
    assert find_dates(text, languages=["ar"]) == ()
    assert find_dates(text, languages=["ar-MA"]) == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("الأحد, 12 رمضان 1447", "2026-03-01"),
        ("الإثنين، 12 رمضان 1447 هـ", "2026-03-02"),
        ("يوم الثلاثاء 12/09/1447", "2026-03-03"),
        ("الخميس 12 رمضان 1447", ""),
    ],
)
def test_the_week_tells_when_a_month_of_the_moon_began(text: str, day: str) -> None:
    """A day of the week is the same wherever the moon was seen, and days around it."""
    found = find_dates(text, languages=["ar"])
    assert "".join(one.day.isoformat() for one in found) == day


@pytest.mark.parametrize("text", ["R8.3.2", "H30.12.25", "Version R8.3.2"])
def test_a_letter_and_three_numbers_are_an_era_in_japan_alone(text: str) -> None:
    """Elsewhere they number editions."""
    assert find_dates(text, languages=["de"]) == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("2 de marzo de 2026 a las 2:05 p. m.", "es"),
        ("2 marca 2026 r., godz. 14:05", "pl"),
        ("2. март 2026. године, 14:05", "sr"),
        ("2 март 2026 во 14:05", "mk"),
        ("2026 m. kovo 2 d., pirmadienis, 14:05", "lt"),
        ("2 martie 2026, ora 14:05", "ro"),
        ("2026年3月2日（月）14時05分", "ja"),
        ("2. märts 2026 kell 14.05", "et"),
        ("02.03.202614:05", "de"),
        ("2 martie 2026, la ora 14.05", "ro"),
        ("2 martie 2026, la 14:05", "ro"),
        ("2. března 2026 v 14.05 hodin", "cs"),
        ("2. mart 2026. u 14.05 sati", "bs"),
        ("2 березня 2026, о 14.05 год.", "uk"),
        ("2026 m. kovo 2 d. 14.05 val.", "lt"),
        ("2026. gada 2. marts, plkst. 14.05", "lv"),
        ("2 Mars 2026 në orën 14:05", "sq"),
        ("2 Μαρτίου 2026 στις 14:05", "el"),
        ("2 Μαρτίου 2026, ώρα 14.05", "el"),
        ("2 մարտի 2026, ժամը 14:05", "hy"),
        ("2 наурыз 2026, сағат 14.05", "kk"),
        ("2 март 2026, саат 14:05", "ky"),
        ("2 mart 2026, soat 14:05", "uz"),
        ("Mon Mar  2 14:05:00 2026", "en"),
    ],
)
def test_a_time_is_read_as_its_language_leads_to_it(text: str, language: str) -> None:
    """A letter for the year, a day of the week or a word may stand before a clock."""
    (found,) = find_dates(text, languages=[language])
    assert found.iso == "2026-03-02T14:05:00"


def test_a_clock_between_the_day_and_the_year_may_have_a_zone() -> None:
    """So machines write it, and archives of mail."""
    (found,) = find_dates("Mon Mar  2 14:05:09 CET 2026", languages=["en"])
    assert found.iso == "2026-03-02T14:05:09+01:00"


def test_a_zone_with_a_name_tells_a_clock_with_a_dot() -> None:
    """The islands write it so, and an amount has no zone."""
    (found,) = find_dates("2 Maret 2026 | 14.05 WIB", languages=["id"])
    assert found.iso == "2026-03-02T14:05:00+07:00"
    (found,) = find_dates("2 Maret 2026 | 14.05 EUR", languages=["id"])
    assert found.iso == "2026-03-02"


def test_at_the_end_of_a_day_it_is_that_day() -> None:
    """Read as its first minute, 24:00 would be a day too early."""
    (found,) = find_dates("2 March 2026, 24:00", languages=["en"])
    assert found.iso == "2026-03-02"


def test_a_thai_clock_has_a_dot_and_a_word_behind_it() -> None:
    """Nothing else tells it from an amount."""
    (found,) = find_dates("2 มีนาคม 2569 เวลา 14.05 น.", languages=["th"])
    assert found.iso == "2026-03-02T14:05:00"
