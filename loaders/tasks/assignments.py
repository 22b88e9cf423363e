"""Tasks with who does what and when: from labelled lists, tables and prose (phân công nhiệm vụ)."""

import re

from msgspec.structs import replace

from graph.vocabulary import Trait, types_with
from loaders.layout.markers import Style
from loaders.layout.structure import Structure
from loaders.mentions import Assignment, Header
from loaders.tasks.asides import aside_tasks
from loaders.tasks.bare_times import with_times_below
from loaders.tasks.bodies import body_blocks, is_covered
from loaders.tasks.closing import with_closing_paths
from loaders.tasks.groups import with_groups
from loaders.tasks.labelled import labelled_tasks
from loaders.tasks.part_titles import part_titles
from loaders.tasks.prose import commands, prose_tasks
from loaders.tasks.prose_words import words_of
from loaders.tasks.quoted import join_executors, quoted_tasks
from loaders.tasks.report_duties import report_duties
from loaders.tasks.shared import Source, time_context
from loaders.tasks.tables import table_tasks
from loaders.tasks.tails import tail_tasks
from loaders.tasks.unit_headings import NORMATIVE, is_planned, is_shared, organises, stands_in
from loaders.text import Text
from loaders.units.misprints import mend_names
from loaders.units.scope import Scope

#: what tells a guide to the work of one year from one laid down for good
_YEAR = re.compile(r"[Nn]ăm 20\d\d")
#: "Đ1.II" of "Đ1.II.3.a"
_PART = re.compile(r"(?:.*?\.)?[IVX]+(?=\.|$)")


def find_assignments(
    text: Text, structure: Structure, header: Header, scope: Scope
) -> list[Assignment]:
    """Every task of a document in the order in which it stands, its groups and report duties."""
    titles = part_titles(text, structure, header)
    source = Source(text, structure, header, scope, time_context(header), titles)
    body = list(body_blocks(source))
    labelled = list(labelled_tasks(source, header.body_start, len(text.content)))
    labelled = with_times_below(source, body, labelled)
    found = with_groups(text, structure, labelled)
    found.extend(table_tasks(source, len(found)))
    found.extend(aside_tasks(source, body))
    tasks = [task for task in found if task.kind == "task" and task.rule != "table_target"]
    listed = [_part(source, task) for task in tasks]
    held = sorted((t.whole for t in found if t.whole), key=lambda span: span.start)
    found.extend(tail_tasks(source, [b for b in body if not is_covered(held, b.start)]))
    taken = sorted((t.whole for t in found if t.whole), key=lambda span: span.start)
    reports = list(report_duties(source, body, taken=taken))
    prose = list(prose_tasks(source, body, taken=taken, reports=[task.span for task in reports]))
    prose = with_times_below(source, body, prose)
    quoted, prose = join_executors(list(quoted_tasks(source)), prose)
    found.extend(quoted)
    commanded = commands(source)
    if commanded:
        prose = [_dated(task) for task in prose]
    if _is_listed(source, prose, listed) and not commanded:
        parts = {_part(source, task) for task in found if task.kind == "task"} - {None}
        prose = [_beside(source, task, parts) for task in prose]
    elif _shares_out(source):
        prose = _siblings(source, [_shared(source, task) for task in prose])
    found.extend(prose)
    found.extend(reports)
    return _in_order(mend_names(with_closing_paths(source, found)))


def _is_listed(source: Source, prose: list[Assignment], listed: list[str | None]) -> bool:
    """Whether the list of a document is where it shares out its work: no more is given outright
    in sentences in the ``listed`` parts, those that the tasks of its list stand in."""
    here = {*listed} - {None}
    given = [task for task in prose if task.kind == "task" and _part(source, task) in here]
    return len(listed) > 0 and len(listed) >= len(given)


def _is_organised(source: Source, task: Assignment) -> bool:
    """Whether it stands in the part that shares out who does what of the whole."""
    start = task.whole.start if task.whole else task.span.start
    return organises(source, source.structure.section_at(start))


