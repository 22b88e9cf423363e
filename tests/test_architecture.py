"""The house rules that a program can check: import directions, sizes, docstrings, quiet imports."""

import ast
import importlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = {
    "graph": {"graph"},
    "loaders": {"loaders", "graph"},
    "viz": {"viz", "graph"},
    "api": {"api", "viz", "loaders", "graph"},
}
#: what needs a store; a loader is values in, values out
STORES = (
    "graph.store",
    "graph.engine",
    "graph.sqlite",
    "graph.neo4j",
    "graph.questions",
    "graph.traverse",
)
ENGINES = {"sqlite3", "neo4j"}
ENGINE_ROOMS = ("graph/sqlite", "graph/neo4j")
#: the steps of reading, in their order: a step imports from those before it, and never back
STEPS = ("layout", "times", "units", "header", "citations", "tasks", "resolving")
#: which other formats a format builds on: markdown may hold web tables, a pdf pictures of pages
FORMATS: dict[str, set[str]] = {
    "web": set(),
    "plain": {"web"},
    "pages": set(),
    "scans": {"pages"},
    "pdf": {"pages", "scans"},
    "word": {"scans", "pages"},
    "workbook": set(),
}
LONGEST_FILE, LONGEST_FUNCTION = 300, 40
MODULES = sorted(path for name in PACKAGES for path in (ROOT / name).rglob("*.py"))
TESTS = sorted((ROOT / "tests").glob("*.py"))
SOURCES = [
    path
    for suffix in ("*.ts", "*.css", "*.html")
    for path in (ROOT / "viz").rglob(suffix)
    if not {"node_modules", "static"} & set(path.parts)
]

Function = ast.FunctionDef | ast.AsyncFunctionDef
Assignment = ast.Assign | ast.AnnAssign | ast.AugAssign


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


every_module = pytest.mark.parametrize("path", MODULES, ids=name)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imported(path: Path) -> Iterator[str]:
    """Every module a file imports, inside functions too; ``from a import b`` gives ``a.b``."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@every_module
def test_imports_point_down_only(path: Path) -> None:
    package = path.relative_to(ROOT).parts[0]
    ours = {module for module in imported(path) if module.split(".")[0] in PACKAGES}
    assert {module.split(".")[0] for module in ours} <= PACKAGES[package]
    if package == "loaders":
        assert not [module for module in ours if module.startswith((*STORES, "graph.open_store"))]


@pytest.mark.parametrize("step", STEPS)
def test_a_step_of_reading_knows_only_those_before_it(step: str) -> None:
    later = STEPS[STEPS.index(step) + 1 :]
    for path in (ROOT / "loaders" / step).glob("*.py"):
        parts = [module.split(".") for module in imported(path) if module.startswith("loaders.")]
        assert not [part for part in parts if part[1] in (*later, "readers", "checks")], name(path)


@pytest.mark.parametrize("format", FORMATS)
def test_the_reader_of_a_format_knows_no_other_than_it_builds_on(format: str) -> None:
    others = set(FORMATS) - {format} - FORMATS[format]
    for path in (ROOT / "loaders" / "readers" / format).glob("*.py"):
        parts = [module.split(".") for module in imported(path)]
        known = {part[2] for part in parts if part[:2] == ["loaders", "readers"]}
        assert not known & others, name(path)


@every_module
def test_only_stores_touch_an_engine(path: Path) -> None:
    engines = {module.split(".")[0] for module in imported(path)} & ENGINES
    assert not engines or path.relative_to(ROOT).as_posix().startswith(ENGINE_ROOMS)


@pytest.mark.parametrize("path", [*MODULES, *TESTS, *SOURCES], ids=name)
def test_a_file_is_one_idea(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", [*MODULES, *TESTS], ids=name)
def test_the_first_line_says_what_a_file_is_for(path: Path) -> None:
    docstring = ast.get_docstring(tree(path))
    assert docstring
    assert path.read_text("utf-8").startswith('"""')


@every_module
def test_functions_are_short(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, Function):
            body = node.body[1:] if ast.get_docstring(node) and node.body[1:] else node.body
            length = (node.end_lineno or 0) - body[0].lineno + 1
            assert length <= LONGEST_FUNCTION, f"{node.name}: {length} lines"


@every_module
def test_public_names_are_explained(path: Path) -> None:
    nodes = [node for node in tree(path).body if isinstance(node, Function | ast.ClassDef)]
    inner = [
        child
        for node in nodes
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
        for child in node.body
        if isinstance(child, Function)
    ]
    for node in (*nodes, *inner):
        if not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name


@every_module
def test_importing_does_no_work(path: Path) -> None:
    for node in tree(path).body:
        docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        typing = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        script = isinstance(node, ast.If) and "__main__" in ast.unparse(node.test)
        named = isinstance(
            node,
            Function | ast.ClassDef | ast.Import | ast.ImportFrom | Assignment,
        )
        assert docstring or typing or script or named, ast.unparse(node)[:80]


@every_module
def test_what_a_module_offers_is_there(path: Path) -> None:
    parts = path.relative_to(ROOT).with_suffix("").parts
    if "__all__" not in path.read_text("utf-8"):
        return
    module = importlib.import_module(".".join(p for p in parts if p != "__init__"))
    assert list(module.__all__) == sorted(set(module.__all__), key=str)
    for offered in module.__all__:
        assert hasattr(module, offered)


@pytest.mark.parametrize("package", PACKAGES)
def test_packages_are_typed(package: str) -> None:
    assert (ROOT / package / "py.typed").is_file()


def test_no_file_names_a_place_on_one_machine() -> None:
    places = [f"/{place}/" for place in ("work", "root", "home")]
    kept = [ROOT / file for file in ("Makefile", "Dockerfile", "docker-compose.yml")]
    kept += [*ROOT.glob("*.toml"), *ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    kept += [*MODULES, *SOURCES, *(ROOT / "graph" / "vocabulary").glob("*.toml")]
    for path in kept:
        words = path.read_text("utf-8").split()
        named = [word for word in words if word.strip("\"'`(").startswith(tuple(places))]
        assert not named, f"{name(path)}: {named}"
