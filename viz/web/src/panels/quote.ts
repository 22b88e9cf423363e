/** A quote: the words that prove a relation, marked, with what stands around them (bằng chứng). */
import { el } from "../dom";
import { t } from "../messages";
import { legible, slice } from "../texts";
import type { Evidence } from "../types";
import type { Reader } from "./reader";
import { cellsOf, pagesOf } from "./sheet";

const AROUND = 60;

/** The quote with its place and the way to the text; the words around it come when the text is there. */
export function quote(evidence: Evidence, reader: Reader): HTMLElement {
  const before = el("span");
  const after = el("span");
  const place = el("span", { class: "place" });
  let page: number | undefined;
  let cell = "";
  const at = (source: string) => {
    if (cell) return t("node.oncell", { source, cell });
    return page ? t("node.onpage", { source, page }) : t("node.at", { source, start: evidence.start });
  };
  const tell = () => {
    const name = reader.nameOf(evidence.doc);
    if (name === reader.names.now(evidence.doc)) reader.names.write(place, evidence.doc, at);
    else place.textContent = at(name);
  };
  tell();
  const open = () => reader.openSource(evidence);
  const figure = el(
    "figure",
    { class: "quote" },
    el("blockquote", {}, before, el("mark", {}, evidence.quote), after),
    el(
      "figcaption",
      {},
      place,
      el("button", { class: "text-button", on: { click: open } }, t("node.source")),
    ),
  );
  void reader.texts.get(evidence.doc).then(
    (source) => {
      page = pagesOf(source, evidence)[0];
      cell = cellsOf(source, evidence);
      tell();
      const span = legible(source, evidence.start, evidence.end);
      if (!span) return;
      const { content } = source;
      before.textContent = `…${slice(content, Math.max(0, span.start - AROUND), span.start)}`;
      after.textContent = `${slice(content, span.end, span.end + AROUND)}…`;
    },
    () => figure.classList.add("alone"),
  );
  return figure;
}

/** The quotes of a relation, or a plain word that there is none. */
export function quotes(evidence: Evidence[], reader: Reader, limit = evidence.length): HTMLElement[] {
  if (!evidence.length) return [el("p", { class: "note" }, t("node.noproof"))];
  return evidence.slice(0, limit).map((one) => quote(one, reader));
}
