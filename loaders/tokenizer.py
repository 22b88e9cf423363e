"""Our tokenizer: every punctuation mark is a token of its own, so spans end where words end.

It is spaCy's own ``Tokenizer`` with marks as prefix, infix and suffix; ``doc.text`` is the text.
The Vietnamese default of spaCy needs a word segmenter that glues "UBND." and is far slower.
"""

import re
from collections.abc import Callable

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import registry

#: anything that is neither a letter, a digit nor white space
MARK = re.compile(r"[^\w\s]|_")
MARK_FIRST = re.compile(r"^(?:[^\w\s]|_)")
#: words with the marks around them that are remembered: a corpus of laws has some fifty thousand
_REMEMBERED = 200_000


@registry.tokenizers("cancu.Tokenizer.v1")  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """What a pipeline configuration calls ``cancu.Tokenizer.v1``."""
    return make_tokenizer


def make_tokenizer(nlp: Language) -> Tokenizer:
    """The tokenizer of one ``Language``."""
    return Tokenizer(
        nlp.vocab,
        prefix_search=MARK_FIRST.search,
        infix_finditer=MARK.finditer,
        suffix_search=lambda word: MARK.match(word, len(word) - 1),
        max_cache_size=_REMEMBERED,
    )
