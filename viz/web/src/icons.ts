/** The line icons of the explorer, 20 × 20, drawn with the colour of their text. */
import { svg } from "./dom";

const SHAPES = {
  search: "M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M13 13l4 4",
  undo: "M4 8h8a4.5 4.5 0 0 1 0 9H8M4 8l3.5-3.5M4 8l3.5 3.5",
  redo: "M16 8H8a4.5 4.5 0 0 0 0 9h4M16 8l-3.5-3.5M16 8l-3.5 3.5",
  link: "M8.5 11.5a3.2 3.2 0 0 0 4.6 0l2.6-2.6a3.2 3.2 0 0 0-4.6-4.6l-1 1M11.5 8.5a3.2 3.2 0 0 0-4.6 0l-2.6 2.6a3.2 3.2 0 0 0 4.6 4.6l1-1",
  download: "M10 3.5v9M6.5 9.5 10 13l3.5-3.5M4 16.5h12",
  upload: "M10 13V4M6.5 7.5 10 4l3.5 3.5M4 16.5h12",
  moon: "M16 11.6A6.5 6.5 0 0 1 8.4 4a6.5 6.5 0 1 0 7.6 7.6",
  sun: "M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M10 2v1.6M10 16.4V18M2 10h1.6M16.4 10H18M4.3 4.3l1.2 1.2M14.5 14.5l1.2 1.2M4.3 15.7l1.2-1.2M14.5 5.5l1.2-1.2",
  help: "M7.6 7.4a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.2.9-1.2 1.8M10 14.2v.3M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4",
  close: "M5 5l10 10M15 5 5 15",
  filter: "M3.5 5.5h13M6 10h8M8.5 14.5h3",
  plus: "M10 4.5v11M4.5 10h11",
  minus: "M4.5 10h11",
  eye: "M2.5 10S5.5 5 10 5s7.5 5 7.5 5-3 5-7.5 5-7.5-5-7.5-5M10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4",
  more: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  calendar: "M4 5.5h12v11H4zM4 8.8h12M7 3.5v3M13 3.5v3",
  arrow: "M4 10h12M11.5 5.5 16 10l-4.5 4.5",
} as const;

/** The name of an icon. */
export type Icon = keyof typeof SHAPES;

/** One icon, hidden from screen readers: its button carries the name. */
export function icon(name: Icon, size = 18): SVGElement {
  const stroke = { fill: "none", stroke: "currentColor", "stroke-width": name === "more" ? 2.4 : 1.5 };
  return svg(
    "svg",
    { viewBox: "0 0 20 20", width: size, height: size, "aria-hidden": "true", class: "icon" },
    svg("path", { d: SHAPES[name], ...stroke, "stroke-linecap": "round", "stroke-linejoin": "round" }),
  );
}

/** The mark of the product: one root and what rests on it. */
export function mark(size = 27): SVGElement {
  const dot = (cx: number, cy: number, r: number) => svg("circle", { cx, cy, r });
  return svg(
    "svg",
    { viewBox: "0 0 32 32", width: size, height: size, "aria-hidden": "true", class: "mark" },
    svg("rect", { width: 32, height: 32, rx: 8, class: "mark-ground" }),
    svg("path", { d: "M16 11v6M16 17l-6 5M16 17l6 5", fill: "none", stroke: "#fff", "stroke-width": 2 }),
    svg("g", { fill: "#fff" }, dot(16, 9.4, 3.2), dot(9.4, 22.6, 2.8), dot(22.6, 22.6, 2.8)),
  );
}
