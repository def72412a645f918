"""Days without a blank before or behind them, which only a style sets apart. Pure."""

import re

from parsers.text import LETTER

_GLUED = re.compile(
    # "Ada QuayMarch 2, 2026"
    r"(?<=[a-zß-ÿ])(?=[A-Z][a-zß-ÿ]{2,8}\.?\s\d{1,2},?\s(?:19|20)\d\d)"
    # "3 days ago2 March 2026", "hace 3 días2 de marzo de 2026"
    rf"|(?<={LETTER})(?=[0-3]?\d\.?[\s./-](?:(?:de )?{LETTER}{{3,14}}(?: de)?|[01]?\d)"
    r"\.?[\s./-](?:19|20)\d\d)"
    # "2 FEV 202607h14Ports"
    r"|(?<=\D20\d\d)(?=[0-2]\d[:h][0-5]\d)|(?<=[0-2]\d[:h][0-5]\d)(?=[^\W\d_])"
    # "2026-03-02151", "02.03.2026151": how often it was read
    r"|(?<=20\d\d-[01]\d-[0-3]\d)(?=\d)|(?<=\d\d[./]20\d\d)(?=\d)"
)


def without_glue(text: str) -> str:
    """Return a line with a blank where a name, an age, a day or a time begins.

    >>> without_glue("Ada QuayMarch 2, 2026"), without_glue("3 days ago02.03.2026")
    ('Ada Quay March 2, 2026', '3 days ago 02.03.2026')
    >>> without_glue("2 FEV 202607h14Ports"), without_glue("B2 2026")
    ('2 FEV 2026 07h14 Ports', 'B2 2026')
    """
    return _GLUED.sub(" ", text)
