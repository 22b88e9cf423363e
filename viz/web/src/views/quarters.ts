/** The rows of a workload by unit, and the names of its periods (tuần, tháng, quý, năm). */
import { t } from "../messages";
import type { State } from "../state";
import type { Side, Workload, WorkloadRow } from "../types";
import { number } from "../words";

const ROMAN = ["I", "II", "III", "IV"];

/** One unit of the map: its rows by role joined. */
export interface UnitRow {
  unit: string;
  label: string;
  roles: WorkloadRow[];
}

/** "Quý III" for the third of four. */
export function quarterName(at: number): string {
  return t("work.period", { roman: ROMAN[at] ?? String(at + 1), n: at + 1 });
}

/** 2026-W07, 2026-02, 2026-Q1 or 2026 in words: "Tuần 7", "Tháng 2", "Quý I", "Năm 2026". */
export function periodName(period: string): string {
  const [year, part] = period.split("-");
  if (!part) return t("work.inyear", { year: year ?? "" });
  if (part.startsWith("Q")) return quarterName(Number(part.slice(1)) - 1);
  if (part.startsWith("W")) return t("work.week", { n: Number(part.slice(1)) });
  return t("work.month", { n: Number(part) });
}

/** The same at the head of a narrow column: "7", "T2", "Quý I", "2026". */
export function shortName(period: string): string {
  const [year, part] = period.split("-");
  if (!part) return year ?? "";
  if (part.startsWith("W")) return String(Number(part.slice(1)));
  return part.startsWith("Q") ? periodName(period) : t("work.short", { n: Number(part) });
}

/** What an address calls a cell: the year itself by year, else its place from 1 on. */
export function cellName(work: Workload, at: number): string {
  return work.by === "year" ? (work.periods[at] ?? "") : String(at + 1);
}

/** The place of the chosen cell among the periods; -1 where none is chosen. */
export function placeOf(work: Workload, { cell }: State): number {
  return cell ? work.periods.findIndex((_, at) => cellName(work, at) === cell) : -1;
}

/** "thường 3, cao điểm 8": what half of the periods do not exceed, and the most of any. */
export function usual({ normal, peak }: Side): string {
  return t("work.usual", { normal: number(normal), peak });
}

/** The rows by unit, in the order they came. */
export function byUnit(rows: WorkloadRow[]): UnitRow[] {
  const units = new Map<string, UnitRow>();
  for (const row of rows) {
    const unit = units.get(row.unit) ?? { unit: row.unit, label: row.label, roles: [] };
    unit.roles.push(row);
    units.set(row.unit, unit);
  }
  return [...units.values()];
}

/** How many tasks of a unit run in a period: each counts in one role. */
export function countIn(row: UnitRow, at: number): number {
  return row.roles.reduce((sum, role) => sum + (role.counts[at] ?? 0), 0);
}

/** The tasks of a unit in a period, each once, whatever the role. */
export function tasksIn(row: UnitRow, at: number): string[] {
  return [...new Set(row.roles.flatMap((role) => role.tasks[at] ?? []))];
}

/** All tasks of a unit in the year, and those without a time. */
export function tasksOf(row: UnitRow): string[] {
  return [...new Set(row.roles.flatMap((role) => [...role.tasks.flat(), ...role.untimed]))];
}
