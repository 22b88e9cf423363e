"""Which tests run in one process when several run them: those that share a server, those of a file.

What has a server of its own (Neo4j, the explorer over the sample corpus) is started once a run, by
the one process that has all its tests; every other file goes to the process that is free.
"""

from typing import Any

import pytest

#: what a fixture stands for in ``group``: one server for a whole run
SERVERS = {"database": "neo4j", "site": "explorer"}
#: files that ask for Neo4j by name, not as one of several engines
ONLY_NEO4J = {
    "test_neo4j_cut.py",
    "test_neo4j_docs.py",
    "test_neo4j_schema.py",
    "test_neo4j_store.py",
    "test_same_export.py",
}


def group(nodeid: str) -> str:
    """The server that a test needs, or its file: all that is known where tests are given out."""
    file, _, test = nodeid.partition("::")
    name = file.rpartition("/")[2]
    if "neo4j" in test or name in ONLY_NEO4J:
        return "neo4j"
    return "explorer" if name.startswith("test_explorer") else name


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """How ``make test`` gives out tests: by group, in the order of the files."""
    from xdist.scheduler import LoadScopeScheduling

    class Groups(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return group(nodeid)

    config.option.loadscopereorder = False
    return Groups(config, log)
