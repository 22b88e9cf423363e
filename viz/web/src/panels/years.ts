/** The range of years with its histogram; undated documents stay in the picture (năm ban hành). */
import type { Actions } from "../actions";
import { el } from "../dom";
import { t } from "../messages";
import type { State } from "../state";
import type { Scene } from "../types";

/** The section of the years; null when the scene has fewer than two. */
export function yearRange(scene: Scene, state: State, actions: Actions): HTMLElement | null {
  const documents = scene.cards.filter((card) => card.kind === "document");
  const years = documents.flatMap((card) => (card.year ? [card.year] : []));
  if (new Set(years).size < 2) return null;
  const [least, most] = [Math.min(...years), Math.max(...years)];
  const [first, last] = [
    Math.max(least, state.years?.[0] ?? least),
    Math.min(most, state.years?.[1] ?? most),
  ];
  const undated = documents.length - years.length;
  return el(
    "section",
    { class: "years" },
    el("h2", {}, t("years.label")),
    histogram(years, least, most, first, last),
    sliders(least, most, first, last, actions),
    el("div", { class: "ends" }, el("span", {}, first), el("span", {}, last)),
    undated > 0 && el("p", { class: "note" }, t("years.undated", { n: undated })),
  );
}

function histogram(years: number[], least: number, most: number, first: number, last: number): HTMLElement {
  const span = most - least + 1;
  const step = Math.ceil(span / 18);
  const counts = Array.from({ length: Math.ceil(span / step) }, () => 0);
  for (const year of years) counts[Math.floor((year - least) / step)]! += 1;
  const top = Math.max(...counts);
  const bars = counts.map((n, at) => {
    const year = least + at * step;
    const on = year + step > first && year <= last;
    return el("i", {
      class: on ? "bar" : "bar out",
      title: `${year}: ${n}`,
      style: { "--h": `${n ? 18 + (82 * n) / top : 3}%` },
    });
  });
  return el("div", { class: "bars", "aria-hidden": "true" }, ...bars);
}

function sliders(least: number, most: number, first: number, last: number, actions: Actions): HTMLElement {
  const low = slider(t("years.first"), least, most, first, "first");
  const high = slider(t("years.last"), least, most, last, "last");
  const track = el(
    "div",
    { class: "sliders" },
    el("i", { class: "track" }),
    el("i", { class: "span" }),
    low,
    high,
  );
  const show = () => {
    const part = (value: string) => `${((Number(value) - least) / (most - least)) * 100}%`;
    track.style.setProperty("--from", part(low.value));
    track.style.setProperty("--to", part(high.value));
  };
  low.addEventListener(
    "input",
    () => void (Number(low.value) > Number(high.value) && (low.value = high.value), show()),
  );
  high.addEventListener(
    "input",
    () => void (Number(high.value) < Number(low.value) && (high.value = low.value), show()),
  );
  const choose = () => {
    const range = [Number(low.value), Number(high.value)] as const;
    actions.years(range[0] === least && range[1] === most ? null : range);
  };
  for (const input of [low, high]) input.addEventListener("change", choose);
  show();
  return track;
}

function slider(name: string, min: number, max: number, value: number, end: string): HTMLInputElement {
  const input = el("input", {
    type: "range",
    min,
    max,
    "aria-label": name,
    "data-filter": `year-${end}`,
    class: end,
  });
  input.value = String(value);
  return input;
}
