"""The questions asked on the command line, each with the shape of its answer."""

from office import BUREAU, DECISION, DIRECTIVE, OFFICE, PLAN

from api.schemas import (
    AskAnswer,
    CalendarAnswer,
    ComparisonAnswer,
    FindingsAnswer,
    NodeAnswer,
    SearchAnswer,
    Shape,
    SubgraphAnswer,
    TasksAnswer,
    WorkloadAnswer,
)

ANSWERS: list[tuple[list[str], type[Shape]]] = [
    (["search", "340/qd-ubnd"], SearchAnswer),
    (["ask", "QĐ 340 căn cứ vào đâu?"], AskAnswer),
    (["ask", "ai chu tri kiem dinh can cho"], AskAnswer),
    (["show", PLAN], NodeAnswer),
    (["chain", PLAN], SubgraphAnswer),
    (["chain", DIRECTIVE, "--down", "--depth", "2"], SubgraphAnswer),
    (["path", BUREAU, DIRECTIVE], SubgraphAnswer),
    (["tasks", OFFICE], TasksAnswer),
    (["tasks", OFFICE, "--attention", "no-date"], TasksAnswer),
    (["tasks", "--limit", "1"], TasksAnswer),
    (["tasks", "--attention", "no-lead", "--attention", "no-date"], TasksAnswer),
    (["workload", "--year", "2026"], WorkloadAnswer),
    (["workload", "--unit", OFFICE], WorkloadAnswer),
    (["workload", "--by", "week", "--threshold", "0"], WorkloadAnswer),
    (["workload", "--by", "month", "--threshold", "9", "--brief"], WorkloadAnswer),
    (["calendar"], CalendarAnswer),
    (["calendar", OFFICE, "--since", "2026", "--kind", "end", "--limit", "1"], CalendarAnswer),
    (["compare", PLAN, DECISION], ComparisonAnswer),
    (["audit"], FindingsAnswer),
    (["missing"], Shape),
    (["stats"], Shape),
]
