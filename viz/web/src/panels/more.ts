/** Long lists begin short: the first rows at once, the rest, or the next page, behind a button (xem thêm). */
import { el, type Child } from "../dom";
import { t } from "../messages";
import { sorry } from "./later";

/** Puts the first rows into `parent`; a button under them brings the rest. */
export function begin<Row>(
  parent: HTMLElement,
  rows: readonly Row[],
  first: number,
  draw: (row: Row, at: number) => Node,
): void {
  parent.append(...rows.slice(0, first).map(draw));
  const rest = rows.slice(first);
  if (!rest.length) return;
  const more = el("button", { class: "text-button more" }, t("node.more", { n: rest.length }));
  more.addEventListener("click", () => more.replaceWith(...rest.map((row, at) => draw(row, first + at))));
  parent.append(more);
}

/** A button that asks for the next page; what `draw` makes of it takes the button's place. */
export function following<Page>(ask: () => Promise<Page>, draw: (page: Page) => Child[]): HTMLElement {
  const button = el("button", { class: "text-button more" }, t("find.next"));
  button.addEventListener("click", async () => {
    const page = await ask().catch(sorry);
    if (!button.isConnected) return; // the list is another one by now
    const drawn = page instanceof HTMLElement ? [page] : draw(page);
    button.replaceWith(...(drawn.filter(Boolean) as (Node | string)[]));
  });
  return button;
}
