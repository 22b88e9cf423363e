/** The diagram of a document in the categories legal staff know (lược đồ). */
import { asks } from "../api";
import { el } from "../dom";
import type { Category } from "../legal";
import { either, t } from "../messages";
import { later } from "./later";
import { following } from "./more";
import { proved } from "./proved";
import type { Reader } from "./reader";

/** The folded section of a document's diagram. */
export function diagram(id: string, reader: Reader): HTMLElement {
  return later(t("law.diagram"), "diagram", async () => {
    const { categories, beside } = await asks.relations(id);
    const all = [...categories, ...beside];
    const half = (direction: Category["direction"], name: string) => {
      const of = all.filter((one) => one.direction === direction);
      return el("div", {}, el("h4", {}, name), ...of.map((one) => row(id, one, reader)));
    };
    return [half("outgoing", t("law.outgoing")), half("incoming", t("law.incoming"))];
  });
}

function row(id: string, category: Category, reader: Reader): HTMLElement {
  const name = either(category.label, category.label_en);
  const n = category.count + category.tasks;
  const count = el("span", { class: "count" }, category.read ? n : "–");
  if (!n) {
    const title = category.read ? "" : t("law.unread");
    return el("p", { class: "category none", title }, name, count);
  }
  const members = el("div", {}, ...category.members.map((one) => proved(one, reader)));
  members.append(...next(id, category, reader));
  return el("details", { class: "category", "data-id": category.id }, el("summary", {}, name, count), members);
}

// a button for the members behind these, where there are any
function next(id: string, { id: category, next: cursor }: Category, reader: Reader): HTMLElement[] {
  if (!cursor) return [];
  const ask = () => asks.relations(id, category, cursor);
  return [
    following(ask, (page) => {
      const found = [...page.categories, ...page.beside].find((one) => one.id === category);
      const rest = (found?.members ?? []).map((one) => proved(one, reader));
      return [...rest, ...(found ? next(id, found, reader) : [])];
    }),
  ];
}
