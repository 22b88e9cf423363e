/** The arrow heads, one for each kind of relation, so that an exported drawing needs no context. */
import { fill, svg } from "../dom";
import type { EdgeWord } from "../types";

/** Puts a head for each relation, and one for the lit chain, among the definitions of the drawing. */
export function drawArrows(definitions: SVGDefsElement, words: EdgeWord[]): void {
  const heads = words.map((word) => head(word.kind, `var(--edge-${word.kind})`, 6.5));
  fill(definitions, ...heads, head("lit", "var(--accent)", 8));
}

function head(kind: string, colour: string, size: number): SVGMarkerElement {
  const marker = svg(
    "marker",
    {
      id: `tip-${kind}`,
      viewBox: "0 0 10 10",
      refX: 8.5,
      refY: 5,
      markerUnits: "userSpaceOnUse",
      markerWidth: size + 1.5,
      markerHeight: size + 1.5,
      orient: "auto-start-reverse",
    },
    svg("path", { class: "head", d: "M0 1.2 9.4 5 0 8.8z" }),
  );
  marker.style.setProperty("--c", colour);
  return marker;
}
