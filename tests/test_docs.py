"""Every setting, command, option, route, kind, exit code and failure is described in docs/."""

import re
from pathlib import Path

import pytest
import typer
from fastapi.testclient import TestClient

from api.cli import application
from api.failures import OUTCOMES, ExitCode
from api.settings import PREFIX, Settings
from graph.model import EdgeKind, NodeKind

DOCS = Path(__file__).parent.parent / "docs"
SHARED = {"--json", "--store", "--config", "--help"}
OWN = "cancu --version"


def page(name: str) -> str:
    return (DOCS / f"{name}.md").read_text("utf-8")


@pytest.mark.parametrize("name", Settings.model_fields)
def test_settings(name: str) -> None:
    rows = [row for row in page("operations").splitlines() if f"`{PREFIX}{name.upper()}`" in row]
    assert len(rows) >= 1
    assert f"`{name}`" in rows[0]
    default = Settings.model_fields[name].default
    if isinstance(default, int) or name in ("host", "log_level"):
        assert f"`{default}`" in rows[0], "its default"


def test_no_setting_is_described_that_is_not_there() -> None:
    described = set(re.findall(r"`CANCU_(\w+)` \| `", page("operations")))
    assert described == {name.upper() for name in Settings.model_fields}


def commands() -> dict[str, set[str]]:
    """Command → its options."""
    group = typer.main.get_command(application())
    found = getattr(group, "commands", {})
    return {
        name: {opt for param in command.params for opt in param.opts if opt.startswith("-")}
        for name, command in found.items()
    }


@pytest.mark.parametrize(("command", "options"), sorted(commands().items()))
def test_commands_and_their_options(command: str, options: set[str]) -> None:
    sections = re.split(r"^### ", page("cli"), flags=re.MULTILINE)
    own = [section for section in sections if section.startswith(f"`{command}")]
    assert len(own) == 1
    section = own[0].split("\n## ")[0]
    for option in options - SHARED:
        assert re.search(rf"`{option}[` ]", section), option


def test_shared_options() -> None:
    for option in SHARED:
        assert f"`{option}" in page("cli")
    assert f"`{OWN}`" in page("cli")


def test_no_command_is_described_that_is_not_there() -> None:
    described = re.findall(r"^### `(\w+)", page("cli"), flags=re.MULTILINE)
    assert sorted(described) == sorted(commands())


@pytest.mark.parametrize("code", ExitCode)
def test_exit_codes(code: ExitCode) -> None:
    assert re.search(rf"^\| {code.value} \| \w", page("cli"), flags=re.MULTILINE)


def test_routes_and_their_parameters(client: TestClient) -> None:
    described = page("api")
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    for path, methods in paths.items():
        for method, operation in methods.items():
            line = f"`{method.upper()} {path}`"
            assert line in described, line
            rows = [row for row in described.splitlines() if line in row]
            for parameter in operation.get("parameters", ()):
                name = parameter["name"]
                shown = f"`{name}`" in rows[0] or f"{name}=" in described or "as `scene`" in rows[0]
                assert shown or parameter["in"] == "path", f"{line}: {name}"
    routes = set(re.findall(r"`(?:GET|POST) (/[^`? ]+)", described))
    assert routes == set(paths)


def test_every_decision_is_on_the_index() -> None:
    listed = re.findall(r"\(decisions/([\w-]+\.md)\)", page("index"))
    assert listed == sorted(file.name for file in (DOCS / "decisions").iterdir())


def test_failures() -> None:
    for status, _, code in OUTCOMES.values():
        assert f"| {status} | `{code}` |" in page("api")


def test_kinds_of_nodes_and_edges() -> None:
    model = page("model")
    for kind in (*NodeKind, *EdgeKind):
        assert re.search(rf"\b{kind.value}\b", model, re.IGNORECASE), kind


def test_links_between_pages_lead_somewhere() -> None:
    for path in DOCS.rglob("*.md"):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"
