"""What every request and answer passes: size, origin and host checks, and safe headers (bảo vệ)."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.failures import said
from api.settings import Settings

SAFE_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data: blob:",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
}
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
READING = ("GET", "HEAD", "OPTIONS")


class Guards:
    """Refuses foreign hosts, foreign origins and oversized bodies; adds the safe headers."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._hosts = _hosts(settings)
        self._megabytes = settings.upload_mb

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check the request, pass it on, guard the answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SAFE_HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refusal = self._refusal(scope["method"], Headers(scope=scope))
        if refusal is not None:
            await refusal(scope, receive, guarded)
        else:
            await self._app(scope, self._limited(receive), guarded)

    def _refusal(self, method: str, headers: Headers) -> JSONResponse | None:
        host = headers.get("host", "")
        if self._hosts is not None and _name(host) not in self._hosts:
            return _refused(421, "host", "http.host", host=host)
        origin = headers.get("origin")
        # a page of another site must not be able to put documents into the store
        if method not in READING and origin and urlsplit(origin).netloc != host:
            return _refused(403, "origin", "http.origin", origin=origin)
        length = headers.get("content-length", "")
        if length.isdigit() and int(length) > self._megabytes * 2**20:
            return _refused(413, "too_large", "http.too_large", megabytes=self._megabytes)
        return None

    def _limited(self, receive: Receive) -> Receive:
        """A body without a stated length is counted as it comes."""
        left = self._megabytes * 2**20

        async def counted() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise HTTPException(413)
            return message

        return counted


def _refused(status: int, code: str, key: str, **facts: object) -> JSONResponse:
    return JSONResponse(said(code, key, **facts), status, {"Cache-Control": "no-store"})


def _hosts(settings: Settings) -> frozenset[str] | None:
    """The host names that requests may be addressed to; None: any."""
    if settings.hosts:
        names = {name.strip() for name in settings.hosts.split(",")}
        return None if "*" in names else frozenset({*names, *LOOPBACK})
    if settings.host == "localhost" or _is_loopback(settings.host):
        return frozenset({*LOOPBACK, settings.host})
    return None


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _name(host: str) -> str:
    """A Host header without its port."""
    return host[: host.index("]") + 1] if host.startswith("[") else host.split(":")[0]
