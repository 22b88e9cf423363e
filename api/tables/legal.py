"""How a document stands, what hangs on it, its diagram."""

from rich.console import Group, RenderableType
from rich.text import Text

from api.tables.cells import Answer, columns, counted, plain, quoted, shortened, verb_of
from graph.catalogue import render
from graph.labels import day_text


def state_table(answer: Answer) -> RenderableType:
    """The sentence, what is not known and why, and every act with its words."""
    table = columns("relation", "id", "label", "date", "extent", "quote")
    for act in answer["acts"]:
        extent = render(f"state.extent.{_word(act['whole'])}", "vi")
        day = day_text(act["day"] or render("state.no_day", "vi"), "vi")
        begun = "" if act["begun"] else " " + render("state.not_begun", "vi")
        row = (verb_of(act["kind"]), act["by"]["id"], act["by"]["label"], day + begun, extent)
        table.add_row(*map(plain, (*row, quoted(act["edges"][0]))))
    notes = [plain(f"! {note['message']}") for note in answer["notes"]]
    notes += [plain(f"«{shortened(proof['quote'])}»") for proof in answer["evidence"]]
    return Group(Text(answer["text"], style="bold"), *notes, *([table] if table.rows else []))


def impact_table(answer: Answer) -> RenderableType:
    """The counts, then a page of members, each with the way that joins it to the document."""
    lines = [plain(counted(f"impact.{name}", counts)) for name, counts in answer["counts"].items()]
    if answer["running"]:
        day = day_text(answer["on"], "vi")
        lines.append(plain(render("impact.running", "vi", day=day, **answer["running"])))
    if not answer["complete"]:
        lines.append(plain(render("impact.incomplete", "vi")))
    labels = {node["id"]: node["label"] for node in answer["nodes"]}
    table = columns("distance", "id", "label", "way", "quote")
    for member in answer["members"]:
        way = " ← ".join(labels[id] for id in member["way"][:-1])
        bases = member.get("other_bases") or ()
        beside = "\n" + render("impact.other_bases", "vi", count=len(bases)) if bases else ""
        row = (member["distance"], member["id"], member["label"], way + beside)
        table.add_row(*map(plain, (*row, quoted(member["edges"][-1]))))
    return Group(*lines, *([table] if table.rows else []), *_more(answer["next"]))


def relations_table(answer: Answer) -> RenderableType:
    """Category by category: the count, then the members with the words that place them there."""
    parts: list[RenderableType] = [Text(answer["node"]["label"], style="bold")]
    for category in (*answer["categories"], *answer["beside"]):
        tasks = render("relations.tasks", "vi", count=category["tasks"])
        unread = "" if category["read"] else " " + render("relations.unread", "vi")
        count = f" ({category['count']}){' ' + tasks if category['tasks'] else ''}{unread}"
        parts.append(plain(category["label"] + count))
        if category["members"]:
            table = columns("id", "label", "quote")
            for member in category["members"]:
                row = (member["id"], member["label"], quoted(member["edges"][0]))
                table.add_row(*map(plain, row))
            parts += [table, *_more(category["next"])]
    return Group(*parts)


def _word(whole: bool | None) -> str:
    return {True: "whole", False: "part", None: "unknown"}[whole]


def _more(cursor: str | None) -> list[Text]:
    return [plain(render("cli.more", "vi", cursor=cursor))] if cursor else []
