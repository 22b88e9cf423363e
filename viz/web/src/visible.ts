/** What of a scene the filters leave to be seen: pure, from scene and state (bộ lọc). */
import type { State } from "./state";
import type { Card, Link, Scene } from "./types";

/** What is left to see, and how much is not. */
export interface Visible {
  cards: Card[];
  links: Link[];
  undated: number;
  hidden: number;
}

/** The cards and links to draw. Undated documents stay whatever the years. */
export function visible(scene: Scene, state: State): Visible {
  const hide = new Set(state.hide);
  const off = new Set(state.off);
  const cards = scene.cards.filter((card) => !hide.has(card.id) && passes(card, off, state.years));
  const shown = new Set(cards.map((card) => card.id));
  const links = scene.links.filter(
    (link) => !off.has(link.kind) && shown.has(link.from) && shown.has(link.to),
  );
  const undated = cards.filter((card) => card.kind === "document" && !card.year).length;
  return { cards, links, undated, hidden: scene.cards.filter((card) => hide.has(card.id)).length };
}

/** The name under which a card is switched off in the legend. */
export function cardFilter(card: Card): string {
  if (card.kind === "document") return `level:${card.level || "other"}`;
  return card.kind === "unit" ? "kind:unit" : "kind:task";
}

/** The card that stands for a node: its own, or the group it is folded into. */
export function cardOf(scene: Scene, id: string): Card | undefined {
  return scene.cards.find((card) => card.id === id) ?? scene.cards.find((card) => card.members?.includes(id));
}

function passes(card: Card, off: Set<string>, years: State["years"]): boolean {
  if (off.has(cardFilter(card))) return false;
  return !years || !card.year || card.kind !== "document" || (card.year >= years[0] && card.year <= years[1]);
}
