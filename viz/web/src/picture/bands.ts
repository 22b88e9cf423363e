/** The bands of authority: full-width strips behind the cards, named at the left in constant size (dải). */
import { fill, svg } from "../dom";
import { either } from "../messages";
import type { Band } from "../types";

interface View {
  y: number;
  k: number;
}

/** Draws the bands afresh: ground strips and their names. */
export function drawBands(layer: SVGGElement, names: SVGGElement, bands: Band[]): void {
  fill(layer, ...bands.map((_, at) => svg("rect", { class: at % 2 ? "band odd" : "band" })));
  fill(
    names,
    ...bands.map((band) => svg("text", { class: "band-name", x: 14 }, either(band.label, band.label_en))),
  );
}

/** Moves the bands to where the picture is now; the names stay at the edge and inside their strip. */
export function placeBands(
  layer: SVGGElement,
  names: SVGGElement,
  bands: Band[],
  view: View,
  width: number,
): void {
  bands.forEach((band, at) => {
    const top = view.y + band.y * view.k;
    const height = band.height * view.k;
    const strip = layer.children[at];
    strip?.setAttribute("y", String(top));
    strip?.setAttribute("height", String(Math.max(0, height)));
    strip?.setAttribute("width", String(width));
    const name = names.children[at];
    name?.setAttribute("y", String(top + Math.min(15, height / 2 + 4)));
    name?.classList.toggle("tight", height < 18);
  });
}
