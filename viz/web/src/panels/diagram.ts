/** The diagram of a document in the categories legal staff know (lược đồ). */
import { asks } from "../api";
import { el } from "../dom";
import type { Category } from "../legal";
import { either, t } from "../messages";
import { later, sorry } from "./later";
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
  if (category.next) members.append(more(id, category.id, category.next, reader));
  return el("details", { class: "category", "data-id": category.id }, el("summary", {}, name, count), members);
}

function more(id: string, category: string, cursor: string, reader: Reader): HTMLElement {
  const button = el("button", { class: "text-button more" }, t("find.next"));
  button.addEventListener("click", async () => {
    const page = await asks.relations(id, category, cursor).catch(sorry);
    if (page instanceof HTMLElement) return button.replaceWith(page);
    const found = [...page.categories, ...page.beside].find((one) => one.id === category);
    const rest = (found?.members ?? []).map((one) => proved(one, reader));
    button.replaceWith(...rest, ...(found?.next ? [more(id, category, found.next, reader)] : []));
  });
  return button;
}
