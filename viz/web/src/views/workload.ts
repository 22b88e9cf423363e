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
import { byUnit, countIn, periodName, type UnitRow } from "./quarters";
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
  const answers = await fetchBoth(state).catch((cause: unknown) => {
    if (cause instanceof Failure) return cause;
    throw cause;
  });
  if (!current()) return [];
  if (answers instanceof Failure) {
    fill(page, el("p", { class: "note" }, either(answers.message, answers.english) || t("state.offline")));
    return [];
  }
  const { all, shown } = answers;
  const scroll = page.scrollTop;
  draw(page, all, shown, state, reader);
  page.scrollTop = scroll;
  return all.year || state.year ? workPanel(shown, byUnit(shown.rows), state, reader) : [];
}

/** The work of all units, and what the schedule shows: of a unit its own page where there are many tasks. */
async function fetchBoth(state: State): Promise<{ all: Workload; shown: Workload }> {
  const scope = new URLSearchParams(state.year ? { year: String(state.year) } : {});
  const all = await fetchWork(scope, state);
  if (!all.next || !state.unit) return { all, shown: all };
  return { all, shown: await fetchWork(ofUnit(all, state), state) };
}

function ofUnit(work: Workload, { unit, year }: State): URLSearchParams {
  const own = unit ? { unit, sub_units: "false" } : null;
  return new URLSearchParams({ year: String(work.year ?? year), ...own });
}

async function fetchWork(scope: URLSearchParams, { by }: State): Promise<Workload> {
  const months = by === "month" ? asks.workload(new URLSearchParams([...scope, ["by", "month"]])) : null;
  const [quarters, finer] = await Promise.all([asks.workload(scope), months]);
  return finer ? { ...finer, nodes: quarters.nodes } : quarters;
}

function draw(page: HTMLElement, work: Workload, shown: Workload, state: State, reader: Reader): void {
  const rows = byUnit(work.rows);
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
    schedule(shown, state, reader, (cursor) => {
      const scope = shown === work ? new URLSearchParams({ year: String(year) }) : ofUnit(work, state);
      return fetchWork(new URLSearchParams([...scope, ["cursor", cursor]]), state);
    }),
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
  const top = Math.max(1, ...rows.flatMap((row) => columns.map((at) => countIn(row, at))));
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
  const n = countIn(row, at);
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
