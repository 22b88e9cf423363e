"""Scenes: what is folded, what is bundled, what is written on the cards, what stays in place."""

import json
from dataclasses import replace

import stores
from pictures import PLAN, document, edge, plan, plan_edges, plan_nodes, task, unit

from api.scenes import SceneQuery, draw
from graph.model import EdgeKind, Evidence, Subgraph
from graph.store import GraphStore
from graph.vocabulary import levels
from viz import View, positions, scene, scene_json
from viz.picture import Card, CardKind, Link, Scene

GROUP = f"{PLAN}/nv/I"


def cards(drawn: Scene) -> dict[str, Card]:
    return {card.id: card for card in drawn.cards}


def links(drawn: Scene) -> dict[tuple[str, str, str], Link]:
    return {(link.source, link.kind.value, link.target): link for link in drawn.links}


def test_the_tasks_of_a_document_are_folded_into_their_groups() -> None:
    drawn = cards(scene(plan()))
    group = drawn[GROUP]
    assert group.kind is CardKind.GROUP
    assert (group.label, group.title, group.badge) == ("Nhóm I", "Nhóm việc I", "3 việc")
    assert group.members == tuple(f"{GROUP}.{number}" for number in (1, 2, 3))
    assert not set(group.members) & drawn.keys()


def test_links_to_a_group_are_one_with_their_number_and_a_few_proofs() -> None:
    drawn = links(scene(plan()))
    leads = drawn["u/tdc", "leads", GROUP]
    assert leads.count == 3 and len(leads.evidence) == 3
    assert drawn[PLAN, "assigns", GROUP].count == 3
    assert drawn[f"{PLAN}/nv/II", "cites", "nd/135"].count == 1
    assert ("qd/76", "issued_by", "u/hcm") not in drawn


def test_at_most_five_proofs_each_edge_first() -> None:
    many = tuple(Evidence(PLAN, at, at + 1, "chữ", "thử") for at in range(20, 30))
    edges = [
        replace(said, evidence=said.evidence + many) if said.kind is EdgeKind.LEADS else said
        for said in plan_edges()
    ]
    drawn = links(scene(Subgraph(PLAN, tuple(plan_nodes()), {}, tuple(edges))))
    proofs = drawn["u/tdc", "leads", GROUP].evidence
    assert [proof.start for proof in proofs] == [0, 1, 2, 20, 21]


def test_two_documents_that_say_the_same_are_one_link_with_both_named() -> None:
    said = edge("qd/76", EdgeKind.IMPLEMENTS, "ct/38", by="nd/135")
    drawn = links(scene(Subgraph(PLAN, tuple(plan_nodes()), {}, (*plan_edges(), said))))
    link = drawn["qd/76", "implements", "ct/38"]
    assert link.count == 1 and link.asserted_by == ("nd/135", PLAN)


def test_an_open_group_shows_its_tasks_below_itself() -> None:
    drawn = scene(plan(), expanded=[GROUP])
    group = cards(drawn)[GROUP]
    for member in group.members:
        assert cards(drawn)[member].y > group.y
        assert (member, "part_of", GROUP) in links(drawn)
        assert ("u/tdc", "leads", member) in links(drawn)
    assert cards(drawn)[f"{GROUP}.1"].subtitle == "hạn 30/06/2026"
    assert ("u/tdc", "leads", GROUP) not in links(drawn)


def paths(*names: str) -> Scene:
    """A scene of a plan whose tasks have these paths and no group tasks."""
    tasks = [task(path, order) for order, path in enumerate(names)]
    edges = [edge(PLAN, EdgeKind.ASSIGNS, node.id) for node in tasks]
    return scene(Subgraph(PLAN, (plan_nodes()[0], *tasks), {}, tuple(edges)))


def test_without_group_tasks_the_path_groups() -> None:
    drawn = cards(paths("I.1", "I.2", "II.1", "II.2.a", "III.1"))
    groups = {card.label: card for card in drawn.values() if card.kind is CardKind.GROUP}
    assert {label: card.badge for label, card in groups.items()} == {
        "Nhóm I": "2 việc",
        "Nhóm II": "2 việc",
    }
    assert groups["Nhóm I"].title == "Nhiệm vụ của …/KH-SKHCN 2026"
    assert drawn[f"{PLAN}/nv/III.1"].kind is CardKind.TASK, "one task alone is no group"


def test_a_heading_over_everything_does_not_group() -> None:
    drawn = paths("II.1.a", "II.1.b", "II.2.a", "II.2.b")
    groups = [card.label for card in drawn.cards if card.kind is CardKind.GROUP]
    assert groups == ["Nhóm II.1", "Nhóm II.2"]


