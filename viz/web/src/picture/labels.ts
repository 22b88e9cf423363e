/** The names of lit relations, as pills on their lines (nhãn quan hệ). */
import { fill, svg } from "../dom";
import { width } from "../measure";

/** A name on a line. */
export interface Label {
  words: string;
  x: number;
  y: number;
  lit: boolean;
  kind: string;
}

const SIZE = 10.5;

/** Draws the pills in place of those that were there. */
export function drawLabels(layer: SVGGElement, labels: Label[]): void {
  fill(layer, ...labels.map(pill));
}

function pill({ words, x, y, lit, kind }: Label): SVGGElement {
  const wide = width(words, SIZE, 600) + 14;
  const group = svg(
    "g",
    { class: lit ? "pill lit" : "pill", transform: `translate(${x} ${y})` },
    svg("rect", { x: -wide / 2, y: -8.5, width: wide, height: 17, rx: 8.5 }),
    svg("text", { y: 3.6, "text-anchor": "middle", "font-size": SIZE }, words),
  );
  group.style.setProperty("--c", lit ? "var(--accent)" : `var(--edge-${kind}, var(--ink-3))`);
  return group;
}
