"""``cancu audit``, ``missing`` and ``stats``: what to look at, what is lacking, what there is."""

from api.commands.options import ConfigOption, JsonFlag, LimitOption, StoreOption, opened
from api.output import put


def audit(
    as_json: JsonFlag = False, store: StoreOption = None, config: ConfigOption = None
) -> None:
    """Contradictions, doubts and gaps (nghi vấn)."""
    from api import answers, tables

    with opened(store, config) as (graph, _):
        answer = answers.audit(graph)
    put(answer, tables.findings_table, as_json=as_json)


def missing(
    limit: LimitOption = None,
    as_json: JsonFlag = False,
    store: StoreOption = None,
    config: ConfigOption = None,
) -> None:
    """Documents cited most that are not loaded (văn bản còn thiếu)."""
    from api import answers, tables

    with opened(store, config) as (graph, settings):
        answer = answers.missing(graph, limit or settings.page_size)
    put(answer, tables.missing_table, as_json=as_json)


def stats(
    as_json: JsonFlag = False, store: StoreOption = None, config: ConfigOption = None
) -> None:
    """Rows by kind (thống kê)."""
    from api import answers, tables

    with opened(store, config) as (graph, _):
        answer = answers.stats(graph)
    put(answer, tables.stats_table, as_json=as_json)
