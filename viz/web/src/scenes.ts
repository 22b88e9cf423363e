/** Fetches scenes, each once, and keeps old cards where they stand in the explore view (cảnh vẽ). */
import { asks } from "./api";
import type { Card, Scene } from "./types";

const KEPT = 24;

/** The scenes that were asked for (các cảnh). */
export class Scenes {
  private readonly known = new Map<string, Scene>();
  private asked: AbortController | null = null;

  /** The scene of a query; a newer question gives up the older one. */
  async get(query: URLSearchParams, before: Scene | null): Promise<Scene> {
    const key = query.toString();
    this.asked?.abort();
    const asked = new AbortController();
    this.asked = asked;
    const scene = this.known.get(key) ?? (await asks.scene(query, asked.signal));
    this.known.delete(key);
    this.known.set(key, scene);
    if (this.known.size > KEPT) this.known.delete(this.known.keys().next().value!);
    return settle(scene, before);
  }

  /** Forgets all: the store has changed. */
  forget(): void {
    this.known.clear();
  }
}

// the server places new cards around the old; what a card already had on this screen, it keeps
function settle(scene: Scene, before: Scene | null): Scene {
  if (
    scene.view !== "explore" ||
    before === scene ||
    before?.view !== "explore" ||
    before.root !== scene.root
  )
    return scene;
  const stood = new Map(before.cards.map((card) => [card.id, card]));
  return { ...scene, cards: scene.cards.map((card) => kept(card, stood.get(card.id))) };
}

function kept(card: Card, old: Card | undefined): Card {
  return old ? { ...card, x: old.x, y: old.y } : card;
}
