"""Answering a question in Vietnamese: understood wholly and in one way only, or not at all (hỏi).

No model and no guess: every word of the question must be accounted for. What can be meant in
several ways is given back as questions to choose from; what is not understood is said so, with the
nearest questions that can be answered.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import TypeAlias

from graph.questions.ask import telling
from graph.questions.ask.annexes import by_kind_with_annex
from graph.questions.ask.answering import answer_to
from graph.questions.ask.asking import is_question
from graph.questions.ask.bare_numbers import by_number_alone
from graph.questions.ask.deciding import choice, decided
from graph.questions.ask.described import (
    with_documents_named,
    with_the_document,
    with_the_longest_title,
)
from graph.questions.ask.follow_ups import (
    asked_of,
    of_the_task,
    of_the_unit,
    pointed_at,
    there,
    with_follow_up,
    within,
)
from graph.questions.ask.ground import (
    Open,
    Outcome,
    Silent,
    Told,
    Unnamed,
    ground,
)
from graph.questions.ask.issued_by import by_kind_and_issuer
from graph.questions.ask.items import Line
from graph.questions.ask.mention import Mention
from graph.questions.ask.naming import ways_to_take
from graph.questions.ask.nearby import OFFERED, named_alone, partly
from graph.questions.ask.offers import nearest, once
from graph.questions.ask.parts import each_document, parts_of, together
from graph.questions.ask.placing import of_one_place
from graph.questions.ask.readings import DEAR, Reading, loose_readings, readings
from graph.questions.ask.reply import Asked, Reply, Status
from graph.questions.ask.silence import nothing
from graph.questions.ask.words import tidied, words_of
from graph.store import GraphReader

Finder: TypeAlias = Callable[[GraphReader, str], Iterator[Mention]]

#: words of a question
MOST = 60


def ask(store: GraphReader, question: str, *, today: date) -> Reply:
    """The reply to a question; ``today`` is what "tuần này" and "năm nay" are told from."""
    text = tidied(question)
    count = len(words_of(text))
    if not count:
        return Reply(question, Status.UNKNOWN, telling.say("empty"))
    if count > MOST:
        return Reply(question, Status.UNKNOWN, telling.say("long", count=count, most=MOST))
    with store.snapshot() as view:
        return _Asking(view, question, text, today).reply()


class _Asking:
    """One question on its way to a reply."""

    def __init__(self, store: GraphReader, question: str, text: str, today: date) -> None:
        self.store, self.question, self.text, self.today = store, question, text, today
        self.silent: list[Outcome] = []
        self.known = DEAR  # the price of the first meaning of which nothing is said

    def reply(self) -> Reply:
        """The answer of the one meaning there is, else what to ask instead."""
        ways = self._lines(self.text)
        return (
            self._one_by_one(with_follow_up(self.store, self.text, self.today))
            or self._understood_as(ways)
            or self._by_title(ways)
            or self._understood_as(self._called(by_kind_and_issuer))
            or self._understood_as(self._called(by_number_alone))
            or self._understood_as(self._called(by_kind_with_annex))
            or self._loosely(ways)
            or self._by_names(ways)
            or self._one_by_one(() if self.silent else each_document(self.store, self.text))
            or self._unanswered(ways)
        )

    def _unanswered(self, ways: Sequence[Line]) -> Reply:
        """That nothing is said of it where it is understood, else what can be asked instead."""
        if self.silent:
            return nothing(self.question, self.silent[0])
        return self._not_understood(ways)

    def _one_by_one(self, texts: Sequence[str]) -> Reply | None:
        """The replies to several questions as one, where each is understood in one way."""
        found: list[Reply | None] = []
        for text in texts:
            before = found[-1] if found else None
            ways = [pointed_at(text, before)]
            if before:
                of_task = of_the_task(self.store, text, before)
                of_unit = of_the_unit(self.store, text, before)
                ways = [way for way in (of_task, of_unit) if way != text] + ways
                ways += [asked_of(text, before), there(self.store, text, before)]
                ways += [within(text, before)]
            replies = [r for way in dict.fromkeys(ways) if (r := self._told_of(way))]
            understood = (reply for reply in replies if reply.asked)
            found.append(next(understood, next(iter(replies), None)))
        told = [reply for reply in found if reply]
        return together(self.question, told) if told and len(told) == len(texts) else None

    def _told_of(self, text: str) -> Reply | None:
        """What is told of a part of the question, be it that nothing is said of it."""
        part = _Asking(self.store, self.question, text, self.today)
        ways = part._lines(text)
        reply = part._understood_as(ways) or part._loosely(ways)
        return reply or (nothing(part.question, part.silent[0]) if part.silent else None)

    def _understood_as(self, ways: Sequence[Line]) -> Reply | None:
        """The reply to the cheapest meaning that has one; of those without, ``silent`` is told."""
        return self._first_told(r for r in self._readings(ways) if not r.by_name)

    def _by_names(self, ways: Sequence[Line]) -> Reply | None:
        """The reply where a document, unit or time that is named is a word of a task's name."""
        return self._first_told(r for r in self._readings(ways) if r.by_name)

    def _readings(self, ways: Sequence[Line]) -> Iterator[Reading]:
        return (reading for line in ways for reading in readings(line, self.text))

    def _first_told(self, found: Iterable[Reading]) -> Reply | None:
        """The reply to the cheapest of these meanings that has one."""
        whole = sorted(found, key=lambda reading: reading.price)
        for level in (list(same) for _, same in groupby(whole, key=lambda one: one.price)):
            outcomes = once(ground(self.store, reading, self.today) for reading in level)
            told = [outcome for outcome in outcomes if isinstance(outcome, Told)]
            told = [outcome for outcome in told if not outcome.beside] or told
            undecided = [o for o in outcomes if isinstance(o, Open | Unnamed)]
            if told or undecided:
                return decided(self.question, told, undecided, self.today)
            self._nothing_said(outcomes, level[0].price)
        return None

    def _nothing_said(self, outcomes: list[Outcome], price: int) -> None:
        """These meanings have no answer; the cheapest is told first."""
        if outcomes and price < self.known:
            self.silent, self.known = outcomes + self.silent, price
        else:
            self.silent += outcomes

    def _loosely(self, ways: Sequence[Line]) -> Reply | None:
        """The reply where words that say nothing in such a question are passed over, several
        questions one by one where none asks them all; not where the question is understood as it
        stands and its documents say nothing."""
        if self._is_silent():
            return None
        parts = self._questions()
        known, whole = self.known, bool(parts)
        if parts:
            if reply := self._loosely_of(ways, known=DEAR, whole=True):
                return reply
            if self._is_silent():
                return None
            if several := self._one_by_one(parts):
                return several
        for lines in (ways, self._called(by_kind_and_issuer), self._called(by_number_alone)):
            if reply := self._loosely_of(lines, known=known, whole=whole):
                return reply
        return None

    def _is_silent(self) -> bool:
        """Whether it is understood, no words of a task's name among it, and nothing is said."""
        return any(isinstance(one, Silent) and not one.asked.topic for one in self.silent)

    def _loosely_of(self, lines: Sequence[Line], *, known: int, whole: bool) -> Reply | None:
        return self._first_told(
            reading
            for line in lines
            for reading in loose_readings(line, self.text, known=known, whole=whole)
        )

    def _questions(self) -> list[str]:
        """The questions that are asked in one breath, none where it is one."""
        parts = parts_of(self.store, self.text)
        return parts if len(parts) > 1 and all(is_question(part) for part in parts) else []

    def _called(self, find: Finder) -> tuple[Line, ...]:
        """The ways to take the question with the documents that are found so, none without."""
        called = tuple(find(self.store, self.text))
        return self._lines(self.text, called) if called else ()

    def _lines(self, text: str, called: Sequence[Mention] = ()) -> tuple[Line, ...]:
        return ways_to_take(self.store, text, self.today, called)

    def _not_understood(self, ways: Sequence[Line]) -> Reply:
        """Several questions in one, or words that nothing accounts for."""
        parts = parts_of(self.store, self.text)
        split = [asked for part in parts for asked in self._understood(part)]
        if len(parts) > 1 and len(split) == len(parts):
            if told := self._once(split):
                return told
            return choice(self.question, "two_questions", split)
        bare = named_alone(self.store, ways, self.today)
        if bare:
            return choice(self.question, "several", bare)
        near: list[Asked] = self._described(ways)
        left: tuple[str, ...] = ()
        if not near:
            near, left = partly(self.store, ways, self.text, self.today)
        offered = nearest(near)
        denied = [item for item in ways[0].items if item.symbol == "not"] if ways else []
        if denied:
            word = self.text[denied[0].start : denied[0].end]
            text = telling.say("negated", word=word, near=offered)
        elif left and near:
            text = telling.say("left", words=" … ".join(left), near=offered)
        else:
            text = telling.say("not_understood" if near else "not_understood.hint", near=offered)
        return Reply(self.question, Status.UNKNOWN, text, alternatives=tuple(near))

    def _once(self, split: Sequence[Asked]) -> Reply | None:
        """The answer where all parts of the question ask the same."""
        answered = answer_to(self.store, split[0])
        alike = answered and all(asked == split[0] for asked in split)
        return (
            decided(self.question, [Told(split[0], answered)], (), self.today)
            if answered and alike
            else None
        )

    def _described(self, ways: Sequence[Line]) -> list[Asked]:
        """The question asked of the documents whose titles hold its words."""
        near: list[Asked] = []
        for text in with_documents_named(self.store, self.text, ways[0].items if ways else ()):
            near += [asked for asked in self._understood(text) if asked not in near]
        return near[:OFFERED]

    def _by_title(self, ways: Sequence[Line]) -> Reply | None:
        """The reply where kind and title name one document and so make one question."""
        told = {w for line in ways for w in with_the_document(self.store, self.text, line.items)}
        reply = self._entitled(told) if told else None
        named = {item.start for line in ways for item in line.items if item.symbol == "doc"}
        return reply or self._entitled(set(with_the_longest_title(self.store, self.text, named)))

    def _entitled(self, named: Collection[tuple[int, str]]) -> Reply | None:
        """The reply to the question with a document's name for the longest words of its title."""
        longest = max((length for length, _ in named), default=0)
        texts = {text for length, text in named if length == longest}
        found: list[Told | Silent] = []
        for text in sorted(texts):
            reached = (
                ground(self.store, reading, self.today)
                for line in self._lines(text)
                for reading in readings(line, text)
            )
            known = [outcome for outcome in reached if isinstance(outcome, Told | Silent)]
            told = [outcome for outcome in known if isinstance(outcome, Told)]
            found += told[:1] or known[:1]
        answered = [outcome for outcome in found if isinstance(outcome, Told)]
        if not answered:
            return None
        own = [told for told in answered if of_one_place(told.asked)]
        if len(texts) == 1 or len(own) == 1:
            answered = own if len(own) == 1 else answered
            return decided(self.question, answered, (), self.today)
        return choice(self.question, "several", [one.asked for one in found][:OFFERED])

    def _understood(self, part: str) -> Iterator[Asked]:
        """What a part of the question asks, if that is one thing with an answer."""
        for line in self._lines(part):
            for reading in readings(line, part):
                outcome = ground(self.store, reading, self.today)
                if isinstance(outcome, Told):
                    yield outcome.asked
                    return
