/** The views that are pages and no picture: workload, findings, comparison (trang). */
import type { Reader } from "./panels/reader";
import { toAddress, type State } from "./state";
import { drawComparison } from "./views/compare";
import { drawFindings } from "./views/findings";
import { drawWorkload } from "./views/workload";

/** Whether a view draws the graph. */
export function isPicture(view: State["view"]): boolean {
  return view === "chain" || view === "explore";
}

/** The page that is on the screen: what is only selected on it does not ask for it again. */
export class Pages {
  private shown: { address: string; side: HTMLElement[] | null } | null = null;

  constructor(private readonly page: HTMLElement) {}

  /** Draws the page of a state and answers what belongs into the panel beside it, where one is. */
  async show(state: State, reader: Reader, current: () => boolean): Promise<HTMLElement[] | null> {
    const address = toAddress({ ...state, sel: "", ask: "" });
    if (this.shown?.address !== address) {
      this.shown = null;
      const side = await drawPage(this.page, state, reader, current);
      if (!current()) return null;
      this.shown = { address, side };
    }
    for (const task of this.page.querySelectorAll<HTMLElement>("[data-task][aria-pressed]"))
      task.setAttribute("aria-pressed", String(task.dataset["task"] === state.sel));
    return this.shown.side;
  }

  /** Draws it anew the next time: another view was shown, or the store has changed. */
  forget(): void {
    this.shown = null;
  }
}

async function drawPage(
  page: HTMLElement,
  state: State,
  reader: Reader,
  current: () => boolean,
): Promise<HTMLElement[] | null> {
  if (state.view === "workload") return drawWorkload(page, state, reader, current);
  await (state.view === "findings" ? drawFindings(page, reader, current) : drawComparison(page, state, reader, current));
  return null;
}
