/** The findings: what is ambiguous, contradictory or missing, each with its nodes and words (nghi vấn). */
import { asks, Failure } from "../api";
import { el, fill } from "../dom";
import { either, t, type Key } from "../messages";
import { begin } from "../panels/more";
import { quotes } from "../panels/quote";
import type { Reader } from "../panels/reader";
import type { Issue, Missing } from "../types";
import { unbroken } from "../words";

const SORTS = ["error", "warning", "note"] as const;
/** A doubt with what its nodes are called, told apart where they share a name. */
type Finding = Issue & { labels?: Record<string, string> };

const FIRST = 40; // findings before "more"

/** Draws the page; `current` says whether it is still wanted when the answer comes. */
export async function drawFindings(page: HTMLElement, reader: Reader, current: () => boolean): Promise<void> {
  const answers = await Promise.all([asks.findings(), asks.missing()]).catch((cause: unknown) => {
    if (cause instanceof Failure) return cause;
    throw cause;
  });
  if (!current()) return;
  if (answers instanceof Failure)
    return fill(
      page,
      el("p", { class: "note" }, either(answers.message, answers.english) || t("state.offline")),
    );
  const [{ findings }, { missing }] = answers;
  const list = el("div", { class: "findings" });
  const sorts = el("div", { class: "sorts", role: "group" });
  const choose = (sort: string) => {
    const chosen = sort ? findings.filter((one) => one.severity === sort) : findings;
    fill(sorts, ...sortButtons(findings, sort, choose));
    show(list, chosen, reader);
  };
  fill(
    page,
    el("h1", {}, t("find.title")),
    el("p", { class: "lead" }, t("find.about")),
    sorts,
    list,
    absent(missing, reader),
  );
  choose("");
}

function sortButtons(findings: Issue[], chosen: string, choose: (sort: string) => void): HTMLElement[] {
  const button = (sort: string, name: string, n: number) =>
    el(
      "button",
      {
        "aria-pressed": String(sort === chosen),
        "data-sort": sort || "all",
        on: { click: () => choose(sort) },
      },
      `${name} · ${n}`,
    );
  const counts = SORTS.map((sort) => ({ sort, n: findings.filter((one) => one.severity === sort).length }));
  return [
    button("", t("find.all"), findings.length),
    ...counts.filter(({ n }) => n > 0).map(({ sort, n }) => button(sort, t(`find.${sort}` as Key), n)),
  ];
}

function show(list: HTMLElement, findings: Finding[], reader: Reader): void {
  if (!findings.length) return fill(list, el("p", { class: "note" }, t("find.none")));
  fill(list);
  begin(list, findings, FIRST, (one) => card(one, reader));
}

function card(finding: Finding, reader: Reader): HTMLElement {
  const touched = finding.nodes.map((id) => {
    const button = el("button", { "data-id": id, title: id, on: { click: () => reader.go(id) } });
    const label = finding.labels?.[id];
    if (label) button.textContent = unbroken(label);
    else reader.names.write(button, id, unbroken);
    return button;
  });
  return el(
    "article",
    { class: `finding ${finding.severity}` },
    el("p", {}, either(finding.message, finding.message_en)),
    ...finding.evidence.slice(0, 3).map((one) => quotes([one], reader)[0]!),
    touched.length > 0 && el("div", { class: "touched" }, ...touched),
  );
}

function absent(missing: Missing["missing"], reader: Reader): HTMLElement | null {
  if (!missing.length) return null;
  const rows = missing.map((node) =>
    el(
      "button",
      { class: "missing-row", on: { click: () => reader.go(node.id) } },
      el("span", {}, node.label),
      el("span", {}, t("find.times", { n: node.cited_by })),
    ),
  );
  return el("section", {}, el("h2", {}, t("find.missing")), ...rows);
}
