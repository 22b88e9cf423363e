"""How a document stands on a day: by its own days and the acts of others, else unknown."""

from dataclasses import replace
from importlib import import_module

import pytest
from stores import delta, document

from graph.errors import NotFoundError, UsageError
from graph.model import EdgeKind, Evidence, GraphDelta
from graph.questions.state import Standing, State, state
from graph.questions.state_words import state_notes, state_text
from graph.store import GraphStore

k = EdgeKind
RULE, NEW = "vn/a/qd/2025/5-2025", "vn/a/qd/2026/9-2026"
OLD = {"type": "Quyết định", "number": "5/2025", "symbol": "QĐ-UBND", "label": "QĐ 5"}


def old(**facts: object) -> GraphDelta:
    """The decision that is asked about, loaded, in force since 15 May 2025 unless said else."""
    return delta(RULE, **{**OLD, "issued": "2025-05-01", "effective": "2025-05-15", **facts})


def act(kind: EdgeKind, quote: str, by: str = NEW, **facts: object) -> GraphDelta:
    """A document that does something to the old decision, in these words."""
    given = {"type": "Quyết định", "number": "9/2026", "symbol": "QĐ-UBND", "label": "QĐ 9"}
    dates = {"issued": "2026-03-01", "effective": "2026-03-15"}
    said = delta(by, (by, kind, RULE), references=[document(RULE, **OLD)],
                 **{**given, **dates, **facts})  # fmt: skip
    proof = Evidence(by, 0, len(quote), quote, "by_hand")
    return replace(said, edges=tuple(replace(edge, evidence=(proof,)) for edge in said.edges))


def ask(store: GraphStore, *said: GraphDelta, at: str = "2026-07-01") -> State:
    for each in said:
        store.apply(each)
    return state(store, RULE, at=at)


WHOLE = "Quyết định này thay thế Quyết định số 5/2025/QĐ-UBND."


def test_in_force_from_its_own_day_on(store: GraphStore) -> None:
    assert ask(store, old(), at="2025-05-14").standing is Standing.NOT_YET
    on_the_day = state(store, RULE, at="2025-05-15")
    assert (on_the_day.standing, on_the_day.in_force) == (Standing.IN_FORCE, True)
    assert (on_the_day.since, on_the_day.since_from) == ("2025-05-15", "effective")
    assert on_the_day.notes == () and on_the_day.acts == ()
    assert "15/05/2025" in state_text(on_the_day)


def test_a_month_is_written_as_people_write_it(store: GraphStore) -> None:
    facts = {"effective": "", "issued": "", "issued_partial": "2025-05", "number": "5"}
    assert "bắt đầu từ 05/2025," in state_text(ask(store, old(**facts)))


def test_its_own_words_are_shown(store: GraphStore) -> None:
    words = {"doc": RULE, "start": 3, "end": 9, "quote": "có hiệu lực", "rule": "effective",
             "confidence": 1.0}  # fmt: skip
    found = ask(store, old(effective_evidence=words))
    assert found.own == (Evidence(RULE, 3, 9, "có hiệu lực", "effective"),)


def test_the_last_day_is_the_last(store: GraphStore) -> None:
    assert ask(store, old(expires="2026-06-30"), at="2026-06-30").standing is Standing.IN_FORCE
    ended = state(store, RULE, at="2026-07-01")
    assert (ended.standing, ended.in_force) == (Standing.EXPIRED, False)
    assert "30/06/2026" in state_text(ended)
    vague = ask(store, old(expires="2026"), at="2026-07-01")
    assert (vague.standing, vague.notes) == (Standing.UNKNOWN, ("expires_unclear",))
    assert state(store, RULE, at="2027-01-01").standing is Standing.EXPIRED


def test_replaced_when_the_new_one_takes_effect(store: GraphStore) -> None:
    before = ask(store, old(), act(k.REPLACES, WHOLE), at="2026-03-14")
    assert before.standing is Standing.IN_FORCE
    assert [(a.day, a.begun, a.whole) for a in before.acts] == [("2026-03-15", False, True)]
    after = state(store, RULE, at="2026-03-15")
    assert (after.standing, after.in_force) == (Standing.REPLACED, False)
    assert after.cause is not None and after.cause.by.id == NEW
    assert after.cause.edges[0].evidence[0].quote == WHOLE
    assert "QĐ 9" in state_text(after) and "replaced by QĐ 9" in state_text(after, "en")


