/** Draws one relation: a line in its colour and dash, an arrow at the basis, a wide invisible edge to hit. */
import { set, svg } from "../dom";
import type { Card, EdgeWord, Link } from "../types";

/** A corner of a card that may have been moved. */
export interface Place {
  x: number;
  y: number;
}

const GROWS = new Set(["leads", "executes", "assigns", "part_of"]);

/** The empty group of a link; `route` gives it its way. */
export function drawLink(link: Link, word: EdgeWord | undefined): SVGGElement {
  const group = svg("g", { class: "link", "data-id": link.id, "data-kind": link.kind });
  group.style.setProperty("--c", `var(--edge-${link.kind}, var(--ink-3))`);
  group.append(
    svg("path", { class: "glow" }),
    svg("path", { class: "line", "stroke-width": thickness(link), "stroke-dasharray": word?.dash || null }),
    svg("path", { class: "hit" }),
  );
  return group;
}

/** Puts the link on its way; `backwards` sets the arrow at its start (a plan assigns: the basis is the plan). */
export function route(group: SVGGElement, way: string, backwards: boolean, lit: boolean): void {
  for (const path of group.children) path.setAttribute("d", way);
  const tip = `url(#tip-${lit ? "lit" : group.dataset.kind})`;
  set(group.children[1]!, { "marker-start": backwards && tip, "marker-end": !backwards && tip });
}

/** The way between two cards that no longer stand where the server put them. */
export function detour(from: Card & Place, to: Card & Place): string {
  const up = from.y > to.y + to.h;
  const down = to.y > from.y + from.h;
  if (!up && !down) return sideways(from, to);
  const [x1, y1] = [from.x + from.w / 2, up ? from.y : from.y + from.h];
  const [x2, y2] = [to.x + to.w / 2, up ? to.y + to.h : to.y];
  const middle = (y1 + y2) / 2;
  return `M${x1} ${y1}C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}`;
}

/** How wide a line is: more tasks, a wider line. */
export function thickness(link: Link): number {
  const base = link.kind === "cites" || link.kind === "coordinates" ? 1.3 : 1.7;
  return GROWS.has(link.kind) ? Math.min(3.6, base + Math.log2(Math.max(1, link.count)) * 0.5) : base;
}

function sideways(from: Card & Place, to: Card & Place): string {
  const right = to.x > from.x;
  const [x1, y1] = [right ? from.x + from.w : from.x, from.y + from.h / 2];
  const [x2, y2] = [right ? to.x : to.x + to.w, to.y + to.h / 2];
  const middle = (x1 + x2) / 2;
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}

/** The id of the link under an event; "" beside all links. */
export function linkAt(event: Event): string {
  return event.target instanceof Element
    ? (event.target.closest<SVGGElement>(".link")?.dataset.id ?? "")
    : "";
}
