"""Who does what and when, in tables."""

from rich.console import Group, RenderableType
from rich.table import Table

from api.tables.cells import Answer, columns, plain, verb_of
from graph.catalogue import render
from graph.labels import period_text

COLUMNS, PEAKS = 12, 6  # periods side by side, and named as peaks


def tasks_table(answer: Answer) -> RenderableType:
    """The counts, then the tasks of a unit, or of all with what needs attention."""
    parts: list[RenderableType] = []
    if answer["unit"]:
        facts = {"unit": answer["unit"]["label"], "total": answer["counts"]["total"]}
        parts.append(plain(render("tasks.of_unit", "vi", **facts)))
    if "no-lead" in answer.get("counts", {}):
        facts = {name.replace("-", "_"): count for name, count in answer["counts"].items()}
        parts.append(plain(render("tasks.counts", "vi", **facts)))
    table = _duties(answer) if answer["unit"] else _told(answer)
    if not table.rows:
        return Group(*parts, plain(render("cli.nothing", "vi")))
    parts.append(table)
    if undated := len(answer["undated"]):
        parts.append(plain(render("cli.undated", "vi", count=undated)))
    if answer["next"]:
        parts.append(plain(render("cli.more", "vi", cursor=answer["next"])))
    return Group(*parts)


def _duties(answer: Answer) -> Table:
    table = columns("role", "path", "label", "time", "document")
    for task in (*answer["tasks"], *answer["undated"]):
        row = (verb_of(task["role"]), task.get("path"), task["label"], task.get("time"))
        table.add_row(*map(plain, (*row, task.get("document"))))
    return table


def _told(answer: Answer) -> Table:
    table = columns("attention", "path", "label", "units", "time", "document")
    for task in answer["tasks"]:
        why = "; ".join(render(f"tasks.{reason}", "vi") for reason in task["attention"])
        units = "; ".join(f"{unit['label']} ({verb_of(unit['role'])})" for unit in task["units"])
        row = (why, task.get("path"), task["label"], units, task.get("time"))
        table.add_row(*map(plain, (*row, task.get("document"))))
    return table


def workload_table(answer: Answer) -> RenderableType:
    """Units by periods where these fit, then what each has usually and at its peak."""
    if not answer["rows"]:
        return plain(render("cli.nothing", "vi"))
    parts = [_by_period(answer), ""] if len(answer["periods"]) <= COLUMNS else []
    parts.append(_peaks(answer))
    if answer["threshold"] is not None:
        parts.append(plain(_overloaded(answer)))
    return Group(*parts)


def _by_period(answer: Answer) -> RenderableType:
    table = columns("unit", "role")
    for period in answer["periods"]:
        table.add_column(period_text(period, "vi"), justify="right")
    untimed = any(row["untimed_count"] for row in answer["rows"])
    if untimed:
        table.add_column(render("cli.column.untimed", "vi"), justify="right")
    for row in answer["rows"]:
        counts = (*row["counts"], row["untimed_count"]) if untimed else row["counts"]
        table.add_row(
            plain(row["label"]), plain(verb_of(row["role"])), *(str(n or "·") for n in counts)
        )
    return table


def _peaks(answer: Answer) -> RenderableType:
    table = columns("unit", "lead", "support", "normal", "peak", "peaks")
    for load in answer["units"]:
        both = load["both"]
        peaks = ", ".join(period_text(one, "vi") for one in both["peaks"][:PEAKS])
        row = (load["label"], load["lead"]["total"], load["support"]["total"],
               f"{both['normal']:g}", both["peak"], peaks)  # fmt: skip
        table.add_row(*map(plain, row))
    return table


def _overloaded(answer: Answer) -> str:
    facts = {"threshold": answer["threshold"]}
    if not answer["overloaded"]:
        return render("workload.nobody", "vi", **facts)
    lines = [render("workload.overloaded", "vi", **facts)]
    for unit in answer["overloaded"]:
        told = ", ".join(
            f"{period_text(one['period'], 'vi')}: {one['count']}" for one in unit["periods"]
        )
        lines.append(f"- {unit['label']}: {told}")
    return "\n".join(lines)