def test_without_a_day_of_effect_the_day_of_issue_counts(store: GraphStore) -> None:
    found = ask(store, old(), act(k.REPEALS, "Bãi bỏ Quyết định số 05/2025/QĐ-UBND", effective=""))
    assert found.standing is Standing.REPEALED
    assert found.cause is not None
    assert (found.cause.day, found.cause.day_from) == ("2026-03-01", "issued")


@pytest.mark.parametrize(
    ("quote", "whole"),
    [
        (WHOLE, True),
        ("1. Quyết định số 5/2025/QĐ-UBND ngày 01/5/2025 về phí.", True),
        ("Bãi bỏ toàn bộ Quyết định số 5/2025/QĐ-UBND; bãi bỏ Điều 2 Quyết định số 7/2024/QĐ-UBND",
         True),
        ("Bãi bỏ khoản 2 Điều 4 Quyết định số 5/2025/QĐ-UBND", False),
        ("Bãi bỏ một phần Quyết định số 5/2025/QĐ-UBND", False),
        ("bãi bỏ Điều 3; khoản 1 Điều 4; Phụ lục II của Quyết định số 5/2025/QĐ-UBND", False),
        ("Quyết định số 5/2025/QĐ-UBND hết hiệu lực, trừ Điều 7", False),
        ("Quy chế ban hành kèm theo Quyết định số 5/2025/QĐ-UBND hết hiệu lực", None),
        ("Quyết định nói trên hết hiệu lực", None),
        ("Bãi bỏ Điều 4 Quyết định số 15/2025/QĐ-UBND", None),
    ],
)  # fmt: skip
def test_a_part_is_not_the_whole(store: GraphStore, quote: str, whole: bool | None) -> None:
    found = ask(store, old(), act(k.REPEALS, quote))
    assert [a.whole for a in found.acts] == [whole]
    expected = {True: Standing.REPEALED, False: Standing.PARTLY_ENDED, None: Standing.UNKNOWN}
    assert found.standing is expected[whole]
    assert ("extent" in found.notes) is (whole is None)


def test_what_is_amended_or_corrected_stays_in_force(store: GraphStore) -> None:
    found = ask(store, old(), act(k.AMENDS, "Sửa đổi Điều 3 Quyết định số 5/2025/QĐ-UBND"))
    assert (found.standing, found.in_force) == (Standing.AMENDED, True)
    more = ask(store, act(k.CORRECTS, "Đính chính Quyết định số 5/2025/QĐ-UBND", by="vn/a/qd/2"))
    assert more.holds == (Standing.AMENDED, Standing.CORRECTED)


def test_a_suspension_lasts_to_the_day_that_its_words_tell(store: GraphStore) -> None:
    words = "Ngưng hiệu lực Quyết định số 5/2025/QĐ-UBND đến hết ngày 30 tháng 6 năm 2026."
    found = ask(store, old(), act(k.SUSPENDS, words), at="2026-06-30")
    assert found.standing is Standing.SUSPENDED
    assert "đến hết 30/06/2026" in state_text(found)
    again = state(store, RULE, at="2026-07-01")
    assert (again.standing, again.notes) == (Standing.IN_FORCE, ("resumed",))
    assert again.acts[0].until == "2026-06-30" and again.acts[0].ended


def test_two_last_days_of_a_suspension_are_none(store: GraphStore) -> None:
    words = "Đình chỉ Quyết định số 5/2025/QĐ-UBND đến ngày 30/6/2026, có nơi đến ngày 31/7/2026."
    found = ask(store, old(), act(k.SUSPENDS, words), at="2026-12-01")
    assert found.standing is Standing.SUSPENDED and found.acts[0].until is None


def test_a_crowd_of_amendments_does_not_hide_the_repeal(
    store: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_module("graph.questions.state"), "MOST", 3)
    words = "Quyết định số 5/2025/QĐ-UBND"
    crowd = [
        act(k.AMENDS, f"Sửa đổi {words}", by=f"vn/a/qd/2026/1{n}-2026", number=f"1{n}/2026")
        for n in range(5)
    ]
    repeal = act(k.REPEALS, f"Bãi bỏ toàn bộ {words}", by="vn/z/qd/2026/8-2026", number="8/2026")
    found = ask(store, old(), *crowd, repeal)
    assert found.standing is Standing.REPEALED
    assert found.left_out == 2 and "acts_left_out" in found.notes


