/** The page a quote stands on, the quote marked: its picture, else its outline in bars (trang giấy). */
import { askWhy, pageAddress } from "../api";
import { el, fill, svg } from "../dom";
import { t } from "../messages";
import type { Evidence, Place, SourceText } from "../types";

const SIDE = 1000; // boxes are in thousandths of either side of the page
const HEIGHT = 1414; // of an outline: A4

/** The pages that the characters stand on, in order; none for a text without pages. */
export function pagesOf(source: SourceText, { start, end }: Evidence): number[] {
  const found = new Set(covered(source.places, start, end).map(([, , page]) => page));
  return [...found].sort((one, other) => one - other);
}

/** The cells of a workbook that hold the quote, the first and the last; empty for other texts. */
export function cellsOf(source: SourceText, { start, end }: Evidence): string {
  const names = covered(source.places, start, end).flatMap(([, , , , cell]) => cell ?? []);
  return [...new Set([names[0], names.at(-1)])].filter(Boolean).join(" – ");
}

/** A sheet for each page of the quote, or the name of its cell; null for a text without pages. */
export function sheets(source: SourceText, chosen: Evidence): HTMLElement | null {
  const pages = pagesOf(source, chosen);
  if (!pages.length) return null;
  const cell = cellsOf(source, chosen);
  if (cell) return el("aside", { class: "sheets" }, el("p", { class: "note cell" }, t("source.cell", { cell })));
  const why = el("p", { class: "note", role: "status" });
  const aside = el("aside", { class: source.pictures ? "sheets pictured" : "sheets" }, why);
  const outlined = (sentence: string) => {
    aside.classList.remove("pictured");
    fill(why, sentence);
    fill(aside, why, ...pages.map((page) => figure(page, outline(source.places, page, chosen))));
  };
  if (!source.pictures) {
    outlined(t("source.outline"));
    return aside;
  }
  const address = (page: number) => pageAddress(source.id, page);
  const failed = async (page: number) => outlined(await askWhy(address(page)));
  for (const [index, page] of pages.entries()) {
    const shown = picture(source.places, page, chosen, address(page), {
      load: (mark) => void (index === 0 && mark?.scrollIntoView({ block: "center" })),
      error: () => void failed(page),
    });
    aside.append(figure(page, shown));
  }
  return aside;
}

function figure(page: number, shown: Element): HTMLElement {
  return el("figure", {}, shown, el("figcaption", {}, t("source.page", { page })));
}

interface Told {
  load: (mark: Element | null) => void;
  error: () => void;
}

// the page as it looks, with the places of the quote over it; opens by itself when pressed
function picture(places: Place[], page: number, { start, end }: Evidence, src: string, told: Told): Element {
  const marked = covered(places, start, end).filter(([, , at]) => at === page);
  const over = svg(
    "svg",
    { viewBox: `0 0 ${SIDE} ${SIDE}`, preserveAspectRatio: "none", "aria-hidden": "true" },
    ...marked.map((place) => bar(place, true, SIDE)),
  );
  const image = el("img", { src, alt: t("source.page", { page }) });
  image.addEventListener("load", () => told.load(over.querySelector("rect")));
  image.addEventListener("error", told.error);
  return el("a", { class: "paper", href: src, target: "_blank", title: t("source.whole") }, image, over);
}

function outline(places: Place[], page: number, { start, end }: Evidence): Element {
  const printed = places.filter(([, , at]) => at === page);
  const marked = new Set(covered(printed, start, end));
  return svg(
    "svg",
    { viewBox: `0 0 ${SIDE} ${HEIGHT}`, role: "img", "aria-label": t("source.page", { page }) },
    ...printed.map((place) => bar(place, marked.has(place), HEIGHT)),
  );
}

function bar(place: Place, marked: boolean, height: number): SVGElement | null {
  const box = place[3];
  if (!box) return null;
  const [left, top, right, bottom] = box;
  return svg("rect", {
    class: marked ? "marked" : "",
    x: left,
    y: (top * height) / SIDE,
    width: Math.max(2, right - left),
    height: Math.max(2, ((bottom - top) * height) / SIDE),
  });
}

// the places that share a character with the interval
function covered(places: Place[], start: number, end: number): Place[] {
  return places.filter(([from, to]) => from < end && to > start);
}
