/** Long lists begin short: the first rows at once, the rest behind a button (xem thêm). */
import { el } from "../dom";
import { t } from "../messages";

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
