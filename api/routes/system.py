"""Whether the server lives, is ready, and how much it did (tình trạng hệ thống)."""

from fastapi import APIRouter, Request
from starlette.responses import PlainTextResponse

from api.deps import StoreDep

router = APIRouter(tags=["system"])


@router.get("/healthz")
def healthz() -> dict[str, str]:
    """The process answers (máy chủ đang chạy)."""
    return {"status": "ok"}


@router.get("/readyz")
def readyz(store: StoreDep) -> dict[str, str]:
    """The store answers too (kho dữ liệu sẵn sàng)."""
    store.counts()
    return {"status": "ready"}


@router.get("/metrics", response_class=PlainTextResponse)
def metrics(request: Request, store: StoreDep) -> PlainTextResponse:
    """Counters in the Prometheus text format (số liệu vận hành)."""
    text = request.app.state.metrics.text(store.counts())
    return PlainTextResponse(text, media_type="text/plain; version=0.0.4")
