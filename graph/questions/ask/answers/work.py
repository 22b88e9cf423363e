"""What a unit has to do, in a role, a time, a document (việc của đơn vị)."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from graph.model import ROLE_KINDS, EdgeKind, Node
from graph.questions.ask import telling
from graph.questions.ask.described import held_in_order
from graph.questions.ask.grammar import rhythm_words
from graph.questions.ask.reply import Answered, Asked, Both
from graph.questions.ask.topics import tasks_about, with_parts
from graph.questions.collectives import memberships
from graph.questions.duties import main_roles
from graph.questions.every import pages_of
from graph.questions.repeats import repeated
from graph.questions.work_items import WorkItem, full_duties, work_items
from graph.store import GraphReader
from graph.times.spans import term_of, touches, years_of
from graph.traverse import with_evidence
from graph.words.folding import fold, words

#: words that tell a title
FEWEST = 4
#: duties that an answer holds with their tasks and proof; what is counted are all
SHOWN = 400
#: how the name of a task begins, folded, that is done with others
WITH_OTHERS = "phoi hop"


def unit_work(store: GraphReader, asked: Asked) -> Answered | None:
    """The tasks of a unit: in its roles, in a time, of a document or a topic; beside them those
    laid on a collective that it belongs to."""
    unit = asked.units[0]
    own = work_items(store, [unit.id])
    found = asked_for(store, asked, own)
    parts, shown = [], list(found)
    done = _carried_out(store, asked, own, found)
    if found or (done and EdgeKind.LEADS not in asked.roles):
        topic = telling.say("work.about", topic=asked.topic) if asked.topic else Both("", "")
        out = telling.documents(asked.excepted)
        less = telling.say("wanted.except", list=out) if asked.excepted else Both("", "")
        lead = telling.say(
            "work.of_unit", unit=unit.label, when=time_of(asked), about=topic, less=less
        )
        parts += [lead, *_by_role(store, found)]
        if done:
            led = EdgeKind.LEADS in asked.roles
            lead = telling.say("work.beside" if led else "work.beside.support")
            parts += [lead, *_by_role(store, done)]
            shown += done
    for other in sorted(memberships(store, [unit.id])):
        told = {item.task for item in shown}
        shared = asked_for(store, asked, work_items(store, [other]))
        shared = [item for item in shared if item.task not in told]
        if shared:
            name = store.nodes([other])[other].label
            lead = telling.say("work.shared", unit=name, own=unit.label)
            parts += [lead, *_by_role(store, shared)]
            shown += shared
    open_ended = _open_ended(store, asked, own, shown)
    if open_ended and (shown or not asked.no_year):  # they are no sign of a year
        if not shown:
            parts.append(telling.say("work.none_then", unit=unit.label, when=time_of(asked)))
        said = _listed(store, open_ended)
        parts.append(telling.say("work.open_ended", count=len(open_ended), list=said))
        shown += open_ended
    return _proven(store, (unit, *asked.excepted), parts, shown) if shown else None


def _proven(
    store: GraphReader, named: Sequence[Node], parts: Sequence[Both], found: Sequence[WorkItem]
) -> Answered:
    """The sentences with the first of what they count, and its proof."""
    shown = full_duties(store, found[:SHOWN])
    texts = store.nodes({item.document for item in found[:SHOWN]})
    units = store.nodes({duty.unit for duty in shown} | {node.id for node in named})
    tasks = {duty.task.id: duty.task for duty in shown}
    return Answered(
        telling.sentences(parts),
        (*units.values(), *texts.values(), *tasks.values()),
        with_evidence(store, [edge for duty in shown for edge in duty.edges]),
        len(found[SHOWN:]),
    )


def _carried_out(
    store: GraphReader, asked: Asked, own: Sequence[WorkItem], led: Sequence[WorkItem]
) -> list[WorkItem]:
    """Beside the tasks that the unit leads those that it carries out, of which no lead is told;
    beside those that it supports those that it carries out with others by their own words."""
    if EdgeKind.EXECUTES in asked.roles:
        return []
    known = {item.task for item in led}
    done = asked_for(store, replace(asked, roles=(EdgeKind.EXECUTES,)), own)
    done = [item for item in done if item.task not in known]
    if EdgeKind.LEADS in asked.roles:
        return done
    if EdgeKind.COORDINATES not in asked.roles:
        return []
    names = store.nodes({item.task for item in done})
    return [i for i in done if fold(telling.name(names[i.task])).startswith(WITH_OTHERS)]


def _open_ended(
    store: GraphReader, asked: Asked, own: Sequence[WorkItem], told: Sequence[WorkItem]
) -> list[WorkItem]:
    """The unit's work that may run in the time asked for too: that without a time, and that which
    goes on or comes back and whose document does not say until when; but of no document that
    begins later."""
    if asked.period is None:
        return []
    known = {item.task for item in told}
    every = asked_for(store, replace(asked, period=None), own)
    left = [item for item in every if item.task not in known and not item.spans]
    _, until = asked.period.days(asked.period.year) if asked.period.year else (None, None)
    held = _texts(store, left, lambda text: has_begun(text, until))
    return [item for item in left if held.get(item.document, True)]


def has_begun(text: Node | None, until: str | None) -> bool:
    """Whether a document can hold by a day: what a plan of 2026 asks for is no work of 2022."""
    start = term_of(text.properties).start if text else None
    return not (start and until) or start <= until


def is_of_rhythm(task: Node, rhythm: str) -> bool:
    """Whether a task is of the rhythm asked for; "any": it comes back at all, every so often."""
    own = str(task.properties.get("recurrence") or "")
    if rhythm == "any":
        return own.startswith("P")
    parts = fold(str(task.properties.get("time") or "")).split(",")  # thường xuyên, hằng năm
    return own == rhythm or any(part.strip() in rhythm_words(rhythm) for part in parts)


def years_of_work(store: GraphReader, asked: Asked) -> list[int]:
    """The years in which the unit has work at all."""
    items = work_items(store, [asked.units[0].id])
    return list(years_of(tuple({span for item in items for span in item.spans})))


def time_of(asked: Asked, before: str = ", ") -> Both:
    """The time asked for, after a comma or other words; with its year where that is ours."""
    time = telling.period(asked.period)
    if not time.vi:
        return Both("", "")
    note = Both("", "")
    if asked.period and asked.no_year:
        note = telling.say("no_year", year=asked.period.year)
    return Both(f"{before}{time.vi}{note.vi}", f"{before}{time.en}{note.en}")


def asked_for(store: GraphReader, asked: Asked, every: Sequence[WorkItem]) -> list[WorkItem]:
    """The work in the time, roles, documents and topic asked for, each task once."""
    found = _main(_in_time(asked, every), asked.roles)
    if asked.place:
        found = [i for i in found if asked.place in i.task.split("/nv/")[0].split("/")[1:-3]]
    if asked.documents:
        within = with_parts(store, asked.documents)
        said = _repeated(store, found, within)
        found = [item for item in found if item.document in within or item.task in said]
    if asked.excepted:
        out = with_parts(store, asked.excepted)
        said = _repeated(store, found, out)
        found = [item for item in found if item.document not in out and item.task not in said]
    if asked.topic:
        texts = with_parts(store, asked.documents) if asked.documents else ()
        named, again = tasks_about(store, asked.topic, texts, units=asked.units)
        about = {task.id for task in named} | set(again.values())
        titled = _titled(store, asked.topic, found)
        found = [item for item in found if item.task in about or titled.get(item.document)]
    return found


def _repeated(store: GraphReader, found: Sequence[WorkItem], within: Collection[str]) -> set[str]:
    """The tasks that annexes among these documents say too."""
    said: set[str] = set()
    for page in pages_of(item.task for item in found if item.document not in within):
        twins = repeated(store, store.nodes(page).values())
        said |= {task for twin, task in twins.items() if twin.split("/nv/")[0] in within}
    return said


def _titled(store: GraphReader, topic: str, found: Sequence[WorkItem]) -> Mapping[str, bool]:
    """Which documents of the work have titles that hold the words: what is done "trong đợt thi đua
    chào mừng Đại hội" is all that the plan of that name says."""
    if len(words(topic)) < FEWEST:
        return {}
    return _texts(store, found, lambda text: held_in_order(topic, text))


