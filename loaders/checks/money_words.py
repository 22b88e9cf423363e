"""``money.words``: a sum in figures and the same sum in words differ."""

import re
from collections.abc import Iterator

from loaders.layout.number_words import number_of
from loaders.mentions import Doubt, Span
from loaders.reading import Reading
from loaders.resolving.cited import Resolution

#: "349.000.000 đồng (bằng chữ: Ba trăm bốn mươi chín triệu đồng)"
_SUM = re.compile(
    r"(?P<figures>\d(?:\d{0,2}(?:[.,]\d{3})+|\d*)) ?(?:đồng|VNĐ|VND|đ)\b[^\w\n]{0,8}"
    r"(?:(?:[Ss]ố tiền |[Vv]iết |[Gg]hi |[Đđ]ọc )?[Bb]ằng chữ(?: là)?)\W{1,6}"
    r"(?P<words>[^\W\d][^\d\n()/]{3,200}?) đồng\b"
)


def differing_sums(reading: Reading, resolution: Resolution) -> Iterator[Doubt]:
    """Số tiền bằng số, bằng chữ: words that are no number decide nothing."""
    if "ằng chữ" not in reading.text.content:
        return
    for match in _SUM.finditer(reading.text.content):
        figure = int(re.sub(r"\D", "", match["figures"]))
        said = number_of(match["words"].replace("*", " "))
        if said is not None and said != figure:
            facts = (("figures", match["figures"]), ("words", match["words"].strip(" *")))
            told = f"{said:,}".replace(",", ".")
            yield Doubt("money.words", Span(*match.span()), (*facts, ("said", told)))
