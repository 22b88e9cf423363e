"""Which of the documents found are asked for, and how they are called (chọn văn bản)."""

from graph.model import Node
from graph.questions.ask import telling
from graph.questions.ask.answers.issuing import is_wanted
from graph.questions.ask.answers.titles import without_joint
from graph.questions.ask.answers.work import time_of
from graph.questions.ask.described import held_in_order
from graph.questions.ask.reply import Asked, Both


def fits(node: Node, asked: Asked) -> bool:
    """Whether a document is of the kind, organ, time and title asked for."""
    about = without_joint(asked.topic)
    titled = not about or held_in_order(about, node)
    return asked.wants(node) and is_wanted(node, asked) and titled


def noun(asked: Asked) -> Both:
    """What is asked for, as a noun: kế hoạch về chuyển đổi số trong năm 2025."""
    about = without_joint(asked.topic)
    out = telling.documents(asked.excepted)
    return telling.say(
        "wanted",
        kind=telling.kind(asked.type),
        level=telling.say(f"wanted.{asked.level}") if asked.level else Both("", ""),
        out=telling.say("wanted.except", list=out) if asked.excepted else Both("", ""),
        signed=telling.say("wanted.signed", name=asked.signer) if asked.signer else Both("", ""),
        about=telling.say("wanted.about", words=about) if about else Both("", ""),
        when=time_of(asked, " "),
    )
