/** The page a quote stands on, in outline: what is printed as bars, the quote marked (trang giấy). */
import { el, svg } from "../dom";
import { t } from "../messages";
import type { Evidence, Place, SourceText } from "../types";

const WIDTH = 1000;
const HEIGHT = 1414; // A4; boxes are in thousandths of either side

/** The pages that the characters stand on, in order; none for a text without pages. */
export function pagesOf(source: SourceText, { start, end }: Evidence): number[] {
  const found = new Set(covered(source.places, start, end).map(([, , page]) => page));
  return [...found].sort((one, other) => one - other);
}

/** A sheet for each page of the quote, null for a text without pages. */
export function sheets(source: SourceText, chosen: Evidence): HTMLElement | null {
  const pages = pagesOf(source, chosen);
  if (!pages.length) return null;
  return el("aside", { class: "sheets" }, ...pages.map((page) => sheet(source.places, page, chosen)));
}

function sheet(places: Place[], page: number, { start, end }: Evidence): HTMLElement {
  const printed = places.filter(([, , at]) => at === page);
  const marked = new Set(covered(printed, start, end));
  const name = t("source.page", { page });
  return el(
    "figure",
    {},
    svg(
      "svg",
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": name },
      ...printed.map((place) => bar(place, marked.has(place))),
    ),
    el("figcaption", {}, name),
  );
}

function bar(place: Place, marked: boolean): SVGElement | null {
  const box = place[3];
  if (!box) return null;
  const [left, top, right, bottom] = box;
  return svg("rect", {
    class: marked ? "marked" : "",
    x: left,
    y: (top * HEIGHT) / 1000,
    width: Math.max(2, right - left),
    height: Math.max(2, ((bottom - top) * HEIGHT) / 1000),
  });
}

// the places that share a character with the interval
function covered(places: Place[], start: number, end: number): Place[] {
  return places.filter(([from, to]) => from < end && to > start);
}
