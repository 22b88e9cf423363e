"""``cancu ask``: a question in Vietnamese, with or without diacritics."""

from typing import Annotated

import typer

from api.commands.options import ConfigOption, JsonFlag, StoreOption, opened
from api.failures import ExitCode
from api.output import put
from graph.questions.ask.reply import Status


def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION")],
    as_json: JsonFlag = False,
    store: StoreOption = None,
    config: ConfigOption = None,
) -> None:
    """Answer a question from the graph, with proof (hỏi); code 3 where there is no answer."""
    from api import answers, tables

    with opened(store, config) as (graph, _):
        answer = answers.ask(graph, question)
    put(answer, tables.ask_text, as_json=as_json)
    if answer["status"] != Status.ANSWERED:
        raise typer.Exit(ExitCode.NOT_FOUND)
