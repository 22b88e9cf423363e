"""The rules that look at the graph of all, one file a rule (quy tắc rà soát trên đồ thị).

A rule takes a batch of documents and yields what is wrong with them; its row stands in
``vocabulary/rules.toml``. The rules that see one document alone are in ``loaders``.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from graph.questions.finding import Finding
from graph.questions.rules.annex_adds_basis import adding_bases
from graph.questions.rules.annex_dates import differing_days
from graph.questions.rules.annex_lacks_basis import lacking_bases
from graph.questions.rules.annex_lead import differing_leads
from graph.questions.rules.annex_time import differing_times
from graph.questions.rules.basis_circular import circular_bases
from graph.questions.rules.basis_later import later_bases
from graph.questions.rules.basis_replaced import replaced_bases
from graph.questions.rules.batch import Batch
from graph.questions.rules.name_dates import differing_dates
from graph.questions.rules.name_near import near_symbols
from graph.questions.rules.name_symbols import differing_symbols

Check = Callable[[Batch], Iterator[Finding]]

#: rule id → what finds it
CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "annex.adds_basis": adding_bases,
        "annex.dates": differing_days,
        "annex.lacks_basis": lacking_bases,
        "annex.lead": differing_leads,
        "annex.time": differing_times,
        "basis.circular": circular_bases,
        "basis.later": later_bases,
        "basis.replaced": replaced_bases,
        "name.dates": differing_dates,
        "name.near": near_symbols,
        "name.symbols": differing_symbols,
    }
)
