"""The HTTP door (máy chủ): ``create_app(settings)`` and the one shape of its failures."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Lock, Semaphore

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from api.errors import add_error_handlers
from api.explorer import add_explorer
from api.guards import Guards
from api.heads import Heads
from api.metrics import PREFIX, CountRequests, Metrics
from api.routes import ROUTERS, system
from api.schemas import ErrorAnswer
from api.settings import Settings
from api.stores import open_settings_store


def create_app(settings: Settings) -> FastAPI:
    """The whole application; the store is opened when it starts and closed when it stops."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        with open_settings_store(settings) as store:
            app.state.store = store
            yield

    app = FastAPI(
        title="cancu",
        version="1",
        lifespan=lifespan,
        openapi_url=f"{PREFIX}/openapi.json",
        docs_url=None,  # the usual pages load their scripts from elsewhere
        redoc_url=None,
        responses={"default": {"model": ErrorAnswer, "description": "Every failure"}},
    )
    app.state.settings = settings
    app.state.metrics = Metrics()
    app.state.writing = Lock()
    app.state.painting = Semaphore(os.cpu_count() or 1)
    for router in ROUTERS:
        app.include_router(router, prefix=PREFIX)
    app.include_router(system.router)
    add_error_handlers(app)
    add_explorer(app, settings)
    app.add_middleware(GZipMiddleware, minimum_size=1024)
    app.add_middleware(Guards, settings=settings)
    app.add_middleware(CountRequests, metrics=app.state.metrics)
    app.add_middleware(Heads)
    return app
