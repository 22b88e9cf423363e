/** The JSON shapes the server answers with (docs/api.md), nothing else. */
import type { By } from "./state";

/** The words that prove something (bằng chứng). */
export interface Evidence {
  doc: string;
  start: number;
  end: number;
  quote: string;
  rule: string;
  confidence: number;
}

/** A document, a task or a unit; further properties beside these (văn bản, nhiệm vụ, đơn vị). */
export interface GraphNode {
  id: string;
  kind: "document" | "task" | "unit";
  label: string;
  [property: string]: unknown;
}

/** One assertion by one document (quan hệ). */
export interface GraphEdge {
  from: string;
  kind: string;
  to: string;
  asserted_by: string;
  evidence: Evidence[];
}

/** A doubt kept in sight (nghi vấn). */
export interface Issue {
  rule: string;
  severity: "note" | "warning" | "error";
  message: string;
  message_en?: string;
  advice?: string;
  advice_en?: string;
  nodes: string[];
  evidence: Evidence[];
}

/** A doubt with what its nodes are called, told apart where they share a name. */
export type Finding = Issue & { labels?: Record<string, string> };

/** A page of findings; the first one counts those of all pages. */
export interface Findings {
  counts?: { total: number; severities: Record<Issue["severity"], number> };
  findings: Finding[];
  next: string | null;
}

/** A strip of the picture: a level, the tasks, the units (dải). */
export interface Band {
  id: string;
  label: string;
  label_en?: string;
  y: number;
  height: number;
}

/** What the picture draws for a node or for a folded group of tasks (thẻ). */
export interface Card {
  id: string;
  kind: "document" | "task" | "group" | "unit";
  label: string;
  title: string;
  subtitle: string;
  badge: string;
  level: string;
  x: number;
  y: number;
  w: number;
  h: number;
  cited: boolean;
  draft: boolean;
  warnings: number;
  year: number | null;
  members?: string[];
  step?: number | null;
}

/** One drawn relation; several assertions of the same relation are one link (quan hệ). */
export interface Link {
  id: string;
  from: string;
  to: string;
  kind: string;
  count: number;
  path: string;
  label: { x: number; y: number };
  asserted_by: string[];
  evidence: Evidence[];
}

/** A picture ready to draw (cảnh). */
export interface Scene {
  root: string;
  view: string;
  title: string;
  subtitle: string;
  width: number;
  height: number;
  bands: Band[];
  cards: Card[];
  links: Link[];
  steps?: { card: string; link: string | null }[];
  counts: { nodes: number; edges: number };
  truncated: boolean;
  left_out: number;
  ms: number;
}

/** How a relation is called and drawn. */
export interface EdgeWord {
  kind: string;
  label: string;
  label_en: string;
  inverse: string;
  colour: string;
  colour_dark: string;
  dash: string;
}

/** How an authority level is called and coloured. */
export interface LevelWord {
  id: string;
  label: string;
  label_en: string;
  colour: string;
  colour_dark: string;
}

/** The names and colours of the picture (từ vựng). */
export interface Vocabulary {
  edges: EdgeWord[];
  levels: LevelWord[];
}

/** A search result (kết quả tìm). */
export interface Hit {
  id: string;
  kind: GraphNode["kind"];
  label: string;
  snippet: string;
  /** of a task: its item, and the document it stands in */
  path?: string;
  document?: string;
}

/** A node with its relations and findings. */
export interface Shown {
  node: GraphNode;
  edges: GraphEdge[];
  nodes: GraphNode[];
  issues: Issue[];
  left_out?: number;
  /** task of an annex → the task of its plan that it restates */
  repeats: Record<string, string>;
}

/** A unit in one role: its tasks by quarter. */
export interface WorkloadRow {
  unit: string;
  label: string;
  role: string;
  counts: number[];
  total: number;
  /** of the tasks counted those of the page */
  tasks: string[][];
  untimed: string[];
}

/** Tasks of a kind of role: usually in a period, and at most, with the periods of the most (cao điểm). */
export interface Side {
  total: number;
  normal: number;
  peak: number;
  peaks: string[];
}

/** A unit's own work, what it supports, and both (khối lượng). */
export interface Load {
  unit: string;
  lead: Side;
  support: Side;
  both: Side;
}

/** A unit with more tasks than the threshold, and when (quá tải). */
export interface Overload {
  unit: string;
  label: string;
  periods: { period: string; count: number; lead: number; support: number }[];
}

/** Units by periods; `nodes` are the tasks counted, with the quarters they run in (khối lượng việc). */
export interface Workload {
  year: number | null;
  by: By;
  periods: string[];
  overloaded: Overload[];
  units: Load[];
  rows: WorkloadRow[];
  nodes: (GraphNode & { periods: string[]; quarters: boolean[] })[];
  next: string | null;
}

/** Tasks that a planner must settle, with who has which role in them (việc cần xử lý). */
export interface Unsettled {
  counts?: Record<string, number>;
  tasks: (GraphNode & { units?: { id: string; label: string; role: string }[]; role: string | null })[];
  next: string | null;
}

/** Documents that are cited but not loaded (còn thiếu); not complete: more rests on them than is counted. */
export interface Missing {
  complete: boolean;
  missing: (GraphNode & { cited_by: number; documents: number; tasks: number })[];
}

/** What evidence offsets point into (văn bản gốc). */
export interface SourceText {
  id: string;
  source: string;
  label: string;
  text: string;
  /** the text without markup, wrapped lines rejoined */
  content: string;
  /** [at, origin, length]: so much of `content` from `at` stands in `text` at `origin` */
  segments: [number, number, number][];
  /** of a text with pages: where its pieces stand on paper */
  places: Place[];
  /** whether pictures of its pages can be asked for */
  pictures: boolean;
}

/** `text` from start to end stands on a page (from 1), in a box of thousandths: left, top, right, bottom;
 * in a workbook on a sheet (from 1), in the cell of this name ("Phụ lục!B7"). */
export type Place = [number, number, number, [number, number, number, number] | null, string?];

/** One day by which a task is to be done or reported (mốc). */
export interface Due {
  day: string;
  occasion: "report" | "deadline" | "end";
  task: GraphNode;
  document: GraphNode | null;
  units: { id: string; label: string; role: string }[];
  receivers: { id: string; label: string }[];
}

/** Deadlines and reports by day, counted first (lịch). */
export interface Calendar {
  counts: { total: number; report: number; deadline: number; end: number; undated: number };
  events: Due[];
  next: string | null;
}

/** A question as it was understood, ready to be asked (cách hiểu). */
export interface Understood {
  intent: string;
  question: string;
}

/** The reply to a question in words (trả lời). */
export interface Reply {
  status: "answered" | "ambiguous" | "unknown";
  understood: Understood | null;
  text: string;
  text_en: string;
  nodes: GraphNode[];
  edges: GraphEdge[];
  alternatives: Understood[];
  left_out: number;
}

/** What was read out of an uploaded file (bản xem trước). */
export interface Reading {
  source: string;
  document: Record<string, unknown>;
  citations: Record<string, unknown>[];
  tasks: Record<string, unknown>[];
  issues: (Partial<Issue> & { [more: string]: unknown })[];
  /** of a package or message: each file in it, understood or not */
  files: Member[];
}

/** A file in a package: what was understood of it, or why nothing was (tệp trong gói). */
export type Member = { path: string } & (
  | { error: { message: string; message_en: string } }
  | ({ error: null } & Omit<Reading, "files">)
);

/** What became of an upload and, of a package, of each file in it. */
export interface Kept {
  document: string | null;
  files: { document: string | null; state: string }[];
}
