"""What every answer is: a JSON object."""

from typing import Any

Answer = dict[str, Any]
