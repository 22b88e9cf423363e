"""Whether words ask (từ để hỏi)."""

from graph.questions.ask.grammar import interrogatives
from graph.questions.ask.words import all_fit, words_of


def is_question(part: str) -> bool:
    """Whether something is asked in these words: "Sở A phối hợp với Sở B" is no question."""
    spoken = words_of(part)
    return any(
        all_fit(spoken[at : at + len(asking)], asking)
        for written in interrogatives().values()
        for asking in written
        for at in range(len(spoken))
    )
