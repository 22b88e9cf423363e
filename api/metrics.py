"""Counters of requests in the Prometheus text format, without a library (số liệu vận hành)."""

import time
from collections import Counter, defaultdict
from collections.abc import Mapping
from threading import Lock

from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: other paths are counted together, so that made-up ones cannot fill the memory
UNKNOWN = "unmatched"
PREFIX = "/api/v1"


class Metrics:
    """Requests and seconds by method, route and status."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._requests: Counter[tuple[str, str, int]] = Counter()
        self._seconds: defaultdict[tuple[str, str], float] = defaultdict(float)

    def count(self, method: str, route: str, status: int, seconds: float) -> None:
        """Record one answered request."""
        with self._lock:
            self._requests[method, route, status] += 1
            self._seconds[method, route] += seconds

    def text(self, rows: Mapping[str, int]) -> str:
        """Everything, with the store's rows by kind."""
        with self._lock:
            requests, seconds = sorted(self._requests.items()), sorted(self._seconds.items())
        lines = ["# TYPE cancu_requests_total counter"]
        for (method, route, status), number in requests:
            labels = f'method="{method}",route="{route}",status="{status}"'
            lines.append(f"cancu_requests_total{{{labels}}} {number}")
        lines.append("# TYPE cancu_request_seconds_total counter")
        for (method, route), spent in seconds:
            labels = f'method="{method}",route="{route}"'
            lines.append(f"cancu_request_seconds_total{{{labels}}} {spent:.6f}")
        lines.append("# TYPE cancu_store_rows gauge")
        lines += [f'cancu_store_rows{{kind="{kind}"}} {n}' for kind, n in sorted(rows.items())]
        return "\n".join(lines) + "\n"


class CountRequests:
    """Counts every answer that leaves the application."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and count its answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status, started = 500, time.perf_counter()

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, watched)
        finally:
            route = _route(scope)
            method = scope["method"] if route != UNKNOWN else "any"
            self._metrics.count(method, route, status, time.perf_counter() - started)


def _route(scope: Scope) -> str:
    """The pattern of the path that answered, such as ``/api/v1/nodes/{id:path}``."""
    route = getattr(scope.get("route"), "path", UNKNOWN)
    if route == UNKNOWN or not scope["path"].startswith(PREFIX):
        return str(route)
    return PREFIX + str(route).removeprefix(PREFIX)
