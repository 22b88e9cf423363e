/** The workload: units by periods as a heat map, then the schedule of their tasks (khối lượng việc). */
import { Failure } from "../api";
import { el, fill } from "../dom";
import { icon } from "../icons";
import { either, t } from "../messages";
import type { Reader } from "../panels/reader";
import { workPanel } from "../panels/work";
import type { State } from "../state";
import { agenda } from "./agenda";
import { byPick, choices } from "./choices";
import { heatMap } from "./heat";
import { fetchWorkload, pageOf, type Answers } from "./loads";
import { overload } from "./overload";
import { byUnit } from "./quarters";
import { schedule } from "./schedule";
import { unsettled } from "./unsettled";

const CHOICES = ".by-pick button, .choices button, .choices input, .unsettled button";

/** Draws the page, and answers what belongs into the panel; `current`: whether it is still wanted. */
export async function drawWorkload(
  page: HTMLElement,
  state: State,
  reader: Reader,
  current: () => boolean,
): Promise<HTMLElement[]> {
  const answers = await fetchWorkload(state).catch((cause: unknown) => {
    if (cause instanceof Failure) return cause;
    throw cause;
  });
  if (!current()) return [];
  if (answers instanceof Failure) {
    const note = el("p", { class: "note" }, either(answers.message, answers.english) || t("state.offline"));
    fill(page, note, state.within !== "" && choices(state, state.year, reader));
    return [];
  }
  keeping(page, () => draw(page, answers, state, reader));
  const { map, shown, year } = answers;
  return year ? workPanel(shown, map, byUnit(shown.rows), state, reader) : [];
}

function draw(page: HTMLElement, { map, shown, year }: Answers, state: State, reader: Reader): void {
  const narrowed = !!state.within || state.role.length > 0 || state.collectives !== "apart";
  if (!year) {
    const note = el("p", { class: "note" }, t(narrowed ? "work.nothere" : "work.noyear"));
    return fill(page, el("h1", {}, t("view.workload")), narrowed && choices(state, 0, reader), note);
  }
  const byYear = state.by === "year";
  const title = byYear ? t("work.years") : t("work.title", { year });
  const around = state.unit || state.within;
  fill(
    page,
    el("div", { class: "page-head" }, el("h1", {}, title), byPick(state, reader), !byYear && yearPick(year, reader)),
    el("p", { class: "lead" }, t(`work.about.${state.by}`, { year })),
    choices(state, byYear ? state.year : year, reader),
    overload(map, state, reader),
    map.rows.length ? heatMap(map, state, reader) : el("p", { class: "note" }, t("work.none", { year })),
    unsettled(state, around, reader),
    agenda(year, around, reader, !state.unit && !state.alone),
    schedule(shown, state, reader, (cursor) => pageOf(shown, state, cursor)),
  );
}

// the page is drawn anew, and who works by keys stays at the choice just made
function keeping(page: HTMLElement, redraw: () => void): void {
  const at = [...page.querySelectorAll(CHOICES)].indexOf(document.activeElement!);
  const [top, left] = [page.scrollTop, page.querySelector(".heat")?.scrollLeft ?? 0];
  redraw();
  page.scrollTop = top;
  bringIntoSight(page.querySelector(".heat"), left);
  if (at >= 0) page.querySelectorAll<HTMLElement>(CHOICES)[at]?.focus();
}

// a map of weeks is wider than the page: it stays where it was, unless the chosen cell is out of sight
function bringIntoSight(heat: Element | null, left: number): void {
  if (!heat) return;
  heat.scrollLeft = left;
  const cell = heat.querySelector('.cell[aria-pressed="true"]')?.getBoundingClientRect();
  const names = heat.querySelector("th")!.getBoundingClientRect();
  const { right } = heat.getBoundingClientRect();
  if (cell && (cell.left < names.right || cell.right > right)) heat.scrollLeft += cell.left - (names.right + right) / 2;
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
