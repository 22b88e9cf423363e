/** Who has more tasks than the threshold, the worst first, and in which cells of the map (quá tải). */
import { el } from "../dom";
import { t } from "../messages";
import { begin } from "../panels/more";
import type { Reader } from "../panels/reader";
import type { State } from "../state";
import type { Overload, Workload } from "../types";
import { cellName, periodName } from "./quarters";

const FIRST = 3; // units before "more"

/** The cells above the threshold, each as "unit period". */
export function overCells(work: Workload): Set<string> {
  return new Set(work.overloaded.flatMap(({ unit, periods }) => periods.map(({ period }) => `${unit} ${period}`)));
}

/** Who is overloaded; nothing where no threshold is given. */
export function overload(work: Workload, { threshold }: State, reader: Reader): HTMLElement | null {
  if (threshold === null) return null;
  const n = work.overloaded.length;
  if (!n) return el("p", { class: "note over-none", role: "status" }, t("work.over.none", { threshold }));
  const list = el("div", { class: "over-units" });
  begin(list, work.overloaded, FIRST, (one) => row(one, work, reader));
  const title = el("h2", { role: "status" }, `▲ ${t("work.over", { n, threshold })}`);
  return el("section", { class: "overload" }, title, list);
}

function row({ unit, label, periods }: Overload, work: Workload, reader: Reader): HTMLElement {
  const worst = periods.reduce((most, one) => (one.count > most.count ? one : most));
  const { period, ...counts } = worst;
  const cell = cellName(work, work.periods.indexOf(period));
  return el(
    "button",
    { class: "over-unit", "data-unit": unit, on: { click: () => reader.actions.work({ unit, cell }) } },
    el("b", {}, label),
    ` ${t("work.over.most", { period: periodName(period), ...counts })}`,
    periods.length > 1 && ` ${t("work.over.others", { n: periods.length - 1 })}`,
  );
}
