/** What is known of a node itself, as a short table (thuộc tính). */
import { property } from "../api";
import { el } from "../dom";
import { t, type Key } from "../messages";
import type { GraphNode } from "../types";
import { dayMonthYear, recurrenceWord } from "../words";

const FACTS: Record<GraphNode["kind"], string[]> = {
  document: ["short_title", "issuer", "issued", "effective", "expires", "place", "signer", "budget", "source"],
  task: ["document", "deliverable", "time", "due", "recurrence", "budget"],
  unit: ["short_name", "unit_kind", "valid_from", "valid_to"],
};
const DATES = new Set(["issued", "effective", "expires", "due", "valid_from", "valid_to"]);

/** The facts of a node that are known; null when there are none. */
export function facts(node: GraphNode, nameOf: (id: string) => string): HTMLElement | null {
  const rows = FACTS[node.kind].flatMap((name) => {
    const value = said(node, name, nameOf);
    return value ? [el("dt", {}, t(`fact.${name}` as Key)), el("dd", {}, value)] : [];
  });
  return rows.length ? el("dl", { class: "facts" }, ...rows) : null;
}

function said(node: GraphNode, name: string, nameOf: (id: string) => string): string {
  const value = property(node, name) || (name === "issued" ? property(node, "issued_partial") : "");
  if (name === "document" && value) return nameOf(value);
  if (DATES.has(name)) return dayMonthYear(value);
  if (name === "recurrence") return recurrenceWord(value);
  return value || listed(node[name]);
}

// a budget may be a small table of its own
function listed(value: unknown): string {
  if (Array.isArray(value)) return value.map(listed).filter(Boolean).join("; ");
  if (value && typeof value === "object") return Object.values(value).map(listed).filter(Boolean).join(" ");
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
