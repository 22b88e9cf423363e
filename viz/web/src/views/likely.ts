/** Pairs of documents that one is likely to compare: a plan and its annex, a plan and the one before it (gợi ý). */
import { asks } from "../api";
import { el } from "../dom";
import { t } from "../messages";
import type { Reader } from "../panels/reader";
import type { State } from "../state";
import type { GraphEdge } from "../types";
import { unbroken } from "../words";

const KIN: readonly string[] = ["annex_of", "succeeds"]; // from the annex or the later one, to the plan or the earlier one

/** What is offered below the boxes until both are chosen: pairs around what is chosen, else around the document last looked at. */
export async function likelyPairs(state: State, reader: Reader): Promise<HTMLElement> {
  const chosen = state.a || state.b;
  const near = chosen || state.root || (await asks.scene(new URLSearchParams()).then((scene) => scene.root, () => ""));
  const shown = near ? await asks.node(near).catch(() => null) : null;
  const pairs = (shown?.edges ?? []).filter((edge) => KIN.includes(edge.kind));
  if (!shown || !pairs.length) return el("p", { class: "note" }, t("compare.how"));
  reader.names.learn([shown.node, ...shown.nodes]);
  const offer = ({ from, to }: GraphEdge) => {
    const [a, b] = state.b === to || state.a === from ? [from, to] : [to, from];
    return el(
      "button",
      { class: "likely", on: { click: () => reader.actions.compare({ a, b }) } },
      el("b", {}, unbroken(reader.names.now(a))),
      " ↔ ",
      el("b", {}, unbroken(reader.names.now(b))),
    );
  };
  return el("section", { class: "likely-pairs" }, el("h2", {}, t("compare.likely")), ...pairs.map(offer));
}
