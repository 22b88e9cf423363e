"""The tests that share a server are one group, so that several processes start it once."""

import pytest
from groups import SERVERS, group


def test_what_needs_a_server_is_in_its_group(request: pytest.FixtureRequest) -> None:
    for item in request.session.items:
        assert isinstance(item, pytest.Function)
        needed = {server for fixture, server in SERVERS.items() if fixture in item.fixturenames}
        if hasattr(item, "callspec") and "neo4j" in item.callspec.params.values():
            needed.add("neo4j")
        assert needed <= {group(item.nodeid)}, item.nodeid