def test_suspended_and_then_repealed(store: GraphStore) -> None:
    found = ask(store, old(), act(k.SUSPENDS, "Đình chỉ Quyết định số 5/2025/QĐ-UBND"))
    assert (found.standing, found.in_force) == (Standing.SUSPENDED, False)
    later = act(k.REPEALS, "Bãi bỏ Quyết định số 5/2025/QĐ-UBND", by="vn/a/qd/2026/20")
    found = ask(store, later)
    assert found.holds == (Standing.REPEALED, Standing.SUSPENDED)
    assert found.standing is Standing.REPEALED


def test_an_act_of_a_vague_day_is_unknown_until_all_of_it_has_passed(store: GraphStore) -> None:
    found = ask(store, old(), act(k.REPLACES, WHOLE, issued="", effective="", year=2026))
    assert (found.standing, found.notes) == (Standing.UNKNOWN, ("act_undated",))
    assert state(store, RULE, at="2025-12-31").standing is Standing.IN_FORCE
    assert state(store, RULE, at="2026-12-31").standing is Standing.REPLACED


@pytest.mark.parametrize(
    ("facts", "note"),
    [
        ({"type": "Tờ trình"}, "proposal"),
        ({"number": "", "issued": "", "effective": ""}, "draft"),
        ({"issued": "2024-01-01", "effective": "2024-02-01"}, "before_issue"),
    ],
)
def test_what_changes_nothing_is_shown_and_not_counted(
    store: GraphStore, facts: dict[str, object], note: str
) -> None:
    found = ask(store, old(), act(k.REPLACES, WHOLE, **facts))
    assert (found.standing, found.notes) == (Standing.IN_FORCE, (note,))
    assert [a.doubt for a in found.acts] == [note]
    assert all(state_notes(found, lang) for lang in ("vi", "en"))


@pytest.mark.parametrize(
    ("facts", "standing", "notes"),
    [
        ({"effective": ""}, Standing.UNKNOWN, ("no_effective",)),
        ({"effective": "", "number": "5"}, Standing.IN_FORCE, ("from_issued",)),
        ({"effective": "", "issued": ""}, Standing.UNKNOWN, ("undated",)),
        (
            {"effective": "", "issued": "", "issued_partial": "2025-05", "number": ""},
            Standing.UNKNOWN,
            ("own_draft",),
        ),
        ({"effective": "", "number": ""}, Standing.IN_FORCE, ("from_issued",)),
        ({"effective": "", "issued": "", "year": 2026}, Standing.UNKNOWN, ("issued_unclear",)),
        ({"effective": "", "issued": "", "year": 2027}, Standing.NOT_YET, ("not_issued",)),
        ({"effective": "2026"}, Standing.UNKNOWN, ("effective_unclear",)),
    ],
)
def test_what_its_own_days_do_not_tell(
    store: GraphStore, facts: dict[str, object], standing: Standing, notes: tuple[str, ...]
) -> None:
    found = ask(store, old(**facts))
    assert (found.standing, found.notes) == (standing, notes)


def test_a_cited_document_is_known_by_what_others_do_to_it(store: GraphStore) -> None:
    found = ask(store, act(k.AMENDS, "Sửa đổi Điều 3 Quyết định số 5/2025/QĐ-UBND"))
    assert (found.standing, found.holds) == (Standing.UNKNOWN, (Standing.AMENDED,))
    assert found.notes == ("not_loaded",) and found.in_force is None
    found = ask(store, act(k.REPLACES, WHOLE, by="vn/a/qd/2026/21"))
    assert found.standing is Standing.REPLACED


def test_many_voices_for_one_act_are_one_act(store: GraphStore) -> None:
    witness = delta("vn/x", (NEW, k.REPLACES, RULE))
    found = ask(store, old(), act(k.REPLACES, WHOLE), witness)
    assert [len(a.edges) for a in found.acts] == [2]


def test_what_cannot_be_asked(store: GraphStore) -> None:
    ask(store, old())
    for day in ("2026", "2026-02-30", "01/07/2026"):
        with pytest.raises(UsageError, match="ngày"):
            state(store, RULE, at=day)
    with pytest.raises(NotFoundError):
        state(store, "vn/nobody", at="2026-07-01")
