/** In which months of a year a task runs: those its text gives, and those it merely goes on in (tháng). */
import type { Workload } from "../types";

/** How a task runs in a month: at a given time, as standing work, or not. */
export type Month = "given" | "standing" | "";

/** The twelve months of a task. */
export function monthsOf(task: Workload["nodes"][number], year: number): Month[] {
  const given = spans(task["intervals"]);
  const goesOn = !given.length || !!task["recurrence"];
  return Array.from({ length: 12 }, (_, at) => {
    const month = `${year}-${String(at + 1).padStart(2, "0")}`;
    if (given.some(([start, end]) => start.slice(0, 7) <= month && month <= end.slice(0, 7))) return "given";
    return goesOn && task.quarters[Math.floor(at / 3)] ? "standing" : "";
  });
}

function spans(value: unknown): [string, string][] {
  if (!Array.isArray(value)) return [];
  return value.filter((one): one is [string, string] => Array.isArray(one) && one.length === 2);
}
