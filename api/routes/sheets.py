"""The planner's workbook, and each of its tables as CSV (bảng tính)."""

from io import BytesIO
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.deps import StoreDep
from viz.sheets import SheetName, comma_separated, table, workbook
from viz.sheets.comma import MEDIA as CSV
from viz.sheets.workbook import MEDIA as XLSX

router = APIRouter(prefix="/export", tags=["exports"])

Year = Annotated[int | None, Query(ge=1900, le=2200)]


def _headers(name: str) -> dict[str, str]:
    return {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "no-store",
    }


@router.get(
    "/xlsx",
    response_class=Response,
    responses={200: {"description": "An Excel workbook", "content": {XLSX: {}}}},
)
def xlsx(store: StoreDep, unit: str | None = None, year: Year = None) -> Response:
    """Tasks, workload, calendar and findings as one workbook (tệp Excel)."""
    file = BytesIO()
    with store.snapshot() as view:
        workbook(file, (table(view, name, unit, year) for name in SheetName))
    return Response(file.getvalue(), media_type=XLSX, headers=_headers("cancu.xlsx"))


@router.get(
    "/csv/{sheet}",
    response_class=Response,
    responses={200: {"description": "A table", "content": {CSV: {}}}},
)
def csv(store: StoreDep, sheet: SheetName, unit: str | None = None, year: Year = None) -> Response:
    """One table of the workbook as comma-separated values (CSV)."""
    with store.snapshot() as view:
        lines = "".join(comma_separated(table(view, sheet, unit, year)))
    return Response(lines, media_type=CSV, headers=_headers(f"cancu-{sheet}.csv"))
