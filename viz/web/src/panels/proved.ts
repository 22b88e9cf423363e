/** A node of an answer as a row: its name leads to it, its words prove why it stands there. */
import { property } from "../api";
import { el } from "../dom";
import type { Proved } from "../legal";
import { t } from "../messages";
import { quotes } from "./quote";
import type { Reader } from "./reader";
import { where } from "./where";

/** The row; `reason` stands in place of "the words". */
export function proved(node: Proved, reader: Reader, reason = t("node.proof")): HTMLElement {
  const title = property(node, "title");
  const name = node.kind === "task" ? `${property(node, "path")} ${node.label}`.trim() : node.label;
  const proofs = node.edges.flatMap((edge) => edge.evidence);
  const proof = el("details", { class: "proof" }, el("summary", {}, reason));
  proof.addEventListener("toggle", () => {
    if (proof.open && proof.children.length === 1) proof.append(...quotes(proofs, reader, 3));
  });
  return el(
    "div",
    { class: "relation", "data-id": node.id },
    el(
      "button",
      { class: "go", on: { click: () => reader.go(node.id) } },
      name,
      node.kind === "document" && title && !name.includes(title) && el("small", {}, title),
      node.kind === "task" && where(node, reader),
    ),
    proof,
  );
}
