/** The left panel: legend that is also the filter, with counts of what the picture holds (chú giải). */
import type { Actions } from "../actions";
import { el, fill, svg } from "../dom";
import { icon } from "../icons";
import { t } from "../messages";
import type { State } from "../state";
import type { Scene, Vocabulary } from "../types";
import { cardFilter, visible } from "../visible";
import { capital, levelWord, relationWord } from "../words";
import { yearRange } from "./years";

/** Draws the legend of a scene into its panel. */
export function drawLegend(
  panel: HTMLElement,
  scene: Scene | null,
  state: State,
  words: Vocabulary,
  actions: Actions,
): void {
  const focused = panel.contains(document.activeElement)
    ? (document.activeElement as HTMLElement).dataset.filter
    : "";
  if (!scene) return fill(panel);
  const row = (filter: string, name: string, n: number, key: Element) =>
    filterRow(filter, name, n, key, state, actions);
  fill(
    panel,
    section(t("legend.relations"), relations(scene, words, row)),
    section(t("legend.levels"), levels(scene, words, row)),
    section(t("legend.kinds"), [...kinds(scene, row), splitter(scene, state, actions)]),
    yearRange(scene, state, actions),
    signs(scene),
    hiddenNote(scene, state, actions),
  );
  if (focused) panel.querySelector<HTMLElement>(`[data-filter="${CSS.escape(focused)}"]`)?.focus();
}

type Row = (filter: string, name: string, n: number, key: Element) => HTMLElement;

function relations(scene: Scene, words: Vocabulary, row: Row): HTMLElement[] {
  return words.edges
    .map((edge) => ({ edge, n: scene.links.filter((link) => link.kind === edge.kind).length }))
    .filter(({ n }) => n > 0)
    .map(({ edge, n }) =>
      row(edge.kind, capital(relationWord(words, edge.kind)), n, dash(edge.kind, edge.dash)),
    );
}

function levels(scene: Scene, words: Vocabulary, row: Row): HTMLElement[] {
  return words.levels
    .map(({ id }) => ({ id, n: count(scene, `level:${id}`) }))
    .filter(({ n }) => n > 0)
    .map(({ id, n }) => row(`level:${id}`, levelWord(words, id), n, chip("level", `var(--level-${id})`)));
}

function kinds(scene: Scene, row: Row): HTMLElement[] {
  const task = count(scene, "kind:task");
  const unit = count(scene, "kind:unit");
  const groups = scene.cards.filter((card) => card.kind === "group").length;
  const name = t(!groups ? "kind.task" : groups === task ? "kind.group" : "kind.tasks");
  return [
    ...(task ? [row("kind:task", name, task, chip("task", "var(--task)"))] : []),
    ...(unit ? [row("kind:unit", t("kind.unit"), unit, chip("unit", "var(--unit)"))] : []),
  ];
}

function splitter(scene: Scene, state: State, actions: Actions): HTMLElement | null {
  const folded = scene.cards.filter((card) => card.kind === "group" && !state.expand.includes(card.id));
  const n = folded.reduce((sum, card) => sum + (card.members?.length ?? 0), 0);
  if (!n && !state.expand.length) return null;
  const open = () => (n ? actions.openAll(folded.map((card) => card.id)) : actions.foldAll());
  return el(
    "button",
    { class: "row plain", "data-filter": "split", on: { click: open } },
    el("span", { class: "key" }, icon(n ? "plus" : "minus", 14)),
    el("span", { class: "name" }, n ? t("legend.split", { n }) : t("legend.fold")),
  );
}

function filterRow(
  filter: string,
  name: string,
  n: number,
  key: Element,
  state: State,
  actions: Actions,
): HTMLElement {
  const on = !state.off.includes(filter);
  return el(
    "button",
    {
      class: on ? "row" : "row off",
      "data-filter": filter,
      "aria-pressed": String(on),
      "aria-label": t("legend.toggle", { name, n }),
      on: { click: () => actions.toggle(filter) },
    },
    el("span", { class: "key" }, key),
    el("span", { class: "name" }, name),
    el("span", { class: "count" }, n),
  );
}

function signs(scene: Scene): HTMLElement | null {
  const rows = [
    scene.cards.some((card) => card.cited) && sign("cited", t("legend.cited")),
    scene.cards.some((card) => card.draft) && sign("draft", t("legend.draft")),
    scene.cards.some((card) => card.warnings > 0) && sign("warned", t("legend.warning")),
  ].filter((row) => row !== false);
  return rows.length ? el("div", { class: "signs" }, ...rows) : null;
}

function sign(kind: string, name: string): HTMLElement {
  return el(
    "div",
    { class: "row sign" },
    el("span", { class: "key" }, el("i", { class: `chip ${kind}` }, kind === "warned" && "!")),
    el("span", { class: "name" }, name),
  );
}

function hiddenNote(scene: Scene, state: State, actions: Actions): HTMLElement | null {
  const { hidden } = visible(scene, state);
  if (!hidden) return null;
  return el(
    "div",
    { class: "hidden-note" },
    el("span", {}, t("legend.hidden", { n: hidden })),
    el(
      "button",
      { class: "text-button", "data-filter": "restore", on: { click: actions.restore } },
      t("legend.restore"),
    ),
  );
}

function section(title: string, rows: (HTMLElement | null)[]): HTMLElement | null {
  const present = rows.filter((row) => row !== null);
  return present.length ? el("section", {}, el("h2", {}, title), ...present) : null;
}

function count(scene: Scene, filter: string): number {
  return scene.cards.filter((card) => cardFilter(card) === filter).length;
}

function chip(kind: string, colour: string): HTMLElement {
  return el("i", { class: `chip ${kind}`, style: { "--c": colour } });
}

function dash(kind: string, dashes: string): SVGElement {
  const line = svg("path", { d: "M1 6h18", "stroke-dasharray": dashes || null });
  const key = svg(
    "svg",
    { viewBox: "0 0 26 12", width: 26, height: 12, class: "dash", "aria-hidden": "true" },
    line,
    svg("path", { d: "M18 2.6 25 6l-7 3.4z", class: "tip" }),
  );
  key.style.setProperty("--c", `var(--edge-${kind})`);
  return key;
}
