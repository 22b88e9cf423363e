/** Two documents side by side: what became of each task, with the words of both (so sánh). */
import { asks, property } from "../api";
import type { Alone, Comparison, Side } from "../comparison";
import { el, fill, type Child } from "../dom";
import { t, type Key } from "../messages";
import { sorry } from "../panels/later";
import { begin } from "../panels/more";
import { quotes } from "../panels/quote";
import type { Reader } from "../panels/reader";
import type { State } from "../state";
import type { GraphNode } from "../types";
import { dayMonthYear, relationWord, unbroken } from "../words";
import { likelyPairs } from "./likely";
import { pick } from "./pick";

const SORTS = ["changed", "added", "dropped", "unsure", "beyond"] as const;
const FIRST = 20; // tasks before "more"
type Sort = (typeof SORTS)[number];

/**
 * Draws the page; `current` says whether it is still wanted when the answer comes. The boxes stand at
 * once: nothing is lost of what is typed into one while the answer is on its way.
 */
export async function drawComparison(page: HTMLElement, state: State, reader: Reader, current: () => boolean): Promise<void> {
  const choose = (side: "a" | "b") => (id: string) => reader.actions.compare({ [side]: id });
  const scroll = page.scrollTop;
  const boxes = [pick(t("compare.a"), state.a, reader.names, choose("a")), pick(t("compare.b"), state.b, reader.names, choose("b"))];
  fill(page, el("h1", {}, t("compare.title")), el("p", { class: "lead" }, t("compare.about")), el("div", { class: "pair" }, ...boxes), ...answered(page));
  page.scrollTop = scroll;
  const both = state.a && state.b;
  const answer = await (both ? asks.compare(state.a, state.b).catch(sorry) : likelyPairs(state, reader));
  if (!current()) return;
  if (!(answer instanceof HTMLElement)) reader.names.learn([answer.a, answer.b]);
  for (const old of answered(page)) old.remove();
  page.append(...(answer instanceof HTMLElement ? [answer] : differences(answer, state, reader)));
}

/** What stands below the boxes: the answer before. */
function answered(page: HTMLElement): Element[] {
  return [...page.querySelectorAll(":scope > .pair ~ *")];
}

function differences(found: Comparison, state: State, reader: Reader): HTMLElement[] {
  const n = (sort: string) => found.counts[sort] ?? 0;
  const shown = SORTS.filter((sort) => n(sort) > 0);
  const only = shown.find((sort) => sort === state.cell);
  const button = (sort: "" | Sort, name: string) =>
    el(
      "button",
      { "aria-pressed": String(sort === (only ?? "")), "data-sort": sort || "all", on: { click: () => reader.actions.compare({ cell: sort }) } },
      name,
    );
  const total = shown.reduce((sum, sort) => sum + n(sort), 0);
  return [
    el("p", { class: "same" }, t("compare.same", { n: n("same") })),
    total > 0
      ? el("div", { class: "sorts", role: "group" }, button("", `${t("find.all")} · ${total}`), ...shown.map((sort) => button(sort, `${t(`compare.${sort}` as Key)} · ${n(sort)}`)))
      : el("p", { class: "note" }, t("compare.none")),
    ...(only ? [only] : shown).map((sort) => section(sort, found, reader)),
    ...bases(found, reader),
  ];
}

function section(sort: Sort, found: Comparison, reader: Reader): HTMLElement {
  const block = el("section", { class: `compared ${sort}` }, el("h2", {}, t(`compare.${sort}` as Key)));
  if (sort === "changed") begin(block, found.changed, FIRST, (one) => change(one, reader));
  else if (sort === "unsure") begin(block, found.unsure, FIRST, (one) => unsure(one, reader));
  else begin(block, found[sort], FIRST, (one) => alone(one, sort === "added" || property(one, "document") === found.b.id ? "b" : "a", reader));
  return block;
}

function change({ task, twin, changes }: Comparison["changed"][number], reader: Reader): HTMLElement {
  return el(
    "article",
    { class: "finding", "data-id": task.id },
    el("div", { class: "two" }, named(task, reader), named(twin, reader)),
    ...changes.map(({ aspect, before, after }) =>
      el("div", { class: "aspect" }, el("h3", {}, t(`compare.is.${aspect}` as Key)), el("div", { class: "two" }, side(before, after, reader), side(after, before, reader))),
    ),
  );
}

// what both sides call alike and is not one, a number given two dates, is told by its day
function side({ nodes, text, evidence }: Side, other: Side, reader: Reader): HTMLElement {
  const said = nodes.map((node) => {
    const twin = other.nodes.some((one) => one.label === node.label && one.id !== node.id);
    const issued = property(node, "issued");
    const day = twin && issued && t("compare.day", { day: dayMonthYear(issued) });
    const roles = node.roles.map((role) => relationWord(reader.words, role)).join(", ");
    return el("li", {}, unbroken(node.label), day && ` ${day}`, roles && el("small", {}, ` (${roles})`));
  });
  return el(
    "div",
    { class: "said" },
    said.length > 0 ? el("ul", {}, ...said) : el("p", {}, text || "–"),
    ...(evidence.length ? quotes(evidence, reader, 2) : []),
  );
}

function alone(one: Alone, where: "a" | "b", reader: Reader): HTMLElement {
  const here = el("div", { class: "said" }, named(one, reader), ...quotes(one.evidence, reader, 1));
  const gap = el("div", { class: "said gap" }, t("compare.absent"));
  return el("article", { class: "finding", "data-id": one.id }, el("div", { class: "two" }, ...(where === "a" ? [here, gap] : [gap, here])));
}

function unsure({ task, candidates }: Comparison["unsure"][number], reader: Reader): HTMLElement {
  const others = candidates.map((one) =>
    el("div", {}, named(one, reader), el("small", {}, t("compare.likeness", { n: Math.round(one.likeness * 100) }))),
  );
  return el("article", { class: "finding", "data-id": task.id }, el("div", { class: "two" }, named(task, reader), el("div", {}, ...others)));
}

function named(node: GraphNode, reader: Reader): HTMLElement {
  const path = property(node, "path");
  return el(
    "button",
    { class: "go", on: { click: () => reader.go(node.id) } },
    el("b", {}, path),
    `${path && " "}${property(node, "name") || node.label}`,
  );
}

function bases({ bases }: Comparison, reader: Reader): Child[] & HTMLElement[] {
  const rows = [...bases.added.map((one) => alone(one, "b", reader)), ...bases.dropped.map((one) => alone(one, "a", reader))];
  return rows.length ? [el("section", { class: "compared" }, el("h2", {}, t("compare.bases")), ...rows)] : [];
}
