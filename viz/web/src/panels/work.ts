/** The panel of the workload: the tasks of the chosen cell or unit, by role (việc trong ô). */
import { property } from "../api";
import { el } from "../dom";
import { t } from "../messages";
import type { State } from "../state";
import type { Load, Side, Workload, WorkloadRow } from "../types";
import { periodName, placeOf, type UnitRow } from "../views/quarters";
import { capital, number, relationWord } from "../words";
import { head } from "./node";
import type { Reader } from "./reader";
import { where } from "./where";

const MANY = 4; // periods of a peak that are named

/** The tasks of what is chosen, and its unit's usual load in the map; how to choose when nothing is. */
export function workPanel(work: Workload, map: Workload, rows: UnitRow[], state: State, reader: Reader): HTMLElement[] {
  const row = rows.find((one) => one.unit === state.unit);
  if (!row) return [head(t("view.workload"), t("work.choose"), t("work.pick"), null)];
  const at = placeOf(work, state);
  const inCell = (role: WorkloadRow) =>
    at >= 0 ? (role.tasks[at] ?? []) : [...new Set([...role.tasks.flat(), ...role.untimed])];
  const clear = el(
    "button",
    { class: "button", on: { click: () => reader.actions.work({ unit: "", cell: "" }) } },
    t("work.clear"),
  );
  const year = String(work.year ?? "");
  const period = at >= 0 && work.by !== "year" && periodName(work.periods[at]!);
  const kind = period ? `${period} · ${year}` : year;
  return [
    head(kind, row.label, "", el("div", { class: "actions" }, clear)),
    el(
      "div",
      { class: "body" },
      load(map, row.unit),
      ...row.roles.map((role) => section(role, inCell(role), at, work, reader)).filter((one) => one !== null),
    ),
  ];
}

// how much it usually is, and when it is most
function load(map: Workload, unit: string): HTMLElement | null {
  const found = map.units.find((one) => one.unit === unit);
  if (!found || map.periods.length < 2) return null;
  return el(
    "table",
    { class: "census load" },
    el("tr", {}, el("th", {}), ...(["work.normal", "work.peak"] as const).map((name) => el("th", { scope: "col" }, t(name)))),
    ...(["lead", "support", "both"] as const).map((name) => side(name, found[name])),
  );
}

function side(name: Exclude<keyof Load, "unit">, { normal, peak, peaks }: Side): HTMLElement {
  const when = peaks.map(periodName);
  const said = when.length > MANY ? t("work.peaks", { n: when.length }) : when.join(", ");
  return el(
    "tr",
    { "data-side": name },
    el("th", { scope: "row" }, t(`work.side.${name}`)),
    el("td", {}, number(normal)),
    el("td", { title: when.join(", ") }, peak, said && el("small", {}, said)),
  );
}

function section(role: WorkloadRow, ids: string[], at: number, work: Workload, reader: Reader): HTMLElement | null {
  const n = at >= 0 ? (role.counts[at] ?? 0) : role.total;
  if (!n) return null;
  const tasks = work.nodes.filter((task) => ids.includes(task.id));
  const rows = tasks.map((task) =>
    el(
      "button",
      { class: "go task-row", "data-task": task.id, on: { click: () => reader.actions.select(task.id) } },
      el("b", {}, property(task, "path")),
      ` ${property(task, "name") || task.label}`,
      property(task, "time") && el("small", {}, property(task, "time")),
      where(task, reader),
    ),
  );
  const title = el(
    "h3",
    {},
    capital(relationWord(reader.words, role.role)),
    el("span", { class: "count" }, n),
  );
  return el("section", { class: "block" }, title, ...rows);
}