def test_a_heading_over_many_tasks_gives_way_to_those_below_it() -> None:
    many = [f"II.{part}.{letter}" for part in (1, 2) for letter in "abcdefg"]
    drawn = paths("I.1", "I.2", *many, "II.9")
    badges = {card.label: card.badge for card in drawn.cards if card.kind is CardKind.GROUP}
    assert badges == {"Nhóm I": "2 việc", "Nhóm II.1": "7 việc", "Nhóm II.2": "7 việc"}
    assert f"{PLAN}/nv/II.9" in cards(drawn), "alone under its heading"


def test_tasks_without_headings_are_one_group() -> None:
    drawn = paths("1", "2", "3")
    assert [card.badge for card in drawn.cards if card.kind is CardKind.GROUP] == ["3 việc"]
    group = next(card for card in drawn.cards if card.kind is CardKind.GROUP)
    assert group.label == "Nhiệm vụ" and "," not in group.id
    opened = scene(
        Subgraph(PLAN, (plan_nodes()[0], *(task(p, 0) for p in "123")), {}, ()),
        expanded=[group.id],
    )
    assert {card.id for card in opened.cards} > set(group.members)


def test_tasks_that_are_part_of_each_other_do_not_hang() -> None:
    ring = [task("1", 0), task("2", 1), task("3", 2)]
    edges = [edge(ring[n].id, EdgeKind.PART_OF, ring[(n + 1) % 3].id) for n in range(3)]
    drawn = scene(Subgraph(PLAN, (plan_nodes()[0], *ring), {}, tuple(edges)))
    shown = cards(drawn).keys() | {task for card in drawn.cards for task in card.members}
    assert ring[0].id in shown


def test_a_document_card_says_number_title_issuer_and_state() -> None:
    drawn = cards(scene(plan(), warnings={PLAN: 2, f"{GROUP}.1": 1, GROUP: 1}))
    own = drawn[PLAN]
    assert (own.label, own.title) == ("…/KH-SKHCN 2026", "Thực hiện chỉ thị về đo lường")
    assert own.draft and not own.cited and own.warnings == 2 and own.year == 2026
    base = drawn["qd/76"]
    assert (base.label, base.subtitle) == ("76/QĐ-UBND", "01/07/2025")
    assert base.cited and not base.draft and base.year == 2025
    assert drawn["ct/38"].label == "38-CT/TW"
    assert drawn["da/996"].label == "Đề án 996" and drawn["da/996"].level == "other"
    assert drawn[GROUP].warnings == 2


def test_a_unit_card_says_what_the_unit_does() -> None:
    drawn = cards(scene(plan()))
    assert drawn["u/tdc"].label == "Chi cục TĐC"
    assert drawn["u/tdc"].title == "Chi cục Tiêu chuẩn Đo lường Chất lượng"
    assert drawn["u/tdc"].subtitle == "5 chủ trì"
    assert drawn["u/vp"].subtitle == "2 phối hợp"
    assert "u/hcm" not in drawn, "only an edge that is not drawn touches it"
    english = cards(scene(plan(), lang="en"))
    assert english["u/tdc"].subtitle == "5 leads" and english[GROUP].badge == "3 tasks"


def test_bands_are_there_when_they_have_cards_in_the_order_of_authority() -> None:
    drawn = scene(plan())
    assert [band.id for band in drawn.bands] == [
        "party", "government", "province", "department", "other", "tasks", "units",
    ]  # fmt: skip
    order = [row.id for row in levels()] + ["tasks", "units"]
    tops = sorted(drawn.cards, key=lambda card: card.y)
    ranks = [order.index(card.level) for card in tops]
    assert ranks == sorted(ranks)


def test_the_json_has_the_agreed_keys() -> None:
    shape = json.loads(json.dumps(scene_json(scene(plan(), clock=lambda: 0.0))))
    assert list(shape) == [
        "root", "view", "title", "subtitle", "width", "height", "bands", "cards", "links",
        "steps", "counts", "truncated", "left_out", "ms",
    ]  # fmt: skip
    assert set(shape["bands"][0]) == {"id", "label", "label_en", "y", "height"}
    plain = {
        "id", "kind", "label", "title", "subtitle", "badge", "level", "colour", "x", "y", "w",
        "h", "cited", "draft", "warnings", "year",
    }  # fmt: skip
    for card in shape["cards"]:
        assert set(card) == (plain | {"members"} if card["kind"] == "group" else plain)
    for link in shape["links"]:
        assert set(link) == {
            "id", "from", "to", "kind", "count", "path", "label", "asserted_by", "evidence",
        }  # fmt: skip
        assert set(link["evidence"][0]) == {"doc", "start", "end", "quote", "rule", "confidence"}
        assert link["path"].startswith("M")
    assert shape["counts"] == {"nodes": len(shape["cards"]), "edges": len(shape["links"])}
    assert shape["title"] == "…/KH-SKHCN 2026" and shape["ms"] == 0.0


