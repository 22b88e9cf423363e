/** Moves the keyboard's focus among the cards: one is in the tab order, arrows go to the next (roving tabindex). */
import type { Card } from "../types";

/** The arrow keys. */
export type Direction = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight";

const AWAY: Record<Direction, [number, number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** The card next to this one in a direction: near ahead counts, aside counts double. */
export function neighbour(cards: Card[], from: Card, direction: Direction): Card | null {
  const [dx, dy] = AWAY[direction];
  let best: Card | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const card of cards) {
    const x = card.x + card.w / 2 - (from.x + from.w / 2);
    const y = card.y + card.h / 2 - (from.y + from.h / 2);
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    const cost = ahead + aside * 2;
    if (card.id === from.id || ahead <= 4 || cost >= least) continue;
    [best, least] = [card, cost];
  }
  return best;
}

/** Puts exactly one card in the tab order. */
export function rove(elements: Map<string, SVGGElement>, id: string): void {
  const chosen = elements.has(id) ? id : elements.keys().next().value;
  for (const [key, element] of elements) element.setAttribute("tabindex", key === chosen ? "0" : "-1");
}
