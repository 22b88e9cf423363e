"""``cancu ask``: a question in Vietnamese, with or without diacritics."""

from typing import Annotated

import typer

from api.commands.options import ConfigOption, JsonFlag, StoreOption, opened
from api.output import put


def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION")],
    as_json: JsonFlag = False,
    store: StoreOption = None,
    config: ConfigOption = None,
) -> None:
    """Answer a question from the graph, with proof (hỏi)."""
    from api import answers, tables

    with opened(store, config) as (graph, _):
        answer = answers.ask(graph, question)
    put(answer, tables.ask_text, as_json=as_json)
