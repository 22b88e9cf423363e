"""What a unit has to do, in a role, a time, a document (việc của đơn vị)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.model import ROLE_KINDS, EdgeKind, Node
from graph.questions.ask import telling
from graph.questions.ask.described import held_in_order
from graph.questions.ask.grammar import rhythm_words
from graph.questions.ask.reply import Answered, Asked, Both
from graph.questions.ask.topics import tasks_about, with_parts
from graph.questions.collectives import Collectives, memberships
from graph.questions.duties import Duty, duties, main_roles
from graph.questions.repeats import repeated
from graph.questions.work_items import work_items
from graph.store import GraphReader
from graph.times.spans import term_of, touches, years_of
from graph.traverse import with_evidence
from graph.words.folding import fold, words

#: words that tell a title
FEWEST = 4
#: duties that an answer holds with their tasks and proof; what is counted are all
SHOWN = 400


def unit_work(store: GraphReader, asked: Asked) -> Answered | None:
    """The tasks of a unit: in its roles, in a time, of a document or a topic; beside them those
    laid on a collective that it belongs to."""
    unit = asked.units[0]
    found = asked_for(store, asked, duties(store, [unit.id], ROLE_KINDS))
    parts, shown = [], list(found)
    if found:
        topic = telling.say("work.about", topic=asked.topic) if asked.topic else Both("", "")
        lead = telling.say("work.of_unit", unit=unit.label, when=time_of(asked), about=topic)
        parts += [lead, *_by_role(store, found)]
        if done := _carried_out(store, asked, found):
            parts += [telling.say("work.beside"), *_by_role(store, done)]
            shown += done
    for other in sorted(memberships(store, [unit.id])):
        told = {duty.task.id for duty in shown}
        shared = asked_for(store, asked, duties(store, [other], ROLE_KINDS))
        shared = [duty for duty in shared if duty.task.id not in told]
        if shared:
            name = store.nodes([other])[other].label
            lead = telling.say("work.shared", unit=name, own=unit.label)
            parts += [lead, *_by_role(store, shared)]
            shown += shared
    open_ended = _open_ended(store, asked, shown)
    if open_ended and (shown or not asked.no_year):  # they are no sign of a year
        if not shown:
            parts.append(telling.say("work.none_then", unit=unit.label, when=time_of(asked)))
        owners = store.nodes({str(duty.task.properties.get("document")) for duty in open_ended})
        said = telling.listing([telling.task(d.task, owners) for d in open_ended], numbered=True)
        parts.append(telling.say("work.open_ended", count=len(open_ended), list=said))
        shown += open_ended
    if not shown:
        return None
    left_out, shown = len(shown[SHOWN:]), shown[:SHOWN]
    texts = store.nodes({str(duty.task.properties.get("document")) for duty in shown})
    units = store.nodes({duty.unit for duty in shown} | {unit.id})
    tasks = {duty.task.id: duty.task for duty in shown}
    return Answered(
        telling.sentences(parts),
        (*units.values(), *texts.values(), *tasks.values()),
        with_evidence(store, [edge for duty in shown for edge in duty.edges]),
        left_out,
    )


def _carried_out(store: GraphReader, asked: Asked, led: Sequence[Duty]) -> list[Duty]:
    """Beside the tasks that the unit leads those that it carries out, of which no lead is told."""
    if EdgeKind.LEADS not in asked.roles or EdgeKind.EXECUTES in asked.roles:
        return []
    doing = replace(asked, roles=(EdgeKind.EXECUTES,))
    done = asked_for(store, doing, duties(store, [asked.units[0].id], ROLE_KINDS))
    return [duty for duty in done if duty.task.id not in {one.task.id for one in led}]


def _open_ended(store: GraphReader, asked: Asked, told: Sequence[Duty]) -> list[Duty]:
    """The unit's duties that may run in the time asked for too: those without a time, and those
    that go on or come back and whose document does not say until when; but of no document that
    begins later."""
    if asked.period is None:
        return []
    known = {duty.task.id for duty in told}
    own = duties(store, [asked.units[0].id], ROLE_KINDS)
    every = asked_for(store, replace(asked, period=None), own)
    left = [d for d in every if d.task.id not in known and not d.spans]
    texts = store.nodes({str(duty.task.properties.get("document")) for duty in left})
    _, until = asked.period.days(asked.period.year) if asked.period.year else (None, None)
    return [d for d in left if has_begun(texts.get(str(d.task.properties.get("document"))), until)]


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
    items = work_items(store, [asked.units[0].id], Collectives.APART)
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


def asked_for(store: GraphReader, asked: Asked, every: Sequence[Duty]) -> list[Duty]:
    """The duties in the time, roles, documents and topic asked for, each task once."""
    found = _main(_in_time(asked, every), asked.roles)
    if asked.place:
        found = [d for d in found if asked.place in d.task.id.split("/nv/")[0].split("/")[1:-3]]
    if asked.documents:
        within = with_parts(store, asked.documents)
        twins = repeated(store, [duty.task for duty in found])  # an annex says it too
        said = {task for twin, task in twins.items() if twin.split("/nv/")[0] in within}
        found = [
            d for d in found if d.task.properties.get("document") in within or d.task.id in said
        ]
    if asked.topic:
        texts = with_parts(store, asked.documents) if asked.documents else ()
        named, again = tasks_about(store, asked.topic, texts, units=asked.units)
        about = {task.id for task in named} | set(again.values())
        titled = _titled(store, asked.topic, found)
        found = [
            duty
            for duty in found
            if duty.task.id in about or duty.task.properties.get("document") in titled
        ]
    return found


def _titled(store: GraphReader, topic: str, found: Sequence[Duty]) -> set[str]:
    """The documents of the duties whose titles hold the words: what is done "trong đợt thi đua
    chào mừng Đại hội" is all that the plan of that name says."""
    if len(words(topic)) < FEWEST:
        return set()
    texts = store.nodes({str(duty.task.properties.get("document")) for duty in found})
    return {id for id, node in texts.items() if held_in_order(topic, node)}


def _in_time(asked: Asked, found: Sequence[Duty]) -> list[Duty]:
    if asked.period is None or asked.period.year is None:
        return list(found)
    since, until = asked.period.days(asked.period.year)
    return [duty for duty in found if touches(duty.spans, since, until)]


def _main(found: Iterable[Duty], roles: Sequence[EdgeKind]) -> list[Duty]:
    """Each task once, in the unit's strongest role; with roles, those in which it has one."""
    found = list(found)
    if roles:
        return [duty for duty in found if duty.role in roles]
    main = main_roles((duty.unit, duty.task.id, duty.role) for duty in found)
    return [duty for duty in found if duty.role is main[duty.unit, duty.task.id]]


def _by_role(store: GraphReader, found: Sequence[Duty]) -> list[Both]:
    """Role by role the tasks, with how many."""
    texts = store.nodes({str(duty.task.properties.get("document")) for duty in found})
    parts = []
    for kind in ROLE_KINDS:
        tasks = [duty.task for duty in found if duty.role is kind]
        if tasks:
            said = telling.listing([telling.task(t, texts) for t in tasks], numbered=True)
            parts.append(
                telling.say("work.role", role=telling.relation(kind), count=len(tasks), list=said)
            )
    return parts
