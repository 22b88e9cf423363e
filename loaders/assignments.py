"""Tasks with who does what and when: from labelled lists, tables and prose (phân công nhiệm vụ)."""

from dataclasses import replace

from loaders.labelled_tasks import labelled_tasks
from loaders.mentions import Assignment, Header
from loaders.misprints import mend_names
from loaders.prose_tasks import prose_tasks
from loaders.quoted_tasks import join_executors, quoted_tasks
from loaders.report_duties import report_duties
from loaders.structure import Structure
from loaders.table_tasks import table_tasks
from loaders.task_groups import with_groups
from loaders.task_reading import Source, time_context, with_doubts
from loaders.text import Text
from loaders.unit_ids import Scope


def find_assignments(
    text: Text, structure: Structure, header: Header, scope: Scope
) -> list[Assignment]:
    """Every task of a document in the order in which it stands, its groups and report duties."""
    source = Source(text, structure, header, scope, time_context(text, header))
    labelled = list(labelled_tasks(source, header.body_start, len(text.content)))
    found = with_groups(text, structure, labelled)
    found.extend(table_tasks(source, len(found)))
    structured = any(task.kind == "task" for task in found)
    taken = sorted((t.whole for t in found if t.whole), key=lambda span: span.start)
    reports = list(report_duties(source, taken=taken))
    prose = list(prose_tasks(source, taken=taken, reports=[task.span for task in reports]))
    quoted, prose = join_executors(list(quoted_tasks(source)), prose)
    found.extend(quoted)
    found.extend(_beside(task) if structured else task for task in prose)
    found.extend(reports)
    return [with_doubts(task) for task in _in_order(mend_names(found))]


def _beside(task: Assignment) -> Assignment:
    """What prose says beside the tasks of a plan is a duty, unless a list asks for it."""
    return task if task.rule == "prose_asked" else replace(task, kind="duty")


def _in_order(found: list[Assignment]) -> list[Assignment]:
    """As they stand in the document, ``parent`` pointing to the new places."""
    order = sorted(range(len(found)), key=lambda i: (found[i].span.start, i))
    place = {old: new for new, old in enumerate(order)}
    return [
        replace(task, parent=place[task.parent]) if task.parent is not None else task
        for task in (found[i] for i in order)
    ]
