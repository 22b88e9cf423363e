/** Chains of bases inside a scene: from a card up to what it rests on (chuỗi căn cứ). */
import type { Card, Link, Scene } from "./types";

/** A stop of a chain (bước). */
export interface Step {
  card: Card;
  /** the one task of a group that the chain runs through */
  task?: Card;
  /** the relation that leads on to the next step; null at the end */
  link: Link | null;
  /** whether the relation is walked from its end to its start: no step of a proof */
  against: boolean;
}

// the ways up: a text to its basis, a task to its plan, a unit to its task
const ALONG = new Set([
  "based_on",
  "implements",
  "cites",
  "amends",
  "replaces",
  "repeals",
  "corrects",
  "suspends",
  "consolidates",
  "requested_by",
  "annex_of",
  "part_of",
  "leads",
  "executes",
  "coordinates",
  "advises",
  "supervises",
]);
const ASSIGNS = "assigns";
const CITES = "cites";
// a chain of căn cứ and triển khai says more than one of mentions
// and a task that a unit leads more than one it helps with
const COST: Record<string, number> = {
  [CITES]: 2.5,
  executes: 1.1,
  supervises: 1.2,
  advises: 1.3,
  coordinates: 1.5,
  requested_by: 1.5,
};
// where a text names its legal basis, that is the way up rather than what its title carries out
const BESIDE_BASIS = 2.5;

/** The shortest chain between two cards, upward from either; null when none joins them. */
export function chainBetween(scene: Scene, from: string, to: string): Step[] | null {
  return walk(scene, from, (id) => id === to) ?? walk(scene, to, (id) => id === from);
}

/** The chain from a card to the highest text it rests on, mentions last; null when there is none. */
export function chainToTop(scene: Scene, from: string): Step[] | null {
  const founded = { ...scene, links: scene.links.filter((link) => link.kind !== CITES) };
  return toTop(founded, from) ?? toTop(scene, from);
}

function toTop(scene: Scene, from: string): Step[] | null {
  const ups = upward(scene);
  const documents = documentsOf(scene);
  const tops = new Set(reached(ups, from).filter((id) => !ups.get(id)?.some((way) => documents.has(way.to))));
  const best = scene.cards
    .filter((card) => card.id !== from && card.kind === "document" && tops.has(card.id))
    .sort((one, other) => one.y - other.y || (one.id < other.id ? -1 : 1))[0];
  return best ? walk(scene, from, (id) => id === best.id) : null;
}

/** All that a card rests on, step by step (những gì nó dựa trên). */
export function basesOf(scene: Scene, id: string): string[] {
  return reached(upward(scene), id).slice(1);
}

/** The steps that the server found, which may also lead down; empty when it found none. */
export function chainOf(scene: Scene): Step[] {
  const documents = documentsOf(scene);
  const links = new Map(scene.links.map((link) => [link.id, link]));
  const cards = new Map(scene.cards.map((card) => [card.id, card]));
  return (scene.steps ?? []).flatMap(({ card: id, link: key }) => {
    const card = cards.get(id);
    const link = (key && links.get(key)) || null;
    return card ? [{ card, link, against: !!link && !leadsUp(link, id, documents) }] : [];
  });
}

interface Way {
  to: string;
  link: Link;
}

function upward(scene: Scene): Map<string, Way[]> {
  const ways = new Map<string, Way[]>();
  const documents = documentsOf(scene);
  const put = (from: string, to: string, link: Link) => {
    const list = ways.get(from);
    if (list) list.push({ to, link });
    else ways.set(from, [{ to, link }]);
  };
  for (const link of inReadingOrder(scene)) {
    if (leadsUp(link, link.from, documents)) put(link.from, link.to, link);
    if (leadsUp(link, link.to, documents)) put(link.to, link.from, link);
  }
  return ways;
}

// of two ways as good, the one through the task that comes first
function inReadingOrder({ cards, links }: Scene): Link[] {
  const place = new Map(cards.map((card, at) => [card.id, at]));
  return [...links].sort((one, other) => place.get(one.to)! - place.get(other.to)!);
}

// "giao nhiệm vụ" runs down: its way up is from the task to the document
function leadsUp(link: Link, from: string, documents: Set<string>): boolean {
  if (ALONG.has(link.kind)) return link.from === from;
  return link.kind === ASSIGNS && !documents.has(from);
}

function documentsOf(scene: Scene): Set<string> {
  return new Set(scene.cards.filter((card) => card.kind === "document").map((card) => card.id));
}

function reached(ways: Map<string, Way[]>, from: string): string[] {
  const seen = new Set([from]);
  for (const id of seen) for (const way of ways.get(id) ?? []) seen.add(way.to);
  return [...seen];
}

function walk(scene: Scene, from: string, found: (id: string) => boolean): Step[] | null {
  const ways = upward(scene);
  const best = new Map<string, { cost: number; by?: Way; before?: string }>([[from, { cost: 0 }]]);
  const open = [from];
  while (open.length) {
    open.sort((one, other) => best.get(one)!.cost - best.get(other)!.cost);
    const id = open.shift()!;
    if (found(id) && id !== from) return steps(scene, best, id);
    const onward = ways.get(id) ?? [];
    const formal = onward.some((way) => way.link.kind === "based_on");
    for (const way of onward) {
      const beside = formal && way.link.kind === "implements";
      const cost = best.get(id)!.cost + (beside ? BESIDE_BASIS : (COST[way.link.kind] ?? 1));
      if (cost >= (best.get(way.to)?.cost ?? Number.POSITIVE_INFINITY)) continue;
      best.set(way.to, { cost, by: way, before: id });
      if (!open.includes(way.to)) open.push(way.to);
    }
  }
  return null;
}

function steps(scene: Scene, best: Map<string, { by?: Way; before?: string }>, end: string): Step[] {
  const cards = new Map(scene.cards.map((card) => [card.id, card]));
  const chain: Step[] = [];
  let link: Link | null = null;
  for (let id: string | undefined = end; id; id = best.get(id)?.before) {
    chain.unshift({ card: cards.get(id)!, link, against: false });
    link = best.get(id)?.by?.link ?? null;
  }
  return chain;
}
