/** The panel of one relation: both ends, who says it, and every quote (một quan hệ). */
import { el } from "../dom";
import { t } from "../messages";
import type { Link } from "../types";
import { capital, relationWord, unbroken } from "../words";
import { head } from "./node";
import { quotes } from "./quote";
import type { Reader } from "./reader";

/** The relation with its evidence. */
export function edgePanel(link: Link, reader: Reader): HTMLElement[] {
  const end = (id: string) =>
    el("button", { class: "go", on: { click: () => reader.go(id) } }, unbroken(reader.nameOf(id)));
  const said = [...new Set(link.asserted_by)].map((id) => reader.nameOf(id)).join(", ");
  const dot = el(
    "span",
    { class: "kind-line" },
    el("i", { class: "dot", style: { "--c": `var(--edge-${link.kind})` } }),
    t("edge.title"),
  );
  return [
    head(
      dot,
      capital(relationWord(reader.words, link.kind)),
      link.count > 1 ? t("edge.tasks", { n: link.count }) : "",
      null,
    ),
    el(
      "div",
      { class: "body" },
      el(
        "div",
        { class: "ends-of" },
        end(link.from),
        el("span", { class: "tag" }, relationWord(reader.words, link.kind)),
        end(link.to),
      ),
      said && el("p", { class: "note" }, t("node.asserted", { names: said })),
      ...quotes(link.evidence, reader),
    ),
  ];
}
