/** The views that are pages and no picture: workload, findings, comparison (trang). */
import type { Reader } from "./panels/reader";
import type { State } from "./state";
import { drawComparison } from "./views/compare";
import { drawFindings } from "./views/findings";
import { drawWorkload } from "./views/workload";

/** Whether a view draws the graph. */
export function isPicture(view: State["view"]): boolean {
  return view === "chain" || view === "explore";
}

/** Draws the page of a state and answers what belongs into the panel beside it, where one is. */
export async function drawPage(
  page: HTMLElement,
  state: State,
  reader: Reader,
  current: () => boolean,
): Promise<HTMLElement[] | null> {
  if (state.view === "workload") return drawWorkload(page, state, reader, current);
  await (state.view === "findings" ? drawFindings(page, reader, current) : drawComparison(page, state, reader, current));
  return null;
}
