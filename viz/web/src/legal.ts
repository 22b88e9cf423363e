/** What the server answers legal staff: the state at a day, the diagram, the impact (pháp chế). */
import type { Evidence, GraphEdge, GraphNode } from "./types";

/** How a document stands on a day; `in_force` null when it is not known. */
export interface Standing {
  status: string;
  in_force: boolean | null;
  text: string;
  text_en: string;
  evidence: Evidence[];
  acts: { kind: string; by: GraphNode; day: string | null; edges: GraphEdge[] }[];
  notes: { message: string; message_en: string }[];
}

/** A node with the relations that put it there. */
export type Proved = GraphNode & { edges: GraphEdge[] };

/** One category of the diagram; `read` is false where no relation of it is ever read. */
export interface Category {
  id: string;
  label: string;
  label_en: string;
  direction: "incoming" | "outgoing";
  read: boolean;
  count: number;
  tasks: number;
  members: Proved[];
  next: string | null;
}

/** The diagram of a document: thirteen and thirteen categories, and what stands beside (lược đồ). */
export interface Diagram {
  categories: Category[];
  beside: Category[];
}

/** How many nodes hang on a document, the documents by level. */
export interface Census {
  document: number;
  task: number;
  unit: number;
  levels: Record<string, number>;
}

/** What hangs on a document, should it end: counts of all, tasks by the day asked, a page of members. */
export interface Impact {
  counts: { direct: Census; indirect: Census };
  /** false where more hangs on it than is counted */
  complete: boolean;
  running: { after: number; done: number; undated: number } | null;
  members: (Proved & { direct: boolean; way: string[]; other_bases?: string[]; runs_after?: boolean | null })[];
  nodes: GraphNode[];
  next: string | null;
}
