"""What was read of files, in tables."""

from rich.console import Group, RenderableType
from rich.text import Text

from api.tables.cells import Answer, clean, columns, plain, verb_of
from graph.catalogue import render
from graph.labels import day_text


def report_table(answer: Answer) -> RenderableType:
    """What became of each file."""
    table = columns("file", "document", "state", "issues")
    for file in answer["files"]:
        state = render(f"cli.state.{file['state']}", "vi")
        table.add_row(*map(plain, (file["path"], file["document"], state, file["issues"])))
    counts = answer["counts"] | {"reread": len(answer["reread"])}
    return Group(table, plain(render("cli.loaded", "vi", **counts)))


def extract_table(answer: Answer) -> RenderableType:
    """What a file says: the document, its citations, its tasks, its issues."""
    facts = columns("property", "value")
    for name, value in answer["document"].items():
        facts.add_row(plain(name), plain(value))
    citations = columns("relation", "document", "date", "id", "quote")
    for cited in answer["citations"]:
        quote = cited["mentions"][0]["text"] if cited["mentions"] else ""
        day = day_text(cited["date"] or "", "vi")
        row = (verb_of(cited["relation"]), cited["label"], day, cited["id"], quote)
        citations.add_row(*map(plain, row))
    tasks = columns("path", "task", "leads", "time")
    for task in answer["tasks"]:
        leads = ", ".join(task["lead"])
        tasks.add_row(*map(plain, (task["path"], task["name"], leads, task["time"])))
    issues = [plain(f"! {issue['message']}") for issue in answer["issues"]]
    return Group(Text(clean(answer["source"]), style="bold"), facts, citations, tasks, *issues)
