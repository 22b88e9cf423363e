"""Why a value is refused, in both languages: what is allowed, the bounds, the kind (lý do)."""

import re
from collections.abc import Mapping
from typing import Any

from graph.catalogue import messages, render

#: the values a choice allows, as pydantic and the command line both write them
ALLOWED = re.compile(r"'([^']*)'")
CHOICES = ("enum", "literal_error", "value_error")


def refusal(error: Mapping[str, Any]) -> dict[str, str]:
    """The facts ``reason`` and ``reason_en`` of one pydantic error (lý do bị từ chối)."""
    facts = dict(error.get("ctx") or {})
    key = f"refused.{error['type']}"
    if error["type"] in CHOICES and (allowed := _allowed(error, facts)):
        key, facts = "refused.choice", {"values": ", ".join(allowed)}
    if key not in messages():
        key = "refused.other"
    return {"reason": render(key, "vi", **facts), "reason_en": render(key, "en", **facts)}


def _allowed(error: Mapping[str, Any], facts: Mapping[str, Any]) -> list[str]:
    """The values in "'a' or 'b'" and in "'x' is not one of 'a', 'b'"."""
    told = str(facts.get("expected") or error["msg"].partition(" is not one of ")[2])
    return ALLOWED.findall(told)
