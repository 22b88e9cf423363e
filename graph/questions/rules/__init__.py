"""The rules that look at the graph of all, one file a rule (quy tắc rà soát trên đồ thị).

A rule takes a batch of documents and yields what is wrong with them; its row stands in
``vocabulary/rules.toml``. The rules that see one document alone are in ``loaders``.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from graph.questions.finding import Finding
from graph.questions.rules.annex_adds_basis import adding_bases
from graph.questions.rules.annex_coordination import differing_partners
from graph.questions.rules.annex_dates import differing_days
from graph.questions.rules.annex_lacks_basis import lacking_bases
from graph.questions.rules.annex_lead import differing_leads
from graph.questions.rules.annex_role import differing_roles
from graph.questions.rules.annex_time import differing_times
from graph.questions.rules.annex_wording import differing_words
from graph.questions.rules.basis_circular import circular_bases
from graph.questions.rules.basis_expired import expired_bases
from graph.questions.rules.basis_later import later_bases
from graph.questions.rules.basis_lower import lower_bases
from graph.questions.rules.basis_order import disordered_bases
from graph.questions.rules.basis_replaced import replaced_bases
from graph.questions.rules.batch import Batch
from graph.questions.rules.name_dates import differing_dates
from graph.questions.rules.name_near import near_symbols
from graph.questions.rules.name_symbols import differing_symbols
from graph.questions.rules.name_titles import differing_titles
from graph.questions.rules.task_after_basis import late_tasks
from graph.questions.rules.task_ends_before_document import overdue_at_birth
from graph.questions.rules.task_past import past_tasks
from graph.questions.rules.task_starts_before_document import begun_before
from graph.questions.rules.unit_ends import ending_units
from graph.questions.rules.unit_gone import gone_units
from graph.questions.rules.unit_outdated import outdated_units

Check = Callable[[Batch], Iterator[Finding]]

#: rule id → what finds it
CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "annex.adds_basis": adding_bases,
        "annex.coordination": differing_partners,
        "annex.dates": differing_days,
        "annex.lacks_basis": lacking_bases,
        "annex.lead": differing_leads,
        "annex.role": differing_roles,
        "annex.time": differing_times,
        "annex.wording": differing_words,
        "basis.circular": circular_bases,
        "basis.expired": expired_bases,
        "basis.later": later_bases,
        "basis.lower": lower_bases,
        "basis.order": disordered_bases,
        "basis.replaced": replaced_bases,
        "name.dates": differing_dates,
        "name.near": near_symbols,
        "name.symbols": differing_symbols,
        "name.titles": differing_titles,
        "task.after_basis": late_tasks,
        "task.ends_before_document": overdue_at_birth,
        "task.past": past_tasks,
        "task.starts_before_document": begun_before,
        "unit.ends": ending_units,
        "unit.gone": gone_units,
        "unit.outdated": outdated_units,
    }
)
