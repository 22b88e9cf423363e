"""Failures over HTTP: every one, ours or the framework's, in the one JSON shape (lỗi HTTP)."""

import logging
from collections.abc import Mapping

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from api.failures import failure_json, outcome, said
from api.guards import SAFE_HEADERS
from api.refusals import refusal
from graph.errors import CancuError

log = logging.getLogger(__name__)

NO_STORE = {"Cache-Control": "no-store"}


def add_error_handlers(app: FastAPI) -> None:
    """Answer every failure of the application in the one shape."""
    app.add_exception_handler(CancuError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _framework)
    app.add_exception_handler(Exception, _unexpected)


def _ours(request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, CancuError):
        raise error
    status = outcome(error)[0]
    if status >= 500:
        log.error("%s %s: %s", request.method, request.url.path, error.text("en"))
    return JSONResponse(failure_json(error), status, NO_STORE)


def _invalid(request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, RequestValidationError):
        raise error
    first = error.errors()[0]
    name = ".".join(str(part) for part in first["loc"][1:]) or str(first["loc"][0])
    if first["type"] == "missing":
        return _answer(422, "invalid", "http.required", name=name)
    value = str(first.get("input"))[:80]
    return _answer(422, "invalid", "http.invalid", None, name=name, value=value, **refusal(first))


def _framework(request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, HTTPException):
        raise error
    status, path = error.status_code, request.url.path
    if status == 404:
        return _answer(404, "not_found", "http.no_page", path=path)
    if status == 405:
        return _answer(
            405, "method", "http.method", error.headers, method=request.method, path=path
        )
    if status == 413:
        limit = request.app.state.settings.upload_mb
        return _answer(413, "too_large", "http.too_large", megabytes=limit)
    return _answer(status, "request", "http.request", error.headers, reason=error.detail)


def _unexpected(request: Request, error: Exception) -> JSONResponse:
    # the server logs the trace; the reader learns no more than that it was not their fault
    return _answer(500, "internal", "http.internal", SAFE_HEADERS)


def _answer(
    status: int, code: str, key: str, headers: Mapping[str, str] | None = None, **facts: object
) -> JSONResponse:
    return JSONResponse(said(code, key, **facts), status, {**(headers or {}), **NO_STORE})
