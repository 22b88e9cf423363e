/** The schedule of tasks as bars over the quarters: of all units, of one, or of one cell (tiến độ). */
import { property } from "../api";
import { el } from "../dom";
import { t } from "../messages";
import { following } from "../panels/more";
import type { Reader } from "../panels/reader";
import { where } from "../panels/where";
import type { State } from "../state";
import type { Workload } from "../types";
import { monthsOf, type Month } from "./months";
import { byUnit, periodName, placeOf, quarterName, tasksIn, tasksOf, type UnitRow } from "./quarters";

type Task = Workload["nodes"][number];
type Ask = (cursor: string) => Promise<Workload>;

/** The schedule; a press on a task shows it in the panel. `ask` brings the next page of many tasks. */
export function schedule(work: Workload, state: State, reader: Reader, ask: Ask): HTMLElement {
  const row = chosen(work, state);
  return el(
    "section",
    { class: "gantt" },
    el("div", { class: "gantt-head" }, heading(row, work.periods[placeOf(work, state)], reader), quarters()),
    legend(!!row),
    ...bars(work, state, reader, ask),
  );
}

function chosen(work: Workload, state: State): UnitRow | undefined {
  return byUnit(work.rows).find((one) => one.unit === state.unit);
}

function bars(work: Workload, state: State, reader: Reader, ask: Ask): HTMLElement[] {
  const row = chosen(work, state);
  const at = placeOf(work, state);
  const wanted = row && new Set(at >= 0 ? tasksIn(row, at) : tasksOf(row));
  const tasks = work.nodes.filter((task) => !wanted || wanted.has(task.id)).sort(inOrder);
  const timed = tasks.filter((task) => task.periods.length > 0);
  const untimed = tasks.filter((task) => !task.periods.length);
  const leads = new Set(
    row?.roles
      .filter((role) => role.role === "leads" || role.role === "executes")
      .flatMap((role) => role.tasks.flat()),
  );
  const year = work.year ?? state.year;
  const { next } = work;
  return [
    ...timed.map((task) => bar(task, year, !!row && !leads.has(task.id), state, reader)),
    ...(untimed.length ? [el("h2", { class: "untimed" }, t("work.untimed", { n: untimed.length }))] : []),
    ...untimed.map((task) => bar(task, year, false, state, reader)),
    ...(next ? [following(() => ask(next), (page) => bars(page, state, reader, ask))] : []),
  ];
}

function heading(row: UnitRow | undefined, period: string | undefined, reader: Reader): HTMLElement {
  if (!row) return el("h2", {}, t("work.gantt"));
  const name = period
    ? t("work.in", { unit: row.label, period: periodName(period) })
    : t("work.of", { unit: row.label });
  const all = () => reader.actions.work({ unit: "", cell: "" });
  return el(
    "h2",
    {},
    `${name} `,
    el("button", { class: "text-button", on: { click: all } }, t("work.clear")),
  );
}

function quarters(): HTMLElement {
  return el(
    "div",
    { class: "quarters", "aria-hidden": "true" },
    ...["I", "II", "III", "IV"].map((name) => el("span", {}, name)),
  );
}

function bar(task: Task, year: number, support: boolean, state: State, reader: Reader): HTMLElement {
  const name = property(task, "name") || task.label;
  const months = monthsOf(task, year);
  const running = task.quarters.flatMap((on, at) => (on ? [quarterName(at)] : [])).join(", ");
  return el(
    "button",
    {
      class: `bar-row${support ? " support" : ""}`,
      "data-task": task.id,
      title: name,
      "aria-label": [property(task, "path"), name, running || property(task, "time")]
        .filter(Boolean)
        .join(". "),
      "aria-pressed": String(state.sel === task.id),
      on: { click: () => reader.actions.select(task.id) },
    },
    el("span", { class: "bar-name" }, el("b", {}, property(task, "path")), el("span", {}, name), where(task, reader)),
    el(
      "span",
      { class: "quarters" },
      ...[0, 3, 6, 9].map((first) =>
        el("span", { class: "months" }, ...[0, 1, 2].map((at) => month(months, first + at))),
      ),
    ),
  );
}

function month(all: Month[], at: number): HTMLElement {
  if (!all[at]) return el("i", { class: "run" });
  const ends = `${all[at - 1] ? "" : " first"}${all[at + 1] ? "" : " last"}`;
  return el("i", { class: `run on ${all[at]}${ends}` });
}

// what the colours of the bars mean
function legend(roles: boolean): HTMLElement {
  const sign = (kind: string, name: string) =>
    el("span", { class: "sign" }, el("i", { class: `run on first last ${kind}` }), name);
  return el(
    "p",
    { class: "gantt-key" },
    sign("given", t("work.given")),
    sign("lasting", t("work.standing")),
    roles && sign("given support", t("work.helps")),
  );
}

function inOrder(one: Task, other: Task): number {
  const place = (task: Task) => (typeof task["order"] === "number" ? task["order"] : 0);
  return property(one, "document").localeCompare(property(other, "document")) || place(one) - place(other);
}
