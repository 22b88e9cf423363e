/** Finds the chain between two nodes: in the picture as it is, else in the whole store (đường nối). */
import { asks, Failure } from "./api";
import { chainBetween, chainOf, type Step } from "./chains";
import { folded } from "./folded";
import type { Scenes } from "./scenes";
import type { Scene } from "./types";
import { cardOf } from "./visible";

/** A chain and the scene it stands in. */
export interface Path {
  scene: Scene;
  steps: Step[];
}

/** The chain in the scene that `query` drew; null when the server knows none either. */
export async function findPath(
  [from, to]: readonly [string, string],
  scene: Scene,
  scenes: Scenes,
  query: URLSearchParams,
): Promise<Path | null> {
  const here = await chainHere([from, to], scene, scenes, query);
  if (here) return { scene, steps: here };
  const whole = new URLSearchParams({ root: from, to, view: "path", lang: query.get("lang") ?? "vi" });
  const found = await scenes.get(whole, null).catch(unknownNode);
  const steps = found ? chainOf(found) : [];
  return found && steps.length > 1 ? { scene: found, steps } : null;
}

// a group joins what its tasks do not: the chain is looked for with all tasks apart, and then folded
async function chainHere(
  ends: readonly [string, string],
  scene: Scene,
  scenes: Scenes,
  query: URLSearchParams,
): Promise<Step[] | null> {
  const [from, to] = ends.map((id) => cardOf(scene, id)?.id ?? id) as [string, string];
  const rough = chainBetween(scene, from, to);
  const groups = scene.cards.filter((card) => card.kind === "group").map((card) => card.id);
  if (!rough?.some((step) => step.card.kind === "group")) return rough;
  const apart = new URLSearchParams(query);
  apart.set("expand", groups.join(","));
  const open = await scenes.get(apart, null);
  const exact = chainBetween(open, ...ends);
  return exact && Promise.all(folded(exact, scene).map(assignedBy));
}

// a group is assigned with all its tasks; the step is proved by what assigns the one
async function assignedBy(step: Step): Promise<Step> {
  const { task, link } = step;
  if (!task || link?.kind !== "assigns") return step;
  const { edges } = await asks.node(task.id);
  const own = edges.filter((edge) => edge.kind === "assigns" && edge.to === task.id);
  return { ...step, link: { ...link, evidence: own.flatMap((edge) => edge.evidence) } };
}

// a node that the server does not know is joined to nothing
function unknownNode(cause: unknown): null {
  if (cause instanceof Failure && cause.status >= 400 && cause.status < 500) return null;
  throw cause;
}
