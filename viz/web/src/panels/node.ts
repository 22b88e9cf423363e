/** The panel of one node: what it is, what one can do with it, what it rests on, who uses it. */
import { property } from "../api";
import { el, type Child } from "../dom";
import { either, t } from "../messages";
import type { State } from "../state";
import type { Card, GraphNode, Issue, Shown } from "../types";
import { levelWord, unbroken } from "../words";
import { dayField } from "./day";
import { diagram } from "./diagram";
import { facts } from "./facts";
import { impact } from "./impact";
import { begin } from "./more";
import { quotes } from "./quote";
import type { Reader } from "./reader";
import { relations } from "./relations";
import { standing } from "./standing";

const FIRST = 3; // findings before "more"

/** The panel of a node that the server knows. */
export function nodePanel(
  shown: Shown,
  card: Card | undefined,
  state: State,
  root: string,
  reader: Reader,
): HTMLElement[] {
  const { node } = shown;
  return [
    head(
      kindLine(node, card, reader),
      card?.label || node.label,
      about(node, card),
      buttons(node.id, card, state, root, reader),
    ),
    el(
      "div",
      { class: "body" },
      facts(node, reader.nameOf),
      ...(node.kind === "document" ? [dayField(state.on, reader), standing(node.id, state.on, reader)] : []),
      property(node, "status") === "cited" && el("p", { class: "note hollow" }, t("node.cited")),
      issues(shown.issues, reader),
      ...relations(shown, reader),
      ...(node.kind === "document"
        ? [diagram(node.id, reader), impact(node.id, state.on, reader), beside(node.id, reader)]
        : []),
    ),
  ];
}

function beside(id: string, reader: Reader): HTMLElement {
  const compare = () => reader.actions.compare({ a: id, b: "" });
  return el("button", { class: "button compare", on: { click: compare } }, t("compare.with"));
}

/** The panel of a folded group of tasks: its tasks by name. */
export function groupPanel(card: Card, tasks: GraphNode[], state: State, reader: Reader): HTMLElement[] {
  const rows = tasks.map((task) =>
    el(
      "button",
      { class: "go task-row", on: { click: () => reader.go(task.id) } },
      el("b", {}, property(task, "path")),
      ` ${property(task, "name") || task.label}`,
      property(task, "time") && el("small", {}, property(task, "time")),
    ),
  );
  return [
    head(
      el("span", {}, t("kind.group")),
      card.title || card.label,
      card.title ? card.label : "",
      buttons(card.id, card, state, "", reader),
    ),
    el(
      "div",
      { class: "body" },
      el(
        "section",
        { class: "block" },
        el("h3", {}, t("node.tasks"), el("span", { class: "count" }, card.members?.length ?? 0)),
        ...rows,
      ),
    ),
  ];
}

/** What stands there when nothing is chosen. */
export function startPanel(): HTMLElement[] {
  return [
    el(
      "header",
      { class: "panel-head" },
      el("p", { class: "kind" }, t("node.start")),
      el("h2", {}, t("node.choose")),
      el("p", { class: "lead" }, t("node.how")),
    ),
  ];
}

/** The head of a panel. */
export function head(kind: Child, title: string, lead: string, actions: HTMLElement | null): HTMLElement {
  return el(
    "header",
    { class: "panel-head" },
    el("p", { class: "kind" }, kind),
    el("h2", { tabindex: "-1" }, unbroken(title)),
    lead && el("p", { class: "lead" }, lead),
    actions,
  );
}

function kindLine(node: GraphNode, card: Card | undefined, reader: Reader): HTMLElement {
  const level = node.kind === "document" ? property(node, "level") || card?.level || "" : "";
  const colour = level ? `var(--level-${level})` : node.kind === "unit" ? "var(--unit)" : "var(--task)";
  const words = [
    t(`kind.${node.kind}`),
    level && levelWord(reader.words, level),
    node.kind === "task" && property(node, "path"),
  ];
  return el(
    "span",
    { class: "kind-line" },
    el("i", { class: "dot", style: { "--c": colour } }),
    words.filter(Boolean).join(" · "),
  );
}

function about(node: GraphNode, card: Card | undefined): string {
  const title = property(node, "title") || property(node, "name");
  const shown = card?.label || node.label;
  return title && title !== shown ? title : node.label !== shown ? node.label : (card?.subtitle ?? "");
}

function buttons(
  id: string,
  card: Card | undefined,
  state: State,
  root: string,
  reader: Reader,
): HTMLElement {
  const { actions } = reader;
  const pinned = id in state.pin;
  const open = card?.kind === "group" ? state.expand.includes(id) : state.add.includes(id);
  const trace = () => void (actions.trace(id) || reader.say(t("path.top")));
  const button = (name: string, click: () => void, kind = "") =>
    el("button", { class: `button ${kind}`, on: { click } }, name);
  if (!card)
    return el(
      "div",
      { class: "actions" },
      button(t("node.root"), () => actions.root(id), "strong"),
    );
  return el(
    "div",
    { class: "actions" },
    button(t("node.trace"), trace, "strong"),
    button(
      t(
        open
          ? "node.fold"
          : card.kind === "group"
            ? "node.open"
            : state.view === "explore"
              ? "node.expand"
              : "node.around",
      ),
      () => actions.open(id),
    ),
    button(pinned ? t("node.unpin") : t("node.pin"), () =>
      pinned ? actions.unpin(id) : actions.pin(id, card.x, card.y),
    ),
    button(t("node.hide"), () => actions.hide(id)),
    button(t("node.link"), () => reader.link(id)),
    button(t("node.others"), () => actions.hideOthers(id)),
    card.kind !== "group" && root !== id && button(t("node.root"), () => actions.root(id)),
  );
}

function issues(found: Issue[], reader: Reader): HTMLElement | null {
  if (!found.length) return null;
  const title = el("h3", {}, t("node.issues"), el("span", { class: "count" }, found.length));
  const block = el("section", { class: "block issues" }, title);
  begin(block, found, FIRST, (issue) => drawIssue(issue, reader));
  return block;
}

function drawIssue(issue: Issue, reader: Reader): HTMLElement {
  return el(
    "div",
    { class: `issue ${issue.severity}` },
    el("p", {}, either(issue.message, issue.message_en)),
    ...(issue.evidence.length ? quotes(issue.evidence, reader, 2) : []),
  );
}
