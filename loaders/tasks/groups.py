"""Headings over labelled tasks as groups of their own (nhóm nhiệm vụ)."""

from collections.abc import Sequence

from msgspec.structs import replace

from loaders.layout.structure import Section, Structure
from loaders.mentions import Assignment, Span
from loaders.text import Text

#: a longer "heading" is a paragraph that happens to be numbered
LONGEST = 400


def with_groups(text: Text, structure: Structure, tasks: Sequence[Assignment]) -> list[Assignment]:
    """The tasks with a group for each numbered heading that stands right over some of them.

    Only tasks that have no parent yet get one, and only where the task is an item of the heading.
    """
    found = list(tasks)
    places: dict[int, int] = {}  # section → the group made of it
    for place, task in enumerate(tasks):
        section = structure.section_at(task.span.start)
        if task.parent is not None or task.kind == "group" or section is None:
            continue
        parent = section.parent
        if parent is None or not _is_heading(structure.sections[parent], task):
            continue
        if parent not in places:
            places[parent] = len(found)
            found.append(_group(text, structure.sections[parent]))
        found[place] = replace(task, parent=places[parent])
    return found


def _is_heading(section: Section, task: Assignment) -> bool:
    long = section.title.end - section.title.start
    return bool(section.marker) and 1 < long <= LONGEST and section.title.end <= task.span.start


def _group(text: Text, section: Section) -> Assignment:
    words = text.content[section.title.start : section.title.end]
    start = section.title.start + len(words) - len(words.lstrip())
    name = Span(start, start + len(words.strip()))
    return Assignment(name, section.path, " ".join(words.split()), "group", "task_heading")
