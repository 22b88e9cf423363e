/** A chain found with all tasks apart, told in a picture that folds them: each group by its one task (gộp). */
import type { Step } from "./chains";
import type { Card, Link, Scene } from "./types";
import { cardOf } from "./visible";

/** The same steps on the cards of the folded scene, a group with the task walked through. */
export function folded(steps: Step[], scene: Scene): Step[] {
  const told: Step[] = [];
  for (const step of steps) {
    const card = cardOf(scene, step.card.id) ?? step.card;
    const before = told.at(-1);
    if (before?.card.id !== card.id) told.push({ ...step, card, ...taskOf(step.card, card) });
    else before.link = step.link;
  }
  return told.map((step, at) => ({ ...step, link: drawn(step, told[at + 1], scene) }));
}

function taskOf(own: Card, card: Card): Pick<Step, "task"> {
  return own.id !== card.id ? { task: own } : {};
}

function drawn(step: Step, next: Step | undefined, scene: Scene): Link | null {
  if (!step.link || !next) return null;
  const { kind, evidence } = step.link;
  const ends = new Set([step.card.id, next.card.id]);
  const line = scene.links.find((link) => link.kind === kind && ends.has(link.from) && ends.has(link.to));
  return line ? { ...line, evidence } : step.link;
}
