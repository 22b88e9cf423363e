"""``cancu remove``: forget what a document said."""

from api.commands.options import ConfigOption, IdArgument, JsonFlag, StoreOption, named, opened
from api.output import note, put_json
from graph.catalogue import render
from graph.model import NodeKind


def remove(
    id: IdArgument,
    as_json: JsonFlag = False,
    store: StoreOption = None,
    config: ConfigOption = None,
) -> None:
    """Forget what a document said; others may still cite it (bỏ văn bản)."""
    from api.intake.ingest import remove as forget
    from api.stores import originals_of

    with opened(store, config) as (graph, settings):
        document = named(graph, id, NodeKind.DOCUMENT)
        reread = forget(document, graph, originals_of(settings))
    if as_json:
        put_json({"removed": document, "reread": list(reread)})
    else:
        facts = {"id": document, "count": len(reread)}
        note(render("cli.removed", "vi", **facts), render("cli.removed", "en", **facts))
