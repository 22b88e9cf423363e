/** Pairs of documents worth comparing, offered until two are chosen: a plan and its annex, a plan and the one before it (gợi ý). */
import { asks } from "../api";
import type { Pair } from "../comparison";
import { el } from "../dom";
import { t } from "../messages";
import type { Reader } from "../panels/reader";
import type { State } from "../state";
import { unbroken } from "../words";

/** What is offered below the boxes: pairs of the document that is chosen already, else of all that are loaded. */
export async function likelyPairs(state: State, reader: Reader): Promise<HTMLElement> {
  const { pairs } = await asks.comparable(state.a || state.b).catch(() => ({ pairs: [] }));
  if (!pairs.length) return el("p", { class: "note" }, t("compare.how"));
  reader.names.learn(pairs.flatMap(({ a, b }) => [a, b]));
  return el("section", { class: "likely-pairs" }, el("h2", {}, t("compare.likely")), ...pairs.map((pair) => offer(pair, state, reader)));
}

/** A pair to choose; what is chosen already keeps its side. */
function offer({ a, b }: Pair, state: State, reader: Reader): HTMLElement {
  const [first, second] = state.a === b.id || state.b === a.id ? [b.id, a.id] : [a.id, b.id];
  return el(
    "button",
    { class: "likely", on: { click: () => reader.actions.compare({ a: first, b: second }) } },
    el("b", {}, unbroken(reader.names.now(first))),
    " ↔ ",
    el("b", {}, unbroken(reader.names.now(second))),
  );
}
