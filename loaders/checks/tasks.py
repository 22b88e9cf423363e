"""The tasks that the rules about tasks look at, and how one is named in a sentence."""

from collections.abc import Iterator

from loaders.mentions import Assignment
from loaders.reading import Reading

#: characters of a task's name in a sentence
NAME = 120


def tasks_of(reading: Reading) -> Iterator[Assignment]:
    """Tasks of lists, tables and sentences; headings and what prose lays on units apart."""
    return (task for task in reading.assignments if task.kind == "task")


def told(task: Assignment) -> tuple[str, str]:
    """The fact ``task`` of a doubt."""
    return ("task", task.name[:NAME])
