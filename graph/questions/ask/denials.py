"""Words that say no, within a name: Cảng hàng không, bệnh không lây nhiễm (từ phủ định).

Elsewhere they turn the whole question round; so a name holds one only where it stands beside the
same word.
"""

from collections.abc import Sequence

from graph.questions.ask.grammar import cues
from graph.questions.ask.words import Word, all_fit, words_of


def denies(word: Word) -> bool:
    """Whether the word by itself says no (không, chưa, ngoài)."""
    return any(cue.symbol == "not" for _, cue in cues().get((word.folded,), ()))


def denied_alike(asked: Sequence[Word], name: str) -> bool:
    """Whether each word of ``asked`` that says no stands in the name beside the same word, before
    or after it: hàng không, không khí."""
    own = [word.written for word in words_of(name)]
    denied = [at for at, word in enumerate(asked) if denies(word)]
    beside = ((asked[max(at - 1, 0) : at + 1], asked[at : at + 2]) for at in denied)
    return all(any(len(run) > 1 and _holds(own, run) for run in runs) for runs in beside)


def _holds(own: Sequence[str], run: Sequence[Word]) -> bool:
    return any(all_fit(run, own[at : at + len(run)]) for at in range(len(own)))
