/** The JSON shape of a comparison (docs/api.md), nothing else. */
import type { Evidence, GraphNode } from "./types";

/** What one document says and the other does not (thêm, bỏ). */
export type Alone = GraphNode & { evidence: Evidence[] };

/** What one document says of a point. */
export interface Side {
  nodes: (GraphNode & { roles: string[] })[];
  text: string;
  evidence: Evidence[];
}

/** Two documents worth comparing, the earlier or the whole one first (cặp nên so sánh). */
export interface Pair {
  why: "annex" | "replaced" | "series";
  a: GraphNode;
  b: GraphNode;
}

/** How two documents differ (so sánh). */
export interface Comparison {
  a: GraphNode;
  b: GraphNode;
  counts: Record<string, number>;
  changed: { task: GraphNode; twin: GraphNode; changes: { aspect: string; before: Side; after: Side }[] }[];
  added: Alone[];
  dropped: Alone[];
  unsure: { task: GraphNode; candidates: (GraphNode & { likeness: number })[] }[];
  beyond: Alone[];
  bases: { added: Alone[]; dropped: Alone[] };
}
