"""What routes take from the request, as aliases (phụ thuộc của các đường dẫn)."""

from threading import Lock, Semaphore
from typing import Annotated

from fastapi import Depends, Query, Request

from api.intake.originals import Originals
from api.settings import Settings
from api.stores import originals_of
from graph.store import GraphStore


def store_of(request: Request) -> GraphStore:
    """The store of the running application."""
    store: GraphStore = request.app.state.store
    return store


def settings_of(request: Request) -> Settings:
    """The settings of the running application."""
    settings: Settings = request.app.state.settings
    return settings


def writing_of(request: Request) -> Lock:
    """Held while documents are kept: one writer at a time."""
    lock: Lock = request.app.state.writing
    return lock


def originals_in_use(request: Request) -> Originals:
    """Where originals are kept."""
    return originals_of(settings_of(request))


def painting_of(request: Request) -> Semaphore:
    """Held while a page is drawn: no more at once than the machine has cores."""
    painting: Semaphore = request.app.state.painting
    return painting


StoreDep = Annotated[GraphStore, Depends(store_of)]
SettingsDep = Annotated[Settings, Depends(settings_of)]
OriginalsDep = Annotated[Originals, Depends(originals_in_use)]
PaintingDep = Annotated[Semaphore, Depends(painting_of)]
WritingDep = Annotated[Lock, Depends(writing_of)]
Limit = Annotated[int | None, Query(ge=1, le=5000, description="Most answers on this page")]
Cursor = Annotated[str, Query(max_length=400, description="`next` of the page before")]
Depth = Annotated[int, Query(ge=1, le=20)]
