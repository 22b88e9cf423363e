"""Answers over HTTP: JSON with an ETag, or 304 when the reader has it already (trả lời)."""

import hashlib
import json
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

REVALIDATE = "no-cache"  # a browser may keep an answer but asks whether it still holds
#: keys that differ from one time to the next though the answer is the same
PASSING = {"ms"}


def reply(request: Request, answer: dict[str, Any]) -> Response:
    """The answer as JSON; 304 without a body when ``If-None-Match`` names it."""
    body = _encoded(answer)
    lasting = {key: value for key, value in answer.items() if key not in PASSING}
    told = body if len(lasting) == len(answer) else _encoded(lasting)
    # weak: the same answer may travel compressed or not
    tag = f'W/"{hashlib.blake2b(told, digest_size=12).hexdigest()}"'
    headers = {"ETag": tag, "Cache-Control": REVALIDATE}
    if tagged(request, tag):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="application/json", headers=headers)


def tagged(request: Request, tag: str) -> bool:
    """Whether the reader has the answer of this tag already."""
    return tag in _tags(request.headers.get("if-none-match", ""))


def _encoded(answer: dict[str, Any]) -> bytes:
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _tags(header: str) -> set[str]:
    tags = {tag.strip() for tag in header.split(",")}
    return tags | {f"W/{tag}" for tag in tags if tag.startswith('"')}
