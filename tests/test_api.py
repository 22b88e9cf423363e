"""The HTTP door: every answer in its shape, every failure in the one shape."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from office import AWKWARD, BUREAU, DECISION, DIRECTIVE, FIRST, OFFICE, PLAN, SECOND
from pydantic import BaseModel
from stores import delta, doubt
from webapp import V1, assert_failure

from api import schemas
from api.app import create_app
from api.settings import Settings
from graph import open_store
from viz.exports import FORMS

ANSWERS: list[tuple[str, type[BaseModel]]] = [
    ("/search?q=ke hoach", schemas.SearchAnswer),
    ("/ask?q=QĐ 340 căn cứ vào đâu?", schemas.AskAnswer),
    ("/ask", schemas.AskAnswer),
    (f"/nodes/{PLAN}", schemas.NodeAnswer),
    (f"/nodes/{FIRST}", schemas.NodeAnswer),
    (f"/chain/{PLAN}", schemas.SubgraphAnswer),
    (f"/chain/{DIRECTIVE}?down=true&depth=3", schemas.SubgraphAnswer),
    (f"/path?from={BUREAU}&to={DIRECTIVE}", schemas.SubgraphAnswer),
    (f"/neighbourhood/{DECISION}?depth=2", schemas.SubgraphAnswer),
    (f"/tasks?unit={BUREAU}", schemas.TasksAnswer),
    ("/tasks?attention=no-lead&limit=1", schemas.TasksAnswer),
    (f"/tasks?unit={OFFICE}&attention=no-date&limit=1", schemas.TasksAnswer),
    ("/workload?year=2026", schemas.WorkloadAnswer),
    (f"/workload?by=week&unit={OFFICE}&threshold=0&collectives=members", schemas.WorkloadAnswer),
    ("/workload?by=month&brief=true&role=leads&sub_units=false", schemas.WorkloadAnswer),
    ("/calendar", schemas.CalendarAnswer),
    (f"/calendar?unit={OFFICE}&role=leads&kind=end&limit=1", schemas.CalendarAnswer),
    (f"/compare?a={PLAN}&b={DECISION}", schemas.ComparisonAnswer),
    ("/findings", schemas.FindingsAnswer),
    ("/missing", schemas.Shape),
    ("/stats", schemas.Shape),
    ("/vocabulary", schemas.Shape),
    (f"/text/{PLAN}", schemas.TextAnswer),
    ("/documents", schemas.DocumentsAnswer),
    ("/scene", schemas.SceneAnswer),
    (f"/scene?view=path&root={BUREAU}&to={DIRECTIVE}", schemas.SceneAnswer),
    (f"/scene?view=explore&root={PLAN}&add={DECISION}", schemas.SceneAnswer),
]


@pytest.mark.parametrize(("url", "shape"), ANSWERS, ids=[url for url, _ in ANSWERS])
def test_an_answer_has_its_shape_and_is_not_sent_twice(
    client: TestClient, url: str, shape: type[BaseModel]
) -> None:
    first = client.get(V1 + url)
    assert first.status_code == 200, first.text
    shape.model_validate(first.json())
    again = client.get(V1 + url, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get(V1 + url, headers={"If-None-Match": 'W/"other"'})
    assert other.status_code == 200


FAILURES = [
    ("GET", "/nope", 404, "not_found"),
    ("GET", f"{V1}/nope", 404, "not_found"),
    ("GET", f"{V1}/nodes/vn/no/such", 404, "not_found"),
    ("GET", f"{V1}/chain/vn/no/such", 404, "not_found"),
    ("GET", f"{V1}/neighbourhood/vn/no/such", 404, "not_found"),
    ("GET", f"{V1}/path?from={PLAN}&to=vn/no/such", 404, "not_found"),
    ("GET", f"{V1}/tasks?unit=vn/no/such", 404, "not_found"),
    ("GET", f"{V1}/text/vn/no/such", 404, "not_found"),
    ("GET", f"{V1}/text/{DIRECTIVE}", 404, "not_found"),
    ("GET", f"{V1}/scene?root=vn/no/such", 404, "not_found"),
    ("GET", f"{V1}/scene?view=path&root={PLAN}", 400, "usage"),
    ("GET", f"{V1}/search?q=a&cursor=x", 400, "usage"),
    ("GET", f"{V1}/tasks?unit={OFFICE}&since=mai", 400, "usage"),
    ("GET", f"{V1}/tasks?unit={OFFICE}&since=2026&until=2025", 400, "usage"),
    ("GET", f"{V1}/search?q=a&limit=0", 422, "invalid"),
    ("GET", f"{V1}/search?q=a&kind=planet", 422, "invalid"),
    ("GET", f"{V1}/tasks?role=leads", 400, "usage"),
    ("GET", f"{V1}/tasks?attention=all", 422, "invalid"),
    ("GET", f"{V1}/calendar?cursor=x", 400, "usage"),
    ("GET", f"{V1}/calendar?kind=feast", 422, "invalid"),
    ("GET", f"{V1}/compare?a={PLAN}", 422, "invalid"),
    ("GET", f"{V1}/compare?a={PLAN}&b={PLAN}", 400, "usage"),
    ("GET", f"{V1}/compare?a={PLAN}&b={OFFICE}", 404, "not_found"),
    ("GET", f"{V1}/scene?view=moon", 422, "invalid"),
    ("PUT", f"{V1}/stats", 405, "method"),
    ("DELETE", f"{V1}/documents", 405, "method"),
    ("POST", f"{V1}/documents", 422, "invalid"),
    ("GET", "/assets/none.js", 404, "not_found"),
    ("GET", "/..%2Fsecret.txt", 404, "not_found"),
    ("GET", "/assets/..%2Findex.html", 404, "not_found"),
]


@pytest.mark.parametrize(("method", "url", "status", "code"), FAILURES)
def test_every_failure_has_the_one_shape(
    client: TestClient, method: str, url: str, status: int, code: str
) -> None:
    answer = client.request(method, url)
    assert answer.status_code == status
    assert_failure(answer, code)


def test_the_description_tells_what_uploads_and_exports_answer(client: TestClient) -> None:
    paths = client.get(f"{V1}/openapi.json").json()["paths"]
    upload = paths[f"{V1}/documents"]["post"]["responses"]
    shapes = {
        status: upload[status]["content"]["application/json"]["schema"]["$ref"].rsplit("/")[-1]
        for status in ("200", "201")
    }
    assert shapes == {"200": "PreviewAnswer", "201": "KeptAnswer"}
    described = {
        route: paths[f"{V1}/export/{route}"]["get"]["responses"]["200"]["content"]
        for route in ("html", "{form}")
    }
    sent = {
        form: client.get(f"{V1}/export/{form}").headers["content-type"].partition(";")[0]
        for form in ("html", *FORMS)
    }
    assert list(described["html"]) == [sent.pop("html")]
    assert set(described["{form}"]) == set(sent.values())
    names = paths[f"{V1}/export/{{form}}"]["get"]["parameters"][0]["schema"]["enum"]
    assert names == list(FORMS)
    assert client.get(f"{V1}/export/docx").status_code == 422


def test_documents_of_one_label_in_a_finding_are_told_apart(tmp_path: Path) -> None:
    url = f"sqlite:{tmp_path / 'twins.db'}"
    with open_store(url) as store:
        for issued, basis in (("2024-03-05", ()), ("2025-04-06", ("vn/x/kh/2024/7",))):
            id = f"vn/x/kh/{issued[:4]}/7"
            issues = [doubt("noted", id, *basis)]
            store.apply(delta(id, issues=issues, label="Kế hoạch 7/KH-X", issued=issued))
    settings = Settings.model_validate({"store": url})
    with TestClient(create_app(settings), base_url="http://localhost") as client:
        found = client.get(f"{V1}/findings").json()["findings"]
    labels = {len(one["nodes"]): list(one["labels"].values()) for one in found}
    assert labels == {
        1: ["Kế hoạch 7/KH-X"],
        2: ["Kế hoạch 7/KH-X (06/04/2025)", "Kế hoạch 7/KH-X (05/03/2024)"],
    }


def test_an_empty_store_has_no_picture_and_no_documents(tmp_path: Path) -> None:
    empty = Settings.model_validate({"store": f"sqlite:{tmp_path / 'empty.db'}"})
    with TestClient(create_app(empty), base_url="http://localhost") as client:
        answer = client.get(f"{V1}/scene")
        assert answer.status_code == 404
        assert_failure(answer, "not_found")
        assert client.get(f"{V1}/documents").json() == {"documents": [], "next": None}


@pytest.mark.parametrize(
    ("url", "list_name"),
    [("/documents?limit=1", "documents"), ("/search?q=ninh binh&limit=1", "hits")],
)
def test_pages_follow_one_another_without_gap(client: TestClient, url: str, list_name: str) -> None:
    whole = client.get(V1 + url.replace("limit=1", "limit=99"))
    found, cursor = [], ""
    while cursor is not None:
        page = client.get(f"{V1}{url}&cursor={cursor}").json()
        found += page[list_name]
        cursor = page["next"]
    assert found == whole.json()[list_name]
    assert len(found) >= 2


def test_the_fullest_document_is_drawn_when_none_is_named(client: TestClient) -> None:
    assert client.get(f"{V1}/scene").json()["root"] == PLAN


def test_what_was_drawn_stays_where_it_was(client: TestClient) -> None:
    before = client.get(f"{V1}/scene?view=explore&root={DIRECTIVE}").json()["cards"]
    url = f"{V1}/scene?view=explore&root={DIRECTIVE}&add={PLAN},{BUREAU}"
    after = {card["id"]: card for card in client.get(url).json()["cards"]}
    assert len(after) > len(before)
    for card in before:
        assert abs(after[card["id"]]["x"] - card["x"]) <= 1
        assert abs(after[card["id"]]["y"] - card["y"]) <= 1


def test_groups_and_neighbours_are_added_in_their_order(client: TestClient) -> None:
    url = f"{V1}/scene?view=explore&root={PLAN}"
    group = next(c["id"] for c in client.get(url).json()["cards"] if c["kind"] == "group")
    for order in ([group, DECISION], [DECISION, group]):
        one = client.get(f"{url}&add={order[0]}").json()["cards"]
        both = {c["id"]: c for c in client.get(f"{url}&add={','.join(order)}").json()["cards"]}
        assert FIRST in both, "the group shows its tasks"
        for card in one:
            if card["id"] != group:
                assert (card["x"], card["y"]) == (both[card["id"]]["x"], both[card["id"]]["y"])


def test_hidden_cards_and_opened_groups(client: TestClient) -> None:
    whole = client.get(f"{V1}/scene?root={PLAN}").json()["cards"]
    group = next(card for card in whole if card["kind"] == "group")
    url = f"{V1}/scene?root={PLAN}&hide={DIRECTIVE}&expand={group['id']}"
    cards = {card["id"]: card["kind"] for card in client.get(url).json()["cards"]}
    assert DIRECTIVE not in cards
    assert "task" in cards.values()


def test_every_step_of_a_path_has_its_proof(client: TestClient) -> None:
    answer = client.get(f"{V1}/path", params={"from": BUREAU, "to": DIRECTIVE}).json()
    assert answer["along"]
    for way in answer["ways"]:
        assert (way[0], way[-1]) == (BUREAU, DIRECTIVE)
    assert all(edge["evidence"] for edge in answer["edges"])


def test_roles_and_days_change_the_tasks(client: TestClient) -> None:
    def ids(**query: str) -> list[str]:
        answer = client.get(f"{V1}/tasks", params={"unit": OFFICE, **query}).json()
        return [task["id"] for task in answer["tasks"]]

    assert sorted(ids()) == sorted([FIRST, SECOND])
    assert ids(role="leads") == [SECOND]
    assert ids(role="leads", since="2026-10-01") == []
    assert len(ids(sub_units="true")) > 2


def test_words_of_documents_stay_words(client: TestClient) -> None:
    answer = client.get(f"{V1}/nodes/{FIRST}")
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["node"]["name"] == AWKWARD
    page = client.get(f"{V1}/export/html?root={PLAN}")
    assert page.headers["content-disposition"].startswith("attachment")
    assert "<script>alert(1)" not in page.text


def test_the_export_has_every_node_and_edge(client: TestClient) -> None:
    lines = client.get(f"{V1}/export/jsonl").text.splitlines()
    counts = client.get(f"{V1}/stats").json()["counts"]
    assert len(lines) == counts["document"] + counts["task"] + counts["unit"] + counts["edge"]