def test_the_order_of_nodes_and_edges_does_not_matter() -> None:
    turned = Subgraph(PLAN, tuple(plan_nodes()[::-1]), {}, tuple(plan_edges()[::-1]))
    assert scene(turned, clock=lambda: 0.0) == scene(plan(), clock=lambda: 0.0)


def test_a_path_numbers_its_cards_and_names_the_link_to_the_next() -> None:
    steps = [f"{PLAN}/nv/II.1", PLAN, "qd/76", "ct/38"]
    drawn = scene(plan(), view="path", steps=steps)
    assert [step.card for step in drawn.steps] == steps
    kinds = {link.id: link.kind.value for link in drawn.links}
    assert [kinds[step.link] for step in drawn.steps if step.link] == [
        "assigns", "based_on", "implements",
    ]  # fmt: skip
    assert drawn.steps[-1].link is None
    assert {card.id: card.step for card in drawn.cards if card.step} == dict(
        zip(steps, (1, 2, 3, 4), strict=True)
    )
    assert drawn.title == "Nhiệm vụ II.1 → 38-CT/TW"
    assert scene_json(drawn)["steps"][0] == {"card": steps[0], "link": drawn.steps[0].link}


def test_exploring_moves_nothing_that_stands() -> None:
    first = scene(plan(), view=View.EXPLORE)
    more = (*plan_nodes(), document("cv/9", number="9", symbol="SKHCN-VP"))
    said = edge("cv/9", EdgeKind.BASED_ON, "qd/76", by="cv/9")
    drawn = scene(
        Subgraph(PLAN, more, {}, (*plan_edges(), said)),
        view="explore",
        fixed=positions(first),
        expanded=[GROUP],
    )
    for id, (x, y) in positions(first).items():
        assert abs(cards(drawn)[id].x - x) <= 1 and abs(cards(drawn)[id].y - y) <= 1
    assert {"cv/9", f"{GROUP}.1"} <= cards(drawn).keys()
    assert drawn.bands == () and ("qd/76", "issued_by", "u/hcm") in links(drawn)


def test_exploring_opens_and_hides_without_moving_the_rest() -> None:
    before = positions(scene(plan(), view="explore"))
    after = positions(scene(plan(), view="explore", expanded=[GROUP], hidden=["qd/76"]))
    assert f"{GROUP}.1" in after and "qd/76" not in after
    assert all(after[id] == corner for id, corner in before.items() if id != "qd/76")


def test_hidden_cards_and_their_links_are_gone() -> None:
    drawn = scene(plan(), hidden=["u/tdc", "qd/76"])
    assert not {"u/tdc", "qd/76"} & cards(drawn).keys()
    assert all("u/tdc" not in (link.source, link.target) for link in drawn.links)


def test_a_document_that_cites_itself_and_edges_into_nowhere_draw_no_link() -> None:
    odd = (edge(PLAN, EdgeKind.CITES, PLAN), edge(PLAN, EdgeKind.CITES, "not/here"))
    drawn = scene(Subgraph(PLAN, tuple(plan_nodes()), {}, (*plan_edges(), *odd)))
    assert drawn.links == scene(plan()).links


def test_a_lone_unit_and_an_empty_answer_are_pictures() -> None:
    lone = scene(Subgraph("u/vp", (unit("u/vp", "Văn phòng Sở"),), {}, ()))
    assert [card.id for card in lone.cards] == ["u/vp"]
    empty = scene(Subgraph("x", (), {}, (), truncated=True, left_out=7))
    assert empty.cards == () and empty.left_out == 7 and empty.truncated


def test_a_group_names_its_document_where_that_is_not_drawn(store: GraphStore) -> None:
    jobs = [stores.task(f"vn/a/nv/I.{n}", path=f"I.{n}", name=f"Việc {n}") for n in (1, 2)]
    edges = [
        edge
        for job in jobs
        for edge in (("vn/a", EdgeKind.ASSIGNS, job.id), ("unit/b", EdgeKind.LEADS, job.id))
    ]
    store.apply(
        stores.delta("vn/a", *edges, owned=jobs, references=[stores.unit("unit/b")],
                     number="7", symbol="KH-X")
    )  # fmt: skip
    drawn = draw(store, SceneQuery(root="unit/b", view=View.EXPLORE), 400)
    groups = [card for card in drawn.cards if card.kind is CardKind.GROUP]
    assert "vn/a" not in cards(drawn)
    assert [group.title for group in groups] == ["Nhiệm vụ của 7/KH-X"]
