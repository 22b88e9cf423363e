"""Tasks with who does what and when: from labelled lists, tables and prose (phân công nhiệm vụ)."""

from loaders.labelled_tasks import labelled_tasks
from loaders.mentions import Assignment, Header
from loaders.structure import Structure
from loaders.table_tasks import table_tasks
from loaders.task_reading import Source, time_context, with_doubts
from loaders.text import Text
from loaders.unit_ids import Scope


def find_assignments(
    text: Text, structure: Structure, header: Header, scope: Scope
) -> list[Assignment]:
    """Every task of a document in the order in which it stands, its groups and report duties."""
    source = Source(text, structure, header, scope, time_context(text, header))
    found: list[Assignment] = list(labelled_tasks(source, header.body_start, len(text.content)))
    for table in text.tables:
        found.extend(table_tasks(source, table, len(found)))
    return [with_doubts(task) for task in found]
