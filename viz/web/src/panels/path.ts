/** The panel of a lit chain: each step with the sentence that leads to the next (chuỗi căn cứ). */
import type { Step } from "../chains";
import { el } from "../dom";
import { t } from "../messages";
import { inverseWord, unbroken, upwardWord } from "../words";
import { head } from "./node";
import { quotes } from "./quote";
import type { Reader } from "./reader";

/** The chain, step by step. */
export function pathPanel(steps: Step[], reader: Reader): HTMLElement[] {
  const [first, last] = [steps[0]!.card, steps.at(-1)!.card];
  const clear = el("button", { class: "button", on: { click: reader.actions.clearPath } }, t("path.clear"));
  const title = `${nameOf(first)} → ${nameOf(last)}`;
  const proof = !steps.some((step) => step.against);
  const n = steps.length - 1;
  return [
    head(
      t(proof ? "path.steps" : "path.ties", { n }),
      title,
      t(proof ? "path.why" : "path.joined"),
      el("div", { class: "actions" }, clear),
    ),
    el("ol", { class: "steps" }, ...steps.map((step, at) => drawStep(step, at + 1, reader))),
  ];
}

/** What stands there when no chain joins the two. */
export function noPathPanel(from: string, to: string, reader: Reader): HTMLElement[] {
  const clear = el("button", { class: "button", on: { click: reader.actions.clearPath } }, t("path.clear"));
  const sentence = t("path.none", { from: reader.nameOf(from), to: reader.nameOf(to) });
  return [
    head(
      t("path.lit"),
      `${reader.nameOf(from)} → ${reader.nameOf(to)}`,
      sentence,
      el("div", { class: "actions" }, clear),
    ),
  ];
}

function drawStep({ card, task, link, against }: Step, number: number, reader: Reader): HTMLElement {
  const sub = card.kind === "group" ? `${card.label} · ${card.badge}` : card.subtitle || card.title;
  return el(
    "li",
    { class: "stop" },
    el("span", { class: "number", "aria-hidden": "true" }, number),
    el(
      "button",
      { class: "go", on: { click: () => reader.actions.select(card.id) } },
      unbroken(nameOf(card)),
      sub && el("small", {}, sub),
    ),
    task &&
      el(
        "button",
        { class: "go of-group", "data-task": task.id, on: { click: () => reader.go(task.id) } },
        `${task.label} · ${task.title}`,
      ),
    link &&
      el(
        "span",
        { class: "tag" },
        against ? inverseWord(reader.words, link.kind) : upwardWord(reader.words, link.kind),
      ),
    ...(link ? quotes(link.evidence, reader, 1) : []),
  );
}

function nameOf(card: Step["card"]): string {
  return card.kind === "group" || card.kind === "task" ? card.title || card.label : card.label;
}
