/** The relations of a node as the reader asks for them: rests on, used by, tasks, units (quan hệ của một nút). */
import { el } from "../dom";
import { t, type Key } from "../messages";
import { property } from "../api";
import type { GraphEdge, GraphNode, Shown } from "../types";
import { upwardWord } from "../words";
import { begin } from "./more";
import { quotes } from "./quote";
import type { Reader } from "./reader";
import { where } from "./where";

type Section = "rests" | "used" | "tasks" | "roles" | "other";

interface Relation {
  edge: GraphEdge;
  other: string;
  section: Section;
}

const ORDER: Section[] = ["rests", "roles", "used", "tasks", "other"];
const BY_ROLE = ["leads", "executes", "supervises", "advises", "coordinates"]; // the strongest first
const ROLES = new Set(BY_ROLE);
const OTHER = new Set(["issued_by", "addressed_to", "reports_to", "succeeds"]);
const FIRST = 10; // rows before "more"
const OPEN = 3; // rows that show their quotes at once

/** The sections of a node's relations, each with its quotes. */
export function relations(shown: Shown, reader: Reader): HTMLElement[] {
  const nodes = new Map(shown.nodes.map((node) => [node.id, node]));
  const all = joined(once(shown)).map((edge) => placed(edge, shown.node));
  return ORDER.flatMap((section) => {
    const rows = all.filter((relation) => relation.section === section).sort(byRole);
    return rows.length ? [drawSection(section, rows, nodes, reader)] : [];
  });
}

// a task that an annex restates is the plan's task, proved by both
function once({ edges, repeats }: Shown): GraphEdge[] {
  const original = (id: string) => repeats[id] ?? id;
  return edges.map((edge) => ({ ...edge, from: original(edge.from), to: original(edge.to) }));
}

// two documents that say the same are two assertions of one relation
function joined(edges: GraphEdge[]): GraphEdge[] {
  const byRelation = new Map<string, GraphEdge>();
  for (const edge of edges) {
    const key = `${edge.from}|${edge.kind}|${edge.to}`;
    const before = byRelation.get(key);
    byRelation.set(key, before ? { ...before, evidence: [...before.evidence, ...edge.evidence] } : edge);
  }
  return [...byRelation.values()];
}

function placed(edge: GraphEdge, { id, kind }: GraphNode): Relation {
  const out = edge.from === id;
  const other = out ? edge.to : edge.from;
  const within = kind === "unit" && edge.kind === "part_of"; // đơn vị trực thuộc
  if (within || OTHER.has(edge.kind)) return { edge, other, section: "other" };
  if (ROLES.has(edge.kind)) return { edge, other, section: out ? "tasks" : "roles" };
  if (edge.kind === "assigns") return { edge, other, section: out ? "tasks" : "rests" };
  if (edge.kind === "part_of") return { edge, other, section: out ? "rests" : "tasks" };
  return { edge, other, section: out ? "rests" : "used" };
}

function byRole(one: Relation, other: Relation): number {
  return BY_ROLE.indexOf(one.edge.kind) - BY_ROLE.indexOf(other.edge.kind);
}

function drawSection(
  section: Section,
  rows: Relation[],
  nodes: Map<string, GraphNode>,
  reader: Reader,
): HTMLElement {
  const open = section === "rests" || section === "used" ? OPEN : 0;
  const list = el("div", { class: "relations" });
  begin(list, rows, FIRST, (row, at) => drawRow(row, nodes, reader, at < open));
  const title = el("h3", {}, t(`node.${section}` as Key), el("span", { class: "count" }, rows.length));
  return el("section", { class: `block ${section}` }, title, list);
}

function drawRow(
  { edge, other, section }: Relation,
  nodes: Map<string, GraphNode>,
  reader: Reader,
  open: boolean,
): HTMLElement {
  const node = nodes.get(other);
  const title = node
    ? property(node, "short_title") || property(node, "title") || property(node, "name")
    : "";
  const name =
    node?.kind === "task"
      ? [property(node, "path"), title || node.label].filter(Boolean).join(" ")
      : (node?.label ?? reader.nameOf(other));
  const sub = node?.kind === "document" && title && title !== name ? title : "";
  const word = section === "tasks" && edge.kind === "assigns" ? "" : upwardWord(reader.words, edge.kind);
  const proof = el("details", { class: "proof", open: open }, el("summary", {}, word || t("node.proof")));
  const show = () => {
    if (proof.open && proof.children.length === 1) proof.append(...quotes(edge.evidence, reader, 3));
  };
  proof.addEventListener("toggle", show);
  show();
  const go = el(
    "button",
    { class: "go", on: { click: () => reader.go(other) } },
    name,
    sub && el("small", {}, sub),
    ROLES.has(edge.kind) && node?.kind === "task" && where(node, reader),
  );
  return el("div", { class: "relation", "data-kind": edge.kind }, go, proof);
}
