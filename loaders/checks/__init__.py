"""The rules that see one document alone, one file a rule (quy tắc rà soát khi đọc).

A rule takes a reading and what its citations lead to, and yields doubts; its row stands in
``vocabulary/rules.toml``. Doubts that only the words at hand can raise (a date that no calendar
has) come from where those words are read.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from loaders.checks.alias_number import misnumbered_aliases
from loaders.checks.citation_shared_provision import shared_provisions
from loaders.checks.citation_undated import undated_citations
from loaders.checks.header_number_elsewhere import absent_numbers
from loaders.checks.header_symbol_unusual import unusual_symbols
from loaders.checks.money_words import differing_sums
from loaders.checks.numbering_mixed import mixed_numbers
from loaders.checks.numbering_skipped import skipped_items
from loaders.checks.report_no_receiver import unaddressed_reports
from loaders.checks.task_coordination_only import leaderless_cooperation
from loaders.checks.task_leads_and_coordinates import doubled_roles
from loaders.checks.task_no_lead import leaderless_tasks
from loaders.checks.task_no_time import untimed_tasks
from loaders.checks.task_several_leads import shared_leads
from loaders.checks.text_doubled import doubled_words
from loaders.checks.time_no_year import open_deadlines
from loaders.checks.unit_near import nearly_named
from loaders.checks.unit_unresolved import unknown_units
from loaders.mentions import Doubt
from loaders.reading import Reading
from loaders.resolving.cited import Resolution

Check = Callable[[Reading, Resolution], Iterator[Doubt]]

#: rule id → what finds it
CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "alias.number": misnumbered_aliases,
        "citation.shared_provision": shared_provisions,
        "citation.undated": undated_citations,
        "header.number_elsewhere": absent_numbers,
        "header.symbol_unusual": unusual_symbols,
        "money.words": differing_sums,
        "numbering.mixed": mixed_numbers,
        "numbering.skipped": skipped_items,
        "report.no_receiver": unaddressed_reports,
        "task.coordination_only": leaderless_cooperation,
        "task.leads_and_coordinates": doubled_roles,
        "task.no_lead": leaderless_tasks,
        "task.no_time": untimed_tasks,
        "task.several_leads": shared_leads,
        "text.doubled": doubled_words,
        "time.no_year": open_deadlines,
        "unit.near": nearly_named,
        "unit.unresolved": unknown_units,
    }
)


def checked(reading: Reading, resolution: Resolution) -> Iterator[Doubt]:
    """What all rules doubt in one document."""
    for check in CHECKS.values():
        yield from check(reading, resolution)
