"""What shows how a document is written and names none (ví dụ): "Ví dụ 2: Quyết định số 15-QĐ/TU".

An example of a real document says its day or its year.
"""

import re

from loaders.citations.found import Found
from loaders.mentions import PartialDate

_EXAMPLE = re.compile(r"(?:Ví dụ|VÍ DỤ|ví dụ|Thí dụ|VD)(?:\s\d{1,2})?\s?[:.]?\s*[“\"]?\Z")
#: how far before a citation the word stands
_NEAR = 20


def is_example(content: str, found: Found) -> bool:
    """Whether an example begins with this number, and no day or year says whose it is."""
    said = found.citation
    open = said.number is not None and "/" not in said.number and said.date == PartialDate()
    return open and bool(_EXAMPLE.search(content, max(0, found.lead - _NEAR), found.lead))
