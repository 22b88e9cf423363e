/** What the page of the workload asks the server, by the choices of its reader (hỏi khối lượng việc). */
import { asks } from "../api";
import type { State } from "../state";
import type { Workload } from "../types";

/** What the map shows, what schedule and panel show, and the year of these. */
export interface Answers {
  map: Workload;
  shown: Workload;
  year: number;
}

/** The work that the map shows; of a unit its own page for the schedule, where there are many tasks.
 * By year the map is of all years, the schedule of one. */
export async function fetchWorkload(state: State): Promise<Answers> {
  const years = state.by === "year" ? asks.workload(new URLSearchParams([...counted(state), ["by", "year"], ["brief", "true"]])) : null;
  const [map, all] = await Promise.all([years, fetchWork(counted(state, yearOf(state)), state)]);
  const year = all.year ?? state.year;
  const shown = all.next && state.unit ? await fetchWork(ofUnit(state, year), state) : all;
  return { map: map ?? all, shown, year };
}

/** The next page of the tasks that the schedule shows. */
export function pageOf(shown: Workload, state: State, cursor: string): Promise<Workload> {
  const year = shown.year ?? state.year;
  const scope = state.unit ? ofUnit(state, year) : counted(state, year);
  return fetchWork(new URLSearchParams([...scope, ["cursor", cursor]]), state);
}

function yearOf({ by, cell, year }: State): number {
  return by === "year" && /^[12]\d{3}$/.test(cell) ? Number(cell) : year;
}

function counted({ within, alone, collectives, threshold, role }: State, year = 0): URLSearchParams {
  const query = new URLSearchParams({
    ...(year && { year: String(year) }),
    ...(within && { unit: within, sub_units: String(!alone) }),
    ...(collectives !== "apart" && { collectives }),
    ...(threshold !== null && { threshold: String(threshold) }),
  });
  for (const one of role) query.append("role", one);
  return query;
}

function ofUnit(state: State, year: number): URLSearchParams {
  return counted({ ...state, within: state.unit, alone: true }, year);
}

// the bars need the quarters of a task, whatever the periods of the map
async function fetchWork(scope: URLSearchParams, { by }: State): Promise<Workload> {
  const quarters = asks.workload(scope);
  if (by === "quarter") return quarters;
  const finer = new URLSearchParams([...scope, ["by", by]]);
  if (by === "year" && !scope.has("year")) {
    const { year } = await quarters;
    if (!year) return quarters;
    finer.set("year", String(year));
  }
  const [work, { nodes }] = await Promise.all([asks.workload(finer), quarters]);
  const runs = new Map(nodes.map((task) => [task.id, task.quarters]));
  return { ...work, nodes: work.nodes.map((task) => ({ ...task, quarters: runs.get(task.id) ?? [] })) };
}