def _part(source: Source, task: Assignment) -> str | None:
    """The part of the document that a task stands in, by its roman number."""
    section = source.structure.section_at(task.span.start)
    part = _PART.match(section.path) if section else None
    return part[0] if part else None


def _beside(source: Source, task: Assignment, parts: set[str | None]) -> Assignment:
    """What prose says beside the tasks of a plan is a duty, unless a list asks for it, or a unit is
    told to lead it outside the part that shares out duties; in a part that holds such tasks it may
    also say so itself."""
    if task.rule == "prose_asked":
        return task
    here = _part(source, task) in parts
    said = task.rule == "prose_subject" and here and task.lead
    assigned = task.rule == "prose_assign" and (here or task.lead)
    given = (said or assigned) and task.kind == "task"
    return task if given and not _is_organised(source, task) else replace(task, kind="duty")


def _dated(task: Assignment) -> Assignment:
    """What the conclusions of a meeting want by a day, or of a named unit, is a task."""
    by_a_day = task.time is not None and (task.time.due or task.time.intervals)
    wanted = by_a_day or task.rule == "prose_subject"
    return replace(task, kind="task") if task.kind == "duty" and wanted else task


def _shares_out(source: Source) -> bool:
    """Whether the document shares out work once, and in sentences alone.

    What a text lays down for good stays a duty.
    """
    header = source.header
    once = words_of("sharing_kinds").fullmatch(header.type or "") is not None
    guide = header.type == "Hướng dẫn" and _YEAR.search(header.title or "") is not None
    plans = header.type in types_with(Trait.TELLS)  # it gives only what it plans
    return (once or guide or plans) and not NORMATIVE.search(header.number or "")


def _shared(source: Source, task: Assignment) -> Assignment:
    """A duty under a unit's title, in a list, or as an item of the part that shares out: a task."""
    if task.kind != "duty":
        return task
    start = task.whole.start if task.whole else task.span.start
    section = source.structure.section_at(start)
    if task.rule == "prose_subject":
        item = own_item = section is not None and section.start == start
        by_a_day = task.time is not None and (task.time.due or task.time.intervals)
        article = item and section is not None and section.style is Style.ARTICLE
        item = ((item or by_a_day) and organises(source, section)) or is_planned(source, section)
        item = item or article or (own_item and is_shared(source, section))
    else:
        own = section is not None and section.start == start  # its own words are no title
        above = source.structure.above(section) if own and section else section
        item = not stands_in(source, above, "measuring")
    return replace(task, kind="task") if item else task


def _siblings(source: Source, tasks: list[Assignment]) -> list[Assignment]:
    """An item beside one that is a task ("Điều 3. …: 1. … 2. Văn phòng …") is one too, and so is a
    paragraph that goes on an item which gave one ("Điều 2. Giao Sở A …", "Sở B có trách nhiệm …").
    """
    places = [_place(source, task) for task in tasks]
    held = {
        place
        for (section, beside), task in zip(places, tasks, strict=True)
        for place in ((beside,) if task.kind == "task" else ())
        + ((section,) if task.rule == "prose_assign" else ())
    } - {None}
    return [
        replace(task, kind="task")
        if task.rule == "prose_subject" and (beside or section) in held
        else task
        for (section, beside), task in zip(places, tasks, strict=True)
    ]


def _place(source: Source, task: Assignment) -> tuple[str | None, str | None]:
    """The section that a task stands in, and the one above whose item it begins."""
    start = task.whole.start if task.whole else task.span.start
    section = source.structure.section_at(start)
    if section is None:
        return None, None
    return f"in {section.start}", f"beside {section.parent}" if section.start == start else None


def _in_order(found: list[Assignment]) -> list[Assignment]:
    """As they stand in the document, ``parent`` pointing to the new places."""
    order = sorted(range(len(found)), key=lambda i: (found[i].span.start, i))
    place = {old: new for new, old in enumerate(order)}
    return [
        replace(task, parent=place[task.parent])
        if task.parent is not None and place[task.parent] != task.parent
        else task
        for task in (found[i] for i in order)
    ]