def _texts(
    store: GraphReader, found: Iterable[WorkItem], test: Callable[[Node], bool]
) -> dict[str, bool]:
    """What a test says of each known document of the work."""
    pages = pages_of(sorted({item.document for item in found}))
    return {id: test(text) for page in pages for id, text in store.nodes(page).items()}


def _in_time(asked: Asked, found: Sequence[WorkItem]) -> Sequence[WorkItem]:
    if asked.period is None or asked.period.year is None:
        return found
    since, until = asked.period.days(asked.period.year)
    return [item for item in found if touches(item.spans, since, until)]


def _main(found: Sequence[WorkItem], roles: Sequence[EdgeKind]) -> list[WorkItem]:
    """Each task once, in the unit's strongest role; with roles, those in which it has one."""
    if roles:
        return [item for item in found if item.role in roles]
    main = main_roles((item.unit, item.task, item.role) for item in found)
    return [item for item in found if item.role is main[item.unit, item.task]]


def _by_role(store: GraphReader, found: Sequence[WorkItem]) -> list[Both]:
    """Role by role the tasks, with how many."""
    parts = []
    for kind in ROLE_KINDS:
        own = [item for item in found if item.role is kind]
        if own:
            role, said = telling.relation(kind), _listed(store, own)
            parts.append(telling.say("work.role", role=role, count=len(own), list=said))
    return parts


def _listed(store: GraphReader, found: Sequence[WorkItem]) -> Both:
    """The first tasks by their names, and how many more there are."""
    first = found[: telling.LISTED]
    nodes = store.nodes({id for item in first for id in (item.task, item.document)})
    said = [telling.task(nodes[item.task], nodes) for item in first]
    return telling.listing(said, numbered=True, count=len(found))
