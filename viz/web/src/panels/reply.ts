/** The reply to a question: how it was understood, the answer, its proof, other readings (trả lời). */
import { asks } from "../api";
import { el, type Child } from "../dom";
import { either, t } from "../messages";
import type { GraphEdge, GraphNode, Reply } from "../types";
import { upwardWord } from "../words";
import { begin } from "./more";
import { head } from "./node";
import { quotes } from "./quote";
import type { Reader } from "./reader";

const FIRST = 8; // proofs before "more"

/** The panel of a question asked in words. */
export async function replyPanel(question: string, reader: Reader): Promise<HTMLElement[]> {
  const reply = await asks.ask(question);
  reader.names.learn(reply.nodes);
  const again = (text: string) => () => reader.actions.ask(text);
  const close = el("button", { class: "button", on: { click: again("") } }, t("ask.close"));
  const { understood } = reply;
  return [
    head(t(`ask.${reply.status}`), question, "", el("div", { class: "actions" }, close)),
    el(
      "div",
      { class: "body reply", "data-status": reply.status },
      understood && el("p", { class: "understood" }, t("ask.understood", { text: understood.question })),
      el("div", { class: "said" }, ...sentences(either(reply.text, reply.text_en))),
      readings(reply, again),
      ...proofs(reply, reader),
    ),
  ];
}

// each sentence of a long answer on a line of its own; together they are the answer, letter by letter
function sentences(text: string): HTMLElement[] {
  return text.split(/(?<=[.?!] )(?=\p{Lu})/u).map((sentence) => el("p", {}, sentence));
}

function readings({ alternatives, status }: Reply, again: (text: string) => () => void): HTMLElement | null {
  if (!alternatives.length) return null;
  return el(
    "section",
    { class: "block readings" },
    el("h3", {}, t(status === "answered" ? "ask.also" : "ask.nearest")),
    ...alternatives.map(({ question }) =>
      el("button", { class: "go", on: { click: again(question) } }, question),
    ),
  );
}

function proofs({ edges, nodes, left_out }: Reply, reader: Reader): Child[] {
  const proved = edges.filter((edge) => edge.evidence.length);
  if (!proved.length) return [];
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const count = el("span", { class: "count" }, proved.length);
  const block = el("section", { class: "block" }, el("h3", {}, t("ask.proof"), count));
  begin(block, proved, FIRST, (edge) => drawEdge(edge, byId, reader));
  if (left_out) block.append(el("p", { class: "note" }, t("ask.left", { n: left_out })));
  return [block];
}

function drawEdge(edge: GraphEdge, nodes: Map<string, GraphNode>, reader: Reader): HTMLElement {
  const end = (id: string) =>
    el(
      "button",
      { class: "go", on: { click: () => reader.go(id) } },
      nodes.get(id)?.label ?? reader.nameOf(id),
    );
  return el(
    "div",
    { class: "relation", "data-kind": edge.kind },
    end(edge.from),
    el("span", { class: "tag" }, upwardWord(reader.words, edge.kind)),
    end(edge.to),
    ...quotes(edge.evidence, reader, 1),
  );
}
