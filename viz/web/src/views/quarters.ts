/** The rows of a workload by unit, and the names of its quarters or months (quý, tháng). */
import { t } from "../messages";
import type { WorkloadRow } from "../types";

const ROMAN = ["I", "II", "III", "IV"];

/** One unit of the map: its rows by role joined. */
export interface UnitRow {
  unit: string;
  label: string;
  roles: WorkloadRow[];
}

/** "Quý III" for the third of four, "Tháng 3" for the third of twelve. */
export function periodName(at: number, of = 4): string {
  if (of === 12) return t("work.month", { n: at + 1 });
  return t("work.period", { roman: ROMAN[at] ?? String(at + 1), n: at + 1 });
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
