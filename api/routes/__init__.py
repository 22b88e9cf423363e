"""The routes under ``/api/v1``: thin doors to one function each (các đường dẫn)."""

from fastapi import APIRouter

from api.routes import asked, documents, exports, graph, legal, pages, plans, reviews, sheets, work

ROUTERS: tuple[APIRouter, ...] = (
    asked.router,
    graph.router,
    work.router,
    plans.router,
    legal.router,
    reviews.router,
    documents.router,
    pages.router,
    sheets.router,  # before any other form
    exports.router,
)
