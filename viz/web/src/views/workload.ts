/** The workload: units by quarters or months as a heat map, then the schedule of their tasks (khối lượng việc). */
import { asks, Failure } from "../api";
import { el, fill } from "../dom";
import { icon } from "../icons";
import { either, t } from "../messages";
import type { Reader } from "../panels/reader";
import type { State } from "../state";
import type { Workload } from "../types";
import { relationWord } from "../words";
import { workPanel } from "../panels/work";
import { agenda } from "./agenda";
import { byUnit, periodName, tasksIn, type UnitRow } from "./quarters";
import { schedule } from "./schedule";

const FIRST = 24; // units before "more"
const DEEP = 0.66; // from this share of the fullest cell on, the words are white

/** Draws the page, and answers what belongs into the panel; `current`: whether it is still wanted. */
export async function drawWorkload(
  page: HTMLElement,
  state: State,
  reader: Reader,
  current: () => boolean,
): Promise<HTMLElement[]> {
  const query = new URLSearchParams(state.year ? { year: String(state.year) } : {});
  const months = state.by === "month" ? asks.workload(new URLSearchParams([...query, ["by", "month"]])) : null;
  const answers = await Promise.all([asks.workload(query), months]).catch((cause: unknown) => {
    if (cause instanceof Failure) return cause;
    throw cause;
  });
  if (!current()) return [];
  if (answers instanceof Failure) {
    fill(page, el("p", { class: "note" }, either(answers.message, answers.english) || t("state.offline")));
    return [];
  }
  const [quarters, finer] = answers;
  const answer = finer ? { ...finer, nodes: quarters.nodes } : quarters;
  const scroll = page.scrollTop;
  const rows = byUnit(answer.rows);
  draw(page, answer, rows, state, reader);
  page.scrollTop = scroll;
  return answer.year || state.year ? workPanel(answer, rows, state, reader) : [];
}

function draw(page: HTMLElement, work: Workload, rows: UnitRow[], state: State, reader: Reader): void {
  const year = work.year ?? state.year;
  if (!year) {
    fill(page, el("h1", {}, t("view.workload")), el("p", { class: "note" }, t("work.noyear")));
    return;
  }
  fill(
    page,
    el("div", { class: "page-head" }, el("h1", {}, t("work.title", { year })), byPick(state, reader), yearPick(year, reader)),
    el("p", { class: "lead" }, t(`work.about.${state.by}`)),
    rows.length
      ? heatMap(rows, work.periods.length || 4, state, reader)
      : el("p", { class: "note" }, t("work.none", { year })),
    agenda(year, state.unit, reader),
    schedule(work, rows, state, reader),
  );
}

function byPick({ by }: State, reader: Reader): HTMLElement {
  const button = (name: State["by"]) =>
    el(
      "button",
      {
        "aria-pressed": String(by === name),
        "data-by": name,
        on: { click: () => reader.actions.work({ by: name, cell: "" }) },
      },
      t(`work.by.${name}`),
    );
  return el("div", { class: "sorts by-pick", role: "group" }, button("quarter"), button("month"));
}

function yearPick(year: number, reader: Reader): HTMLElement {
  const step = (by: number, name: "minus" | "plus") =>
    el(
      "button",
      {
        class: "icon-button",
        "aria-label": `${t("work.year")} ${year + by}`,
        on: { click: () => reader.actions.work({ year: year + by, cell: "", unit: "" }) },
      },
      icon(name, 14),
    );
  return el("div", { class: "year-pick" }, step(-1, "minus"), el("span", {}, year), step(1, "plus"));
}

function heatMap(rows: UnitRow[], periods: number, state: State, reader: Reader): HTMLElement {
  const columns = Array.from({ length: periods }, (_, at) => at);
  const top = Math.max(1, ...rows.flatMap((row) => columns.map((at) => tasksIn(row, at).length)));
  const head = el(
    "tr",
    {},
    el("th", {}, el("span", { class: "unseen" }, t("kind.unit"))),
    ...columns.map((at) =>
      el("th", { scope: "col" }, periods === 12 ? t("work.short", { n: at + 1 }) : periodName(at)),
    ),
  );
  const body = rows.map((row) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, unitName(row, state, reader)),
      ...columns.map((at) => el("td", {}, cell(row, at, periods, top, state, reader))),
    ),
  );
  const first = el("tbody", {}, ...body.slice(0, FIRST));
  const table = el("table", { class: periods > 4 ? "heat fine" : "heat" }, el("thead", {}, head), first);
  if (body.length <= FIRST) return table;
  const more = el("button", { class: "text-button" }, t("node.more", { n: body.length - FIRST }));
  more.addEventListener("click", () => (first.append(...body.slice(FIRST)), more.remove()));
  return el("div", {}, table, more);
}

function unitName(row: UnitRow, state: State, reader: Reader): HTMLElement {
  const chosen = state.unit === row.unit && !state.cell;
  const choose = () => reader.actions.work({ unit: chosen ? "" : row.unit, cell: "" });
  return el(
    "button",
    { class: "unit-name", "data-unit": row.unit, "aria-pressed": String(chosen), on: { click: choose } },
    row.label,
  );
}

function cell(
  row: UnitRow,
  at: number,
  periods: number,
  top: number,
  state: State,
  reader: Reader,
): HTMLElement {
  const n = tasksIn(row, at).length;
  const share = n / top;
  const chosen = state.unit === row.unit && state.cell === String(at + 1);
  const choose = () =>
    reader.actions.work(chosen ? { unit: "", cell: "" } : { unit: row.unit, cell: String(at + 1) });
  const parts = row.roles
    .filter((role) => role.counts[at])
    .map((role) => `${role.counts[at]} ${relationWord(reader.words, role.role)}`.replaceAll(" ", "\u00a0"));
  return el(
    "button",
    {
      class: `cell${share > DEEP ? " deep" : ""}${n ? "" : " none"}`,
      disabled: !n,
      "aria-pressed": String(chosen),
      "aria-label": t("work.cell", { unit: row.label, period: periodName(at, periods), n }),
      "data-unit": row.unit,
      "data-period": at + 1,
      style: { "--p": n ? `${shade(share)}%` : "0%" },
      on: { click: choose },
    },
    el("b", {}, n || "–"),
    n > 0 && el("small", {}, parts.join(", ")),
  );
}

// no shade in the middle, on which neither dark nor white words could be read
function shade(share: number): number {
  return Math.round(share > DEEP ? 86 + ((share - DEEP) / (1 - DEEP)) * 14 : 12 + share * 78);
}
