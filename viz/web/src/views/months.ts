/** In which months of a year a task runs: those its text gives, and those it merely goes on in (tháng). */
import { property } from "../api";
import type { Workload } from "../types";

/** How a task runs in a month: at a given time, as standing work, or not. */
export type Month = "given" | "lasting" | "";

/** The twelve months of a task; a quarter with a given month runs in its given months only. */
export function monthsOf(task: Workload["nodes"][number], year: number): Month[] {
  const due = property(task, "due");
  const spans = [...intervals(task["intervals"]), [due, due] as const];
  const given = Array.from({ length: 12 }, (_, at) => {
    const month = `${year}-${String(at + 1).padStart(2, "0")}`;
    return spans.some(([start, end]) => start.slice(0, 7) <= month && month <= end.slice(0, 7));
  });
  return given.map((on, at) => {
    const first = at - (at % 3);
    const goesOn = task.quarters[first / 3] && !given.slice(first, first + 3).some(Boolean);
    return on ? "given" : goesOn ? "lasting" : "";
  });
}

function intervals(value: unknown): [string, string][] {
  if (!Array.isArray(value)) return [];
  return value.filter((one): one is [string, string] => Array.isArray(one) && one.length === 2);
}
