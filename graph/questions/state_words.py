"""The state of a document as a sentence (tình trạng hiệu lực bằng lời), in either language."""

from graph.catalogue import render
from graph.labels import day_text
from graph.questions.state import State


def state_text(state: State, lang: str = "vi") -> str:
    """One sentence on how the document stands, naming the act or the day it comes from."""
    cause = state.cause
    facts = {
        "label": state.node.label,
        "at": _day(state.at, lang),
        "since": _day(state.since, lang),
        "until": _day(state.until, lang),
        "by": cause.by.label if cause else "",
        "day": _day(cause.day if cause else None, lang),
        "last": _day(cause.until if cause else None, lang),
    }
    if cause and cause.until:
        return render("state.suspended_until", lang, **facts)
    return render(f"state.{state.standing}", lang, **facts)


def state_notes(state: State, lang: str = "vi") -> list[str]:
    """Why something is not known, or on what the answer leans; a sentence each."""
    return [render(f"state.note.{note}", lang) for note in state.notes]


def _day(day: str | None, lang: str) -> str:
    return day_text(day, lang) if day else render("state.no_day", lang)
