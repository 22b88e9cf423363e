/** Finds the chain between two nodes: in the picture as it is, else in the whole store (đường nối). */
import { Failure } from "./api";
import { chainBetween, chainOf, type Step } from "./chains";
import type { Scenes } from "./scenes";
import type { Scene } from "./types";
import { cardOf } from "./visible";

/** A chain and the scene it stands in. */
export interface Path {
  scene: Scene;
  steps: Step[];
}

/** The chain; null when the server knows none either. */
export async function findPath(
  [from, to]: readonly [string, string],
  scene: Scene,
  scenes: Scenes,
  lang: string,
): Promise<Path | null> {
  const [one, other] = [from, to].map((id) => cardOf(scene, id)?.id ?? id) as [string, string];
  const here = chainBetween(scene, one, other);
  if (here) return { scene, steps: here };
  const query = new URLSearchParams({ root: from, to, view: "path", lang });
  const found = await scenes.get(query, null).catch(unknownNode);
  const steps = found ? chainOf(found) : [];
  return found && steps.length > 1 ? { scene: found, steps } : null;
}

// a node that the server does not know is joined to nothing
function unknownNode(cause: unknown): null {
  if (cause instanceof Failure && cause.status >= 400 && cause.status < 500) return null;
  throw cause;
}
