/** The heat map of the workload: units by periods, dark where much is to do (bản đồ khối lượng). */
import { el } from "../dom";
import { t } from "../messages";
import type { Reader } from "../panels/reader";
import type { State } from "../state";
import type { Load, Workload } from "../types";
import { relationWord } from "../words";
import { overCells } from "./overload";
import { byUnit, cellName, countIn, periodName, placeOf, shortName, usual, type UnitRow } from "./quarters";

const FIRST = 24; // units before "more"
const FEW = 4; // periods that leave room for the roles in a cell
const MANY = 12; // periods that a desk has room for
const DEEP = 0.66; // from this share of the fullest cell on, the words are white

interface Measure {
  work: Workload;
  loads: Map<string, Load>;
  top: number;
  over: Set<string>;
}

/** The map; what is above the threshold bears a sign and a frame. */
export function heatMap(work: Workload, state: State, reader: Reader): HTMLElement {
  const rows = byUnit(work.rows);
  const { periods, by } = work;
  const loads = new Map(work.units.map((load) => [load.unit, load]));
  const map = { work, loads, top: Math.max(1, ...rows.flatMap((row) => periods.map((_, at) => countIn(row, at)))), over: overCells(work) };
  const corner = el("span", { class: by === "week" ? "" : "unseen" }, by === "week" ? t("work.by.week") : t("kind.unit"));
  const head = el("tr", {}, el("th", {}, corner), ...periods.map((name) => el("th", { scope: "col", title: periodName(name) }, shortName(name))));
  const body = rows.map((row) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, unitName(row, map, state, reader)),
      ...periods.map((_, at) => el("td", {}, cell(row, at, map, state, reader))),
    ),
  );
  const first = el("tbody", {}, ...body.slice(0, FIRST));
  const fine = `heat${periods.length > FEW ? " fine" : ""}${periods.length > MANY ? " long" : ""}`;
  const table = el("table", { class: fine }, el("thead", {}, head), first);
  if (body.length <= FIRST) return table;
  const more = el("button", { class: "text-button" }, t("node.more", { n: body.length - FIRST }));
  more.addEventListener("click", () => (first.append(...body.slice(FIRST)), more.remove()));
  return el("div", {}, table, more);
}

function unitName(row: UnitRow, { work, loads }: Measure, state: State, reader: Reader): HTMLElement {
  const chosen = state.unit === row.unit && !state.cell;
  const choose = () => reader.actions.work({ unit: chosen ? "" : row.unit, cell: "" });
  const load = loads.get(row.unit);
  return el(
    "button",
    { class: "unit-name", "data-unit": row.unit, "aria-pressed": String(chosen), on: { click: choose } },
    row.label,
    load && work.periods.length > 1 && el("small", {}, usual(load.both)),
  );
}

function cell(row: UnitRow, at: number, { work, top, over }: Measure, state: State, reader: Reader): HTMLElement {
  const n = countIn(row, at);
  const share = n / top;
  const period = work.periods[at]!;
  const above = over.has(`${row.unit} ${period}`);
  const chosen = state.unit === row.unit && placeOf(work, state) === at;
  const choose = () => reader.actions.work(chosen ? { unit: "", cell: "" } : { unit: row.unit, cell: cellName(work, at) });
  const name = t("work.cell", { unit: row.label, period: periodName(period), n });
  const parts = row.roles
    .filter((role) => role.counts[at])
    .map((role) => `${role.counts[at]} ${relationWord(reader.words, role.role)}`.replaceAll(" ", "\u00a0"));
  return el(
    "button",
    {
      class: `cell${share > DEEP ? " deep" : ""}${n ? "" : " none"}${above ? " over" : ""}`,
      disabled: !n,
      "aria-pressed": String(chosen),
      "aria-label": above ? `${name}, ${t("work.over.cell", { threshold: state.threshold ?? "" })}` : name,
      "data-unit": row.unit,
      "data-period": at + 1,
      style: { "--p": n ? `${shade(share)}%` : "0%" },
      on: { click: choose },
    },
    above && el("i", { class: "sign", "aria-hidden": "true" }, "▲"),
    el("b", {}, n || "–"),
    n > 0 && el("small", {}, parts.join(", ")),
  );
}

// no shade in the middle, on which neither dark nor white words could be read
function shade(share: number): number {
  return Math.round(share > DEEP ? 86 + ((share - DEEP) / (1 - DEEP)) * 14 : 12 + share * 78);
}
