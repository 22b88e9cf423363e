/** A box to choose a document by number or title, with or without diacritics (chọn văn bản). */
import { asks, Failure } from "../api";
import { el, fill } from "../dom";
import { either, t } from "../messages";
import type { Names } from "../names";
import { unbroken } from "../words";

const PAUSE = 140; // ms after the last key
const SHOWN = 6;

/** The box: what is chosen now, and hits to choose from while one types. */
export function pick(label: string, chosen: string, names: Names, choose: (id: string) => void): HTMLElement {
  const input = el("input", { type: "search", "aria-label": label, placeholder: t("search.short"), autocomplete: "off" });
  const hits = el("div", { class: "pick-hits", role: "group", "aria-label": label });
  const name = el("b", {});
  if (chosen) names.write(name, chosen, unbroken);
  else name.textContent = t("compare.choose");
  let timer = 0;
  let asked: AbortController | null = null;
  const look = async () => {
    asked?.abort();
    const text = input.value.trim();
    if (!text) return fill(hits);
    asked = new AbortController();
    const found = await asks.documents(text, asked.signal).catch((cause: unknown) => cause);
    if (found instanceof Failure) return fill(hits, el("p", { class: "note" }, either(found.message, found.english) || t("state.offline")));
    if (found instanceof Error) return;
    const rows = (found as Awaited<ReturnType<typeof asks.documents>>).hits.slice(0, SHOWN);
    fill(
      hits,
      ...rows.map((hit) =>
        el("button", { "data-id": hit.id, on: { click: () => choose(hit.id) } }, el("b", {}, unbroken(hit.label)), el("small", {}, hit.snippet === hit.label ? "" : plain(hit.snippet))),
      ),
      !rows.length && el("p", { class: "note" }, t("search.none", { text })),
    );
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void look(), PAUSE);
  });
  return el("div", { class: "pick" }, el("span", { class: "kind" }, label), name, input, hits);
}

function plain(snippet: string): string {
  return snippet.replace(/<\/?[a-z]+>|[\u0001\u0002]/g, "");
}
