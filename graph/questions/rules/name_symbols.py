"""``name.symbols``: one document to which several symbols are given (một văn bản, hai ký hiệu)."""

from collections.abc import Iterator

from graph.questions.finding import Finding
from graph.questions.rules.batch import Batch
from graph.questions.rules.names import differing
from graph.words.folding import fold


def differing_symbols(batch: Batch) -> Iterator[Finding]:
    """KH-SKHCN and KH-SKHCCN for one plan; ND-CP without its marks is NĐ-CP."""
    return differing(batch, "name.symbols", "symbol", "symbols", alike=fold)
