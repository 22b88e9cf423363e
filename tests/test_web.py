"""The rules of the web: sizes, origins, hosts, caches, compression, counters, faults."""

from pathlib import Path

from fastapi.testclient import TestClient
from office import PLAN
from webapp import V1, assert_failure

from api.app import create_app
from api.settings import Settings


def test_an_upload_that_is_too_large_is_refused(client: TestClient) -> None:
    answer = client.post(f"{V1}/documents", files={"file": ("a.txt", b"a" * 2**20 + b"bc")})
    assert answer.status_code == 413
    assert_failure(answer, "too_large")


def test_an_upload_of_unstated_length_is_counted(client: TestClient) -> None:
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
    parts = iter([head, *(b"a" * 2**17 for _ in range(9)), b"\r\n--x--\r\n"])
    kind = {"Content-Type": "multipart/form-data; boundary=x"}
    answer = client.post(f"{V1}/documents", content=parts, headers=kind)
    assert answer.status_code == 413
    assert_failure(answer, "too_large")


def test_pages_of_other_sites_and_names_are_refused(client: TestClient) -> None:
    foreign = client.post(f"{V1}/documents", headers={"Origin": "http://evil.example"})
    assert foreign.status_code == 403
    assert_failure(foreign, "origin")
    rebound = client.get(f"{V1}/stats", headers={"Host": "evil.example"})
    assert rebound.status_code == 421
    assert_failure(rebound, "host")
    own = client.post(f"{V1}/documents", headers={"Origin": "http://127.0.0.1:8000"})
    assert own.status_code == 422


def test_named_hosts_are_answered(settings: Settings) -> None:
    named = settings.model_copy(update={"hosts": "cancu.example, other.example"})
    with TestClient(create_app(named), base_url="http://cancu.example") as client:
        assert client.get("/healthz").status_code == 200
        assert client.get("/healthz", headers={"Host": "evil.example"}).status_code == 421
        assert client.get("/healthz", headers={"Host": "127.0.0.1:8000"}).status_code == 200
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
    assert_failure(answer, "internal")
    assert "inner words" not in answer.text


def test_a_store_that_went_away_is_said(settings: Settings) -> None:
    app = create_app(settings)
    with TestClient(app, base_url="http://127.0.0.1") as client:
        app.state.store.close()
        ready = client.get("/readyz")
        assert ready.status_code == 503
        assert_failure(ready, "store")
        assert client.get("/healthz").json() == {"status": "ok"}


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
