"""The HTTP door: every answer in its shape, every failure in the one shape, rules of the web."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from office import AWKWARD, BUREAU, DECISION, DIRECTIVE, FIRST, OFFICE, PLAN, SECOND, fill
from pydantic import BaseModel

from api import schemas
from api.app import create_app
from api.settings import Settings
from graph import open_store

V1 = "/api/v1"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built explorer: a page, a hashed file, an icon; and a file outside that stays outside."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "static" / "assets").mkdir(parents=True)
    (folder / "static" / "index.html").write_text("<!doctype html><title>Căn cứ</title>", "utf-8")
    (folder / "static" / "assets" / "app-1a2b.js").write_text("export {}", "utf-8")
    (folder / "static" / "icon.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (folder / "secret.txt").write_text("secret")
    return folder / "static"


@pytest.fixture(scope="module")
def settings(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    store = f"sqlite:{tmp_path_factory.mktemp('api') / 'store.db'}"
    with open_store(store) as opened:
        fill(opened)
    return Settings.model_validate({"store": store, "upload_mb": 1, "explorer": built})


@pytest.fixture(scope="module")
def client(settings: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(settings), base_url="http://127.0.0.1:8000") as opened:
        yield opened


ANSWERS: list[tuple[str, type[BaseModel]]] = [
    ("/search?q=ke hoach", schemas.SearchAnswer),
    (f"/nodes/{PLAN}", schemas.NodeAnswer),
    (f"/nodes/{FIRST}", schemas.NodeAnswer),
    (f"/chain/{PLAN}", schemas.SubgraphAnswer),
    (f"/chain/{DIRECTIVE}?down=true&depth=3", schemas.SubgraphAnswer),
    (f"/path?from={BUREAU}&to={DIRECTIVE}", schemas.SubgraphAnswer),
    (f"/neighbourhood/{DECISION}?depth=2", schemas.SubgraphAnswer),
    (f"/tasks?unit={BUREAU}", schemas.TasksAnswer),
    ("/workload?year=2026", schemas.WorkloadAnswer),
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
    if "/scene" in url:  # it tells how long it took
        return
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
    ("GET", f"{V1}/search?q=a&limit=0", 422, "invalid"),
    ("GET", f"{V1}/search?q=a&kind=planet", 422, "invalid"),
    ("GET", f"{V1}/tasks", 422, "invalid"),
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
    _assert_failure(answer, code)


def _assert_failure(answer: Any, code: str) -> None:
    assert list(answer.json()) == ["error"]
    error = answer.json()["error"]
    assert error["code"] == code
    assert set(error) == {"code", "message", "message_en"}
    assert all(error.values())
    assert "{" not in error["message"] + error["message_en"]
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-security-policy"].startswith("default-src 'self'")


def test_an_upload_that_is_too_large_is_refused(client: TestClient) -> None:
    answer = client.post(f"{V1}/documents", files={"file": ("a.txt", b"a" * 2**20 + b"bc")})
    assert answer.status_code == 413
    _assert_failure(answer, "too_large")


def test_an_upload_of_unstated_length_is_counted(client: TestClient) -> None:
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
    parts = iter([head, *(b"a" * 2**17 for _ in range(9)), b"\r\n--x--\r\n"])
    kind = {"Content-Type": "multipart/form-data; boundary=x"}
    answer = client.post(f"{V1}/documents", content=parts, headers=kind)
    assert answer.status_code == 413
    _assert_failure(answer, "too_large")


def test_pages_of_other_sites_and_names_are_refused(client: TestClient) -> None:
    foreign = client.post(f"{V1}/documents", headers={"Origin": "http://evil.example"})
    assert foreign.status_code == 403
    _assert_failure(foreign, "origin")
    rebound = client.get(f"{V1}/stats", headers={"Host": "evil.example"})
    assert rebound.status_code == 421
    _assert_failure(rebound, "host")
    own = client.post(f"{V1}/documents", headers={"Origin": "http://127.0.0.1:8000"})
    assert own.status_code == 422


def test_named_hosts_are_answered(settings: Settings) -> None:
    named = settings.model_copy(update={"hosts": "cancu.example, other.example"})
    with TestClient(create_app(named), base_url="http://cancu.example") as client:
        assert client.get("/healthz").status_code == 200
        assert client.get("/healthz", headers={"Host": "127.0.0.1"}).status_code == 421
    anywhere = settings.model_copy(update={"host": "0.0.0.0"})
    with TestClient(create_app(anywhere), base_url="http://any.example") as client:
        assert client.get("/healthz").status_code == 200


def test_a_fault_of_the_program_is_not_shown(settings: Settings) -> None:
    app = create_app(settings)

    @app.get("/very/wrong")
    def wrong() -> None:
        raise RuntimeError("inner words")

    with TestClient(app, "http://127.0.0.1", raise_server_exceptions=False) as client:
        answer = client.get("/very/wrong")
    assert answer.status_code == 500
    _assert_failure(answer, "internal")
    assert "inner words" not in answer.text


def test_a_store_that_went_away_is_said(settings: Settings) -> None:
    app = create_app(settings)
    with TestClient(app, base_url="http://127.0.0.1") as client:
        app.state.store.close()
        ready = client.get("/readyz")
        assert ready.status_code == 503
        _assert_failure(ready, "store")
        assert client.get("/healthz").json() == {"status": "ok"}


def test_an_empty_store_has_no_picture_and_no_documents(tmp_path: Path) -> None:
    empty = Settings.model_validate({"store": f"sqlite:{tmp_path / 'empty.db'}"})
    with TestClient(create_app(empty), base_url="http://localhost") as client:
        answer = client.get(f"{V1}/scene")
        assert answer.status_code == 404
        _assert_failure(answer, "not_found")
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


def test_answers_are_compressed_when_asked(client: TestClient) -> None:
    packed = client.get(f"{V1}/vocabulary", headers={"Accept-Encoding": "gzip"})
    bare = client.get(f"{V1}/vocabulary", headers={"Accept-Encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in bare.headers
    assert packed.json() == bare.json()


def test_the_explorer_is_served_with_its_cache_rules(client: TestClient) -> None:
    page = client.get("/")
    assert page.headers["cache-control"] == "no-cache"
    policy = page.headers["content-security-policy"]
    assert policy == "default-src 'self'; img-src 'self' data: blob:"
    assert "immutable" in client.get("/assets/app-1a2b.js").headers["cache-control"]
    assert client.get("/icon.svg").headers["content-type"].startswith("image/svg")


def test_an_explorer_that_is_not_built_is_said(settings: Settings, tmp_path: Path) -> None:
    bare = settings.model_copy(update={"explorer": tmp_path})
    with TestClient(create_app(bare), base_url="http://localhost") as client:
        answer = client.get("/")
    assert answer.status_code == 404
    assert "make web" in answer.json()["error"]["message"]


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


def test_requests_are_counted_by_route(client: TestClient) -> None:
    client.get(f"{V1}/nodes/{PLAN}")
    client.get("/made/up/by/somebody")
    text = client.get("/metrics").text
    assert 'cancu_requests_total{method="GET",route="/api/v1/nodes/{id:path}",status="200"}' in text
    assert 'route="unmatched",status="404"' in text
    assert "made" not in text
    assert 'cancu_store_rows{kind="task"} 3' in text


def test_the_description_is_offline_and_complete(client: TestClient) -> None:
    described = client.get(f"{V1}/openapi.json").json()
    assert client.get("/docs").status_code == 404
    for path, methods in described["paths"].items():
        for operation in methods.values():
            assert operation["description"], path
            assert "default" in operation["responses"], path
