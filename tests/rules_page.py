"""The tables of docs/rules.md as the registry has them; run as a program, it writes them."""

from itertools import groupby
from pathlib import Path

from graph.catalogue import messages
from graph.rules import RuleRow, rules

PAGE = Path(__file__).parent.parent / "docs" / "rules.md"
BEGIN, END = "<!-- rules -->\n", "<!-- end of rules -->\n"
HEAD = "| Rule | Severity | Name | What it says | How to mend it |\n|---|---|---|---|---|\n"


def tables() -> str:
    """A table for every group of rules, in the order of the registry."""
    groups = groupby(rules().values(), key=lambda rule: rule.id.partition(".")[0])
    return "\n".join(f"### {name}\n\n{HEAD}{''.join(map(_line, rows))}" for name, rows in groups)


def _line(rule: RuleRow) -> str:
    said = messages()[f"audit.{rule.id}"]["vi"], messages()[f"advice.{rule.id}"]["vi"]
    cells = (f"`{rule.id}`", rule.severity.value, f"{rule.label} ({rule.label_en})", *said)
    return f"| {' | '.join(cells)} |\n"


def written(page: str) -> str:
    """The page with its tables made anew."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}{tables()}{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text("utf-8")), "utf-8")
