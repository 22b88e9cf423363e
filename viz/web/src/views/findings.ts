/** The findings: what is ambiguous, contradictory or missing, each with its nodes and words (nghi vấn). */
import { asks, Failure } from "../api";
import { el, fill } from "../dom";
import { either, t, type Key } from "../messages";
import { sorry } from "../panels/later";
import { begin, following } from "../panels/more";
import { quotes } from "../panels/quote";
import type { Reader } from "../panels/reader";
import type { Finding, Findings, Missing } from "../types";
import { unbroken } from "../words";

const SORTS = ["error", "warning", "note"] as const;
const FIRST = 40; // findings before "more"

/** Draws the page; `current` says whether it is still wanted when the answer comes. */
export async function drawFindings(page: HTMLElement, reader: Reader, current: () => boolean): Promise<void> {
  const answers = await Promise.all([asks.findings(), asks.missing()]).catch(failure);
  if (!current()) return;
  if (answers instanceof Failure) return fill(page, sorry(answers));
  const [first, missing] = answers;
  const list = el("div", { class: "findings" });
  const sorts = el("div", { class: "sorts", role: "group" });
  let chosen = "";
  const choose = async (sort: string) => {
    chosen = sort;
    fill(sorts, ...sortButtons(first.counts, sort, (next) => void choose(next)));
    const answer = sort ? await asks.findings(sort).catch(failure) : first;
    if (chosen !== sort) return;
    fill(list);
    show(list, answer, sort, reader);
  };
  fill(
    page,
    el("h1", {}, t("find.title")),
    el("p", { class: "lead" }, t("find.about")),
    sorts,
    list,
    absent(missing, reader),
  );
  await choose("");
}

function failure(cause: unknown): Failure {
  if (cause instanceof Failure) return cause;
  throw cause;
}

function sortButtons(
  counts: Findings["counts"],
  chosen: string,
  choose: (sort: string) => void,
): HTMLElement[] {
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
  const found = SORTS.map((sort) => ({ sort, n: counts?.severities[sort] ?? 0 }));
  return [
    button("", t("find.all"), counts?.total ?? 0),
    ...found.filter(({ n }) => n > 0).map(({ sort, n }) => button(sort, t(`find.${sort}` as Key), n)),
  ];
}

/** Puts a page of findings at the end of the list; a button brings the page behind it. */
function show(list: HTMLElement, page: Findings | Failure, sort: string, reader: Reader): void {
  if (page instanceof Failure) return list.append(sorry(page));
  if (!page.findings.length) return list.append(el("p", { class: "note" }, t("find.none")));
  begin(list, page.findings, FIRST, (one) => card(one, reader));
  const { next } = page;
  if (next) list.append(following(() => asks.findings(sort, next), (page) => (show(list, page, sort, reader), [])));
}

function card(finding: Finding, reader: Reader): HTMLElement {
  const touched = finding.nodes.map((id) => {
    const button = el("button", { "data-id": id, title: id, on: { click: () => reader.go(id) } });
    const label = finding.labels?.[id];
    if (label) button.textContent = unbroken(label);
    else reader.names.write(button, id, unbroken);
    return button;
  });
  const advice = either(finding.advice ?? "", finding.advice_en ?? "");
  return el(
    "article",
    { class: `finding ${finding.severity}` },
    el("p", {}, either(finding.message, finding.message_en)),
    advice && el("p", { class: "advice" }, advice),
    ...finding.evidence.slice(0, 3).map((one) => quotes([one], reader)[0]!),
    touched.length > 0 && el("div", { class: "touched" }, ...touched),
  );
}

function absent({ missing, complete }: Missing, reader: Reader): HTMLElement | null {
  if (!missing.length) return null;
  const rows = missing.map((node) =>
    el(
      "button",
      { class: "missing-row", on: { click: () => reader.go(node.id) } },
      el("span", {}, node.label),
      el(
        "span",
        {},
        [t("find.rests", { documents: node.documents, tasks: node.tasks }), t("find.times", { n: node.cited_by })].join(" · "),
      ),
    ),
  );
  const part = !complete && el("p", { class: "note part" }, t("count.part"));
  return el("section", {}, el("h2", {}, t("find.missing")), part, ...rows);
}
